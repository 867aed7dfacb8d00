// Stands in for the typings of csv-stringify, which would bring Node's globals into a folder that must not see them.
export interface Options {
  readonly bom?: boolean;
  readonly columns?: readonly string[];
  readonly delimiter?: string;
  readonly escape?: string;
  /** Puts an apostrophe before a cell that a spreadsheet would run as a formula. */
  readonly escape_formulas?: boolean;
  readonly header?: boolean;
  readonly quote?: string | boolean;
  readonly quoted?: boolean;
  readonly quoted_empty?: boolean;
  readonly quoted_string?: boolean;
  readonly record_delimiter?: string;
}

export function stringify(records: readonly unknown[], options?: Options): string;

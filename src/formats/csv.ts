// Writes rows as CSV that spreadsheets open without running anything in it.
import { stringify } from 'csv-stringify/browser/esm/sync';

/** One value of a row. */
export type Cell = string | number | boolean | null;

/**
 * Rows as CSV: commas, double quotes where needed, one line each.                                   Rules [CSV1], [CSV2].
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front.
 * @param bom - begin with a byte-order mark, without which some versions of Excel misread letters beyond ASCII
 * @complexity O(size of the text)
 * @example writeCsv([['a,b', 1]]) // => '"a,b",1\n'
 */
export function writeCsv(
  rows: readonly (readonly Cell[])[],
  { bom = false }: { readonly bom?: boolean } = {},
): string {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell)),
  );
  return stringify(texts, { bom, escape_formulas: true, record_delimiter: '\n' });
}

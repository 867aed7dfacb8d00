// Says what a report is made of, whatever it is printed on: headings, paragraphs, lists and tables.

/** How a piece of text is meant; a renderer may show it by colour or weight, never by colour alone. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'warning';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A point of a list, with points of its own. */
export type Item = string | { readonly text: string; readonly points: readonly string[] };

/** A report: blocks from top to bottom. */
export type Document = readonly Block[];

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string, tone: Tone = 'plain'): Block => ({ kind: 'paragraph', text, tone });

/** A list; nothing where it has no items. */
export const list = (items: readonly Item[]): Document =>
  items.length === 0 ? [] : [{ kind: 'list', items }];

/** A table; nothing where it has no rows. */
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): Document =>
  rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];

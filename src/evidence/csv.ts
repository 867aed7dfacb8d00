// Reads and writes rows as CSV, so that what was written reads back as it was and no spreadsheet runs what is in it.
import type { Diagnostic, Outcome, Place } from '../base/index.ts';
import { diagnostic, placesIn } from '../base/index.ts';

/** One value of a row. */
export type Cell = string | number | null;

/** Beginnings that a spreadsheet takes for a formula. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Rows as CSV: commas, quotes where needed, one line each.                                         Rule [STM20].
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, as does one that begins with such an
 * apostrophe; `readRows` takes one away.
 * @complexity O(size of the text)
 * @example writeRows([['a,b', -1, '=x']]) // => '"a,b",-1,\'=x\n'
 */
export function writeRows(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map((cell) => cellText(cell)).join(',')}\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell and where it stands. */
export interface ReadCell {
  readonly text: string;
  readonly at: Place;
}

/**
 * Rows of a CSV text. Commas, semicolons or tabs part cells, whichever the first line has most of; a byte-order mark
 * and empty lines are passed over.                                                                 Rule [STM21].
 * @returns no rows where a quote is not closed or has text behind it (E3201)
 * @complexity O(size of the text)
 */
export function readRows(given: string, uri: string): Outcome<readonly (readonly ReadCell[])[]> {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const place = placesIn(text, uri, /\n/g);
  const separator = separatorOf(text);
  const rows: ReadCell[][] = [];
  let row: ReadCell[] = [];
  let at = 0;
  const fail = (message: string, from: number): Outcome<readonly ReadCell[][]> => ({
    diagnostics: [csvProblem(message, place(from, Math.min(from + 1, text.length)))],
  });
  const endRow = (): void => {
    if (row.length > 1 || (row[0]?.text ?? '') !== '') rows.push(row);
    row = [];
  };
  for (;;) {
    const start = at;
    let value = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 2) {
        const quote = text.indexOf('"', at);
        if (quote < 0) return fail('a quote is not closed', start);
        value += text.slice(at, quote);
        at = quote;
        if (text[at + 1] !== '"') break;
        value += '"';
      }
      at += 1;
      if (at < text.length && ![separator, '\n', '\r'].includes(text[at] as string))
        return fail('text stands behind a closing quote', at);
    } else {
      while (at < text.length && ![separator, '\n', '\r'].includes(text[at] as string)) at += 1;
      value = text.slice(start, at);
    }
    row.push({
      text: formula.test(value) && value.startsWith("'") ? value.slice(1) : value,
      at: place(start, at),
    });
    if (at >= text.length) break;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    endRow();
    if (at >= text.length) break;
  }
  endRow();
  return { value: rows, diagnostics: [] };
}

const csvProblem = (message: string, at: Place): Diagnostic =>
  diagnostic('E3201', message, {
    at,
    hint: 'a cell that holds a quote, a line break or a separator stands in quotes; a quote in it is doubled',
  });

function separatorOf(text: string): string {
  const [line = ''] = /^[^\r\n]*/.exec(text.replace(/"(?:[^"]|"")*"/g, '')) ?? [];
  const count = (letter: string): number => line.split(letter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

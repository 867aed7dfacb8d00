// Writes a diagnostic for a terminal: where, what, the line itself with a caret, and the way out.
import stringWidth from 'string-width';
import type { Diagnostic } from '../base/index.ts';

/** What the terminal can do. */
export interface RenderOptions {
  readonly color: boolean;
  /** Columns, at least 40; default 100. */
  readonly width?: number;
}

/**
 * One diagnostic as lines of text: `file:line:column: error E1101: message`, the line of the file with carets below
 * what the diagnostic is about, then what was expected, the nearest name, and a hint. Rule [DIA1].
 * @param source - the text of the file that `at` is in; without it there is no excerpt
 * @returns lines joined with a line feed, none at the end
 * @example renderDiagnostic({ code: 'E1002', severity: 'error', message: 'empty' }, undefined, { color: false }) // => 'error E1002: empty'
 */
export function renderDiagnostic(
  { code, severity, message, at, expected, nearest, hint }: Diagnostic,
  source: string | undefined,
  { color, width = 100 }: RenderOptions,
): string {
  const paint = (style: string, text: string): string => (color ? `\u001B[${style}m${text}\u001B[0m` : text);
  const strong = severity === 'error' ? '31;1' : '33;1';
  const where = at === undefined ? '' : `${at.uri}:${at.start.line}:${at.start.column}: `;
  const lines = [`${printable(where)}${paint(strong, `${severity} ${code}`)}: ${printable(message)}`];
  const gutter = ' '.repeat(String(at?.start.line ?? '').length);
  if (at !== undefined && source !== undefined) {
    const line = lineOf(source, at.start.line);
    const end = at.end.line === at.start.line ? at.end.column : line.length + 1;
    const { text, carets } = excerpt(
      line,
      at.start.column - 1,
      end - 1,
      Math.max(40, width) - gutter.length - 4,
    );
    const bar = paint('34', '|');
    lines.push(`${paint('34', ` ${at.start.line} `)}${bar} ${text}`);
    lines.push(` ${gutter} ${bar} ${paint(strong, carets)}`);
  }
  const note = (label: string, text: string | undefined): void => {
    if (text !== undefined) lines.push(` ${gutter} ${paint('34', '=')} ${label}: ${printable(text)}`);
  };
  note('expected', expected);
  note('nearest', nearest);
  note('hint', hint);
  return lines.join('\n');
}

function lineOf(source: string, line: number): string {
  let start = source.startsWith('\uFEFF') ? 1 : 0;
  for (let number = 1; number < line; number += 1) {
    const next = source.indexOf('\n', start);
    if (next < 0) return '';
    start = next + 1;
  }
  const end = source.indexOf('\n', start);
  return source.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

/** The part of a line that fits, around columns `start` to `end` (from 0), and carets below them. */
function excerpt(line: string, start: number, end: number, room: number): { text: string; carets: string } {
  // Far from the place nothing can be shown; a line may be as long as a file.
  const near = Math.max(0, start - room);
  const cells: { readonly text: string; readonly width: number; readonly isMarked: boolean }[] = [];
  let offset = near;
  let markedAt = 0;
  for (const letter of line.slice(near, start + 2 * room)) {
    const text = letter === '\t' ? '  ' : printable(letter);
    const isMarked = offset >= start && offset < Math.max(end, start + 1);
    if (offset < start) markedAt = cells.length + 1;
    cells.push({ text, width: stringWidth(text), isMarked });
    offset += letter.length;
  }
  // The place stands a third from the left where the line does not fit.
  let first = markedAt;
  for (let used = 0; first > 0 && used + (cells[first - 1]?.width ?? 0) <= room / 3; first -= 1)
    used += cells[first - 1]?.width ?? 0;
  const total = cells.reduce((sum, { width }) => sum + width, 0);
  if (near === 0 && total <= room) first = 0;
  const isClipped = near > 0 || first > 0;
  let [text, carets, used] = isClipped ? ['…', ' ', 1] : ['', '', 0];
  let last = first;
  for (; last < cells.length && used + (cells[last]?.width ?? 0) < room; last += 1) {
    const cell = cells[last];
    text += cell?.text ?? '';
    carets += (cell?.isMarked ? '^' : ' ').repeat(cell?.width ?? 0);
    used += cell?.width ?? 0;
  }
  if (last < cells.length || near + 3 * room < line.length - 1) text += '…';
  if (!carets.includes('^')) carets += '^';
  return { text, carets: carets.trimEnd() };
}

/** Nothing that would move the cursor or turn the direction of writing. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\0-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}

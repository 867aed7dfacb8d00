// Finds what stands in quotation marks: curly, straight, German and French marks, single ones, and over paragraphs.
import type { Span } from '../../types/span.ts';

/** A quotation: `start` to `end` with its marks, `inner` without. */
export interface Quotation extends Span {
  readonly inner: Span;
  /** It runs on from the paragraph before, whose quotation was not closed. */
  readonly continues: boolean;
}

const pairs: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '“”',
  '"': '"”',
  '«': '»',
  '»': '«',
  '‘': '’',
  "'": "'",
  '‹': '›',
};
/** Beyond this a mark that nothing closes is taken for a slip. */
const longest = 4000;
/** The same of single marks, which may be apostrophes. */
const longestSingle = 600;
const isSingleMark = (closers: string): boolean => closers === '’' || closers === "'";

/**
 * The quotations of one paragraph, in order, none within another.                                 Rule [SUG2].
 *
 * A double mark opens where a letter follows and none stands before it. A single mark counts only outside double
 * ones, so that an apostrophe is none, and must be closed before a space or a mark. A paragraph that opens a
 * quotation and does not close it is quoted to its end if the next one begins with a mark, or else to the end of
 * its last sentence.
 * @param body - the whole text
 * @param paragraph - where to look
 * @complexity O(length of the paragraph)
 */
export function quotationsIn(body: string, paragraph: Span, wasOpen = false): readonly Quotation[] {
  const found: Quotation[] = [];
  // Up to where nothing closes a mark, so that no stretch is searched twice.
  const searched = new Map<string, number>();
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = body[at] as string;
    const closers = pairs[mark];
    if (closers === undefined || !opens(body, at, mark)) continue;
    const end = closing(body, at, closers, paragraph.end, searched.get(mark) ?? 0);
    if (end === undefined) searched.set(mark, at + (isSingleMark(closers) ? longestSingle : longest));
    if (end === undefined && (mark === "'" || mark === '‘' || mark === '»')) continue;
    const runsOn = end === undefined;
    const stop = end ?? trimmedEnd(body, paragraph.end);
    if (stop - at < 2 || (runsOn && stop - at > longest)) continue;
    found.push({
      start: at,
      end: runsOn ? stop : stop + 1,
      inner: trimmed(body, at + 1, stop),
      continues: wasOpen && found.length === 0 && body.slice(paragraph.start, at).trim() === '',
    });
    at = stop;
  }
  return found.filter(({ inner }) => inner.end > inner.start);
}

/** Is the last quotation of a paragraph left open, so that one in the next may be its continuation? */
export function runsOn(body: string, quotations: readonly Quotation[], paragraph: Span): boolean {
  const last = quotations.at(-1);
  if (last === undefined || last.end < trimmedEnd(body, paragraph.end)) return false;
  return !/[”"»“’']/.test(body[last.end - 1] ?? '') || last.end === last.inner.end;
}

function opens(body: string, at: number, mark: string): boolean {
  const before = body[at - 1] ?? ' ';
  const after = body[at + 1] ?? ' ';
  if (/\s/.test(after)) return false;
  if (mark === '"' || mark === "'" || mark === '‘') return /[\s([{—–\-:;,/“"]/.test(before);
  return !(mark === '»' && /[\p{L}\p{N}.!?,]/u.test(before));
}

function closing(
  body: string,
  open: number,
  closers: string,
  limit: number,
  from: number,
): number | undefined {
  const isSingle = isSingleMark(closers);
  let depth = 0;
  const stop = Math.min(limit, open + (isSingle ? longestSingle : longest));
  for (let at = Math.max(open + 1, from); at < stop; at += 1) {
    const mark = body[at] as string;
    const before = body[at - 1] ?? ' ';
    const after = body[at + 1] ?? ' ';
    if (mark === '“' && body[open] === '“') depth += 1;
    else if (mark === '”' && depth > 0) depth -= 1;
    else if (closers.includes(mark)) {
      if (isSingle && (/[\p{L}\p{N}]/u.test(after) || /\s/.test(before))) continue;
      // A straight mark after a space opens a quotation within this one, or is a slip.
      if (mark === '"' && /[\s([]/.test(before) && /[\p{L}]/u.test(after)) continue;
      return at;
    }
  }
  return undefined;
}

function trimmed(body: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(body[start] as string)) start += 1;
  while (end > start && /\s/.test(body[end - 1] as string)) end -= 1;
  return { start, end };
}

function trimmedEnd(body: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(body[at - 1] as string)) at -= 1;
  return at;
}

// Cuts a body into paragraphs and units: sentences in which each quotation is one item, so that none is torn apart.
import type { Span } from '../../types/span.ts';
import type { Token } from './language.ts';
import { tokenize } from './language.ts';
import type { Quotation } from './quotations.ts';
import { quotationsIn, runsOn } from './quotations.ts';

/** A word or mark outside quotation marks, or a whole quotation. */
export interface Item extends Token {
  readonly quotation?: Quotation;
}

/** A sentence, or several where a quotation spans them. */
export interface Unit extends Span {
  readonly items: readonly Item[];
  readonly paragraph: number;
}

/** A paragraph with its units. */
export interface Paragraph extends Span {
  readonly units: readonly Unit[];
  /** It ends without a full stop, and is short: a heading, a label of a list, a name. */
  readonly isHeading: boolean;
}

/** A paragraph longer than this is cut after the last full stop or space before it, in UTF-16 units. */
export const longestParagraph = 6_000;

/**
 * Where the paragraphs are. A line break ends one unless the lines are those of a text wrapped by hand: then an empty
 * line does.
 * @complexity O(length)
 */
export function* paragraphsOf(body: string): Generator<Span> {
  for (const block of split(body, { start: 0, end: body.length }, /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/g)) {
    const lines = [...split(body, block, /\r\n?|\n/g)];
    const longest = Math.max(...lines.map(({ start, end }) => end - start));
    const last = lines.at(-1);
    const isWrapped =
      lines.length > 1 &&
      longest <= 100 &&
      lines.every((line) => line === last || line.end - line.start > longest * 0.6);
    for (const part of isWrapped ? [block] : lines) yield* cut(body, part);
  }
}

function* split(body: string, { start, end }: Span, separator: RegExp): Generator<Span> {
  separator.lastIndex = start;
  let from = start;
  for (let match = separator.exec(body); match !== null && match.index < end; match = separator.exec(body)) {
    if (match.index > from) yield { start: from, end: match.index };
    from = Math.min(end, match.index + match[0].length);
    separator.lastIndex = from;
  }
  if (from < end) yield { start: from, end };
}

function* cut(body: string, { start, end }: Span): Generator<Span> {
  let from = start;
  while (end - from > longestParagraph) {
    const part = body.slice(from, from + longestParagraph);
    const to = from + lastStop(part);
    yield { start: from, end: to };
    from = to;
  }
  if (body.slice(from, end).trim() !== '') yield { start: from, end };
}

/** Where a part is cut: after its last sentence, else at its last space, if these are not far from its end. */
function lastStop(part: string): number {
  const half = part.length / 2;
  let sentence = 0;
  for (const { index, 0: end } of part.matchAll(/[.!?]["'”’)]*\s/g)) sentence = index + end.length;
  if (sentence > half) return sentence;
  const space = Math.max(part.lastIndexOf(' '), part.lastIndexOf('\n'));
  return space > half ? space : part.length;
}

/** What one paragraph has to know of the one before it. */
export interface Carry {
  readonly quoteOpen: boolean;
}

/**
 * The units of one paragraph.                                                                      Rule [SUG2].
 * @complexity O(length of the paragraph)
 */
export function readParagraph(
  body: string,
  span: Span,
  number: number,
  carry: Carry,
): { readonly paragraph: Paragraph; readonly carry: Carry } {
  const quotations = quotationsIn(body, span, carry.quoteOpen);
  const { tokens, sentenceStarts } = tokenize(body.slice(span.start, span.end), span.start);
  const starts = new Set(sentenceStarts.map((index) => tokens[index]?.start ?? -1));
  const units: Unit[] = [];
  let items: Item[] = [];
  let next = 0;
  const close = (): void => {
    if (items.length > 0)
      units.push({
        items,
        paragraph: number,
        start: (items[0] as Item).start,
        end: (items.at(-1) as Item).end,
      });
    items = [];
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    while (next < quotations.length && (quotations[next] as Quotation).end <= token.start) next += 1;
    const quotation = quotations[next];
    const isInside = quotation !== undefined && token.end > quotation.start && token.start < quotation.end;
    if (!isInside) {
      if (starts.has(token.start) && mayBegin(items, token)) close();
      items.push(token);
      continue;
    }
    const first = index;
    while (index + 1 < tokens.length && (tokens[index + 1] as Token).start < quotation.end) index += 1;
    const inside = tokens.slice(first, index + 1);
    if (inside.slice(0, 2).some(({ start }) => starts.has(start)) && items.length > 0 && endsSentence(items))
      close();
    items.push({
      text: body.slice(quotation.start, quotation.end),
      lower: '',
      pos: 'QUOTE',
      start: quotation.start,
      end: quotation.end,
      quotation,
    });
    next += 1;
  }
  close();
  const text = body.slice(span.start, span.end).trim();
  const isHeading =
    units.length <= 1 && text.length < 120 && !/[.!?…:;,”“"»'’)]$/.test(text) && !/\w[.!?] /.test(text);
  return {
    paragraph: { ...span, units, isHeading },
    carry: { quoteOpen: runsOn(body, quotations, span) },
  };
}

/** May a sentence begin with this token? Not in lower case, and behind a quotation only where that one was complete. */
function mayBegin(items: readonly Item[], token: Token): boolean {
  if (items.length === 0) return false;
  const last = items.at(-1) as Item;
  if (last.quotation !== undefined) {
    if (/^\p{Ll}/u.test(token.text)) return false;
    return /[.!?…]["'”“’»]*$/.test(last.text);
  }
  return !/^\p{Ll}/u.test(token.text) || endsSentence(items);
}

function endsSentence(items: readonly Item[]): boolean {
  const last = items.at(-1) as Item;
  return /[.!?…]["'”“’»)\]]*$/.test(last.text);
}

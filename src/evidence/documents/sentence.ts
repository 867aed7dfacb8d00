// Finds the sentence around a stretch, to be shown with it.
import type { Span } from '../types/span.ts';

/** Longer than this on one side of the stretch nothing is shown, in UTF-16 units. */
const longest = 300;

/**
 * The sentence around a stretch: back to the end of the one before or of the line, on to a full stop or the line's end.
 * @complexity O(1)
 * @example sentenceAround('Yes. We will go. Soon.', 8, 12) // => { start: 5, end: 16 }
 */
export function sentenceAround(body: string, start: number, end: number): Span {
  const before = body.slice(Math.max(0, start - longest), start);
  const breaks = [...before.matchAll(/[\r\n]|[.!?]["'”’»)]*\s+(?=["'“‘«(]?\p{Lu})/gu)];
  const last = breaks.at(-1);
  const from =
    last === undefined ? start - before.length : start - before.length + last.index + last[0].length;
  const isClosed =
    /[.!?]["'”’»]?$/.test(body.slice(start, end)) && /^["'”’»]*(?:\s|$)/.test(body.slice(end, end + 3));
  const rest = body.slice(end, end + longest);
  const stop = isClosed
    ? /^["'”’»]*/.exec(rest)
    : /^[^\r\n]*?(?:[.!?]["'”’»)]*(?=\s|$)|(?=[\r\n])|$)/.exec(rest);
  return { start: from, end: end + (stop?.[0].length ?? 0) };
}

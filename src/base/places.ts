// Turns offsets into a text into lines and columns.
import type { Place, Position } from './diagnostic.ts';

/** Where a line of a text ends, unless the format says otherwise. */
const lineEnds = /\r\n|\n|\r/g;

/**
 * Places in a text by their offsets, end exclusive.
 * @param uri - how diagnostics name the text
 * @param ends - what ends a line, as a global expression
 * @complexity O(length) once, then O(log lines)
 * @example placesIn('a\nbc', 'x')(3, 4).start // => { offset: 3, line: 2, column: 2 }
 */
export function placesIn(
  text: string,
  uri: string,
  ends: RegExp = lineEnds,
): (start: number, end: number) => Place {
  const starts = [0, ...Array.from(text.matchAll(ends), ({ index, 0: sign }) => index + sign.length)];
  const position = (offset: number): Position => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { offset, line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
  return (start, end) => ({ uri, start: position(start), end: position(end) });
}

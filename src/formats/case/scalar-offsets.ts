// Leads from a letter of a YAML text value back to where it stands in the file, whatever way it is quoted or folded.
import type { Scalar } from 'yaml';
import type { Range } from './yaml-source.ts';

const escapes: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/**
 * The stretch of the file that letters `start` to `end` of a value stand in.
 *
 * White space aside, a value holds the letters of its source in order; so both are walked together, white space is
 * passed over on either side, and an escape counts as the letter that it stands for. Rule [CAS4].
 * @param scalar - a text value with its place in the source
 * @complexity O(length of the source of the value)
 */
export function rangeWithin(scalar: Scalar, source: string, start: number, end: number): Range {
  const [from, to] = scalar.range ?? [0, 0];
  const value = String(scalar.source ?? scalar.value ?? '');
  const isDouble = scalar.type === 'QUOTE_DOUBLE';
  const isSingle = scalar.type === 'QUOTE_SINGLE';
  const isBlock = scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL';
  let at = from + (isDouble || isSingle ? 1 : 0);
  if (isBlock) at = source.indexOf('\n', from) + 1 || to;
  let first: number | undefined;
  let last = at;
  for (let letter = 0; letter < Math.min(end, value.length); letter += 1) {
    if (/\s/.test(value[letter] as string)) continue;
    let length = 1;
    for (; at < to; at += length) {
      const escaped = isDouble && source[at] === '\\';
      const sign = source[at + 1] ?? '';
      length = escaped ? (escapes[sign] ?? (sign === '\r' ? 3 : 2)) : isSingle && source[at] === "'" ? 2 : 1;
      const isSpace = /\s/.test(
        escaped ? unescaped(source.slice(at + 1, at + length)) : (source[at] as string),
      );
      if (!isSpace) break;
    }
    if (letter >= start) first ??= at;
    at = Math.min(at + length, to);
    last = at;
  }
  // A place behind the last letter, where something is missing.
  if (first === undefined) return [last, Math.min(last + 1, Math.max(to, last))];
  return [first, last];
}

/** The letter that an escape stands for; any white space for those that stand for white space. */
function unescaped(code: string): string {
  if (/^[xuU]/.test(code))
    return String.fromCodePoint(Math.min(Number.parseInt(code.slice(1), 16) || 0, 0x10ffff));
  return /^[\sntrvfNLP_]/.test(code) ? ' ' : code;
}

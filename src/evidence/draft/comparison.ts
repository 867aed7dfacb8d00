// Reads an explicit comparison: what somebody says matters more than something else.
import type { ReadWords } from './concept-words.ts';
import type { Literal } from './options.ts';

/** The first option comes before the second, whichever way each is meant. */
export type Comparison = readonly [above: Literal, below: Literal];

const patterns: readonly (readonly [RegExp, isReversed: boolean])[] = [
  [
    /^(.*?)\b(?:more important than|matters? more than|takes? (?:precedence|priority) over|comes? before|outweighs?)\b(.*)$/is,
    false,
  ],
  [/^(.*?)\b(?:less important than|matters? less than|comes? after)\b(.*)$/is, true],
  [/\bfirst\b(.*?)\b(?:and then|then|only then|second)\b(.*)$/is, false],
];

/** Two options that a text compares; nothing where it compares none, or not two that can be told.   Rule [DRA7]. */
export function comparisonIn(text: string, read: ReadWords): Comparison | undefined {
  for (const [pattern, isReversed] of patterns) {
    const [, left = '', right = ''] = pattern.exec(text) ?? [];
    const [one, other] = [read(left), read(right)];
    if (one === undefined || other === undefined || one.key === other.key) continue;
    return isReversed ? [other, one] : [one, other];
  }
  return undefined;
}

/** Does a text say that something matters more than something else? */
export function isComparison(text: string): boolean {
  return patterns.some(([pattern]) => pattern.test(text));
}

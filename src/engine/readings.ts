// Says how a definition reads a pair of states between which a decision maker's preference is not known.
import type { Comparison } from '../model/index.ts';

/**
 * The comparisons that count at each of the three places where a definition compares states; `?` is an unknown pair.
 */
export interface Reading {
  /** The decision maker leaves s for s1 if s1 stands so to s. */
  readonly leave: '>' | '>?';
  /** s2 deters it, and s3 is no escape, if they stand so to s. */
  readonly deter: '<~' | '<~?';
  /** Another decision maker's move is an improvement if its end stands so to its beginning. */
  readonly credible: '>' | '>?';
}

/** Stable so: stable in every completion of the unknown pairs. Rule [UNK1]. */
export const everyReading: Reading = { leave: '>?', deter: '<~', credible: '>' };

/**
 * Not stable so: stable in no completion of the unknown pairs. Rule [UNK2].
 *
 * For seq and sseq the converse needs more: see `possible.ts`.
 */
export const someReading: Reading = { leave: '>', deter: '<~?', credible: '>?' };

/** The four ways of the literature to extend the definitions to unknown pairs. */
export type Extension = 'a' | 'b' | 'c' | 'd';

/**
 * What each extension counts; the others' moves over unknown pairs are credible in all four.
 * @source Li, Hipel, Kilgour & Fang 2004.
 */
export const extensions: Readonly<Record<Extension, Reading>> = {
  a: { leave: '>?', deter: '<~', credible: '>?' },
  b: { leave: '>', deter: '<~', credible: '>?' },
  c: { leave: '>?', deter: '<~?', credible: '>?' },
  d: { leave: '>', deter: '<~?', credible: '>?' },
};

/** Is this comparison one of those that count? */
export function counts(counting: string, comparison: Comparison): boolean {
  return counting.includes(comparison);
}

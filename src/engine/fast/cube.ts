// Answers gmr and smr at once where no combination is infeasible and every option is somebody's, to take and to drop.
import type { OptionMoves } from '../../model/index.ts';
import { maskOf } from './groups.ts';

/** A space without limits: state s has the pattern s, and decision maker i owns the bits `own[i]`. */
export interface Cube {
  readonly own: readonly number[];
}

/** The cube, if the moves have that shape: an option that nobody owns would be a limit too. */
export function cubeOf({ space, owned, directions }: OptionMoves): Cube | undefined {
  const isOwned = new Set(owned.flat()).size === space.options;
  if (!space.isFull || !isOwned || directions.some((direction) => direction !== 'both')) return undefined;
  return { own: owned.map((options) => maskOf(options, 0)) };
}

/*
 * From s1 the others reach every state that has s1's own options of i, and no other: call these the column of s1. The
 * group of s meets every column once. Hence, with `thresholds.ts`:
 *
 * gmr: g is the least P in the column. s is stable iff the greatest g over its group, so over all columns, is at most
 * P(s): that level is the same for every s, the best that i can secure (maximin).
 *
 * smr: esc is one number per group, the greatest P in it, and a column meets every group, so g is the least of these
 * numbers (minimax), the same for every s1. s is stable iff nothing better is within a move or P(s) is at least that; and
 * where nothing better is, P(s) = esc(s), which is no less than the least esc.
 */

/**
 * The best rank that decision maker `dm` can secure by its own options: the greatest, over its columns, of the least rank.
 * @param lows - room of shape (m,)
 * @complexity O(m)
 */
export function maximin({ own }: Cube, dm: number, rank: Int32Array, lows: Int32Array): number {
  const mask = own[dm];
  // A column's least rank stands at its state in which the others take nothing.
  for (let s = 0; s < rank.length; s += 1) if ((s & ~mask) === 0) lows[s] = rank[s];
  for (let s = 0; s < rank.length; s += 1) if (rank[s] < lows[s & mask]) lows[s & mask] = rank[s];
  let level = -0x80000000;
  for (let s = 0; s < rank.length; s += 1) if ((s & ~mask) === 0 && lows[s] > level) level = lows[s];
  return level;
}

/** The least of the escapes: the rank that the others cannot keep decision maker i from (minimax). @complexity O(m) */
export function minimax(escapes: Int32Array): number {
  let level = 0x7fffffff;
  for (let s = 0; s < escapes.length; s += 1) if (escapes[s] < level) level = escapes[s];
  return level;
}

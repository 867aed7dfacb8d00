// Decides the stability of every state for every decision maker by one number per state, found for all states at once.
import type { Watch } from '../../base/index.ts';
import { unwatched } from '../../base/index.ts';
import type { Concept } from '../../model/index.ts';
import { conceptBit } from '../solution.ts';
import { close, relaxAll } from './closure.ts';
import { maximin, minimax } from './cube.ts';
import { rankAll } from './order.ts';
import type { Pace } from './pace.ts';
import { paceOf } from './pace.ts';
import type { Prepared } from './prepare.ts';

/*
 * The threshold form. For decision maker i with ranking P, and the value v of a state as a sanction:
 *
 *   v(q) = P(q) under gmr and seq; v(q) = esc(q), the greatest P over q and R_i(q), under smr and sseq;
 *   g(s1) = the least v(q) over all q that the others reach from s1, by moves (gmr, smr) or improvements (seq, sseq).
 *
 * A reply q sanctions s1 for s iff v(q) <= P(s), so s is stable iff g(s1) <= P(s) for each s1 in R_i+(s).
 *
 * Two steps make this one pass over the groups. First, q = s1 may be counted as within reach of s1: v(s1) >= P(s1) > P(s)
 * keeps it from ever sanctioning. Second, min(P, g) may stand for g, over all of R_i(s) and s itself: where
 * P(s1) > P(s) it exceeds P(s) iff g(s1) does, elsewhere it is at most P(s1) <= P(s). Hence
 *
 *   s is stable iff the greatest min(P(s1), g(s1)) over s1 = s and R_i(s) is at most P(s).
 *
 * Greatest values are found as least ones of the complement ~x, which reverses the order of all 32-bit integers.
 */

/**
 * Solves for one ranking per decision maker. Allocates nothing that grows with the model, save in the rare case that a
 * search ends the work (`close`).
 *
 * @param prepared - from `prepare`; used by one solve at a time
 * @param ranks - n arrays of shape (m,), higher for better, equal for indifferent; any 32-bit integers
 * @param concepts - the ones to solve for
 * @param into - n arrays of shape (m,), written over: bit `conceptBit(c)` set where the state is stable under c
 * @returns false where `watch` stopped it: then only the bits that are set may be relied on
 * @complexity O(n m log(largest group) + n^2 m) time with two-way options
 * @source threshold form of the definitions of Fang, Hipel & Kilgour 1993 (nash to seq) and Rego & Vieira 2017 (sseq)
 */
export function solvePrepared(
  prepared: Prepared,
  ranks: readonly Int32Array[],
  concepts: readonly Concept[],
  into: readonly Uint8Array[],
  watch: Watch = unwatched,
): boolean {
  const { groups, room } = prepared;
  const pace = paceOf(watch);
  const dms = groups.length;
  for (let dm = 0; dm < dms; dm += 1) into[dm].fill(0);
  if (concepts.includes('seq') || concepts.includes('sseq'))
    for (let dm = 0; dm < dms; dm += 1) {
      if (!rankAll(groups[dm], ranks[dm], room.sorting, pace)) return false;
    }
  for (let dm = 0; dm < dms; dm += 1) {
    if (!solveFor(prepared, ranks, dm, concepts, into[dm], pace)) return false;
    watch.progress?.(dm + 1, dms, 'decision makers');
  }
  return true;
}

/** Solves for one decision maker; the groups are ranked where a concept asks for it. */
function solveFor(
  prepared: Prepared,
  ranks: readonly Int32Array[],
  dm: number,
  concepts: readonly Concept[],
  bits: Uint8Array,
  pace: Pace,
): boolean {
  const { cube, room } = prepared;
  const { escapes } = room;
  const rank = ranks[dm];
  if (concepts.includes('nash') || concepts.includes('smr') || concepts.includes('sseq'))
    if (!findEscapes(prepared, rank, dm, pace)) return false;
  for (const concept of concepts) {
    const bit = conceptBit(concept);
    if (concept === 'nash') {
      for (let s = 0; s < rank.length; s += 1) if (escapes[s] === rank[s]) bits[s] |= bit;
    } else if (cube !== undefined && (concept === 'gmr' || concept === 'smr')) {
      const level = concept === 'gmr' ? maximin(cube, dm, rank, room.values) : minimax(escapes);
      for (let s = 0; s < rank.length; s += 1) if (rank[s] >= level) bits[s] |= bit;
    } else if (!judge(prepared, ranks, dm, concept, bits, pace)) return false;
  }
  return true;
}

/** Puts the greatest rank over s and the states within one move of s into `room.escapes`. */
function findEscapes({ groups, room }: Prepared, rank: Int32Array, dm: number, pace: Pace): boolean {
  const { escapes, table } = room;
  for (let s = 0; s < rank.length; s += 1) escapes[s] = ~rank[s];
  if (relaxAll(groups[dm], 'moves', escapes, table, pace) === 'stopped') return false;
  for (let s = 0; s < rank.length; s += 1) escapes[s] = ~escapes[s];
  return true;
}

/** Sets the bit of a concept with sanctions, by the threshold form. */
function judge(
  prepared: Prepared,
  ranks: readonly Int32Array[],
  dm: number,
  concept: Concept,
  bits: Uint8Array,
  pace: Pace,
): boolean {
  const { groups, room } = prepared;
  const { values, escapes, table } = room;
  const rank = ranks[dm];
  const bit = conceptBit(concept);
  values.set(concept === 'smr' || concept === 'sseq' ? escapes : rank);
  const kind = concept === 'seq' || concept === 'sseq' ? 'improvements' : 'moves';
  if (!close(prepared, dm, kind, ranks, pace)) return false;
  for (let s = 0; s < rank.length; s += 1) values[s] = ~(values[s] < rank[s] ? values[s] : rank[s]);
  if (relaxAll(groups[dm], 'moves', values, table, pace) === 'stopped') return false;
  for (let s = 0; s < rank.length; s += 1) if (~values[s] <= rank[s]) bits[s] |= bit;
  return true;
}

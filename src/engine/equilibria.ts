// Reads equilibria off a solution: the states that are stable for every decision maker.
import type { Concept, StateIndex } from '../model/index.ts';
import type { Solution } from './solution.ts';
import { conceptBit } from './solution.ts';

/**
 * The states stable for all under one concept, in increasing order. Rule [EQU1].
 *
 * With unknown pairs: equilibria in *every* completion. (That each decision maker has *some* completion in which the
 * state is stable does not make one completion fit all of them under seq and sseq; it does under nash, gmr and smr,
 * where each verdict rests on the decision maker's own preference.)
 * @example equilibria({ stable: [Uint8Array.of(1, 3), Uint8Array.of(2, 3)] }, 'nash') // => [1]
 */
export function equilibria(solution: Pick<Solution, 'stable'>, concept: Concept): StateIndex[] {
  return mixedEquilibria(
    solution,
    solution.stable.map(() => concept),
  );
}

/**
 * The states stable for each decision maker under its own concept, in increasing order. Rule [EQU2].
 * @param conceptOf - one for each of the n decision makers
 * @example mixedEquilibria({ stable: [Uint8Array.of(1, 3), Uint8Array.of(2, 3)] }, ['nash', 'gmr']) // => [0, 1]
 */
export function mixedEquilibria(
  solution: Pick<Solution, 'stable'>,
  conceptOf: readonly Concept[],
): StateIndex[] {
  const bits = conceptOf.map(conceptBit);
  const found: StateIndex[] = [];
  const size = solution.stable[0]?.length ?? 0;
  for (let s = 0; s < size; s += 1)
    if (solution.stable.every((row, dm) => (row[s] & bits[dm]) !== 0)) found.push(s);
  return found;
}

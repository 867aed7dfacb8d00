// Runs a check over many random models of a kind, and says which one failed.

import type { Random } from '../../src/base/index.ts';
import { mulberry32 } from '../../src/base/index.ts';
import type { GraphModel } from '../../src/model/index.ts';
import type { Kind } from './models.ts';
import { randomModel } from './models.ts';

/** Option form with everything that complete preferences allow. */
export const complete: Kind = {
  decisionMakers: [2, 5],
  options: [2, 6],
  infeasible: 0.7,
  oneWay: 1,
  ties: 0.5,
};

/** Moves drawn one by one, so that they rarely compose and are often common. */
export const graph: Kind = { ...complete, decisionMakers: [2, 4], options: [1, 4], arcs: true };

/** Option form with unknown pairs. */
export const unsure: Kind = { ...complete, decisionMakers: [2, 4], options: [2, 5], unknown: 6 };

/** Moves drawn one by one, with unknown pairs. */
export const unsureGraph: Kind = { ...graph, unknown: 6 };

/** By name, for `test.each`. */
export const kinds: readonly (readonly [string, Kind])[] = [
  ['option form', complete],
  ['graph form', graph],
  ['option form with unknown pairs', unsure],
  ['graph form with unknown pairs', unsureGraph],
];

/**
 * Runs `check` on `count` models, each from a stream of its own, so that one can be had again alone.
 * @returns the number of (decision maker, state) that were looked at
 */
export function forModels(
  seed: number,
  count: number,
  kind: Kind,
  check: (model: GraphModel, random: Random) => void,
): number {
  let cases = 0;
  for (let round = 0; round < count; round += 1) {
    const random = mulberry32(seed * 1_000_003 + round);
    const model = randomModel(random, kind);
    try {
      check(model, random);
    } catch (cause) {
      throw new Error(`seed ${seed}, round ${round}: ${(cause as Error).message}`, { cause });
    }
    cases += model.size * model.relations.length;
  }
  return cases;
}

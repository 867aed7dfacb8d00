// Builds the synthetic benchmark models, draw by draw as their description fixes it, and fingerprints solutions.
import { mulberry32 } from '../../src/base/index.ts';
import type { Solution } from '../../src/engine/index.ts';
import type { Concept, Direction, GraphModel, Preorder } from '../../src/model/index.ts';
import { optionModel, preorder, spaceOf } from './models.ts';
import { isStable } from './solutions.ts';

/** What names a synthetic model. */
export interface Synthetic {
  readonly decisionMakers: number;
  readonly options: number;
  readonly seed: number;
  readonly infeasible?: number;
  readonly oneWay?: number;
  /** 0: strict rankings. */
  readonly tieLevels?: number;
}

/**
 * The model: options split contiguously, the first decision makers getting one more; then, from one stream, the
 * infeasible states (the first stays feasible), the one-way options, and a ranking for each decision maker.
 */
export function synthetic(given: Synthetic): GraphModel {
  const { decisionMakers, options, seed, infeasible = 0, oneWay = 0, tieLevels = 0 } = given;
  const random = mulberry32(seed);
  const states: number[] = [];
  for (let s = 0; s < 2 ** options; s += 1) {
    const isBarred = infeasible > 0 && random() < infeasible;
    if (!isBarred || s === 0) states.push(s);
  }
  const directions = Array.from({ length: options }, (): Direction => {
    if (oneWay === 0) return 'both';
    const draw = random();
    return draw < oneWay / 2 ? 'take' : draw < oneWay ? 'drop' : 'both';
  });
  const size = states.length;
  const ranking = (): Preorder => {
    if (tieLevels > 0)
      return preorder(Int32Array.from({ length: size }, () => Math.floor(random() * tieLevels)));
    const order = states.map((_, s) => s);
    for (let last = size - 1; last >= 1; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    const rank = new Int32Array(size);
    order.forEach((s, place) => {
      rank[s] = size - place;
    });
    return preorder(rank);
  };
  const share = Math.floor(options / decisionMakers);
  const owners = Array.from(
    { length: decisionMakers },
    (_, dm) => share + (dm < options % decisionMakers ? 1 : 0),
  );
  return optionModel({
    options: owners,
    space: spaceOf(options, states),
    directions,
    relations: owners.map(ranking),
  });
}

/** FNV-1a, 32 bits, over one byte 0 or 1 for each decision maker's state, decision maker by decision maker. */
export function fingerprint(solution: Solution, concept: Concept): string {
  let hash = 0x811c9dc5;
  for (const [dm, row] of solution.stable.entries())
    for (let s = 0; s < row.length; s += 1)
      hash = Math.imul(hash ^ (isStable(solution, concept, dm, s) ? 1 : 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

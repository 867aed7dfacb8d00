// Builds the synthetic benchmark models, draw by draw as their description fixes it, and fingerprints their solutions.
import type { Random } from '../src/base/index.ts';
import { mulberry32 } from '../src/base/index.ts';
import { conceptBit } from '../src/engine/index.ts';
import type { Concept, Direction, GraphModel, StateSpace } from '../src/model/index.ts';
import { fullSpace } from '../src/model/index.ts';

/** What a synthetic model is drawn from. */
export interface Recipe {
  readonly decisionMakers: number;
  readonly options: number;
  readonly seed: number;
  /** The chance that a state is infeasible; 0 where missing. */
  readonly infeasible?: number;
  /** The chance that an option goes one way; 0 where missing. */
  readonly oneWay?: number;
  /** In how many levels states are ranked; strictly where missing or 0. */
  readonly tieLevels?: number;
}

/** A model as it is drawn, before its states are built. */
export interface Drawn {
  readonly options: number;
  /** 1 for each of the 2^options patterns that is feasible; nothing where all are. */
  readonly feasible: Uint8Array | undefined;
  readonly owned: readonly (readonly number[])[];
  readonly directions: readonly Direction[];
  /** n arrays of shape (m,), higher for better. */
  readonly ranks: readonly Int32Array[];
}

/**
 * The name under which programs compare their results for a recipe.
 * @example nameOf({ decisionMakers: 3, options: 8, seed: 1 }) // => 'D3_m8_s1'
 */
export function nameOf({ decisionMakers, options, seed }: Recipe): string {
  return `D${decisionMakers}_m${options}_s${seed}`;
}

/**
 * Draws a model, all from one stream of mulberry32: first the infeasible states by rising pattern (the first stays feasible,
 * its draw is made), then the one-way options, then the rankings, decision maker by decision maker. Options are split
 * contiguously, the first decision makers getting one more.
 */
export function draw({
  decisionMakers,
  options,
  seed,
  infeasible = 0,
  oneWay = 0,
  tieLevels = 0,
}: Recipe): Drawn {
  const random = mulberry32(seed);
  const feasible = infeasible > 0 ? drawFeasible(2 ** options, infeasible, random) : undefined;
  const directions = Array.from({ length: options }, (): Direction => {
    const x = oneWay > 0 ? random() : 1;
    return x < oneWay / 2 ? 'take' : x < oneWay ? 'drop' : 'both';
  });
  const size = feasible === undefined ? 2 ** options : feasible.reduce((sum, one) => sum + one, 0);
  const share = Math.floor(options / decisionMakers);
  let first = 0;
  const owned = Array.from({ length: decisionMakers }, (_, dm) => {
    const from = first;
    first += share + (dm < options % decisionMakers ? 1 : 0);
    return Array.from({ length: first - from }, (_, i) => from + i);
  });
  const ranks = owned.map(() =>
    tieLevels > 0 ? drawLevels(size, tieLevels, random) : drawOrder(size, random),
  );
  return { options, feasible, owned, directions, ranks };
}

function drawFeasible(patterns: number, chance: number, random: Random): Uint8Array {
  const feasible = new Uint8Array(patterns);
  for (let pattern = 0; pattern < patterns; pattern += 1) feasible[pattern] = random() < chance ? 0 : 1;
  feasible[0] = 1;
  return feasible;
}

function drawLevels(size: number, levels: number, random: Random): Int32Array {
  const rank = new Int32Array(size);
  for (let s = 0; s < size; s += 1) rank[s] = Math.floor(random() * levels);
  return rank;
}

/** A Fisher-Yates shuffle of the states, the first the best. */
function drawOrder(size: number, random: Random): Int32Array {
  const order = new Int32Array(size);
  for (let s = 0; s < size; s += 1) order[s] = s;
  for (let last = size - 1; last >= 1; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] as number;
    order[last] = order[other] as number;
    order[other] = moved;
  }
  const rank = new Int32Array(size);
  for (let place = 0; place < size; place += 1) rank[order[place] as number] = size - 1 - place;
  return rank;
}

/** The model of what was drawn: this builds its states, and is timed with the solving. */
export function modelOf({ options, feasible, owned, directions, ranks }: Drawn): GraphModel {
  const space = feasible === undefined ? fullSpace(options) : spaceOf(options, feasible);
  return {
    size: space.size,
    moves: { kind: 'option', space, owned, directions },
    relations: ranks.map((rank) => ({ kind: 'preorder', rank })),
  };
}

function spaceOf(options: number, feasible: Uint8Array): StateSpace {
  let size = 0;
  const patterns = new Uint32Array(feasible.length);
  for (let pattern = 0; pattern < feasible.length; pattern += 1) {
    patterns[size] = pattern;
    size += feasible[pattern] as number;
  }
  return { size, options, words: [patterns.slice(0, size)], isFull: size === feasible.length };
}

/**
 * FNV-1a of 32 bits over one byte, 0 or 1, for each decision maker and state: equal where the stabilities are.
 * @example fingerprint([], 'nash') // => '811c9dc5'
 */
export function fingerprint(stable: readonly Uint8Array[], concept: Concept): string {
  const bit = conceptBit(concept);
  let hash = 0x811c9dc5;
  for (const row of stable)
    for (let s = 0; s < row.length; s += 1)
      hash = Math.imul(hash ^ (((row[s] as number) & bit) === 0 ? 0 : 1), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

// Counts in how many readings of the preferences each state is an equilibrium, for any stretch of the readings.
import type { Watch } from '../base/index.ts';
import { mulberry32, unwatched } from '../base/index.ts';
import { defaultSettings, solver } from '../engine/index.ts';
import type { Concept, Conflict, Relation, StateIndex } from '../model/index.ts';
import { concepts as allConcepts } from '../model/index.ts';
import type { RobustPart, RobustSettings, WeightedRelation } from './robust-parts.ts';
import { robustParts } from './robust-parts.ts';

/** The readings of a conflict in a row: all distinct ones, or a sample. Made from the same input it is the same. */
export interface RobustPlan {
  readonly conflict: Conflict;
  readonly settings: RobustSettings;
  readonly parts: readonly RobustPart[];
  readonly method: 'exact' | 'sampled';
  /** The number of all readings; exact up to 2^53. */
  readonly total: number;
  /** How many are solved, numbered from 0: the distinct ones, or the samples. */
  readonly size: number;
}

/** What was counted over some readings; sums of whole numbers, so that the order of adding makes no difference. */
export interface RobustTally {
  /** The readings that those solved stand for. */
  readonly readings: number;
  readonly solved: number;
  /** In how many each state is an equilibrium: place `c m + s` for the c-th concept. Shape (5 m,). */
  readonly equilibrium: Float64Array;
  /** In how many some agreement state is one, by concept. Shape (5,). */
  readonly agreement: Float64Array;
}

/** Up to this many readings, and this many states in all of them, are gone through one by one. */
const readingLimit = 1e6;
const stateLimit = 4e7;
/** How much dearer a reading is that only the reference engine can solve. */
const referenceCost = 200;

/**
 * All readings where they are few, else a sample.                                              Rule [ROB5].
 * @complexity that of listing the parts
 */
export function robustPlan(conflict: Conflict, settings: RobustSettings): RobustPlan {
  const parts = robustParts(conflict, settings);
  return planOf(conflict, settings, parts);
}

/** The plan in which one decision maker's preference varies and all others stand as listed. */
export function robustPlanFor({ conflict, settings, parts }: RobustPlan, dm: number): RobustPlan {
  const held = parts.map((part, place) => (place === dm ? part : fixedPart(part.asListed)));
  const alone = { ...settings, samples: Math.min(settings.samples, variationSamples) };
  const isLong = (parts[dm]?.listed?.length ?? 0) > variationSamples;
  return planOf(conflict, isLong ? { ...alone, isSampled: true } : alone, held);
}

/** Who decides is found by so many readings of one decision maker's preference. */
const variationSamples = 2000;

function planOf(conflict: Conflict, settings: RobustSettings, parts: readonly RobustPart[]): RobustPlan {
  const total = parts.reduce((product, part) => product * part.total, 1);
  const distinct = parts.reduce((product, part) => product * (part.listed?.length ?? Infinity), 1);
  const isFast =
    conflict.moves.kind === 'option' &&
    parts.every(({ listed = [] }) => listed.every(({ relation }) => relation.kind === 'preorder'));
  const work = distinct * conflict.size * (isFast ? 1 : referenceCost);
  const isExact = settings.isSampled !== true && total <= readingLimit && work <= stateLimit;
  const size = isExact ? distinct : settings.samples;
  return { conflict, settings, parts, method: isExact ? 'exact' : 'sampled', total, size };
}

function fixedPart(relation: Relation): RobustPart {
  return { total: 1, listed: [{ relation, readings: 1 }], draw: () => relation, asListed: relation };
}

/** Nothing counted yet. */
export function emptyTally(size: number): RobustTally {
  return {
    readings: 0,
    solved: 0,
    equilibrium: new Float64Array(allConcepts.length * size),
    agreement: new Float64Array(allConcepts.length),
  };
}

/** Two counts together. */
export function addTallies(a: RobustTally, b: RobustTally): RobustTally {
  return {
    readings: a.readings + b.readings,
    solved: a.solved + b.solved,
    equilibrium: a.equilibrium.map((count, place) => count + (b.equilibrium[place] as number)),
    agreement: a.agreement.map((count, place) => count + (b.agreement[place] as number)),
  };
}

/**
 * Counts over the readings `from ... to - 1` of a plan. The i-th sample depends on the seed and on i alone, so that
 * stretches may be counted anywhere, in any order.                                            Rule [ROB6].
 * @param watch - where it stops the work, what was counted by then is returned
 * @complexity one solution for each reading
 */
export function tallyRange(
  plan: RobustPlan,
  from: number,
  to: number,
  watch: Watch = unwatched,
): RobustTally {
  const { conflict, parts } = plan;
  const { size } = conflict;
  const tally = emptyTally(size);
  const { equilibrium, agreement } = tally;
  const agreed = agreementStates(conflict);
  const solve = solver(conflict.moves, { ...defaultSettings, concepts: allConcepts }, watch);
  let readings = 0;
  let solved = 0;
  for (let number = from; number < to && !watch.stopped(); number += 1) {
    const chosen =
      plan.method === 'exact' ? readingAt(parts, number) : sampleAt(parts, plan.settings.seed, number);
    const { stable, complete } = solve(chosen.relations);
    if (!complete) break;
    for (let s = 0; s < size; s += 1) {
      const bits = forAll(stable, s);
      for (let c = 0; bits >>> c > 0; c += 1)
        if (((bits >>> c) & 1) === 1)
          equilibrium[c * size + s] = (equilibrium[c * size + s] as number) + chosen.readings;
    }
    let some = 0;
    for (const s of agreed) some |= forAll(stable, s);
    for (let c = 0; some >>> c > 0; c += 1)
      if (((some >>> c) & 1) === 1) agreement[c] = (agreement[c] as number) + chosen.readings;
    readings += chosen.readings;
    solved += 1;
  }
  return { ...tally, readings, solved };
}

/** The concepts under which a state is stable for all. */
function forAll(stable: readonly Uint8Array[], s: StateIndex): number {
  let bits = 0xff;
  for (const row of stable) bits &= row[s] as number;
  return stable.length === 0 ? 0 : bits;
}

interface Chosen {
  readonly relations: readonly Relation[];
  readonly readings: number;
}

/** The reading with this number: each decision maker's list is a digit, the first the fastest. */
function readingAt(parts: readonly RobustPart[], number: number): Chosen {
  let rest = number;
  let readings = 1;
  const relations = parts.map(({ listed = [] }) => {
    const item = listed[rest % listed.length] as WeightedRelation;
    rest = Math.floor(rest / listed.length);
    readings *= item.readings;
    return item.relation;
  });
  return { relations, readings };
}

function sampleAt(parts: readonly RobustPart[], seed: number, number: number): Chosen {
  const random = mulberry32(scattered(scattered(seed) + number));
  return { relations: parts.map((part) => part.draw(random)), readings: 1 };
}

/** 32 bits mixed so that neighbouring numbers give unlike streams (the finaliser of MurmurHash3). */
function scattered(number: number): number {
  let mixed = number | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function agreementStates({ agreement }: Conflict): readonly StateIndex[] {
  return agreement === undefined ? [] : [...agreement.keys()].filter((s) => agreement[s] === 1);
}

/** The number of a concept in a tally. */
export function placeOf(concept: Concept): number {
  return allConcepts.indexOf(concept);
}

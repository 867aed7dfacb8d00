// Decides which states are stable for whom, in every reading of the preferences and in some.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Settings, Solution } from '../engine/index.ts';
import { conceptBit, defaultSettings, solver } from '../engine/index.ts';
import type { Concept, Conflict, StateIndex } from '../model/index.ts';
import { graphModel } from '../model/index.ts';
import type { Part, Readings } from './orders.ts';
import { openOrderBudget, readingsOf } from './orders.ts';

/** Stability of every state for every decision maker of a conflict; arrays as in the engine's solution. */
export interface Stability extends Solution {
  /** The orders of statements that were gone through, where some list has no known order. */
  readonly orders?: Pick<Readings, 'method' | 'total' | 'counted' | 'seed'>;
}

/**
 * Solves a conflict in all its readings at once.
 *
 * Unknown pairs are resolved exactly by the engine; lists of unknown order are gone through order by order, and a
 * state is stable in every reading iff it is in each of them.                                     Rule [STB1].
 * @param watch - where it stops the work, `complete` is false, and what is marked stable or possible may be relied on;
 *   with open orders that leaves nothing stable, since an order that was not tried may break it
 * @complexity that of one solution, times the number of distinct readings
 */
export function stabilityOf(
  conflict: Conflict,
  settings: Settings = defaultSettings,
  watch: Watch = unwatched,
): Stability {
  const solve = solver(conflict.moves, settings, watch);
  if (!conflict.preferences.some((preference) => preference.isOrderOpen)) {
    return solve(graphModel(conflict).relations);
  }
  const readings = readingsOf(openParts(conflict), conflict.size, openOrderBudget);
  const stable = conflict.preferences.map(() => new Uint8Array(conflict.size).fill(0xff));
  const possible = conflict.preferences.map(() => new Uint8Array(conflict.size));
  let last: Solution | undefined;
  let done = 0;
  for (const { ranks } of readings.each()) {
    if (watch.stopped()) break;
    last = solve(
      conflict.preferences.map((preference, dm) =>
        preference.isOrderOpen ? { kind: 'preorder', rank: ranks[dm] as Int32Array } : preference.relation,
      ),
    );
    if (!last.complete) break;
    intersect(stable, last.stable);
    unite(possible, last.possible);
    done += 1;
    watch.progress?.(done, readings.size, 'orders');
  }
  const { method, total, counted, seed } = readings;
  const complete = done === readings.size;
  return {
    method: last?.method ?? 'reference',
    settings,
    stable: complete ? stable : conflict.preferences.map(() => new Uint8Array(conflict.size)),
    possible,
    complete,
    orders: { method, total, counted, ...(seed === undefined ? {} : { seed }) },
  };
}

/** Lists of unknown order vary; everything else stands, and the engine takes care of unknown pairs. */
function openParts(conflict: Conflict): readonly Part[] {
  return conflict.preferences.map(({ isOrderOpen, truths, before = [] }) =>
    isOrderOpen ? { truths, before } : { rank: new Int32Array(conflict.size) },
  );
}

function intersect(into: readonly Uint8Array[], other: readonly Uint8Array[]): void {
  into.forEach((bits, dm) => {
    for (let s = 0; s < bits.length; s += 1) bits[s] = (bits[s] as number) & (other[dm]?.[s] as number);
  });
}

function unite(into: readonly Uint8Array[], other: readonly Uint8Array[]): void {
  into.forEach((bits, dm) => {
    for (let s = 0; s < bits.length; s += 1) bits[s] = (bits[s] as number) | (other[dm]?.[s] as number);
  });
}

/** How sure a finding is: in every reading of what is not known, in some, or in none. */
export type Modality = 'every' | 'some' | 'none';

/**
 * In which readings is `s` stable for `dm` under a concept?
 */
export function stableIn(stability: Stability, dm: number, s: StateIndex, concept: Concept): Modality {
  const bit = conceptBit(concept);
  if (((stability.stable[dm]?.[s] as number) & bit) !== 0) return 'every';
  return ((stability.possible[dm]?.[s] as number) & bit) !== 0 ? 'some' : 'none';
}

/**
 * Is `s` an equilibrium, stable for all, each judged by `conceptOf` its place? `some` means that it is stable for each
 * in some reading, not that one reading makes it stable for all.
 */
export function equilibriumIn(
  stability: Stability,
  s: StateIndex,
  conceptOf: (dm: number) => Concept,
): Modality {
  let isSure = true;
  for (let dm = 0; dm < stability.stable.length; dm += 1) {
    const word = stableIn(stability, dm, s, conceptOf(dm));
    if (word === 'none') return 'none';
    isSure &&= word === 'every';
  }
  return isSure ? 'every' : 'some';
}

/**
 * The equilibria of a conflict, in increasing order: in every reading, and those that are so for each decision maker
 * in some reading only.
 * @complexity O(m · n)
 */
export function equilibriaOf(
  stability: Stability,
  size: number,
  conceptOf: (dm: number) => Concept,
): { readonly every: readonly StateIndex[]; readonly some: readonly StateIndex[] } {
  const found: { readonly every: StateIndex[]; readonly some: StateIndex[] } = { every: [], some: [] };
  for (let s = 0; s < size; s += 1) {
    const word = equilibriumIn(stability, s, conceptOf);
    if (word !== 'none') found[word].push(s);
  }
  return found;
}

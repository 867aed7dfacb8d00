// Goes through the orders in which statements may be ranked, merging orders that come to the same ranking.
import type { Random } from '../base/index.ts';
import { mulberry32 } from '../base/index.ts';
import type { Precedences } from '../model/index.ts';
import { rankByStatements } from '../model/index.ts';
import { countOrders, drawOrder } from './partial-orders.ts';

/** A ranking and the number of orders of the statements that give it. */
export interface WeightedRanking {
  readonly rank: Int32Array;
  readonly orders: number;
}

/**
 * The distinct rankings that the k! orders of some statements give.
 *
 * Orders are tried statement by statement; once what is left splits no group of tied states further, all its orders
 * give the same ranking and are counted at once.                                                Rule [ORD1].
 * @param truths - k arrays of shape (m,): where each statement holds
 * @param size - m
 * @param before - pairs of places of which the first is known to come first; orders that break one are left out
 * @returns their `orders` add up to k!, or to the number of orders that are left
 * @complexity O(m · number of prefixes that still split), at most O(m · k!)
 * @example rankingsOfOrders([Uint8Array.of(1, 0), Uint8Array.of(0, 1)], 2).map(({ orders }) => orders) // => [1, 1]
 */
export function rankingsOfOrders(
  truths: readonly Uint8Array[],
  size: number,
  before: Precedences = [],
): readonly WeightedRanking[] {
  return distinctRankings(truths, size, before, Number.POSITIVE_INFINITY) as readonly WeightedRanking[];
}

/** The same, or nothing where there are more than `most`. */
function distinctRankings(
  truths: readonly Uint8Array[],
  size: number,
  before: Precedences,
  most: number,
): readonly WeightedRanking[] | undefined {
  const found = new Map<string, { readonly rank: Int32Array; orders: number }>();
  walkOrders(truths, size, before, (rank, _, left) => {
    const orders = countOrders(left, before);
    const key = keyOf(rank);
    const known = found.get(key);
    if (known === undefined) found.set(key, { rank, orders });
    else known.orders += orders;
    return found.size <= most;
  });
  return found.size > most ? undefined : [...found.values()];
}

/**
 * Visits the beginnings of orders after which nothing splits a group of tied states any more.
 * @param visit - told the ranking, the places of the beginning in order, and the places that are left; false ends it
 */
export function walkOrders(
  truths: readonly Uint8Array[],
  size: number,
  before: Precedences,
  visit: (rank: Int32Array, beginning: readonly number[], left: readonly number[]) => boolean,
): void {
  const extend = (rank: Int32Array, beginning: readonly number[], left: readonly number[]): boolean => {
    const splitting = new Set(left.filter((place) => splits(rank, truths[place] as Uint8Array)));
    if (splitting.size === 0) return visit(rank, beginning, left);
    const free = left.filter(
      (place) => !before.some(([above, below]) => below === place && left.includes(above)),
    );
    return free.every((place) =>
      extend(
        splitting.has(place) ? refine(rank, truths[place] as Uint8Array) : rank,
        [...beginning, place],
        left.filter((other) => other !== place),
      ),
    );
  };
  extend(new Int32Array(size), [], [...truths.keys()]);
}

/** Does a statement hold in some and not in all states of a group of tied ones? */
function splits(rank: Int32Array, truth: Uint8Array): boolean {
  const first = new Int8Array(rank.length).fill(-1);
  return rank.some((group, s) => {
    if (first[group] === -1) first[group] = truth[s] as number;
    return first[group] !== truth[s];
  });
}

function refine(rank: Int32Array, truth: Uint8Array): Int32Array {
  const used = new Uint8Array(2 * rank.length);
  rank.forEach((group, s) => {
    used[2 * group + (truth[s] as number)] = 1;
  });
  const dense = new Int32Array(used.length);
  for (let group = 1; group < used.length; group += 1) {
    dense[group] = (dense[group - 1] as number) + (used[group - 1] as number);
  }
  return rank.map((group, s) => dense[2 * group + (truth[s] as number)] as number);
}

/** A short text that equal rankings share. */
export function keyOf(rank: Int32Array): string {
  return rank.length < 2 ** 16
    ? String.fromCharCode(...rank.subarray(0, 2 ** 14)) + rank.subarray(2 ** 14).join()
    : rank.join();
}

/** One complete reading: a ranking for each decision maker, and how many orders come to it. */
export interface Reading {
  readonly ranks: readonly Int32Array[];
  readonly orders: number;
}

/** The readings of a conflict over the orders of its lists: all of them, or a seeded sample. */
export interface Readings {
  readonly method: 'exact' | 'sampled';
  /** The number of all orders; exact up to 2^53. */
  readonly total: number;
  /** The orders that the readings stand for: `total` where exact, else the number of samples. */
  readonly counted: number;
  readonly seed?: number;
  /** The number of distinct readings. */
  readonly size: number;
  readonly each: () => Iterable<Reading>;
}

/** A decision maker's part in the readings: lists whose order may vary, or a ranking that stands. */
export type Part =
  | { readonly truths: readonly Uint8Array[]; readonly before?: Precedences }
  | { readonly rank: Int32Array };

/** The number of orders in which a part may be read; 1 for a ranking that stands. */
export function ordersOf(part: Part): number {
  return 'truths' in part ? countOrders([...part.truths.keys()], part.before ?? []) : 1;
}

/** Rankings of more states in all than this are not listed, whatever the budget. */
const listingLimit = 2e8;

/** When orders are tried one by one, and how many are drawn when they are not. */
export interface OrderBudget {
  /** At most this many orders are tried one by one. */
  readonly orders: number;
  /** At most this many states are solved, over all distinct readings; of a sample too, but for the first few. */
  readonly states: number;
  readonly samples: number;
  readonly seed: number;
}

/** However large the states, so many orders are drawn at least: fewer would say nothing. */
const fewestSamples = 10;

/** The contract's bound for open orders: exact while the product of the permutations stays under a million. */
export const openOrderBudget: OrderBudget = { orders: 1e6, states: Infinity, samples: 1000, seed: 1 };

/**
 * All readings where they are few enough, else a sample in which each list is put in random order.  Rule [ORD2].
 * @param parts - one for each of the n decision makers
 * @param size - m
 */
export function readingsOf(
  parts: readonly Part[],
  size: number,
  budget: OrderBudget = openOrderBudget,
): Readings {
  const total = parts.reduce((product, part) => product * ordersOf(part), 1);
  const longest = Math.max(1, ...parts.map(ordersOf));
  const most = budget.states / size;
  if (total <= budget.orders && longest * size <= listingLimit) {
    const rankings = parts.map((part) =>
      'truths' in part
        ? distinctRankings(part.truths, size, part.before ?? [], most)
        : [{ rank: part.rank, orders: 1 }],
    );
    const known = rankings.filter((list) => list !== undefined);
    const distinct = known.reduce((product, list) => product * list.length, 1);
    if (known.length === parts.length && distinct <= most) {
      const each = (): Iterable<Reading> => combinations(known);
      return { method: 'exact', total, counted: total, size: distinct, each };
    }
  }
  const { seed } = budget;
  const samples = Math.min(budget.samples, Math.max(fewestSamples, Math.floor(most)));
  const each = (): Iterable<Reading> => draws(parts, size, samples, mulberry32(seed));
  return { method: 'sampled', total, counted: samples, seed, size: samples, each };
}

function* combinations(rankings: readonly (readonly WeightedRanking[])[]): Iterable<Reading> {
  const at = rankings.map(() => 0);
  for (;;) {
    const chosen = rankings.map((list, dm) => list[at[dm] as number] as WeightedRanking);
    yield {
      ranks: chosen.map(({ rank }) => rank),
      orders: chosen.reduce((product, { orders }) => product * orders, 1),
    };
    let dm = 0;
    while (dm < at.length && (at[dm] as number) + 1 === (rankings[dm] as readonly unknown[]).length)
      at[dm++] = 0;
    if (dm === at.length) return;
    at[dm] = (at[dm] as number) + 1;
  }
}

function* draws(parts: readonly Part[], size: number, samples: number, random: Random): Iterable<Reading> {
  for (let draw = 0; draw < samples; draw += 1) {
    const ranks = parts.map((part) =>
      'truths' in part ? drawRanking(part.truths, part.before ?? [], size, random) : part.rank,
    );
    yield { ranks, orders: 1 };
  }
}

function drawRanking(
  truths: readonly Uint8Array[],
  before: Precedences,
  size: number,
  random: Random,
): Int32Array {
  const order = drawOrder(truths.length, before, random);
  return rankByStatements(
    order.map((place) => truths[place] as Uint8Array),
    size,
  );
}

// Goes through the orders in which statements may be ranked, merging orders that come to the same ranking.
import type { Random } from '../base/index.ts';
import { mulberry32, shuffle } from '../base/index.ts';
import { rankByStatements } from '../model/index.ts';

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
 * @returns their `orders` add up to k!
 * @complexity O(m · number of prefixes that still split), at most O(m · k!)
 * @example rankingsOfOrders([Uint8Array.of(1, 0), Uint8Array.of(0, 1)], 2).map(({ orders }) => orders) // => [1, 1]
 */
export function rankingsOfOrders(truths: readonly Uint8Array[], size: number): readonly WeightedRanking[] {
  const found = new Map<string, { readonly rank: Int32Array; orders: number }>();
  const extend = (rank: Int32Array, left: readonly Uint8Array[]): void => {
    const splitting = left.filter((truth) => splits(rank, truth));
    if (splitting.length === 0) {
      const key = keyOf(rank);
      const known = found.get(key);
      if (known === undefined) found.set(key, { rank, orders: factorial(left.length) });
      else known.orders += factorial(left.length);
      return;
    }
    for (const truth of left) {
      const next = splitting.includes(truth) ? refine(rank, truth) : rank;
      extend(
        next,
        left.filter((other) => other !== truth),
      );
    }
  };
  extend(new Int32Array(size), truths);
  return [...found.values()];
}

/** k! for the orders of k statements. */
export function factorial(k: number): number {
  let product = 1;
  for (let factor = 2; factor <= k; factor += 1) product *= factor;
  return product;
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

function keyOf(rank: Int32Array): string {
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
export type Part = { readonly truths: readonly Uint8Array[] } | { readonly rank: Int32Array };

/** Rankings of more states in all than this are not listed, whatever the budget. */
const listingLimit = 2e8;

/** When orders are tried one by one, and how many are drawn when they are not. */
export interface OrderBudget {
  /** At most this many orders are tried one by one. */
  readonly orders: number;
  /** At most this many states are solved, over all distinct readings. */
  readonly states: number;
  readonly samples: number;
  readonly seed: number;
}

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
  const total = parts.reduce(
    (product, part) => product * ('truths' in part ? factorial(part.truths.length) : 1),
    1,
  );
  const longest = Math.max(1, ...parts.map((part) => ('truths' in part ? factorial(part.truths.length) : 1)));
  if (total <= budget.orders && longest * size <= listingLimit) {
    const rankings = parts.map((part) =>
      'truths' in part ? rankingsOfOrders(part.truths, size) : [{ rank: part.rank, orders: 1 }],
    );
    const distinct = rankings.reduce((product, list) => product * list.length, 1);
    if (distinct * size <= budget.states) {
      const each = (): Iterable<Reading> => combinations(rankings);
      return { method: 'exact', total, counted: total, size: distinct, each };
    }
  }
  const { samples, seed } = budget;
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
      'truths' in part ? rankByStatements(shuffle([...part.truths], random), size) : part.rank,
    );
    yield { ranks, orders: 1 };
  }
}

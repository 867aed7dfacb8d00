// Finds the one question about an unknown order whose answer says most about the verdict.
import type { Random, Watch } from '../base/index.ts';
import { mulberry32, unwatched } from '../base/index.ts';
import type { Settings } from '../engine/index.ts';
import { conceptBit, defaultSettings, solver } from '../engine/index.ts';
import type { Concept, Conflict, Precedences, Relation } from '../model/index.ts';
import { rankByStatements } from '../model/index.ts';
import { acceptance } from './deal.ts';
import type { OrderBudget } from './orders.ts';
import { keyOf, ordersOf, walkOrders } from './orders.ts';
import { countOrders, drawOrder } from './partial-orders.ts';

/**
 * What an order comes to: an agreement holds; none does, though one is better for all who sign; neither. Where the
 * account names no agreement: the status quo holds or does not.
 */
export const orderOutcomes = ['stable', 'deal', 'neither'] as const;
export type OrderOutcome = (typeof orderOutcomes)[number];

/** How many orders come to each outcome. */
export type OutcomeCounts = Readonly<Record<OrderOutcome, number>>;

/** Which of two statements of a decision maker matters more, and what follows either way. */
export interface OrderingQuestion {
  readonly decisionMaker: number;
  /** Places of the two statements in the list, from 0. */
  readonly pair: readonly [number, number];
  /** The orders in which the first of the two comes first, by outcome. */
  readonly first: OutcomeCounts;
  readonly second: OutcomeCounts;
  /** Half the sum of the differences between the shares of the outcomes, in [0, 1]: 1 if the answer settles it. */
  readonly split: number;
}

/** What the open orders of a conflict leave open. */
export interface OpenOrders {
  readonly method: 'exact' | 'sampled';
  readonly concept: Concept;
  /** Whether the outcomes are about an agreement, or about the status quo. */
  readonly about: 'agreement' | 'statusQuo';
  /** All orders that are left. */
  readonly total: number;
  /** Those that were looked at: all, or the sample. */
  readonly counted: number;
  readonly seed?: number;
  readonly outcomes: OutcomeCounts;
  /** Missing where no answer about one pair changes any share. */
  readonly question?: OrderingQuestion;
  readonly complete: boolean;
}

/** One way to read a list: its ranking, and for how many orders, and by pair, it stands. */
interface Way {
  readonly rank: Int32Array;
  orders: number;
  /** At i · k + j: the orders with place i before place j. */
  readonly pairs: Float64Array;
}

/** Exact while the orders are at most a million; then at most so many rankings are solved. */
const questionBudget: OrderBudget = { orders: 1e6, states: 4e6, samples: 2000, seed: 1 };

/**
 * The pair of statements whose order, once known, changes the shares of the outcomes most.           Rule [ORD5].
 *
 * For each pair (a, b) of a list of unknown order the orders with a before b are held against those with b before a;
 * of equal splits the first in the order of the file is asked. Lists of known order stand.
 * @returns nothing where no order is open, or pairs of states are unknown beside it
 * @complexity one solution for each distinct reading
 */
export function openOrders(
  conflict: Conflict,
  concept: Concept = 'seq',
  settings: Settings = defaultSettings,
  budget: OrderBudget = questionBudget,
  watch: Watch = unwatched,
): OpenOrders | undefined {
  const { preferences, size } = conflict;
  const isOpen = preferences.map(({ isOrderOpen, truths }) => isOrderOpen && truths.length > 1);
  if (!isOpen.includes(true)) return undefined;
  if (preferences.some(({ relation }, dm) => !isOpen[dm] && relation.kind === 'partial')) return undefined;
  const judge = judgeOf(conflict, concept, settings, watch);
  const tally = emptyTally(preferences.map(({ truths }, dm) => (isOpen[dm] ? truths.length : 0)));
  const total = preferences.reduce(
    (product, { truths, before = [] }, dm) => product * (isOpen[dm] ? ordersOf({ truths, before }) : 1),
    1,
  );
  const standing = { orders: 1, pairs: new Float64Array(0) };
  const most = budget.states / size;
  const found =
    total <= budget.orders
      ? preferences.map(({ truths, before = [], relation }, dm): readonly Way[] | undefined =>
          isOpen[dm]
            ? waysOf(truths, before, size, most)
            : [{ ...standing, rank: relation.kind === 'preorder' ? relation.rank : new Int32Array(size) }],
        )
      : [];
  const ways = found.filter((list) => list !== undefined);
  const distinct = ways.reduce((product, list) => product * list.length, 1);
  const isExact = ways.length === preferences.length && distinct <= most;
  const wanted = isExact ? distinct : budget.samples;
  const random = mulberry32(budget.seed);
  let done = 0;
  for (; done < wanted && !watch.stopped(); done += 1) {
    const chosen = isExact ? wayAt(ways, done) : drawWays(conflict, isOpen, random);
    const outcome = judge(chosen.map(({ rank }) => rank));
    if (outcome === undefined) break;
    tally.add(outcome, chosen);
    watch.progress?.(done + 1, wanted, 'orders');
  }
  const outcomes = tally.outcomes();
  const question = tally.question();
  return {
    method: isExact ? 'exact' : 'sampled',
    concept,
    about: conflict.agreement === undefined ? 'statusQuo' : 'agreement',
    total,
    counted: orderOutcomes.reduce((sum, outcome) => sum + outcomes[outcome], 0),
    ...(isExact ? {} : { seed: budget.seed }),
    outcomes,
    ...(question === undefined ? {} : { question }),
    complete: done === wanted,
  };
}

/** The distinct rankings that the orders of a list give; nothing where there are more than `most`. */
function waysOf(
  truths: readonly Uint8Array[],
  before: Precedences,
  size: number,
  most: number,
): readonly Way[] | undefined {
  const k = truths.length;
  const found = new Map<string, Way>();
  const countIn = remembered((left: readonly number[], more: Precedences) =>
    countOrders(left, [...before, ...more]),
  );
  walkOrders(truths, size, before, (rank, beginning, left) => {
    const key = keyOf(rank);
    let way = found.get(key);
    if (way === undefined) {
      way = { rank, orders: 0, pairs: new Float64Array(k * k) };
      found.set(key, way);
    }
    const orders = countIn(left, []);
    way.orders += orders;
    const put = (i: number, j: number, more: number): void => {
      const { pairs } = way as Way;
      pairs[i * k + j] = (pairs[i * k + j] as number) + more;
    };
    beginning.forEach((i, place) => {
      for (const j of beginning.slice(place + 1)) put(i, j, orders);
      for (const j of left) put(i, j, orders);
    });
    left.forEach((i, place) => {
      for (const j of left.slice(place + 1)) {
        const first = countIn(left, [[i, j]]);
        put(i, j, first);
        put(j, i, orders - first);
      }
    });
    return found.size <= most;
  });
  return found.size > most ? undefined : [...found.values()];
}

/** Remembers counts by what they were asked for. */
function remembered(
  count: (left: readonly number[], more: Precedences) => number,
): (left: readonly number[], more: Precedences) => number {
  const known = new Map<string, number>();
  return (left, more) => {
    const key = `${left.join()};${more.join()}`;
    let found = known.get(key);
    if (found === undefined) {
      found = count(left, more);
      known.set(key, found);
    }
    return found;
  };
}

/** The n-th combination of one way for each decision maker, the first decision maker's changing fastest. */
function wayAt(ways: readonly (readonly Way[])[], n: number): readonly Way[] {
  let rest = n;
  return ways.map((list) => {
    const way = list[rest % list.length] as Way;
    rest = Math.floor(rest / list.length);
    return way;
  });
}

function drawWays(
  { preferences, size }: Conflict,
  isOpen: readonly boolean[],
  random: Random,
): readonly Way[] {
  return preferences.map(({ truths, before = [], relation }, dm) => {
    if (!isOpen[dm]) {
      const rank = relation.kind === 'preorder' ? relation.rank : new Int32Array(size);
      return { rank, orders: 1, pairs: new Float64Array(0) };
    }
    const k = truths.length;
    const order = drawOrder(k, before, random);
    const pairs = new Float64Array(k * k);
    order.forEach((i, place) => {
      for (const j of order.slice(place + 1)) pairs[i * k + j] = 1;
    });
    const rank = rankByStatements(
      order.map((place) => truths[place] as Uint8Array),
      size,
    );
    return { rank, orders: 1, pairs };
  });
}

/** Says what one reading comes to; nothing where the work was stopped. */
function judgeOf(
  conflict: Conflict,
  concept: Concept,
  settings: Settings,
  watch: Watch,
): (ranks: readonly Int32Array[]) => OrderOutcome | undefined {
  const solve = solver(conflict.moves, { ...settings, concepts: [concept] }, watch);
  const bit = conceptBit(concept);
  const { agreement, fallback, signatories } = conflict;
  const members =
    agreement === undefined ? [conflict.statusQuo] : [...agreement.keys()].filter((s) => agreement[s] === 1);
  return (ranks) => {
    const { stable, complete } = solve(ranks.map((rank): Relation => ({ kind: 'preorder', rank })));
    if (!complete) return undefined;
    if (members.some((s) => stable.every((bits) => ((bits[s] as number) & bit) !== 0))) return 'stable';
    if (agreement === undefined || fallback.kind !== 'state') return 'neither';
    const isDeal = members.some((s) => {
      const standing = signatories.map((dm) => {
        const difference = (ranks[dm]?.[s] as number) - (ranks[dm]?.[fallback.state] as number);
        return difference > 0 ? '>' : difference < 0 ? '<' : '~';
      });
      return acceptance(standing) === 'every';
    });
    return isDeal ? 'deal' : 'neither';
  };
}

/** Sums orders by outcome: all of them, and those with one statement before another. */
interface Tally {
  readonly add: (outcome: OrderOutcome, chosen: readonly Way[]) => void;
  readonly outcomes: () => OutcomeCounts;
  readonly question: () => OrderingQuestion | undefined;
}

/** @param sizes - the number of statements of each open list, 0 for others */
function emptyTally(sizes: readonly number[]): Tally {
  const zero = (): Record<OrderOutcome, number> => ({ stable: 0, deal: 0, neither: 0 });
  const all = zero();
  const byPair = sizes.map((k) => Array.from({ length: k * k }, zero));
  return {
    add: (outcome, chosen) => {
      const orders = chosen.reduce((product, way) => product * way.orders, 1);
      all[outcome] += orders;
      chosen.forEach(({ pairs, orders: own }, dm) => {
        pairs.forEach((count, pair) => {
          if (count > 0)
            (byPair[dm]?.[pair] as Record<OrderOutcome, number>)[outcome] += (count * orders) / own;
        });
      });
    },
    outcomes: () => all,
    question: () => {
      let best: OrderingQuestion | undefined;
      sizes.forEach((k, decisionMaker) => {
        for (let i = 0; i < k; i += 1)
          for (let j = i + 1; j < k; j += 1) {
            const first = byPair[decisionMaker]?.[i * k + j] as OutcomeCounts;
            const second = byPair[decisionMaker]?.[j * k + i] as OutcomeCounts;
            const split = distance(first, second);
            if (split > (best?.split ?? 1e-9)) best = { decisionMaker, pair: [i, j], first, second, split };
          }
      });
      return best;
    },
  };
}

/** Total variation between two distributions; 0 where one of them is empty, since then there is nothing to ask. */
function distance(first: OutcomeCounts, second: OutcomeCounts): number {
  const sum = (counts: OutcomeCounts): number =>
    orderOutcomes.reduce((total, outcome) => total + counts[outcome], 0);
  const [all, others] = [sum(first), sum(second)];
  if (all === 0 || others === 0) return 0;
  return (
    orderOutcomes.reduce(
      (total, outcome) => total + Math.abs(first[outcome] / all - second[outcome] / others),
      0,
    ) / 2
  );
}

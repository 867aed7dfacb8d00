// Says how one decision maker's preference may be read: every order, rival list and way of an unknown pair that fits.
import type { Random } from '../base/index.ts';
import type { Conflict, Precedences, Relation, Statement } from '../model/index.ts';
import { conditionOver, denseRank, rankByStatements } from '../model/index.ts';
import { ordersOf, rankingsOfOrders } from './orders.ts';
import { drawOrder } from './partial-orders.ts';
import { settledRelation } from './robust-pairs.ts';

/** What counts as a reading of the preferences, and how many are drawn where there are too many to go through. */
export interface RobustSettings {
  readonly samples: number;
  readonly seed: number;
  /** How many adjacent priorities change places in each list of known order; in a ranking, adjacent places. */
  readonly noise: number;
  /** Whether an unknown pair may also be a tie. */
  readonly ties: boolean;
  /** Draw samples however few the readings are. */
  readonly isSampled?: boolean;
}

export const defaultRobustSettings: RobustSettings = { samples: 10_000, seed: 1, noise: 0, ties: false };

/** A preference as one reading has it, and how many readings come to it. */
export interface WeightedRelation {
  readonly relation: Relation;
  readonly readings: number;
}

/** One decision maker's part in the readings. */
export interface RobustPart {
  /** The number of all its readings; exact up to 2^53. */
  readonly total: number;
  /** Its distinct preferences, where they are few enough to be listed. */
  readonly listed?: readonly WeightedRelation[];
  /** Its preference in a random reading, each as likely as any other. */
  readonly draw: (random: Random) => Relation;
  /** Its preference as the file has it: lists in the order in which they stand, the first of rival ones. */
  readonly asListed: Relation;
}

/** With up to this many readings in all, each decision maker's distinct preferences are listed as far as `listLimit`. */
const exactLimit = 1e6;
/** At most this many distinct preferences of one decision maker are listed, and this many states in all of them. */
const listLimit = 50_000;
/** Of more readings only samples are drawn: then no more than this are worth a list. */
const sampledListLimit = 1000;
const stateLimit = 2e7;

/**
 * The readings of each decision maker's preference.                                       Rules [ROB1] to [ROB4].
 * @returns one part for each decision maker, in the order of the account
 * @complexity O(m) for each distinct preference that is listed
 */
export function robustParts(conflict: Conflict, settings: RobustSettings): readonly RobustPart[] {
  const sources = conflict.preferences.map((_, dm) => sourceOf(conflict, dm, settings));
  const total = sources.reduce((product, source) => product * source.total, 1);
  const limit = Math.min(total <= exactLimit ? listLimit : sampledListLimit, stateLimit / conflict.size);
  return sources.map((source) => {
    const { total: own, draw, asListed } = source;
    const listed = total <= exactLimit || own <= limit ? source.list(limit) : undefined;
    return listed === undefined
      ? { total: own, draw, asListed }
      : { total: own, listed, draw: drawnFrom(listed), asListed };
  });
}

/** A part before it is known whether its preferences are listed. */
type Source = Pick<RobustPart, 'total' | 'draw' | 'asListed'> & {
  readonly list: (limit: number) => readonly WeightedRelation[] | undefined;
};

/** Things that stand in an order of priority, and the ranking of the states that an order gives. */
interface Priorities {
  readonly count: number;
  /** Dense ranks from 0. */
  readonly rankOf: (order: readonly number[]) => Int32Array;
  /** Ranks with gaps, where they are cheaper: they order the states alike. */
  readonly quickRankOf?: (order: readonly number[]) => Int32Array;
}

function sourceOf(conflict: Conflict, dm: number, { noise, ties }: RobustSettings): Source {
  const { size, account } = conflict;
  const {
    relation,
    truths,
    isOrderOpen,
    before = [],
  } = conflict.preferences[dm] as Conflict['preferences'][number];
  const spec = account.preferences[account.decisionMakers[dm]?.id as string];
  const lists: readonly Priorities[] =
    spec?.kind === 'alternatives'
      ? spec.lists.map((list) => byStatements(truthsOf(conflict, list), size))
      : [truths.length > 0 ? byStatements(truths, size) : byPlaces(firstRanking(relation))];
  const weights = isOrderOpen
    ? [ordersOf({ truths, before })]
    : lists.map(({ count }) => Math.max(1, count - 1) ** noise);
  const pairs = relation.kind === 'partial' ? [...relation.unknown].sort((a, b) => a - b) : [];
  const words = ties ? (['>', '<', '~'] as const) : (['>', '<'] as const);
  const ways = words.length ** pairs.length;
  /** The ranking with its unknown pairs settled; `way` is below `ways`, one digit for each pair. */
  const settle = (rank: Int32Array, way: number): Relation => {
    let rest = way;
    const settled = pairs.map((pair) => {
      const word = words[rest % words.length] as '>';
      rest = Math.floor(rest / words.length);
      return [pair, word] as const;
    });
    return settled.length === 0 ? { kind: 'preorder', rank } : settledRelation(rank, settled);
  };
  const [first] = lists as readonly [Priorities, ...Priorities[]];
  return {
    total: weights.reduce((sum, weight) => sum + weight, 0) * ways,
    asListed: { kind: 'preorder', rank: first.rankOf(identity(first.count)) },
    list: (limit) => {
      const rankings = isOrderOpen ? openRankings(truths, before, size) : swapped(lists, noise, limit);
      if (rankings === undefined || rankings.length * ways > limit) return undefined;
      return rankings.flatMap(({ rank, readings }) =>
        Array.from({ length: ways }, (_, way) => ({ relation: settle(rank, way), readings })),
      );
    },
    draw: (random) => {
      const list = lists[pick(weights, random)] as Priorities;
      const order = isOrderOpen ? [...drawOrder(list.count, before, random)] : identity(list.count);
      if (!isOrderOpen) exchangeSome(order, noise, random);
      return settle((list.quickRankOf ?? list.rankOf)(order), Math.floor(random() * ways));
    },
  };
}

function exchangeSome(order: number[], times: number, random: Random): void {
  for (let time = 0; time < times && order.length > 1; time += 1)
    exchange(order, Math.floor(random() * (order.length - 1)));
}

const identity = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

function exchange(order: number[], place: number): void {
  [order[place], order[place + 1]] = [order[place + 1] as number, order[place] as number];
}

/** A place drawn in proportion to its weight. */
function pick(weights: readonly number[], random: Random): number {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const place = weights.findIndex((weight) => {
    rest -= weight;
    return rest < 0;
  });
  return place < 0 ? weights.length - 1 : place;
}

/** Draws from a list, each item as often as it has readings. */
function drawnFrom(listed: readonly WeightedRelation[]): (random: Random) => Relation {
  const ends = new Float64Array(listed.length);
  let sum = 0;
  listed.forEach(({ readings }, place) => {
    sum += readings;
    ends[place] = sum;
  });
  return (random) => {
    const at = random() * sum;
    let low = 0;
    let high = listed.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return (listed[low] as WeightedRelation).relation;
  };
}

function truthsOf({ space, account, names }: Conflict, list: readonly Statement[]): readonly Uint8Array[] {
  const keys = account.options.map(({ key }) => key);
  return list.map(({ when }) => conditionOver(when, space, keys, names));
}

function byStatements(truths: readonly Uint8Array[], size: number): Priorities {
  const count = truths.length;
  const inOrder = (order: readonly number[]): readonly Uint8Array[] =>
    order.map((place) => truths[place] as Uint8Array);
  const rankOf = (order: readonly number[]): Int32Array => rankByStatements(inOrder(order), size);
  return count <= bitsOfRank
    ? { count, rankOf, quickRankOf: (order) => bitRank(inOrder(order), size) }
    : { count, rankOf };
}

/** As many statements fit into an Int32, one bit each. */
const bitsOfRank = 30;

function bitRank(truths: readonly Uint8Array[], size: number): Int32Array {
  const rank = new Int32Array(size);
  truths.forEach((truth, place) => {
    const shift = truths.length - 1 - place;
    for (let s = 0; s < size; s += 1) rank[s] = (rank[s] as number) | ((truth[s] as number) << shift);
  });
  return rank;
}

/** The levels of a ranking as things in an order, the best first. */
function byPlaces(given: Int32Array): Priorities {
  const rank = denseRank(given);
  const count = rank.reduce((most, level) => Math.max(most, level + 1), 0);
  return {
    count,
    rankOf: (order) => {
      const level = new Int32Array(count);
      order.forEach((item, place) => {
        level[count - 1 - item] = count - 1 - place;
      });
      return rank.map((old) => level[old] as number);
    },
  };
}

function firstRanking(relation: Relation): Int32Array {
  return relation.kind === 'preorder' ? relation.rank : (relation.rankings[0] as Int32Array);
}

interface WeightedRank {
  readonly rank: Int32Array;
  readonly readings: number;
}

/** Every order of some statements; nothing where there are too many. */
function openRankings(
  truths: readonly Uint8Array[],
  before: Precedences,
  size: number,
): readonly WeightedRank[] | undefined {
  if (ordersOf({ truths, before }) * size > 2e8) return undefined;
  return rankingsOfOrders(truths, size, before).map(({ rank, orders }) => ({ rank, readings: orders }));
}

/** The rankings after some adjacent swaps in one of the lists; nothing where there are too many. */
function swapped(
  lists: readonly Priorities[],
  swaps: number,
  limit: number,
): readonly WeightedRank[] | undefined {
  const found = new Map<string, { readonly rank: Int32Array; readings: number }>();
  for (const { count, rankOf } of lists) {
    let orders = new Map([[identity(count).join(), 1]]);
    for (let swap = 0; swap < swaps && count > 1; swap += 1) {
      const next = new Map<string, number>();
      for (const [key, readings] of orders) {
        const order = key.split(',').map(Number);
        for (let place = 0; place + 1 < count; place += 1) {
          exchange(order, place);
          const name = order.join();
          next.set(name, (next.get(name) ?? 0) + readings);
          exchange(order, place);
        }
      }
      orders = next;
      if (orders.size > limit) return undefined;
    }
    for (const [key, readings] of orders) {
      const rank = rankOf(key === '' ? [] : key.split(',').map(Number));
      const name = rank.join();
      const known = found.get(name);
      if (known === undefined) found.set(name, { rank, readings });
      else known.readings += readings;
    }
  }
  return [...found.values()];
}

// Counts the orders of all statements in which an agreement is stable, and those in which one is a deal.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Settings } from '../engine/index.ts';
import { conceptBit, solver } from '../engine/index.ts';
import type { Concept, Conflict, StateIndex } from '../model/index.ts';
import { acceptance } from './deal.ts';
import { shareInterval } from './interval.ts';
import type { OrderBudget, Part } from './orders.ts';
import { readingsOf } from './orders.ts';

/** A number of orders, with the interval of their share where they are a sample. */
export interface OrderCount {
  readonly orders: number;
  readonly interval?: readonly [number, number];
}

/** How the headline depends on the order in which statements are ranked. */
export interface OrderSensitivity {
  readonly method: 'exact' | 'sampled';
  /** All orders: the product of k! over the decision makers' lists. */
  readonly total: number;
  /** The orders that were looked at: all, or the sample. */
  readonly counted: number;
  readonly seed?: number;
  /** Orders in which some agreement state is an equilibrium, by concept. */
  readonly agreement: Readonly<Partial<Record<Concept, OrderCount>>>;
  /** Orders in which some agreement state passes the deal test; missing against security levels. */
  readonly deal?: OrderCount;
  readonly complete: boolean;
}

/** Exact for small conflicts within about two seconds; a sample of up to a thousand orders beyond. */
export const headlineBudget: OrderBudget = { orders: 1e6, states: 4e6, samples: 1000, seed: 1 };

/**
 * The order is nearly always the modeller's: in how many of them does the headline hold?              Rule [ORD3].
 * @param asked - the concepts to count for
 * @returns nothing where the account names no agreement, has fewer than two statements in every list, leaves pairs
 *   unknown, or the work was stopped before the first order was looked at
 * @complexity one solution for each distinct reading
 */
export function orderSensitivity(
  conflict: Conflict,
  settings: Settings,
  asked: readonly Concept[],
  budget: OrderBudget = headlineBudget,
  watch: Watch = unwatched,
): OrderSensitivity | undefined {
  const parts = partsOf(conflict);
  if (conflict.agreement === undefined || parts === undefined) return undefined;
  const agreement = [...conflict.agreement.keys()].filter((s) => conflict.agreement?.[s] === 1);
  const readings = readingsOf(parts, conflict.size, budget);
  const solve = solver(conflict.moves, { ...settings, concepts: asked }, watch);
  const found = new Map<Concept, number>(asked.map((concept) => [concept, 0]));
  let deals = 0;
  let counted = 0;
  let done = 0;
  for (const { ranks, orders } of readings.each()) {
    if (watch.stopped()) break;
    const { stable, complete } = solve(ranks.map((rank) => ({ kind: 'preorder', rank })));
    if (!complete) break;
    for (const concept of asked) {
      if (agreement.some((s) => isEquilibrium(stable, s, conceptBit(concept)))) {
        found.set(concept, (found.get(concept) as number) + orders);
      }
    }
    if (agreement.some((s) => isDeal(conflict, ranks, s))) deals += orders;
    counted += orders;
    done += 1;
    watch.progress?.(done, readings.size, 'orders');
  }
  if (counted === 0) return undefined;
  const count = (orders: number): OrderCount =>
    readings.method === 'exact' ? { orders } : { orders, interval: shareInterval(orders, counted) };
  return {
    method: readings.method,
    total: readings.total,
    counted,
    ...(readings.seed === undefined ? {} : { seed: readings.seed }),
    agreement: Object.fromEntries([...found].map(([concept, orders]) => [concept, count(orders)])),
    ...(conflict.fallback.kind === 'state' ? { deal: count(deals) } : {}),
    complete: done === readings.size,
  };
}

/** Lists vary; rankings and weights stand. Nothing where there is no order to vary, or a pair is unknown. */
function partsOf(conflict: Conflict): readonly Part[] | undefined {
  if (!conflict.preferences.some(({ truths }) => truths.length > 1)) return undefined;
  const parts: Part[] = [];
  for (const { truths, relation, isOrderOpen, before = [] } of conflict.preferences) {
    if (truths.length > 0 && (isOrderOpen || relation.kind === 'preorder')) parts.push({ truths, before });
    else if (relation.kind === 'preorder') parts.push({ rank: relation.rank });
    else return undefined;
  }
  return parts;
}

function isEquilibrium(stable: readonly Uint8Array[], s: StateIndex, bit: number): boolean {
  return stable.every((bits) => ((bits[s] as number) & bit) !== 0);
}

function isDeal(conflict: Conflict, ranks: readonly Int32Array[], s: StateIndex): boolean {
  if (conflict.fallback.kind !== 'state') return false;
  const { state } = conflict.fallback;
  const standing = conflict.signatories.map((dm) => {
    const difference = (ranks[dm]?.[s] as number) - (ranks[dm]?.[state] as number);
    return difference > 0 ? '>' : difference < 0 ? '<' : '~';
  });
  return acceptance(standing) === 'every';
}

// Counts and draws the orders of some statements in which those known to matter more come first.
import type { Random } from '../base/index.ts';
import { shuffle } from '../base/index.ts';
import type { Precedences } from '../model/index.ts';

/** k! for the orders of k statements. */
export function factorial(k: number): number {
  let product = 1;
  for (let factor = 2; factor <= k; factor += 1) product *= factor;
  return product;
}

/**
 * The number of orders of some places that break no precedence between two of them.                 Rule [ORD4].
 *
 * Places fall into groups that no precedence joins, and groups mix freely: k! · ∏ orders of a group / size of it!.
 * @complexity O(2^c · c) for the largest group of c places at most, less the longer its chains are
 * @example countOrders([0, 1, 2], [[0, 1]]) // => 3
 */
export function countOrders(places: readonly number[], before: Precedences): number {
  const share = groupsOf(places, before).reduce(
    (product, group) => (product * counter(before)(group)) / factorial(group.length),
    1,
  );
  return Math.round(factorial(places.length) * share);
}

/**
 * An order of k places drawn from those that break no precedence, each as likely as any other.
 * @param random - in [0, 1)
 */
export function drawOrder(k: number, before: Precedences, random: Random): readonly number[] {
  const order = shuffle(
    Array.from({ length: k }, (_, place) => place),
    random,
  );
  for (const group of groupsOf(order, before)) {
    const members = new Set(group);
    const slots = [...order.keys()].filter((slot) => members.has(order[slot] as number));
    drawGroup(group, before, random).forEach((place, index) => {
      order[slots[index] as number] = place;
    });
  }
  return order;
}

function drawGroup(group: readonly number[], before: Precedences, random: Random): readonly number[] {
  const count = counter(before);
  const drawn: number[] = [];
  let left = group;
  while (left.length > 0) {
    let rest = random() * count(left);
    const free = left.filter((place) => isFree(place, left, before));
    const next = free.find((place) => {
      rest -= count(left.filter((other) => other !== place));
      return rest < 0;
    });
    const chosen = (next ?? free.at(-1)) as number;
    drawn.push(chosen);
    left = left.filter((other) => other !== chosen);
  }
  return drawn;
}

/** The places that precedences join to each other, in groups, each in increasing order. */
function groupsOf(places: readonly number[], before: Precedences): readonly (readonly number[])[] {
  let groups: (readonly number[])[] = [];
  const here = new Set(places);
  for (const pair of before) {
    if (!pair.every((place) => here.has(place))) continue;
    const joined = groups.filter((group) => pair.some((place) => group.includes(place)));
    const merged = [...new Set([...joined.flat(), ...pair])].sort((a, b) => a - b);
    groups = [...groups.filter((group) => !joined.includes(group)), merged];
  }
  return groups;
}

/** Counts the orders of what is left of a group, by which place comes first. */
function counter(before: Precedences): (left: readonly number[]) => number {
  const known = new Map<string, number>();
  const count = (left: readonly number[]): number => {
    if (left.length < 2) return 1;
    const key = left.join();
    let orders = known.get(key);
    if (orders === undefined) {
      orders = 0;
      for (const place of left)
        if (isFree(place, left, before)) orders += count(left.filter((other) => other !== place));
      known.set(key, orders);
    }
    return orders;
  };
  return count;
}

function isFree(place: number, left: readonly number[], before: Precedences): boolean {
  return !before.some(([above, below]) => below === place && left.includes(above));
}

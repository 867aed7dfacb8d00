// Says what must be so of a decision maker's preference for a state to be stable for it, as an AND of ORs.
import { solver } from '../engine/index.ts';
import type { Concept, Conflict, Relation, StateIndex } from '../model/index.ts';
import { compare } from '../model/index.ts';
import type { Ground, Leg } from './unlock/ways.ts';
import { groundOf, walk } from './unlock/ways.ts';

/** One way in which a move may fail to pay: all these states must be no better than the state itself. */
export interface Alternative {
  /** In increasing order. */
  readonly noBetter: readonly StateIndex[];
  /** The others' answer to the move that ends in the state that deters; empty where the move itself does not pay. */
  readonly reply: readonly Leg[];
}

/** A move of the decision maker that at least one alternative must keep from paying. */
export interface Clause {
  readonly move: StateIndex;
  readonly any: readonly Alternative[];
}

/** The state is stable iff every clause has an alternative that holds; without clauses it always is. */
export interface Condition {
  readonly all: readonly Clause[];
}

/**
 * The condition under which `s` is stable for `dm`, the others' preferences as they stand.      Rules [INV1], [INV2].
 *
 * AND over the moves s1 ∈ R_i(s) of OR over: s1 ≾_i s; or, but under nash, an answer of the others that ends in q with
 * q ≾_i s and, under smr and sseq, every r ∈ R_i(q) with r ≾_i s. Answers are legal sequences, under seq and sseq of
 * improvements. A move that the others can undo, back to s, needs no condition under gmr and seq. An alternative
 * that asks for more than another is left out.
 * @param ground - by default the moves of the conflict
 * @complexity O(moves of dm · m · size of the alternatives)
 * @source Kinsara 2014, definitions 5.2.6 and 5.2.7; sseq by analogy.
 */
export function stabilityCondition(
  conflict: Conflict,
  concept: Concept,
  dm: number,
  s: StateIndex,
  ground: Ground = groundOf(conflict.moves, conflict.preferences.length),
): Condition {
  const relations = conflict.preferences.map(({ relation }) => relation);
  const others = relations.flatMap((_, other) => (other === dm ? [] : [other]));
  const isCredible = concept === 'seq' || concept === 'sseq';
  const isCountered = concept === 'smr' || concept === 'sseq';
  const counts = (who: number, from: StateIndex, to: StateIndex): boolean =>
    !isCredible || compare(relations[who] as Relation, to, from) === '>';
  const asking = (states: Iterable<StateIndex>): readonly StateIndex[] =>
    [...new Set(states)].filter((q) => q !== s).sort((a, b) => a - b);
  const all = [...ground.moves(dm, s)].map((move): Clause => {
    const any: Alternative[] = [{ noBetter: [move], reply: [] }];
    if (concept !== 'nash') {
      const ways = walk(ground, move, { movers: others, counts });
      for (const q of ways.states()) {
        if (q === move) continue;
        const noBetter = asking(isCountered ? [q, ...ground.moves(dm, q)] : [q]);
        any.push({ noBetter, reply: ways.way(q) ?? [] });
      }
    }
    return { move, any: leastAsking(any) };
  });
  return { all: all.filter(({ any }) => any.every(({ noBetter }) => noBetter.length > 0)) };
}

/** The alternatives that ask for no more than another does, each once, the least asking first. */
function leastAsking(alternatives: readonly Alternative[]): readonly Alternative[] {
  const kept: Alternative[] = [];
  for (const each of [...alternatives].sort((a, b) => a.noBetter.length - b.noBetter.length)) {
    const asked = new Set(each.noBetter);
    if (!kept.some(({ noBetter }) => noBetter.every((q) => asked.has(q)))) kept.push(each);
  }
  return kept;
}

/**
 * Does a condition hold where exactly the states of which `isNoBetter` is true are no better than the state?
 * @example conditionHolds({ all: [{ move: 1, any: [{ noBetter: [1], reply: [] }] }] }, (q) => q === 1) // => true
 */
export function conditionHolds({ all }: Condition, isNoBetter: (q: StateIndex) => boolean): boolean {
  return all.every(({ any }) => any.some(({ noBetter }) => noBetter.every(isNoBetter)));
}

/**
 * The least number of adjacent swaps, of the state with the one next above it, after which the condition holds; the
 * others' order is kept.                                                                             Rule [INV3].
 *
 * The state must reach the level T = max over clauses, min over alternatives, max over their states of P; the swaps
 * are the states from its own level up to T. Exact for a strict ranking; of tied states each counts as one.
 * @param rank - shape (m,), higher for better
 * @example leastSwaps({ all: [{ move: 1, any: [{ noBetter: [1], reply: [] }] }] }, [0, 2, 1], 0) // => 2
 */
export function leastSwaps({ all }: Condition, rank: ArrayLike<number>, s: StateIndex): number {
  const level = (states: readonly StateIndex[]): number => Math.max(...states.map((q) => rank[q] as number));
  const needed = Math.max(
    rank[s] as number,
    ...all.map(({ any }) => Math.min(...any.map(({ noBetter }) => level(noBetter)))),
  );
  let swaps = 0;
  for (let q = 0; q < rank.length; q += 1)
    if (q !== s && (rank[q] as number) > (rank[s] as number) && (rank[q] as number) <= needed) swaps += 1;
  return swaps;
}

/**
 * The ranking with the state raised above the next `swaps` states.
 * @example [...raised([0, 2, 1], 0, 1)] // => [1, 2, 0]
 */
export function raised(rank: ArrayLike<number>, s: StateIndex, swaps: number): Int32Array {
  const order = Array.from({ length: rank.length }, (_, q) => q).sort(
    (a, b) => (rank[a] as number) - (rank[b] as number) || Number(b === s) - Number(a === s),
  );
  const above = order.filter((q) => q !== s && (rank[q] as number) > (rank[s] as number)).slice(0, swaps);
  const top = above.at(-1);
  if (top === undefined) return Int32Array.from(rank);
  // Doubled ranks leave room for the state just above the last one that it passes.
  return dense(
    Array.from({ length: rank.length }, (_, q) =>
      q === s ? 2 * (rank[top] as number) + 1 : 2 * (rank[q] as number),
    ),
  );
}

function dense(values: readonly number[]): Int32Array {
  const levels = [...new Set(values)].sort((a, b) => a - b);
  const place = new Map(levels.map((value, index) => [value, index]));
  return Int32Array.from(values, (value) => place.get(value) as number);
}

/** Conditions over more states than this are not counted. */
const countLimit = 20;

/**
 * In how many strict rankings of m states the condition holds.                                      Rule [INV4].
 *
 * Only the order of the v states that the condition names and of the state itself matters: with N_j the number of sets
 * of j of them that, being below the state, fulfil it, the number is m! / (v + 1)! · Σ_j N_j j! (v - j)!.
 * @param size - m
 * @returns nothing where the condition names more than 20 states
 * @complexity O(2^v · size of the condition)
 * @example rankingsFulfilling({ all: [{ move: 1, any: [{ noBetter: [1], reply: [] }] }] }, 3) // => 3n
 */
export function rankingsFulfilling(condition: Condition, size: number): bigint | undefined {
  const named = [...new Set(condition.all.flatMap(({ any }) => any.flatMap(({ noBetter }) => noBetter)))];
  const v = named.length;
  if (v > countLimit) return undefined;
  const bit = new Map(named.map((q, index) => [q, 1 << index]));
  const clauses = condition.all.map(({ any }) =>
    any.map(({ noBetter }) => noBetter.reduce((mask, q) => mask | (bit.get(q) as number), 0)),
  );
  const fulfilling = new Array<bigint>(v + 1).fill(0n);
  for (let below = 0; below < 2 ** v; below += 1)
    if (clauses.every((any) => any.some((mask) => (below & mask) === mask))) {
      const count = ones(below);
      fulfilling[count] = (fulfilling[count] as bigint) + 1n;
    }
  const sum = fulfilling.reduce((total, sets, j) => total + sets * factorialOf(j) * factorialOf(v - j), 0n);
  return (factorialOf(size) / factorialOf(v + 1)) * sum;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** k! without rounding. */
export function factorialOf(k: number): bigint {
  let product = 1n;
  for (let factor = 2n; factor <= BigInt(k); factor += 1n) product *= factor;
  return product;
}

/**
 * Is the state stable for all with these rankings, under each of some concepts?
 */
export function holdsWith(
  conflict: Conflict,
  relations: readonly Relation[],
  s: StateIndex,
  concept: Concept,
): boolean {
  const { stable } = solver(conflict.moves, { concepts: [concept], sanctions: 'legal' })(relations);
  return stable.every((row) => row[s] !== 0);
}

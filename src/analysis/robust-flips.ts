// Finds how far each equilibrium is from breaking: the fewest adjacent swaps in one decision maker's ranking.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import { coalitionImprovements, coalitionMoves, conceptBit, equilibria, solver } from '../engine/index.ts';
import type { Concept, GraphModel, StateIndex } from '../model/index.ts';
import { denseRank, movesFrom } from '../model/index.ts';

/** How an equilibrium is broken by the fewest swaps. */
export interface Flip {
  readonly concept: Concept;
  readonly state: StateIndex;
  /** Whose ranking changes. */
  readonly decisionMaker: number;
  /** Adjacent swaps; ranking a state below one that it was tied with counts as one. */
  readonly swaps: number;
  /** False where fewer swaps in a ranking may break it by another decision maker's answers (seq, sseq). */
  readonly isExact: boolean;
}

/** Larger models are left out. */
export const flipLimit = 2 ** 10;

/** At most this many changed rankings of one decision maker are tried. */
const trials = 3000;

/**
 * For each concept and equilibrium the nearest break; nothing for one that no swaps in one ranking break.
 *
 * s is stable for i iff for each s1 in R_i(s): min(P(s1), g(s1)) ≤ P(s), with the thresholds g of the engine, leaving
 * out s itself, which sanctions gmr and seq whatever its rank. So i leaves once s has sunk below the greatest such
 * threshold T, past the states x with T ≤ P(x) ≤ P(s): no dearer than any other way, for each of these states must
 * change places with s or with one that has to rise above it. Under seq and sseq a changed ranking also changes what i
 * would answer to others: changed rankings are tried in turn, fewest swaps first.              Rules [ROB9], [ROB10].
 * @param model - complete preorders
 * @complexity O(equilibria · n · moves), and up to 3,000 solutions for each decision maker
 */
export function flips(
  model: GraphModel,
  concepts: readonly Concept[],
  watch: Watch = unwatched,
): readonly Flip[] {
  const ranks = model.relations.flatMap((relation) => (relation.kind === 'preorder' ? [relation.rank] : []));
  if (ranks.length < model.relations.length || model.size > flipLimit) return [];
  const solve = solver(model.moves, { concepts, sanctions: 'legal' }, watch);
  const now = solve(model.relations);
  const found: Holding[] = concepts.flatMap((concept) =>
    equilibria(now, concept).map((state) => ({
      concept,
      state,
      broken: ownBreak(model, ranks, concept, state),
    })),
  );
  const credible = found.filter(({ concept }) => isCredible(concept));
  const tried = ranks.map((_, dm) =>
    tryRankings(dm, ranks, credible, watch, (changed) => solve(changed).stable),
  );
  return found.flatMap(({ concept, state, broken }) => {
    if (broken === undefined) return [];
    const isExact = !isCredible(concept) || tried.every((swaps) => swaps >= broken.swaps - 1);
    return [{ concept, state, ...broken, isExact }];
  });
}

/** An equilibrium, and how it is known to be broken by the fewest swaps. */
interface Holding {
  readonly concept: Concept;
  readonly state: StateIndex;
  broken: Broken | undefined;
}

/**
 * Tries the changed rankings of one decision maker, fewest swaps first, until no fewer could break any of the
 * equilibria.
 * @returns up to how many swaps all were tried, Infinity where more would tell nothing
 */
function tryRankings(
  dm: number,
  ranks: readonly Int32Array[],
  holdings: readonly Holding[],
  watch: Watch,
  solve: (relations: GraphModel['relations']) => readonly Uint8Array[],
): number {
  let left = trials;
  for (let swaps = 1; ; swaps += 1) {
    const open = holdings.filter(({ broken }) => broken === undefined || broken.swaps > swaps);
    if (open.length === 0) return Infinity;
    const changes = watch.stopped() ? undefined : rankingsAt(ranks[dm] as Int32Array, swaps, left);
    if (changes === undefined) return swaps - 1;
    if (changes.length === 0) return Infinity;
    left -= changes.length;
    for (const changed of changes) {
      const stable = solve(
        ranks.map((rank, place) => ({ kind: 'preorder', rank: place === dm ? changed : rank })),
      );
      for (const each of open)
        if (stable.some((row) => ((row[each.state] as number) & conceptBit(each.concept)) === 0))
          each.broken = { decisionMaker: dm, swaps };
    }
  }
}

interface Broken {
  readonly decisionMaker: number;
  readonly swaps: number;
}

const isCredible = (concept: Concept): boolean => concept === 'seq' || concept === 'sseq';
const isCountered = (concept: Concept): boolean => concept === 'smr' || concept === 'sseq';

/** The fewest swaps after which a decision maker leaves s by its own changed ranking. */
function ownBreak(
  model: GraphModel,
  ranks: readonly Int32Array[],
  concept: Concept,
  s: StateIndex,
): Broken | undefined {
  let best: Broken | undefined;
  ranks.forEach((rank, dm) => {
    const level = thresholdOf(model, rank, dm, concept, s);
    if (level === undefined) return;
    const swaps = rank.reduce(
      (sum, value, x) => sum + Number(x !== s && value >= level && value <= (rank[s] as number)),
      0,
    );
    if (best === undefined || swaps < best.swaps) best = { decisionMaker: dm, swaps };
  });
  return best;
}

/** The greatest level below which s must sink for `dm` to leave it; nothing where nothing makes it leave. */
function thresholdOf(
  model: GraphModel,
  rank: Int32Array,
  dm: number,
  concept: Concept,
  s: StateIndex,
): number | undefined {
  const others = [...model.relations.keys()].filter((other) => other !== dm);
  let greatest: number | undefined;
  for (const s1 of movesFrom(model.moves, dm, s)) {
    let level: number | undefined = rank[s1] as number;
    const replies =
      concept === 'nash'
        ? []
        : (isCredible(concept) ? coalitionImprovements : coalitionMoves)(model, others, s1);
    for (const q of replies) {
      const escapes = isCountered(concept) ? [q, ...movesFrom(model.moves, dm, q)] : [q];
      const values = escapes.filter((x) => x !== s).map((x) => rank[x] as number);
      if (values.length === 0) {
        level = undefined;
        break;
      }
      level = Math.min(level, Math.max(...values));
    }
    if (level !== undefined && (greatest === undefined || level > greatest)) greatest = level;
  }
  return greatest;
}

/**
 * All rankings at exactly this many adjacent swaps from a strict one: the permutations with that many inversions.
 * @returns nothing where there are more than `limit`, or the ranking has ties; an empty list beyond the greatest distance
 */
export function rankingsAt(
  rank: Int32Array,
  swaps: number,
  limit: number,
): readonly Int32Array[] | undefined {
  const levels = denseRank(rank);
  const size = levels.length;
  const order = new Int32Array(size).fill(-1);
  levels.forEach((level, s) => {
    order[level] = s;
  });
  if (order.includes(-1)) return undefined;
  const found: Int32Array[] = [];
  // Each state in turn, from the worst, is put back by so many places among those before it: the sum is the distance.
  const extend = (places: readonly number[], left: number): boolean => {
    const next = places.length;
    if (next === size) {
      if (left > 0) return true;
      if (found.length === limit) return false;
      const changed = new Int32Array(size);
      places.forEach((s, place) => {
        changed[s] = place;
      });
      found.push(changed);
      return true;
    }
    if (left > ((size - next) * (size + next - 1)) / 2) return true;
    for (let back = 0; back <= Math.min(next, left); back += 1) {
      const put = [...places.slice(0, next - back), order[next] as number, ...places.slice(next - back)];
      if (!extend(put, left - back)) return false;
    }
    return true;
  };
  return extend([], swaps) ? found : undefined;
}

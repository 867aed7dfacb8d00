// Walks from one state by legal sequences, nearest states first, and keeps the way to each.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { GraphModel, OptionMoves, StateIndex } from '../model/index.ts';
import { compare, decisionMakersOf } from '../model/index.ts';
import { blocksOf } from './blocks.ts';
import { rememberedMoves } from './remembered.ts';
import type { Step } from './solution.ts';

/** Any move, or only moves by which the mover improves on the state that it leaves. */
export type Moving = 'moves' | 'improvements';

/**
 * What a walk met.
 *
 * Arrivals are numbered: state s itself where moves compose (`stride` 1), or s n + last mover (`stride` n).
 */
export interface Walk {
  readonly from: StateIndex;
  /** The number of moves of the shortest legal sequence to each state, 0 for `from`, -1 if none. Shape (m,). */
  readonly steps: Int32Array;
  /**
   * Who moves last in a legal sequence of that length: decision maker j where bit j % 32 of word j >> 5 is set. Shape
   * (m ceil(n / 32),), the words of a state together.
   */
  readonly lastMovers: Uint32Array;
  readonly stride: number;
  /** The first arrival at each state, -1 if none. Shape (m,). */
  readonly arrival: Int32Array;
  /** The arrival before each arrival, -1 where that is the start; and the mover between. Shape (m stride,). */
  readonly before: Int32Array;
  readonly mover: Uint16Array;
  /** True where the work was stopped, or ended at the state that it was looking for. */
  readonly truncated: boolean;
}

/** Walks from a state until a state fulfils `until`, which is asked once for each state met. */
export type Walker = (from: StateIndex, until?: (s: StateIndex) => boolean, watch?: Watch) => Walk;

/** How many states are left between two looks at the watch. */
const pace = 4096;

/**
 * Do the coalition's moves compose: is what a member can do in two moves in succession one move of it?
 *
 * Then "no decision maker twice in succession" bars nothing and a plain shortest path is a legal one. Rule [REA4].
 */
export function isTransitive(model: GraphModel, coalition: readonly number[], by: Moving): boolean {
  return (
    model.moves.kind === 'option' &&
    (by === 'moves' || coalition.every((dm) => model.relations[dm].kind === 'preorder'))
  );
}

/** A walker for a coalition; what it prepares serves all its walks. */
export function walkerOf(model: GraphModel, coalition: readonly number[], by: Moving): Walker {
  return model.moves.kind === 'option' && isTransitive(model, coalition, by)
    ? byBlocks(model, model.moves, coalition, by)
    : byArrivals(model, coalition, by);
}

/**
 * The walk where moves compose: each block of a decision maker is gone through once, so that moves stay implicit.
 *
 * A block's members stand by falling rank. A mover of rank r takes those above r that nobody took before; nearer
 * states come first, so what was taken was reached by fewer moves or as many.
 * @complexity O(n m) for each walk, with one-way options times the blocks of a group
 */
function byBlocks(model: GraphModel, moves: OptionMoves, coalition: readonly number[], by: Moving): Walker {
  const words = wordsFor(decisionMakersOf(model));
  const movers = coalition.map((dm) => {
    const relation = model.relations[dm];
    const rank = by === 'improvements' && relation.kind === 'preorder' ? relation.rank : undefined;
    return { dm, rank, blocks: blocksOf(moves, dm, rank) };
  });
  return (from, until, watch = unwatched) => {
    const walk = emptyWalk(model, from, 1);
    const { steps, lastMovers, arrival, before, mover } = walk;
    const queue = new Int32Array(model.size);
    queue[0] = from;
    let tail = 1;
    const taken = movers.map(({ blocks }) => ({
      next: blocks.start.slice(),
      floor: new Float64Array(blocks.first.length).fill(Number.POSITIVE_INFINITY),
    }));
    for (let head = 0; head < tail; head += 1) {
      if (head % pace === 0 && watch.stopped()) return { ...walk, truncated: true };
      const x = queue[head];
      for (let place = 0; place < movers.length; place += 1) {
        const { dm, rank, blocks } = movers[place];
        const { next, floor } = taken[place];
        const level = rank === undefined ? Number.NEGATIVE_INFINITY : rank[x];
        const own = blocks.of[x];
        if (floor[own] <= level) continue;
        for (let b = blocks.first[own]; b <= blocks.last[own]; b += 1) {
          if (floor[b] <= level || !blocks.leads(own, b)) continue;
          floor[b] = level;
          for (; next[b] < blocks.start[b + 1]; next[b] += 1) {
            const q = blocks.members[next[b]];
            if (rank !== undefined && rank[q] <= level) break;
            if (steps[q] < 0) {
              steps[q] = steps[x] + 1;
              arrival[q] = q;
              before[q] = x === from ? -1 : x;
              mover[q] = dm;
              queue[tail] = q;
              tail += 1;
              if (until?.(q) === true) return { ...walk, truncated: true };
            }
            if (steps[q] === steps[x] + 1) lastMovers[q * words + (dm >>> 5)] |= 1 << (dm & 31);
          }
        }
      }
    }
    return walk;
  };
}

/**
 * The walk for any moves: breadth first over (state, last mover).
 * @complexity O(n · moves)
 */
function byArrivals(model: GraphModel, coalition: readonly number[], by: Moving): Walker {
  const n = decisionMakersOf(model);
  const words = wordsFor(n);
  const moves = rememberedMoves(model);
  const improves = (dm: number, q: StateIndex, x: StateIndex): boolean =>
    by === 'moves' || compare(model.relations[dm], q, x) === '>';
  return (from, until, watch = unwatched) => {
    const walk = emptyWalk(model, from, n);
    const { steps, lastMovers, arrival, before, mover } = walk;
    const seen = new Uint8Array(model.size * n);
    const queue: { readonly at: number; readonly step: number }[] = [{ at: -1, step: 0 }];
    for (let head = 0; head < queue.length; head += 1) {
      if (head % pace === 0 && watch.stopped()) return { ...walk, truncated: true };
      const { at, step } = queue[head];
      const x = at < 0 ? from : Math.floor(at / n);
      for (const dm of coalition) {
        if (at >= 0 && at % n === dm) continue;
        for (const q of moves(dm, x)) {
          const reached = q * n + dm;
          if (seen[reached] === 1 || !improves(dm, q, x)) continue;
          seen[reached] = 1;
          before[reached] = at;
          mover[reached] = dm;
          queue.push({ at: reached, step: step + 1 });
          const isNew = steps[q] < 0;
          if (isNew) {
            steps[q] = step + 1;
            arrival[q] = reached;
          }
          if (steps[q] === step + 1) lastMovers[q * words + (dm >>> 5)] |= 1 << (dm & 31);
          if (isNew && until?.(q) === true) return { ...walk, truncated: true };
        }
      }
    }
    return walk;
  };
}

/** How many words hold one bit for each of n decision makers. */
export function wordsFor(n: number): number {
  return Math.max(1, Math.ceil(n / 32));
}

function emptyWalk(model: GraphModel, from: StateIndex, stride: number): Walk {
  const steps = new Int32Array(model.size).fill(-1);
  steps[from] = 0;
  return {
    from,
    steps,
    lastMovers: new Uint32Array(model.size * wordsFor(decisionMakersOf(model))),
    stride,
    arrival: new Int32Array(model.size).fill(-1),
    before: new Int32Array(model.size * stride).fill(-1),
    mover: new Uint16Array(model.size * stride),
    truncated: false,
  };
}

/** The moves of the walk's way to a state that it met; none for its start. */
export function wayTo(walk: Walk, to: StateIndex): readonly Step[] {
  const way: Step[] = [];
  for (let at = walk.arrival[to]; at >= 0; at = walk.before[at])
    way.push({ decisionMaker: walk.mover[at], to: Math.floor(at / walk.stride) });
  return way.reverse();
}

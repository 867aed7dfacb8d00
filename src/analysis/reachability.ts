// Says which states the status quo leads to: by improvements alone, by moves that nobody gains from, or not at all.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Evolution, Step } from '../engine/index.ts';
import { evolution, shortestPath } from '../engine/index.ts';
import type { Conflict, StateIndex } from '../model/index.ts';
import { compare, graphModel, movesFrom } from '../model/index.ts';

/** What can be reached from the status quo; it reaches itself in no steps. */
export interface Reachability {
  readonly byImprovements: (s: StateIndex) => boolean;
  /** By moves each of which may be an improvement, for all that is known; where the search for them is stopped, by any. */
  readonly byPossibleImprovements: (s: StateIndex) => boolean;
  readonly byMoves: (s: StateIndex) => boolean;
  /** The shortest legal path by improvements, else by moves; nothing where there is none. */
  readonly path: (s: StateIndex) => readonly Step[] | undefined;
  /** The steps of that path; null where there is none. */
  readonly steps: (s: StateIndex) => number | null;
  readonly improvements: Evolution;
  readonly moves: Evolution;
  readonly complete: boolean;
}

/**
 * The evolution of a conflict from its status quo. An improvement counts only where it is one in every reading; those
 * that may be one are kept apart.                                                       Rules [RCH1], [RCH2].
 * @complexity O(n m log m) in option form without forbidden moves, else O(n · moves)
 */
export function reachabilityOf(conflict: Conflict, watch: Watch = unwatched): Reachability {
  const model = graphModel(conflict);
  const improvements = evolution(model, conflict.statusQuo, 'improvements', watch);
  const moves = evolution(model, conflict.statusQuo, 'moves', watch);
  const isReached = (found: Evolution, s: StateIndex): boolean => (found.steps[s] as number) >= 0;
  let possible: ArrayLike<number> | undefined;
  const hasUnknown = model.relations.some(({ kind }) => kind === 'partial');
  const best = (s: StateIndex): Evolution => (isReached(improvements, s) ? improvements : moves);
  return {
    byImprovements: (s) => isReached(improvements, s),
    byPossibleImprovements: (s) => {
      if (!hasUnknown || isReached(improvements, s)) return isReached(improvements, s);
      possible ??= possiblyReached(conflict, watch) ?? moves.steps.map((steps) => (steps < 0 ? 0 : 1));
      return possible[s] === 1;
    },
    byMoves: (s) => isReached(moves, s),
    path: (s) => shortestPath(best(s), s),
    steps: (s) => (isReached(best(s), s) ? (best(s).steps[s] as number) : null),
    improvements,
    moves,
    complete: !improvements.truncated && !moves.truncated,
  };
}

/** 1 for the end of a legal sequence of moves over better or unknown pairs, shape (m,); nothing where it is stopped. */
function possiblyReached(conflict: Conflict, watch: Watch): Uint8Array | undefined {
  const { size, moves, preferences, statusQuo } = conflict;
  const n = preferences.length;
  const reached = new Uint8Array(size);
  // Arrivals are numbered s n + last mover, since nobody moves twice in succession.
  const seen = new Uint8Array(size * n);
  const queue: number[] = [];
  const leave = (s: StateIndex, last: number): void => {
    reached[s] = 1;
    for (const [dm, { relation }] of preferences.entries()) {
      if (dm === last) continue;
      for (const q of movesFrom(moves, dm, s)) {
        if (seen[q * n + dm] === 1 || !'>?'.includes(compare(relation, q, s))) continue;
        seen[q * n + dm] = 1;
        queue.push(q * n + dm);
      }
    }
  };
  leave(statusQuo, -1);
  for (let head = 0; head < queue.length; head += 1) {
    if (watch.stopped()) return undefined;
    const arrival = queue[head] as number;
    leave(Math.floor(arrival / n), arrival % n);
  }
  return reached;
}

// Says which states the status quo leads to: by improvements alone, by moves that nobody gains from, or not at all.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Evolution, Step } from '../engine/index.ts';
import { evolution, shortestPath } from '../engine/index.ts';
import type { Conflict, StateIndex } from '../model/index.ts';
import { graphModel } from '../model/index.ts';

/** What can be reached from the status quo; it reaches itself in no steps. */
export interface Reachability {
  readonly byImprovements: (s: StateIndex) => boolean;
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
 * The evolution of a conflict from its status quo. An improvement counts only where it is one in every reading.
 *                                                                                              Rule [RCH1].
 * @complexity O(n m log m) in option form without forbidden moves, else O(n · moves)
 */
export function reachabilityOf(conflict: Conflict, watch: Watch = unwatched): Reachability {
  const model = graphModel(conflict);
  const improvements = evolution(model, conflict.statusQuo, 'improvements', watch);
  const moves = evolution(model, conflict.statusQuo, 'moves', watch);
  const isReached = (found: Evolution, s: StateIndex): boolean => (found.steps[s] as number) >= 0;
  const best = (s: StateIndex): Evolution => (isReached(improvements, s) ? improvements : moves);
  return {
    byImprovements: (s) => isReached(improvements, s),
    byMoves: (s) => isReached(moves, s),
    path: (s) => shortestPath(best(s), s),
    steps: (s) => (isReached(best(s), s) ? (best(s).steps[s] as number) : null),
    improvements,
    moves,
    complete: !improvements.truncated && !moves.truncated,
  };
}

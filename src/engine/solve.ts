// Solves models by the fast engine where it can, by the reference where it cannot.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { GraphModel, Moves, Relation } from '../model/index.ts';
import { canSolveFast } from './fast/fast.ts';
import type { Prepared } from './fast/prepare.ts';
import { prepare } from './fast/prepare.ts';
import { solvePrepared } from './fast/thresholds.ts';
import { referenceSolve } from './reference/reference.ts';
import type { Settings, Solution } from './solution.ts';
import { defaultSettings } from './solution.ts';

/**
 * Which states are stable for which decision maker under which concept.
 *
 * The fast engine takes option moves, complete preorders and legal sequences; the reference takes the rest. Both give
 * the same verdicts where both can, and `method` says which it was. Rules [SOL1], [SOL2].
 * @param watch - may stop the work; what is found by then is kept and `complete` is false
 * @complexity about O(n m log m) fast; O(n m · moves) at worst by the reference
 * @example solve({ size: 1, moves: { kind: 'arcs', size: 1, arcs: [] }, relations: [] }).complete // => true
 */
export function solve(
  model: GraphModel,
  settings: Settings = defaultSettings,
  watch: Watch = unwatched,
): Solution {
  return solver(model.moves, settings, watch)(model.relations);
}

/**
 * A function that solves many models with the same moves, such as one conflict under many orders of its statements:
 * what depends on the moves alone is done once.
 *
 * The arrays of a solution belong to the solver: its next call overwrites them.
 */
export function solver(
  moves: Moves,
  settings: Settings = defaultSettings,
  watch: Watch = unwatched,
): (relations: readonly Relation[]) => Solution {
  const size = moves.kind === 'option' ? moves.space.size : moves.size;
  let prepared: Prepared | undefined;
  let stable: readonly Uint8Array[] = [];
  return (given) => {
    const relations = given.map(withoutUnknown);
    const model = { size, moves, relations };
    if (moves.kind !== 'option' || !canSolveFast(model, settings))
      return referenceSolve(model, settings, watch);
    const ranks = relations.flatMap((relation) => (relation.kind === 'preorder' ? [relation.rank] : []));
    prepared ??= prepare(moves);
    if (stable.length !== ranks.length) stable = ranks.map(() => new Uint8Array(size));
    const complete = solvePrepared(prepared, ranks, settings.concepts, stable, watch);
    return { method: 'fast', settings, stable, possible: stable, complete };
  };
}

/** A relation of one ranking with no pair taken out is a complete preorder, however it was written. */
function withoutUnknown(relation: Relation): Relation {
  if (relation.kind === 'preorder' || relation.rankings.length > 1 || relation.unknown.size > 0)
    return relation;
  if (relation.settled !== undefined && relation.settled.size > 0) return relation;
  return { kind: 'preorder', rank: relation.rankings[0] };
}

// Says which models the fast engine takes, and solves one of them.
import type { Watch } from '../../base/index.ts';
import { ImpasseError } from '../../base/index.ts';
import type { GraphModel } from '../../model/index.ts';
import type { Settings, Solution } from '../solution.ts';
import { prepare } from './prepare.ts';
import { solvePrepared } from './thresholds.ts';

/**
 * Can `fastSolve` take the model? It needs option form, a complete preorder for each decision maker, and legal sequences
 * as sanctions: only then do replies come down to reachability and verdicts to one number per state. Rule [FST1].
 * @example canSolveFast({ size: 1, moves: { kind: 'arcs', size: 1, arcs: [] }, relations: [] }, defaultSettings) // => false
 */
export function canSolveFast(model: GraphModel, settings: Settings): boolean {
  return (
    model.moves.kind === 'option' &&
    settings.sanctions === 'legal' &&
    model.relations.every(({ kind }) => kind === 'preorder')
  );
}

/**
 * Which states are stable for which decision maker under which concept, by the threshold form. Rules [FST1] to [FST5].
 * @param watch - asked once for every 65,536 states touched, or sooner; single passes over the states are not broken off
 * @throws ImpasseError E2002 where `canSolveFast` is false
 * @complexity near O(n^2 m) time and 16 n m bytes, beside the model, for n decision makers over m states
 * @source threshold form of the definitions; see `thresholds.ts`
 */
export function fastSolve(model: GraphModel, settings: Settings, watch: Watch): Solution {
  const { moves } = model;
  const ranks = model.relations.flatMap((relation) => (relation.kind === 'preorder' ? [relation.rank] : []));
  if (moves.kind !== 'option' || !canSolveFast(model, settings))
    throw new ImpasseError(
      'E2002',
      'the fast engine takes option form, complete preorders and legal sequences',
      { moves: moves.kind, sanctions: settings.sanctions },
    );
  const stable = ranks.map(() => new Uint8Array(model.size));
  const complete = solvePrepared(prepare(moves), ranks, settings.concepts, stable, watch);
  return { method: 'fast', settings, stable, possible: stable, complete };
}

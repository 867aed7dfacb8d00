// Gives the reachable lists of a coalition: what its members can reach by legal sequences of moves or improvements.
import type { GraphModel, StateIndex } from '../model/index.ts';
import { compare } from '../model/index.ts';
import { requireDecisionMaker, requireState } from './guard.ts';
import { rememberedMoves } from './remembered.ts';
import type { Next } from './sequences.ts';
import { sequences } from './sequences.ts';

/**
 * R_H(s): the states that the members of H can reach from `s` by a legal sequence of moves, in increasing order.
 *
 * A sequence is legal where no decision maker moves twice in succession. `s` itself belongs to R_H(s) where such a
 * sequence leads back to it. Rules [REA1], [REA2].
 * @param coalition - the members of H, decision makers from 0
 * @throws ImpasseError E2001 if there is no such decision maker or state
 * @complexity O(moves of the members)
 * @source Fang, Hipel & Kilgour 1993.
 */
export function coalitionMoves(
  model: GraphModel,
  coalition: readonly number[],
  s: StateIndex,
): readonly StateIndex[] {
  return reachable(model, rememberedMoves(model), coalition, s);
}

/**
 * R_H^+(s): as `coalitionMoves`, each mover improving on the state that it leaves; only where its preference is known.
 *
 * Rule [REA3].
 * @throws ImpasseError E2001 if there is no such decision maker or state
 * @complexity O(moves of the members)
 * @source Fang, Hipel & Kilgour 1993.
 */
export function coalitionImprovements(
  model: GraphModel,
  coalition: readonly number[],
  s: StateIndex,
): readonly StateIndex[] {
  const moves = rememberedMoves(model);
  const next: Next = (dm, x) => moves(dm, x).filter((q) => compare(model.relations[dm], q, x) === '>');
  return reachable(model, next, coalition, s);
}

function reachable(model: GraphModel, next: Next, coalition: readonly number[], s: StateIndex): StateIndex[] {
  requireState(model, s);
  for (const dm of coalition) requireDecisionMaker(model, dm);
  const found = new Set<StateIndex>();
  for (const { state } of sequences(next, coalition, s, model.size)) found.add(state);
  return [...found].sort((a, b) => a - b);
}

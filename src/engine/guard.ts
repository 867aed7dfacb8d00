// Refuses a caller's decision maker or state that the model does not have.
import { ImpasseError } from '../base/index.ts';
import type { GraphModel, StateIndex } from '../model/index.ts';
import { decisionMakersOf } from '../model/index.ts';

/** @throws ImpasseError E2001 unless 0 ≤ dm < n */
export function requireDecisionMaker(model: GraphModel, dm: number): void {
  const n = decisionMakersOf(model);
  if (!(Number.isInteger(dm) && dm >= 0 && dm < n))
    throw new ImpasseError('E2001', `no decision maker ${dm}: there are ${n}, from 0`, { dm, n });
}

/** @throws ImpasseError E2001 unless 0 ≤ s < m */
export function requireState(model: GraphModel, s: StateIndex): void {
  if (!(Number.isInteger(s) && s >= 0 && s < model.size))
    throw new ImpasseError('E2001', `no state ${s}: there are ${model.size}, from 0`, {
      s,
      m: model.size,
    });
}

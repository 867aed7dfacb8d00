// Gives the sets that the definitions of stability speak of, as one decision maker faces them.
import type { GraphModel, StateIndex } from '../../model/index.ts';
import { compare, decisionMakersOf } from '../../model/index.ts';
import type { Reading } from '../readings.ts';
import { counts } from '../readings.ts';
import type { Drawn } from '../remembered.ts';
import { drawnFrom, remembered } from '../remembered.ts';
import type { Next, Reached } from '../sequences.ts';
import { sequences } from '../sequences.ts';
import type { Sanctions } from '../solution.ts';

/** The sets of the definitions, for a focal decision maker i. */
export interface View {
  /** R_i(s): where i can move from s. */
  readonly moves: (s: StateIndex) => readonly StateIndex[];
  /** R_i^+(s): the moves by which i improves. */
  readonly improvements: (s: StateIndex) => readonly StateIndex[];
  /** R_{N-i}(s1): how the others can answer. */
  readonly replies: (s1: StateIndex) => Drawn<StateIndex>;
  /** R_{N-i}^+(s1): how they would answer, each improving on the state that it leaves. */
  readonly credibleReplies: (s1: StateIndex) => Drawn<StateIndex>;
  /** q ≾_i s: i does not prefer q to s. */
  readonly isNoBetter: (q: StateIndex, s: StateIndex) => boolean;
}

/** Is a state stable for the decision maker whose view it is? */
export type Definition = (view: View, s: StateIndex) => boolean;

/**
 * The view of `dm`.
 * @param moves - R_j(s) of every decision maker j
 * @param reading - how unknown pairs are read
 */
export function viewOf(
  model: GraphModel,
  moves: Next,
  dm: number,
  sanctions: Sanctions,
  reading: Reading,
): View {
  const relation = model.relations[dm];
  const others = othersThan(model, dm);
  const improving = improvingMoves(model, moves, reading);
  const statesOf = (next: Next) => (s1: StateIndex) =>
    drawnFrom(distinct(sequences(next, others, s1, model.size, sanctions)));
  return {
    moves: (s) => moves(dm, s),
    improvements: remembered((s) =>
      moves(dm, s).filter((q) => counts(reading.leave, compare(relation, q, s))),
    ),
    replies: remembered(statesOf(moves)),
    credibleReplies: remembered(statesOf(improving)),
    isNoBetter: (q, s) => counts(reading.deter, compare(relation, q, s)),
  };
}

/** N-i. */
export function othersThan(model: GraphModel, dm: number): readonly number[] {
  return Array.from({ length: decisionMakersOf(model) }, (_, other) => other).filter((other) => other !== dm);
}

/** The moves by which any decision maker j would answer, each list worked out at most once. */
export function improvingMoves(model: GraphModel, moves: Next, reading: Reading): Next {
  const tables = model.relations.map((relation, dm) =>
    remembered((s) => moves(dm, s).filter((q) => counts(reading.credible, compare(relation, q, s)))),
  );
  return (dm, s) => tables[dm](s);
}

function* distinct(reached: Iterable<Reached>): Generator<StateIndex, undefined> {
  const met = new Set<StateIndex>();
  for (const { state } of reached) {
    if (met.has(state)) continue;
    met.add(state);
    yield state;
  }
}

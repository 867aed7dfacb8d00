// Decides whether improvements that several decision makers make at once deter each other.
import { ImpasseError } from '../base/index.ts';
import type { GraphModel, OptionMoves, StateIndex } from '../model/index.ts';
import { compare, indexOf, movesFrom } from '../model/index.ts';
import { requireDecisionMaker, requireState } from './guard.ts';
import { referenceSolve } from './reference/reference.ts';
import { othersThan } from './reference/view.ts';
import { conceptBit } from './solution.ts';

/** Stability of every state for every decision maker; n arrays of shape (m,), 1 where it is stable. */
export interface SimultaneousSolution {
  /** By simultaneous improvements alone. */
  readonly sim: readonly Uint8Array[];
  /** By seq, or by simultaneous improvements at a state that nobody holds by seq. */
  readonly seqOrSim: readonly Uint8Array[];
}

/**
 * Is `s` stable for `dm` because the others improve at the same moment?
 *
 * For each s1 in R_i^+(s) some choice of the others, each one of its own improvements *from s* or nothing, is such that
 * all the changes made at once lead to a feasible state that i does not prefer to s. This is the definition of GMCR+.
 * Rule [SIM1].
 * @throws ImpasseError E2001 if there is no such decision maker or state; E2002 unless the model has option form
 * @complexity O(product of the others' improvements) for each improvement
 * @source Fraser & Hipel 1984; as in GMCR+ (onp/gmcr-py).
 */
export function isSimultaneouslyStable(model: GraphModel, dm: number, s: StateIndex): boolean {
  requireDecisionMaker(model, dm);
  requireState(model, s);
  const { moves } = model;
  if (moves.kind !== 'option')
    throw new ImpasseError('E2002', 'changes made at once need options to be added up', {
      moves: moves.kind,
    });
  const improvements = (j: number): readonly StateIndex[] =>
    movesFrom(moves, j, s).filter((q) => compare(model.relations[j], q, s) === '>');
  const others = othersThan(model, dm).map(improvements);
  const deters = (words: Uint32Array): boolean => {
    const end = indexOf(moves.space, words);
    return end >= 0 && '<~'.includes(compare(model.relations[dm], end, s));
  };
  const isAnswered = (words: Uint32Array, left: readonly (readonly StateIndex[])[]): boolean => {
    const [mover, ...rest] = left;
    if (mover === undefined) return deters(words);
    return isAnswered(words, rest) || mover.some((q) => isAnswered(withChanges(moves, words, s, q), rest));
  };
  return improvements(dm).every((s1) => isAnswered(wordsAt(moves, s1), others));
}

/**
 * The same for all states and decision makers; and by seq or SIM as the field's older tables have it, where SIM is asked
 * only of states at which every decision maker would otherwise leave.                        Rules [SIM1], [SIM2].
 */
export function solveSimultaneous(model: GraphModel): SimultaneousSolution {
  const bit = conceptBit('seq');
  const { stable } = referenceSolve(model, { concepts: ['seq'], sanctions: 'legal' });
  const sim = model.relations.map((_, dm) =>
    Uint8Array.from({ length: model.size }, (_s, s) => Number(isSimultaneouslyStable(model, dm, s))),
  );
  const isSeq = (dm: number, s: StateIndex): boolean => (stable[dm][s] & bit) !== 0;
  const allLeave = (s: StateIndex): boolean => model.relations.every((_, dm) => !isSeq(dm, s));
  const seqOrSim = sim.map((row, dm) =>
    row.map((held, s) => Number(isSeq(dm, s) || (held === 1 && allLeave(s)))),
  );
  return { sim, seqOrSim };
}

function wordsAt({ space }: OptionMoves, s: StateIndex): Uint32Array {
  return Uint32Array.from(space.words, (word) => word[s]);
}

/** The changes between two states, made to a third. */
function withChanges(
  { space }: OptionMoves,
  words: Uint32Array,
  from: StateIndex,
  to: StateIndex,
): Uint32Array {
  return words.map((word, place) => (word ^ space.words[place][from] ^ space.words[place][to]) >>> 0);
}

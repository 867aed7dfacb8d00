// Describes an agreement state that a set of changes opens: by what it holds, whether it is a deal, and the way to it.
import { defaultSettings, witness } from '../../engine/index.ts';
import type { Concept, Conflict, StateIndex } from '../../model/index.ts';
import { concepts, graphModel } from '../../model/index.ts';
import type { Kept } from '../kept.ts';
import { keptOf } from '../kept.ts';
import { equilibriumIn, stabilityOf } from '../stability.ts';
import { coalitions } from './candidates.ts';
import { improvementWays, isDeal } from './goals.ts';
import type { Variant } from './variant.ts';
import type { Leg } from './ways.ts';

/**
 * How an agreement is reached from the status quo: by improvements alone; by improvements and one joint move in which
 * all its movers gain; by moves that do not all pay; or not at all.
 */
export type Reachable = 'improvements' | 'joint' | 'moves' | 'no';

/** An agreement state that is an equilibrium under the concept asked for. */
export interface Opening {
  readonly state: StateIndex;
  /** Every concept under which it is an equilibrium, in every reading. */
  readonly equilibrium: readonly Concept[];
  /** Would every signatory take it over no deal? */
  readonly deal: boolean;
  readonly reachable: Reachable;
  /** The way in the best of these manners; missing where there is none. */
  readonly path?: readonly Leg[];
  /** Would it be kept? Missing where it is no deal. */
  readonly kept?: Kept;
}

/** The openings at some states of a conflict as a variant has it. */
export function openingsOf(
  variant: Variant,
  conflict: Conflict,
  states: readonly StateIndex[],
): readonly Opening[] {
  const alone = improvementWays(variant, conflict);
  const jointly = improvementWays(variant, conflict, coalitions(conflict.preferences.map((_, dm) => dm)));
  const equilibrium = equilibriumFinder(conflict);
  return states.map((state) => {
    const path = alone.way(state) ?? jointly.way(state) ?? variant.byMoves().way(state);
    const isJoint = path?.some(({ movers }) => movers.length > 1) === true;
    const pays = jointly.reaches(state);
    const deal = isDeal(conflict, state);
    const [kept] = deal ? keptOf(conflict, [state], variant.ground) : [];
    return {
      state,
      equilibrium: equilibrium(state),
      deal,
      reachable: pays ? (isJoint ? 'joint' : 'improvements') : path === undefined ? 'no' : 'moves',
      ...(path === undefined ? {} : { path }),
      ...(kept === undefined ? {} : { kept }),
    };
  });
}

function equilibriumFinder(conflict: Conflict): (s: StateIndex) => readonly Concept[] {
  if (conflict.preferences.some(({ isOrderOpen }) => isOrderOpen)) {
    const stability = stabilityOf(conflict, defaultSettings);
    return (s) => concepts.filter((concept) => equilibriumIn(stability, s, () => concept) === 'every');
  }
  const model = graphModel(conflict);
  return (s) =>
    concepts.filter((concept) =>
      conflict.preferences.every((_, dm) => witness(model, concept, dm, s).kind !== 'open'),
    );
}

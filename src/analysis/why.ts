// Fetches the reason why a state is stable or not for a decision maker, in a reading of the preferences that shows it.
import type { Settings, Witness } from '../engine/index.ts';
import { conceptBit, solver, witness } from '../engine/index.ts';
import type { Concept, Conflict, GraphModel, Relation, StateIndex } from '../model/index.ts';
import { graphModel, rankByStatements } from '../model/index.ts';
import { openOrderBudget, readingsOf } from './orders.ts';
import type { Modality, Stability } from './stability.ts';
import { stableIn } from './stability.ts';

/** One cell of the stability table, with its reason. */
export interface Why {
  readonly decisionMaker: number;
  readonly concept: Concept;
  readonly state: StateIndex;
  /** In which readings the state is stable. */
  readonly stable: Modality;
  readonly witness: Witness;
}

/**
 * Why `s` is stable, or is not stable in every reading, for `dm`.                                  Rule [WHY1].
 * @complexity that of one witness; where orders are open, up to one solution for each of them
 */
export function whyOf(
  conflict: Conflict,
  stability: Stability,
  concept: Concept,
  dm: number,
  s: StateIndex,
): Why {
  const stable = stableIn(stability, dm, s, concept);
  const { settings } = stability;
  const reason =
    stable === 'every'
      ? witness(graphModel(conflict, asListed(conflict)), concept, dm, s, settings)
      : whyUnstable(conflict, settings, concept, dm, s);
  return { decisionMaker: dm, concept, state: s, stable, witness: reason };
}

/**
 * The improvement that keeps `s` from being stable for `dm` in every reading; where the order of statements is open,
 * in the first order that shows it.
 */
export function whyUnstable(
  conflict: Conflict,
  settings: Settings,
  concept: Concept,
  dm: number,
  s: StateIndex,
): Witness {
  return witness(modelThatShows(conflict, settings, concept, dm, s), concept, dm, s, settings);
}

function modelThatShows(
  conflict: Conflict,
  settings: Settings,
  concept: Concept,
  dm: number,
  s: StateIndex,
): GraphModel {
  if (!conflict.preferences.some(({ isOrderOpen }) => isOrderOpen)) return graphModel(conflict);
  const solve = solver(conflict.moves, { ...settings, concepts: [concept] });
  const parts = conflict.preferences.map(({ isOrderOpen, truths }) =>
    isOrderOpen ? { truths } : { rank: new Int32Array(conflict.size) },
  );
  for (const { ranks } of readingsOf(parts, conflict.size, openOrderBudget).each()) {
    const relations = conflict.preferences.map(
      ({ isOrderOpen, relation }, place): Relation =>
        isOrderOpen ? { kind: 'preorder', rank: ranks[place] as Int32Array } : relation,
    );
    const bits = solve(relations).stable[dm]?.[s] as number;
    if ((bits & conceptBit(concept)) === 0) return graphModel(conflict, relations);
  }
  return graphModel(conflict, asListed(conflict));
}

/** Lists of unknown order in the order in which they stand: any order shows what holds in all of them. */
function asListed(conflict: Conflict): readonly Relation[] {
  return conflict.preferences.map(({ isOrderOpen, truths, relation }) =>
    isOrderOpen ? { kind: 'preorder', rank: rankByStatements(truths, conflict.size) } : relation,
  );
}

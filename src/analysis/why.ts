// Fetches the reason why a state is stable or not for a decision maker, in a reading of the preferences that shows it.
import type { Settings, Witness } from '../engine/index.ts';
import { witness } from '../engine/index.ts';
import type { Concept, Conflict, Relation, StateIndex } from '../model/index.ts';
import { graphModel, rankByStatements } from '../model/index.ts';
import type { Part } from './orders.ts';
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
 *
 * Where the stability was not worked out to its end, the reason decides: it is found anew, of open orders in the listed
 * one alone.
 * @complexity that of one witness; where orders are open, up to one for each of them
 */
export function whyOf(
  conflict: Conflict,
  stability: Stability,
  concept: Concept,
  dm: number,
  s: StateIndex,
): Why {
  const known = stableIn(stability, dm, s, concept);
  const { settings, complete, orders } = stability;
  const isCut = !complete && orders !== undefined;
  const reason =
    known === 'every' || isCut
      ? witness(graphModel(conflict, asListed(conflict)), concept, dm, s, settings)
      : whyUnstable(conflict, settings, concept, dm, s);
  const stable = reason.kind === 'open' ? known : isCut ? 'some' : 'every';
  return { decisionMaker: dm, concept, state: s, stable, witness: reason };
}

/**
 * The improvement that keeps `s` from being stable for `dm` in every reading; where the order of statements is open,
 * in the first order that shows it. A witness of stability where nothing does.
 */
export function whyUnstable(
  conflict: Conflict,
  settings: Settings,
  concept: Concept,
  dm: number,
  s: StateIndex,
): Witness {
  for (const relations of readingsFor(conflict, concept, dm)) {
    const reason = witness(graphModel(conflict, relations), concept, dm, s, settings);
    if (reason.kind === 'open') return reason;
  }
  return witness(graphModel(conflict, asListed(conflict)), concept, dm, s, settings);
}

/** The preferences in each order of the lists whose order is open and that the verdict depends on. */
function* readingsFor(conflict: Conflict, concept: Concept, dm: number): Iterable<readonly Relation[]> {
  const { preferences, size } = conflict;
  if (!preferences.some(({ isOrderOpen }) => isOrderOpen)) {
    yield graphModel(conflict).relations;
    return;
  }
  const partsFor = (counts: (place: number) => boolean): readonly Part[] =>
    preferences.map(({ isOrderOpen, truths, before = [] }, place) =>
      isOrderOpen && counts(place) ? { truths, before } : { rank: rankByStatements(truths, size) },
    );
  // Under nash, gmr and smr the others' preferences do not matter. A sample has to be the one that was solved.
  const own = readingsOf(
    partsFor((place) => place === dm),
    size,
    openOrderBudget,
  );
  const isOwn = concept !== 'seq' && concept !== 'sseq' && own.method === 'exact';
  const readings = isOwn
    ? own
    : readingsOf(
        partsFor(() => true),
        size,
        openOrderBudget,
      );
  for (const { ranks } of readings.each()) {
    yield preferences.map(
      ({ isOrderOpen, relation }, place): Relation =>
        isOrderOpen ? { kind: 'preorder', rank: ranks[place] as Int32Array } : relation,
    );
  }
}

/** Lists of unknown order in the order in which they stand: any order shows what holds in all of them. */
function asListed(conflict: Conflict): readonly Relation[] {
  return conflict.preferences.map(({ isOrderOpen, truths, relation }) =>
    isOrderOpen ? { kind: 'preorder', rank: rankByStatements(truths, conflict.size) } : relation,
  );
}

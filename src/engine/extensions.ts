// Judges stability under the four extensions of the literature to preferences that are not known for every pair.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Concept, GraphModel, StateIndex } from '../model/index.ts';
import { requireDecisionMaker, requireState } from './guard.ts';
import type { Extension } from './readings.ts';
import { extensions } from './readings.ts';
import { definitions } from './reference/definitions.ts';
import { viewOf } from './reference/view.ts';
import { rememberedMoves } from './remembered.ts';
import type { Sanctions, Settings } from './solution.ts';
import { conceptBit, defaultSettings } from './solution.ts';

/** Stability of every state under an extension; `stable` as in a `Solution`. */
export interface ExtensionSolution {
  readonly extension: Extension;
  readonly settings: Settings;
  readonly stable: readonly Uint8Array[];
  readonly complete: boolean;
}

/**
 * Is `s` stable for `dm` under a concept as the extension reads unknown pairs (U)?
 *
 * | extension | leaves for s1 if | deterred by s2, no escape by s3, if |
 * |---|---|---|
 * | a | s1 > s or U | ≾ s |
 * | b | s1 > s | ≾ s |
 * | c | s1 > s or U | ≾ s or U |
 * | d | s1 > s | ≾ s or U |
 *
 * Under seq and sseq the others' moves over unknown pairs are credible in all four. That is why a and d are not what
 * holds in every and in no completion: `solve` gives those. Rules [EXT1], [EXT2].
 * @throws ImpasseError E2001 if there is no such decision maker or state
 * @source Li, Hipel, Kilgour & Fang 2004; sseq by analogy.
 */
export function stableUnder(
  model: GraphModel,
  extension: Extension,
  concept: Concept,
  dm: number,
  s: StateIndex,
  sanctions: Sanctions = 'legal',
): boolean {
  requireDecisionMaker(model, dm);
  requireState(model, s);
  const view = viewOf(model, rememberedMoves(model), dm, sanctions, extensions[extension]);
  return definitions[concept](view, s);
}

/**
 * The same for all states, decision makers and concepts asked for.
 * @complexity as `referenceSolve`
 */
export function solveUnder(
  model: GraphModel,
  extension: Extension,
  settings: Settings = defaultSettings,
  watch: Watch = unwatched,
): ExtensionSolution {
  const moves = rememberedMoves(model);
  const stable = model.relations.map(() => new Uint8Array(model.size));
  for (const dm of model.relations.keys()) {
    const view = viewOf(model, moves, dm, settings.sanctions, extensions[extension]);
    for (let s = 0; s < model.size; s += 1) {
      if (watch.stopped()) return { extension, settings, stable, complete: false };
      for (const concept of settings.concepts)
        if (definitions[concept](view, s)) stable[dm][s] |= conceptBit(concept);
    }
  }
  return { extension, settings, stable, complete: true };
}

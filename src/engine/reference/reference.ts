// Solves any model by the definitions, state by state; the measure that the fast engine is held to.
import type { Watch } from '../../base/index.ts';
import { unwatched } from '../../base/index.ts';
import type { Concept, GraphModel, Relation, StateIndex } from '../../model/index.ts';
import { everyReading, someReading } from '../readings.ts';
import { rememberedMoves } from '../remembered.ts';
import type { Settings, Solution } from '../solution.ts';
import { conceptBit, defaultSettings } from '../solution.ts';
import { definitions, isCredible } from './definitions.ts';
import { possiblySequential } from './possible.ts';
import { viewOf } from './view.ts';

/**
 * Stability of every state for every decision maker, by the definitions: any moves, any preferences.
 *
 * Rules [NSH1] to [SSQ1], [SAN1] to [SAN5], [UNK1] to [UNK3].
 * @param watch - asked before each state of each decision maker
 * @complexity O(n m · moves) time and O(m²) space at worst, far less where replies that deter are near
 */
export function referenceSolve(
  model: GraphModel,
  settings: Settings = defaultSettings,
  watch: Watch = unwatched,
): Solution {
  const { size, relations } = model;
  const moves = rememberedMoves(model);
  const hasUnknown = relations.some(mayBeUnknown);
  const stable = relations.map(() => new Uint8Array(size));
  const possible = hasUnknown ? relations.map(() => new Uint8Array(size)) : stable;
  const partial = (): Solution => ({ method: 'reference', settings, stable, possible, complete: false });

  for (const dm of relations.keys()) {
    const every = viewOf(model, moves, dm, settings.sanctions, everyReading);
    const some = viewOf(model, moves, dm, settings.sanctions, someReading);
    const isPossible = (concept: Concept, s: StateIndex): boolean =>
      definitions[concept](some, s) &&
      (!isCredible(concept) || possiblySequential(model, moves, some, concept, dm, s, settings.sanctions));

    for (let s = 0; s < size; s += 1) {
      if (watch.stopped()) return partial();
      watch.progress?.(dm * size + s, relations.length * size, 'stability');
      for (const concept of settings.concepts) {
        const isStable = definitions[concept](every, s);
        if (isStable) stable[dm][s] |= conceptBit(concept);
        if (hasUnknown && (isStable || isPossible(concept, s))) possible[dm][s] |= conceptBit(concept);
      }
    }
  }
  return { ...partial(), complete: true };
}

function mayBeUnknown(relation: Relation): boolean {
  return relation.kind === 'partial' && (relation.rankings.length > 1 || relation.unknown.size > 0);
}

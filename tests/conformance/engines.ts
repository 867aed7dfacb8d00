// Lists the engines that must agree, and what each leaves to the other, with the reason.

import { unwatched } from '../../src/base/index.ts';
import type { Settings, Solution } from '../../src/engine/index.ts';
import { defaultSettings, fastSolve, referenceSolve, solve } from '../../src/engine/index.ts';
import type { GraphModel } from '../../src/model/index.ts';

/** What a model or a question may ask of an engine beyond option form, complete preorders and legal sequences. */
export type Topic = 'graph form' | 'sanction modes' | 'unknown pairs';

/** An engine under test. */
export interface Engine {
  readonly name: string;
  readonly solve: (model: GraphModel, settings?: Settings) => Solution;
  /** Topics that it does not take, each with the reason. */
  readonly skip: Readonly<Partial<Record<Topic, string>>>;
}

export const engines: readonly Engine[] = [
  { name: 'reference', solve: referenceSolve, skip: {} },
  {
    name: 'fast',
    solve: (model, settings = defaultSettings) => fastSolve(model, settings, unwatched),
    skip: {
      'graph form': 'its moves are implied by options',
      'sanction modes': 'its minimum over a closure is that of legal sequences',
      'unknown pairs': 'it compares ranks',
    },
  },
  { name: 'the engine that solve chooses', solve, skip: {} },
];

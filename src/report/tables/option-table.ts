// Lays an account out as papers on the graph model print it: options down, states across, stability below.
import type { AccountAnalysis, Modality } from '../../analysis/index.ts';
import { equilibriumIn, stableIn } from '../../analysis/index.ts';
import type { Concept, StateIndex } from '../../model/index.ts';
import { concepts as allConcepts, stateName, takes } from '../../model/index.ts';
import { namesOf } from '../naming.ts';

/** A decision maker's options, each with one letter for each state shown: Y taken, N not. */
export interface OptionGroup {
  readonly decisionMaker: string;
  readonly options: readonly { readonly name: string; readonly letters: readonly ('Y' | 'N')[] }[];
}

/** One concept over the states shown; of one decision maker, or of all. */
export interface StabilityRow {
  readonly concept: Concept;
  readonly marks: readonly Modality[];
}

/** The option form of an account with what is stable in it; every row has one entry for each state shown. */
export interface OptionTable {
  readonly account: string;
  readonly states: readonly {
    /** From 1. */
    readonly id: number;
    /** The pattern, or in graph form the name. */
    readonly name: string;
    readonly statusQuo: boolean;
    readonly agreement: boolean;
  }[];
  /** Empty in graph form. */
  readonly groups: readonly OptionGroup[];
  readonly stability: readonly { readonly decisionMaker: string; readonly rows: readonly StabilityRow[] }[];
  readonly equilibria: readonly StabilityRow[];
}

/**
 * The option form of some states.                                                                Rules [TAB2], [TAB3].
 * @param states - the states shown, in the order of the columns
 * @complexity O(states shown · (h + n · concepts))
 */
export function optionTable(analysis: AccountAnalysis, states: readonly StateIndex[]): OptionTable {
  const { conflict, question, stability } = analysis;
  const { account, space } = conflict;
  const names = namesOf(conflict);
  const concepts = allConcepts.filter((concept) => question.concepts.includes(concept));
  return {
    account: account.name,
    states: states.map((s) => ({
      id: s + 1,
      name: stateName(conflict, s),
      statusQuo: s === conflict.statusQuo,
      agreement: conflict.agreement?.[s] === 1,
    })),
    groups:
      space === undefined
        ? []
        : account.decisionMakers.map(({ id }, dm) => ({
            decisionMaker: names.decisionMaker(dm),
            options: account.options.flatMap((option, place) =>
              option.decisionMaker === id
                ? [
                    {
                      name: names.option(place),
                      letters: states.map((s) => (takes(space, s, place) ? 'Y' : 'N')),
                    },
                  ]
                : [],
            ),
          })),
    stability: account.decisionMakers.map((_, dm) => ({
      decisionMaker: names.decisionMaker(dm),
      rows: concepts.map((concept) => ({
        concept,
        marks: states.map((s) => stableIn(stability, dm, s, concept)),
      })),
    })),
    equilibria: concepts.map((concept) => ({
      concept,
      marks: states.map((s) => equilibriumIn(stability, s, () => concept)),
    })),
  };
}

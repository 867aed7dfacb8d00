// Answers what would make a given state stable: for each decision maker the condition, and how far its ranking is from it.
import type { Concept, Conflict, Relation, StateIndex } from '../model/index.ts';
import { concepts } from '../model/index.ts';
import type { Condition } from './inverse-condition.ts';
import {
  factorialOf,
  holdsWith,
  leastSwaps,
  raised,
  rankingsFulfilling,
  stabilityCondition,
} from './inverse-condition.ts';
import type { Modality } from './stability.ts';
import { stabilityOf, stableIn } from './stability.ts';
import { groundOf } from './unlock/ways.ts';

/** What one decision maker's preference must be for the state to be stable for it under one concept. */
export interface Inverse {
  /** Is it stable, in every reading of what is not known, in some, or in none? */
  readonly holds: Modality;
  /** The least number of adjacent swaps that make it so; missing where the preference is not one complete ranking. */
  readonly swaps?: number;
  readonly condition: Condition;
  /** In how many strict rankings the condition holds; missing where it was not counted. */
  readonly count?: bigint;
}

/** Whether the state is an equilibrium once every decision maker has made its own least swaps. */
export interface Joint {
  readonly swaps: number;
  readonly holds: boolean;
}

/** What would make a state an equilibrium. */
export interface InverseAnalysis {
  readonly conflict: Conflict;
  readonly state: StateIndex;
  /** One for each decision maker. */
  readonly decisionMakers: readonly Readonly<Record<Concept, Inverse>>[];
  /** Missing for a concept where some decision maker's swaps are. */
  readonly together: Readonly<Partial<Record<Concept, Joint>>>;
  /** m!, the number of strict rankings. */
  readonly rankings: bigint;
}

/** Conflicts with more states than this get no conditions. */
export const inverseLimit = 2 ** 12;

/**
 * What would make `state` stable for each decision maker.                                Rules [INV1] to [INV5].
 *
 * Swaps are counted with the others' preferences as they stand. Their sum over decision makers is exact for nash, gmr
 * and smr; under seq and sseq one's new ranking may change what it answers to others, so the sum is checked again.
 * @param isCounted - count the strict rankings too
 * @complexity that of one solution, and of five conditions for each decision maker
 * @source The threshold of the raised state is exact for one target, one decision maker and adjacent swaps.
 */
export function inverseOf(conflict: Conflict, state: StateIndex, isCounted = false): InverseAnalysis {
  const stability = stabilityOf(conflict);
  const ground = groundOf(conflict.moves, conflict.preferences.length);
  const relations = conflict.preferences.map(({ relation }) => relation);
  const one = (dm: number, concept: Concept): Inverse => {
    const condition = stabilityCondition(conflict, concept, dm, state, ground);
    const relation = relations[dm] as Relation;
    const count = isCounted ? rankingsFulfilling(condition, conflict.size) : undefined;
    return {
      holds: stableIn(stability, dm, state, concept),
      ...(relation.kind === 'preorder' ? { swaps: leastSwaps(condition, relation.rank, state) } : {}),
      condition,
      ...(count === undefined ? {} : { count }),
    };
  };
  const decisionMakers = relations.map(
    (_, dm) =>
      Object.fromEntries(concepts.map((concept) => [concept, one(dm, concept)])) as Record<Concept, Inverse>,
  );
  const joint = (concept: Concept): Joint | undefined => {
    const swaps = decisionMakers.map((byConcept) => byConcept[concept].swaps);
    if (swaps.some((each) => each === undefined)) return undefined;
    const changed = relations.map(
      (relation, dm): Relation =>
        relation.kind === 'preorder'
          ? { kind: 'preorder', rank: raised(relation.rank, state, swaps[dm] as number) }
          : relation,
    );
    return {
      swaps: swaps.reduce<number>((sum, each) => sum + (each as number), 0),
      holds: holdsWith(conflict, changed, state, concept),
    };
  };
  return {
    conflict,
    state,
    decisionMakers,
    together: Object.fromEntries(
      concepts.flatMap((concept) => {
        const found = joint(concept);
        return found === undefined ? [] : [[concept, found] as const];
      }),
    ),
    rankings: factorialOf(conflict.size),
  };
}

// Reads solutions in tests: which states are stable, for whom, under which concept.
import type { Solution } from '../../src/engine/index.ts';
import { conceptBit } from '../../src/engine/index.ts';
import type { Concept } from '../../src/model/index.ts';

export function isStable(solution: Solution, concept: Concept, dm: number, s: number): boolean {
  return (solution.stable[dm]![s]! & conceptBit(concept)) !== 0;
}

export function isPossible(solution: Solution, concept: Concept, dm: number, s: number): boolean {
  return (solution.possible[dm]![s]! & conceptBit(concept)) !== 0;
}

/** The states stable for one decision maker. */
export function stableStates(solution: Solution, concept: Concept, dm: number): number[] {
  return [...solution.stable[dm]!.keys()].filter((s) => isStable(solution, concept, dm, s));
}

/** The states stable for all. */
export function jointlyStable(solution: Solution, concept: Concept): number[] {
  return [...solution.stable[0]!.keys()].filter((s) =>
    solution.stable.every((_, dm) => isStable(solution, concept, dm, s)),
  );
}

// Counts which concepts hold together over all strict two-by-two games.
import type { Solution } from '../../src/engine/index.ts';
import type { GraphModel } from '../../src/model/index.ts';
import { concepts } from '../../src/model/index.ts';
import { optionModel, preorder } from '../support/models.ts';
import { isStable } from '../support/solutions.ts';

/** All orders of some items. */
export function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, place) =>
    permutations(items.filter((_, other) => other !== place)).map((rest) => [item, ...rest]),
  );
}

/** For each set of concepts, the number of (game, decision maker, state) where exactly these hold. */
export function census(solve: (model: GraphModel) => Solution): Record<string, number> {
  const counts: Record<string, number> = {};
  const rankings = permutations([0, 1, 2, 3]);
  for (const first of rankings) {
    for (const second of rankings) {
      const solution = solve(
        optionModel({ options: [1, 1], relations: [preorder(first), preorder(second)] }),
      );
      for (const dm of [0, 1]) {
        for (let s = 0; s < 4; s += 1) {
          const holding =
            concepts.filter((concept) => isStable(solution, concept, dm, s)).join(' ') || 'none';
          counts[holding] = (counts[holding] ?? 0) + 1;
        }
      }
    }
  }
  return counts;
}

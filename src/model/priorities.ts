// Says which statements of a list of unknown order are known to matter more than which.
import type { Statement } from './case.ts';

/** Pairs of places in a list, from 0: the first matters more than the second, and stands above it. */
export type Precedences = readonly (readonly [above: number, below: number])[];

/**
 * The pairs that the statements of a list name. Only what stands further down can be named, so that the order of the
 * file is always one of those that are left, and no circle can arise.                              Rule [PRI6].
 * @example precedencesOf([{ text: 'a', before: ['b'] }, { text: 'b' }]) // => [[0, 1]]
 */
export function precedencesOf(statements: readonly Pick<Statement, 'text' | 'before'>[]): Precedences {
  return statements.flatMap(({ before = [] }, above) =>
    before.flatMap((text) =>
      statements.flatMap((other, below) =>
        below > above && other.text === text ? [[above, below] as const] : [],
      ),
    ),
  );
}

/** Places of k statements in an order that is left, with one statement as far up as it can stand. */
export function asEarlyAsPossible(k: number, before: Precedences, first: number): readonly number[] {
  const needed = new Set([first]);
  // Whoever stands above has a lower place, so that one pass from below finds everything.
  for (let place = first; place >= 0; place -= 1)
    if (needed.has(place)) for (const [above, below] of before) if (below === place) needed.add(above);
  const all = Array.from({ length: k }, (_, place) => place);
  return [...all.filter((place) => needed.has(place)), ...all.filter((place) => !needed.has(place))];
}

// Finds which statements of several coders are one unit: spans of one document that overlap by half or more.
import type { Statement } from '../types/statement.ts';
import type { Rating } from './coefficients.ts';
import { lettersBefore, overlaps } from './spans.ts';

/** What several coders made of one stretch: a statement of each, null where a coder has none there. */
export interface MatchedUnit {
  readonly document: string;
  readonly statements: readonly (Statement | null)[];
}

/** What can be compared, and at which levels. */
export const comparedFields = {
  kind: ['nominal'],
  grade: ['nominal'],
  quoted: ['nominal'],
  source: ['nominal'],
  speaker: ['nominal'],
  holder: ['nominal'],
  addressee: ['nominal'],
  concept: ['nominal'],
  stance: ['nominal', 'ordinal'],
} as const satisfies Readonly<Record<string, readonly ('nominal' | 'ordinal')[]>>;
export type ComparedField = keyof typeof comparedFields;

/**
 * The value of a field, as coders are compared by it; null where it is not coded.                   Rule [AGR9].
 *
 * Names are compared as a set, in any order. A stance that depends on a condition has no place in the order of the
 * others.
 */
export function ratingOf(statement: Statement, field: ComparedField, level: 'nominal' | 'ordinal'): Rating {
  const value = statement[field];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (level === 'ordinal') return typeof value === 'number' ? value : null;
  if (typeof value === 'object' && value !== null)
    return value.length === 0 ? null : value.toSorted().join('; ');
  return value;
}

/**
 * Groups the statements of several coders into units, each with at most one statement of a coder: pairs of statements
 * by falling overlap, then in the order of the text.                                               Rule [AGR9].
 * @param statements - of one document
 * @returns units in the order of the text, those of one coder alone among them
 * @complexity O(pairs that overlap · log + length of the body)
 */
export function matchUnits(
  statements: readonly Statement[],
  coders: readonly string[],
  body: string,
): readonly MatchedUnit[] {
  const letters = lettersBefore(body);
  const byCoder = coders.map((coder) => statements.filter((each) => each.coder === coder));
  const groups = new Map<Statement, (Statement | null)[]>();
  byCoder.forEach((mine, index) => {
    for (const each of mine)
      groups.set(
        each,
        coders.map((_, at) => (at === index ? each : null)),
      );
  });
  const pairs = byCoder.flatMap((mine, i) =>
    byCoder.slice(i + 1).flatMap((theirs) =>
      overlaps(mine, theirs, letters).map(({ first, second, jaccard }) => ({
        a: mine[first] as Statement,
        b: theirs[second] as Statement,
        jaccard,
      })),
    ),
  );
  pairs.sort((p, q) => q.jaccard - p.jaccard || p.a.start - q.a.start || p.b.start - q.b.start);
  for (const { a, b } of pairs) {
    const [one, other] = [groups.get(a) as (Statement | null)[], groups.get(b) as (Statement | null)[]];
    if (one === other || one.some((each, at) => each !== null && other[at] !== null)) continue;
    other.forEach((each, at) => {
      if (each === null) return;
      one[at] = each;
      groups.set(each, one);
    });
  }
  const start = (unit: readonly (Statement | null)[]): number =>
    Math.min(...unit.map((each) => each?.start ?? Number.POSITIVE_INFINITY));
  return [...new Set(groups.values())]
    .sort((p, q) => start(p) - start(q))
    .map((unit) => ({
      document: (unit.find((each) => each !== null) as Statement).document,
      statements: unit,
    }));
}

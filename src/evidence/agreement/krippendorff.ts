// Computes Krippendorff's alpha of values that coders gave to common units, nominal or ordinal.
import type { Coefficient, Ratings } from './coefficients.ts';
import { undefinedCoefficient } from './coefficients.ts';

export const levels = ['nominal', 'ordinal'] as const;
/** Whether values are only equal or not, or have an order. */
export type Level = (typeof levels)[number];

/**
 * Krippendorff's alpha, 1 − Dₒ/Dₑ, from coincidences: each unit with m ≥ 2 values adds 1/(m − 1) for every ordered
 * pair of its values.                                                                               Rule [AGR5].
 *
 * With n_c of n values being c: Dₒ = Σ o_ck δ²_ck / n and Dₑ = Σ n_c n_k δ²_ck / (n(n − 1)). δ² is 1 for unequal
 * nominal values; for ordinal ones (Σ_{g=c..k} n_g − (n_c + n_k)/2)². A unit with fewer than two values does not
 * count.
 * @param ratings - units × coders; ordinal values are numbers in their order
 * @returns `observed` and `expected` are disagreements
 * @complexity O(units · coders² + values³)
 * @source Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, Annenberg School for Communication.
 * @example krippendorffAlpha([[1, 1], [2, 2], [3, 3]], 'ordinal').value // => 1
 */
export function krippendorffAlpha(ratings: Ratings, level: Level): Coefficient {
  const pairable = ratings
    .map((each) => each.filter((value) => value !== null))
    .filter((values) => values.length > 1);
  if (pairable.length === 0) return undefinedCoefficient;
  const values = [...new Set(pairable.flat())];
  if (level === 'ordinal') values.sort((a, b) => Number(a) - Number(b));
  const place = new Map(values.map((value, index) => [value, index]));
  const size = values.length;
  const coincidences = values.map(() => new Array<number>(size).fill(0));
  const totals = new Array<number>(size).fill(0);
  for (const unit of pairable) {
    const places = unit.map((value) => place.get(value) as number);
    places.forEach((c, at) => {
      totals[c] = (totals[c] as number) + 1;
      const row = coincidences[c] as number[];
      places.forEach((k, other) => {
        if (at !== other) row[k] = (row[k] as number) + 1 / (unit.length - 1);
      });
    });
  }
  const n = totals.reduce((sum, count) => sum + count, 0);
  let [observed, expected] = [0, 0];
  for (let c = 0; c < size; c += 1)
    for (let k = 0; k < size; k += 1) {
      const delta = level === 'nominal' ? Number(c !== k) : ordinalDifference(totals, c, k);
      observed += ((coincidences[c] as number[])[k] as number) * delta;
      expected += (totals[c] as number) * (totals[k] as number) * delta;
    }
  const units = pairable.length;
  const found = { observed: observed / n, expected: expected / (n * (n - 1)), units };
  return { value: expected === 0 ? null : 1 - found.observed / found.expected, ...found };
}

function ordinalDifference(totals: readonly number[], c: number, k: number): number {
  const [low, high] = [Math.min(c, k), Math.max(c, k)];
  const between = totals.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
  return (between - ((totals[c] as number) + (totals[k] as number)) / 2) ** 2;
}

// Computes how far coders agree on units that they have in common: percent, Cohen's and Fleiss's kappa.

/** A value that a coder gave to a unit; null where none was given. */
export type Rating = string | number | null;

/** Units × coders. */
export type Ratings = readonly (readonly Rating[])[];

/** A coefficient of agreement with what it is made of. */
export interface Coefficient {
  /** At most 1; null where it is not defined: no unit, or no variation by which chance could be told. */
  readonly value: number | null;
  /** Agreement found, in [0, 1]; for the alphas, disagreement found. */
  readonly observed: number | null;
  /** The same by chance; null for a coefficient without it. */
  readonly expected: number | null;
  /** How many units counted. */
  readonly units: number;
}

/** What is said where nothing counted. */
export const undefinedCoefficient: Coefficient = { value: null, observed: null, expected: null, units: 0 };

const given = (ratings: readonly Rating[]): (string | number)[] => ratings.filter((each) => each !== null);

/**
 * The share of pairs of ratings of one unit that are equal, over all units.                          Rule [AGR2].
 *
 * A unit that fewer than two coders rated counts neither way.
 * @param ratings - units × coders
 * @complexity O(units · coders²)
 * @example percentAgreement([['a', 'a'], ['a', 'b'], ['a', null]]).value // => 0.5
 */
export function percentAgreement(ratings: Ratings): Coefficient {
  let [equal, pairs, units] = [0, 0, 0];
  for (const each of ratings) {
    const values = given(each);
    if (values.length > 1) units += 1;
    values.forEach((value, index) => {
      for (const other of values.slice(index + 1)) {
        pairs += 1;
        if (value === other) equal += 1;
      }
    });
  }
  if (pairs === 0) return undefinedCoefficient;
  return { value: equal / pairs, observed: equal / pairs, expected: null, units };
}

/**
 * Cohen's kappa of two coders: (pₒ − pₑ) / (1 − pₑ), where pₑ = Σ of the products of both coders' shares of each
 * value.                                                                                            Rule [AGR3].
 *
 * Only units count that both rated.
 * @param ratings - units × 2
 * @complexity O(units)
 * @source Cohen 1960, Educational and Psychological Measurement 20, 37-46.
 * @example cohenKappa([['a', 'a'], ['b', 'b'], ['a', 'b'], ['b', 'a']]).value // => 0
 */
export function cohenKappa(ratings: Ratings): Coefficient {
  const both = ratings.map(given).filter((values) => values.length === 2);
  const units = both.length;
  if (units === 0) return undefinedCoefficient;
  const [first, second] = [new Map<Rating, number>(), new Map<Rating, number>()];
  let equal = 0;
  for (const [a, b] of both as [string | number, string | number][]) {
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
    if (a === b) equal += 1;
  }
  // Counts are whole numbers, so that a table without variation is told exactly.
  const chance = [...first].reduce((sum, [value, count]) => sum + count * (second.get(value) ?? 0), 0);
  return corrected(equal / units, chance / units ** 2, chance === units ** 2, units);
}

/**
 * Fleiss's kappa of any number of coders: the mean share of equal pairs in a unit, corrected by Σ of the squared
 * shares of the values.                                                                             Rule [AGR4].
 *
 * Only units count that every coder rated.
 * @param ratings - units × coders, two coders at least
 * @complexity O(units · coders)
 * @source Fleiss 1971, Psychological Bulletin 76, 378-382.
 * @example fleissKappa([['a', 'a', 'a'], ['b', 'b', 'b']]).value // => 1
 */
export function fleissKappa(ratings: Ratings): Coefficient {
  const full = ratings.filter((each) => each.length > 1 && !each.includes(null));
  const units = full.length;
  if (units === 0) return undefinedCoefficient;
  const totals = new Map<Rating, number>();
  let observed = 0;
  let count = 0;
  for (const each of full) {
    const here = new Map<Rating, number>();
    for (const value of each) here.set(value, (here.get(value) ?? 0) + 1);
    let equal = 0;
    for (const [value, times] of here) {
      totals.set(value, (totals.get(value) ?? 0) + times);
      equal += times * (times - 1);
    }
    observed += equal / (each.length * (each.length - 1));
    count += each.length;
  }
  const expected = [...totals.values()].reduce((sum, times) => sum + (times / count) ** 2, 0);
  return corrected(observed / units, expected, totals.size === 1, units);
}

function corrected(observed: number, expected: number, constant: boolean, units: number): Coefficient {
  return { value: constant ? null : (observed - expected) / (1 - expected), observed, expected, units };
}

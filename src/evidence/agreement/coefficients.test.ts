// Shows that the coefficients of agreement have the values of textbooks, and that what nobody coded counts nowhere.
import { describe, expect, test } from 'vitest';
import type { Ratings } from './coefficients.ts';
import { cohenKappa, fleissKappa, percentAgreement } from './coefficients.ts';
import { krippendorffAlpha } from './krippendorff.ts';

/** As many rows of each pair as the table says. */
const table = (counts: readonly (readonly [string, string, number])[]): Ratings =>
  counts.flatMap(([a, b, times]) => Array.from({ length: times }, () => [a, b]));

/** One unit a column, as the sources print them; a dot is no value. */
const columns = (...coders: readonly string[]): Ratings =>
  [...(coders[0] as string)].map((_, unit) =>
    coders.map((row) => (row[unit] === '.' ? null : Number(row[unit]))),
  );

const uncoded = [
  [null, null],
  [null, 'a'],
];

describe('percent', () => {
  test('[AGR2] is the share of equal pairs of ratings of one unit', () => {
    // Pairs of three ratings: a-a, a-b, a-b, so 1 of 3; of two: 1 of 1. Together 2 of 4.
    expect(
      percentAgreement([
        ['a', 'a', 'b'],
        ['c', null, 'c'],
      ]),
    ).toEqual({
      value: 0.5,
      observed: 0.5,
      expected: null,
      units: 2,
    });
  });

  test('[AGR2] is not defined where no unit has two ratings', () => {
    expect(percentAgreement(uncoded).value).toBeNull();
  });
});

describe("Cohen's kappa", () => {
  test('[AGR3] of 100 diagnoses is 0.676 (Fleiss, Statistical Methods for Rates and Proportions, 1981, table 13.1)', () => {
    const diagnoses = table([
      ['psychotic', 'psychotic', 75],
      ['psychotic', 'neurotic', 1],
      ['psychotic', 'organic', 4],
      ['neurotic', 'psychotic', 5],
      ['neurotic', 'neurotic', 4],
      ['neurotic', 'organic', 1],
      ['organic', 'organic', 10],
    ]);
    const { value, observed, expected } = cohenKappa(diagnoses);
    // 0.89 agree; by chance 0.80 · 0.80 + 0.10 · 0.05 + 0.10 · 0.15 = 0.66.
    expect(observed).toBeCloseTo(0.89, 12);
    expect(expected).toBeCloseTo(0.66, 12);
    expect(value).toBeCloseTo(0.23 / 0.34, 12);
  });

  test('[AGR3] is not defined where both give one and the same value throughout', () => {
    expect(
      cohenKappa([
        ['a', 'a'],
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toMatchObject({ value: null, observed: 1, units: 3 });
  });

  test('[AGR1] units that one or both left uncoded change nothing', () => {
    const rated = table([
      ['a', 'a', 20],
      ['a', 'b', 5],
      ['b', 'a', 10],
      ['b', 'b', 15],
    ]);
    expect(cohenKappa(rated).value).toBeCloseTo(0.4, 12);
    for (const coefficient of [cohenKappa, fleissKappa, percentAgreement])
      expect(coefficient([...rated, ...uncoded])).toEqual(coefficient(rated));
    expect(krippendorffAlpha([...rated, ...uncoded], 'nominal')).toEqual(krippendorffAlpha(rated, 'nominal'));
  });
});

test("[AGR4] Fleiss's kappa of ten subjects, fourteen raters and five categories is 0.210", () => {
  // The worked example that reference works on the measure of 1971 give: counts of each category in a row.
  const counts = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  const ratings = counts.map((row) =>
    row.flatMap((times, category) => new Array<number>(times).fill(category)),
  );
  const { value, observed, expected } = fleissKappa(ratings);
  expect(observed).toBeCloseTo(0.378, 3);
  expect(expected).toBeCloseTo(0.213, 3);
  expect(value).toBeCloseTo(0.21, 3);
  expect(fleissKappa([...ratings, [null, ...new Array<number>(13).fill(1)]])).toEqual(fleissKappa(ratings));
});

describe("Krippendorff's alpha (values of Krippendorff 2011)", () => {
  const four = columns('123321412...', '1233224125.3', '.3332342251.', '12332441251.');

  test('[AGR5] of two coders and two values is 0.095', () => {
    expect(krippendorffAlpha(columns('0100000010', '1110010000'), 'nominal').value).toBeCloseTo(0.095, 3);
  });

  test('[AGR5] of four coders with gaps is 0.743, nominal, and 0.815, ordinal', () => {
    expect(krippendorffAlpha(four, 'nominal').value).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(four, 'ordinal').value).toBeCloseTo(0.815, 3);
    // The last unit has one value.
    expect(krippendorffAlpha(four, 'nominal').units).toBe(11);
  });

  test('[AGR5] of ordinal values depends on their order alone', () => {
    const spread = four.map((unit) => unit.map((value) => (value === null ? null : 10 ** Number(value))));
    expect(krippendorffAlpha(spread, 'ordinal').value).toBe(krippendorffAlpha(four, 'ordinal').value);
  });

  test('[AGR5] is not defined without variation, and nothing is compared in no unit', () => {
    expect(krippendorffAlpha([['a', 'a']], 'nominal')).toMatchObject({ value: null, observed: 0, units: 1 });
    expect(krippendorffAlpha([], 'nominal')).toMatchObject({ value: null, units: 0 });
  });
});

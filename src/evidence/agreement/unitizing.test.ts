// Shows that unitizing alpha has the values of Krippendorff's own example.
import { describe, expect, test } from 'vitest';
import type { Unitization } from './unitizing.ts';
import { unitizingAlpha } from './unitizing.ts';

/** Places counted from 150, as the example has them. */
const units = (...coders: readonly (readonly (readonly [start: number, length: number])[])[]): Unitization =>
  coders.map((own) => own.map(([start, length]) => ({ start: start - 150, end: start - 150 + length })));

// Krippendorff 2004, Quality & Quantity 38, 787-800: a text from 150 to 450, two observers, categories c and k.
const example = new Map([
  [
    'c',
    units(
      [
        [225, 70],
        [370, 30],
      ],
      [
        [220, 80],
        [355, 20],
        [400, 20],
      ],
    ),
  ],
  [
    'k',
    units(
      [
        [180, 60],
        [300, 50],
      ],
      [
        [180, 60],
        [300, 50],
      ],
    ),
  ],
]);

describe('unitizing alpha', () => {
  test('[AGR8] has the values of the published example', () => {
    const { value, categories } = unitizingAlpha(example, 300);
    const [c, k] = [categories.get('c'), categories.get('k')];
    // Observed, c: 5² + 5² where the first units overlap, 15² + 25² where the second do, and 20² for a unit in a gap.
    expect(c?.observed).toBeCloseTo((2 * (50 + 850 + 400)) / (2 * 300 ** 2), 12);
    expect(c?.observed).toBeCloseTo(0.0144, 4);
    expect(c?.expected).toBeCloseTo(0.0532, 4);
    expect(c?.value).toBeCloseTo(0.7286, 3);
    expect(k).toMatchObject({ observed: 0, value: 1 });
    expect(k?.expected).toBeCloseTo(0.049, 4);
    expect(value).toBeCloseTo(0.8591, 3);
  });

  test('[AGR8] text that nobody marked agrees with nothing: without units there is no value', () => {
    expect(unitizingAlpha(new Map([['c', [[], []]]]), 300)).toMatchObject({ value: null, units: 0 });
    expect(unitizingAlpha(new Map(), 300).value).toBeNull();
  });

  test('[AGR8] is below 0 where one coder marks what the other leaves', () => {
    const apart = new Map([['c', units([[150, 150]], [[300, 150]])]]);
    expect(unitizingAlpha(apart, 300).value).toBeLessThan(0);
  });

  test('units of one coder and category that overlap, or leave the text, are a mistake of the caller: E2001', () => {
    const wrong = [
      [
        { start: 0, end: 5 },
        { start: 4, end: 6 },
      ],
      [],
    ];
    expect(() => unitizingAlpha(new Map([['c', wrong]]), 10)).toThrow('E2001');
    expect(() => unitizingAlpha(new Map([['c', [[{ start: 5, end: 11 }], []]]]), 10)).toThrow('E2001');
  });
});

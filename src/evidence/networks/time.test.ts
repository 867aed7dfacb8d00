// Shows how networks change over time: windows, kernels and the weights that they give, by hand.
import { describe, expect, test } from 'vitest';
import { dayOf } from '../positions/calendar.ts';
import type { Mention } from '../positions/mentions.ts';
import { dnaWindows } from '../positions/windows.ts';
import { networksOver } from './build.ts';
import type { Kernel } from './kernels.ts';
import { kernels, kernelWeight } from './kernels.ts';

const mention = (actor: string, stance: -1 | 1, day: number | null): Mention => ({
  statement: `s-${actor}-${day}`,
  document: `d-${day}`,
  actor,
  concept: 'p',
  stance,
  day,
});

/** a and b are for p on days 0 and 5, c is against it on day 10. */
const three = [mention('a', 1, 0), mention('b', 1, 5), mention('c', -1, 10)];
const twoMode = {
  scale: 'sign',
  duplicates: 'include',
  mode: 'two-mode',
  aggregation: 'subtract',
  normalisation: 'none',
} as const;

/** The column of p around day 5, in windows of 20 days: x is 1/2, 0 and -1/2. */
const around5 = (kernel: Kernel): readonly number[] => {
  const slices = networksOver(three, twoMode, { size: 20, unit: 'days', kernel });
  expect(slices.map(({ middle }) => middle)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  return (slices[5]?.network.weights ?? []).map((row) => row[0] as number);
};

describe('kernels', () => {
  const phi = (x: number): number => Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);

  test.each([
    ['uniform', [0.5, 0.5, -0.5]],
    ['epanechnikov', [0.75 * 0.75, 0.75, -0.75 * 0.75]],
    ['triangular', [0.5, 1, -0.5]],
    ['gaussian', [phi(0.5), phi(0), -phi(0.5)]],
  ] as const)('[NET9] %s', (kernel, weights) => {
    expect(around5(kernel)).toEqual(weights);
  });

  test.each([
    ['dna-uniform', [0.5, 0.5, -0.5]],
    ['dna-epanechnikov', [0.75 * 0.75, 0.75, -0.75 * 0.75]],
    ['dna-gaussian', [phi(0.5), phi(0), -phi(0.5)]],
    // |1 − 1/2|, |1 − 0|, |1 + 1/2|: what comes later weighs more.
    ['dna-triangular', [0.5, 1, -1.5]],
    // ¾ (1 − x)²: ¼, 1 and 9/4.
    ['dna-epanechnikov-2025', [0.75 * 0.25, 0.75, -0.75 * 2.25]],
  ] as const)('[NET10] %s', (kernel, weights) => {
    expect(around5(kernel)).toEqual(weights);
  });

  test.each(kernels.filter((kernel) => !kernel.endsWith('gaussian')))(
    '[NET9] %s is 0 beyond the window',
    (kernel) => {
      expect(kernelWeight(kernel, 0, 11, 20, 'days')).toBe(0);
      expect(kernelWeight(kernel, 22, 11, 20, 'days')).toBe(0);
    },
  );

  test('[NET9] months count with their fraction; [NET10] DNA cuts them off', () => {
    const [day, middle] = [dayOf('2024-01-01'), dayOf('2024-02-15')] as [number, number];
    const x = (2 * (1 + 14 / 29)) / 4;
    expect(kernelWeight('triangular', day, middle, 4, 'months')).toBeCloseTo(1 - x, 12);
    expect(kernelWeight('dna-triangular', day, middle, 4, 'months')).toBe(1 - 2 / 4);
    // A week and a half is one week.
    expect(kernelWeight('dna-triangular', 0, 10, 4, 'weeks')).toBe(1 - 2 / 4);
    expect(kernelWeight('triangular', 0, 10, 4, 'weeks')).toBeCloseTo(1 - (2 * 10) / 7 / 4, 12);
  });

  test('[NET10] DNA makes odd widths even', () => {
    expect(kernelWeight('dna-triangular', 0, 2, 3, 'days')).toBe(
      kernelWeight('dna-triangular', 0, 2, 4, 'days'),
    );
  });
});

describe('pairs under a kernel', () => {
  const pairsAround5 = (
    aggregation: 'congruence' | 'conflict',
    normalisation: 'none' | 'cosine' | 'average' | 'dna-cosine' | 'dna-average',
  ): readonly number[] => {
    const options = {
      scale: 'sign',
      duplicates: 'include',
      mode: 'actors',
      aggregation,
      normalisation,
    } as const;
    const weights = networksOver(three, options, { size: 20, unit: 'days', kernel: 'triangular' })[5]?.network
      .weights;
    return [weights?.[0]?.[1], weights?.[0]?.[2], weights?.[1]?.[2]] as number[];
  };
  const close = (found: readonly number[], wanted: readonly number[]): void =>
    wanted.forEach((value, index) => {
      expect(found[index]).toBeCloseTo(value, 12);
    });

  test('[NET12] a pair weighs the root of the product of both', () => {
    close(pairsAround5('congruence', 'none'), [Math.sqrt(0.5 * 1), 0, 0]);
    close(pairsAround5('conflict', 'none'), [0, Math.sqrt(0.5 * 0.5), Math.sqrt(1 * 0.5)]);
  });

  test('[NET12] normalisations stay what they are', () => {
    close(pairsAround5('congruence', 'cosine'), [1, 0, 0]);
    close(pairsAround5('congruence', 'average'), [Math.sqrt(0.5) / ((Math.sqrt(0.5) + 1) / 2), 0, 0]);
  });

  test('[NET13] DNA multiplies by Σ 2/(counts of both), whatever the name', () => {
    // a and b share one level, 2/(1 + 1); a and c have one each, 2/1 + 2/1.
    close(pairsAround5('congruence', 'dna-cosine'), [Math.sqrt(0.5) * 1, 0, 0]);
    close(pairsAround5('conflict', 'dna-average'), [0, 0.5 * 4, Math.sqrt(0.5) * 4]);
  });
});

describe('windows', () => {
  test('[NET12] every window has the same rows and columns, and what falls into it', () => {
    const slices = networksOver(three, twoMode, { size: 6, unit: 'days' });
    expect(slices.map(({ start, end, mentions }) => [start, end, mentions])).toEqual([
      [0, 5, 2],
      [6, 11, 1],
    ]);
    expect(slices.map(({ network }) => network.weights)).toEqual([
      [[1], [1], [0]],
      [[0], [0], [-1]],
    ]);
  });

  test('[NET12] windows may overlap, or be those of DNA', () => {
    expect(
      networksOver(three, twoMode, { size: 6, unit: 'days', step: 2 }).map(({ start }) => start),
    ).toEqual([0, 2, 4, 6]);
    const windows = dnaWindows(0, 10, { size: 7, unit: 'days' });
    const slices = networksOver(three, twoMode, { size: 7, unit: 'days', windows });
    expect(slices.map(({ start, end, middle }) => [start, middle, end])).toEqual([
      [0, 3, 6],
      [1, 4, 7],
      [2, 5, 8],
      [3, 6, 9],
      [4, 7, 10],
    ]);
  });

  test('[NET12] without a day nothing is in any window', () => {
    expect(networksOver([mention('a', 1, null)], twoMode, { size: 6, unit: 'days' })).toEqual([]);
    const [slice] = networksOver([...three, mention('e', 1, null)], twoMode, { size: 30, unit: 'days' });
    expect(slice?.network.rows).toEqual(['a', 'b', 'c']);
  });
});

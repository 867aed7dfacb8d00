// Weighs what was said by how far its day is from the middle of a window of time.
import type { TimeUnit } from '../positions/calendar.ts';
import { shifted, unitsBetween, wholeUnitsBetween } from '../positions/calendar.ts';

const shapes: Readonly<Record<string, (x: number) => number>> = {
  uniform: () => 0.5,
  epanechnikov: (x) => 0.75 * (1 - x * x),
  triangular: (x) => 1 - Math.abs(x),
  'dna-uniform': () => 0.5,
  'dna-epanechnikov': (x) => 0.75 * (1 - x * x),
  // Until commit 4bcf3c0 of January 2026: the whole difference is squared.
  'dna-epanechnikov-2025': (x) => 0.75 * (1 - x) ** 2,
  // The bars stand round the whole difference: 0 to 2, most for what comes after the middle.
  'dna-triangular': (x) => Math.abs(1 - x),
};

export const kernels = [
  'uniform',
  'epanechnikov',
  'triangular',
  'gaussian',
  'dna-uniform',
  'dna-epanechnikov',
  'dna-epanechnikov-2025',
  'dna-triangular',
  'dna-gaussian',
] as const;
/**
 * Kernels of x = 2 (middle − day) / width, 0 beyond |x| = 1 except for the Gaussian: uniform 1/2, Epanechnikov
 * ¾(1 − x²), triangular 1 − |x|, Gaussian e^(−x²/2) / √(2π). The `dna-` forms are as DNA 3.1.2 computes them, which
 * cuts distances down to whole units of time, widens odd widths by one and has |1 − x| for the triangular one.
 */
export type Kernel = (typeof kernels)[number];

/**
 * The weight of a day in the window of a width around a middle.                                   Rules [NET9], [NET10].
 * @param size - the width, in units
 * @returns 0 or more
 * @source Silverman 1986, Density Estimation, table 3.1; DNA 3.1.2, Exporter.java, zeta.
 * @example kernelWeight('triangular', 5, 10, 20, 'days') // => 0.5
 * @example kernelWeight('dna-triangular', 15, 10, 20, 'days') // => 1.5
 */
export function kernelWeight(
  kernel: Kernel,
  day: number,
  middle: number,
  size: number,
  unit: TimeUnit,
): number {
  if (kernel.startsWith('dna-')) return dnaWeight(kernel, day, middle, size + (size % 2), unit);
  return weightAt(kernel, (2 * unitsBetween(day, middle, unit)) / size);
}

function dnaWeight(kernel: Kernel, day: number, middle: number, size: number, unit: TimeUnit): number {
  const inWindow = day >= shifted(middle, -size / 2, unit) && day <= shifted(middle, size / 2, unit);
  if (!inWindow && kernel !== 'dna-gaussian') return 0;
  return weightAt(kernel, (2 * wholeUnitsBetween(day, middle, unit)) / size);
}

function weightAt(kernel: Kernel, x: number): number {
  if (kernel === 'gaussian' || kernel === 'dna-gaussian')
    return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return Math.abs(x) > 1 ? 0 : (shapes[kernel] as (x: number) => number)(x);
}

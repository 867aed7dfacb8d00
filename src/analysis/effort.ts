// Says which conflicts are small enough to be solved again and again, for the questions that ask what a premise does.
import type { Conflict } from '../model/index.ts';
import type { Stability } from './stability.ts';

/** Conflicts with more states than this are not solved again for every premise. */
export const whatIfLimit = 2 ** 12;

/** States over all orders of open lists. */
const readingsLimit = 2 ** 18;
/** The reference engine takes so many times as long for a state as the fast one. */
const referenceWeight = 8;

/**
 * Is a conflict solved within about a tenth of a second, so that it may be solved again for each of its premises?
 */
export function isLight({
  conflict,
  stability,
}: {
  readonly conflict: Conflict;
  readonly stability: Stability;
}): boolean {
  const weight = stability.method === 'fast' ? 1 : referenceWeight;
  const orders = stability.orders?.counted ?? 1;
  return conflict.size * weight <= whatIfLimit && conflict.size * weight * orders <= readingsLimit;
}

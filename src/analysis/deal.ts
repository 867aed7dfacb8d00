// The deal test: which agreement states every signatory accepts over what happens without one.
import type { Conflict, Fallback, StateIndex } from '../model/index.ts';
import type { Modality } from './stability.ts';
import type { Standing } from './standing.ts';
import { standings } from './standing.ts';

/** What the deal test finds against one fallback. */
export interface DealTest {
  readonly fallback: Fallback;
  /** Agreement states that pass in every reading, in increasing order. */
  readonly states: readonly StateIndex[];
  /** Those that pass in some reading only. */
  readonly possible: readonly StateIndex[];
  /** States that are no agreement and that all signatories would accept over the fallback. */
  readonly otherImprovements: readonly StateIndex[];
  readonly otherPossible: readonly StateIndex[];
}

/**
 * Would the signatories take `s` over the fallback: none of them worse off, one of them better off?   Rule [DEA1].
 *
 * With unknown pairs `every` asks that no completion makes one worse off and all of them make one better off.
 * @param standing - how s stands for each signatory
 * @example acceptance(['>', '~']) // => 'every'
 */
export function acceptance(standing: readonly Standing[]): Modality {
  if (standing.includes('<')) return 'none';
  const isSure = standing.includes('>') && !standing.includes('?');
  if (isSure) return 'every';
  return standing.includes('>') || standing.includes('?') ? 'some' : 'none';
}

/**
 * The deal test of a conflict.                                                            Rules [DEA1] to [DEA3].
 * @param isAgreement - shape (m,); by default the account's agreement, none where it names none
 * @complexity O(m · signatories) against a state
 */
export function dealTest(
  conflict: Conflict,
  fallback: Fallback = conflict.fallback,
  isAgreement: Uint8Array = conflict.agreement ?? new Uint8Array(conflict.size),
): DealTest {
  const standing = standings(conflict, fallback);
  const found: Record<'states' | 'possible' | 'otherImprovements' | 'otherPossible', StateIndex[]> = {
    states: [],
    possible: [],
    otherImprovements: [],
    otherPossible: [],
  };
  for (let s = 0; s < conflict.size; s += 1) {
    const word = acceptance(conflict.signatories.map((dm) => standing(dm, s)));
    if (word === 'none') continue;
    if (isAgreement[s] === 1) found[word === 'every' ? 'states' : 'possible'].push(s);
    else found[word === 'every' ? 'otherImprovements' : 'otherPossible'].push(s);
  }
  return { fallback, ...found };
}

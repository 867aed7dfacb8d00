// Proposes what could count as an agreement, where a case does not say.
import type { Draft } from './frame.ts';
import { textOf } from './options.ts';
import type { Reading } from './premises.ts';

const asking = ['demand', 'precondition', 'offer', 'position'];

/**
 * Each of two or more decision makers does something that another one asks of it. A proposal to be changed, and
 * marked as one: nobody said that it is an agreement.                                             Rule [DRA15].
 * @returns nothing where fewer than two are asked for anything
 */
export function proposedAgreement(readings: readonly Reading[]): Draft['agreement'] {
  const asked = new Map<string, Map<string, string[]>>();
  for (const { prefers, when, statement, decisionMaker } of readings) {
    if (when !== undefined || prefers.owner === decisionMaker || !asking.includes(statement.kind)) continue;
    const own = asked.get(prefers.owner) ?? new Map<string, string[]>();
    asked.set(prefers.owner, own);
    own.set(textOf(prefers), [...(own.get(textOf(prefers)) ?? []), statement.id]);
  }
  if (asked.size < 2) return undefined;
  const parts = [...asked.values()].map((own) => {
    const texts = [...own.keys()];
    return texts.length === 1 ? (texts[0] as string) : `(${texts.join(' | ')})`;
  });
  return {
    when: parts.join(' & '),
    evidence: [...new Set([...asked.values()].flatMap((own) => [...own.values()].flat()))],
  };
}

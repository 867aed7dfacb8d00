// Names the premise behind a preference between two situations, with its reason, whose word it is, and its evidence.
import type { Conflict, StateIndex, Word } from '../model/index.ts';

/** Whose word a premise is, in words. */
export const wordNames: Readonly<Record<Word, string>> = {
  own: "the party's own word",
  third: "a third party's word",
  adversary: "an adversary's word",
};

/** The premise that decides between two states for a decision maker. */
export interface DecidingPremise {
  readonly id: string;
  readonly text: string;
  readonly because?: string;
  readonly word?: Word;
  readonly evidence: readonly string[];
}

/**
 * The most important statement of `dm` that is true in exactly one of two states: it alone decides between them.
 * @returns nothing where the preference is not one list in a known order, or the states are indifferent
 */
export function decidingPremise(
  conflict: Conflict,
  dm: number,
  a: StateIndex,
  b: StateIndex,
): DecidingPremise | undefined {
  const { id } = conflict.account.decisionMakers[dm] as (typeof conflict.account.decisionMakers)[number];
  const preference = conflict.account.preferences[id];
  if (preference?.kind !== 'statements') return undefined;
  const truths = conflict.preferences[dm]?.truths ?? [];
  const place = truths.findIndex((truth) => truth[a] !== truth[b]);
  const statement = preference.statements[place];
  if (statement === undefined) return undefined;
  const { text, because, word, evidence = [] } = statement;
  return {
    id: `${id}.${place + 1}`,
    text,
    ...(because === undefined ? {} : { because }),
    ...(word === undefined ? {} : { word }),
    evidence,
  };
}

/**
 * A premise as a report cites it: id, formula, reason, whose word, evidence.
 * @example premiseText({ id: 'iraq.2', text: '!attack', evidence: ['F1'] }) // => 'iraq.2 "!attack" [F1]'
 */
export function premiseText({ id, text, because, word, evidence }: DecidingPremise): string {
  const reason = because === undefined ? '' : `: ${because.replace(/\.$/, '')}`;
  const notes = [...(word === undefined ? [] : [wordNames[word]]), ...evidence];
  return `${id} "${text}"${reason}${notes.length === 0 ? '' : ` [${notes.join(', ')}]`}`;
}

/**
 * A premise where there is room for no more than its formula and its evidence.
 * @example premiseName({ id: 'iraq.2', text: '!attack', evidence: ['F1'] }) // => 'iraq.2 "!attack" [F1]'
 */
export function premiseName({ id, text, evidence }: DecidingPremise): string {
  return `${id} "${text}"${evidence.length === 0 ? '' : ` [${evidence.join(', ')}]`}`;
}

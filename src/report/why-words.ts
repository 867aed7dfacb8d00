// Turns a witness into sentences: why a situation holds for a party, or what it would rather do.
import type { AccountAnalysis, Why } from '../analysis/index.ts';
import { whyOf } from '../analysis/index.ts';
import type { Concept, Conflict, StateIndex } from '../model/index.ts';
import { movesFrom } from '../model/index.ts';
import type { Names } from './naming.ts';
import { namesOf } from './naming.ts';
import type { DecidingPremise } from './premise-words.ts';
import { decidingPremise, premiseText } from './premise-words.ts';
import { capital, counted } from './wording.ts';

/** What deters a party under a concept, in words. */
const replyWords: Readonly<Record<Concept, string>> = {
  nash: 'nothing',
  gmr: 'replies of the others',
  smr: 'replies of the others that it cannot answer in turn',
  seq: 'replies that pay for the others',
  sseq: 'replies that pay for the others and that it cannot answer in turn',
};

/** A concept in a few words, for people who do not know its name. */
export const conceptWords: Readonly<Record<Concept, string>> = {
  nash: 'no single move pays',
  gmr: 'every move that pays can be punished by replies of the others, whether these pay for them or not',
  smr: 'the same, and no counter-move escapes the punishment',
  seq: 'every move that pays is punished by replies that pay for the others',
  sseq: 'the same as seq, and no counter-move escapes the punishment',
};

/** More replies than this are counted, not told; the JSON has all of them. */
const repliesTold = 6;

function moreReplies(count: number): readonly string[] {
  return count > 0 ? [`${capital(counted(count, 'more move'))} meet a reply likewise.`] : [];
}

/** A reason in full: a sentence, the points behind it, and the premises that these rest on. */
export interface Reason {
  readonly text: string;
  readonly points: readonly string[];
  readonly premises: readonly DecidingPremise[];
}

/** Why a situation does or does not hold for a party. */
export function reasonFor(conflict: Conflict, why: Why): Reason {
  const names = namesOf(conflict);
  const reason = reasonOf(conflict, names, why);
  const modal = why.stable === 'some' ? ' In some readings of what is not known it would stay.' : '';
  return { ...reason, text: `${names.decisionMaker(why.decisionMaker)} ${reason.text}${modal}` };
}

function reasonOf(conflict: Conflict, names: Names, why: Why): Reason {
  const { decisionMaker: dm, state: s, witness, concept } = why;
  switch (witness.kind) {
    case 'no-improvement': {
      const targets = movesFrom(conflict.moves, dm, s);
      if (targets.length === 0) return { text: 'has no move from here.', points: [], premises: [] };
      const premises = mostFrequent(targets.map((target) => decidingPremise(conflict, dm, s, target)));
      return { text: 'has no move that it prefers.', points: premises.map(pointOf), premises };
    }
    case 'open': {
      const { improvement } = witness;
      const isCredible = concept === 'seq' || concept === 'sseq';
      const answer =
        concept === 'nash'
          ? ''
          : ` No reply of the others${isCredible ? ' that pays for them' : ''} makes that worse for it than staying.`;
      const premises = mostFrequent([decidingPremise(conflict, dm, improvement, s)]);
      return {
        text: `would rather move to ${names.situation(improvement)}: it ${names.move(s, improvement)}.${answer}`,
        points: premises.map(pointOf),
        premises,
      };
    }
    case 'deterred': {
      const replies = witness.replies.slice(0, repliesTold).map(({ improvement, path }) => {
        const end = path.at(-1)?.to ?? improvement;
        const reply =
          path.length === 0
            ? 'that itself is no better for it'
            : `the reply that deters it: ${names.path(improvement, path)}; that is ${names.situation(end)}, no better for it than staying`;
        const premise = decidingPremise(conflict, dm, s, end);
        const text = `If it ${names.move(s, improvement)} (${names.situation(improvement)}): ${reply}.`;
        return { premise, points: premise === undefined ? [text] : [text, pointOf(premise)] };
      });
      return {
        text: `is tempted by ${counted(witness.replies.length, 'move')}, and stays because of ${replyWords[concept]}.`,
        points: [
          ...replies.flatMap(({ points }) => points),
          ...moreReplies(witness.replies.length - replies.length),
        ],
        premises: mostFrequent(replies.map(({ premise }) => premise)),
      };
    }
  }
}

function pointOf(premise: DecidingPremise): string {
  return `Premise ${premiseText(premise)}`;
}

/** Each premise once, the one met most often first. */
function mostFrequent(premises: readonly (DecidingPremise | undefined)[]): readonly DecidingPremise[] {
  const met = new Map<string, { readonly premise: DecidingPremise; times: number }>();
  for (const premise of premises) {
    if (premise === undefined) continue;
    const known = met.get(premise.id);
    if (known === undefined) met.set(premise.id, { premise, times: 1 });
    else known.times += 1;
  }
  return [...met.values()].sort((a, b) => b.times - a.times).map(({ premise }) => premise);
}

/** Why one situation holds or not, for each party, under one concept. */
export function whyForAll(analysis: AccountAnalysis, concept: Concept, s: StateIndex): readonly Reason[] {
  const { conflict, stability } = analysis;
  return conflict.account.decisionMakers.map((_, dm) =>
    reasonFor(conflict, whyOf(conflict, stability, concept, dm, s)),
  );
}

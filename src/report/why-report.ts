// Builds the report of one situation: for each party and concept, why it would stay or what it would rather do.
import type { Why } from '../analysis/index.ts';
import type { Case } from '../model/index.ts';
import { concepts as allConcepts } from '../model/index.ts';
import { omissionBlocks } from './account-report.ts';
import type { AccountFindings } from './analysis-json.ts';
import type { Document } from './document.ts';
import { heading, list, paragraph } from './document.ts';
import type { CitedStatement } from './evidence-list.ts';
import { evidenceBlocks } from './evidence-list.ts';
import { namesOf } from './naming.ts';
import { accountTitle } from './verdict-words.ts';
import type { Reason } from './why-words.ts';
import { conceptWords, reasonFor } from './why-words.ts';
import { capital, listed } from './wording.ts';

/** The report of the situations asked for in one account; `why` of the findings holds the reasons. */
export function whyReport(
  value: Case,
  { analysis, why = [] }: AccountFindings,
  statements: readonly CitedStatement[] = [],
): Document {
  const { conflict, question } = analysis;
  const names = namesOf(conflict);
  const asked = allConcepts.filter((concept) => question.concepts.includes(concept));
  const states = [...new Set(why.map(({ state }) => state))];
  const told: Reason[] = [];
  const tell = (reasons: readonly Why[]): readonly Reason[] => {
    const once = reasonsOnce(reasons, asked.map(String), (each) => reasonFor(conflict, each));
    told.push(...once);
    return once;
  };
  return [
    heading(2, accountTitle(conflict)),
    ...states.flatMap((s): Document => {
      const holding = asked.filter((concept) => analysis.equilibria[concept]?.includes(s));
      const word =
        holding.length === 0
          ? 'It does not hold for all by any concept asked for'
          : `It holds for all by ${listed(holding)}`;
      return [
        paragraph(`${capital(names.situation(s))}: ${names.actions(s)}. ${word}.`, 'strong'),
        ...conflict.account.decisionMakers.flatMap((_, dm) => [
          heading(3, names.decisionMaker(dm)),
          ...list(tell(why.filter(({ state, decisionMaker }) => state === s && decisionMaker === dm))),
        ]),
      ];
    }),
    ...evidenceBlocks(
      value,
      told.flatMap(({ premises }) => premises),
      statements,
    ),
    heading(3, 'What this account does not say'),
    ...omissionBlocks(analysis),
    heading(3, 'The concepts: a situation holds for a party if ...'),
    ...list(asked.map((concept) => `${concept}: ${conceptWords[concept]}`)),
  ].filter(
    (block, index, blocks) =>
      block.kind !== 'heading' || block.level !== 3 || blocks[index + 1]?.kind !== 'heading',
  );
}

/** Concepts with the same verdict for the same reason are told once, the least demanding reply first. */
function reasonsOnce(
  reasons: readonly Why[],
  order: readonly string[],
  reasonOf: (why: Why) => Reason,
): readonly Reason[] {
  const groups = new Map<string, { readonly concepts: string[]; readonly reason: Reason }>();
  const sorted = [...reasons].sort((a, b) => tellFirst(a) - tellFirst(b));
  for (const why of sorted) {
    const reason = reasonOf(why);
    const key = JSON.stringify([why.stable, why.witness.kind, reason.points]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { concepts: [why.concept], reason });
    else known.concepts.push(why.concept);
  }
  return [...groups.values()].map(({ concepts, reason }) => {
    const named = order.filter((concept) => concepts.includes(concept)).join(', ');
    const stays = reason.text.includes('would rather') ? 'leaves' : 'stays';
    return { ...reason, text: `${named}: ${stays}. ${reason.text}` };
  });
}

/** Under gmr any reply counts: what no reply deters there is deterred nowhere. */
function tellFirst({ concept }: Why): number {
  return ['gmr', 'smr', 'seq', 'sseq', 'nash'].indexOf(concept);
}

// Tells what was drafted from statements: each account with its sentences, what was left out, and what to ask next.
import type { OpenOrders, OutcomeCounts, VerdictCode } from '../analysis/index.ts';
import type { Draft, DraftAccount, DraftPremise } from '../evidence/index.ts';
import type { Document, Item } from './document.ts';
import { heading, list, paragraph } from './document.ts';
import type { CitedStatement } from './evidence-list.ts';
import { statementText } from './evidence-list.ts';
import { wordNames } from './premise-words.ts';
import { verdictNames } from './verdict-words.ts';
import { counted, grouped, listed, percent } from './wording.ts';

/** What the model of a drafted account says. */
export interface DraftFindings {
  readonly account: string;
  /** Ids, in the order of the account. */
  readonly decisionMakers: readonly string[];
  readonly verdict?: VerdictCode;
  /** Missing where no order is open. */
  readonly orders?: OpenOrders;
}

/** The draft for people.                                                                           Rule [DRR1]. */
export function draftReport(
  title: string,
  draft: Draft,
  findings: readonly DraftFindings[],
  statements: readonly CitedStatement[],
): Document {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return [
    heading(1, `Draft: ${title}`),
    paragraph(
      'Each account says what its author has it. Nothing in it was ranked by how often it was said, and no order was made up.',
      'quiet',
    ),
    ...(draft.agreement === undefined
      ? []
      : [
          paragraph(
            `The case names no agreement. Proposed, to be changed: ${draft.agreement.when} (${draft.agreement.evidence.join(', ')}).`,
            'warning',
          ),
        ]),
    ...draft.accounts.flatMap((account) =>
      accountBlocks(
        draft,
        account,
        findings.find((each) => each.account === account.id),
        byId,
      ),
    ),
    ...(draft.unused.length === 0 ? [] : [heading(3, 'Concepts without an option or an owner')]),
    ...list(draft.unused.map(({ says }) => `${says}.`)),
  ];
}

function accountBlocks(
  draft: Draft,
  account: DraftAccount,
  findings: DraftFindings | undefined,
  byId: ReadonlyMap<string, CitedStatement>,
): Document {
  const { premises, bars, orders, contradictions, leftOut, notes } = account;
  const name = (id: string): string => draft.decisionMakers.find((dm) => dm.id === id)?.name ?? id;
  const sentences = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => {
      const found = byId.get(id);
      return found === undefined ? [] : [statementText(found)];
    });
  return [
    heading(2, `${account.id}: ${account.name}`),
    ...statusQuoBlocks(account),
    ...draft.decisionMakers.flatMap(({ id }): Document => {
      const own = premises.filter(({ decisionMaker }) => decisionMaker === id);
      if (own.length === 0) return [];
      return [
        heading(3, `What ${name(id)} prefers`),
        ...list(own.map((premise, place) => premiseItem(premise, place, sentences))),
      ];
    }),
    ...(bars.length === 0 ? [] : [heading(3, 'Made infeasible by choice')]),
    ...list(
      bars.map(
        ({ when, kind, evidence }): Item => ({ text: `${when} (${kind})`, points: sentences(evidence) }),
      ),
    ),
    ...(orders.length === 0 ? [] : [heading(3, 'What is known of the order')]),
    ...list(
      orders.map(
        ({ decisionMaker, above, below, statement }) =>
          `${name(decisionMaker)}: "${above}" before "${below}" (${statement ?? 'as the case has it, or answered'}).`,
      ),
    ),
    ...(contradictions.length === 0 ? [] : [heading(3, 'Said both ways; both are kept')]),
    ...list(
      contradictions.map(({ decisionMaker, option, holders, for: pro, against }) => {
        const who = holders.length === 0 ? `different voices of ${name(decisionMaker)}` : listed(holders);
        return `${name(decisionMaker)} on ${option}: for it ${listed(pro)}, against it ${listed(against)} (${who}).`;
      }),
    ),
    ...(findings === undefined ? [] : findingBlocks(account, findings, name, sentences)),
    ...(notes.length === 0 ? [] : [heading(3, 'Notes')]),
    ...list(notes),
    ...(leftOut.length === 0 ? [] : [heading(3, 'Left out, and why')]),
    ...list(leftOut.map(({ statement, says }) => `${statement}: ${says}.`)),
  ];
}

function statusQuoBlocks({ statusQuo, statusQuoEvidence }: DraftAccount): Document {
  if (statusQuo === undefined) return [];
  const taken = statusQuo.length === 0 ? 'nothing is taken' : `${listed(statusQuo)} taken`;
  const why =
    statusQuoEvidence.length === 0 ? 'no action is reported' : `reported in ${listed(statusQuoEvidence)}`;
  return [
    paragraph(
      `The case does not say where things stand. Assumed: ${taken}, since ${why}. Check it.`,
      'warning',
    ),
  ];
}

function premiseItem(
  { decisionMaker, text, word, count, isCost, because, evidence }: DraftPremise,
  place: number,
  sentences: (ids: readonly string[]) => readonly string[],
): Item {
  const points = sentences(evidence);
  const reason =
    because === undefined || points.some((point) => point.includes(because)) ? '' : `: ${because}`;
  const cost = isCost ? '; a ban or an "impossible", taken as a cost' : '';
  return {
    text: `${decisionMaker}.${place + 1} "${text}"${reason} [${wordNames[word]}; said ${count === 1 ? 'once' : `${count} times`}${cost}]`,
    points,
  };
}

function findingBlocks(
  account: DraftAccount,
  { verdict, orders, decisionMakers }: DraftFindings,
  name: (id: string) => string,
  sentences: (ids: readonly string[]) => readonly string[],
): Document {
  const head = heading(3, 'What holds in every order, in some, in none');
  if (orders === undefined)
    return verdict === undefined
      ? []
      : [head, paragraph(`No order is open: ${verdictNames[verdict]}.`, 'strong')];
  const { outcomes, counted: all, question } = orders;
  const pieces: readonly (readonly [number, string])[] =
    orders.about === 'agreement'
      ? [
          [outcomes.stable, 'an agreement is stable'],
          [outcomes.deal, 'none is stable, though one is better than no deal for all who sign'],
          [outcomes.neither, 'none is stable, and none is better for all who sign'],
        ]
      : [
          [outcomes.stable, 'the status quo is stable'],
          [outcomes.deal + outcomes.neither, 'the status quo is not stable'],
        ];
  const looked =
    orders.method === 'exact'
      ? `All ${counted(all, 'order')} of the statements were gone through`
      : `Of ${grouped(orders.total)} orders ${grouped(all)} were drawn (seed ${orders.seed})`;
  return [
    head,
    paragraph(`${looked}, under ${orders.concept}${orders.complete ? '' : '; stopped before the end'}.`),
    ...list(pieces.map(([count, what]) => `In ${shareOf(count, all)}: ${what}.`)),
    ...(question === undefined
      ? [paragraph('No single question about two statements changes these shares.', 'quiet')]
      : questionBlocks(account, decisionMakers, orders, name, sentences)),
  ];
}

function shareOf(count: number, all: number): string {
  if (count === 0) return 'no order';
  return count === all
    ? 'every order'
    : `${grouped(count)} of ${counted(all, 'order')} (${percent(count / all)})`;
}

/** The one question whose answer says most, and how to give it. */
function questionBlocks(
  account: DraftAccount,
  decisionMakers: readonly string[],
  { question, about }: OpenOrders,
  name: (id: string) => string,
  sentences: (ids: readonly string[]) => readonly string[],
): Document {
  if (question === undefined) return [];
  const asked = decisionMakers[question.decisionMaker];
  const own = account.premises.filter(({ decisionMaker }) => decisionMaker === asked);
  const [one, other] = question.pair.map((place) => own[place]);
  if (one === undefined || other === undefined) return [];
  const held = about === 'agreement' ? 'an agreement is stable' : 'the status quo is stable';
  const share = (counts: OutcomeCounts): string => {
    const all = counts.stable + counts.deal + counts.neither;
    const deal = counts.deal === 0 ? '' : `, and one is only better for all in ${shareOf(counts.deal, all)}`;
    return `${held} in ${shareOf(counts.stable, all)}${deal}`;
  };
  const answer = (above: DraftPremise, below: DraftPremise): string =>
    `--answer '${account.id}/${one.decisionMaker}:${above.text}>${below.text}'`;
  return [
    heading(3, 'The question that decides most'),
    paragraph(
      `For ${name(one.decisionMaker)}, which matters more: "${one.text}" or "${other.text}"?`,
      'strong',
    ),
    ...list([
      {
        text: `"${one.text}" (${answer(one, other)}): ${share(question.first)}.`,
        points: sentences(one.evidence),
      },
      {
        text: `"${other.text}" (${answer(other, one)}): ${share(question.second)}.`,
        points: sentences(other.evidence),
      },
    ]),
  ];
}

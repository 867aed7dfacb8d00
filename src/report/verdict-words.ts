// Says the verdict of an account in sentences that somebody who knows nothing of the theory can read.
import type { AccountAnalysis, VerdictCode } from '../analysis/index.ts';
import { stableIn } from '../analysis/index.ts';
import type { Conflict, StateIndex } from '../model/index.ts';
import type { Names } from './naming.ts';
import { namesOf } from './naming.ts';
import { counted, grouped, listed } from './wording.ts';

/** A verdict in a few words, for tables and summaries. */
export const verdictNames: Readonly<Record<VerdictCode, string>> = {
  'agreement-stable-reachable': 'an agreement can hold and be reached step by step',
  'agreement-stable-joint': 'an agreement can hold, but only a joint move leads to it',
  'agreement-stable-unreachable': 'an agreement could hold, but nothing leads to it',
  'deal-not-stable': 'a deal would be better for all, but would not hold',
  'no-deal': 'no agreement holds, and none is better for all than no deal',
  'ruled-out-by-assumption': 'every agreement is ruled out by assumption',
  'no-agreement-defined': 'the account does not say what an agreement is',
  undecided: 'the work was stopped before this was known',
};

/** A verdict in a table cell. */
export const shortVerdicts: Readonly<Record<VerdictCode, string>> = {
  'agreement-stable-reachable': 'yes, step by step',
  'agreement-stable-joint': 'yes, by a joint move',
  'agreement-stable-unreachable': 'yes, but no way there',
  'deal-not-stable': 'no, though better for all',
  'no-deal': 'no',
  'ruled-out-by-assumption': 'ruled out by assumption',
  'no-agreement-defined': 'no agreement defined',
  undecided: 'not known: stopped before the end',
};

/** The account as every sentence about it names it. */
export function accountTitle({ account }: Conflict): string {
  return account.id === 'base' ? account.name : `${account.name} (account ${account.id})`;
}

/** The account as it is named in the middle of a sentence. */
export function accountName({ account }: Conflict): string {
  return account.id === 'base' ? 'this account' : `account ${account.id}`;
}

/** The headline: what the model of this account says of an agreement, and of the status quo. */
export function headline(analysis: AccountAnalysis): string {
  const names = namesOf(analysis.conflict);
  const best = analysis.verdict.codeAtBest;
  const atBest =
    best === undefined ? '' : ` If all that is not known turned out in its favour: ${verdictNames[best]}.`;
  return `${agreementSentence(analysis, names)}${atBest} ${statusQuoSentence(analysis, names)}`;
}

function agreementSentence({ verdict, deal, conflict, reachability }: AccountAnalysis, names: Names): string {
  const stable = verdict.agreementStable;
  const everyone = listed(conflict.signatories.map(names.decisionMaker));
  switch (verdict.code) {
    case 'agreement-stable-reachable': {
      const reached = stable.filter((s) => reachability.byImprovements(s));
      return `An agreement can hold, and each step towards it pays for whoever takes it: ${situations(reached, names)}.`;
    }
    case 'agreement-stable-joint': {
      const deals = new Set(deal.states);
      const joint = stable.filter((s) => deals.has(s) && reachability.byMoves(s));
      return (
        `An agreement can hold, and it is better than no deal for ${everyone}; but it cannot be reached one move at ` +
        `a time, since whoever went first would lose by it. It needs a joint move to ${situations(joint, names)}.`
      );
    }
    case 'agreement-stable-unreachable':
      return (
        `An agreement would hold once it is there, but nothing leads to it: no way of steps that pay, and ` +
        `${stable.some((s) => deal.states.includes(s)) ? 'no moves that lead there at all' : 'somebody who must sign would be worse off than without a deal'}. ` +
        `It is ${situations(stable, names)}.`
      );
    case 'deal-not-stable':
      return (
        `An agreement could be better than no deal for ${everyone}, but it would not hold: ` +
        `${situations(deal.states, names)}.`
      );
    case 'no-deal':
      return conflict.agreement?.includes(1) === true
        ? `No agreement would hold, and none is better than no deal for all of ${everyone}.`
        : 'No feasible situation counts as an agreement.';
    case 'ruled-out-by-assumption':
      return (
        'Every agreement is ruled out by assumption: what the account declares impossible leaves none, so the model ' +
        'cannot say whether one would hold.'
      );
    case 'no-agreement-defined':
      return 'The account does not say what counts as an agreement.';
    case 'undecided':
      return 'The work was stopped before it was known whether an agreement would hold.';
  }
}

function statusQuoSentence(
  { conflict, equilibria, verdict, stability }: AccountAnalysis,
  names: Names,
): string {
  const { statusQuo } = conflict;
  const stable = equilibria[verdict.concept] ?? [];
  if (stable.includes(statusQuo)) {
    return stable.length === 1 ? 'The status quo is the only situation that holds.' : 'The status quo holds.';
  }
  if (!stability.complete) return 'The work was stopped before it was known whether the status quo holds.';
  const leaving = conflict.account.decisionMakers.flatMap((_, dm) =>
    stableIn(stability, dm, statusQuo, verdict.concept) === 'every' ? [] : [names.decisionMaker(dm)],
  );
  return `The status quo does not hold: ${listed(leaving)} would leave it.`;
}

/** The stable agreement that the headline is about: one that can be reached, before one that cannot. */
export function stableAgreement({ verdict, deal, reachability }: AccountAnalysis): StateIndex | undefined {
  const stable = verdict.agreementStable;
  const deals = new Set(deal.states);
  return (
    stable.find((s) => reachability.byImprovements(s)) ??
    stable.find((s) => deals.has(s) && reachability.byMoves(s)) ??
    stable[0]
  );
}

/** The first situation in full, and how many more there are. */
function situations(states: readonly StateIndex[], names: Names): string {
  const [first] = states;
  if (first === undefined) return 'none';
  const more = states.length === 1 ? '' : ` (and ${counted(states.length - 1, 'more situation')})`;
  return `${names.situation(first)}, in which ${names.actions(first)}${more}`;
}

/** How many situations hold by each concept, and how many of them are agreements. */
export function countsLine(analysis: AccountAnalysis): string {
  const { conflict, equilibria, question } = analysis;
  const total = conflict.agreement?.reduce((sum, member) => sum + member, 0);
  const shown = question.concepts.filter((concept) => concept === 'nash' || concept === question.concepts[0]);
  const parts = shown.map((concept) => {
    const states = equilibria[concept] ?? [];
    const agreements = states.filter((s) => conflict.agreement?.[s] === 1).length;
    const isOnly = states.length === 1 && states[0] === conflict.statusQuo;
    const which = isOnly ? ', the status quo' : '';
    const ofAgreements =
      total === undefined ? '' : `, ${grouped(agreements)} of ${counted(total, 'agreement')}`;
    return `By ${concept} ${counted(states.length, 'situation holds', 'situations hold')} for all${which}${ofAgreements}.`;
  });
  return `${counted(conflict.size, 'situation')} can occur. ${parts.join(' ')}`;
}

/** The situations that hold for all, each told by what parts it from the status quo. */
export function holdingLines(analysis: AccountAnalysis): readonly string[] {
  const { conflict, equilibria, question, reachability } = analysis;
  const names = namesOf(conflict);
  const shown = question.concepts.filter((concept) => concept === 'nash' || concept === question.concepts[0]);
  const states = [...new Set(shown.flatMap((concept) => equilibria[concept] ?? []))];
  const lines = states.slice(0, 4).map((s) => {
    const by = listed(shown.filter((concept) => equilibria[concept]?.includes(s)));
    const what =
      s === conflict.statusQuo
        ? 'the status quo'
        : `the status quo ${names.difference(conflict.statusQuo, s)}`;
    const mark = conflict.agreement?.[s] === 1 ? ', an agreement' : '';
    const steps = reachability.byImprovements(s) ? '' : '; no step-by-step way leads there';
    return `Holds by ${by}: ${names.situation(s)}, ${what}${mark}${steps}.`;
  });
  return states.length > 4 ? [...lines, `${counted(states.length - 4, 'more situation')} hold.`] : lines;
}

/** What an account leaves out that others hold: said beside every verdict of it. */
export function omissions({ account }: Conflict): readonly string[] {
  return account.leavesOut.map(({ says, evidence = [] }) =>
    evidence.length === 0 ? says : `${says.replace(/\.$/, '')} [${evidence.join(', ')}].`,
  );
}

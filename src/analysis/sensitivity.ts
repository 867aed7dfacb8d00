// Says what the headline of an account rests on: order, meaning of agreement, fallback, contested premises, whose word.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Agreement, Finding, StateIndex, Word } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import { dealTest } from './deal.ts';
import { isLight, whatIfLimit } from './effort.ts';
import type { OrderSensitivity } from './order-sensitivity.ts';
import { headlineBudget, orderSensitivity } from './order-sensitivity.ts';
import type { OrderBudget } from './orders.ts';
import { premisesOf, withoutPremises } from './premises.ts';
import type { VerdictCode } from './verdict.ts';
import { verdictOf } from './verdict.ts';
import { whatIf } from './what-if.ts';

/** The verdict under one meaning of agreement. */
export interface AgreementVerdict {
  readonly agreement: Agreement;
  readonly states: number;
  readonly code: VerdictCode;
  readonly stable: readonly StateIndex[];
  readonly deal: readonly StateIndex[];
}

/** The verdict against one meaning of "no deal". */
export interface FallbackVerdict {
  readonly fallback: 'security' | StateIndex;
  readonly code: VerdictCode;
  readonly deal: readonly StateIndex[];
}

/** What the headline rests on. */
export interface Sensitivity {
  readonly orders?: OrderSensitivity;
  /** Each kind of agreement of the case that the account can express, its own apart. */
  readonly agreements: readonly AgreementVerdict[];
  readonly inexpressible: readonly string[];
  /** Against each decision maker's security level, and against the equilibria that improvements lead to. */
  readonly fallbacks: readonly FallbackVerdict[];
  /** Premises that a recorded fact does not simply confirm. */
  readonly contested: readonly {
    readonly premise: string;
    readonly finding: Finding;
    readonly facts: readonly string[];
  }[];
  /** How many preference premises rest on whose word. */
  readonly words: Readonly<Record<Word | 'unstated', number>>;
  /** The verdict without the premises that rest on an adversary's word alone; missing where there are none. */
  readonly withoutAdversary?: { readonly premises: readonly string[]; readonly code?: VerdictCode };
}

/**
 * The sensitivity of an account's headline.                                              Rules [SEN1] to [SEN5].
 * @complexity one solution for each reading of the order budget, and one without the adversary's word
 */
export function sensitivityOf(
  analysis: AccountAnalysis,
  budget: OrderBudget = headlineBudget,
  watch: Watch = unwatched,
): Sensitivity {
  const { conflict, question, stability } = analysis;
  const asked = [...new Set([...question.concepts.slice(0, 1), 'nash' as const, 'seq' as const])].filter(
    (concept) => question.concepts.includes(concept),
  );
  const orders = orderSensitivity(conflict, stability.settings, asked, budget, watch);
  return {
    ...(orders === undefined ? {} : { orders }),
    agreements: agreementVerdicts(analysis),
    inexpressible: conflict.account.inexpressible,
    fallbacks: fallbackVerdicts(analysis),
    contested: conflict.account.checks.flatMap(({ premise, finding, facts }) =>
      premise === undefined || finding === 'confirmed' ? [] : [{ premise, finding, facts }],
    ),
    ...words(analysis, watch),
  };
}

/** Every kind of agreement that the account can express, with the verdict that it would give.        Rule [SEN2]. */
export function agreementVerdicts(analysis: AccountAnalysis): readonly AgreementVerdict[] {
  const { conflict, question } = analysis;
  return conflict.kinds.map(({ agreement, members }) => {
    const deal = dealTest(conflict, conflict.fallback, members);
    const asked = { agreements: [agreement], members };
    const verdict = verdictOf(conflict, { ...analysis, deal }, question.concepts[0] ?? 'seq', asked);
    return {
      agreement,
      states: members.reduce((sum, member) => sum + member, 0),
      code: verdict.code,
      stable: verdict.agreementStable,
      deal: deal.states,
    };
  });
}

/** The verdict against other meanings of "no deal".                                               Rule [SEN3]. */
function fallbackVerdicts(analysis: AccountAnalysis): readonly FallbackVerdict[] {
  const { conflict, question, otherDeals } = analysis;
  if (conflict.agreement === undefined || conflict.size > whatIfLimit) return [];
  const tests = [
    ...(conflict.fallback.kind === 'security' ? [] : [dealTest(conflict, { kind: 'security' })]),
    ...otherDeals,
  ];
  return tests.map((deal) => ({
    fallback: deal.fallback.kind === 'security' ? 'security' : deal.fallback.state,
    code: verdictOf(conflict, { ...analysis, deal }, question.concepts[0] ?? 'seq').code,
    deal: deal.states,
  }));
}

/** Whose word the preference premises rest on, and the verdict without the adversary's.           Rule [SEN5]. */
function words(analysis: AccountAnalysis, watch: Watch): Pick<Sensitivity, 'words' | 'withoutAdversary'> {
  const { conflict, question } = analysis;
  const preferences = premisesOf(conflict.account).filter(({ decisionMaker }) => decisionMaker !== undefined);
  const count = (word: Word | undefined): number =>
    preferences.filter((premise) => premise.word === word).length;
  const counts = {
    own: count('own'),
    third: count('third'),
    adversary: count('adversary'),
    unstated: count(undefined),
  };
  const premises = preferences.filter(({ word }) => word === 'adversary').map(({ id }) => id);
  if (premises.length === 0) return { words: counts };
  const without = isLight(analysis)
    ? whatIf(withoutPremises(conflict.account, new Set(premises)), question, watch)
    : undefined;
  return {
    words: counts,
    withoutAdversary: { premises, ...(without === undefined ? {} : { code: without.verdict.code }) },
  };
}

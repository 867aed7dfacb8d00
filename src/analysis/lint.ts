// Points out what in an account's model deserves a second look; it judges the model, never the conflict.
import type { Code, Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Account, Concept, Option, StateIndex } from '../model/index.ts';
import { optionsIn } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import { isLight } from './effort.ts';
import { premisesOf, statementsOf, withoutPremises } from './premises.ts';
import { isAgreementPossible } from './verdict.ts';
import { whatIf } from './what-if.ts';

/** One warning about a model: a code, and what it is about; the report has the words. */
export interface Warning {
  readonly code: Code & `W${string}`;
  readonly states?: readonly StateIndex[];
  readonly decisionMaker?: string;
  readonly option?: string;
  readonly premise?: string;
  /** What would have to be lifted: `infeasible.k`, `forbiddenMoves.k`, or the key of a one-way option. */
  readonly bar?: string;
  readonly evidence?: string;
  readonly facts?: readonly string[];
  /** The concepts by which the states would not hold otherwise. */
  readonly concepts?: readonly Concept[];
}

/**
 * All warnings of an account's analysis.                                               Rules [LNT1] to [LNT12].
 * @complexity one solution for each bar, one-way option and piece of evidence of a light conflict; O(m) beyond
 */
export function lint(analysis: AccountAnalysis, watch: Watch = unwatched): readonly Warning[] {
  return [
    ...unstableFallback(analysis),
    ...stableByBars(analysis, watch),
    ...removedAgreements(analysis),
    ...indifferent(analysis),
    ...unmentioned(analysis),
    ...idle(analysis),
    ...withoutEvidence(analysis.conflict.account),
    ...loneEvidence(analysis, watch),
    ...contradicted(analysis.conflict.account),
  ];
}

/** What the deal test compares with would not last.                                          Rule [LNT10]. */
function unstableFallback({
  conflict,
  equilibria,
  question,
  stability,
}: AccountAnalysis): readonly Warning[] {
  const { fallback } = conflict;
  const concept = question.concepts[0] ?? 'seq';
  if (conflict.agreement === undefined || fallback.kind === 'security' || !stability.complete) return [];
  return equilibria[concept]?.includes(fallback.state) === true
    ? []
    : [{ code: 'W2010', states: [fallback.state], concepts: [concept] }];
}

/**
 * Equilibria that would not be stable if one legal or assumed bar, forbidden move or one-way option were lifted: they
 * hold because a better move is declared impossible.                                      Rules [LNT1], [LNT2].
 */
function stableByBars(analysis: AccountAnalysis, watch: Watch): readonly Warning[] {
  const { conflict, equilibria, question } = analysis;
  if (!isLight(analysis) || conflict.space === undefined) return [];
  const { account } = conflict;
  const lifts: { readonly bar: string; readonly code: Warning['code']; readonly lifted: Account }[] = [
    ...account.options
      .filter(({ direction }) => direction !== 'both')
      .map(({ key }) => ({ bar: key, code: 'W2001' as const, lifted: withBothWays(account, key) })),
    ...account.infeasible.flatMap(({ kind }, index) => {
      const bar = `infeasible.${index + 1}`;
      const isLiftable = kind === 'legal' || kind === 'assumed';
      return isLiftable
        ? [{ bar, code: 'W2002' as const, lifted: withoutPremises(account, new Set([bar])) }]
        : [];
    }),
    ...account.forbiddenMoves.map((_, index) => {
      const bar = `forbiddenMoves.${index + 1}`;
      return { bar, code: 'W2001' as const, lifted: withoutPremises(account, new Set([bar])) };
    }),
  ];
  return lifts.flatMap(({ bar, code, lifted }) => {
    const other = whatIf(lifted, question, watch);
    if (other?.conflict.space === undefined) return [];
    const place = placesIn(analysis, other);
    // States by the concepts that need the bar, so that each set of concepts is told once.
    const byState = new Map<StateIndex, Concept[]>();
    for (const concept of question.concepts) {
      const held = new Set(other.equilibria[concept]);
      for (const s of equilibria[concept] ?? []) {
        if (!held.has(place(s))) byState.set(s, [...(byState.get(s) ?? []), concept]);
      }
    }
    const groups = new Map<
      string,
      { readonly concepts: readonly Concept[]; readonly states: StateIndex[] }
    >();
    for (const [s, concepts] of byState) {
      const key = concepts.join();
      const group = groups.get(key) ?? { concepts, states: [] };
      group.states.push(s);
      groups.set(key, group);
    }
    return [...groups.values()].map(({ concepts, states }) => ({ code, bar, concepts, states }));
  });
}

function withBothWays(account: Account, key: string): Account {
  const options = account.options.map(
    (option): Option => (option.key === key ? { ...option, direction: 'both' } : option),
  );
  return { ...account, options };
}

/** Where the states of one analysis stand in another over the same options and fewer bars. */
function placesIn(from: AccountAnalysis, to: AccountAnalysis): (s: StateIndex) => StateIndex {
  const words = (analysis: AccountAnalysis, s: StateIndex): string =>
    (analysis.conflict.space?.words ?? []).map((word) => word[s]).join();
  const places = new Map(Array.from({ length: to.conflict.size }, (_, s) => [words(to, s), s]));
  return (s) => places.get(words(from, s)) ?? -1;
}

/** A bar without which there would be agreement states where now there are none.       Rules [LNT3], [LNT4]. */
function removedAgreements({ conflict }: AccountAnalysis): readonly Warning[] {
  const { account, agreement } = conflict;
  if (agreement === undefined || agreement.includes(1)) return [];
  const alone = account.infeasible.flatMap((bar, index) =>
    (bar.kind === 'legal' || bar.kind === 'assumed') &&
    isAgreementPossible(
      account,
      account.infeasible.filter((other) => other !== bar),
    )
      ? [{ code: 'W2003' as const, bar: `infeasible.${index + 1}` }]
      : [],
  );
  return alone.length > 0 ? alone : [{ code: 'W2004' }];
}

/** Nothing is said of what somebody prefers, or nothing that tells two states apart.              Rule [LNT5]. */
function indifferent({ conflict }: AccountAnalysis): readonly Warning[] {
  return conflict.account.decisionMakers.flatMap(({ id }, dm) => {
    const relation = conflict.preferences[dm]?.relation;
    const ranks = relation?.kind === 'preorder' ? [relation.rank] : (relation?.rankings ?? []);
    const isIndifferent = ranks.every((rank) => rank.every((value) => value === rank[0]));
    return isIndifferent && conflict.size > 1 ? [{ code: 'W2005' as const, decisionMaker: id }] : [];
  });
}

/** An option that no statement or weight of anybody names; a ranking speaks of all options.        Rule [LNT6]. */
function unmentioned({ conflict }: AccountAnalysis): readonly Warning[] {
  const { account } = conflict;
  const named = new Set<string>();
  for (const preference of Object.values(account.preferences)) {
    if (preference.kind === 'ranking') return [];
    if (preference.kind === 'weights') for (const [key] of preference.weights) named.add(key);
    for (const { when } of statementsOf(preference) ?? []) {
      if (when.kind === 'expression') optionsIn(when.expression, named);
    }
  }
  return account.options.flatMap(({ key }) =>
    named.has(key) ? [] : [{ code: 'W2006' as const, option: key }],
  );
}

/** A statement without which no pair of states compares otherwise, given those before it.           Rule [LNT7]. */
function idle({ conflict }: AccountAnalysis): readonly Warning[] {
  return conflict.account.decisionMakers.flatMap(({ id }, dm) => {
    const { truths = [], isOrderOpen = false } = conflict.preferences[dm] ?? {};
    let group = new Int32Array(conflict.size);
    return truths.flatMap((truth, index) => {
      const split = isOrderOpen ? splitOf(new Int32Array(conflict.size), truth) : splitOf(group, truth);
      if (split === undefined)
        return [{ code: 'W2007' as const, decisionMaker: id, premise: `${id}.${index + 1}` }];
      group = split;
      return [];
    });
  });
}

/** The groups of tied states after a statement, numbered anew; nothing where it splits none. */
function splitOf(group: Int32Array, truth: Uint8Array): Int32Array<ArrayBuffer> | undefined {
  const numbers = new Int32Array(2 * group.length).fill(-1);
  const next = new Int32Array(group.length);
  let before = 0;
  let after = 0;
  for (let s = 0; s < group.length; s += 1) {
    const key = 2 * (group[s] as number) + (truth[s] as number);
    before = Math.max(before, (group[s] as number) + 1);
    if (numbers[key] === -1) numbers[key] = after++;
    next[s] = numbers[key] as number;
  }
  return after > before ? next : undefined;
}

/** A preference premise that cites nothing, in an account that cites elsewhere.                     Rule [LNT8]. */
function withoutEvidence(account: Account): readonly Warning[] {
  const preferences = premisesOf(account).filter(({ decisionMaker }) => decisionMaker !== undefined);
  const bare = preferences.filter(({ evidence = [] }) => evidence.length === 0);
  if (bare.length === preferences.length) return [];
  return bare.map(({ id }) => ({ code: 'W2008', premise: id }));
}

/** A source, fact or statement without which the verdict would be another.                     Rule [LNT9]. */
function loneEvidence(analysis: AccountAnalysis, watch: Watch): readonly Warning[] {
  const { conflict, question, verdict } = analysis;
  if (!isLight(analysis) || verdict.code === 'undecided') return [];
  const premises = premisesOf(conflict.account).filter(({ decisionMaker }) => decisionMaker !== undefined);
  const cited = new Set(premises.flatMap(({ evidence = [] }) => (evidence.length === 1 ? evidence : [])));
  return [...cited].flatMap((evidence) => {
    const lost = premises.filter(
      (premise) => premise.evidence?.length === 1 && premise.evidence[0] === evidence,
    );
    const other = whatIf(
      withoutPremises(conflict.account, new Set(lost.map(({ id }) => id))),
      question,
      watch,
    );
    return other === undefined || other.verdict.code === verdict.code
      ? []
      : [{ code: 'W2009' as const, evidence, premise: lost.map(({ id }) => id).join(' ') }];
  });
}

/** A recorded fact contradicts a premise or a claim.                                          Rule [LNT11]. */
function contradicted(account: Account): readonly Warning[] {
  return account.checks.flatMap(({ finding, facts, premise }) =>
    finding === 'contradicted'
      ? [{ code: 'W2011' as const, facts, ...(premise === undefined ? {} : { premise }) }]
      : [],
  );
}

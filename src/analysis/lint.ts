// Points out what in an account's model deserves a second look; it judges the model, never the conflict.
import type { Code } from '../base/index.ts';
import type { Account, Concept, Option, StateIndex } from '../model/index.ts';
import { optionsIn } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import { premisesOf, statementsOf, withoutPremises } from './premises.ts';
import { isAgreementPossible } from './verdict.ts';
import { whatIf, whatIfLimit } from './what-if.ts';

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
 * All warnings of an account's analysis.                                               Rules [LNT1] to [LNT11].
 * @complexity one solution for each bar, one-way option and piece of evidence, up to 4,096 states; O(m) beyond
 */
export function lint(analysis: AccountAnalysis): readonly Warning[] {
  return [
    ...unstableFallback(analysis),
    ...stableByBars(analysis),
    ...removedAgreements(analysis),
    ...indifferent(analysis),
    ...unmentioned(analysis),
    ...idle(analysis),
    ...withoutEvidence(analysis.conflict.account),
    ...loneEvidence(analysis),
    ...contradicted(analysis.conflict.account),
  ];
}

function unstableFallback({ conflict, equilibria, question }: AccountAnalysis): readonly Warning[] {
  const { fallback } = conflict;
  const concept = question.concepts[0] ?? 'seq';
  if (conflict.agreement === undefined || fallback.kind === 'security') return [];
  return equilibria[concept]?.includes(fallback.state) === true
    ? []
    : [{ code: 'W2010', states: [fallback.state], concepts: [concept] }];
}

/**
 * Equilibria that would not be stable if one legal or assumed bar, forbidden move or one-way option were lifted: they
 * hold because a better move is declared impossible.                                              Rule [LNT1].
 */
function stableByBars(analysis: AccountAnalysis): readonly Warning[] {
  const { conflict, equilibria, question } = analysis;
  if (conflict.size > whatIfLimit || conflict.space === undefined) return [];
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
    const other = whatIf(lifted, question);
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

/** A bar without which there would be agreement states where now there are none.              Rule [LNT2]. */
function removedAgreements({ conflict }: AccountAnalysis): readonly Warning[] {
  const { account, agreement } = conflict;
  if (agreement === undefined || agreement.includes(1) || account.graph !== undefined) return [];
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

function indifferent({ conflict }: AccountAnalysis): readonly Warning[] {
  return conflict.account.decisionMakers.flatMap(({ id }, dm) => {
    const relation = conflict.preferences[dm]?.relation;
    const ranks = relation?.kind === 'preorder' ? [relation.rank] : (relation?.rankings ?? []);
    const isIndifferent = ranks.every((rank) => rank.every((value) => value === rank[0]));
    return isIndifferent && conflict.size > 1 ? [{ code: 'W2005' as const, decisionMaker: id }] : [];
  });
}

/** An option that no statement of anybody names, where everybody's preference is given by statements. */
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

/** A statement whose place in the list makes no difference: without it no pair of states compares otherwise. */
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
  const numbers = new Map<number, number>();
  const next = new Int32Array(group.length);
  let before = 0;
  for (let s = 0; s < group.length; s += 1) {
    before = Math.max(before, (group[s] as number) + 1);
    const key = 2 * (group[s] as number) + (truth[s] as number);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    next[s] = number;
  }
  return numbers.size > before ? next : undefined;
}

/** A preference premise that cites nothing, in an account that cites elsewhere. */
function withoutEvidence(account: Account): readonly Warning[] {
  const preferences = premisesOf(account).filter(({ decisionMaker }) => decisionMaker !== undefined);
  const bare = preferences.filter(({ evidence = [] }) => evidence.length === 0);
  if (bare.length === preferences.length) return [];
  return bare.map(({ id }) => ({ code: 'W2008', premise: id }));
}

/** A source, fact or statement without which the verdict would be another.                     Rule [LNT9]. */
function loneEvidence({ conflict, question, verdict }: AccountAnalysis): readonly Warning[] {
  if (conflict.size > whatIfLimit) return [];
  const premises = premisesOf(conflict.account).filter(({ decisionMaker }) => decisionMaker !== undefined);
  const cited = new Set(premises.flatMap(({ evidence = [] }) => (evidence.length === 1 ? evidence : [])));
  return [...cited].flatMap((evidence) => {
    const lost = premises.filter(
      (premise) => premise.evidence?.length === 1 && premise.evidence[0] === evidence,
    );
    const other = whatIf(withoutPremises(conflict.account, new Set(lost.map(({ id }) => id))), question);
    return other === undefined || other.verdict.code === verdict.code
      ? []
      : [{ code: 'W2009' as const, evidence, premise: lost.map(({ id }) => id).join(' ') }];
  });
}

function contradicted(account: Account): readonly Warning[] {
  return account.checks.flatMap(({ finding, facts, premise }) =>
    finding === 'contradicted'
      ? [{ code: 'W2011' as const, facts, ...(premise === undefined ? {} : { premise }) }]
      : [],
  );
}

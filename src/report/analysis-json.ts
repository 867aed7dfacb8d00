// Writes an analysis as the JSON that `analyze --json` prints; the published schema says what each field means.
import type { AccountAnalysis, DealTest, Modality, Sensitivity, Warning, Why } from '../analysis/index.ts';
import { equilibriumIn, stableIn, standings } from '../analysis/index.ts';
import type { Step, Witness } from '../engine/index.ts';
import type { Concept, Fallback, StateIndex } from '../model/index.ts';
import { stateName } from '../model/index.ts';

/** The version of the engine's results: raised when a verdict may differ for the same model. */
export const resultVersion = 1;

/** Concepts in the order in which the contract prints them. */
const printed: readonly Concept[] = ['nash', 'sseq', 'seq', 'smr', 'gmr'];

/** States and long lists beyond this many are left out unless all are asked for. */
export const listLimit = 1000;

/** An account with everything that was found about it. */
export interface AccountFindings {
  readonly analysis: AccountAnalysis;
  readonly sensitivity: Sensitivity;
  readonly warnings: readonly Warning[];
  /** For `--why`: the reasons for some states. */
  readonly why?: readonly Why[];
}

/**
 * The JSON of one case, in pieces, so that a million states need not be held at once.
 * @param all - list every state, however many there are
 */
export function* caseJson(title: string, accounts: Iterable<AccountFindings>, all = false): Iterable<string> {
  yield `{"impasse":1,"case":${JSON.stringify(title)},"accounts":[`;
  let separator = '\n';
  for (const findings of accounts) {
    yield separator;
    yield* accountJson(findings, all);
    separator = ',\n';
  }
  yield '\n]}\n';
}

function* accountJson(
  { analysis, sensitivity, warnings, why }: AccountFindings,
  all: boolean,
): Iterable<string> {
  const { conflict, question, stability, verdict } = analysis;
  const { account } = conflict;
  const orders = stability.orders;
  const head = {
    account: account.id,
    name: account.name,
    ...(account.by === undefined ? {} : { by: account.by }),
    decisionMakers: account.decisionMakers.map(({ id }) => id),
    options: account.options.map(({ key }) => key),
    result: {
      method: stability.method,
      version: resultVersion,
      settings: { concepts: question.concepts, sanctions: question.sanctions },
      ...(orders === undefined ? {} : { orders }),
      ...(orders?.seed === undefined ? {} : { seed: orders.seed }),
      ...(analysis.complete ? { complete: true } : { truncated: true }),
    },
    stateCount: conflict.size,
  };
  yield JSON.stringify(head).slice(0, -1);
  yield ',"states":[';
  const standing = standings(conflict);
  let separator = '\n';
  for (const s of statesToList(analysis, all)) {
    yield separator + JSON.stringify(stateJson(analysis, standing, s));
    separator = ',\n';
  }
  yield '\n],';
  const tail = {
    deal: dealJson(analysis.deal, all),
    ...(analysis.otherDeals.length === 0
      ? {}
      : { otherDeals: analysis.otherDeals.map((deal) => dealJson(deal, all)) }),
    statusQuoStable: stableJson(analysis, conflict.statusQuo),
    equilibria: Object.fromEntries(
      question.concepts.map((concept) => [concept, ids(analysis.equilibria[concept] ?? [], all)]),
    ),
    ...(analysis.mixed === undefined ? {} : { mixed: ids(analysis.mixed.states, all) }),
    verdict: {
      code: verdict.code,
      concept: verdict.concept,
      ...(verdict.codeAtBest === undefined ? {} : { codeAtBest: verdict.codeAtBest }),
      agreementStable: ids(verdict.agreementStable, all),
      agreementPossible: ids(verdict.agreementPossible, all),
      ...(verdict.nearest === undefined ? {} : { nearest: verdict.nearest + 1 }),
      blockedBy: verdict.blockedBy.map(({ decisionMaker, state, witness }) => ({
        decisionMaker: account.decisionMakers[decisionMaker]?.id,
        state: state + 1,
        witness: witnessJson(analysis, witness),
      })),
    },
    sensitivity: sensitivityJson(sensitivity, all),
    leavesOut: account.leavesOut.map(({ says, evidence }) => ({
      says,
      ...(evidence === undefined ? {} : { evidence }),
    })),
    warnings: warnings.map(({ states, ...warning }) => ({
      ...warning,
      ...(states === undefined ? {} : { states: ids(states, all) }),
    })),
    ...(why === undefined
      ? {}
      : {
          why: why.map(({ decisionMaker, concept, state, stable, witness }) => ({
            decisionMaker: account.decisionMakers[decisionMaker]?.id,
            concept,
            state: state + 1,
            stable,
            witness: witnessJson(analysis, witness),
          })),
        }),
  };
  yield JSON.stringify(tail).slice(1);
}

/** Every state where they are few or all are asked for; else those that the answers speak of. */
export function* statesToList(analysis: AccountAnalysis, all: boolean): Iterable<StateIndex> {
  const { conflict, equilibria, deal, verdict } = analysis;
  if (all || conflict.size <= listLimit) {
    for (let s = 0; s < conflict.size; s += 1) yield s;
    return;
  }
  const asked = new Set<StateIndex>([conflict.statusQuo]);
  if (verdict.nearest !== undefined) asked.add(verdict.nearest);
  for (const states of [verdict.agreementStable, deal.states, ...Object.values(equilibria)]) {
    for (const s of states) if (asked.size < listLimit) asked.add(s);
  }
  yield* [...asked].sort((a, b) => a - b);
}

function stateJson(
  analysis: AccountAnalysis,
  standing: ReturnType<typeof standings>,
  s: StateIndex,
): Readonly<Record<string, unknown>> {
  const { conflict, question, stability, mixed, reachability } = analysis;
  const { account } = conflict;
  const where = account.decisionMakers.map((_, dm) => standing(dm, s));
  const having = (word: string): readonly string[] =>
    account.decisionMakers.flatMap(({ id }, dm) => (where[dm] === word ? [id] : []));
  const holding = (modality: Modality): string[] =>
    order(question.concepts).filter((concept) => equilibriumIn(stability, s, () => concept) === modality);
  const equilibrium = holding('every');
  if (
    mixed !== undefined &&
    equilibriumIn(stability, s, (dm) => mixed.conceptOf[dm] as Concept) === 'every'
  ) {
    equilibrium.push('mixed');
  }
  const possible = holding('some');
  const some = stableJson(analysis, s, 'some');
  const hasUnknown = Object.values(some).some((list) => list.length > 0);
  return {
    id: s + 1,
    [conflict.space === undefined ? 'name' : 'pattern']: stateName(conflict, s),
    agreement: conflict.agreement?.[s] === 1,
    statusQuo: s === conflict.statusQuo,
    stable: stableJson(analysis, s),
    ...(hasUnknown ? { stableInSome: some } : {}),
    equilibrium,
    ...(possible.length > 0 ? { equilibriumInSome: possible } : {}),
    reachable: {
      improvements: reachability.byImprovements(s),
      moves: reachability.byMoves(s),
      steps: reachability.steps(s),
    },
    better: having('>'),
    worse: having('<'),
    ...(having('?').length > 0 ? { unknown: having('?') } : {}),
  };
}

function order(concepts: readonly Concept[]): readonly Concept[] {
  return printed.filter((concept) => concepts.includes(concept));
}

/** For each decision maker, the concepts under which a state is stable in every reading, or in some only. */
function stableJson(
  { conflict, question, stability }: AccountAnalysis,
  s: StateIndex,
  modality: 'every' | 'some' = 'every',
): Readonly<Record<string, readonly Concept[]>> {
  return Object.fromEntries(
    conflict.account.decisionMakers.map(({ id }, dm) => [
      id,
      order(question.concepts).filter((concept) => stableIn(stability, dm, s, concept) === modality),
    ]),
  );
}

function dealJson(deal: DealTest, all: boolean): Readonly<Record<string, unknown>> {
  return {
    exists: deal.states.length > 0,
    states: ids(deal.states, all),
    noDeal: fallbackJson(deal.fallback),
    otherImprovements: ids(deal.otherImprovements, all),
    ...(deal.possible.length > 0 ? { possible: ids(deal.possible, all) } : {}),
    ...(deal.states.length > listLimit && !all ? { count: deal.states.length } : {}),
  };
}

function fallbackJson(fallback: Fallback): 'statusQuo' | 'security' | number {
  if (fallback.kind === 'security') return 'security';
  return fallback.isStatusQuo ? 'statusQuo' : fallback.state + 1;
}

/** Ids from 1, at most `listLimit` of them unless all are asked for. */
function ids(states: readonly StateIndex[], all: boolean): readonly number[] {
  return (all ? states : states.slice(0, listLimit)).map((s) => s + 1);
}

/**
 * A witness as `{move, reply}`: the improvement and the others' reply to it, null where none deters; all replies of a
 * stable state under `replies`; `move` null where there is no improvement.
 */
export function witnessJson(
  { conflict }: AccountAnalysis,
  witness: Witness,
): Readonly<Record<string, unknown>> {
  const path = (steps: readonly Step[]): readonly unknown[] =>
    steps.map(({ decisionMaker, to }) => ({
      decisionMaker: conflict.account.decisionMakers[decisionMaker]?.id,
      state: to + 1,
    }));
  switch (witness.kind) {
    case 'no-improvement':
      return { move: null, reply: null };
    case 'open':
      return { move: witness.improvement + 1, reply: null };
    case 'deterred': {
      const replies = witness.replies.map((reply) => ({
        move: reply.improvement + 1,
        reply: path(reply.path),
      }));
      return { ...replies[0], replies };
    }
  }
}

function sensitivityJson(sensitivity: Sensitivity, all: boolean): Readonly<Record<string, unknown>> {
  const { agreements, fallbacks, ...rest } = sensitivity;
  return {
    ...rest,
    agreements: agreements.map(({ agreement, states, code, stable, deal }) => ({
      id: agreement.id,
      kind: agreement.kind,
      states,
      code,
      stable: ids(stable, all),
      deal: ids(deal, all),
    })),
    fallbacks: fallbacks.map(({ fallback, code, deal }) => ({
      noDeal: fallback === 'security' ? fallback : fallback + 1,
      code,
      deal: ids(deal, all),
    })),
  };
}

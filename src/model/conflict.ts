// Builds the conflict that an account describes: its feasible states, moves and preferences, ready for the engine.
import type { Diagnostic, Outcome } from '../base/index.ts';
import { diagnostic, hasErrors } from '../base/index.ts';
import type { Account, Agreement } from './case.ts';
import { forbidMoves } from './forbidden-moves.ts';
import type { ArcMoves, GraphModel, Moves } from './graph-model.ts';
import type { ConflictPreference } from './preference.ts';
import { buildPreference } from './preference.ts';
import type { StateIndex, StateSpace } from './state-space.ts';
import { patternOf } from './state-space.ts';
import type { States } from './states.ts';
import { buildStates, resolveState } from './states.ts';
import { conditionOver } from './truth.ts';

/** The agreement states of one kind. */
export interface AgreementStates {
  readonly agreement: Agreement;
  /** Shape (m,): 1 for its states. */
  readonly members: Uint8Array;
}

/** What happens without an agreement: a state, or each decision maker's own guaranteed level. */
export type Fallback =
  | { readonly kind: 'state'; readonly state: StateIndex; readonly isStatusQuo: boolean }
  | { readonly kind: 'security' };

/** An account as the engine and the analyses take it. */
export interface Conflict {
  readonly account: Account;
  /** m, the number of feasible states. */
  readonly size: number;
  /** The patterns of the states; missing in graph form. */
  readonly space?: StateSpace;
  /** The names of the states in graph form; empty in option form. */
  readonly names: readonly string[];
  readonly moves: Moves;
  /** One for each decision maker of the account, in its order. */
  readonly preferences: readonly ConflictPreference[];
  readonly statusQuo: StateIndex;
  /** What the account's verdict is about: 1 for a state of any of its agreements; missing where it names none. */
  readonly agreement?: Uint8Array;
  readonly agreements: readonly AgreementStates[];
  /** Every kind of agreement of the case that the account can express, whether its verdict is about it or not. */
  readonly kinds: readonly AgreementStates[];
  /** Those whose consent an agreement needs, by place. */
  readonly signatories: readonly number[];
  readonly fallback: Fallback;
}

/** How large a conflict may become. */
export interface Limits {
  /** The most feasible states that are listed. */
  readonly states: number;
  /** The most moves that are listed, where they cannot stay implicit. */
  readonly moves: number;
}

/** About four million states, which fit into a few hundred megabytes with their preferences. */
export const defaultLimits: Limits = { states: 2 ** 22, moves: 2 ** 25 };

/**
 * The conflict that an account describes, or everything that keeps it from being one.
 *
 * Errors: E1301 too many states, E1302 bars too entangled, E1303 no feasible state, E1304 a named state is not
 * feasible, E1305 a ranking lacks a state, E1306 a ranking repeats a state, E1307 weights too large, E1308 too many
 * moves to list.
 * @complexity O(m · (h + size of all statements) + n m log m)
 */
export function conflictOf(account: Account, limits: Limits = defaultLimits): Outcome<Conflict> {
  const built = buildStates(account, limits.states);
  if (built.value === undefined) return { diagnostics: built.diagnostics };
  const states = built.value;
  const diagnostics: Diagnostic[] = [...built.diagnostics];
  const statusQuo = namedState(states, account, account.statusQuo, 'the status quo', diagnostics);
  const fallback = buildFallback(states, account, statusQuo, diagnostics);
  const preferences = account.decisionMakers.map((dm) => {
    const { value, diagnostics: problems } = buildPreference(states, account.preferences[dm.id]);
    diagnostics.push(...problems);
    return value;
  });
  const moves = buildMoves(states, account, limits.moves);
  diagnostics.push(...moves.diagnostics);
  if (hasErrors(diagnostics) || moves.value === undefined) return { diagnostics };
  const agreements = account.agreements.map((agreement) => agreementStates(states, agreement));
  return {
    diagnostics,
    value: {
      account,
      size: states.size,
      ...(states.space === undefined ? {} : { space: states.space }),
      names: states.names,
      moves: moves.value,
      preferences: preferences.filter((preference) => preference !== undefined),
      statusQuo,
      ...(agreements.length === 0 ? {} : { agreement: union(agreements, states.size) }),
      agreements,
      kinds: account.kinds.map((agreement) => agreementStates(states, agreement)),
      signatories: account.decisionMakers.flatMap((dm, place) =>
        account.signatories.includes(dm.id) ? [place] : [],
      ),
      fallback,
    },
  };
}

/**
 * What people call a state: its pattern, or in graph form its name.
 */
export function stateName(conflict: Conflict, s: StateIndex): string {
  return conflict.space === undefined ? (conflict.names[s] as string) : patternOf(conflict.space, s);
}

/**
 * The engine's model of a conflict, one relation for each decision maker.
 * @param relations - by default those of the conflict, an open order as its list stands
 */
export function graphModel(
  conflict: Conflict,
  relations: GraphModel['relations'] = conflict.preferences.map((preference) => preference.relation),
): GraphModel {
  return { size: conflict.size, moves: conflict.moves, relations };
}

/** The states of one agreement: where its condition holds and what it excludes does not. */
export function agreementStates(states: States, agreement: Agreement): AgreementStates {
  const members = conditionOver(agreement.when, states.space, states.keys, states.names);
  if (agreement.excludes !== undefined) {
    const excluded = conditionOver(agreement.excludes, states.space, states.keys, states.names);
    for (let s = 0; s < members.length; s += 1) if (excluded[s] === 1) members[s] = 0;
  }
  return { agreement, members };
}

function union(agreements: readonly AgreementStates[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  for (const { members } of agreements) for (let s = 0; s < size; s += 1) if (members[s] === 1) all[s] = 1;
  return all;
}

function namedState(
  states: States,
  account: Account,
  reference: Account['statusQuo'],
  what: string,
  diagnostics: Diagnostic[],
): StateIndex {
  const state = resolveState(states, reference);
  if (state < 0) {
    const place = reference.at ?? account.at;
    diagnostics.push(
      diagnostic(
        'E1304',
        `${what} of account ${account.id} is ruled out by what the account calls infeasible`,
        {
          ...(place === undefined ? {} : { at: place }),
          expected: 'a feasible state',
          hint: 'change the state, or the infeasible combination that matches it',
        },
      ),
    );
  }
  return state;
}

function buildFallback(
  states: States,
  account: Account,
  statusQuo: StateIndex,
  diagnostics: Diagnostic[],
): Fallback {
  const { noDeal } = account;
  if (noDeal.kind === 'security') return noDeal;
  if (noDeal.kind === 'statusQuo') return { kind: 'state', state: statusQuo, isStatusQuo: true };
  const state = namedState(states, account, noDeal.state, 'the fallback without a deal', diagnostics);
  return { kind: 'state', state, isStatusQuo: state === statusQuo };
}

function buildMoves(states: States, account: Account, limit: number): Outcome<Moves> {
  if (states.space === undefined) return { value: listedMoves(account), diagnostics: [] };
  const moves: Moves = {
    kind: 'option',
    space: states.space,
    owned: account.decisionMakers.map((dm) =>
      account.options.flatMap((option, place) => (option.decisionMaker === dm.id ? [place] : [])),
    ),
    directions: account.options.map((option) => option.direction),
  };
  return account.forbiddenMoves.length === 0
    ? { value: moves, diagnostics: [] }
    : forbidMoves(moves, account, states.keys, limit);
}

function listedMoves(account: Account): ArcMoves {
  const graph = account.graph as NonNullable<Account['graph']>;
  const size = graph.states.length;
  return {
    kind: 'arcs',
    size,
    arcs: account.decisionMakers.map((dm) => {
      const targets: Set<number>[] = graph.states.map(() => new Set());
      for (const [from, to] of graph.moves[dm.id] ?? []) if (from !== to) targets[from]?.add(to);
      const start = new Uint32Array(size + 1);
      targets.forEach((set, s) => {
        start[s + 1] = (start[s] as number) + set.size;
      });
      return { start, to: Uint32Array.from(targets.flatMap((set) => [...set].sort((a, b) => a - b))) };
    }),
  };
}

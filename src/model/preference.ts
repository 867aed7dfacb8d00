// Turns what a case says of one decision maker's preference into a relation over the states.
import type { Diagnostic, Outcome } from '../base/index.ts';
import { diagnostic } from '../base/index.ts';
import type { Preference, Statement, StateReference, UnknownPairs } from './case.ts';
import type { Relation } from './graph-model.ts';
import type { Precedences } from './priorities.ts';
import { asEarlyAsPossible, precedencesOf } from './priorities.ts';
import { denseRank, rankByStatements, rankByWeights } from './ranking.ts';
import type { StateIndex } from './state-space.ts';
import { patternOf } from './state-space.ts';
import type { States } from './states.ts';
import { resolveState } from './states.ts';
import { conditionOver, truthOver } from './truth.ts';

/** A preference over m states. */
export interface ConflictPreference {
  /** What holds in every reading: a pair on which readings differ is unknown. */
  readonly relation: Relation;
  /** For each statement of a single list, most important first: in which states it holds. Shape (m,) each. */
  readonly truths: readonly Uint8Array[];
  /** True where the statements are known but not their order. */
  readonly isOrderOpen: boolean;
  /** Pairs of places of an open order of which the first is known to matter more; missing where there are none. */
  readonly before?: Precedences;
}

/**
 * The relation that a preference describes.
 *
 * Statements compare lexicographically, weights by their sum, a ranking as it stands; nobody's statements, no
 * preference. Rival lists agree on a pair or leave it unknown.                              Rules [PRI1] to [PRI5].
 * @param preference - nothing for a decision maker of whom nothing is said: indifferent between all states
 */
export function buildPreference(states: States, preference?: Preference): Outcome<ConflictPreference> {
  const { size } = states;
  switch (preference?.kind) {
    case undefined:
      return complete(new Int32Array(size));
    case 'statements': {
      const truths = truthsOf(states, preference.statements);
      return withUnknown(states, [rankByStatements(truths, size)], preference.unknown, truths);
    }
    case 'open-order': {
      const truths = truthsOf(states, preference.statements);
      const before = precedencesOf(preference.statements);
      const relation = inEveryOrder(truths, before, size);
      const open = { relation, truths, isOrderOpen: true };
      return { value: before.length === 0 ? open : { ...open, before }, diagnostics: [] };
    }
    case 'alternatives': {
      const rankings = preference.lists.map((list) => rankByStatements(truthsOf(states, list), size));
      return withUnknown(states, rankings, preference.unknown);
    }
    case 'weights': {
      const columns = preference.weights.map(([key]) =>
        truthOver({ kind: 'option', key }, states.space as NonNullable<States['space']>, states.keys),
      );
      const rank = rankByWeights(
        columns,
        preference.weights.map(([, weight]) => weight),
        size,
      );
      if (rank !== undefined) return complete(rank);
      return {
        diagnostics: [
          diagnostic('E1307', 'the weights are too large, or have too many decimals, to be added exactly', {
            ...placeOf(preference),
            expected: 'weights with at most 15 digits in all',
            hint: 'only the order of the sums counts: smaller weights say the same',
          }),
        ],
      };
    }
    case 'ranking':
      return buildRanking(states, preference);
  }
}

/**
 * What holds in every order of the statements: a is preferred to b iff b satisfies no statement that a does not, and
 * a some that b does not. One ranking for each statement put as far up as it can stand shows it: if each of two states
 * satisfies a statement that the other does not, and neither statement is known to matter more, the rankings that put
 * these two up disagree.                                                                Rules [PRI3], [PRI6].
 */
function inEveryOrder(truths: readonly Uint8Array[], before: Precedences, size: number): Relation {
  const rankings = truths.map((_, first) =>
    rankByStatements(
      asEarlyAsPossible(truths.length, before, first).map((place) => truths[place] as Uint8Array),
      size,
    ),
  );
  return relationOf(size, rankings);
}

/** A single ranking with nothing taken out is a complete preorder; none at all is indifference. */
function relationOf(
  size: number,
  rankings: readonly Int32Array[],
  unknown: ReadonlySet<number> = new Set(),
): Relation {
  const [first = new Int32Array(size), ...others] = rankings;
  return others.length === 0 && unknown.size === 0
    ? { kind: 'preorder', rank: first }
    : { kind: 'partial', rankings: [first, ...others], unknown };
}

function complete(rank: Int32Array): Outcome<ConflictPreference> {
  return { value: { relation: { kind: 'preorder', rank }, truths: [], isOrderOpen: false }, diagnostics: [] };
}

function truthsOf(states: States, statements: readonly Statement[]): Uint8Array[] {
  return statements.map(({ when }) => conditionOver(when, states.space, states.keys, states.names));
}

function withUnknown(
  states: States,
  rankings: readonly Int32Array[],
  unknown: UnknownPairs | undefined,
  truths: readonly Uint8Array[] = [],
): Outcome<ConflictPreference> {
  const { pairs, diagnostics } = unknownPairs(states, unknown);
  if (diagnostics.length > 0) return { diagnostics };
  const relation = relationOf(states.size, rankings, pairs);
  return { value: { relation, truths, isOrderOpen: false }, diagnostics: [] };
}

/** Pairs of feasible states; a pair of a state with itself says nothing.                              Rule [PRI5]. */
function unknownPairs(
  states: States,
  pairs: UnknownPairs = [],
): { readonly pairs: ReadonlySet<number>; readonly diagnostics: readonly Diagnostic[] } {
  const found = new Set<number>();
  const diagnostics: Diagnostic[] = [];
  for (const pair of pairs) {
    const [a, b] = pair.map((reference) => resolveState(states, reference)) as [StateIndex, StateIndex];
    pair.forEach((reference, index) => {
      if ([a, b][index] === -1) diagnostics.push(infeasibleState(reference));
    });
    if (a >= 0 && b >= 0 && a !== b) found.add(Math.min(a, b) * states.size + Math.max(a, b));
  }
  return { pairs: found, diagnostics };
}

/** A ranking names every feasible state exactly once.                                              Rule [PRI4]. */
function buildRanking(
  states: States,
  preference: Preference & { readonly kind: 'ranking' },
): Outcome<ConflictPreference> {
  const group = new Int32Array(states.size).fill(-1);
  const diagnostics: Diagnostic[] = [];
  preference.groups.forEach((references, place) => {
    for (const reference of references) {
      const state = resolveState(states, reference);
      if (state < 0) {
        diagnostics.push(infeasibleState(reference));
      } else if (group[state] !== -1) {
        diagnostics.push(
          diagnostic('E1306', `the ranking names ${nameOf(states, state)} twice`, {
            ...placeOf(reference),
            expected: 'every feasible state once',
          }),
        );
      } else {
        group[state] = place;
      }
    }
  });
  const missing = [...group.keys()].filter((state) => group[state] === -1);
  if (missing.length > 0) {
    const shown = missing.slice(0, 8).map((state) => nameOf(states, state));
    const more = missing.length > 8 ? ` and ${missing.length - 8} more` : '';
    diagnostics.push(
      diagnostic('E1305', `the ranking leaves out ${shown.join(', ')}${more}`, {
        ...placeOf(preference),
        expected: 'every feasible state once',
        hint: 'add them, in an inner list where they are equally good, or give statements in place of a ranking',
      }),
    );
  }
  if (diagnostics.length > 0) return { diagnostics };
  return withUnknown(states, [denseRank(group.map((place) => -place))], preference.unknown);
}

function infeasibleState(reference: StateReference): Diagnostic {
  const name = reference.kind === 'name' ? reference.name : `{${reference.taken.join(', ')}}`;
  return diagnostic('E1304', `${name} is not a feasible state`, {
    ...placeOf(reference),
    expected: 'a state that nothing under infeasible rules out',
  });
}

function nameOf(states: States, state: StateIndex): string {
  return states.space === undefined ? (states.names[state] as string) : patternOf(states.space, state);
}

function placeOf(part: { readonly at?: Diagnostic['at'] }): { readonly at?: NonNullable<Diagnostic['at']> } {
  return part.at === undefined ? {} : { at: part.at };
}

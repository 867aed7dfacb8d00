// Names decision makers, available actions, situations and moves of an account as that account calls them.
import type { Step } from '../engine/index.ts';
import type { Conflict, StateIndex } from '../model/index.ts';
import { stateName, takes } from '../model/index.ts';
import { listed } from './wording.ts';

/** The names of one account. */
export interface Names {
  readonly decisionMaker: (dm: number) => string;
  readonly option: (option: number) => string;
  /** Number and pattern: `situation 10 (YNNYN)`. */
  readonly situation: (s: StateIndex) => string;
  /** What is done in it: the actions taken. */
  readonly actions: (s: StateIndex) => string;
  /** What a decision maker changes between two states: `starts "Russia talks", ends "..."`. */
  readonly move: (from: StateIndex, to: StateIndex) => string;
  /** The same as a state of things: `with "Russia talks", without "..."`. */
  readonly difference: (from: StateIndex, to: StateIndex) => string;
  /** A path of moves, one after another. */
  readonly path: (from: StateIndex, steps: readonly Step[]) => string;
}

/** The names that the account of a conflict uses: its own labels where it has some. */
export function namesOf(conflict: Conflict): Names {
  const { account, space } = conflict;
  const decisionMaker = (dm: number): string => {
    const { id, name } = account.decisionMakers[dm] as (typeof account.decisionMakers)[number];
    return account.labels[id] ?? name;
  };
  const option = (place: number): string => {
    const { key, name } = account.options[place] as (typeof account.options)[number];
    return account.labels[key] ?? name;
  };
  const taken = (s: StateIndex): readonly number[] =>
    space === undefined ? [] : account.options.flatMap((_, place) => (takes(space, s, place) ? [place] : []));
  const actions = (s: StateIndex): string => {
    if (space === undefined) return graphStateName(conflict, s);
    const names = taken(s).map(option);
    return names.length === 0 ? 'nobody takes any of the actions' : names.join('; ');
  };
  const change = (from: StateIndex, to: StateIndex, starts: string, ends: string): readonly string[] => {
    if (space === undefined)
      return [`${starts === 'with' ? 'become' : 'goes to'} "${graphStateName(conflict, to)}"`];
    const [before, after] = [new Set(taken(from)), new Set(taken(to))];
    const quoted = (places: ReadonlySet<number>, others: ReadonlySet<number>): readonly string[] =>
      [...places].filter((place) => !others.has(place)).map((place) => `"${option(place)}"`);
    const [started, ended] = [quoted(after, before), quoted(before, after)];
    return [
      ...(started.length > 0 ? [`${starts} ${listed(started)}`] : []),
      ...(ended.length > 0 ? [`${ends} ${listed(ended)}`] : []),
    ];
  };
  const move = (from: StateIndex, to: StateIndex): string => listed(change(from, to, 'starts', 'ends'));
  return {
    decisionMaker,
    option,
    situation: (s) => `situation ${s + 1} (${stateName(conflict, s)})`,
    actions,
    move,
    difference: (from, to) => change(from, to, 'with', 'without').join(', '),
    path: (from, steps) => {
      let at = from;
      const parts = steps.map(({ decisionMaker: dm, to }) => {
        const text = `${decisionMaker(dm)} ${move(at, to)}`;
        at = to;
        return text;
      });
      return parts.join(', then ');
    },
  };
}

function graphStateName({ account, names }: Conflict, s: StateIndex): string {
  return account.graph?.states[s]?.name ?? (names[s] as string);
}

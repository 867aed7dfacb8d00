// Asks of a deal whether it would be kept: whether the others' own improvements leave a signatory worse off than no deal.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Conflict, Relation, StateIndex } from '../model/index.ts';
import { compare, takes } from '../model/index.ts';
import { dealTest } from './deal.ts';
import { standings } from './standing.ts';
import type { Ground, Leg } from './unlock/ways.ts';
import { groundOf, walk } from './unlock/ways.ts';

/** How a deal would be broken: who is left worse off than without one, and the others' moves that lead there. */
export interface Breach {
  readonly decisionMaker: number;
  /** Shortest; each mover gains by its move. */
  readonly path: readonly Leg[];
  /** Places of the victim's options that it took or gave up for the deal and cannot change back. */
  readonly given: readonly number[];
}

/**
 * What would make a deal be kept.
 *
 * - `bind`: these options, by place, cannot be changed away from what the deal says: a guarantee or a safeguard.
 * - `value`: the first to break it would have to rank the deal above this many states more than it does, so that no move
 *   of its own away from the deal pays.
 */
export type Repair =
  | { readonly kind: 'bind'; readonly options: readonly number[] }
  | { readonly kind: 'value'; readonly decisionMaker: number; readonly swaps: number };

/** Whether one deal would be kept. */
export interface Kept {
  readonly state: StateIndex;
  readonly kept: boolean;
  /** For each signatory whom it can leave worse off, the shortest way there. */
  readonly breaches: readonly Breach[];
  /** The smallest sets of options to bind, then a higher value for the first to break it, where these suffice. */
  readonly repairs: readonly Repair[];
}

/** More options together are not looked for. */
const mostBound = 2;

/** Of conflicts with more states than this nobody should ask it for every deal. */
export const keptLimit = 2 ** 12;

/**
 * Would these deals be kept?
 *
 * A deal s is kept iff for no signatory i some q ∈ R⁺_{N∖i}(s) has q ≺_i fallback: no legal sequence of the others'
 * improvements, one-way options respected, ends worse for i than no deal. A Nash equilibrium always is.
 *                                                                                       Rules [KEP1] to [KEP4].
 * @param states - by default every agreement state that passes the deal test
 * @param ground - by default the moves of the conflict
 * @param watch - where it stops the work, the deals that were judged by then are given
 * @complexity O(signatories · moves) for each state; for a repair that times the pairs of options
 * @source The commitment problem of Powell 2006, in ordinal form over moves of the graph.
 */
export function keptOf(
  conflict: Conflict,
  states: readonly StateIndex[] = dealTest(conflict).states,
  ground: Ground = groundOf(conflict.moves, conflict.preferences.length),
  watch: Watch = unwatched,
): readonly Kept[] {
  const relations = conflict.preferences.map(({ relation }) => relation);
  const standing = standings(conflict);
  return states.flatMap((state): readonly Kept[] => {
    if (watch.stopped()) return [];
    const breachesWith = (counts: Counts): readonly Breach[] =>
      conflict.signatories.flatMap((dm) => {
        const movers = relations.flatMap((_, other) => (other === dm ? [] : [other]));
        const ways = walk(ground, state, { movers, counts });
        const end = ways.states().find((q) => standing(dm, q) === '<');
        const path = end === undefined || end === state ? undefined : ways.way(end);
        return path === undefined ? [] : [{ decisionMaker: dm, path, given: givenBy(conflict, dm, state) }];
      });
    const breaches = breachesWith(improving(relations));
    const holds = (counts: Counts): boolean => breachesWith(counts).length === 0;
    const repairs = breaches.length > 0 ? repairsFor(conflict, ground, state, breaches, holds) : [];
    return [{ state, kept: breaches.length === 0, breaches, repairs }];
  });
}

type Counts = (dm: number, from: StateIndex, to: StateIndex) => boolean;

function improving(relations: readonly Relation[]): Counts {
  return (dm, from, to) => compare(relations[dm] as Relation, to, from) === '>';
}

function givenBy({ account, space, statusQuo }: Conflict, dm: number, state: StateIndex): readonly number[] {
  if (space === undefined) return [];
  const id = account.decisionMakers[dm]?.id;
  return account.options.flatMap(({ decisionMaker, direction }, place) => {
    const taken = takes(space, state, place);
    const isGiven = taken !== takes(space, statusQuo, place) && direction === (taken ? 'take' : 'drop');
    return decisionMaker === id && isGiven ? [place] : [];
  });
}

function repairsFor(
  { account, space, preferences }: Conflict,
  ground: Ground,
  state: StateIndex,
  breaches: readonly Breach[],
  holds: (counts: Counts) => boolean,
): readonly Repair[] {
  const improves = improving(preferences.map(({ relation }) => relation));
  const repairs: Repair[] = [];
  for (let size = 1; space !== undefined && size <= mostBound && repairs.length === 0; size += 1) {
    for (const options of subsets(
      account.options.map((_, place) => place),
      size,
    )) {
      const breaks = (from: StateIndex, to: StateIndex): boolean =>
        options.some((option) => {
          const agreed = takes(space, state, option);
          return takes(space, from, option) === agreed && takes(space, to, option) !== agreed;
        });
      if (holds((dm, from, to) => improves(dm, from, to) && !breaks(from, to)))
        repairs.push({ kind: 'bind', options });
    }
  }
  const [first, ...others] = new Set(breaches.flatMap(({ path }) => path[0]?.movers ?? []));
  const relation = first === undefined ? undefined : preferences[first]?.relation;
  if (first === undefined || others.length > 0 || relation?.kind !== 'preorder') return repairs;
  const stays: Counts = (dm, from, to) => improves(dm, from, to) && !(dm === first && from === state);
  if (!holds(stays)) return repairs;
  const { rank } = relation;
  const best = Math.max(...[...ground.moves(first, state)].map((q) => rank[q] as number));
  const swaps = rank.filter((value) => value > (rank[state] as number) && value <= best).length;
  return [...repairs, { kind: 'value', decisionMaker: first, swaps }];
}

function subsets<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    subsets(items.slice(index + 1), size - 1).map((rest): readonly T[] => [item, ...rest]),
  );
}

// Says what a conflict's preferences open from the status quo, and what is a deal there.
import type { Conflict, Relation, StateIndex } from '../../model/index.ts';
import { compare, takes } from '../../model/index.ts';
import { acceptance } from '../deal.ts';
import { standings } from '../standing.ts';
import type { Variant } from './variant.ts';
import type { Leg, Ways } from './ways.ts';
import { walk } from './ways.ts';

/**
 * Which ways a conflict's preferences open from the status quo: improvements, and one joint move of a coalition in
 * which all members gain.
 */
export function improvementWays(
  { ground, together }: Pick<Variant, 'ground' | 'together'>,
  conflict: Conflict,
  coalitions: readonly (readonly number[])[] = [],
): Ways {
  const relations = conflict.preferences.map(({ relation }) => relation);
  const ranks = relations.map((relation) => (relation.kind === 'preorder' ? relation.rank : undefined));
  const counts = (dm: number, from: StateIndex, to: StateIndex): boolean => {
    const rank = ranks[dm];
    return rank === undefined
      ? compare(relations[dm] as Relation, to, from) === '>'
      : (rank[to] as number) > (rank[from] as number);
  };
  function* joint(s: StateIndex): Iterable<Leg> {
    for (const movers of coalitions)
      for (const to of together(movers, s)) if (movers.every((dm) => counts(dm, s, to))) yield { movers, to };
  }
  const movers = relations.map((_, dm) => dm);
  return walk(ground, conflict.statusQuo, {
    movers,
    counts,
    ...(coalitions.length === 0 ? {} : { joint }),
  });
}

/**
 * Would the signatories take the state over no deal, in every reading? Rules [DEA1], [UNL18].
 * @param released - those whose consent is no longer asked for; none of them may have to change an option for it
 */
export function isDeal(conflict: Conflict, s: StateIndex, released: readonly number[] = []): boolean {
  if (released.some((dm) => hasToAct(conflict, dm, s))) return false;
  const standing = standings(conflict);
  const needed = conflict.signatories.filter((dm) => !released.includes(dm));
  return acceptance(needed.map((dm) => standing(dm, s))) === 'every';
}

/** Is some option of the decision maker otherwise in the state than in the status quo? */
function hasToAct({ account, space, statusQuo }: Conflict, dm: number, s: StateIndex): boolean {
  const id = account.decisionMakers[dm]?.id;
  return account.options.some(
    ({ decisionMaker }, option) =>
      decisionMaker === id &&
      space !== undefined &&
      takes(space, s, option) !== takes(space, statusQuo, option),
  );
}

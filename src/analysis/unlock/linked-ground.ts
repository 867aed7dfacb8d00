// Turns linked steps into packages over the states of a conflict, and gives the moves that are left.
import type { Conflict, OptionMoves } from '../../model/index.ts';
import { takes } from '../../model/index.ts';
import type { Link } from './apply.ts';
import { packageGround } from './package-moves.ts';
import type { Ground } from './ways.ts';
import { groundOf } from './ways.ts';

/** Where moves are made in a conflict with these links: packages change the moves; without them it stands as it is. */
export function linkedGround(
  conflict: Conflict,
  links: readonly Link[],
): { readonly conflict: Conflict; readonly ground: Ground } {
  const { account, space } = conflict;
  if (links.length === 0 || space === undefined)
    return { conflict, ground: groundOf(conflict.moves, account.decisionMakers.length) };
  const packages = links.map(({ options }) => {
    const places = options.map((key) => account.options.findIndex((option) => option.key === key));
    const owners = places.map((place) =>
      account.decisionMakers.findIndex(({ id }) => id === account.options[place]?.decisionMaker),
    );
    return {
      options: places as [number, number],
      owners: owners as [number, number],
      original: places.map((place) => takes(space, conflict.statusQuo, place)) as [boolean, boolean],
    };
  });
  const { arcs, ...ground } = packageGround(conflict.moves as OptionMoves, packages);
  return { conflict: { ...conflict, moves: arcs }, ground };
}

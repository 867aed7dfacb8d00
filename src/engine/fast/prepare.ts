// Builds once what depends on the moves alone, so that many rankings over the same moves are solved quickly.
import type { OptionMoves } from '../../model/index.ts';
import type { Cube } from './cube.ts';
import { cubeOf } from './cube.ts';
import type { Groups } from './groups.ts';
import { groupsOf } from './groups.ts';
import type { SortRoom } from './order.ts';
import { sortRoom } from './order.ts';
import type { MoveKind } from './relax.ts';
import { tableSize } from './relax.ts';

/** Moves made ready for `solvePrepared`, with the room that solving needs: it serves one solve at a time. */
export interface Prepared {
  /** m. */
  readonly size: number;
  /** One for each of the n decision makers. */
  readonly groups: readonly Groups[];
  /** For each decision maker, those others that can move at all. */
  readonly others: readonly Movers[];
  readonly effort: Readonly<Record<MoveKind, Effort>>;
  /** Present where no combination is infeasible and no option is one-way or nobody's. */
  readonly cube: Cube | undefined;
  readonly room: Room;
}

/** The opponents of one decision maker: their numbers and their groups. */
export interface Movers {
  readonly who: readonly number[];
  readonly groups: readonly Groups[];
}

/** How many rounds of turns are taken (`close`), and whether these are known to be enough. */
export interface Effort {
  readonly rounds: number;
  readonly suffice: boolean;
}

/**
 * Improvements settle in 3 to 5 rounds on random models of any size. A round costs a small part of a search, for it reads
 * one group after the other where the search jumps through memory; yet some models need as many rounds as they have
 * states, and the search does not care.
 */
const patient: Effort = { rounds: 12, suffice: false };

/** Arrays that each solve writes over. */
export interface Room {
  /** What is being minimised. Shape (m,). */
  readonly values: Int32Array;
  /** The greatest rank within one move, of the decision maker solved for. Shape (m,). */
  readonly escapes: Int32Array;
  /** For one-way options (`relax`). */
  readonly table: Int32Array;
  readonly sorting: SortRoom;
}

/**
 * Makes moves ready for `solvePrepared`.
 *
 * @param moves - of n decision makers over m states
 * @complexity O(n m) time and memory: 8 n m + 8 m bytes, and 4 m for each decision maker with one-way options
 * @example prepare({ kind: 'option', space: { size: 2, options: 1, words: [Uint32Array.of(0, 1)], isFull: true }, owned: [[0]], directions: ['both'] }).size // => 2
 */
export function prepare(moves: OptionMoves): Prepared {
  const { space, owned } = moves;
  const groups = owned.map((_, dm) => groupsOf(moves, dm));
  return {
    size: space.size,
    groups,
    others: groups.map((_, dm) => othersOf(groups, dm)),
    // In a full space whatever the others reach by moves they reach by one move each at most, in any order: options are
    // changed one by one, and no change bars another.
    effort: { moves: space.isFull ? { rounds: 1, suffice: true } : patient, improvements: patient },
    cube: cubeOf(moves),
    room: {
      values: new Int32Array(space.size),
      escapes: new Int32Array(space.size),
      table: new Int32Array(groups.reduce((most, group) => Math.max(most, tableSize(group)), 0)),
      sorting: sortRoom(groups.reduce((most, { largest }) => Math.max(most, largest), 0)),
    },
  };
}

function othersOf(groups: readonly Groups[], dm: number): Movers {
  const who = groups.flatMap(({ largest }, j) => (j !== dm && largest > 1 ? [j] : []));
  return { who, groups: who.map((j) => groups[j]) };
}

// Splits the states into the blocks that one decision maker moves between, so that no move need be looked at alone.
import type { OptionMoves } from '../model/index.ts';
import type { Groups } from './fast/groups.ts';
import { groupsOf } from './fast/groups.ts';
import { rankGroups, sortRoom, stateAt } from './fast/order.ts';

/**
 * The blocks of one decision maker: states that agree on all options of the others and on its own one-way options.
 *
 * It can move from any member to any other member, and to all or none of the members of each block of the same group.
 */
export interface Blocks {
  /** The block of each state. Shape (m,). */
  readonly of: Uint32Array;
  /** Block b holds the places `start[b] ... start[b + 1] - 1` of `members`. */
  readonly start: Uint32Array;
  /** The states, block after block, in each by falling rank. Shape (m,). */
  readonly members: Int32Array;
  /** The blocks that agree with block b on the others' options: `first[b] ... last[b]`, b among them. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Can it move from the members of block a to those of block b, both of one group? */
  readonly leads: (a: number, b: number) => boolean;
}

/**
 * The blocks of decision maker `dm`.
 * @param rank - its ranking, higher for better; without one the members stand in any order
 * @complexity O(m log(largest group))
 */
export function blocksOf(moves: OptionMoves, dm: number, rank?: Int32Array): Blocks {
  const groups = groupsOf(moves, dm);
  if (rank !== undefined) rankGroups(groups, rank, sortRoom(groups.largest), 0, groups.count);
  const { of, first, last } = groups.oneWay === undefined ? wholeGroups(groups) : parts(groups);
  const start = new Uint32Array(first.length + 1);
  for (let s = 0; s < of.length; s += 1) start[of[s] + 1] += 1;
  for (let b = 0; b < first.length; b += 1) start[b + 1] += start[b];
  const next = start.slice();
  const members = new Int32Array(of.length);
  for (let place = 0; place < of.length; place += 1) {
    const s = stateAt(groups.order, place);
    members[next[of[s]]] = s;
    next[of[s]] += 1;
  }
  const allows = groups.oneWay?.allows;
  const leads = (a: number, b: number): boolean =>
    allows === undefined || allows(members[start[a]], members[start[b]]);
  return { of, start, members, first, last, leads };
}

/** Without one-way options each group is one block. */
function wholeGroups({ of, count }: Groups): Pick<Blocks, 'of' | 'first' | 'last'> {
  const own = Uint32Array.from({ length: count }, (_, g) => g);
  return { of, first: own, last: own };
}

/** With them, one block for each combination of them that a group has. */
function parts(groups: Groups): Pick<Blocks, 'of' | 'first' | 'last'> {
  const of = new Uint32Array(groups.of.length);
  const first: number[] = [];
  const last: number[] = [];
  for (let g = 0; g < groups.count; g += 1) {
    const from = first.length;
    const blockOf = new Map<number, number>();
    for (let place = groups.start[g]; place < groups.start[g + 1]; place += 1) {
      const s = stateAt(groups.order, place);
      const combination = groups.oneWay?.classOf?.[s] ?? s;
      const block = blockOf.get(combination) ?? from + blockOf.size;
      blockOf.set(combination, block);
      of[s] = block;
    }
    for (let b = 0; b < blockOf.size; b += 1) {
      first.push(from);
      last.push(from + blockOf.size - 1);
    }
  }
  return { of, first: Uint32Array.from(first), last: Uint32Array.from(last) };
}

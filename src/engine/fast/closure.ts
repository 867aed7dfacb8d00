// Lowers a value of each state to the least that several decision makers can bring about by legal sequences of moves.
import type { Groups } from './groups.ts';
import { chunkEnd } from './groups.ts';
import type { Pace } from './pace.ts';
import type { Prepared } from './prepare.ts';
import type { MoveKind } from './relax.ts';
import { relax } from './relax.ts';
import { searchBackwards } from './search.ts';

/**
 * values[x] becomes the least values[q] over q = x and all q that the opponents of `dm` reach from x by legal sequences;
 * `values` is `room.values`.
 *
 * In option form the moves of one decision maker are transitive, and so are its improvements: two in succession are one,
 * or lead back to where they began. So the rule that nobody moves twice in succession bars nothing, and what is within
 * reach is what the union of the movers' graphs reaches.
 *
 * The movers take turns, and each turn lowers values by one move of one mover. Invariant: values[x] is the first value of
 * some q within reach of x. Once each mover in turn has changed nothing, no arc leads to a lower value, so that none is
 * within reach. A search ends the work where that takes long.
 * @param ranks - of all decision makers
 * @returns false where it was stopped
 * @complexity O(n m) for a round; the search is O(n m) and the sorting of the values
 */
export function close(
  { others, effort, room }: Prepared,
  dm: number,
  kind: MoveKind,
  ranks: readonly Int32Array[],
  pace: Pace,
): boolean {
  const movers = others[dm];
  const { rounds, suffice } = effort[kind];
  if (movers.groups.length === 0) return true;
  // How many movers, up to the latest, have nothing left to lower.
  let idle = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const groups of movers.groups) {
      const result = relaxAll(groups, kind, room.values, room.table, pace);
      if (result === 'stopped') return false;
      idle = result === 'same' ? idle + 1 : 1;
      if (idle >= movers.groups.length) return true;
    }
  }
  if (suffice) return true;
  return searchBackwards(room.values, movers, kind === 'improvements' ? ranks : undefined, pace);
}

/** One turn of one mover over all its groups, with a question whether to stop before each stretch of them. */
export function relaxAll(
  groups: Groups,
  kind: MoveKind,
  values: Int32Array,
  table: Int32Array,
  pace: Pace,
): 'fell' | 'same' | 'stopped' {
  let result: 'fell' | 'same' = 'same';
  for (let from = 0; from < groups.count; ) {
    const to = chunkEnd(groups, from);
    if (pace.stops(groups.start[to] - groups.start[from])) return 'stopped';
    if (relax(groups, kind, values, table, from, to)) result = 'fell';
    from = to;
  }
  return result;
}

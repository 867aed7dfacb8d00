// Finds the least value within reach by searching backwards from the least values, in a time that no model can spoil.
import type { Groups } from './groups.ts';
import { sortRoom, sortSpan, stateAt } from './order.ts';
import type { Pace } from './pace.ts';
import type { Movers } from './prepare.ts';

/**
 * values[x] becomes the least values[y] over all y that the movers can reach from x.
 *
 * Roots are walked by rising value; a state gets the value of the first root whose backward search meets it, so that it
 * is settled once. In each group the predecessors of x by improvement are the members ranked below x: `next` says how far
 * up from its worst member the group has been settled, whichever member was met first.
 * @param movers - their groups, in the order of their rankings where `ranks` are given
 * @param ranks - of all decision makers, if only improvements count
 * @returns false where it was stopped
 * @complexity O(n m) + sorting the values; with one-way options a member may be passed over once for each other member
 */
export function searchBackwards(
  values: Int32Array,
  { who, groups: movers }: Movers,
  ranks: readonly Int32Array[] | undefined,
  pace: Pace,
): boolean {
  const size = values.length;
  const order = Int32Array.from({ length: size }, (_, s) => s);
  sortSpan(order, 0, size, values, sortRoom(size));
  const settled = new Uint8Array(size);
  const stack = new Int32Array(size);
  const next = movers.map(({ start }) => start.slice(1));
  for (let place = size - 1; place >= 0; place -= 1) {
    const root = stateAt(order, place);
    if (settled[root] === 1) continue;
    const value = values[root];
    settled[root] = 1;
    stack[0] = root;
    let waiting = 1;
    while (waiting > 0) {
      waiting -= 1;
      const x = stack[waiting];
      values[x] = value;
      for (let j = 0; j < movers.length; j += 1)
        waiting = settlePredecessors(movers[j], ranks?.[who[j]], next[j], x, settled, stack, waiting);
      if (pace.stops(movers.length)) return false;
    }
  }
  return true;
}

/** Settles and stacks the states from which the mover comes to x in one move. Places from next[g] on are settled. */
function settlePredecessors(
  { start, order, of, oneWay }: Groups,
  rank: Int32Array | undefined,
  next: Uint32Array,
  x: number,
  settled: Uint8Array,
  stack: Int32Array,
  waiting: number,
): number {
  const g = of[x];
  const first = start[g];
  let barred = false;
  for (let place = next[g] - 1; place >= first; place -= 1) {
    const y = stateAt(order, place);
    if (rank !== undefined && rank[y] >= rank[x]) break;
    if (settled[y] === 0) {
      if (oneWay !== undefined && !oneWay.allows(y, x)) {
        barred = true;
        continue;
      }
      settled[y] = 1;
      stack[waiting] = y;
      waiting += 1;
    }
    if (!barred) next[g] = place;
  }
  return waiting;
}

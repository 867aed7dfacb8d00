// Puts the members of each group into the order of a ranking, best first, and marks ties.
import type { Groups } from './groups.ts';
import { chunkEnd } from './groups.ts';
import type { Pace } from './pace.ts';

/** Room for sorting one group. */
export interface SortRoom {
  readonly keys: Int32Array;
  readonly keysAside: Int32Array;
  readonly statesAside: Int32Array;
}

/** Room for groups of up to `largest` members. */
export function sortRoom(largest: number): SortRoom {
  return {
    keys: new Int32Array(largest),
    keysAside: new Int32Array(largest),
    statesAside: new Int32Array(largest),
  };
}

/** The state at a place of a ranked order. */
export function stateAt(order: Int32Array, place: number): number {
  const entry = order[place];
  return entry ^ (entry >> 31);
}

/** Ranks all groups; false where it was stopped. */
export function rankAll(groups: Groups, rank: Int32Array, room: SortRoom, pace: Pace): boolean {
  if (groups.largest <= 1) return true;
  for (let from = 0; from < groups.count; ) {
    const to = chunkEnd(groups, from);
    if (pace.stops(groups.start[to] - groups.start[from])) return false;
    rankGroups(groups, rank, room, from, to);
    from = to;
  }
  return true;
}

/**
 * Sorts the members of groups `from ... to - 1` by falling rank, as `sortSpan` does; what was in the order before, of any
 * ranking, does not matter.
 * @complexity O(m log(largest group))
 */
export function rankGroups(
  { start, order }: Groups,
  rank: Int32Array,
  room: SortRoom,
  from: number,
  to: number,
): void {
  for (let g = from; g < to; g += 1) sortSpan(order, start[g], start[g + 1] - start[g], rank, room);
}

/**
 * Sorts the `size` states from place `first` on by falling rank.
 *
 * Afterwards a place holds state s where s opens a new level, and ~s (negative) where s ties with the place before it.
 */
export function sortSpan(
  order: Int32Array,
  first: number,
  size: number,
  rank: Int32Array,
  room: SortRoom,
): void {
  const { keys } = room;
  for (let i = 0; i < size; i += 1) {
    const s = stateAt(order, first + i);
    order[first + i] = s;
    keys[i] = rank[s];
  }
  for (let run = 0; run < size; run += runLength)
    insertionSort(keys, order, first, run, run + runLength < size ? run + runLength : size);
  for (let width = runLength; width < size; width *= 2) mergeRuns(room, order, first, size, width);
  for (let i = 1; i < size; i += 1) if (keys[i] === keys[i - 1]) order[first + i] = ~order[first + i];
}

/** Insertion beats merging up to about this length. */
const runLength = 16;

function insertionSort(keys: Int32Array, order: Int32Array, first: number, from: number, to: number): void {
  for (let i = from + 1; i < to; i += 1) {
    const key = keys[i];
    const s = order[first + i];
    let hole = i;
    while (hole > from && keys[hole - 1] < key) {
      keys[hole] = keys[hole - 1];
      order[first + hole] = order[first + hole - 1];
      hole -= 1;
    }
    keys[hole] = key;
    order[first + hole] = s;
  }
}

/** Merges neighbouring runs of `width` into runs of twice that. */
function mergeRuns(room: SortRoom, order: Int32Array, first: number, size: number, width: number): void {
  const { keys, keysAside, statesAside } = room;
  for (let from = 0; from + width < size; from += 2 * width) {
    const to = from + 2 * width < size ? from + 2 * width : size;
    for (let i = 0; i < width; i += 1) {
      keysAside[i] = keys[from + i];
      statesAside[i] = order[first + from + i];
    }
    let left = 0;
    let right = from + width;
    let place = from;
    while (left < width) {
      if (right < to && keys[right] > keysAside[left]) {
        keys[place] = keys[right];
        order[first + place] = order[first + right];
        right += 1;
      } else {
        keys[place] = keysAside[left];
        order[first + place] = statesAside[left];
        left += 1;
      }
      place += 1;
    }
  }
}

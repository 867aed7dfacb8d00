// Lists the unilateral moves of a decision maker, whichever form they are given in.
import type { ArcMoves, Moves, OptionMoves } from './graph-model.ts';
import type { StateIndex, StateSpace } from './state-space.ts';
import { indexOf, takes, wordsOf } from './state-space.ts';

/**
 * The states to which `dm` can move from `s` in one move, in increasing order.
 *
 * R_i(s) = { q ≠ s feasible : q differs from s only in options of i, each changed in a permitted direction }.
 * @param dm - 0 ≤ dm < n
 * @param s - 0 ≤ s < m
 * @complexity O(min(2^k log m, m)) in option form with k own options, O(moves of dm at s) in arc form
 * @source Fang, Hipel & Kilgour 1993; rule [MOV1].
 */
export function movesFrom(moves: Moves, dm: number, s: StateIndex): readonly StateIndex[] {
  return moves.kind === 'arcs' ? listed(moves, dm, s) : implied(moves, dm, s);
}

function listed(moves: ArcMoves, dm: number, s: StateIndex): readonly StateIndex[] {
  const arcs = moves.arcs[dm] as ArcMoves['arcs'][number];
  return [...arcs.to.subarray(arcs.start[s], arcs.start[s + 1])].sort((a, b) => a - b);
}

function implied(moves: OptionMoves, dm: number, s: StateIndex): readonly StateIndex[] {
  const { space, directions } = moves;
  const free = (moves.owned[dm] as readonly number[]).filter(
    (option) => directions[option] === 'both' || (directions[option] === 'take') !== takes(space, s, option),
  );
  // More combinations than states: then the states are looked through instead.
  return 2 ** free.length > space.size ? among(space, free, s) : flipped(space, free, s);
}

/** The states that differ from `s` in some of these options and in no other. */
function among(space: StateSpace, free: readonly number[], s: StateIndex): readonly StateIndex[] {
  const mask = wordsOf(space.options, free);
  const found: StateIndex[] = [];
  for (let q = 0; q < space.size; q += 1) {
    if (q === s) continue;
    const isWithin = space.words.every(
      (word, at) => (((word[q] as number) ^ (word[s] as number)) & ~(mask[at] as number)) === 0,
    );
    if (isWithin) found.push(q);
  }
  return found;
}

/** The same, by looking up every combination of flips. */
function flipped(space: StateSpace, free: readonly number[], s: StateIndex): readonly StateIndex[] {
  const found: StateIndex[] = [];
  const target = Uint32Array.from(space.words, (word) => word[s] as number);
  // Gray code: each step flips one option, so that every combination of flips is met once.
  for (let step = 1; step < 2 ** free.length; step += 1) {
    const option = free[31 - Math.clz32(step & -step)] as number;
    target[option >>> 5] = ((target[option >>> 5] as number) ^ (1 << (option & 31))) >>> 0;
    const index = indexOf(space, target);
    if (index >= 0) found.push(index);
  }
  return found.sort((a, b) => a - b);
}

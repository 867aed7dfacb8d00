// Lists the unilateral moves of a decision maker, whichever form they are given in.
import type { ArcMoves, Moves, OptionMoves } from './graph-model.ts';
import type { StateIndex } from './state-space.ts';
import { indexOf } from './state-space.ts';

/**
 * The states to which `dm` can move from `s` in one move, in increasing order.
 *
 * R_i(s) = { q ≠ s feasible : q differs from s only in options of i, each changed in a permitted direction }.
 * @param dm - 0 ≤ dm < n
 * @param s - 0 ≤ s < m
 * @complexity O(2^k log m) in option form with k own options, O(moves of dm at s) in arc form
 * @source Fang, Hipel & Kilgour 1993; rule [MOV1].
 */
export function movesFrom(moves: Moves, dm: number, s: StateIndex): readonly StateIndex[] {
  return moves.kind === 'arcs' ? listed(moves, dm, s) : implied(moves, dm, s);
}

function listed(moves: ArcMoves, dm: number, s: StateIndex): readonly StateIndex[] {
  const arcs = moves.arcs[dm] as ArcMoves['arcs'][number];
  return [...arcs.to.subarray(arcs.start[s], arcs.start[s + 1])].sort((a, b) => a - b);
}

function implied(
  { space, owned, directions }: OptionMoves,
  dm: number,
  s: StateIndex,
): readonly StateIndex[] {
  const words = Uint32Array.from(space.words, (word) => word[s] as number);
  const has = (option: number): boolean => (((words[option >>> 5] as number) >>> (option & 31)) & 1) === 1;
  const free = (owned[dm] as readonly number[]).filter(
    (option) => directions[option] === 'both' || (directions[option] === 'take') !== has(option),
  );
  const found: StateIndex[] = [];
  const target = words.slice();
  // Gray code: each step flips one option, so that every combination of flips is met once.
  for (let step = 1; step < 2 ** free.length; step += 1) {
    const option = free[31 - Math.clz32(step & -step)] as number;
    target[option >>> 5] = ((target[option >>> 5] as number) ^ (1 << (option & 31))) >>> 0;
    const index = indexOf(space, target);
    if (index >= 0) found.push(index);
  }
  return found.sort((a, b) => a - b);
}

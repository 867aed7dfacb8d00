// Finds what a coalition can reach by moves of its members, one after another, as a rule of succession allows.
import type { StateIndex } from '../model/index.ts';
import type { Sanctions, Step } from './solution.ts';

/** The states to which a decision maker can, or would, move from a state in one move. */
export type Next = (dm: number, s: StateIndex) => readonly StateIndex[];

/** A state as a sequence of moves reaches it. */
export interface Reached {
  readonly state: StateIndex;
  /** The last mover. */
  readonly by: number;
  /** The sequence without its last move; nothing where it has only one. */
  readonly before: Reached | undefined;
}

/**
 * What the coalition's members can reach from `from` by at least one move, shortest sequences first.
 *
 * Every reachable state is met first by one of its shortest sequences, and may be met again by others. `from` itself
 * is met where the moves lead back to it.
 * @param sanctions - `legal`: no member moves twice in succession; `once`: each moves at most once; `single`: one move
 * @complexity `legal` O(moves of the members), each state being left at most twice; `once` 2^|H| times that
 */
export function sequences(
  next: Next,
  coalition: readonly number[],
  from: StateIndex,
  size: number,
  sanctions: Sanctions = 'legal',
): Iterable<Reached> {
  if (sanctions === 'legal') return legal(next, coalition, from, size);
  if (sanctions === 'once') return once(next, coalition, from, size);
  return single(next, coalition, from);
}

const several = 0xffff;

function* legal(
  next: Next,
  coalition: readonly number[],
  from: StateIndex,
  size: number,
): Generator<Reached, undefined> {
  // 0: not reached; j + 1: reached with j alone as last mover; several: with two, after which anybody may go on, so
  // that a third adds nothing.
  const lastMover = new Uint16Array(size);
  const queue: (Reached | undefined)[] = [undefined];
  for (let head = 0; head < queue.length; head += 1) {
    const before = queue[head];
    for (const dm of coalition) {
      if (before?.by === dm) continue;
      for (const state of next(dm, before?.state ?? from)) {
        const known = lastMover[state];
        if (known === dm + 1 || known === several) continue;
        lastMover[state] = known === 0 ? dm + 1 : several;
        const reached = { state, by: dm, before };
        queue.push(reached);
        yield reached;
      }
    }
  }
}

function* once(
  next: Next,
  coalition: readonly number[],
  from: StateIndex,
  size: number,
): Generator<Reached, undefined> {
  const queue: { readonly at: Reached | undefined; readonly moved: bigint }[] = [
    { at: undefined, moved: 0n },
  ];
  const seen = new Set<bigint>();
  for (const { at, moved } of queue) {
    for (const dm of coalition) {
      const movers = moved | (1n << BigInt(dm));
      if (movers === moved) continue;
      for (const state of next(dm, at?.state ?? from)) {
        const name = movers * BigInt(size) + BigInt(state);
        if (seen.has(name)) continue;
        seen.add(name);
        const reached = { state, by: dm, before: at };
        queue.push({ at: reached, moved: movers });
        yield reached;
      }
    }
  }
}

function* single(next: Next, coalition: readonly number[], from: StateIndex): Generator<Reached, undefined> {
  for (const dm of coalition) for (const state of next(dm, from)) yield { state, by: dm, before: undefined };
}

/** The moves of a sequence, first to last. */
export function pathOf(reached: Reached | undefined): readonly Step[] {
  const path: Step[] = [];
  for (let at = reached; at !== undefined; at = at.before) path.push({ decisionMaker: at.by, to: at.state });
  return path.reverse();
}

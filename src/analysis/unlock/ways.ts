// Finds ways from one state to others: move by move, and where it is allowed with one joint move between.
import type { Moves, StateIndex } from '../../model/index.ts';
import { movesFrom } from '../../model/index.ts';

/** One move on a way: by one decision maker, or by several at once. */
export interface Leg {
  readonly movers: readonly number[];
  readonly to: StateIndex;
}

/** Where moves are made: who can move where, alone or as a package. */
export interface Ground {
  readonly size: number;
  readonly decisionMakers: number;
  /** The states within one move of a decision maker. */
  readonly moves: (dm: number, s: StateIndex) => readonly StateIndex[] | Uint32Array;
  /** The packages that can be taken in a state, each by both its owners at once. */
  readonly packages: (s: StateIndex) => readonly Leg[];
  /** Are two moves of one decision maker in succession always one move of it? Then nobody needs to be kept from them. */
  readonly isTransitive: boolean;
}

const none: readonly Leg[] = [];

/** The moves of a model, each list worked out at most once. */
export function groundOf(moves: Moves, decisionMakers: number): Ground {
  const size = moves.kind === 'option' ? moves.space.size : moves.size;
  const known: (readonly StateIndex[])[][] = Array.from({ length: decisionMakers }, () => []);
  return {
    size,
    decisionMakers,
    moves: (dm, s) => {
      const table = known[dm] as (readonly StateIndex[])[];
      table[s] ??= movesFrom(moves, dm, s);
      return table[s] as readonly StateIndex[];
    },
    packages: () => none,
    isTransitive: moves.kind === 'option',
  };
}

/** Which moves count, and whose. */
export interface Walking {
  readonly movers: readonly number[];
  /** Does this move count for the one who makes it? */
  readonly counts: (dm: number, from: StateIndex, to: StateIndex) => boolean;
  /** Joint moves, at most one of which a way may have. */
  readonly joint?: (s: StateIndex) => Iterable<Leg>;
}

/** What a walk has reached, the start included. */
export interface Ways {
  /** The states reached, the start first, then as they were met. */
  readonly states: () => readonly StateIndex[];
  readonly reaches: (s: StateIndex) => boolean;
  /** A shortest way without a joint move, else with one; no legs to the start, nothing where there is no way. */
  readonly way: (s: StateIndex) => readonly Leg[] | undefined;
}

/** Nothing has arrived yet, and the start of a walk. */
const unmet = -2;
const origin = -1;

/**
 * Legal sequences from a state: nobody moves twice in succession. A package counts where it counts for both owners.
 *
 * Arrivals are numbered (joint move made or not, state, last mover); where moves compose the last mover is of no matter.
 * @complexity O(n · moves), with joint moves once more
 */
export function walk(ground: Ground, from: StateIndex, { movers, counts, joint }: Walking): Ways {
  const { size, isTransitive } = ground;
  const lasts = isTransitive ? 1 : ground.decisionMakers + 1;
  const layer = size * lasts;
  const before = new Int32Array(joint === undefined ? layer : 2 * layer).fill(unmet);
  const byWhom: (readonly number[])[] = [];
  const queue: number[] = [];
  const arrive = (node: number, at: number, who: readonly number[]): void => {
    if (before[node] !== unmet) return;
    before[node] = at;
    byWhom[queue.length] = who;
    queue.push(node);
  };
  const alone = movers.map((dm) => [dm]);
  arrive(from * lasts, origin, []);
  for (let head = 0; head < queue.length; head += 1) {
    const at = queue[head] as number;
    const jointly = at >= layer ? layer : 0;
    const s = Math.floor((at - jointly) / lasts);
    const last = (at - jointly) % lasts;
    for (let place = 0; place < movers.length; place += 1) {
      const dm = movers[place] as number;
      if (!isTransitive && last === dm + 1) continue;
      for (const to of ground.moves(dm, s))
        if (counts(dm, s, to))
          arrive(jointly + to * lasts + (isTransitive ? 0 : dm + 1), head, alone[place] as number[]);
    }
    for (const leg of ground.packages(s))
      if (leg.movers.every((dm) => movers.includes(dm) && counts(dm, s, leg.to)))
        arrive(jointly + leg.to * lasts, head, leg.movers);
    if (jointly === 0 && joint !== undefined)
      for (const leg of joint(s)) arrive(layer + leg.to * lasts, head, leg.movers);
  }
  const stateOf = (node: number): StateIndex => Math.floor((node % layer) / lasts);
  const isAt = (s: StateIndex, part: number): boolean => {
    for (let last = 0; last < lasts; last += 1)
      if ((before[part + s * lasts + last] ?? unmet) !== unmet) return true;
    return false;
  };
  return {
    states: () => [...new Set(queue.map(stateOf))],
    reaches: (s) => isAt(s, 0) || isAt(s, layer),
    way: (s) => {
      const part = isAt(s, 0) ? 0 : layer;
      let head = queue.findIndex((node) => stateOf(node) === s && node >= part && node < part + layer);
      if (head < 0) return undefined;
      const legs: Leg[] = [];
      for (; head > 0; head = before[queue[head] as number] as number)
        legs.push({ movers: byWhom[head] as readonly number[], to: stateOf(queue[head] as number) });
      return legs.reverse();
    },
  };
}

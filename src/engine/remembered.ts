// Keeps what was worked out once, so that a plain definition may ask for it again and again.
import type { GraphModel, StateIndex } from '../model/index.ts';
import { decisionMakersOf, movesFrom } from '../model/index.ts';
import type { Next } from './sequences.ts';

/** `work(s)`, worked out at most once for each s. */
export function remembered<T>(work: (s: StateIndex) => T): (s: StateIndex) => T {
  const known = new Map<StateIndex, T>();
  return (s) => {
    let value = known.get(s);
    if (value === undefined) {
      value = work(s);
      known.set(s, value);
    }
    return value;
  };
}

/** R_i(s) of every decision maker i, each list worked out at most once. */
export function rememberedMoves(model: GraphModel): Next {
  const tables = Array.from({ length: decisionMakersOf(model) }, (_, dm) =>
    remembered((s) => movesFrom(model.moves, dm, s)),
  );
  return (dm, s) => tables[dm](s);
}

/** Items that are drawn from their source only as far as somebody asks, and kept for the next who asks. */
export interface Drawn<T> {
  /** Is there an item of which the test is true? */
  readonly some: (test: (item: T) => boolean) => boolean;
}

/** The items of `source`, to be asked for again and again. */
export function drawnFrom<T>(source: Iterable<T>): Drawn<T> {
  const known: T[] = [];
  let rest: Iterator<T> | undefined = source[Symbol.iterator]();
  const drawMore = (): boolean => {
    const item = rest?.next();
    if (item === undefined || item.done === true) {
      rest = undefined;
      return false;
    }
    known.push(item.value);
    return true;
  };
  return {
    some: (test) => {
      for (let place = 0; place < known.length || drawMore(); place += 1) if (test(known[place])) return true;
      return false;
    },
  };
}

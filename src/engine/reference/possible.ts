// Decides whether some completion of the unknown pairs makes a state stable where the others' answers depend on it.
import type { Concept, GraphModel, StateIndex } from '../../model/index.ts';
import { compare } from '../../model/index.ts';
import { someReading } from '../readings.ts';
import type { Next, Reached } from '../sequences.ts';
import { pathOf, sequences } from '../sequences.ts';
import type { Sanctions } from '../solution.ts';
import { isCountered } from './definitions.ts';
import type { View } from './view.ts';
import { improvingMoves, othersThan } from './view.ts';

/** A move over an unknown pair, taken to be an improvement. */
interface Assumed {
  readonly dm: number;
  readonly from: StateIndex;
  readonly to: StateIndex;
}

/**
 * Is `s` stable for `dm` under seq or sseq in at least one completion? Rule [UNK3].
 *
 * A completion makes an unknown pair an improvement one way at most, but two replies, or one long reply, may need
 * both. So replies are sought with every unknown pair open both ways; where they use one pair both ways, either way is
 * closed in turn and the search repeated. Closing a way can only take replies away, and indifference closes both, so
 * nothing is missed.
 * @param view - of `dm`, under `someReading`
 * @complexity O(moves) where no pair is used both ways, times 2 for each pair that is
 */
export function possiblySequential(
  model: GraphModel,
  moves: Next,
  view: View,
  concept: Concept,
  dm: number,
  s: StateIndex,
  sanctions: Sanctions,
): boolean {
  const credible = improvingMoves(model, moves, someReading);
  const others = othersThan(model, dm);
  const deters = ({ state }: Reached): boolean =>
    view.isNoBetter(state, s) &&
    (!isCountered(concept) || view.moves(state).every((s3) => view.isNoBetter(s3, s)));

  const holds = (closed: ReadonlySet<string>): boolean => {
    const next: Next = (j, x) => credible(j, x).filter((q) => !closed.has(nameOf({ dm: j, from: x, to: q })));
    const assumed = new Map<string, Assumed>();
    for (const s1 of view.improvements(s)) {
      const reply = find(sequences(next, others, s1, model.size, sanctions), deters);
      if (reply === undefined) return false;
      for (const step of assumedBy(model, s1, reply)) assumed.set(nameOf(step), step);
    }
    const twoWay = [...assumed.values()].find((step) => assumed.has(nameOf(reverse(step))));
    if (twoWay === undefined) return true;
    return [twoWay, reverse(twoWay)].some((step) => holds(new Set([...closed, nameOf(step)])));
  };
  return holds(new Set());
}

function assumedBy(model: GraphModel, s1: StateIndex, reply: Reached): Assumed[] {
  let from = s1;
  return pathOf(reply).flatMap(({ decisionMaker, to }) => {
    const step = { dm: decisionMaker, from, to };
    from = to;
    return compare(model.relations[step.dm], step.to, step.from) === '?' ? [step] : [];
  });
}

const reverse = ({ dm, from, to }: Assumed): Assumed => ({ dm, from: to, to: from });
const nameOf = ({ dm, from, to }: Assumed): string => `${dm} ${from} ${to}`;

function find<T>(items: Iterable<T>, test: (item: T) => boolean): T | undefined {
  for (const item of items) if (test(item)) return item;
  return undefined;
}

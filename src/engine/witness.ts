// Says why a state is stable or not for a decision maker: the improvement left open, or the reply to each.
import type { Concept, GraphModel, StateIndex } from '../model/index.ts';
import { compare, movesFrom } from '../model/index.ts';
import { requireDecisionMaker, requireState } from './guard.ts';
import { counts, everyReading } from './readings.ts';
import { isCountered, isCredible } from './reference/definitions.ts';
import { improvingMoves, othersThan } from './reference/view.ts';
import { rememberedMoves } from './remembered.ts';
import { pathOf, sequences } from './sequences.ts';
import type { Reply, Settings, Step, Witness } from './solution.ts';
import { defaultSettings } from './solution.ts';
import { isTransitive, walkerOf, wayTo } from './walk.ts';

/** The shortest reply to s1 that ends in a state of which the test is true, if there is one. */
type FindReply = (s1: StateIndex, deters: (s2: StateIndex) => boolean) => readonly Step[] | undefined;

/**
 * Why `s` is stable for `dm` under `concept`, or why not; found anew, without a solution.
 *
 * Replies are shortest ones. Unknown pairs are read for the verdict *stable in every completion*: the witness of a
 * stable state holds in all of them, and an `open` improvement is one that some completion makes and leaves open.
 * Rules [WIT1], [WIT2], [WIT5].
 * @param dm - 0 ≤ dm < n
 * @param s - 0 ≤ s < m
 * @throws ImpasseError E2001 if there is no such decision maker or state
 * @complexity O(moves) for each improvement at worst; where a reply is near, far less
 */
export function witness(
  model: GraphModel,
  concept: Concept,
  dm: number,
  s: StateIndex,
  settings: Pick<Settings, 'sanctions'> = defaultSettings,
): Witness {
  requireDecisionMaker(model, dm);
  requireState(model, s);
  const relation = model.relations[dm];
  const improvements = movesFrom(model.moves, dm, s).filter((s1) =>
    counts(everyReading.leave, compare(relation, s1, s)),
  );
  if (improvements.length === 0) return { kind: 'no-improvement' };
  if (concept === 'nash') return { kind: 'open', improvement: improvements[0] };

  const isNoBetter = (q: StateIndex): boolean => counts(everyReading.deter, compare(relation, q, s));
  const deters = (s2: StateIndex): boolean =>
    isNoBetter(s2) && (!isCountered(concept) || movesFrom(model.moves, dm, s2).every(isNoBetter));
  const findReply = replyFinder(model, dm, isCredible(concept), settings.sanctions);
  const replies: Reply[] = [];
  for (const improvement of improvements) {
    const path = findReply(improvement, deters);
    if (path === undefined) return { kind: 'open', improvement };
    replies.push({ improvement, path });
  }
  return { kind: 'deterred', replies };
}

function replyFinder(
  model: GraphModel,
  dm: number,
  credible: boolean,
  sanctions: Settings['sanctions'],
): FindReply {
  const others = othersThan(model, dm);
  const by = credible ? 'improvements' : 'moves';
  if (sanctions === 'legal' && isTransitive(model, others, by)) {
    const walk = walkerOf(model, others, by);
    return (s1, deters) => {
      let found: StateIndex | undefined;
      const walked = walk(s1, (s2) => {
        if (deters(s2)) found = s2;
        return found !== undefined;
      });
      return found === undefined ? undefined : wayTo(walked, found);
    };
  }
  const moves = rememberedMoves(model);
  const next = credible ? improvingMoves(model, moves, everyReading) : moves;
  return (s1, deters) => {
    for (const reached of sequences(next, others, s1, model.size, sanctions))
      if (deters(reached.state)) return pathOf(reached);
    return undefined;
  };
}

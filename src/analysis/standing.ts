// Compares states with what happens without an agreement, for each decision maker.
import { walkerOf } from '../engine/index.ts';
import type { Comparison, Conflict, Fallback, Relation, StateIndex } from '../model/index.ts';
import { compare, graphModel, movesFrom } from '../model/index.ts';

/** How a state stands to the fallback for one decision maker: better, worse, equal, or not known. */
export type Standing = Comparison;

/**
 * How every state stands to what happens without an agreement.
 *
 * Against a fallback state this is the preference itself. Against a decision maker's security level it is
 *
 *   s ≿ Sec_i  iff  for each q ∈ {s₀} ∪ R_i(s₀) there is r ∈ {q} ∪ R_{N∖i}(q) with r ≾_i s,
 *
 * s₀ the status quo: whatever i does first, the others could hold it down to what s gives.          Rule [DEA3].
 * With unknown pairs a comparison that is not the same whatever they turn out to be is unknown.
 * @returns a function of decision maker and state
 * @complexity O(1) for each answer against a state; against security O(number of distinct levels that the others can
 *   hold it down to), and once for each decision maker O(m n) for each of its first moves
 * @source The maximin ("security") level of cooperative bargaining, over moves of the graph.
 */
export function standings(
  conflict: Conflict,
  fallback: Fallback = conflict.fallback,
): (dm: number, s: StateIndex) => Standing {
  const relations = conflict.preferences.map(({ relation }) => relation);
  if (fallback.kind === 'state') return (dm, s) => compare(relations[dm] as Relation, s, fallback.state);
  const held = heldBy.get(conflict) ?? [];
  heldBy.set(conflict, held);
  return (dm, s) => {
    held[dm] ??= responsesTo(conflict, dm);
    const relation = relations[dm] as Relation;
    // The decision maker picks its best first move: the one that s has most difficulty to match.
    return hardest(
      held[dm]?.map((responses) => easiest(responses.map((r) => compare(relation, s, r)))) ?? [],
    );
  };
}

/** By conflict and decision maker, where the others can hold it: worked out once, since many answers ask for it. */
const heldBy = new WeakMap<Conflict, (readonly (readonly StateIndex[])[])[]>();

/** For the status quo and each first move of `dm` from it, where the others can hold it: one state of each level. */
function responsesTo(conflict: Conflict, dm: number): readonly (readonly StateIndex[])[] {
  const others = conflict.preferences.flatMap((_, other) => (other === dm ? [] : [other]));
  const walk = walkerOf(graphModel(conflict), others, 'moves');
  const { relation } = conflict.preferences[dm] as Conflict['preferences'][number];
  const held = [conflict.statusQuo, ...movesFrom(conflict.moves, dm, conflict.statusQuo)].map((q) => {
    const { steps } = walk(q);
    const reached: StateIndex[] = [];
    for (let r = 0; r < steps.length; r += 1) if ((steps[r] as number) >= 0) reached.push(r);
    return representatives(relation, reached);
  });
  // Of a complete preorder the first move that leads to the highest level counts alone.
  return relation.kind === 'preorder' ? [[furthest(held.flat(), relation.rank, 1)]] : held;
}

/** One state of each group that compares alike with every other; of a complete preorder the worst alone counts. */
function representatives(relation: Relation, states: readonly StateIndex[]): readonly StateIndex[] {
  if (relation.kind === 'preorder') return [furthest(states, relation.rank, -1)];
  if (relation.unknown.size > 0 || relation.settled !== undefined) return states;
  const byRanks = new Map<string, StateIndex>();
  for (const s of states) byRanks.set(relation.rankings.map((rank) => rank[s]).join(), s);
  return [...byRanks.values()];
}

/** The best (1) or the worst (-1) of some states. */
function furthest(states: readonly StateIndex[], rank: Int32Array, sign: 1 | -1): StateIndex {
  return states.reduce((found, s) =>
    sign * ((rank[s] as number) - (rank[found] as number)) > 0 ? s : found,
  );
}

/** Against the response that holds the decision maker down most: where s beats any response, it beats the worst. */
function easiest(words: readonly Standing[]): Standing {
  if (words.includes('>')) return '>';
  if (words.includes('?')) return '?';
  return words.includes('~') ? '~' : '<';
}

function hardest(words: readonly Standing[]): Standing {
  if (words.includes('<')) return '<';
  if (words.includes('?')) return '?';
  return words.includes('~') ? '~' : '>';
}

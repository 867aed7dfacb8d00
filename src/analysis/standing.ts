// Compares states with what happens without an agreement, for each decision maker.
import { coalitionMoves } from '../engine/index.ts';
import type { Comparison, Conflict, Fallback, StateIndex } from '../model/index.ts';
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
 * @returns a function of decision maker and state
 * @complexity O(1) for each answer against a state; O(size of what the others reach) against security
 * @source The maximin ("security") level of cooperative bargaining, over moves of the graph.
 */
export function standings(
  conflict: Conflict,
  fallback: Fallback = conflict.fallback,
): (dm: number, s: StateIndex) => Standing {
  const relations = conflict.preferences.map(({ relation }) => relation);
  if (fallback.kind === 'state') {
    return (dm, s) => compare(relations[dm] as (typeof relations)[number], s, fallback.state);
  }
  const model = graphModel(conflict);
  const held: (readonly (readonly StateIndex[])[])[] = [];
  return (dm, s) => {
    held[dm] ??= [conflict.statusQuo, ...movesFrom(conflict.moves, dm, conflict.statusQuo)].map((q) => [
      q,
      ...coalitionMoves(model, others(relations.length, dm), q),
    ]);
    const words = (held[dm] as readonly (readonly StateIndex[])[]).map((responses) =>
      worst(responses.map((r) => compare(relations[dm] as (typeof relations)[number], s, r))),
    );
    // The decision maker picks its best first move: the one that s has most difficulty to match.
    return worstFor(words);
  };
}

/** Against the response that holds the decision maker down most: where s beats any response, it beats the worst. */
function worst(words: readonly Standing[]): Standing {
  if (words.includes('>')) return '>';
  if (words.includes('?')) return '?';
  return words.includes('~') ? '~' : '<';
}

function worstFor(words: readonly Standing[]): Standing {
  if (words.includes('<')) return '<';
  if (words.includes('?')) return '?';
  return words.includes('~') ? '~' : '>';
}

function others(count: number, dm: number): readonly number[] {
  return Array.from({ length: count }, (_, other) => other).filter((other) => other !== dm);
}

// Decides whether a state is held by a threat of something merely worse, or of something much worse.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Concept, GraphModel, StateIndex } from '../model/index.ts';
import { denseRank, rankByStatements } from '../model/index.ts';
import { everyReading } from './readings.ts';
import { definitions } from './reference/definitions.ts';
import { viewOf } from './reference/view.ts';
import { rememberedMoves } from './remembered.ts';
import { conceptBit } from './solution.ts';

/** A preference with two degrees: a complete preorder, and whether one state is preferred to another by far. */
export interface StrengthPreference {
  /** Higher for better. Shape (m,). */
  readonly rank: Int32Array;
  /** a >> b: a is greatly preferred to b. Implies rank(a) > rank(b). */
  readonly isMuchBetter: (a: StateIndex, b: StateIndex) => boolean;
}

/** The concepts that have a strong form; nash has none. */
export const strengthConcepts: readonly Concept[] = ['gmr', 'smr', 'seq', 'sseq'];

/**
 * Stability in two degrees, bits as in a `Solution`: `strong[i][s]` is set where s is strongly stable for i, and
 * `weak[i][s]` where it is stable, not strongly. n arrays of shape (m,).
 */
export interface StrengthSolution {
  readonly strong: readonly Uint8Array[];
  readonly weak: readonly Uint8Array[];
  readonly complete: boolean;
}

/**
 * The preference that statements give, of which some are marked strong.
 *
 * A statement that holds in s adds 2^(k-j) for the j-th of k, a strong one 2^k more; s is preferred by the greater sum,
 * and greatly where the difference is at least 2^k. Written as two numbers, the count of strong statements that hold
 * and the rank of the plain sum: a >> b iff a has two more of them, or one more and no smaller plain sum. So strong
 * statements outweigh all mild ones, wherever they stand in the list.                                Rule [STR1].
 * @param truths - k arrays of shape (m,), most important first
 * @param isStrong - for each statement
 * @source Hamouda, Kilgour & Hipel 2004 (degrees); the sum as in the program NUAAGMCR.
 * @example strengthByStatements([Uint8Array.of(1, 0)], [true], 2).isMuchBetter(0, 1) // => true
 */
export function strengthByStatements(
  truths: readonly Uint8Array[],
  isStrong: readonly boolean[],
  size: number,
): StrengthPreference {
  const plain = rankByStatements(truths, size);
  const strong = new Int32Array(size);
  truths.forEach((truth, place) => {
    if (isStrong[place]) for (let s = 0; s < size; s += 1) strong[s] += truth[s];
  });
  const levels = plain.reduce((most, level) => Math.max(most, level + 1), 1);
  return {
    rank: denseRank(plain.map((level, s) => strong[s] * levels + level)),
    isMuchBetter: (a, b) => {
      const more = strong[a] - strong[b];
      return more >= 2 || (more === 1 && plain[a] >= plain[b]);
    },
  };
}

/**
 * Strong and weak stability.
 *
 * s is stable for i as the plain definitions have it, mild and strong improvements alike. It is strongly stable where
 * the definition still holds with "much worse than s" in the place of "no better than s": each improvement has an
 * answer s2 with s >> s2, and under smr and sseq every counter-move s3 has s >> s3 as well. Where nothing tempts, both
 * hold of nothing and the state is strongly stable. The others' improvements may be of either degree.
 * Rules [STR2], [STR3]; sseq is an extension by analogy.
 * @param model - its relations are not looked at
 * @param preferences - one for each of the n decision makers
 * @complexity as `referenceSolve`
 * @source Hamouda, Kilgour & Hipel 2004, 2006.
 */
export function strengthSolve(
  model: GraphModel,
  preferences: readonly StrengthPreference[],
  concepts: readonly Concept[] = strengthConcepts,
  watch: Watch = unwatched,
): StrengthSolution {
  const ranked: GraphModel = {
    ...model,
    relations: preferences.map(({ rank }) => ({ kind: 'preorder', rank })),
  };
  const moves = rememberedMoves(ranked);
  const strong = preferences.map(() => new Uint8Array(model.size));
  const weak = preferences.map(() => new Uint8Array(model.size));
  for (const [dm, { isMuchBetter }] of preferences.entries()) {
    const view = viewOf(ranked, moves, dm, 'legal', everyReading);
    const strongView = { ...view, isNoBetter: (q: StateIndex, s: StateIndex) => isMuchBetter(s, q) };
    for (let s = 0; s < model.size; s += 1) {
      if (watch.stopped()) return { strong, weak, complete: false };
      for (const concept of concepts) {
        if (concept === 'nash') continue;
        if (definitions[concept](strongView, s)) strong[dm][s] |= conceptBit(concept);
        else if (definitions[concept](view, s)) weak[dm][s] |= conceptBit(concept);
      }
    }
  }
  return { strong, weak, complete: true };
}

// Decides symmetric metarationality (SMR): any answer is feared from which no counter-move escapes.
import type { Definition } from './view.ts';

/**
 * ∀ s1 ∈ R_i^+(s) ∃ s2 ∈ R_{N-i}(s1): s2 ≾_i s and ∀ s3 ∈ R_i(s2): s3 ≾_i s. Rule [SMR1].
 * @source Howard 1971; Fang, Hipel & Kilgour 1993.
 */
export const smr: Definition = ({ improvements, replies, moves, isNoBetter }, s) =>
  improvements(s).every((s1) =>
    replies(s1).some((s2) => isNoBetter(s2, s) && moves(s2).every((s3) => isNoBetter(s3, s))),
  );

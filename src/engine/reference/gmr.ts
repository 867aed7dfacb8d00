// Decides general metarationality (GMR): any answer of the others, whatever it costs them, is feared.
import type { Definition } from './view.ts';

/**
 * ∀ s1 ∈ R_i^+(s) ∃ s2 ∈ R_{N-i}(s1): s2 ≾_i s. Rule [GMR1].
 * @source Howard 1971; Fang, Hipel & Kilgour 1993.
 */
export const gmr: Definition = ({ improvements, replies, isNoBetter }, s) =>
  improvements(s).every((s1) => replies(s1).some((s2) => isNoBetter(s2, s)));

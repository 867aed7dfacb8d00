// Decides sequential stability (SEQ): only answers by which the others improve are feared.
import type { Definition } from './view.ts';

/**
 * ∀ s1 ∈ R_i^+(s) ∃ s2 ∈ R_{N-i}^+(s1): s2 ≾_i s. Rule [SEQ1].
 * @source Fraser & Hipel 1979; Fang, Hipel & Kilgour 1993.
 */
export const seq: Definition = ({ improvements, credibleReplies, isNoBetter }, s) =>
  improvements(s).every((s1) => credibleReplies(s1).some((s2) => isNoBetter(s2, s)));

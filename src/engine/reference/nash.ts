// Decides stability where nobody's answer is foreseen (R, after Nash).
import type { Definition } from './view.ts';

/**
 * R_i^+(s) = ∅. Rule [NSH1].
 * @source Nash 1950; Fang, Hipel & Kilgour 1993.
 */
export const nash: Definition = ({ improvements }, s) => improvements(s).length === 0;

// Says what solving a model gives: for every decision maker, state and concept, stable or not, and how it was found.
import type { Concept } from '../model/index.ts';
import { concepts } from '../model/index.ts';

/**
 * How the others may answer an improvement: by any legal sequence (no decision maker twice in succession), by a
 * sequence in which each moves at most once (as GMCR+ has it), or by one move of one of them.
 */
export type Sanctions = 'legal' | 'once' | 'single';

/** What a solution depends on beside the model. */
export interface Settings {
  readonly concepts: readonly Concept[];
  readonly sanctions: Sanctions;
}

/** Every concept, legal sequences. */
export const defaultSettings: Settings = { concepts, sanctions: 'legal' };

/**
 * Stability of every state for every decision maker.
 *
 * `stable[dm][s]` has bit `conceptBit(c)` set where state s is stable for dm under concept c in *every* completion of
 * the unknown pairs, `possible[dm][s]` where it is in *some*; without unknown pairs they are the same arrays.
 * n arrays of shape (m,).
 */
export interface Solution {
  readonly method: 'reference' | 'fast';
  readonly settings: Settings;
  readonly stable: readonly Uint8Array[];
  readonly possible: readonly Uint8Array[];
  /** False where the work was stopped: then only the bits that are set may be relied on. */
  readonly complete: boolean;
}

/**
 * The bit of a concept in the arrays of a solution.
 * @example conceptBit('gmr') // => 2
 */
export function conceptBit(concept: Concept): number {
  return 1 << concepts.indexOf(concept);
}

/** A move of one decision maker. */
export interface Step {
  readonly decisionMaker: number;
  readonly to: number;
}

/** How the others answer one improvement. */
export interface Reply {
  /** The state s1 to which the decision maker would improve. */
  readonly improvement: number;
  /** The others' moves from there to the sanction, the last step's state; may be empty only if s1 itself is one. */
  readonly path: readonly Step[];
}

/**
 * Why a state is stable or unstable for a decision maker under a concept; re-checkable without the engine.
 *
 * - `no-improvement`: nothing better is within one move.
 * - `deterred`: every improvement has a reply that ends no better than the state itself (and, under smr and sseq,
 *   where no counter-move of the decision maker escapes).
 * - `open`: this improvement has none.
 */
export type Witness =
  | { readonly kind: 'no-improvement' }
  | { readonly kind: 'deterred'; readonly replies: readonly Reply[] }
  | { readonly kind: 'open'; readonly improvement: number };

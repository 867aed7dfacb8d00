// Says what a change to an account is that may unlock an agreement: its kind, what it touches, and whose change it is.
import type { Direction, Statement } from '../../model/index.ts';

/** Every kind of change that is tried unless fewer are asked for, in the order in which they are tried. */
export const editKinds = [
  'lift',
  'phase',
  'one-way',
  'two-way',
  'offer',
  'link',
  'consent',
  'joint',
  'soften',
  'simultaneous',
  'move',
  'drop',
] as const;

/** `negate` turns a wish into its opposite: it shows what a verdict hangs on and is no proposal. */
export type EditKind = (typeof editKinds)[number] | 'negate';

/** Every kind, the diagnostic one last. */
export const allEditKinds: readonly EditKind[] = [...editKinds, 'negate'];

/** A change of one statement of a preference list; `place` counts from 0, `premise` is `DM.k`. */
interface OfStatement {
  readonly decisionMaker: string;
  readonly premise: string;
  readonly place: number;
}

/**
 * One change. What each kind does to an account is said by rules [UNL10] to [UNL21].
 *
 * - `drop`: the statement goes. `negate`: its opposite stands in its place.
 * - `soften`: the statement is waived once somebody else has taken a step. `option` is that step's option, `offer`
 *   the offer that it comes from, if any.
 * - `simultaneous`: "not before the others" becomes "exactly when the others".
 * - `move`: the statement stands at another place of its list; places count from 1.
 * - `lift`: a legal or assumed bar goes; it is its decision maker's where it speaks of one decision maker's options.
 * - `phase`: the option gets a first step that can be taken back and that the others count as the whole.
 * - `one-way`: a change of the option against the status quo cannot be undone. `two-way`: it can.
 * - `offer`: the decision maker gets an option that the case offers.
 * - `link`: two steps of two decision makers are taken together and fall together.
 * - `consent`: an agreement no longer needs this signatory.
 * - `joint`: these decision makers may move at once, where all of them gain.
 */
export type Edit =
  | (OfStatement & { readonly kind: 'drop' })
  | (OfStatement & { readonly kind: 'negate' | 'simultaneous'; readonly becomes: Statement })
  | (OfStatement & {
      readonly kind: 'soften';
      readonly option: string;
      readonly offer?: string;
      readonly becomes: Statement;
    })
  | (OfStatement & { readonly kind: 'move'; readonly from: number; readonly to: number })
  | {
      readonly kind: 'lift';
      readonly decisionMaker?: string;
      readonly premise: string;
      readonly place: number;
    }
  | { readonly kind: 'phase' | 'two-way'; readonly decisionMaker: string; readonly option: string }
  | {
      readonly kind: 'one-way';
      readonly decisionMaker: string;
      readonly option: string;
      readonly direction: Direction;
    }
  | {
      readonly kind: 'offer';
      readonly decisionMaker: string;
      readonly offer: string;
      readonly option: string;
    }
  | {
      readonly kind: 'link';
      readonly members: readonly [string, string];
      readonly options: readonly [string, string];
    }
  | { readonly kind: 'consent'; readonly decisionMaker: string }
  | { readonly kind: 'joint'; readonly members: readonly string[] };

/** A change of one statement of a list. */
export type StatementEdit = Edit & {
  readonly kind: 'drop' | 'negate' | 'soften' | 'simultaneous' | 'move';
};

/** Does the change touch one decision maker's list alone, and nothing of states and moves? */
export function isStatementEdit(edit: Edit): edit is StatementEdit {
  return ['drop', 'negate', 'soften', 'simultaneous', 'move'].includes(edit.kind);
}

/**
 * Whose change it is: nobody's where a bar that speaks of several decision makers, or of none, is lifted.
 * @example ownersOf({ kind: 'joint', members: ['moe', 'uniroyal'] }) // => ['moe', 'uniroyal']
 */
export function ownersOf(edit: Edit): readonly string[] {
  if (edit.kind === 'link' || edit.kind === 'joint') return edit.members;
  return edit.decisionMaker === undefined ? [] : [edit.decisionMaker];
}

/**
 * What a set of changes costs: how many decision makers have to change or to do something. No weight is invented.
 *                                                                                              Rule [UNL7].
 * @example costOf([{ kind: 'joint', members: ['moe', 'uniroyal'] }, { kind: 'consent', decisionMaker: 'moe' }]) // => 2
 */
export function costOf(edits: readonly Edit[]): number {
  return new Set(edits.flatMap(ownersOf)).size;
}

// Says what a rule proposes, before names are resolved and the rest is coded.
import type { Grade, StatementKind } from '../types/statement.ts';
import type { Mention } from './names.ts';

/** A stretch of the body that a rule takes for a statement. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly grade: Grade;
  readonly quoted: boolean;
  /** Who speaks; of `mental`, whose mind it is; empty for the author and where nobody is named. */
  readonly mentions: readonly Mention[];
  readonly addressees: readonly Mention[];
  readonly attribution: { readonly start: number; readonly end: number } | null;
  readonly kind?: StatementKind;
  readonly rule: string;
  readonly score: number;
  /** The candidate, by position in the unit, within which this one is reported. */
  readonly isNested?: true;
}

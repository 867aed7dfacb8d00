// Says what a coded statement is: who says what of what, where it stands, and who coded it.
import type { Anchor, Quote } from './span.ts';

/**
 * How the document gives the statement: in the speaker's own words, partly so, in others' words, in the author's own
 * voice, as what somebody is said to think or want, or as something that nobody named vouches for.
 */
export const grades = ['direct', 'mixed', 'indirect', 'author', 'mental', 'rumour'] as const;
export type Grade = (typeof grades)[number];

/** What a statement does in the conflict. */
export const statementKinds = [
  'demand',
  'precondition',
  'offer',
  'refusal',
  'threat',
  'commitment',
  'accusation',
  'denial',
  'constraint',
  'incentive',
  'prediction',
  'action',
  'position',
] as const;
export type StatementKind = (typeof statementKinds)[number];

/** From strongly against to strongly for; `conditional` where it depends on `condition`; null where it is not known. */
export type Stance = -2 | -1 | 0 | 1 | 2 | 'conditional' | null;

/** Whether the document says who the source is; `author` where it is the author. */
export const sourceIdentities = ['named', 'unnamed', 'author'] as const;
export type SourceIdentity = (typeof sourceIdentities)[number];

export const statementStatuses = ['suggested', 'accepted', 'rejected', 'adjudicated'] as const;
export type StatementStatus = (typeof statementStatuses)[number];

/** A concept of the codebook that may be meant, and how well it fits, in [0, 1]. */
export interface ConceptGuess {
  readonly concept: string;
  readonly score: number;
}

/** A date in the sentence, resolved against the document's. */
export interface DatedQuote extends Quote {
  /** ISO 8601. */
  readonly date: string;
}

/** What is coded of a statement: all that a person may change. */
export interface Coding extends Anchor {
  /** Whose words: ids of actors, or names as the document has them. */
  readonly speaker: readonly string[];
  /** Whose stance. */
  readonly holder: readonly string[];
  /** To whom it is said. */
  readonly addressee: readonly string[];
  readonly grade: Grade;
  /** Whether the span holds words in quotation marks, or is such words. */
  readonly quoted: boolean;
  readonly source: SourceIdentity;
  readonly kind: StatementKind;
  /** An id of the codebook. */
  readonly concept: string | null;
  readonly stance: Stance;
  /** The words on which it depends: "until ...", "only if ...". */
  readonly condition: string | null;
}

/** What a change did, so that it can be undone: the fields as they were. */
export interface Change {
  /** ISO 8601, as the caller's clock has it. */
  readonly at: string;
  readonly by: string;
  /** Values before the change, of the fields that it changed. */
  readonly before: Partial<Coding> & { readonly status?: StatementStatus };
}

/** One statement of a document. */
export interface Statement extends Coding {
  readonly id: string;
  readonly document: string;
  /** Words that weaken it: highlighted, never scored. */
  readonly hedges: readonly Quote[];
  /** Words that judge: highlighted, never scored. */
  readonly loaded: readonly Quote[];
  /** The document's words that say who speaks. */
  readonly attribution: Quote | null;
  /** The statement within which this one is reported. */
  readonly within: string | null;
  readonly concepts: readonly ConceptGuess[];
  readonly dates: readonly DatedQuote[];
  /** The person, rule or model that coded it: a name, `rules`, or a model's name. */
  readonly coder: string;
  readonly origin: 'human' | `rule:${string}` | `model:${string}`;
  /** The rule that suggested it; null where none did. */
  readonly rule: string | null;
  /** How sure the suggestion was, in [0, 1]; kept when it is accepted; null where a person coded it. */
  readonly score: number | null;
  readonly status: StatementStatus;
  /** Oldest first. */
  readonly history: readonly Change[];
}

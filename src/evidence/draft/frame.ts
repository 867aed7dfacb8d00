// Says what a draft takes from the case that it is for, and what comes out of it.
import type { BarKind, Word } from '../../model/index.ts';
import type { Codebook } from '../types/codebook.ts';
import type { Document } from '../types/document.ts';
import type { Statement } from '../types/statement.ts';

/** A decision maker of the case, with the options that it has. */
export interface FrameDecisionMaker {
  readonly id: string;
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** What a case already declares; all of it may be missing. */
export interface CaseFrame {
  readonly decisionMakers: readonly FrameDecisionMaker[];
  readonly sources: readonly string[];
  /** The formulas or patterns of its agreements. */
  readonly agreements: readonly string[];
  readonly hasStatusQuo: boolean;
  /** The bars of the base, as they stand in the file. */
  readonly infeasible: readonly unknown[];
  /** Undefined where the file has no such list. */
  readonly accounts: readonly FrameAccount[] | undefined;
}

/** An account of the case, and which statements it is known to put before which, by decision maker. */
export interface FrameAccount {
  readonly id: string;
  /** What it states, as it stands in the file. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, readonly (readonly [above: string, below: string])[]>>;
}

/** A case that declares nothing. */
export const emptyFrame: CaseFrame = {
  decisionMakers: [],
  sources: [],
  agreements: [],
  hasStatusQuo: false,
  infeasible: [],
  accounts: undefined,
};

/** What is known of a document that statements were taken from. */
export type DraftSource = Pick<Document, 'id' | 'title' | 'author' | 'outlet' | 'date' | 'url' | 'genre'>;

/** What a draft is made of. */
export interface DraftInput {
  readonly frame: CaseFrame;
  readonly sources: readonly DraftSource[];
  /** Those to be used: who chooses by status does so before. */
  readonly statements: readonly Statement[];
  readonly codebook: Codebook;
  /** Statements that a person has made infeasibilities, each with its kind. */
  readonly bars?: ReadonlyMap<string, BarKind>;
}

/** Why a statement makes no part of an account. */
export type LeftOutReason =
  | 'no-concept'
  | 'unknown-concept'
  | 'no-option'
  | 'no-owner'
  | 'no-stance'
  | 'neutral'
  | 'no-decision-maker'
  | 'condition-unclear'
  | 'interest-without-position'
  | 'reprint';

export interface LeftOut {
  readonly statement: string;
  readonly reason: LeftOutReason;
  /** One sentence. */
  readonly says: string;
}

/** A preference statement as drafted. */
export interface DraftPremise {
  readonly decisionMaker: string;
  /** The formula. */
  readonly text: string;
  /** Ids of the statements behind it, in the order in which they stand. */
  readonly evidence: readonly string[];
  readonly word: Word;
  /** The interest behind it, where one is coded. */
  readonly because?: string;
  /** How many statements say it, reprints counted once: shown, and never a rank. */
  readonly count: number;
  /** A ban or an "impossible" that is taken as a cost. */
  readonly isCost: boolean;
  /** Formulas further down the list that are known to matter less. */
  readonly before: readonly string[];
}

/** A bar that a person chose. */
export interface DraftBar {
  readonly when: string;
  readonly kind: BarKind;
  readonly because: string;
  readonly evidence: readonly string[];
}

/** Two statements order a pair of premises. */
export interface DraftOrder {
  readonly decisionMaker: string;
  readonly above: string;
  readonly below: string;
  /** The statement that says so; nothing for an answer that the case already holds. */
  readonly statement?: string;
}

/** Stances of one decision maker that contradict each other; both are kept. */
export interface Contradiction {
  readonly decisionMaker: string;
  readonly option: string;
  /** Who holds both, where it is the same one. */
  readonly holders: readonly string[];
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** What one author's documents make. */
export interface DraftAccount {
  readonly id: string;
  readonly name: string;
  readonly by: { readonly name: string; readonly side?: string; readonly kind?: string };
  readonly sources: readonly string[];
  /** Keys, in the order of the case. */
  readonly options: readonly string[];
  /** What is taken, where the case does not say where things stand; each with the statements that say so. */
  readonly statusQuo?: readonly string[];
  readonly statusQuoEvidence: readonly string[];
  readonly premises: readonly DraftPremise[];
  readonly bars: readonly DraftBar[];
  readonly orders: readonly DraftOrder[];
  readonly contradictions: readonly Contradiction[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
}

/** A concept or an option that the draft could not use. */
export interface Unused {
  readonly concept: string;
  readonly reason: 'no-option' | 'no-owner';
  readonly says: string;
}

/** A whole draft. */
export interface Draft {
  /** Those of the case, and those that the codebook brings, with all their options. */
  readonly decisionMakers: readonly FrameDecisionMaker[];
  readonly accounts: readonly DraftAccount[];
  /** Proposed where the case names no agreement. */
  readonly agreement?: { readonly when: string; readonly evidence: readonly string[] };
  readonly unused: readonly Unused[];
}

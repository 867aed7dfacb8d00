// Says what every suggester is, whether it goes by rules or asks a model: it proposes, a person accepts.
import type { Watch } from '../../base/index.ts';
import type { Codebook } from './codebook.ts';
import type { Document } from './document.ts';
import type { Statement } from './statement.ts';

/** What a suggester found. */
export interface Suggested {
  readonly statements: readonly Statement[];
  /** How much of the body was looked at, in UTF-16 units. */
  readonly read: number;
  /** The watch, or a limit, ended it before the body did. */
  readonly truncated: boolean;
}

/** Proposes statements, in the order of the text, each with status `suggested`. */
export type Suggester = (document: Document, codebook: Codebook, watch: Watch) => Suggested;

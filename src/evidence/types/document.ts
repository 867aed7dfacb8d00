// Says what a document is: a text that never changes, and where it came from.

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/** What is known of a document beside its text; a date is ISO 8601, as precise as it is known. */
export interface Metadata {
  readonly title?: string;
  readonly author?: string;
  readonly outlet?: string;
  readonly date?: string;
  readonly url?: string;
  readonly language?: string;
  readonly genre?: string;
}

/** A document as it was read. Statements point into `body`, which is kept as it was found, line ends and all. */
export interface Document extends Metadata {
  readonly id: string;
  readonly format: DocumentFormat;
  /** Of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** Where the body begins in the file as decoded, in UTF-16 units, a byte-order mark not counted; 0 where the body was extracted. */
  readonly offset: number;
  readonly body: string;
}

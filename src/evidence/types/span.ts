// Says what a stretch of a document's body is, and what is kept to find it again in a changed text.

/** Offsets into a body in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch with its text: `text === body.slice(start, end)`. */
export interface Quote extends Span {
  readonly text: string;
}

/** A quote with the text on both sides of it, by which it is found again. */
export interface Anchor extends Quote {
  readonly prefix: string;
  readonly suffix: string;
}

// Says what a converter gives: a body made from a file, and what the file says of itself.
import type { Metadata } from '../../src/evidence/index.ts';

export interface Extracted {
  readonly body: string;
  readonly metadata: Metadata;
}

/** Why nothing could be taken from a file. */
export class Unreadable extends Error {
  readonly code: 'E3003' | 'E3005' | 'E3006' | 'E3007' | 'E3008';
  readonly hint: string | undefined;

  constructor(code: Unreadable['code'], message: string, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

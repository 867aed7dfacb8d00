// Says what is wrong with something a user wrote, and where; a programmer's mistake is an exception instead.
import type { Code } from './codes.ts';
import { codes } from './codes.ts';

/** A place in a text: UTF-16 offset from 0, line and column from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text in a file, end exclusive. */
export interface Place {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
}

/** One problem in what a user wrote. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** One sentence: what is wrong. */
  readonly message: string;
  /** Where; missing only where the problem is not in a text. */
  readonly at?: Place;
  /** What would have been right, where that can be said in a phrase. */
  readonly expected?: string;
  /** The valid name nearest to the one found. */
  readonly nearest?: string;
  /** The way out, where it is not plain from what was expected. */
  readonly hint?: string;
}

/** A value where there is one, and everything that was noticed on the way to it. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes a diagnostic; its severity is the one registered for the code.
 * @example diagnostic('E2001', 'state 9 is outside the model').severity // => 'error'
 */
export function diagnostic(
  code: Code,
  message: string,
  more: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {},
): Diagnostic {
  return { code, severity: codes[code].severity, message, ...more };
}

/**
 * Is one of them an error?
 * @example hasErrors([]) // => false
 */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** A caller's mistake: thrown, never shown to a user as a finding. */
export class ImpasseError extends Error {
  readonly code: Code;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: Code, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(`${code}: ${message}`);
    this.name = 'ImpasseError';
    this.code = code;
    this.data = data;
  }
}

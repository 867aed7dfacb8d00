// Lists every diagnostic code once, with its severity and its meaning; a code is never reused for another meaning.

/** What a code stands for, whatever the message of one occurrence says. */
export interface CodeEntry {
  readonly severity: 'error' | 'warning';
  readonly meaning: string;
}

const error = (meaning: string): CodeEntry => ({ severity: 'error', meaning });
const warning = (meaning: string): CodeEntry => ({ severity: 'warning', meaning });

/**
 * E10xx the case file, E11xx expressions and patterns, E12xx names and parts, E13xx states that do not fit,
 * E2xxx misuse of the library, E40xx other formats, E50xx the command line; W10xx reading, W2xxx lint of a model.
 */
export const codes = {
  E2001: error('an index is outside the model'),
  E2002: error('the engine cannot take this kind of model'),
} as const satisfies Readonly<Record<string, CodeEntry>>;
void warning;

/** A registered diagnostic code. */
export type Code = keyof typeof codes;

// Solves an account again after a change, for the questions that ask what a premise does.
import type { Account } from '../model/index.ts';
import { conflictOf } from '../model/index.ts';
import type { AccountAnalysis, Question } from './account-analysis.ts';
import { analyzeConflict } from './account-analysis.ts';

/** Conflicts with more states than this are not solved again for every premise. */
export const whatIfLimit = 2 ** 12;

/**
 * The analysis of a changed account; nothing where the change leaves no model, such as a ranking that no longer fits.
 */
export function whatIf(account: Account, question: Question): AccountAnalysis | undefined {
  const { value } = conflictOf(account);
  return value === undefined ? undefined : analyzeConflict(value, question);
}

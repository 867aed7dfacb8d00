// Solves an account again after a change, for the questions that ask what a premise does.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Account } from '../model/index.ts';
import { conflictOf, defaultLimits } from '../model/index.ts';
import type { AccountAnalysis, Question } from './account-analysis.ts';
import { analyzeConflict } from './account-analysis.ts';
import { whatIfLimit } from './effort.ts';

/** A change that lifts a bar may add states, but not without end. */
const limits = { ...defaultLimits, states: 4 * whatIfLimit };

/**
 * The analysis of a changed account; nothing where the change leaves no model, such as a ranking that no longer fits,
 * or more than four times the states of the largest conflict that is asked, or where the work was stopped.
 */
export function whatIf(
  account: Account,
  question: Question,
  watch: Watch = unwatched,
): AccountAnalysis | undefined {
  const { value } = conflictOf(account, limits);
  if (value === undefined) return undefined;
  const analysis = analyzeConflict(value, question, quiet(watch));
  return analysis.complete ? analysis : undefined;
}

/** Progress is told of the whole work, not of each of its small solutions. */
function quiet({ stopped }: Watch): Watch {
  return { stopped };
}

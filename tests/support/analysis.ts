// Analyses an account of a case for a test.
import { expect } from 'vitest';
import type { AccountAnalysis } from '../../src/analysis/index.ts';
import { analyzeConflict } from '../../src/analysis/index.ts';
import { readCase } from '../../src/formats/index.ts';
import { conflictOf } from '../../src/model/index.ts';
import { textOf } from './repository.ts';

/**
 * The analysis of the first account, or of the one named.
 * @param given - a case's text, or the path of its file and a change to it; there must be nothing wrong with it
 */
export function analysisOf(given: {
  readonly text?: string;
  readonly file?: string;
  readonly edit?: (text: string) => string;
  readonly account?: string;
}): AccountAnalysis {
  const { text = textOf(given.file ?? ''), edit = (same) => same } = given;
  const { value, diagnostics } = readCase(edit(text), { uri: given.file ?? 'case.yaml' });
  expect(diagnostics).toEqual([]);
  const account = value!.accounts.find(({ id }) => given.account === undefined || id === given.account);
  return analyzeConflict(conflictOf(account!).value!);
}

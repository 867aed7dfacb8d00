// Gathers what is found about one account, for the commands that print or export it.
import type { AccountAnalysis, Question } from '../../src/analysis/index.ts';
import { analyzeConflict, lint, sensitivityOf, whyOf } from '../../src/analysis/index.ts';
import type { Conflict, StateIndex } from '../../src/model/index.ts';
import type { AccountFindings } from '../../src/report/index.ts';
import type { Terminal } from './terminal.ts';

/**
 * Everything that is found about one account.
 * @param states - those whose reasons are asked for
 */
export function findingsOf(
  conflict: Conflict,
  question: Question,
  terminal: Terminal,
  states: readonly StateIndex[] = [],
): AccountFindings {
  const analysis = analyzeConflict(conflict, question, terminal.watch);
  const sensitivity = sensitivityOf(analysis, undefined, terminal.watch);
  const why = states.flatMap((s) => whyAll(analysis, s));
  return {
    analysis,
    sensitivity,
    warnings: lint(analysis, terminal.watch),
    ...(why.length > 0 ? { why } : {}),
  };
}

function whyAll(analysis: AccountAnalysis, s: StateIndex): NonNullable<AccountFindings['why']> {
  const { conflict, stability, question } = analysis;
  return conflict.account.decisionMakers.flatMap((_, dm) =>
    question.concepts.map((concept) => whyOf(conflict, stability, concept, dm, s)),
  );
}

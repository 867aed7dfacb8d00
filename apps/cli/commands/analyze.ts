// The command `analyze`: what each account's model answers, with reasons.
import { InvalidArgumentError } from 'commander';
import type { Question } from '../../../src/analysis/index.ts';
import { defaultQuestion } from '../../../src/analysis/index.ts';
import type { Concept } from '../../../src/model/index.ts';
import type { AccountFindings } from '../../../src/report/index.ts';
import { caseJson, caseReport, whyReport } from '../../../src/report/index.ts';
import { findStates, reportUnknownStates } from '../find-states.ts';
import { findingsOf } from '../findings.ts';
import type { LoadedCase } from '../load-case.ts';
import { loadConflicts } from '../load-conflicts.ts';
import { collected, parseConcepts } from '../option-values.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface AnalyzeOptions {
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly concepts?: readonly Concept[];
  readonly sanctions: Question['sanctions'];
  readonly why?: readonly string[];
  readonly all?: true;
  readonly json?: true;
}

export const registerAnalyze: RegisterCommand = (program, terminal) => {
  program
    .command('analyze')
    .summary('say what follows from each account of a case, with reasons')
    .description(
      'Says, account by account, whether an agreement is possible, what is stable and why, and who blocks what.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--account <id>', 'only this account; may be given several times', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option(
      '--concepts <list>',
      'the concepts to judge by, the verdict by the first (default: seq, and the table shows all)',
      parseConcepts,
    )
    .option(
      '--sanctions <kind>',
      'how the others may answer: legal sequences, each once, or one single move',
      parseSanctions,
      'legal',
    )
    .option(
      '--why <state>',
      'explain one state, by its pattern (such as YNN), id or name, for each decision maker',
      collected,
    )
    .option('--all', 'list every state, however many there are')
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: AnalyzeOptions) => analyze(path, options, terminal));
};

function parseSanctions(value: string): Question['sanctions'] {
  if (value === 'legal' || value === 'once' || value === 'single') return value;
  throw new InvalidArgumentError('It is one of legal, once and single.');
}

function analyze(path: string, options: AnalyzeOptions, terminal: Terminal): void {
  const loaded = loadConflicts(path, options, terminal);
  if (loaded === undefined) return;
  const { conflicts } = loaded;
  const question: Question = {
    concepts: options.concepts ?? defaultQuestion.concepts,
    sanctions: options.sanctions,
  };
  const states =
    options.why === undefined
      ? undefined
      : conflicts.map((conflict) => findStates(conflict, options.why ?? []));
  if (states?.every((found) => found.length === 0) === true) {
    reportUnknownStates(options.why ?? [], conflicts, terminal);
    return;
  }
  const findings = conflicts.map((conflict, index) =>
    findingsOf(conflict, question, terminal, states?.[index]),
  );
  if (options.json === true) {
    for (const piece of caseJson(loaded.value.title, findings, options.all === true)) terminal.out(piece);
  } else {
    terminal.out(
      renderText(documentOf(loaded, findings, options), {
        columns: terminal.columns,
        colour: terminal.colour.out,
      }),
    );
  }
}

function documentOf(
  { value, statements }: LoadedCase,
  findings: readonly AccountFindings[],
  options: AnalyzeOptions,
): ReturnType<typeof caseReport> {
  return options.why === undefined
    ? caseReport(value, findings, options.all === true, statements)
    : findings.filter(({ why = [] }) => why.length > 0).flatMap((each) => whyReport(value, each, statements));
}

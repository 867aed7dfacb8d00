// The command `compare`: the accounts of a case side by side, and which premises part them.
import { analyzeConflict, compareAccounts, defaultQuestion } from '../../../src/analysis/index.ts';
import type { Concept } from '../../../src/model/index.ts';
import { comparisonJson, comparisonReport } from '../../../src/report/index.ts';
import { loadConflicts } from '../load-conflicts.ts';
import { collected, parseConcepts } from '../option-values.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface CompareOptions {
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly concepts?: readonly Concept[];
  readonly json?: true;
}

export const registerCompare: RegisterCommand = (program, terminal) => {
  program
    .command('compare')
    .summary('put the accounts of a case side by side, and say what decides between them')
    .description(
      'Asks every account the same questions, and finds the smallest set of premises that decides between two of them.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--account <id>', 'only these accounts; give it once for each, or a list with commas', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option(
      '--concepts <list>',
      'the concepts to judge by, the verdict by the first (default: seq)',
      parseConcepts,
    )
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: CompareOptions) => compare(path, options, terminal));
};

function compare(path: string, options: CompareOptions, terminal: Terminal): void {
  const loaded = loadConflicts(path, options, terminal);
  if (loaded === undefined) return;
  const { conflicts } = loaded;
  const question = { ...defaultQuestion, concepts: options.concepts ?? defaultQuestion.concepts };
  const analyses = conflicts.map((conflict) => analyzeConflict(conflict, question, terminal.watch));
  const comparison = compareAccounts(loaded.value, analyses, terminal.watch);
  terminal.out(
    options.json === true
      ? `${JSON.stringify(comparisonJson(loaded.value, comparison), null, 1)}\n`
      : renderText(comparisonReport(loaded.value, comparison), {
          columns: terminal.columns,
          colour: terminal.colour.out,
        }),
  );
}

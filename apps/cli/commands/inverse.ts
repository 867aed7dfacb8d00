// The command `inverse`: what each party would have to think of a given state for it to hold.
import { inverseLimit, inverseOf } from '../../../src/analysis/index.ts';
import { inverseJson, inverseReport, listed } from '../../../src/report/index.ts';
import { findStates, reportUnknownStates } from '../find-states.ts';
import { loadConflicts } from '../load-conflicts.ts';
import { collected } from '../option-values.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface InverseOptions {
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly state: string;
  readonly count?: true;
  readonly json?: true;
}

export const registerInverse: RegisterCommand = (program, terminal) => {
  program
    .command('inverse')
    .summary('say what would have to be so for a given state to hold')
    .description(
      'Says for each decision maker and concept under which condition a state is stable, and how many adjacent swaps ' +
        'in its ranking make it so.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .requiredOption('--state <state>', 'the state, by its pattern (such as YNN), id or name')
    .option('--account <id>', 'only this account; may be given several times', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option('--count', 'count the strict rankings of each decision maker that make it stable')
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: InverseOptions) => inverse(path, options, terminal));
};

function inverse(path: string, options: InverseOptions, terminal: Terminal): void {
  const loaded = loadConflicts(path, options, terminal);
  if (loaded === undefined) return;
  const { conflicts } = loaded;
  const small = conflicts.filter(({ size }) => size <= inverseLimit);
  const targets = small.flatMap((conflict) => {
    const [state] = findStates(conflict, [options.state]);
    return state === undefined ? [] : [{ conflict, state }];
  });
  if (small.length < conflicts.length) {
    const large = conflicts.filter((conflict) => !small.includes(conflict)).map(({ account }) => account.id);
    terminal.err(`Conditions are given up to ${inverseLimit} states; left out: ${listed(large)}.\n`);
  }
  if (targets.length === 0) {
    reportUnknownStates([options.state], conflicts, terminal);
    return;
  }
  const isCounted = options.count === true;
  const analyses = targets.map(({ conflict, state }) => inverseOf(conflict, state, isCounted));
  terminal.out(
    options.json === true
      ? `${JSON.stringify(inverseJson(loaded.value, analyses, isCounted), null, 1)}\n`
      : renderText(inverseReport(loaded.value, analyses), {
          columns: terminal.columns,
          colour: terminal.colour.out,
        }),
  );
}

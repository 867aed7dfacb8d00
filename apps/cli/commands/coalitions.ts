// The command `coalitions`: what parties could do together that none of them does alone.
import type { CoalitionQuestion } from '../../../src/analysis/index.ts';
import {
  analyzeConflict,
  coalitionAnalysis,
  coalitionLimit,
  defaultCoalitionQuestion,
  defaultQuestion,
} from '../../../src/analysis/index.ts';
import type { Conflict } from '../../../src/model/index.ts';
import { accountsJson, coalitionJson, coalitionReport, listed } from '../../../src/report/index.ts';
import { loadConflicts } from '../load-conflicts.ts';
import { collected } from '../option-values.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface CoalitionOptions {
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly coalition?: readonly string[];
  readonly pareto?: true;
  readonly json?: true;
}

export const registerCoalitions: RegisterCommand = (program, terminal) => {
  program
    .command('coalitions')
    .summary('say who would have to move together, and what no coalition would leave')
    .description(
      'Judges parties that move together: which situations hold against every coalition, and who would have to move ' +
        'together to get from where things rest to somewhere better for each of them.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--account <id>', 'only this account; may be given several times', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option(
      '--coalition <ids>',
      'only this coalition, such as ministry+uniroyal; may be given several times',
      collected,
    )
    .option('--pareto', 'let a coalition move if none of its members loses and some member gains')
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: CoalitionOptions) => coalitions(path, options, terminal));
};

function coalitions(path: string, options: CoalitionOptions, terminal: Terminal): void {
  const loaded = loadConflicts(path, options, terminal);
  if (loaded === undefined) return;
  const { conflicts } = loaded;
  const questions = conflicts.map((conflict) => questionFor(conflict, options, terminal));
  const found = conflicts.flatMap((conflict, index) => {
    const question = questions[index];
    if (question === undefined) return [];
    const analysis = analyzeConflict(conflict, defaultQuestion, terminal.watch);
    return [coalitionAnalysis(analysis, question, terminal.watch)];
  });
  if (found.length < conflicts.length) return;
  terminal.out(
    options.json === true
      ? `${JSON.stringify(accountsJson(loaded.value.title, found.map(coalitionJson)), null, 1)}\n`
      : renderText(coalitionReport(loaded.value, found), {
          columns: terminal.columns,
          colour: terminal.colour.out,
        }),
  );
}

/** What to ask of an account; nothing where a coalition is not one of it, after a line that says so. */
function questionFor(
  { account }: Conflict,
  { coalition, pareto }: CoalitionOptions,
  terminal: Terminal,
): CoalitionQuestion | undefined {
  const ids = account.decisionMakers.map(({ id }) => id);
  const refuse = (line: string): undefined => {
    terminal.err(`${line}\n`);
    terminal.setExitCode(exit.usage);
    return undefined;
  };
  const gain = pareto === true ? 'pareto' : 'all';
  if (coalition === undefined)
    return ids.length <= coalitionLimit
      ? { ...defaultCoalitionQuestion, gain }
      : refuse(
          `Account ${account.id} has ${ids.length} decision makers, who form 2^${ids.length} - 1 coalitions. ` +
            `Over ${coalitionLimit}, name the coalitions to judge: --coalition ${ids.slice(0, 2).join('+')}.`,
        );
  const chosen = coalition.map((text) => text.split('+').map((id) => id.trim()));
  const unknown = chosen.flat().filter((id) => !ids.includes(id));
  if (unknown.length > 0)
    return refuse(
      `Account ${account.id} has no decision maker ${listed(
        unknown.map((id) => `"${id}"`),
        'or',
      )}. It has ${listed(ids)}; ` +
        'a coalition is written with +, such as ' +
        `${ids.slice(0, 2).join('+')}.`,
    );
  const coalitionsOf = chosen.map((members) =>
    [...new Set(members.map((id) => ids.indexOf(id)))].sort((a, b) => a - b),
  );
  return { ...defaultCoalitionQuestion, gain, coalitions: coalitionsOf };
}

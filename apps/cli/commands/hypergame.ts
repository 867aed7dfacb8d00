// The command `hypergame`: what holds where each decision maker acts on the account that it sees.
import type { AccountAnalysis } from '../../../src/analysis/index.ts';
import { analyzeConflict, defaultQuestion, hypergame, seersOf } from '../../../src/analysis/index.ts';
import type { Case } from '../../../src/model/index.ts';
import { hypergameJson, hypergameReport } from '../../../src/report/index.ts';
import { chooseAccounts } from '../choose-accounts.ts';
import { loadCase } from '../load-case.ts';
import { buildConflicts } from '../load-conflicts.ts';
import { collected } from '../option-values.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface HypergameOptions {
  readonly account?: readonly string[];
  readonly json?: true;
}

export const registerHypergame: RegisterCommand = (program, terminal) => {
  program
    .command('hypergame')
    .summary('say what holds where each party acts on its own account, and who is mistaken')
    .description(
      'Takes each decision maker by the account that it sees, as `hypergame` in the case says, and measures what ' +
        'comes of that against the base, or against each account.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--account <id>', 'measure against this account; may be given several times', collected)
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: HypergameOptions) => run(path, options, terminal));
};

function run(path: string, options: HypergameOptions, terminal: Terminal): void {
  const loaded = loadCase(path, terminal);
  if (loaded === undefined) return;
  const { value } = loaded;
  if (value.hypergame === undefined) {
    terminal.err(
      'The case does not say which decision maker sees which account. Add a line such as ' +
        `hypergame: { ${value.decisionMakers.map(({ id }) => `${id}: ${value.accounts[0]?.id}`).join(', ')} }.\n`,
    );
    terminal.setExitCode(exit.usage);
    return;
  }
  const bases = options.account === undefined ? baseOf(value) : chooseAccounts(value, options, terminal);
  if (bases === undefined) return;
  const seen = new Set(Object.values(value.hypergame));
  const needed = value.accounts.filter(
    (account) => account.id === 'base' || seen.has(account.id) || bases.includes(account),
  );
  const conflicts = buildConflicts(needed, loaded, terminal);
  if (conflicts === undefined) return;
  const analyses = new Map(
    conflicts.map((conflict) => [
      conflict.account.id,
      analyzeConflict(conflict, defaultQuestion, terminal.watch),
    ]),
  );
  const { seers, unseeing } = seersOf(value, (id) => analyses.get(id));
  const found = hypergame(
    seers,
    bases.map(({ id }) => analyses.get(id) as AccountAnalysis),
    terminal.watch,
  );
  terminal.out(
    options.json === true
      ? `${JSON.stringify(hypergameJson(value, found, unseeing), null, 1)}\n`
      : renderText(hypergameReport(value, found, unseeing), {
          columns: terminal.columns,
          colour: terminal.colour.out,
        }),
  );
}

/** The base where it is analysed, else every account that is no variant. */
function baseOf({ accounts }: Case): Case['accounts'] {
  const base = accounts.filter(({ id }) => id === 'base');
  return base.length > 0 ? base : accounts.filter(({ variant }) => !variant);
}

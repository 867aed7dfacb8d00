// The command `ripeness`: stuck, hurting, way out, for each party of each account.
import type { AccountAnalysis } from '../../../src/analysis/index.ts';
import { analyzeConflict, defaultQuestion, ripenessPanel } from '../../../src/analysis/index.ts';
import { accountsJson, ripenessJson, ripenessReport } from '../../../src/report/index.ts';
import { chooseAccounts } from '../choose-accounts.ts';
import { loadCase } from '../load-case.ts';
import { buildConflicts } from '../load-conflicts.ts';
import { collected } from '../option-values.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface RipenessOptions {
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly json?: true;
}

export const registerRipeness: RegisterCommand = (program, terminal) => {
  program
    .command('ripeness')
    .summary('ask of each party whether it is stuck, hurting, and has a way out')
    .description(
      'Asks of each party that signs whether it is stuck, hurting, and has a way out, account by account, each answer ' +
        'with its evidence or "no evidence". Never a score.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--account <id>', 'only this account; may be given several times', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: RipenessOptions) => ripeness(path, options, terminal));
};

function ripeness(path: string, options: RipenessOptions, terminal: Terminal): void {
  const loaded = loadCase(path, terminal);
  if (loaded === undefined) return;
  const { value } = loaded;
  const accounts = chooseAccounts(value, options, terminal);
  if (accounts === undefined) return;
  const seen = Object.values(value.hypergame ?? {});
  const needed = value.accounts.filter((account) => accounts.includes(account) || seen.includes(account.id));
  const conflicts = buildConflicts(needed, loaded, terminal);
  if (conflicts === undefined) return;
  const analyses = new Map<string, AccountAnalysis>(
    conflicts.map((conflict) => [
      conflict.account.id,
      analyzeConflict(conflict, defaultQuestion, terminal.watch),
    ]),
  );
  const panels = accounts.map(({ id }) =>
    ripenessPanel(analyses.get(id) as AccountAnalysis, (dm) => analyses.get(value.hypergame?.[dm] ?? '')),
  );
  terminal.out(
    options.json === true
      ? `${JSON.stringify(accountsJson(value.title, panels.map(ripenessJson)), null, 1)}\n`
      : renderText(ripenessReport(value, panels), {
          columns: terminal.columns,
          colour: terminal.colour.out,
        }),
  );
}

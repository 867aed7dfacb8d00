// The command `check`: whether a case can be read and its models built, with every problem at once.

import { analyzeConflict, defaultQuestion, lint } from '../../../src/analysis/index.ts';
import { hasErrors } from '../../../src/base/index.ts';
import { readCase } from '../../../src/formats/index.ts';
import { conflictOf } from '../../../src/model/index.ts';
import { counted, grouped, warningText } from '../../../src/report/index.ts';
import { statementFiles } from '../case-evidence.ts';
import { printDiagnostics, readText } from '../load-case.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

export const registerCheck: RegisterCommand = (program, terminal) => {
  program
    .command('check')
    .summary('find what is wrong with a case, all at once')
    .description(
      'Reads a case, builds the model of every account, and lists what is wrong or deserves a second look.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: { readonly json?: true }) =>
      check(path, options.json === true, terminal),
    );
};

function check(path: string, json: boolean, terminal: Terminal): void {
  const read = readText(path, terminal);
  if (read === undefined) {
    terminal.setExitCode(exit.problems);
    return;
  }
  const files = statementFiles(read.path, terminal.cwd);
  const { value, diagnostics: ofCase } = readCase(read.text, {
    uri: read.path,
    statements: files.flatMap(({ statements }) => statements.map(({ id }) => id)),
  });
  const diagnostics = [...ofCase, ...files.flatMap((file) => file.diagnostics)];
  const built = (value?.accounts ?? []).map((account) => ({ account, ...conflictOf(account) }));
  const all = [...diagnostics, ...built.flatMap((each) => each.diagnostics)];
  const models = built.flatMap(({ account, value: conflict }) =>
    conflict === undefined
      ? []
      : [{ account, conflict, warnings: lint(analyzeConflict(conflict, defaultQuestion, terminal.watch)) }],
  );
  if (hasErrors(all)) terminal.setExitCode(exit.problems);
  if (json) {
    const accounts = models.map(({ account, conflict, warnings }) => ({
      account: account.id,
      states: conflict.size,
      warnings: warnings.map(({ states, ...warning }) => ({
        ...warning,
        ...(states === undefined ? {} : { states: states.map((s) => s + 1) }),
      })),
    }));
    terminal.out(
      `${JSON.stringify({ impasse: 1, valid: !hasErrors(all), diagnostics: all, accounts }, null, 1)}\n`,
    );
    return;
  }
  const texts = files.map(({ path: file, text }) => [file, text] as const);
  printDiagnostics(all, new Map([[read.path, read.text], ...texts]), terminal);
  for (const { account, conflict, warnings } of models) {
    terminal.out(
      `${account.id}: ${grouped(conflict.size)} states, ${counted(account.decisionMakers.length, 'decision maker')}${warnings.length === 0 ? '' : `, ${counted(warnings.length, 'warning')}`}\n`,
    );
    for (const warning of warnings) terminal.out(`  ${warning.code} ${warningText(conflict, warning)}\n`);
  }
  const errors = all.filter(({ severity }) => severity === 'error').length;
  terminal.out(
    errors === 0
      ? 'The case can be analysed.\n'
      : `${counted(errors, 'error')}: the case cannot be analysed.\n`,
  );
}

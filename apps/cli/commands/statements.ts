// The command `statements`: lists the coded statements of a case, as text, CSV or JSON, and takes a table of them over.
import { join, resolve } from 'node:path';
import { hasErrors } from '../../../src/base/index.ts';
import type { Statement, TableImport } from '../../../src/evidence/index.ts';
import { readStatementTable, writeStatementTable } from '../../../src/evidence/index.ts';
import { importJson, importReport, statementsJson, statementsReport } from '../../../src/report/index.ts';
import type { CodedCase } from '../coded-case.ts';
import { openCodedCase } from '../coded-case.ts';
import { printDiagnostics, readText } from '../load-case.ts';
import { renderText } from '../render-text.ts';
import type { StatementFilter } from '../statement-filter.ts';
import { filtered, withStatementFilter } from '../statement-filter.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import { writeOutput } from '../write-output.ts';
import { writeStatementFiles } from '../write-statements.ts';
import type { RegisterCommand } from './command.ts';

interface StatementsOptions extends StatementFilter {
  readonly csv?: true;
  readonly output?: string;
  readonly import?: string;
  readonly by?: string;
  readonly write?: true;
  readonly json?: true;
}

export const registerStatements: RegisterCommand = (program, terminal) => {
  const command = program
    .command('statements')
    .summary('list the coded statements of a case, as a table too, and take a table over')
    .description(
      'Lists the statements that lie beside a case. As CSV they can be coded further in a spreadsheet; --import shows what such a table would change, and with --write changes it.',
    )
    .argument('<case>', 'a folder with statements/ and documents/, or the case file in it');
  withStatementFilter(command, 'all')
    .option('--csv', 'print them as CSV')
    .option('-o, --output <file>', 'write to this new file in place of standard output')
    .option('--import <file>', 'a CSV file: show what it would change and add')
    .option('--by <name>', 'with --import: who coded the table')
    .option('--write', 'with --import: change and add it')
    .option('--json', 'print JSON')
    .action((path: string, options: StatementsOptions) => statements(path, options, terminal));
};

async function statements(path: string, options: StatementsOptions, terminal: Terminal): Promise<void> {
  const wrong = wrongUse(options);
  if (wrong !== undefined) {
    terminal.err(`${wrong}\n`);
    terminal.setExitCode(exit.usage);
    return;
  }
  const opened = await openCodedCase(path, terminal, options.import !== undefined);
  if (opened === undefined) return;
  if (options.import !== undefined) {
    importTable(opened, options.import, options, terminal);
    return;
  }
  const chosen = filtered(opened.statements, options, ['all']);
  writeOutput(options.output, [textOf(opened, chosen, options, terminal)], terminal);
}

function wrongUse({ import: table, csv, json, write, by }: StatementsOptions): string | undefined {
  if (csv && json) return 'Choose one of --csv and --json.';
  if (table !== undefined && csv) return '--import shows changes; --csv has no place beside it.';
  if (table === undefined && (write || by !== undefined)) return '--write and --by belong to --import.';
  if (write && by === undefined) return '--write needs --by NAME: every change notes who made it.';
  return undefined;
}

function textOf(
  { title, statements: all, dates }: CodedCase,
  chosen: readonly Statement[],
  { csv, json, output }: StatementsOptions,
  terminal: Terminal,
): string {
  if (csv) return writeStatementTable(chosen, dates);
  if (json) return `${JSON.stringify(statementsJson(title, chosen), null, 2)}\n`;
  const style = { columns: terminal.columns, colour: terminal.colour.out && output === undefined };
  return renderText(statementsReport(chosen, all.length), style);
}

function importTable(opened: CodedCase, path: string, options: StatementsOptions, terminal: Terminal): void {
  const read = readText(path, terminal);
  if (read === undefined || read.path !== path) {
    if (read !== undefined) terminal.err(`${path}: this is a folder; a CSV file is needed\n`);
    terminal.setExitCode(exit.problems);
    return;
  }
  const { value, diagnostics } = readStatementTable(read.text, path, {
    statements: opened.statements,
    bodies: new Map([...opened.documents].map(([id, { body }]) => [id, body])),
    stamp: { at: new Date().toISOString(), by: options.by ?? 'nobody yet' },
  });
  printDiagnostics(diagnostics, new Map([[path, withoutMark(read.text)]]), terminal);
  if (hasErrors(diagnostics)) terminal.setExitCode(exit.problems);
  const isWritten = value !== undefined && options.write === true && write(opened, value, terminal);
  if (options.json)
    terminal.out(`${JSON.stringify(importJson(opened.title, value, isWritten, diagnostics), null, 2)}\n`);
  else if (value !== undefined)
    terminal.out(
      renderText(importReport(value, isWritten), { columns: terminal.columns, colour: terminal.colour.out }),
    );
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function write({ folder, files }: CodedCase, { changed, added }: TableImport, terminal: Terminal): boolean {
  const problem = writeStatementFiles(
    resolve(terminal.cwd, join(folder, 'statements')),
    files.map((file) => ({ ...file, path: resolve(terminal.cwd, file.path) })),
    changed.map(({ after }) => after),
    added,
  );
  if (problem === undefined) return true;
  terminal.err(`${problem}\n`);
  terminal.setExitCode(exit.problems);
  return false;
}

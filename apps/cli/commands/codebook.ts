// The command `codebook`: actors and concepts of a case, and renaming, merging, splitting and recoding them.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { hasErrors } from '../../../src/base/index.ts';
import type { Codebook, CodebookEdit, Recoded, What } from '../../../src/evidence/index.ts';
import { recode } from '../../../src/evidence/index.ts';
import { editCodebook } from '../../../src/formats/index.ts';
import { codebookJson, codebookReport, recodeReport } from '../../../src/report/index.ts';
import type { CodedCase } from '../coded-case.ts';
import { openCodedCase } from '../coded-case.ts';
import { printDiagnostics } from '../load-case.ts';
import { caseCodebook } from '../load-codebook.ts';
import { renderText } from '../render-text.ts';
import { ChangedMeanwhile, replaceFile } from '../replace-file.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import { writeStatementFiles } from '../write-statements.ts';
import type { RegisterCommand } from './command.ts';

/** `actor:from=to`, or `concept:a,b=c`. */
interface Renaming {
  readonly what: What;
  readonly from: readonly string[];
  readonly to: string;
}

interface CodebookOptions {
  readonly rename?: Renaming;
  readonly merge?: Renaming;
  readonly split?: Renaming;
  readonly recode?: Renaming;
  readonly statements?: readonly string[];
  readonly name?: string;
  readonly by?: string;
  readonly write?: true;
  readonly json?: true;
}

export const registerCodebook: RegisterCommand = (program, terminal) => {
  program
    .command('codebook')
    .summary('list actors and concepts; rename, merge, split or recode them')
    .description(
      'Lists the actors and concepts of a case with the statements that have each. With --rename, --merge, --split or --recode it shows what would change, and with --write changes it. Spans, texts and stances never change.',
    )
    .argument('<case>', 'a folder with codebook.yaml and statements/, or the case file in it')
    .option('--rename <what>', 'another id: actor:OLD=NEW or concept:OLD=NEW', parseRenaming)
    .option('--merge <what>', 'several become one that is there: actor:A,B=C', parseRenaming)
    .option('--split <what>', 'move --statements to a new one: actor:OLD=NEW', parseRenaming)
    .option('--recode <what>', 'another value in statements alone: actor:FROM=TO', parseRenaming)
    .option('--statements <ids>', 'with --split and --recode: these statements, parted by commas', parseIds)
    .option('--name <text>', 'with --rename and --split: the name of the new one')
    .option('--by <name>', 'with --write: who changes it')
    .option('--write', 'change it')
    .option('--json', 'print JSON')
    .action((path: string, options: CodebookOptions) => codebook(path, options, terminal));
};

function parseRenaming(value: string): Renaming {
  const [, kind = '', from = '', to = ''] = /^\s*(actor|concept)\s*:(.+)=([^=]+)$/i.exec(value) ?? [];
  if (kind === '') throw new InvalidArgumentError('It has the form actor:OLD=NEW or concept:OLD=NEW.');
  return { what: kind.toLowerCase() as What, from: parseIds(from), to: to.trim() };
}

function parseIds(value: string): readonly string[] {
  return value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

async function codebook(path: string, options: CodebookOptions, terminal: Terminal): Promise<void> {
  const wrong = wrongUse(options);
  if (wrong !== undefined) {
    terminal.err(`${wrong}\n`);
    terminal.setExitCode(exit.usage);
    return;
  }
  const opened = await openCodedCase(path, terminal, false);
  if (opened === undefined) return;
  const before = caseCodebook(join(opened.folder, 'case.yaml'), undefined, terminal);
  if (before === undefined) return;
  const edit = editOf(options);
  const style = { columns: terminal.columns, colour: terminal.colour.out };
  if (edit === undefined) {
    terminal.out(
      options.json
        ? `${JSON.stringify(codebookJson(opened.title, before, opened.statements), null, 2)}\n`
        : renderText(codebookReport(before, opened.statements), style),
    );
    return;
  }
  const stamp = { at: new Date().toISOString(), by: options.by ?? 'nobody yet' };
  const { value, diagnostics } = recode({ codebook: before, statements: opened.statements }, edit, stamp);
  printDiagnostics(diagnostics, new Map(), terminal);
  if (value === undefined || hasErrors(diagnostics)) {
    terminal.setExitCode(exit.problems);
    return;
  }
  const isWritten = options.write === true && write(opened, edit, before, value, terminal);
  terminal.out(
    options.json
      ? `${JSON.stringify(codebookJson(opened.title, value.after.codebook, value.after.statements, { ...value, isWritten }), null, 2)}\n`
      : renderText(recodeReport(value, isWritten), style),
  );
}

function wrongUse({ rename, merge, split, recode: recoding, ...rest }: CodebookOptions): string | undefined {
  const edits = [rename, merge, split, recoding].filter((each) => each !== undefined);
  const { statements, name, write: writes, by } = rest;
  if (edits.length > 1) return 'Choose one of --rename, --merge, --split and --recode.';
  if (edits.length === 0 && (statements ?? name ?? by ?? writes) !== undefined)
    return '--statements, --name, --by and --write belong to --rename, --merge, --split and --recode.';
  if (merge === undefined && edits.some(({ from }) => from.length !== 1))
    return 'One id is renamed, split or recoded at a time; --merge takes several.';
  if (statements !== undefined && split === undefined && recoding === undefined)
    return '--statements belongs to --split and --recode.';
  if (split !== undefined && statements === undefined)
    return '--split needs --statements: which of them move to the new one.';
  if (name !== undefined && rename === undefined && split === undefined)
    return '--name belongs to --rename and --split.';
  if (writes && by === undefined) return '--write needs --by NAME: every change notes who made it.';
  return undefined;
}

function editOf({
  rename,
  merge,
  split,
  recode: recoding,
  ...rest
}: CodebookOptions): CodebookEdit | undefined {
  const { statements = [], name } = rest;
  if (rename !== undefined) {
    const { what, from, to } = rename;
    return { kind: 'rename', what, id: from[0] as string, to, ...(name === undefined ? {} : { name }) };
  }
  if (merge !== undefined) return { kind: 'merge', what: merge.what, ids: merge.from, into: merge.to };
  if (split !== undefined) {
    const { what, from, to } = split;
    const move = new Map(statements.map((id) => [id, to]));
    return { kind: 'split', what, id: from[0] as string, into: [{ id: to, name: name ?? to }], move };
  }
  if (recoding === undefined) return undefined;
  const { what, from, to } = recoding;
  const some = rest.statements === undefined ? {} : { statements };
  return { kind: 'recode', what, from: from[0] as string, to, ...some };
}

/** Statements first: what stops in between, the same command completes. */
function write(
  { folder, files }: CodedCase,
  edit: CodebookEdit,
  before: Codebook,
  { after, undo }: Recoded,
  terminal: Terminal,
): boolean {
  const path = join(folder, 'codebook.yaml');
  const full = resolve(terminal.cwd, path);
  const text = existsSync(full) ? readFileSync(full, 'utf8') : '';
  const edited =
    edit.kind === 'recode'
      ? { value: text, diagnostics: [] }
      : editCodebook(text, edit, before, after.codebook, path);
  printDiagnostics(edited.diagnostics, new Map([[path, text]]), terminal);
  const ids = new Set(undo.statements.map(({ id }) => id));
  const problem =
    edited.value === undefined
      ? undefined
      : writeStatementFiles(
          resolve(terminal.cwd, join(folder, 'statements')),
          files.map((file) => ({ ...file, path: resolve(terminal.cwd, file.path) })),
          after.statements.filter(({ id }) => ids.has(id)),
          [],
        );
  if (problem !== undefined) terminal.err(`${problem}\n`);
  if (edited.value !== undefined && problem === undefined) {
    try {
      if (edited.value !== text) replaceFile(full, text, edited.value);
      return true;
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      terminal.err(`${path} was changed meanwhile, and is left as it is: run the command again.\n`);
    }
  }
  terminal.setExitCode(exit.problems);
  return false;
}

// Reads what lies beside a case for commands on evidence: statements, dates, and the texts where they are needed.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hasErrors } from '../../src/base/index.ts';
import type { Document, Statement } from '../../src/evidence/index.ts';
import { outlineCase } from '../../src/formats/index.ts';
import { documentExtensions, readDocument } from '../converters/index.ts';
import type { StatementFile } from './case-evidence.ts';
import { statementFiles } from './case-evidence.ts';
import { printDiagnostics } from './load-case.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/** The coded material of a case. */
export interface CodedCase {
  /** The folder, as the user would name it. */
  readonly folder: string;
  /** Empty where there is no case file yet. */
  readonly title: string;
  readonly files: readonly StatementFile[];
  readonly statements: readonly Statement[];
  /** ISO dates by id of the document: those of the case's sources, else those that documents give themselves. */
  readonly dates: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, Document>;
}

/**
 * The coded material in the folder of a case; a folder without a `case.yaml` will do.
 * @param needsTexts - whether documents are read even where the case itself dates all that is coded
 * @returns nothing after errors, which have been printed; the exit code is set
 */
export async function openCodedCase(
  path: string,
  terminal: Terminal,
  needsTexts: boolean,
): Promise<CodedCase | undefined> {
  const folder = folderOf(path, terminal.cwd);
  if (folder === undefined) {
    terminal.err(`${path}: there is no such folder, and no case file\n`);
    terminal.setExitCode(exit.problems);
    return undefined;
  }
  const casePath = join(folder, 'case.yaml');
  const full = resolve(terminal.cwd, casePath);
  const outline = outlineCase(existsSync(full) ? readFileSync(full, 'utf8') : '');
  const files = statementFiles(casePath, terminal.cwd);
  const diagnostics = files.flatMap((file) => file.diagnostics);
  printDiagnostics(diagnostics, new Map(files.map(({ path: file, text }) => [file, text])), terminal);
  const statements = files.flatMap((file) => file.statements);
  const ids = new Set<string>();
  const twice = statements.find(({ id }) => ids.size === ids.add(id).size);
  if (twice !== undefined)
    terminal.err(`${join(folder, 'statements')}: the id ${twice.id} is in two files; give one another id\n`);
  if (hasErrors(diagnostics) || twice !== undefined) {
    terminal.setExitCode(exit.problems);
    return undefined;
  }
  const stated = outline.sources.flatMap(({ id, date }) => (date === undefined ? [] : [[id, date] as const]));
  const dated = new Set(stated.map(([id]) => id));
  const isDated = statements.every(({ document }) => dated.has(document));
  const documents =
    needsTexts || !isDated
      ? await documentsIn(join(folder, 'documents'), terminal)
      : new Map<string, Document>();
  if (documents === undefined) {
    terminal.setExitCode(exit.interrupted);
    return undefined;
  }
  const own = [...documents.values()].flatMap(({ id, date }) =>
    date === undefined ? [] : [[id, date] as const],
  );
  return { folder, title: outline.title, files, statements, dates: new Map([...own, ...stated]), documents };
}

function folderOf(path: string, cwd: string): string | undefined {
  const full = resolve(cwd, path);
  if (!existsSync(full)) return undefined;
  return statSync(full).isDirectory() ? path : dirname(path);
}

/** Nothing where the user interrupts. */
async function documentsIn(
  folder: string,
  terminal: Terminal,
): Promise<ReadonlyMap<string, Document> | undefined> {
  const full = resolve(terminal.cwd, folder);
  const documents = new Map<string, Document>();
  if (!existsSync(full)) return documents;
  const names = readdirSync(full)
    .filter((name) => documentExtensions.some((ending) => name.toLowerCase().endsWith(ending)))
    .sort();
  for (const name of names) {
    if (terminal.watch.stopped()) return undefined;
    terminal.watch.progress?.(documents.size, names.length, 'documents');
    const path = join(folder, name);
    const taken = new Set(documents.keys());
    const { value, diagnostics } = await readDocument(readFileSync(resolve(terminal.cwd, path)), path, {
      taken,
    });
    printDiagnostics(diagnostics, new Map(), terminal);
    if (value !== undefined) documents.set(value.id, value);
  }
  terminal.watch.progress?.(names.length, names.length, 'documents');
  return documents;
}

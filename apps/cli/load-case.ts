// Reads a case from a file or a folder, and prints what is wrong with it.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../src/base/index.ts';
import { hasErrors } from '../../src/base/index.ts';
import type { Statement } from '../../src/evidence/index.ts';
import { readCase, renderDiagnostic } from '../../src/formats/index.ts';
import type { Case } from '../../src/model/index.ts';
import { statementFiles } from './case-evidence.ts';
import { readBytes, whyUnreadable } from './read-file.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/** A case as it was read. */
export interface LoadedCase {
  readonly value: Case;
  readonly text: string;
  /** The path as the user gave it, or of the case.yaml in the folder that the user gave. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Those that lie beside the case. */
  readonly statements: readonly Statement[];
}

/**
 * The case at a path; a folder holds it as `case.yaml`. Warnings are printed, errors end it.
 * @returns nothing after errors, which have been printed; the exit code is set
 */
export function loadCase(path: string, terminal: Terminal): LoadedCase | undefined {
  const read = readText(path, terminal);
  if (read === undefined) {
    terminal.setExitCode(exit.problems);
    return undefined;
  }
  const files = statementFiles(read.path, terminal.cwd);
  const statements = files.flatMap((file) => file.statements);
  const { value, diagnostics } = readCase(read.text, {
    uri: read.path,
    statements: statements.map(({ id }) => id),
  });
  const texts = [
    [read.path, read.text] as const,
    ...files.map(({ path: file, text }) => [file, text] as const),
  ];
  // A broken line costs its own sentence and no verdict.
  printDiagnostics([...diagnostics, ...files.flatMap((file) => file.diagnostics)], new Map(texts), terminal);
  if (value === undefined || hasErrors(diagnostics)) {
    terminal.setExitCode(exit.problems);
    return undefined;
  }
  return { value, text: read.text, path: read.path, diagnostics, statements };
}

/** Prints problems with the lines where they stand. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  terminal: Terminal,
): void {
  for (const each of diagnostics) {
    const source = each.at === undefined ? undefined : texts.get(each.at.uri);
    const options = { color: terminal.colour.err, width: terminal.columns };
    terminal.err(`${renderDiagnostic(each, source, options).trimEnd()}\n`);
  }
}

/** The text of a file, or of the `case.yaml` in a folder; what the file system says otherwise is printed in one line. */
export function readText(
  path: string,
  terminal: Terminal,
): { readonly path: string; readonly text: string } | undefined {
  const full = resolve(terminal.cwd, path);
  let isFolder = false;
  try {
    isFolder = path !== '' && statSync(full).isDirectory();
    const shown = isFolder ? join(path, 'case.yaml') : path;
    if (path === '') throw Object.assign(new Error('no name'), { code: 'ENOENT' });
    return { path: shown, text: readBytes(isFolder ? join(full, 'case.yaml') : full).toString('utf8') };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = isFolder && isMissing ? 'this folder holds no case.yaml' : whyUnreadable(error);
    terminal.err(`${path === '' ? '(no name)' : path}: ${reason}\n`);
    return undefined;
  }
}

// Reads a case from a file or a folder, and prints what is wrong with it.
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../src/base/index.ts';
import { hasErrors } from '../../src/base/index.ts';
import { readCase, renderDiagnostic } from '../../src/formats/index.ts';
import type { Case } from '../../src/model/index.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/** A case as it was read. */
export interface LoadedCase {
  readonly value: Case;
  readonly text: string;
  /** The path as the user gave it, or of the case.yaml in the folder that the user gave. */
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
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
  const { value, diagnostics } = readCase(read.text, { uri: read.path });
  printDiagnostics(diagnostics, new Map([[read.path, read.text]]), terminal);
  if (value === undefined || hasErrors(diagnostics)) {
    terminal.setExitCode(exit.problems);
    return undefined;
  }
  return { value, text: read.text, path: read.path, diagnostics };
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
  try {
    const isFolder = statSync(full).isDirectory();
    const file = isFolder ? join(full, 'case.yaml') : full;
    return { path: isFolder ? join(path, 'case.yaml') : path, text: readFileSync(file, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    terminal.err(`${path}: ${reasons[code ?? ''] ?? `cannot be read (${code})`}\n`);
    return undefined;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file, and no folder with a case.yaml',
  EACCES: 'this file may not be read',
  EISDIR: 'this is a folder without a case.yaml',
  ENOTDIR: 'there is no such file',
};

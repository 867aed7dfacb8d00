// Reads the codebook of a case: the one that the user names, or the codebook.yaml of its folder.
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { hasErrors } from '../../src/base/index.ts';
import type { Codebook } from '../../src/evidence/index.ts';
import { emptyCodebook } from '../../src/evidence/index.ts';
import { readCodebook } from '../../src/formats/index.ts';
import { printDiagnostics } from './load-case.ts';
import { readBytes, whyUnreadable } from './read-file.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/**
 * @param casePath - of the case file
 * @returns nothing after errors, which have been printed; the exit code is set; an empty one where there is none
 */
export function caseCodebook(
  casePath: string,
  asked: string | undefined,
  terminal: Terminal,
): Codebook | undefined {
  const own = basename(casePath) === 'case.yaml' ? join(dirname(casePath), 'codebook.yaml') : undefined;
  const path = asked ?? own;
  if (path === undefined || (asked === undefined && !existsSync(resolve(terminal.cwd, path))))
    return emptyCodebook;
  return loadCodebook(path, terminal);
}

/** The codebook in a file; nothing after problems, which have been printed. */
export function loadCodebook(path: string, terminal: Terminal): Codebook | undefined {
  let text: string;
  try {
    text = readBytes(resolve(terminal.cwd, path)).toString('utf8');
  } catch (error) {
    terminal.err(`${path}: ${whyUnreadable(error)}\n`);
    terminal.setExitCode(exit.problems);
    return undefined;
  }
  const { value, diagnostics } = readCodebook(text, path);
  printDiagnostics(diagnostics, new Map([[path, text]]), terminal);
  if (value !== undefined && !hasErrors(diagnostics)) return value;
  terminal.setExitCode(exit.problems);
  return undefined;
}

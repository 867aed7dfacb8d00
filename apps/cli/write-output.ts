// Writes results to standard output, or to a new file that is either whole or not there, and never over another.
import { closeSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/**
 * Writes text, piece by piece.
 * @param file - where the user wants it; standard output where it is missing
 * @returns whether it is written; where not, a line has said why
 */
export function writeOutput(file: string | undefined, pieces: Iterable<string>, terminal: Terminal): boolean {
  if (file === '') {
    terminal.err('The name of the output file is empty.\n');
    terminal.setExitCode(exit.usage);
    return false;
  }
  if (file === undefined) {
    for (const piece of pieces) terminal.out(piece);
    return true;
  }
  const target = resolve(terminal.cwd, file);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const handle = openSync(draft, 'wx');
    try {
      for (const piece of pieces) writeSync(handle, piece);
    } finally {
      closeSync(handle);
    }
    // Unlike a rename, a link fails where the name is taken.
    linkSync(draft, target);
    terminal.err(`Written to ${file}.\n`);
    return true;
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    terminal.err(`${file}: ${reasons[code] ?? `it cannot be written (${code})`}\n`);
    terminal.setExitCode(exit.usage);
    return false;
  } finally {
    removeDraft(draft);
  }
}

/** What is left of an attempt must not hide why it failed. */
function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where the draft could not be made, its place cannot be looked at either.
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST:
    'there is such a file already, and nothing is written over it: choose another name, or move it away',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'nothing may be written there',
  EROFS: 'nothing may be written there',
  ENOSPC: 'there is no room left',
  ENAMETOOLONG: 'this name is longer than a name can be',
};

// Puts changed and new statements into the files beside a case; every other line stays as it is.
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Statement } from '../../src/evidence/index.ts';
import { writeStatements } from '../../src/evidence/index.ts';
import type { StatementFile } from './case-evidence.ts';
import { ChangedMeanwhile, replaceFile } from './replace-file.ts';

/**
 * Writes each file whole or not at all, and none that somebody changed meanwhile. New statements go to the file of
 * their document.
 * @param folder - of the files of statements; made where it is not there
 * @param files - as they were read, with full paths
 * @returns what went wrong, in a sentence; nothing where all is written
 */
export function writeStatementFiles(
  folder: string,
  files: readonly StatementFile[],
  changed: readonly Statement[],
  added: readonly Statement[],
): string | undefined {
  const byFile = new Map<string, Statement[]>();
  for (const each of added) {
    const path = join(folder, `${each.document}.jsonl`);
    byFile.set(path, [...(byFile.get(path) ?? []), each]);
  }
  try {
    for (const file of files) {
      const text = withLines(file.text, changed) + appended(file.text, byFile.get(file.path) ?? []);
      byFile.delete(file.path);
      replaceFile(file.path, file.text, text);
    }
    for (const [path, statements] of byFile) writeNew(path, writeStatements(statements));
    return undefined;
  } catch (error) {
    if (error instanceof ChangedMeanwhile)
      return `${basename(error.message)} was changed meanwhile, and is left as it is: run the command again.`;
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'EEXIST')
      return `${basename(path ?? folder)} has appeared meanwhile: run the command again.`;
    return `${basename(path ?? folder)} cannot be written (${code}).`;
  }
}

/** The text with the lines of changed statements replaced. */
function withLines(text: string, changed: readonly Statement[]): string {
  const byId = new Map(changed.map((each) => [each.id, each]));
  return text
    .split('\n')
    .map((line) => {
      const after = byId.get(idOf(line) ?? '');
      return after === undefined
        ? line
        : writeStatements([after]).trimEnd() + (line.endsWith('\r') ? '\r' : '');
    })
    .join('\n');
}

function idOf(line: string): string | undefined {
  const json = line.replace(/^\uFEFF/, '').trim();
  return json === '' ? undefined : (JSON.parse(json) as { readonly id?: string }).id;
}

function appended(text: string, statements: readonly Statement[]): string {
  if (statements.length === 0) return '';
  return (text === '' || text.endsWith('\n') ? '' : '\n') + writeStatements(statements);
}

function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = openSync(draft, 'wx');
    try {
      for (let bytes = Buffer.from(text); bytes.length > 0; bytes = bytes.subarray(writeSync(handle, bytes)));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    // Unlike a rename, a link fails where the name is taken.
    linkSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

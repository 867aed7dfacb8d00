// Reads the statements that lie beside a case: every `statements/*.jsonl` of its folder.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../src/base/index.ts';
import type { Statement } from '../../src/evidence/index.ts';
import { readStatements } from '../../src/evidence/index.ts';

/** A file of statements as it was read. */
export interface StatementFile {
  /** As the user would name it. */
  readonly path: string;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The files of statements of a case, in the order of their names.
 * @param path - of the case file; only a `case.yaml` has a folder of its own
 */
export function statementFiles(path: string, cwd: string): readonly StatementFile[] {
  if (basename(path) !== 'case.yaml') return [];
  const folder = join(dirname(path), 'statements');
  return namesIn(resolve(cwd, folder)).map((name) => {
    const file = join(folder, name);
    const text = readFileSync(resolve(cwd, file), 'utf8');
    const { value = [], diagnostics } = readStatements(text, file);
    return { path: file, text, statements: value, diagnostics };
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl') && !name.startsWith('.'))
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

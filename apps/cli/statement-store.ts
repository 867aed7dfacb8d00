// Writes one statement at a time back to its file, whole or not at all, and beside what others wrote meanwhile.
import { readFileSync } from 'node:fs';
import type { Statement } from '../../src/evidence/index.ts';
import { writeStatements } from '../../src/evidence/index.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Puts a statement in the place of its old self. Only its line of the file changes.
 * @param path - of the file
 * @returns false where that line is gone or was changed by somebody else: nothing is written then
 * @throws ChangedMeanwhile where the file changes in this very moment; what the file system says
 */
export function storeStatement(path: string, old: Statement, next: Statement): boolean {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  const place = lines.findIndex((line) => holds(line, old));
  if (place < 0) return false;
  const ending = lines[place]?.endsWith('\r') ? '\r' : '';
  const line = writeStatements([next]).trimEnd() + ending;
  replaceFile(path, text, lines.with(place, line).join('\n'));
  return true;
}

/** Is this the line of a statement, with the status and as many changes as it had? */
function holds(line: string, { id, status, history }: Statement): boolean {
  if (!line.includes(JSON.stringify(id))) return false;
  try {
    const found = JSON.parse(line.replace(/^\uFEFF/, ''));
    return (
      found.id === id &&
      (found.status ?? 'suggested') === status &&
      (found.history ?? []).length === history.length
    );
  } catch {
    return false;
  }
}

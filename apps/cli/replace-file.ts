// Replaces a file's text: whole or not at all, and never over one that somebody changed meanwhile.
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Said when the file is no longer what was read. */
export class ChangedMeanwhile extends Error {}

/**
 * Writes a draft beside the file and renames it, so that whoever reads the file, or whatever kills the process, finds
 * the old text or the new one.
 * @param expected - the text that was read
 * @throws ChangedMeanwhile where the file holds another text by now; what the file system says otherwise
 */
export function replaceFile(path: string, expected: string, text: string): void {
  if (expected === text) return;
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = openSync(draft, 'wx', statSync(path).mode);
    try {
      for (let bytes = Buffer.from(text); bytes.length > 0; bytes = bytes.subarray(writeSync(handle, bytes)));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (readFileSync(path, 'utf8') !== expected) throw new ChangedMeanwhile(path);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

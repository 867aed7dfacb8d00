// Makes a folder that is gone when the test file is done.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A new empty folder, with a space in its path; removed after the tests of the file that asks for it. */
export function temporaryFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `impasse ${name} `)));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// Compares texts with what they were when somebody last agreed to them; UPDATE_GOLDEN=1 rewrites what differs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { root } from './repository.ts';

/** @param path - below tests/golden */
export function expectGolden(path: string, text: string): void {
  const file = join(root, 'tests', 'golden', path);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file)) throw new Error(`there is no tests/golden/${path}: UPDATE_GOLDEN=1 makes it`);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

// Shows that the published schemas are those of the code, and that what the commands print keeps to them.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  analyzeSchema,
  checkSchema,
  compareSchema,
  jsonSchemas,
  readSchema,
} from '../../src/report/index.ts';
import { caseFolders } from '../cases/case-files.ts';
import { impasse } from '../support/impasse.ts';
import { root, textOf } from '../support/repository.ts';

describe('published schemas', () => {
  test.each(Object.entries(jsonSchemas))('%s is up to date', (name, schema) => {
    const text = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(join(root, 'schema'), { recursive: true });
      writeFileSync(join(root, 'schema', name), text);
    }
    expect(existsSync(join(root, 'schema', name))).toBe(true);
    expect(textOf(`schema/${name}`)).toBe(text);
  });
});

describe.each(caseFolders)('%s', (folder) => {
  test('analyze --json keeps to its schema', async () => {
    const run = await impasse(['analyze', folder, '--json', '--variants']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(analyzeSchema.safeParse(JSON.parse(run.stdout)).error).toBeUndefined();
  });

  test('compare --json keeps to its schema', async () => {
    const run = await impasse(['compare', folder, '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(compareSchema.safeParse(JSON.parse(run.stdout)).error).toBeUndefined();
  });

  test('check --json keeps to its schema', async () => {
    const run = await impasse(['check', folder, '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(checkSchema.safeParse(JSON.parse(run.stdout)).error).toBeUndefined();
  });
});

describe('documents', () => {
  test('read --json keeps to its schema', async () => {
    const run = await impasse(['read', 'tests/fixtures/texts', '--json', '--body']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(readSchema.safeParse(JSON.parse(run.stdout)).error).toBeUndefined();
  });
});

// Shows that what `coalitions`, `robust`, `hypergame` and `ripeness` print keeps to the published schemas, case by case.
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { coalitionsSchema, hypergameSchema, ripenessSchema, robustSchema } from '../../src/report/index.ts';
import { caseFolders, caseIn } from '../cases/case-files.ts';
import { impasse } from '../support/impasse.ts';

async function printed(schema: z.ZodType, args: readonly string[]): Promise<Record<string, unknown>> {
  const run = await impasse([...args, '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const value = JSON.parse(run.stdout);
  expect(schema.safeParse(value).error).toBeUndefined();
  return value;
}

describe.each([
  ...caseFolders,
  'tests/fixtures/case/contract-truce.yaml',
  'tests/fixtures/case/graph-form.yaml',
])('%s', (path) => {
  test('coalitions --json', async () => {
    await printed(coalitionsSchema, ['coalitions', path]);
    await printed(coalitionsSchema, ['coalitions', path, '--pareto']);
  });

  test('robust --json', async () => {
    await printed(robustSchema, ['robust', path, '--strength']);
    await printed(robustSchema, ['robust', path, '--noise', '2', '--samples', '50']);
  });

  test('ripeness --json', async () => {
    await printed(ripenessSchema, ['ripeness', path]);
  });
});

const withHypergame = caseFolders.filter((folder) => caseIn(folder).hypergame !== undefined);

test('there are cases with a hypergame', () => {
  expect(withHypergame.length).toBeGreaterThanOrEqual(3);
});

test.each([...withHypergame, 'tests/fixtures/case/contract-truce.yaml'])(
  '%s: hypergame --json',
  async (path) => {
    await printed(hypergameSchema, ['hypergame', path]);
  },
);

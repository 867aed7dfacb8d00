// Holds the commands to the contract: its two cases run, and what it prints of their JSON is there with that meaning.
import { describe, expect, test } from 'vitest';
import { verdictNames } from '../../src/report/index.ts';
import { impasse } from '../support/impasse.ts';
import { textOf } from '../support/repository.ts';

const euphrates = 'tests/fixtures/case/contract-euphrates.yaml';
const truce = 'tests/fixtures/case/contract-truce.yaml';
const printed = JSON.parse(textOf('tests/fixtures/contract/euphrates-analyze.json'));

async function jsonOf(...args: readonly string[]): Promise<Record<string, unknown>> {
  const run = await impasse([...args, '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout);
}

/** The keys of a value and of everything in it, as paths; the entries of a list are alike. */
function keysOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => keysOf(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    `${path}.${key}`,
    ...keysOf(each, `${path}.${key}`),
  ]);
}

describe('analyze --json of the Euphrates case', () => {
  test('has the envelope of the contract', async () => {
    const found = await jsonOf('analyze', euphrates);
    expect(found).toMatchObject({ impasse: 1, case: 'Euphrates dispute, 1975' });
    expect(found.accounts).toHaveLength(1);
  });

  test('has every field of the contract, with its value', async () => {
    const { accounts } = (await jsonOf('analyze', euphrates)) as { accounts: (typeof printed)[] };
    const [account] = accounts;
    const { states, verdict, warnings: _, ...rest } = printed;
    expect(account).toMatchObject(rest);
    expect(account.states).toHaveLength(6);
    expect(account.states[0]).toEqual(states[0]);
    expect(account.verdict).toMatchObject({ ...verdict, code: account.verdict.code });
    expect(Object.keys(verdictNames)).toContain(account.verdict.code);
    expect(account.verdict.blockedBy[0].witness).toMatchObject({ move: 3, reply: null });
    expect(account.warnings.map(({ code }: { code: string }) => code)).toEqual(['W2010']);
    expect(keysOf(printed).filter((key) => !keysOf(account).includes(key))).toEqual([]);
  });

  test('gives every state the same fields, in increasing decimal order', async () => {
    const { accounts } = (await jsonOf('analyze', euphrates)) as { accounts: (typeof printed)[] };
    const { states } = accounts[0];
    expect(states.map(({ pattern }: { pattern: string }) => pattern)).toEqual([
      'NNN',
      'YNN',
      'NYN',
      'NNY',
      'YNY',
      'NYY',
    ]);
    for (const state of states) expect(Object.keys(state)).toEqual(Object.keys(printed.states[0]));
  });
});

describe('the case of the truce', () => {
  test('leaves its variant out of analyze unless it is asked for', async () => {
    const ids = async (...more: readonly string[]): Promise<unknown> =>
      ((await jsonOf('analyze', truce, ...more)).accounts as { account: string }[]).map(
        ({ account }) => account,
      );
    expect(await ids()).toEqual(['a', 'b']);
    expect(await ids('--variants')).toEqual(['a', 'b', 'b2']);
    expect(await ids('--account', 'b2')).toEqual(['b2']);
  });

  test('compare --json has the fields of the contract', async () => {
    const found = await jsonOf('compare', truce);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['questions', 'accounts', 'table', 'decides', 'notTransplantable']),
    );
    expect(found.decides).toEqual([
      expect.objectContaining({
        between: ['a', 'b'],
        premises: expect.any(Array),
        flips: { b: 'no-deal' },
      }),
    ]);
  });

  test('an account that lacks an option says "not expressible"', async () => {
    const { table } = (await jsonOf('compare', truce)) as {
      table: { question: string; cells: Record<string, { word: string }> }[];
    };
    const words = table.find(({ question }) => question === 'kind.peace')?.cells;
    expect(words).toMatchObject({ a: { word: 'not-expressible' }, b: { word: 'agreement-stable-joint' } });
  });
});

test.each([euphrates, truce, 'tests/fixtures/case/contract-commented-keys.yaml'])(
  'check finds no error in %s',
  async (path) => {
    expect(await jsonOf('check', path)).toMatchObject({ valid: true, diagnostics: [] });
  },
);

test.each([
  [['analyze', euphrates], 0],
  [['analyze', 'tests/fixtures/case/broken-three-lines.yaml'], 1],
  [['check', 'tests/fixtures/case/broken-three-lines.yaml'], 1],
  [['analyze'], 2],
  [['anaylze', euphrates], 2],
  [['analyze', euphrates, '--account', 'nobody'], 2],
] as const)('%j ends with exit code %i', async (args, code) => {
  expect((await impasse(args)).code).toBe(code);
});

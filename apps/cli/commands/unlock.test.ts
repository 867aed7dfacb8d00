// Runs `unlock` as a user would: what it prints, its JSON, wrong usage, and an interruption.
import { describe, expect, test } from 'vitest';
import { unlockSchema } from '../../../src/report/index.ts';
import { caseFolders } from '../../../tests/cases/case-files.ts';
import { impasse } from '../../../tests/support/impasse.ts';

const truce = 'tests/fixtures/case/contract-truce.yaml';
const ukraine = 'cases/ukraine-2022';
type Found = {
  edits: { kind: string; decisionMaker: string | null; premise?: string; becomes?: string; says: string }[];
  opens: { state: number; equilibrium: string[]; deal: boolean; reachable: string }[];
};
type Printed = { accounts: Record<string, unknown>[] } & Record<string, unknown>;

async function jsonOf(...args: readonly string[]): Promise<Printed> {
  const run = await impasse(['unlock', ...args, '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout);
}

describe('unlock --json', () => {
  test.each(caseFolders)('%s keeps to its schema', async (folder) => {
    const found = await jsonOf(folder, '--max-edits', '1', '--diagnostic');
    expect(unlockSchema.safeParse(found).error).toBeUndefined();
  });

  test('[CLI60] has the fields of the contract, on a single account beside the list too', async () => {
    const printed = await jsonOf(truce, '--account', 'a');
    for (const account of [printed, printed.accounts[0] as Record<string, unknown>]) {
      expect(account).toMatchObject({
        account: 'a',
        target: 'agreement',
        concept: 'nash',
        reach: 'improvements',
        exhausted: true,
      });
      expect(account).not.toHaveProperty('truncated');
      expect(account.searched).toBeGreaterThan(50);
    }
    const [first] = (printed.headline as { found: Found[] }).found;
    expect(first).toMatchObject({
      edits: [
        {
          kind: 'soften',
          decisionMaker: 'south',
          premise: 'south.1',
          option: 'n_stop',
          becomes: '!s_stop if !n_stop',
        },
      ],
      opens: [{ state: 4, pattern: 'YY', deal: true, reachable: 'joint', kept: true }],
    });
    expect(first?.opens[0]?.equilibrium).toContain('nash');
    expect((await jsonOf(truce)).accounts.map(({ account }) => account)).toEqual(['a', 'b']);
  });

  test('[CLI61] concept, reach, kinds and size are those asked for; opposites only as a diagnostic', async () => {
    const kinds = async (...more: readonly string[]): Promise<string[]> => {
      const [account] = (
        await jsonOf(ukraine, '--account', 'A', '--max-edits', '1', '--reach', 'any', ...more)
      ).accounts;
      return [
        ...new Set((account!.found as Found[]).flatMap(({ edits }) => edits.map(({ kind }) => kind))),
      ].sort();
    };
    expect(await kinds('--kinds', 'drop,move')).toEqual(['drop']);
    expect(await kinds('--kinds', 'drop,move', '--concept', 'seq')).toEqual(['drop', 'move']);
    expect(await kinds('--kinds', 'drop', '--kinds', 'move', '--diagnostic')).toEqual(['drop', 'negate']);
    expect(await kinds('--concept', 'R')).not.toContain('negate');
  });
});

describe('unlock in words', () => {
  test('[CLI62] says first what the smallest change is, and whose', async () => {
    const { stdout } = await impasse(['unlock', ukraine, '--account', 'A'], { columns: 400 });
    expect(stdout).toContain(
      'In account A the smallest thing that unlocks an agreement is one change: Russia waives its wish russia.1 (not "Russia withdraws") [the party\'s own word, oped, F31] once "Kyiv talks" comes about.',
    );
    expect(stdout).toContain('russia.1 "!R_wdr": Paragraphs 3 and 13');
    expect(stdout).toContain('F31 (2022-11-11, Peskov)');
  });

  test('[CLI62] that an agreement already holds, with the way to it', async () => {
    const { stdout } = await impasse(['unlock', ukraine, '--account', 'B,D'], { columns: 400 });
    expect(stdout).toContain(
      'In account B an agreement already holds, and no change is needed to unlock one.',
    );
    expect(stdout).toContain(
      'Each step towards it pays for whoever takes it: Russia starts "Russia withdraws"',
    );
    expect(stdout).toContain(
      'In account D an agreement would hold, and no premise has to change for it: what is missing is a joint move.',
    );
    expect(stdout).toContain(
      'by which all who make it gain: Russia, Ukraine and United States and allies move together',
    );
  });

  test('[CLI62] that nothing does, and how much was tried', async () => {
    const { stdout } = await impasse(['unlock', ukraine, '--account', 'C', '--max-edits', '1'], {
      columns: 400,
    });
    expect(stdout).toMatch(/In account C no single change of those tried opens an agreement/);
    expect(stdout).toMatch(
      /Tried in account C: \d+ single changes, one by one; \d+ sets tried, none that could be minimal was left out\./,
    );
  });

  test('[CLI62] whether the deals of the account would be kept, and what would prevent a breach', async () => {
    const { stdout } = await impasse(['unlock', ukraine, '--account', 'B'], { columns: 400 });
    expect(stdout).toContain(
      'It might not be kept: Russia ends "Russia withdraws", which pays for it; that leaves Ukraine and Partners worse off than without a deal.',
    );
    expect(stdout).toContain(
      'What would prevent it: a guarantee that this stays as agreed: "Russia withdraws".',
    );
  });

  test('[CLI62] --all lists every set', async () => {
    const short = await impasse(['unlock', ukraine, '--account', 'C']);
    const long = await impasse(['unlock', ukraine, '--account', 'C', '--all']);
    expect(short.stdout).toContain('--all lists them');
    expect(long.stdout).not.toContain('--all lists them');
    expect(long.stdout.length).toBeGreaterThan(short.stdout.length);
  });

  test('a case without an agreement is told so', async () => {
    const { stdout, code } = await impasse(['unlock', 'cases/published/prisoners-dilemma']);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(100);
  });
});

test('[CLI63] an interruption ends the search; what was found is printed, marked as truncated', async () => {
  let asked = 0;
  const told: string[] = [];
  const watch = {
    stopped: () => {
      asked += 1;
      return asked > 60;
    },
    progress: (_done: number, _total: number, what: string) => void told.push(what),
  };
  const run = await impasse(['unlock', ukraine, '--account', 'C', '--json'], { watch });
  const [account] = (JSON.parse(run.stdout) as Printed).accounts;
  expect(account).toMatchObject({ exhausted: false, truncated: true });
  expect(new Set(told)).toContain('sets of changes');
  const text = await impasse(['unlock', ukraine, '--account', 'C'], { watch: { stopped: () => true } });
  expect(text.stdout).toContain('truncated');
});

test.each([
  ['--reach', 'luck'],
  ['--max-edits', '0'],
  ['--max-edits', '7'],
  ['--kinds', 'drop,bribe'],
  ['--concept', 'seq,nash'],
  ['--concept', 'luck'],
  ['--account', 'nobody'],
])('[CLI61] %s %s is wrong usage', async (name, value) => {
  const run = await impasse(['unlock', truce, name, value]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).not.toBe('');
});

// Tests the command `robust` as people meet it: text, JSON, seeds, wrong usage, interruption.
import { describe, expect, test } from 'vitest';
import { impasse } from '../../../tests/support/impasse.ts';

const truce = 'tests/fixtures/case/contract-truce.yaml';
const ukraine = 'cases/ukraine-2022';

interface Found {
  readonly accounts: readonly unknown[];
  readonly seed?: number;
  readonly ties: boolean;
  readonly states: readonly {
    readonly concepts: Readonly<Record<string, { readonly interval?: readonly number[] }>>;
  }[];
  readonly strength?: unknown;
  readonly everyAccount: {
    readonly accounts: readonly string[];
    readonly questions: readonly {
      readonly question: string;
      readonly concept: string;
      readonly answers: Readonly<Record<string, string>>;
      readonly everywhere?: string;
    }[];
  };
}

async function json(args: readonly string[]): Promise<Found> {
  const run = await impasse(['robust', ...args, '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout);
}

describe('the JSON of robust', () => {
  test('has the fields of the contract, for one account at the top as well [CLI60]', async () => {
    const found = await json([truce, '--account', 'a']);
    expect(found).toMatchObject({ account: 'a', method: 'exact', readings: 2, decidedBy: ['south'] });
    expect(found.accounts).toHaveLength(1);
    expect(found.seed).toBeUndefined();
    const [first] = found.states;
    expect(first).toMatchObject({ id: 1, pattern: 'NN' });
    expect(first?.concepts.nash).toMatchObject({ word: 'every', share: 1, proven: true });
    const last = found.states[3];
    expect(last?.concepts.seq).toMatchObject({ word: 'some', share: 0.5, proven: true });
  });

  test('has an interval and the seed where sampled, the same for the same seed [CLI60, CLI61]', async () => {
    const args = [ukraine, '--account', 'C', '--noise', '4', '--samples', '300'];
    const found = await json([...args, '--seed', '7']);
    expect(found).toMatchObject({ method: 'sampled', readings: 300, seed: 7, noise: 4 });
    for (const { concepts } of found.states) expect(concepts.seq?.interval).toHaveLength(2);
    expect(await json([...args, '--seed', '7'])).toEqual(found);
    expect((await json([...args, '--seed', '8'])).states).not.toEqual(found.states);
  });

  test('a tie is a reading only where ties are asked for [CLI60]', async () => {
    const found = await json([truce, '--account', 'b']);
    const tied = await json([truce, '--account', 'b', '--ties']);
    expect([found.ties, tied.ties]).toEqual([false, true]);
  });

  test('names what holds in every account, where there are several [CLI60]', async () => {
    const { everyAccount } = await json([ukraine]);
    expect(everyAccount.accounts).toEqual(['A', 'B', 'C', 'D', 'E']);
    const quo = everyAccount.questions.find(
      (each) => each.question === 'statusQuo' && each.concept === 'seq',
    );
    expect(quo?.answers).toEqual({ A: 'every', B: 'none', C: 'every', D: 'every', E: 'every' });
    expect(quo?.everywhere).toBeUndefined();
  });
});

describe('the text of robust', () => {
  test('names the account in its sentence, and says what was gone through [CLI63]', async () => {
    const { stdout } = await impasse(['robust', truce, '--account', 'a']);
    expect(stdout).toContain('In account a, by seq, an agreement holds in some readings (50 % of them)');
    expect(stdout).toContain('Both readings of the preferences were gone through.');
    expect(stdout).toContain('If only the preference of The southern regime varies (2 readings)');
    expect(stdout).toContain('How near these are to breaking');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('says of a sample how it was drawn and how sure its shares are [CLI63]', async () => {
    const { stdout } = await impasse([
      'robust',
      ukraine,
      '--account',
      'C',
      '--noise',
      '4',
      '--samples',
      '300',
    ]);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/300 readings of [\d,]+ were drawn at random \(seed 1\)/);
    expect(stdout).toMatch(/\d+ % \([\d.]+-[\d.]+\)/);
  });

  test('says that one reading is all there is where nothing is open [CLI63]', async () => {
    const { stdout } = await impasse(['robust', ukraine, '--account', 'A']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'In account A, by seq, no agreement holds; the status quo holds.',
    );
    expect(stdout).toContain('one reading');
  });

  test('never counts accounts [CLI63]', async () => {
    const { stdout } = await impasse(['robust', ukraine]);
    expect(stdout).toContain('What holds in every account');
    expect(stdout).not.toMatch(/\d+ of (the )?\d+ accounts|\d+ accounts/);
  });

  test('tells strength where it is asked for [CLI64]', async () => {
    const plain = await impasse(['robust', truce, '--account', 'b']);
    expect(plain.stdout).not.toContain('How strongly');
    const asked = await impasse(['robust', truce, '--account', 'a', '--strength']);
    expect(asked.stdout).toContain('How strongly situations hold');
    expect((await json([truce, '--account', 'a', '--strength'])).strength).toBeNull();
  });
});

describe('usage', () => {
  test.each([
    ['--samples', '0'],
    ['--seed', 'x'],
    ['--noise', '-1'],
    ['--noise', '1.5'],
  ])('%s %s is refused [CLI65]', async (option, value) => {
    const run = await impasse(['robust', truce, option, value]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('It is a whole number');
  });

  test('work that is stopped prints what it has, marked [CLI62]', async () => {
    let asked = 0;
    const watch = { stopped: () => ++asked > 40 };
    const run = await impasse(
      ['robust', ukraine, '--account', 'C', '--noise', '4', '--samples', '3000', '--json'],
      { watch },
    );
    const found = JSON.parse(run.stdout);
    expect(found.truncated).toBe(true);
    expect(found.readings).toBeLessThan(3000);
  });
});

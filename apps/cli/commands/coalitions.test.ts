// Tests the command `coalitions` as people meet it: Elmira in text and JSON, chosen coalitions, wrong usage.
import { describe, expect, test } from 'vitest';
import { impasse } from '../../../tests/support/impasse.ts';

const elmira = 'cases/gallery/elmira-1991';

describe('Elmira', () => {
  test('in JSON has the fields of the contract [CLI66]', async () => {
    const run = await impasse(['coalitions', elmira, '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const found = JSON.parse(run.stdout);
    expect(found.coalitions).toHaveLength(7);
    expect(found.coalitions[3].members).toEqual(['ministry', 'uniroyal']);
    expect(found.coalitions[3].concepts.nash).not.toContain(7);
    expect(found.joint).toEqual([
      {
        members: ['ministry', 'uniroyal'],
        from: 7,
        to: 10,
        agreement: true,
        open: ['nash', 'gmr', 'smr', 'seq', 'sseq'],
      },
    ]);
    expect(found.universal.nash).toEqual([5, 6, 10, 11, 12]);
    expect(found.extensions).toEqual(['sseq']);
    expect(found.accounts[0].joint).toEqual(found.joint);
  });

  test('in text names who would move together, from where to where [CLI67]', async () => {
    const { stdout } = await impasse(['coalitions', elmira]);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain(
      'In this account Ministry of the Environment and Uniroyal would each gain by moving together from situation 7 (NYNNY) to an agreement, situation 10 (YNYNY)',
    );
    expect(text).toContain('no answer of the others makes it a bad move for any of them');
    expect(text).toContain('Situations that no party and no coalition would leave');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('where nobody gains together says so [CLI67]', async () => {
    const { stdout } = await impasse(['coalitions', 'cases/published/syria-iraq-1975']);
    expect(stdout).toContain('nobody gains by moving together');
  });
});

describe('chosen coalitions', () => {
  test('are judged alone, in any order of their members [CLI66]', async () => {
    const run = await impasse(['coalitions', elmira, '--coalition', 'uniroyal+ministry', '--json']);
    const found = JSON.parse(run.stdout);
    expect(found.coalitions.map(({ members }: { members: string[] }) => members)).toEqual([
      ['ministry', 'uniroyal'],
    ]);
    expect(found.universal).toBeUndefined();
    expect(found.joint).toHaveLength(1);
  });

  test('of parties that are not there are refused with those that are [CLI65]', async () => {
    const run = await impasse(['coalitions', elmira, '--coalition', 'ministry+nobody']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('no decision maker "nobody"');
    expect(run.stderr).toContain('ministry, uniroyal and local');
    expect(run.stdout).toBe('');
  });

  test('with --pareto may move where nobody loses [CLI66]', async () => {
    const run = await impasse(['coalitions', elmira, '--pareto', '--json']);
    expect(JSON.parse(run.stdout).gain).toBe('pareto');
  });
});

test('work that is stopped prints the coalitions judged, marked [CLI62]', async () => {
  let asked = 0;
  const watch = { stopped: () => ++asked > 60 };
  const run = await impasse(['coalitions', elmira, '--json'], { watch });
  const found = JSON.parse(run.stdout);
  expect(found.truncated).toBe(true);
  expect(found.coalitions.length).toBeLessThan(7);
  const text = await impasse(['coalitions', elmira], { watch: { stopped: () => true } });
  expect(text.stdout).toContain('Stopped before the end');
});

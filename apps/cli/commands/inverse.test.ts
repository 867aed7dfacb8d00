// Runs `inverse` as a user would: the published example, its JSON, and wrong usage.
import { describe, expect, test } from 'vitest';
import { inverseSchema } from '../../../src/report/index.ts';
import { caseFolders } from '../../../tests/cases/case-files.ts';
import { impasse } from '../../../tests/support/impasse.ts';

const euphrates = 'tests/fixtures/case/contract-euphrates.yaml';

describe('inverse', () => {
  test('[CLI64] Syria and Iraq 1975, target 2: swaps and counts, under the names of the contract', async () => {
    const run = await impasse(['inverse', euphrates, '--state', '2', '--count', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const printed = JSON.parse(run.stdout);
    expect(inverseSchema.safeParse(printed).error).toBeUndefined();
    expect(printed).toMatchObject({ account: 'base', state: 2, pattern: 'YNN', rankings: 720 });
    expect(printed.counts.syria).toEqual({ nash: 240, gmr: 384, smr: 300, seq: 384, sseq: 300 });
    const syria = printed.decisionMakers.syria;
    expect([syria.nash.swaps, syria.gmr.swaps, syria.smr.swaps, syria.seq.swaps, syria.sseq.swaps]).toEqual([
      3, 1, 1, 1, 1,
    ]);
    expect(syria.nash).toEqual({
      holds: false,
      swaps: 3,
      condition: {
        all: [
          { move: 1, any: [{ noBetter: [1], reply: [] }] },
          { move: 3, any: [{ noBetter: [3], reply: [] }] },
        ],
      },
    });
    expect(printed.decisionMakers.iraq.seq.holds).toBe(true);
    expect(printed.together.seq).toEqual({ swaps: 1, holds: true });
  });

  test('[CLI64] in words, by pattern too', async () => {
    const { stdout, code } = await impasse(['inverse', euphrates, '--state', 'YNN', '--count'], {
      columns: 200,
    });
    expect(code).toBe(0);
    expect(stdout).toContain('What would make situation 2 (YNN) hold in this account: Release water.');
    expect(stdout).toContain(
      'By gmr and seq it holds for Syria if, for every move that Syria could make from it, one of these is so:',
    );
    expect(stdout).toContain(
      'or situation 6 (NYY) is no better for it (the others\' answer: Iraq starts "Attack")',
    );
    expect(stdout).toContain('By seq it takes 1 swap in all; then it holds for all (solved again).');
    expect(stdout).toMatch(/nash {2}no {5}3 {13}240 of 720/);
  });

  test.each(caseFolders)('%s keeps to its schema', async (folder) => {
    const run = await impasse(['inverse', folder, '--state', '1', '--count', '--json', '--variants']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(inverseSchema.safeParse(JSON.parse(run.stdout)).error).toBeUndefined();
  });

  test('[CLI65] an unknown state, or none, is wrong usage, and the forms of states are said', async () => {
    const unknown = await impasse(['inverse', euphrates, '--state', 'YYN']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('No account has a feasible state YYN.');
    expect(unknown.stderr).toContain(
      'base: patterns of 3 letters Y or N for release, escalate and attack, or an id from 1 to 6',
    );
    expect((await impasse(['inverse', euphrates])).code).toBe(2);
  });
});

// Checks the command `export`: every format, which accounts it holds, and what is said where it holds none.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../../../tests/support/golden.ts';
import { impasse } from '../../../tests/support/impasse.ts';
import { root } from '../../../tests/support/repository.ts';
import { temporaryFolder } from '../../../tests/support/temporary.ts';

const folder = temporaryFolder('export');
const euphrates = 'cases/published/syria-iraq-1975';
const ukraine = 'cases/ukraine-2022';

describe('[CLI43] one account', () => {
  test.each(['csv', 'dot', 'gmcr', 'latex', 'nfg'])('as %s', async (to) => {
    const { code, stdout, stderr } = await impasse(['export', euphrates, '--to', to]);
    expect(code).toBe(0);
    expectGolden(`export/syria-iraq.${to}`, stdout);
    expect(/W4020/.test(stderr)).toBe(to === 'gmcr' || to === 'nfg');
  });

  test('as svg', async () => {
    const { code, stdout } = await impasse(['export', euphrates, '--to', 'SVG']);
    expect([code, stdout.startsWith('<?xml'), stdout.match(/class="node"/g)?.length]).toEqual([
      0,
      true,
      6 + 4,
    ]);
  });

  test('as json it is what analyze --json prints', async () => {
    const [exported, analysed] = [
      await impasse(['export', euphrates, '--to', 'json']),
      await impasse(['analyze', euphrates, '--json', '--all']),
    ];
    expect(exported.stdout).toBe(analysed.stdout);
  });

  test('what gmcr holds can be imported again, with the same stability', async () => {
    const here = { cwd: folder };
    expect(
      (await impasse(['export', join(root, euphrates), '--to', 'gmcr', '-o', 'x.gmcr'], here)).code,
    ).toBe(0);
    expect((await impasse(['import', 'x.gmcr', '-o', 'x.yaml'], here)).code).toBe(0);
    const [again, before] = [
      await impasse(['export', 'x.yaml', '--to', 'json'], here),
      await impasse(['export', euphrates, '--to', 'json']),
    ].map(({ stdout }) =>
      JSON.parse(stdout).accounts[0].states.map((state: { equilibrium: unknown; stable: unknown }) => [
        state.stable,
        state.equilibrium,
      ]),
    );
    expect(again).toEqual(before);
  });
});

describe('[CLI44] several accounts', () => {
  test('csv, json and latex hold all of them, each named', async () => {
    const csv = (await impasse(['export', ukraine, '--to', 'csv'])).stdout.trim().split('\n');
    expect(new Set(csv.slice(1).map((line) => line.split(',')[0]))).toEqual(
      new Set(['A', 'B', 'C', 'D', 'E']),
    );
    const json = JSON.parse((await impasse(['export', ukraine, '--to', 'json', '--account', 'A,C'])).stdout);
    expect(json.accounts.map(({ account }: { account: string }) => account)).toEqual(['A', 'C']);
    const latex = (await impasse(['export', ukraine, '--to', 'latex', '--account', 'A', '--account', 'B']))
      .stdout;
    expect([
      latex.includes('(account A)'),
      latex.includes('(account B)'),
      latex.includes('(account C)'),
    ]).toEqual([true, true, false]);
  });

  test.each(['dot', 'svg', 'gmcr', 'nfg'])('%s holds one, and asks which', async (to) => {
    expect(await impasse(['export', ukraine, '--to', to])).toEqual({
      code: 2,
      stdout: '',
      stderr: `${to} holds one account: choose one with --account. There are A, B, C, D and E.\n`,
    });
    const one = await impasse(['export', ukraine, '--to', to, '--account', 'B']);
    expect(one.code).toBe(to === 'nfg' ? 1 : 0);
  });
});

describe('[CLI45] what cannot be exported', () => {
  test('an unknown format: the nearest one and the list', async () => {
    const { code, stderr } = await impasse(['export', euphrates, '--to', 'gcmr']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Formats are csv, json, latex, dot, svg, gmcr and nfg\. Did you mean gmcr\?/);
    expect((await impasse(['export', euphrates])).code).toBe(2);
  });

  test('an account that is not there', async () => {
    const { code, stderr } = await impasse(['export', ukraine, '--to', 'dot', '--account', 'Z']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/There is no account Z\. The case has A, /)]);
  });

  test('a model that does not fit the format: every reason, and no file', async () => {
    const file = join(folder, 'b.nfg');
    const { code, stderr } = await impasse(['export', ukraine, '--to', 'nfg', '--account', 'B', '-o', file]);
    expect([code, existsSync(file), stderr.match(/E4020/g)?.length]).toEqual([1, false, 2]);
  });
});

test('[CLI46] a file is written whole and never over another; a csv begins as Excel likes it where asked', async () => {
  const file = join(folder, 'x.csv');
  const run = (): ReturnType<typeof impasse> =>
    impasse(['export', euphrates, '--to', 'csv', '--bom', '-o', file]);
  expect(await run()).toEqual({ code: 0, stdout: '', stderr: `Written to ${file}.\n` });
  expect(readFileSync(file, 'utf8')).toMatch(/^\uFEFFaccount,id,state/);
  const again = await run();
  expect([again.code, again.stderr]).toEqual([2, expect.stringMatching(/nothing is written over it/)]);
});

test('[CLI46] work that is stopped says so', async () => {
  const { stderr } = await impasse(['export', euphrates, '--to', 'csv'], { watch: { stopped: () => true } });
  expect(stderr).toMatch(/The work was stopped before its end/);
});

// Compares what the command line prints with what somebody last agreed to.
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { impasse } from '../support/impasse.ts';

const reports: readonly { readonly name: string; readonly args: readonly string[]; readonly code: number }[] =
  [
    { name: 'analyze-ukraine', args: ['analyze', 'cases/ukraine-2022'], code: 0 },
    { name: 'compare-ukraine', args: ['compare', 'cases/ukraine-2022'], code: 0 },
    {
      name: 'why-ukraine-a',
      args: ['analyze', 'cases/ukraine-2022', '--account', 'A', '--why', 'YNYYN'],
      code: 0,
    },
    { name: 'why-merging-lanes', args: ['analyze', 'cases/gallery/merging-lanes', '--why', 'NN'], code: 0 },
    { name: 'analyze-elmira', args: ['analyze', 'cases/gallery/elmira-1991'], code: 0 },
    { name: 'analyze-euphrates', args: ['analyze', 'tests/fixtures/cases/euphrates.yaml'], code: 0 },
    { name: 'analyze-truce', args: ['analyze', 'tests/fixtures/cases/truce.yaml'], code: 0 },
    { name: 'compare-truce', args: ['compare', 'tests/fixtures/cases/truce.yaml'], code: 0 },
    { name: 'check-ukraine', args: ['check', 'cases/ukraine-2022'], code: 0 },
    { name: 'check-broken', args: ['check', 'tests/fixtures/cases/broken.yaml'], code: 1 },
    { name: 'analyze-all-of-45', args: ['analyze', 'tests/fixtures/cases/all-of-45.yaml'], code: 1 },
    { name: 'help', args: ['--help'], code: 0 },
    { name: 'help-analyze', args: ['analyze', '--help'], code: 0 },
  ];

describe('[CLI1] the reports', () => {
  test.each(reports)('$name', async ({ name, args, code }) => {
    const run = await impasse(args);
    expect(run.code).toBe(code);
    expectGolden(`cli/${name}.txt`, run.stdout + (run.stderr === '' ? '' : `--- stderr\n${run.stderr}`));
  });

  test('[CLI2] no line is wider than the terminal, but for addresses', async () => {
    for (const columns of [60, 80, 120]) {
      const { stdout } = await impasse(['analyze', 'cases/ukraine-2022'], { columns });
      const wide = stdout.split('\n').filter((line) => [...line].length > columns && !line.includes('://'));
      expect(wide, `${columns} columns`).toEqual([]);
    }
  });

  test('[CLI2] colour is only in what is asked to be coloured', async () => {
    const args = ['analyze', 'tests/fixtures/cases/euphrates.yaml'];
    const plain = await impasse(args);
    const coloured = await impasse(args, { colour: { out: true, err: true } });
    expect(plain.stdout).not.toContain('\u001b');
    expect(coloured.stdout).toContain('\u001b[1m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });
});

describe('[CLI3] what an account leaves out', () => {
  test('stands beside every verdict of it', async () => {
    const { stdout } = await impasse(['analyze', 'cases/ukraine-2022']);
    expect(stdout.match(/Who invaded: Russia attacked Ukraine/g)).toHaveLength(2);
    for (const args of [
      ['analyze', 'cases/ukraine-2022', '--account', 'A'],
      ['compare', 'cases/ukraine-2022'],
    ]) {
      expect((await impasse(args)).stdout).toContain('Who invaded: Russia attacked Ukraine');
    }
  });
});

describe('the worked example ends with the verdicts', () => {
  test('[CLI4] as the facts and the models have them', async () => {
    const { stdout } = await impasse(['analyze', 'cases/ukraine-2022']);
    const verdicts = stdout.slice(stdout.indexOf('\nThe verdicts\n')).replace(/\s+/g, ' ');
    for (const part of [
      'By seq 1 situation holds for all, the status quo, 0 of 8 agreements. By nash 1 situation holds for all, the status quo, 0 of 8 agreements.',
      'of 13,824 orders, 8,448 (61 %) make an agreement stable by seq, none makes an agreement stable by nash and 7,488 (54 %) leave a deal',
      'Russia withdraws; Ukraine talks; The West arms Ukraine; Partners give binding guarantees. The status quo does not hold: Russia would leave it.',
      'By seq 2 situations hold for all, 0 of 18 agreements. By nash 2 situations hold for all, 0 of 18 agreements.',
      'By seq 3 situations hold for all, 1 of 8 agreements. By nash 3 situations hold for all, 1 of 8 agreements.',
      'holds only because "The West guarantees Ukraine" cannot be taken back: irreversibility, not satisfaction.',
      'it cannot be reached one move at a time',
    ]) {
      expect(verdicts).toContain(part);
    }
  });
});

describe('wrong usage ends with code 2 and a way out', () => {
  test.each([
    [['analyse', 'x'], 'Did you mean analyze'],
    [['analyze'], "missing required argument 'case'"],
    [
      ['analyze', 'cases/ukraine-2022', '--concepts', 'nsah'],
      'Known concepts are nash, gmr, smr, seq and sseq',
    ],
    [['analyze', 'cases/ukraine-2022', '--sanctions', 'all'], 'legal, once and single'],
    [['analyze', 'cases/ukraine-2022', '--account', 'Z'], 'There is no account Z. The case has A, '],
    [['analyze', 'cases/ukraine-2022', '--account', 'A', '--why', 'YY'], 'patterns of 5 letters Y or N'],
    [['analyze', 'cases/ukraine-2022', '--josn'], 'Did you mean --json'],
  ])('[CLI5] %j', async (args, hint) => {
    const run = await impasse(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(hint);
  });

  test.each([
    ['no/such/file.yaml', 'there is no such file or folder'],
    ['cases', 'this folder holds no case.yaml'],
    ['tests/fixtures/cases/truce.yaml/case.yaml', 'there is no such file or folder'],
  ])('[CLI6] a case that cannot be opened: %s', async (path, reason) => {
    const run = await impasse(['analyze', path]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(reason);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});

// Checks the command `import`: what it prints where, what it writes, and that it writes over nothing.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { impasse } from '../../../tests/support/impasse.ts';
import { root } from '../../../tests/support/repository.ts';
import { temporaryFolder } from '../../../tests/support/temporary.ts';

const folder = temporaryFolder('import');
const elmira = 'tests/fixtures/gmcr/elmira-ranked.gmcr';
const path = (name: string): string => join(folder, name);

test('[CLI40] the case goes to standard output, diagnostics and notes to standard error', async () => {
  const { code, stdout, stderr } = await impasse(['import', elmira]);
  expect(code).toBe(0);
  expect(stdout).toBe(readFileSync(join(root, 'tests/golden/gmcr/elmira-ranked.yaml'), 'utf8'));
  expect(stderr).toMatch(/elmira-ranked\.gmcr:1:1: warning W4004/);
  expect(stderr).toMatch(/^note: .*`--sanctions once`/m);
});

test('[CLI40] what is written is a case that can be analysed, where the user stands', async () => {
  const { code, stdout } = await impasse(['import', join(root, elmira), '-o', 'new.yaml'], { cwd: folder });
  expect([code, stdout]).toEqual([0, '']);
  const analysed = await impasse(['analyze', 'new.yaml', '--json'], { cwd: folder });
  expect(analysed.code).toBe(0);
  expect(JSON.parse(analysed.stdout).accounts[0].statusQuoStable.uniroyal).toContain('nash');
});

test('[CLI41] nothing is written over a file, and nothing is left beside it', async () => {
  writeFileSync(path('mine.yaml'), 'mine');
  const before = readdirSync(folder);
  const { code, stderr } = await impasse(['import', elmira, '-o', path('mine.yaml')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /mine\.yaml: there is such a file already, and nothing is written over it: choose another name/,
  );
  expect(readFileSync(path('mine.yaml'), 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(before);
});

test('[CLI41] a folder that is not there, or that is the target, is said to be', async () => {
  expect((await impasse(['import', elmira, '-o', path('no/x.yaml')])).stderr).toMatch(
    /x\.yaml: there is no such folder/,
  );
  mkdirSync(path('taken'));
  expect((await impasse(['import', elmira, '-o', path('taken')])).code).toBe(2);
});

test('[CLI40] --json holds the case, the notes and the diagnostics', async () => {
  const { code, stdout } = await impasse(['import', elmira, '--json']);
  const found = JSON.parse(stdout);
  expect([code, Object.keys(found)]).toEqual([0, ['impasse', 'valid', 'yaml', 'notes', 'diagnostics']]);
  expect(found.yaml).toContain('title: elmira-ranked');
  expect(found.diagnostics[0].code).toBe('W4004');
});

describe('[CLI42] what cannot be imported', () => {
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['a pickle', Uint8Array.of(0x80, 3, 0x7d, 0x71, 0), /error E4002: this file is a Python pickle/],
    ['no JSON', '{"options": [', /x\.gmcr:1:14: error E4001/],
    ['no model', '{}', /error E4004/],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), /error E4001: this is no text in UTF-8/],
    ['an empty file', '', /error E4001/],
  ];
  test.each(cases)('%s', async (_, content, message) => {
    writeFileSync(path('x.gmcr'), content);
    const { code, stdout, stderr } = await impasse(['import', path('x.gmcr'), '-o', path('never.yaml')]);
    expect([code, stdout, existsSync(path('never.yaml'))]).toEqual([1, '', false]);
    expect(stderr).toMatch(message);
    const json = await impasse(['import', path('x.gmcr'), '--json']);
    expect([json.code, JSON.parse(json.stdout).yaml]).toEqual([1, null]);
  });

  test('a file that is not there, and a folder', async () => {
    expect(await impasse(['import', 'nothing.gmcr'])).toMatchObject({ code: 1, stdout: '' });
    expect(await impasse(['import', 'cases/published/syria-iraq-1975'])).toMatchObject({
      code: 1,
      stderr: 'cases/published/syria-iraq-1975: this is a folder; a .gmcr file is needed\n',
    });
  });
});

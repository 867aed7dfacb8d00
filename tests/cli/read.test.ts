// Shows what `read` takes, prints and refuses.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSchema } from '../../src/report/index.ts';
import { impasse } from '../support/impasse.ts';
import { temporaryFolder } from '../support/temporary.ts';

const folder = temporaryFolder('read');
const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text);
const run = (...args: readonly string[]) => impasse(['read', ...args], { cwd: folder });
const said = 'Mayor Ann Lee said that the brutal strike must end.\n';

beforeAll(() => {
  mkdirSync(join(folder, 'more', 'deep'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  write('a.txt', `title: One\nauthor: Ina Writer\n---BODY---\n${said}`);
  write(join('more', 'b.md'), said);
  write(join('more', 'deep', 'a.txt'), said);
  write(join('more', '.hidden.txt'), said);
  write(join('more', 'picture.png'), 'x');
  write('bad.txt', new Uint8Array([0xff, 0x41]));
  write(
    'codebook.yaml',
    'actors: [{ id: lee, name: Ann Lee }]\nconcepts: [{ id: strike, name: Strike, keywords: strike }]\n',
  );
  write('wrong.yaml', 'actors: [{ id: lee, nme: Ann Lee }]\n');
});

describe('what is read', () => {
  test('[CLI70] files and folders, in order, hidden files left out, each with an id of its own', async () => {
    const { code, stdout, stderr } = await run('a.txt', 'more', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { documents } = JSON.parse(stdout);
    expect(
      documents.map(({ document, path }: { document: string; path: string }) => [document, path]),
    ).toEqual([
      ['a', 'a.txt'],
      ['b', join('more', 'b.md')],
      ['a-2', join('more', 'deep', 'a.txt')],
    ]);
  });

  test('[CLI70] what cannot be read is said with code 1, and the others are read', async () => {
    const { code, stdout, stderr } = await run('none.txt', 'bad.txt', 'empty', 'a.txt', '--json');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^none\.txt: there is no such file or folder$/m);
    expect(stderr).toMatch(/^empty: this folder holds no document/m);
    expect(stderr).toMatch(/^bad\.txt:1:1: error E3004: byte 0 is not UTF-8$/m);
    const { documents, diagnostics } = JSON.parse(stdout);
    expect(documents).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'E3004' }]);
  });

  test('[CLI70] a codebook gives ids and concepts; a wrong one ends it', async () => {
    const { documents } = JSON.parse((await run('a.txt', '--codebook', 'codebook.yaml', '--json')).stdout);
    expect(documents[0].statements).toMatchObject([{ speaker: ['lee'], concept: 'strike' }]);
    expect(await run('a.txt', '--codebook', 'wrong.yaml')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('E1005'),
    });
    expect(await run('a.txt', '--codebook', 'none.yaml')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'none.yaml: there is no such file or folder\n',
    });
  });
});

describe('what is printed', () => {
  test('[CLI71] JSON keeps to its schema, with the body where it is asked for', async () => {
    const { stdout } = await run('a.txt', 'more', '--json', '--body');
    const parsed = JSON.parse(stdout);
    expect(readSchema.safeParse(parsed).error).toBeUndefined();
    const [first] = parsed.documents;
    expect(first).toMatchObject({ title: 'One', author: 'Ina Writer', offset: 41, body: said });
    for (const { start, end, text } of first.statements) expect(first.body.slice(start, end)).toBe(text);
    expect(JSON.parse((await run('a.txt', '--json')).stdout).documents[0]).not.toHaveProperty('body');
  });

  test('[READ1] text shows each statement in its sentence, with its rule', async () => {
    const { stdout } = await run('a.txt');
    expect(stdout).toContain('Ann Lee: demand, in reported words');
    expect(stdout).toContain('Mayor Ann Lee said that [[the brutal strike must end]].');
    expect(stdout).toContain('loaded: brutal; rule S3, score 0.9');
  });

  test('[READ1] nothing printed moves the cursor or turns the direction of writing', async () => {
    write('evil.txt', 'Ann Lee said that the \u001b[2Jbrutal \u202estrike must end.\n');
    const { stdout } = await run('evil.txt');
    expect(stdout).toContain('brutal');
    for (const mark of ['\u001b', '\u202e']) expect(stdout).not.toContain(mark);
  });
});

describe('hostile documents', () => {
  test('[CLI72] [CLI73] of one line of 7 MB the end is left out, with a warning', async () => {
    write('long.txt', 'x '.repeat(3_500_000));
    const began = performance.now();
    const { code, stdout, stderr } = await run('long.txt', '--json');
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning W3001: \d+ of 7000000 characters/);
    expect(JSON.parse(stdout).documents[0]).toMatchObject({ truncated: true, length: 7_000_000 });
  });

  test('[CLI73] a file larger than is read is not even opened', async () => {
    write('large.txt', new Uint8Array(65_000_000));
    expect(await run('large.txt')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('E3003'),
    });
  });
});

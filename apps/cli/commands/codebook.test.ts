// Tests the command `codebook` as people meet it: the list, previews, changes of files, and wrong use.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codebookSchema } from '../../../src/report/index.ts';
import { impasse } from '../../../tests/support/impasse.ts';
import { root } from '../../../tests/support/repository.ts';
import { temporaryFolder } from '../../../tests/support/temporary.ts';

const ferry = 'tests/fixtures/coded-case';
const work = temporaryFolder('codebook');
let copies = 0;

function copy(): string {
  copies += 1;
  const folder = join(work, `case ${copies}`);
  cpSync(join(root, ferry), folder, { recursive: true });
  return folder;
}

/** Every file of a folder with its text. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
  );
}

async function printed(...args: readonly string[]): Promise<string> {
  const run = await impasse(['codebook', ...args]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return run.stdout;
}
async function json(...args: readonly string[]) {
  const value = JSON.parse(await printed(...args, '--json'));
  expect(codebookSchema.safeParse(value).error).toBeUndefined();
  return value;
}

describe('codebook', () => {
  test('[CLI118] lists actors and concepts with their statements', async () => {
    const text = await printed(ferry);
    expect(text).toContain("union: Seamen's union, the seamen; 4 statements");
    expect(text).toContain('strike: Stopping the ferries; option union.strike; 3 statements');
    const { actors, change } = await json(ferry);
    expect(actors[0]).toMatchObject({ id: 'company', statements: ['h1', 'h4', 'p2'] });
    expect(change).toBeUndefined();
  });

  test('[CLI118] shows a change, and writes nothing', async () => {
    const folder = copy();
    const before = filesOf(folder);
    const text = await printed(folder, '--rename', 'actor:union=seamen');
    expect(text).toContain('4 statements would be changed.');
    expect(text).toContain('h2  speaker: union becomes seamen');
    expect(filesOf(folder)).toEqual(before);
  });

  test('[CLI117, CLI118] --write changes statements and the file, comments stay', async () => {
    const folder = copy();
    const path = join(folder, 'codebook.yaml');
    writeFileSync(path, `# ours\n${readFileSync(path, 'utf8')}`);
    const before = filesOf(folder);
    const { change } = await json(folder, '--rename', 'actor:union=seamen', '--write', '--by', 'eve');
    expect(change).toMatchObject({ added: ['seamen'], removed: ['union'], altered: [], written: true });
    const after = filesOf(folder);
    expect(after['codebook.yaml']).toBe(before['codebook.yaml']?.replace('id: union', 'id: seamen'));
    expect(after['case.yaml']).toBe(before['case.yaml']);
    const records = (after['harbour-news.jsonl'] ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records[1]).toMatchObject({
      speaker: ['seamen'],
      history: [{ by: 'eve', before: { speaker: ['union'] } }],
    });
    expect(records[0].history).toEqual([]);
    const [first] = (before['harbour-news.jsonl'] ?? '').split('\n');
    expect(after['harbour-news.jsonl']?.startsWith(`${first}\n`)).toBe(true);
  });

  test('[CLI118] a change that broke off after the statements is completed', async () => {
    const folder = copy();
    const path = join(folder, 'codebook.yaml');
    const old = readFileSync(path, 'utf8');
    const rename = [folder, '--rename', 'actor:union=seamen', '--write', '--by', 'eve'];
    await printed(...rename);
    writeFileSync(path, old);
    const { change } = await json(...rename);
    expect(change).toMatchObject({ statements: [], added: ['seamen'] });
    expect(readFileSync(path, 'utf8')).toContain('id: seamen');
  });

  test('[CLI118] merge, split and recode', async () => {
    const folder = copy();
    const by = ['--write', '--by', 'eve'];
    const split = await json(
      folder,
      '--split',
      'concept:strike=april-strike',
      '--statements',
      'p1',
      '--name',
      'In April',
      ...by,
    );
    expect(split.concepts[2]).toMatchObject({ id: 'april-strike', name: 'In April', statements: ['p1'] });
    const back = await json(folder, '--merge', 'concept:april-strike=strike', ...by);
    expect(
      back.concepts.map(({ id, statements }: { id: string; statements: string[] }) => [
        id,
        statements.length,
      ]),
    ).toEqual([
      ['second-crew', 4],
      ['strike', 3],
    ]);
    const recoded = await json(folder, '--recode', 'actor:company=union', '--statements', 'h1', ...by);
    expect(recoded.actors.map(({ statements }: { statements: string[] }) => statements.length)).toEqual([
      2, 5,
    ]);
    expect(await printed(folder)).toContain('2 concepts');
  });

  test('[CLI118] what cannot be done ends with code 1 and the nearest name', async () => {
    const run = await impasse(['codebook', ferry, '--rename', 'actor:unon=x']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/error E3101: no actor of the codebook is called `unon`[\s\S]*nearest: union/);
    const folder = copy();
    rmSync(join(folder, 'codebook.yaml'));
    expect(await impasse(['codebook', folder, '--rename', 'actor:union=x'])).toMatchObject({ code: 1 });
  });

  test.each([
    [['--rename', 'actor:union'], /form actor:OLD=NEW/],
    [['--rename', 'actor:a=b', '--merge', 'actor:a=b'], /Choose one/],
    [['--rename', 'actor:a,b=c'], /--merge takes several/],
    [['--split', 'actor:a=b'], /needs --statements/],
    [['--rename', 'actor:a=b', '--statements', 'h1'], /belongs to --split/],
    [['--merge', 'actor:a=b', '--name', 'x'], /belongs to --rename/],
    [['--rename', 'actor:a=b', '--write'], /needs --by/],
    [['--write'], /belong to --rename/],
  ])('[CLI115] %j', async (args, said) => {
    const run = await impasse(['codebook', ferry, ...args]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.replace(/\s+/g, ' ')).toMatch(said);
  });
});

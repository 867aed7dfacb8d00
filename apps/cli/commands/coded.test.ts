// Tests `statements`, `positions`, `networks` and `agreement` as people meet them: listings, tables, files, wrong use.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRows } from '../../../src/evidence/index.ts';
import { jsonSchemas } from '../../../src/report/index.ts';
import { impasse } from '../../../tests/support/impasse.ts';
import { root } from '../../../tests/support/repository.ts';
import { temporaryFolder } from '../../../tests/support/temporary.ts';
import { readXml } from '../../../tests/support/xml.ts';
import { writeStatementFiles } from '../write-statements.ts';

const ferry = 'tests/fixtures/coded-case';
const work = temporaryFolder('coded');
let copies = 0;

/** A copy of the case that a test may change. */
function copy(): string {
  copies += 1;
  const folder = join(work, `case ${copies}`);
  cpSync(join(root, ferry), folder, { recursive: true });
  return folder;
}

async function printed(...args: readonly string[]): Promise<string> {
  const run = await impasse(args);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return run.stdout;
}
async function json(...args: readonly string[]) {
  const value = JSON.parse(await printed(...args, '--json'));
  const schema = jsonSchemas[`${args[0]}.schema.json`];
  expect(schema?.safeParse(value).error).toBeUndefined();
  return value;
}
const cells = (text: string): readonly (readonly string[])[] =>
  (readRows(text, 'x').value ?? []).map((row) => row.map((cell) => cell.text));

describe('statements', () => {
  test('[CLI110] lists them, with what is coded of each', async () => {
    const text = await printed('statements', ferry);
    expect(text).toContain('8 statements.');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'h2 union: threat, direct; strike conditional (unless a second crew is hired); accepted, ann',
    );
    expect(await printed('statements', `${ferry}/case.yaml`)).toBe(text);
  });

  test.each([
    [
      ['--holder', 'UNION'],
      ['h2', 'h3', 'h5', 'p1'],
    ],
    [
      ['--kind', 'threat', '--kind', 'demand'],
      ['h2', 'h3', 'h5'],
    ],
    [['--grade', 'author'], ['h6']],
    [['--concept', 'none'], ['h6']],
    [['--status', 'suggested'], ['h6']],
    [['--speaker', 'company', '--coder', 'ann', '--document', 'pier-post'], ['p2']],
  ])('[CLI110] filters by %j', async (options, ids) => {
    const found = await json('statements', ferry, ...options);
    expect(found.statements.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test('[CLI110] as CSV every field, with the date of the source or the document', async () => {
    const [header, ...rows] = cells(await printed('statements', ferry, '--csv'));
    expect(rows).toHaveLength(8);
    const date = (header ?? []).indexOf('date');
    expect(rows.map((row) => row[date])).toEqual([
      ...Array(6).fill('2024-03-01'),
      '2024-04-10',
      '2024-04-10',
    ]);
  });

  test('[CLI110] a folder without a case file will do, and one that is not there is said', async () => {
    const folder = copy();
    rmSync(join(folder, 'case.yaml'));
    expect((await json('statements', folder)).statements).toHaveLength(8);
    const run = await impasse(['statements', join(work, 'nowhere')]);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/there is no such folder/);
  });
});

describe('a table of statements', () => {
  const table = (folder: string, text: string): string => {
    const path = join(folder, 'table.csv');
    writeFileSync(path, text);
    return path;
  };
  const all = (folder: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(join(folder, 'statements')).map((name) => [
        name,
        readFileSync(join(folder, 'statements', name), 'utf8'),
      ]),
    );
  const change =
    'id,document,text,speaker,grade,kind,stance\n' +
    'h1,harbour-news,it cannot pay for a second crew,company,indirect,refusal,-1\n' +
    ',pier-post,second crew,company,indirect,offer,1\n';

  test('[CLI111] is shown first, and nothing is written', async () => {
    const folder = copy();
    const before = all(folder);
    const text = await printed('statements', folder, '--import', table(folder, change));
    expect(text).toContain('1 statement would be changed, 1 would be added; 0 as before.');
    expect(text).toContain('stance: -2 becomes -1');
    expect(text).toContain('--write does it');
    expect(all(folder)).toEqual(before);
  });

  test('[CLI112, CLI117] --write changes lines that change and no others', async () => {
    const folder = copy();
    const before = all(folder);
    const found = await json(
      'statements',
      folder,
      '--import',
      table(folder, change),
      '--write',
      '--by',
      'eve',
    );
    expect(found.import).toMatchObject({
      added: [{ id: 'pier-post-t1', coder: 'eve', status: 'suggested', start: 74 }],
      changed: [{ id: 'h1', fields: { stance: { from: -2, to: -1 } } }],
      unchanged: 0,
      written: true,
    });
    const after = all(folder);
    const lines = (text: string | undefined): readonly string[] => (text ?? '').split('\n');
    const harbour = 'harbour-news.jsonl';
    expect(lines(after[harbour]).slice(1)).toEqual(lines(before[harbour]).slice(1));
    expect(JSON.parse(lines(after[harbour])[0] as string)).toMatchObject({
      stance: -1,
      history: [{ by: 'eve', before: { stance: -2 } }],
    });
    expect(after['pier-post.jsonl']?.startsWith(before['pier-post.jsonl'] as string)).toBe(true);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    // Taken over once, the same table changes nothing.
    const again = await printed('statements', folder, '--csv');
    const same = await json('statements', folder, '--import', table(folder, again), '--write', '--by', 'eve');
    expect(same.import).toMatchObject({ added: [], changed: [], unchanged: 9 });
    expect(all(folder)).toEqual(after);
  });

  test('[CLI112] statements of a document that had none get a file', async () => {
    const folder = copy();
    rmSync(join(folder, 'statements'), { recursive: true });
    await printed('statements', folder, '--import', table(folder, change), '--write', '--by', 'eve');
    expect(Object.keys(all(folder))).toEqual(['harbour-news.jsonl', 'pier-post.jsonl']);
    expect((await json('statements', folder)).statements).toHaveLength(2);
  });

  test('[CLI111] that is wrong ends with code 1 and every problem at its cell', async () => {
    const folder = copy();
    const before = all(folder);
    const path = table(folder, 'id,kind,stance\nh1,thret,5\n');
    const run = await impasse(['statements', folder, '--import', path, '--write', '--by', 'eve']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/table\.csv:2:4: error E3203[\s\S]*threat[\s\S]*table\.csv:2:10: error E3203/);
    expect(all(folder)).toEqual(before);
    const asJson = await impasse(['statements', folder, '--import', path, '--json']);
    expect(asJson.code).toBe(1);
    const value = JSON.parse(asJson.stdout);
    expect(jsonSchemas['statements.schema.json']?.safeParse(value).error).toBeUndefined();
    expect(value.import).toBeUndefined();
    expect(value.diagnostics).toHaveLength(2);
  });

  test('[CLI112] a file that changed meanwhile is left as it is', () => {
    const folder = copy();
    const path = join(folder, 'statements', 'pier-post.jsonl');
    const read = readFileSync(path, 'utf8');
    const [first] = read.split('\n');
    const file = { path, text: read, statements: [], diagnostics: [] };
    writeFileSync(path, `${read}\n`);
    const statement = { ...JSON.parse(first as string), stance: 2 };
    expect(writeStatementFiles(join(folder, 'statements'), [file], [statement], [])).toMatch(
      /was changed meanwhile/,
    );
    expect(readFileSync(path, 'utf8')).toBe(`${read}\n`);
    expect(readdirSync(join(folder, 'statements'))).toHaveLength(2);
    // A new file that appeared meanwhile is not written over.
    expect(writeStatementFiles(join(folder, 'statements'), [], [], [statement])).toMatch(
      /has appeared meanwhile/,
    );
    expect(readFileSync(path, 'utf8')).toBe(`${read}\n`);
  });
});

describe('positions', () => {
  test('[CLI113] of what a person accepted, with the evidence', async () => {
    const text = await printed('positions', ferry, '--coder', 'ann');
    expect(text).toMatch(/company {2}1\+ 1−/);
    expect(text).toContain('second-crew: 1+ 1−, mean −0.5; 2 documents; h1, p2');
    const { positions } = await json('positions', ferry, '--coder', 'ann');
    expect(positions.map((each: { actor: string; count: number }) => [each.actor, each.count])).toEqual([
      ['union', 1],
      ['union', 2],
      ['company', 2],
    ]);
  });

  test('[CLI113] several coders are said, and nothing accepted is said', async () => {
    expect((await impasse(['positions', ferry])).stderr).toMatch(/Statements of ann and bob count each/);
    const none = await impasse(['positions', ferry, '--status', 'rejected']);
    expect(none).toMatchObject({ code: 0 });
    expect(none.stderr).toMatch(/None of 8 statements is used/);
  });

  test('[CLI113] by the groups and decision makers of the codebook', async () => {
    const folder = copy();
    writeFileSync(
      join(folder, 'codebook.yaml'),
      'actors: [{ id: union, memberOf: company }, { id: company, decisionMaker: both }]\n',
    );
    const actorsBy = async (level: string) =>
      (await json('positions', folder, '--coder', 'ann', '--level', level)).actors;
    expect(await actorsBy('own')).toEqual(['union', 'company']);
    expect(await actorsBy('group')).toEqual(['company']);
    expect(await actorsBy('decision-maker')).toEqual(['both']);
  });

  test('[CLI113] over time', async () => {
    const { windows } = await json('positions', ferry, '--coder', 'ann', '--window', '1month');
    expect(
      windows.map(({ start, end, positions }: { start: string; end: string; positions: unknown[] }) => [
        start,
        end,
        positions.length,
      ]),
    ).toEqual([
      ['2024-03-01', '2024-03-31', 3],
      ['2024-04-01', '2024-04-30', 2],
    ]);
    const rows = cells(await printed('positions', ferry, '--coder', 'ann', '--window', '1month', '--csv'));
    expect(rows).toHaveLength(6);
    expect(rows[1]?.slice(0, 5)).toEqual(['2024-03-01', '2024-03-31', 'union', 'second-crew', '1']);
    expect(await printed('positions', ferry, '--coder', 'ann', '--window', '1month')).toContain(
      '2024-04-01 to 2024-04-30',
    );
  });
});

describe('networks', () => {
  const ann = [ferry, '--coder', 'ann'];

  test('[CLI114] in every format', async () => {
    expect(cells(await printed('networks', ...ann, '--to', 'csv'))).toEqual([
      ['', 'second-crew', 'strike'],
      ['company', '0', '0'],
      ['union', '1', '-1'],
    ]);
    const dl = await printed('networks', ...ann, '--mode', 'actors', '--aggregate', 'conflict', '--to', 'dl');
    // Against and for by the company, for by the union: one pair unlike.
    expect(dl).toBe('dl n = 2\nformat = fullmatrix\nlabels:\n"company"\n"union"\ndata:\n0 1\n1 0\n');
    for (const format of ['graphml', 'gexf']) {
      const elements = readXml(await printed('networks', ...ann, '--to', format));
      expect(elements.filter(({ name }) => name === 'node')).toHaveLength(4);
      expect(elements.filter(({ name }) => name === 'edge')).toHaveLength(2);
    }
  });

  test('[CLI114] windows as one csv, or one of them', async () => {
    const time = ['--window', '1month'];
    const rows = cells(await printed('networks', ...ann, ...time, '--to', 'csv'));
    expect(rows.slice(1).map((row) => [row[0], ...row.slice(3)])).toEqual([
      ['2024-03-01', 'company', 'second-crew', '-1'],
      ['2024-03-01', 'union', 'second-crew', '1'],
      ['2024-04-01', 'company', 'second-crew', '1'],
      ['2024-04-01', 'union', 'strike', '-1'],
    ]);
    const second = await printed('networks', ...ann, ...time, '--slice', '2', '--to', 'graphml');
    expect(readXml(second).filter(({ name }) => name === 'edge')).toHaveLength(2);
    const { windows } = await json('networks', ...ann, '--window', '60days', '--kernel', 'triangular');
    expect(windows).toHaveLength(41);
    const dna = await json('networks', ...ann, '--window', '3days', '--dna-windows');
    expect(dna.windows).toHaveLength(39);
  });

  test('[CLI117] as JSON with its settings, and as text', async () => {
    const found = await json('networks', ...ann, '--mode', 'concepts', '--normalise', 'dna-cosine');
    expect(found.settings).toEqual({
      mode: 'concepts',
      aggregate: 'congruence',
      normalise: 'dna-cosine',
      stance: 'sign',
      duplicates: 'include',
    });
    const text = await printed('networks', ...ann);
    expect(text).toContain('2 actors, 2 concepts, 2 ties.');
    expect(text).toContain('1 mention left out');
    expect(await printed('networks', ...ann, '--aggregate', 'combine')).toContain('3: stances -1, 1');
  });

  test('[CLI114] -o writes a new file, and never over another', async () => {
    const file = join(work, 'net.gexf');
    const run = await impasse(['networks', ...ann, '--to', 'gexf', '-o', file]);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(existsSync(file)).toBe(true);
    expect(await impasse(['networks', ...ann, '--to', 'csv', '-o', file])).toMatchObject({ code: 2 });
    expect(readFileSync(file, 'utf8')).toContain('<gexf');
  });
});

describe('agreement', () => {
  test('[CLI116] of the coders that are named, on what they share', async () => {
    const found = await json('agreement', ferry, '--coders', 'ann,bob');
    expect(found).toMatchObject({
      documents: ['harbour-news'],
      notCompared: ['pier-post'],
      statements: [3, 3],
      shared: 2,
    });
    const kind = found.fields.find(({ field }: { field: string }) => field === 'kind');
    // One threat of both, one refusal against a constraint: (1/2 − 1/4) / (1 − 1/4).
    expect(kind.cohen.value).toBeCloseTo(1 / 3, 12);
    const text = await printed('agreement', ferry);
    expect(text).toContain('ann (3) and bob (3) in 1 document; 2 units in common.');
    expect(text).toContain('Not compared, since a coder has no statement there: pier-post.');
    expect(text).toMatch(/ann and bob {2}0\.333 {2}0\.667/);
  });

  test('[CLI116] names that coded nothing', async () => {
    const run = await impasse(['agreement', ferry, '--coders', 'ann,eve']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toBe('Nothing is coded by eve. There are statements of ann and bob.\n');
    expect((await impasse(['agreement', ferry, '--coders', 'ann'])).stderr).toMatch(/^Two coders or more/);
  });
});

describe('wrong use', () => {
  test.each([
    [['statements', ferry, '--csv', '--json'], /Choose one/],
    [['statements', ferry, '--write'], /belong to --import/],
    [['statements', ferry, '--import', 'x.csv', '--write'], /needs --by/],
    [['statements', ferry, '--kind', 'thret'], /Did you mean threat/],
    [['positions', ferry, '--step', '2'], /belongs to --window/],
    [['positions', ferry, '--window', 'soon'], /such as 30days/],
    [['networks', ferry, '--aggregate', 'congruence'], /two-mode is ignore, combine or subtract/],
    [['networks', ferry, '--mode', 'actors', '--normalise', 'activity'], /actors is none, average/],
    [['networks', ferry, '--kernel', 'gaussian'], /belong to --window/],
    [['networks', ferry, '--window', '1month', '--to', 'gexf'], /--slice/],
    [
      ['networks', ferry, '--window', '1month', '--slice', '9', '--to', 'gexf', '--coder', 'ann'],
      /There are 2 windows/,
    ],
    [['networks', ferry, '--window', '1month', '--kernel', 'gaussian', '--step', '1'], /moves by one unit/],
    [['networks', ferry, '--to', 'svg'], /csv, graphml, dl or gexf/],
    [['networks', ferry, '--coder', 'ann', '--least-actors', '0'], /whole number from 1/],
    [
      [
        ...['networks', ferry, '--coder', 'ann', '--holder', 'union', '--aggregate', 'combine'],
        ...['--normalise', 'dna-prominence'],
      ],
      /as many actors as concepts/,
    ],
  ])('[CLI115] %j', async (args, said) => {
    const run = await impasse(args);
    const text = run.stderr.replace(/\s+/g, ' ').trim();
    expect(text).toMatch(said);
    expect(run).toMatchObject({ code: 2, stdout: '' });
  });

  test.each(['positions', 'networks'])('[CLI115] more windows than anybody reads: %s', async (command) => {
    const folder = copy();
    const path = join(folder, 'case.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('2024-03-01', '1924-03-01'));
    const run = await impasse([command, folder, '--coder', 'ann', '--window', '1day']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toBe('There would be over 10000 windows of time: choose longer ones.\n');
  });
});

// Shows that a table of statements reads back as it was written, and what of a table is taken over.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coded, codedIn } from '../../../tests/support/coded.ts';
import { readRows } from '../csv.ts';
import type { Statement } from '../types/statement.ts';
import { joinNames, splitNames } from './names-list.ts';
import type { TableImport } from './table.ts';
import { readStatementTable, writeStatementTable } from './table.ts';

const body = 'We will not go. They said "stop now", and stop now they will.\r\nA, "b"; c.';
const bodies = new Map([['d1', body]]);
const stamp = { at: '2024-05-01', by: 'bob' };
const statements = [
  codedIn(body, 'We will not go', {
    id: 's1',
    speaker: ['north', 'A; B'],
    addressee: ['south'],
    stance: -2,
    kind: 'refusal',
  }),
  codedIn(body, 'A, "b"; c', {
    id: 's2',
    holder: [],
    concept: null,
    stance: null,
    condition: '=if',
    quoted: true,
    status: 'suggested',
    rule: 'S3',
    score: 0.7,
    origin: 'rule:S3',
  }),
  codedIn(body, '\r\nA', { id: 's3', stance: 'conditional', hedges: [{ start: 0, end: 2, text: 'We' }] }),
];

const read = (text: string, given: readonly Statement[] = statements) =>
  readStatementTable(text, 'x.csv', { statements: given, bodies, stamp });
const taken = (text: string, given?: readonly Statement[]): TableImport => {
  const { value, diagnostics } = read(text, given);
  expect(diagnostics).toEqual([]);
  return value as TableImport;
};
const problems = (text: string): unknown =>
  read(text).diagnostics.map(({ code, at, nearest }) => [code, at?.start.line, at?.start.column, nearest]);

describe('tables of statements', () => {
  test('[STM22] names with semicolons read back (seed 22)', () => {
    const name = fc.string({ unit: fc.constantFrom('a', ';', ' ', "'") }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(name.filter((text) => text !== '')), (names) => {
        expect(splitNames(joinNames(names))).toEqual(names);
      }),
      { seed: 22, numRuns: 500 },
    );
  });

  test('[STM23] every field is a column, what is not known is empty', () => {
    const [header, first, second] = (
      readRows(writeStatementTable(statements, new Map([['d1', '2024-01-02']])), 'x').value ?? []
    ).map((row) => row.map(({ text }) => text));
    const row = (cells: readonly string[] | undefined) =>
      Object.fromEntries((header ?? []).map((name, at) => [name, cells?.[at]]));
    expect(row(first)).toMatchObject({
      id: 's1',
      document: 'd1',
      speaker: 'north; A;; B',
      stance: '-2',
      date: '2024-01-02',
    });
    expect(row(second)).toMatchObject({
      quoted: 'yes',
      concept: '',
      stance: '',
      condition: '=if',
      rule: 'S3',
      score: '0.7',
    });
  });

  test('[STM24] what was written changes nothing when it is read', () => {
    expect(taken(writeStatementTable(statements))).toEqual({
      statements,
      added: [],
      changed: [],
      unchanged: 3,
    });
  });

  test('[STM24] line breaks that a spreadsheet changed in a cell change nothing', () => {
    const table = writeStatementTable(statements).replaceAll('\r\n', '\n');
    expect(taken(table)).toMatchObject({ changed: [], added: [], unchanged: 3 });
    expect(taken(writeStatementTable(statements).replaceAll('\n', '\r\n'))).toMatchObject({ unchanged: 3 });
  });

  test('[STM24] a table of other statements makes them', () => {
    const { added, unchanged } = taken(writeStatementTable(statements), []);
    expect(unchanged).toBe(0);
    const bare = ({
      history: _,
      hedges: __,
      rule: ___,
      score: ____,
      origin: _____,
      prefix: ______,
      suffix: _______,
      ...rest
    }: Statement) => rest;
    expect(added.map(bare)).toEqual(statements.map(bare));
    expect(
      added.every(({ origin, prefix, start }) => origin === 'human' && body.slice(0, start).endsWith(prefix)),
    ).toBe(true);
  });

  test('[STM25] a changed cell changes its field alone, and the history notes it', () => {
    const { changed, statements: after } = taken(
      'id,stance,holder\ns1,2,south; west\ns3,conditional,north\n',
    );
    expect(changed.map(({ before, fields }) => [before.id, fields])).toEqual([['s1', ['holder', 'stance']]]);
    expect(after[0]).toMatchObject({
      stance: 2,
      holder: ['south', 'west'],
      speaker: ['north', 'A; B'],
      text: 'We will not go',
    });
    expect(after[0]?.history).toEqual([{ ...stamp, before: { holder: ['north'], stance: -2 } }]);
    expect(after[1]).toBe(statements[1]);
  });

  test('[STM26] a new text is found where it stands once, or where start says', () => {
    const row = 'document,text,start,grade,kind,speaker\n';
    const [found] = taken(`${row}d1,We will not,,direct,refusal,north\n`).added;
    expect(found).toMatchObject({
      id: 'd1-t1',
      start: 0,
      end: 11,
      coder: 'bob',
      status: 'suggested',
      holder: ['north'],
      origin: 'human',
    });
    const second = body.indexOf('stop now', body.indexOf('stop now') + 1);
    expect(taken(`${row}d1,stop now,${second},direct,demand,north\n`).added[0]?.start).toBe(second);
    expect(problems(`${row}d1,stop now,,direct,demand,north\n`)).toEqual([['E3204', 2, 4, undefined]]);
    expect(problems(`${row}d1,stop later,5,direct,demand,north\n`)).toEqual([['E3204', 2, 4, undefined]]);
    expect(problems(`${row}d2,stop,5,direct,demand,north\n`)).toEqual([['E3204', 2, 1, 'd1']]);
    expect(problems(`${row}d1,,5,direct,demand,north\n`)).toEqual([['E3204', 2, 4, undefined]]);
  });

  test('[STM26] a statement that is there keeps its span where its document is not', () => {
    const elsewhere = [coded({ document: 'd9' })];
    expect(taken('id,kind\ns1,threat\n', elsewhere).changed[0]?.fields).toEqual(['kind']);
  });

  test('[STM27] everything wrong is reported at its cell, and nothing is taken over', () => {
    const text =
      'id,grade,kind,quoted,stance\ns1,direkt,threat,perhaps,3\ns2,direct,offr,no,1\ns2,direct,offer,no,1\n';
    expect(read(text).value).toBeUndefined();
    expect(problems(text)).toEqual([
      ['E3203', 2, 4, 'direct'],
      ['E3203', 2, 18, undefined],
      ['E3203', 2, 26, undefined],
      ['E3203', 3, 11, 'offer'],
      ['E3203', 4, 1, undefined],
    ]);
    expect(problems('document,text\nd1,We will\n')).toEqual([
      ['E3203', 2, 1, undefined],
      ['E3203', 2, 1, undefined],
    ]);
    expect(problems('id\ns1,2\n')).toEqual([['E3203', 2, 4, undefined]]);
    expect(problems('name\nx\n')).toEqual([
      ['W3201', 1, 1, undefined],
      ['E3202', 1, 1, undefined],
    ]);
    expect(problems('')).toEqual([['E3202', 1, 1, undefined]]);
    expect(problems('id,id\ns1,s1\n')).toEqual([['E3202', 1, 4, undefined]]);
    expect(problems('id,"x\n')).toEqual([['E3201', 1, 4, undefined]]);
  });

  test('[STM27] a column that is not known is a warning, with the nearest', () => {
    const { value, diagnostics } = read('id,stanse\ns1,2\n');
    expect(value?.unchanged).toBe(1);
    expect(diagnostics).toMatchObject([{ code: 'W3201', nearest: 'stance', severity: 'warning' }]);
  });
});

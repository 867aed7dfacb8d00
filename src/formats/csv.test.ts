// Checks that rows become CSV which spreadsheets read as it is meant.
import { expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

test('[CSV1] quotes where needed, one line each, yes and no, nothing for nothing', () => {
  expect(
    writeCsv([
      ['a', 'b,c', 'd "e"', 'f\ng'],
      [1, true, false, null],
      ['é', '', 0, -1],
    ]),
  ).toBe('a,"b,c","d ""e""","f\ng"\n1,yes,no,\né,,0,-1\n');
  expect(writeCsv([])).toBe('');
});

test('[CSV1] a byte-order mark only where asked for', () => {
  expect(writeCsv([['a']], { bom: true })).toBe('\uFEFFa\n');
  expect(writeCsv([['a']])).toBe('a\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=cmd|"/c calc"!A1', '＝1'])(
  '[CSV2] a spreadsheet does not run %j',
  (text) => {
    expect(writeCsv([[text]]).replace(/^"/, '')).toMatch(/^'/);
  },
);

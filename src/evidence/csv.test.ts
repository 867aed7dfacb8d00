// Shows that CSV reads back as it was written, whatever the cells hold, and that what is wrong is placed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRows, writeRows } from './csv.ts';

const cells = (text: string): readonly (readonly string[])[] | undefined =>
  readRows(text, 'x.csv').value?.map((row) => row.map((cell) => cell.text));

describe('CSV', () => {
  test('[STM20] rows read back, whatever is in them (seed 20)', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '',
        '=1',
        "'=1",
        "''-1",
        '"',
        'a"b',
        'a;b',
        'a,b',
        ' a',
        'a\r\nb',
        '\tx',
        '-',
        '\uFEFF',
      ),
    );
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(rows, (table) => {
        expect(cells(writeRows(table))).toEqual(table);
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  test('[STM20] nothing that a spreadsheet would run is left, and numbers are numbers', () => {
    expect(writeRows([['=HYPERLINK("x")', '+1', '@a', -2.5, null]])).toBe(
      '"\'=HYPERLINK(""x"")",\'+1,\'@a,-2.5,\n',
    );
  });

  test.each([
    [
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\r\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa,b\r\r1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,b;c;d",e\n', [['a,b;c;d', 'e']]],
    ['a,\n', [['a', '']]],
    ['', []],
  ])('[STM21] %j', (text, rows) => {
    expect(cells(text)).toEqual(rows);
  });

  test('[STM21] a quote that is not closed or has text behind it is E3201, at its place', () => {
    const open = readRows('a,b\n1,"2\n', 'x.csv');
    expect(open.value).toBeUndefined();
    expect(open.diagnostics).toMatchObject([
      { code: 'E3201', at: { uri: 'x.csv', start: { line: 2, column: 3 } } },
    ]);
    expect(readRows('"a"b\n', 'x.csv').diagnostics).toMatchObject([
      { code: 'E3201', at: { start: { column: 4 } } },
    ]);
  });
});

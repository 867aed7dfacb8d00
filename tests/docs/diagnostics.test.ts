// Shows that docs/diagnostics.md explains every code, in order, and none that is gone; UPDATE_DOCS=1 adds new rows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codes } from '../../src/base/index.ts';
import { root, textOf } from '../support/repository.ts';

const page = 'docs/diagnostics.md';
const row = /^\| ([EW]\d{4}) \| (.*?) \| (.*) \|$/;

/** What the page says to do about each code. */
function advice(): ReadonlyMap<string, string> {
  const rows = textOf(page)
    .split('\n')
    .flatMap((line) => {
      const [, code = '', , what = ''] = row.exec(line) ?? [];
      return code === '' ? [] : [[code, what] as const];
    });
  return new Map(rows);
}

test('every code has a row with its meaning and what to do, in the order of the registry', () => {
  const known = advice();
  const wanted = Object.entries(codes).map(
    ([code, { meaning }]) => `| ${code} | ${meaning} | ${known.get(code) ?? '?'} |`,
  );
  const lines = textOf(page).split('\n');
  if (process.env.UPDATE_DOCS === '1') {
    const first = lines.findIndex((line) => row.test(line));
    const others = lines.filter((line) => !row.test(line));
    writeFileSync(join(root, page), others.toSpliced(first, 0, ...wanted).join('\n'));
    return;
  }
  expect(lines.filter((line) => row.test(line))).toEqual(wanted);
});

test('what to do is a sentence', () => {
  expect([...advice()].filter(([, what]) => !/^[A-Z].{10,}\.$/.test(what))).toEqual([]);
});

// Shows that every change of a statement, and of a list of them, can be taken back.
import { describe, expect, test } from 'vitest';
import type { Statement } from '../types/statement.ts';
import type { Edit } from './history.ts';
import { applyEdit, changed, unchanged } from './history.ts';
import { readStatements } from './lines.ts';

const text = ['s1', 's2', 's3']
  .map((id) =>
    JSON.stringify({
      id,
      document: 'd',
      start: 0,
      end: 1,
      text: 'x',
      speaker: ['a'],
      grade: 'author',
      kind: 'position',
    }),
  )
  .join('\n');
const statements = readStatements(text, 'd.jsonl').value as readonly Statement[];
const [first] = statements as readonly [Statement, ...Statement[]];

describe('a change of a statement', () => {
  const stamp = { at: '2024-01-01T00:00:00Z', by: 'me' };
  const accepted = changed(first, { status: 'accepted', stance: 2, kind: 'position' }, stamp);

  test('[STM5] notes what stood there before, of what differs alone', () => {
    expect(accepted).toMatchObject({ status: 'accepted', stance: 2 });
    expect(accepted.history).toEqual([{ ...stamp, before: { status: 'suggested', stance: null } }]);
    expect(changed(first, { kind: 'position' }, stamp)).toBe(first);
  });

  test('[STM5] is taken back step by step', () => {
    const twice = changed(accepted, { speaker: ['b'] }, stamp);
    expect(unchanged(twice)).toEqual(accepted);
    expect(unchanged(unchanged(twice))).toEqual(first);
    expect(unchanged(first)).toBe(first);
  });
});

test.each<readonly [string, Edit]>([
  ['add', { kind: 'add', statement: { ...first, id: 'new' }, at: 1 }],
  ['remove', { kind: 'remove', id: 's2' }],
  ['replace', { kind: 'replace', statement: { ...first, id: 's3', stance: 1 } }],
  [
    'several',
    {
      kind: 'several',
      edits: [
        { kind: 'remove', id: 's1' },
        { kind: 'add', statement: first, at: 9 },
        { kind: 'remove', id: 's3' },
      ],
    },
  ],
])('[STM6] %s is taken back by its opposite, and that again', (_, edit) => {
  const done = applyEdit(statements, edit);
  expect(done.statements).not.toEqual(statements);
  const back = applyEdit(done.statements, done.undo);
  expect(back.statements).toEqual(statements);
  expect(applyEdit(back.statements, back.undo).statements).toEqual(done.statements);
});

test('[STM6] an edit of what is not there, or is there already, is a caller’s mistake', () => {
  expect(() => applyEdit(statements, { kind: 'remove', id: 'x' })).toThrow(/E2001/);
  expect(() => applyEdit(statements, { kind: 'add', statement: first, at: 0 })).toThrow(/E2001/);
});

// Shows that statements survive their file, and that wrong lines are found.
import { describe, expect, test } from 'vitest';
import type { Statement } from '../types/statement.ts';
import { misplaced, readStatements, writeStatements } from './lines.ts';

const least = {
  id: 's1',
  document: 'd',
  start: 3,
  end: 7,
  text: 'will',
  speaker: ['a'],
  grade: 'direct',
  kind: 'refusal',
};
const read = (text: string): readonly Statement[] => readStatements(text, 'd.jsonl').value ?? [];

describe('lines of statements', () => {
  test('[STM3] fields that are left out get their plain value', () => {
    expect(read(`${JSON.stringify(least)}\n`)).toEqual([
      {
        ...least,
        prefix: '',
        suffix: '',
        holder: ['a'],
        addressee: [],
        quoted: false,
        source: 'named',
        concept: null,
        stance: null,
        condition: null,
        hedges: [],
        loaded: [],
        attribution: null,
        within: null,
        concepts: [],
        dates: [],
        coder: '',
        origin: 'human',
        rule: null,
        score: null,
        status: 'suggested',
        history: [],
      },
    ]);
    expect(read(JSON.stringify({ ...least, holder: [] }))[0]?.holder).toEqual([]);
  });

  test('[STM1] what is written is read back the same, in one order of fields', () => {
    const [one] = read(
      `\uFEFF${JSON.stringify({ ...least, text: 'w\ud800“\n', stance: 'conditional' })}\r\n\r\n`,
    );
    const statements = [one as Statement, { ...(one as Statement), id: 's2', stance: -2 as const }];
    const text = writeStatements(statements);
    expect(text.split('\n')).toHaveLength(3);
    expect(read(text)).toEqual(statements);
    const shuffled = Object.fromEntries(Object.entries(statements[0] as Statement).reverse());
    expect(writeStatements([shuffled as unknown as Statement])).toBe(`${text.split('\n')[0]}\n`);
  });

  test.each([
    ['{', 'no JSON object'],
    ['[1]', 'no JSON object'],
    [JSON.stringify({ ...least, kind: 'wish' }), '`kind`'],
    [JSON.stringify({ ...least, start: -1 }), '`start`'],
    [JSON.stringify({ ...least, end: 9 }), '`text` is not as long'],
    [JSON.stringify({ ...least, id: 's0' }), '`s0` is given twice'],
    [JSON.stringify({ ...least, mood: 1 }), 'mood'],
  ])('[STM2] %s: E3020, and the others are read', (line, message) => {
    const others = JSON.stringify({ ...least, id: 's0' });
    const { value, diagnostics } = readStatements(
      `${others}\n${line}\n${JSON.stringify({ ...least, id: 's9' })}`,
      'd.jsonl',
    );
    expect(value?.map(({ id }) => id)).toEqual(['s0', 's9']);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'E3020', at: { uri: 'd.jsonl', start: { line: 2 } } });
    expect(diagnostics[0]?.message).toContain(message);
  });

  test('[STM4] a statement that does not stand where it says is E3021', () => {
    const [one] = read(JSON.stringify(least));
    const document = { id: 'd', format: 'text', sha256: '', offset: 0, body: 'We will' } as const;
    expect(misplaced([one as Statement], document, 'd.jsonl')).toEqual([]);
    expect(misplaced([one as Statement], { ...document, body: 'We won’t' }, 'd.jsonl')).toMatchObject([
      { code: 'E3021', expected: '"will"' },
    ]);
  });
});

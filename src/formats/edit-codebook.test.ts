// Shows that edits of a codebook change its file where they must, and nowhere else.
import { describe, expect, test } from 'vitest';
import type { CodebookEdit } from '../evidence/index.ts';
import { recode } from '../evidence/index.ts';
import { readCodebook } from './codebook.ts';
import { editCodebook } from './edit-codebook.ts';

const text = `# Who speaks
actors:
  - id: north # the republic
    name: The North
    aliases: [N.]
  - { id: envoy, aliases: [the envoy], memberOf: north }
concepts:
  # about talking
  - { id: talks, keywords: [talk], opposite: war }
  - id: meeting
    parent: talks
  - { id: war, opposite: talks }
`;

function edited(edit: CodebookEdit, given = text): string {
  const before = readCodebook(given, 'codebook.yaml').value!;
  const { value } = recode({ codebook: before, statements: [] }, edit, { at: '2024-05-01', by: 'ann' });
  const after = value!.after.codebook;
  const { value: result, diagnostics } = editCodebook(given, edit, before, after);
  expect(diagnostics).toEqual([]);
  expect(readCodebook(result!, 'codebook.yaml').value).toEqual(after);
  return result!;
}

describe('edits of a codebook file', () => {
  test('[CBK10] a rename changes the id and what refers to it, and not a letter more', () => {
    expect(edited({ kind: 'rename', what: 'actor', id: 'north', to: 'republic' })).toBe(
      text.replace('id: north #', 'id: republic #').replace('memberOf: north', 'memberOf: [republic]'),
    );
    expect(edited({ kind: 'rename', what: 'concept', id: 'war', to: 'fighting' })).toBe(
      text.replaceAll('war', 'fighting'),
    );
  });

  test('[CBK10] merge, split and recode keep comments', () => {
    const merged = edited({ kind: 'merge', what: 'concept', ids: ['meeting', 'war'], into: 'talks' });
    expect(merged).toContain('# about talking');
    expect(merged).not.toContain('war');
    const split = edited({
      kind: 'split',
      what: 'actor',
      id: 'north',
      into: [
        { id: 'army', name: 'The army' },
        { id: 'fleet', name: 'fleet' },
      ],
      move: new Map(),
    });
    expect(split).toContain('id: north # the republic');
    expect(split).toContain('army');
    expect(edited({ kind: 'recode', what: 'actor', from: 'x', to: 'north' })).toBe(text);
    expect(edited({ kind: 'merge', what: 'actor', ids: ['envoy'], into: 'north' })).toContain('# Who speaks');
  });

  test('[CBK10] a section of one entry, and a file in brackets', () => {
    edited({ kind: 'rename', what: 'actor', id: 'a', to: 'b', name: 'B: "b"' }, 'actors: [{ id: a }]\n');
    const before = 'concepts: [{ id: a, keywords: x }, { id: b, keywords: [y] }]\n';
    edited({ kind: 'merge', what: 'concept', ids: ['a'], into: 'b' }, before);
    edited(
      { kind: 'split', what: 'concept', id: 'a', into: [{ id: 'c', name: 'C' }], move: new Map() },
      before,
    );
  });

  test('[CBK10] a file that does not say what was read from it is left as it is: E3101', () => {
    const read = (given: string) => readCodebook(given, 'codebook.yaml').value!;
    const edit = { kind: 'rename', what: 'actor', id: 'north', to: 'x' } as const;
    const before = read('actors: [{ id: north }]');
    const after = read('actors: [{ id: x }]');
    const { value, diagnostics } = editCodebook(text, edit, before, after);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['E3101']);
  });
});

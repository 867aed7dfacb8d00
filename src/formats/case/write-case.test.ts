// Holds writing, editing and migrating case files to their rules.
import { describe, expect, test } from 'vitest';
import { repositoryFiles, textOf } from '../../../tests/support/repository.ts';
import type { Case } from '../../model/index.ts';
import type { CaseChange } from './edit-case.ts';
import { editCase, migrateCase } from './edit-case.ts';
import { readCase } from './read-case.ts';
import { writeCase } from './write-case.ts';

const sound = repositoryFiles().filter((path) =>
  /^cases\/.*\/case\.yaml$|^tests\/fixtures\/case\/(?!broken).*\.yaml$/.test(path),
);
const ukraine = textOf('cases/ukraine-2022/case.yaml');

/** A case without the places of its parts in a text. */
function withoutPlaces(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutPlaces);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) => (key === 'at' ? [] : [[key, withoutPlaces(value)]])),
  );
}
const read = (text: string): Case => {
  const { value, diagnostics } = readCase(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value as Case;
};
const roundTrip = (text: string): void => {
  const value = read(text);
  expect(withoutPlaces(read(writeCase(value)))).toEqual(withoutPlaces(value));
};

describe('writing', () => {
  test.each(sound)('[CAS22] %s is the same after writing and reading', (file) => {
    roundTrip(textOf(file));
  });

  test.each([
    ['a base beside accounts', 'preferences: {}\naccounts: [{ id: k, preferences: { a: [x] } }]'],
    [
      'what an heir replaces by nothing',
      `infeasible: [x & y]
labels: { a: A }
concepts: { a: seq }
checks: [{ claim: c, finding: confirmed }]
leavesOut: [That]
noDeal: security
agreement: x
accounts:
  - id: k
    infeasible: []
    labels: {}
    concepts: {}
    checks: []
    leavesOut: []
    noDeal: statusQuo
    agreements: []
    sources: []`,
    ],
    [
      'an heir with other options',
      `infeasible: [YY, { pattern: Y-, kind: assumed }]
agreements: [{ id: s, when: y, excludes: Y- }, { id: t, when: N- }]
accounts: [{ id: k, options: [x], preferences: { a: ["true", Y] } }, { id: l, extends: k, variant: true }]`,
    ],
    [
      'a fallback',
      'noDeal: [x]\nsignatories: [b]\nforbiddenMoves: [{ by: a, from: "!x | y", to: YN, because: so }]',
    ],
    [
      'texts that look like something else',
      'description: "1"\ncitation: "true\\n# no: [comment"\nby: { name: "- a", side: "", kind: "null" }',
    ],
    [
      'preferences with grounds',
      'preferences: { a: { ranking: [[YN, NY], NN], unknown: [[YN, NN]], because: b, word: own }, b: { weights: { y: -1.5, x: 2 }, evidence: [] } }',
    ],
  ])('[CAS22] %s is the same after writing and reading', (_, lines) => {
    roundTrip(`impasse: 1
title: T
decisionMakers: [{ id: a, options: [x] }, { id: b, options: [{ id: y, direction: drop }] }]
statusQuo: [y]
${lines}
`);
  });
});

describe('editing', () => {
  const edited = (text: string, ...changes: Parameters<typeof editCase>[1]): string => {
    const { value, diagnostics } = editCase(text, changes);
    expect(diagnostics).toEqual([]);
    return value as string;
  };

  test('[CAS23] a value is replaced where it stands, and nothing else changes', () => {
    const path = ['accounts', 0, 'preferences', 'russia', 0, 'statement'];
    const after = edited(ukraine, { path, value: '!R_wdr & U_talk' });
    const lines = ukraine.split('\n');
    const changed = after
      .split('\n')
      .flatMap((line, index) => (line === lines[index] ? [] : [[lines[index], line]]));
    expect(changed).toHaveLength(1);
    expect(changed[0]?.[0]?.replace('"!R_wdr"', '"!R_wdr & U_talk"')).toBe(changed[0]?.[1]);
  });

  test.each<[CaseChange]>([
    [{ path: ['title'], value: 'a: b # c' }],
    [{ path: ['description'], value: 'One line.' }],
    [{ path: ['accounts', 0, 'statusQuo'], value: ['R_talk'] }],
    [{ path: ['agreements', 1, 'kind'], value: 'other' }],
    [{ path: ['accounts', 0, 'leavesOut'], value: [{ says: 'it, "all"\n[of it]' }] }],
    [{ path: ['accounts', 0, 'infeasible'], value: ['R_wdr & R_talk'] }],
    [{ path: ['accounts', 8, 'variant'] }],
    [{ path: ['accounts', 23, 'checks', 0] }],
    [{ path: ['noDeal'], value: 'security' }],
  ])('[CAS23] %j is what is read afterwards, with every comment', (change) => {
    const after = edited(ukraine, change);
    const comments = (text: string): string[] =>
      text
        .split('\n')
        .filter((line) => /^\s*#/.test(line))
        .map((line) => line.trim());
    expect(comments(after)).toEqual(comments(ukraine));
    const again = change.value === undefined ? after : edited(after, change);
    expect(withoutPlaces(read(again))).toEqual(withoutPlaces(read(after)));
    expect(withoutPlaces(read(after))).not.toEqual(withoutPlaces(read(ukraine)));
  });

  test('[CAS23] changes are made one after the other', () => {
    const text =
      '# first\nimpasse: 1\ntitle: T # here\ndecisionMakers: [{ id: a, options: [x] }]\nstatusQuo: []\n';
    const after = edited(
      text,
      { path: ['title'], value: 'U' },
      { path: ['statusQuo'], value: ['x'] },
      { path: ['decisionMakers', 0, 'options', 0], value: { id: 'x', name: 'X, and more' } },
    );
    expect(after).toBe(
      '# first\nimpasse: 1\ntitle: U # here\ndecisionMakers: [{ id: a, options: [{id: x, name: "X, and more"}] }]\nstatusQuo: [x]\n',
    );
  });

  test.each([
    [
      'title: T\nstatusQuo:\n- x\n- y\n# kept\nagreement: x\n',
      'title: T\nstatusQuo: [z]\n# kept\nagreement: x\n',
    ],
    ['statusQuo: # kept: too\n  - x\n', 'statusQuo: # kept: too\n   [z]\n'],
    ['statusQuo: >-\n  YNN\nagreement: x\n', 'statusQuo: [z]\nagreement: x\n'],
    ['statusQuo: [x, y] # kept\r\n', 'statusQuo: [z] # kept\r\n'],
  ])('[CAS23] in %j a block gives way to a line', (text, after) => {
    expect(edited(text, { path: ['statusQuo'], value: ['z'] })).toBe(after);
  });

  test('[CAS23] a text that is no YAML is not edited', () => {
    expect(editCase('a: "b', [{ path: ['a'], value: 1 }])).toMatchObject({
      diagnostics: [{ code: 'E1001' }],
    });
  });
});

describe('migrating', () => {
  test('[CAS24] version 1 stays as it is, whatever else is wrong', () => {
    expect(migrateCase('impasse: 1 # mine\nnonsense: 2\n').value).toBe('impasse: 1 # mine\nnonsense: 2\n');
  });

  test.each(['impasse: 2', 'impasse: 0', 'title: T'])('[CAS24] %j is E1004', (text) => {
    expect(migrateCase(text)).toMatchObject({ diagnostics: [{ code: 'E1004' }] });
  });
});

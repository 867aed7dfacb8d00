// Checks what a case says of the order of statements that is only partly known, and the outline of unfinished cases.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlineCase } from './case-outline.ts';
import { readCase } from './read-case.ts';
import { writeCase } from './write-case.ts';

const caseWith = (preferences: string): string => `impasse: 1
title: t
decisionMakers: [{ id: x, options: [a, b] }]
statusQuo: []
preferences:
  x: ${preferences}
`;
const codesOf = (preferences: string): readonly string[] =>
  readCase(caseWith(preferences)).diagnostics.map(({ code }) => code);

describe('[CAS25] before', () => {
  test('it names statements further down, and reads back as written', () => {
    const text = caseWith('{ order: unknown, statements: [{ statement: a, before: ["!b"] }, a & b, "!b"] }');
    const { value, diagnostics } = readCase(text);
    expect(diagnostics).toEqual([]);
    expect(value?.accounts[0]?.preferences.x).toMatchObject({
      kind: 'open-order',
      statements: [{ text: 'a', before: ['!b'] }, { text: 'a & b' }, { text: '!b' }],
    });
    const again = readCase(writeCase(value as NonNullable<typeof value>)).value;
    expect(again?.accounts[0]?.preferences.x).toMatchObject({ statements: [{ before: ['!b'] }, {}, {}] });
  });

  test('what stands above, itself, or nowhere is E1216, with the nearest', () => {
    expect(codesOf('{ order: unknown, statements: [a, { statement: b, before: [a] }] }')).toEqual(['E1216']);
    expect(codesOf('{ order: unknown, statements: [{ statement: b, before: [b] }, a] }')).toEqual(['E1216']);
    const { diagnostics } = readCase(
      caseWith('{ order: unknown, statements: [{ statement: b, before: [a  &  b] }, a & b] }'),
    );
    expect(diagnostics).toMatchObject([{ code: 'E1216', nearest: 'a & b', at: { start: { line: 6 } } }]);
  });

  test('in a list of known order it has no place', () => {
    expect(codesOf('[{ statement: a, before: [b] }, b]')).toEqual(['E1010']);
    expect(codesOf('{ alternatives: [[{ statement: a, before: [b] }, b]] }')).toEqual(['E1010']);
  });
});

describe('[CAS26] the outline', () => {
  test('holds what is declared, in any form that the reader takes', () => {
    const text = `title: T
decisionMakers: [x, { id: y, name: Y, options: [p, { id: q, name: Q }] }]
sources: [{ id: s, title: S, date: 2020-01-02 }]
agreement: p
agreements: [{ id: z, when: q }]
infeasible: [p & q]
accounts:
  - { id: one, preferences: { x: [p, { statement: q }, p & q], y: { order: unknown, statements: [{ statement: p, before: q }, q] } } }`;
    expect(outlineCase(text)).toMatchObject({
      title: 'T',
      decisionMakers: [
        { id: 'x', name: 'x', options: [] },
        {
          id: 'y',
          name: 'Y',
          options: [
            { id: 'p', name: 'p' },
            { id: 'q', name: 'Q' },
          ],
        },
      ],
      sources: [{ id: 's', title: 'S', date: '2020-01-02' }],
      agreements: ['p', 'q'],
      hasStatusQuo: false,
      infeasible: ['p & q'],
      accounts: [
        {
          id: 'one',
          before: {
            x: [
              ['p', 'q'],
              ['q', 'p & q'],
            ],
            y: [['p', 'q']],
          },
        },
      ],
    });
    expect(outlineCase('a: [').accounts).toBeUndefined();
  });

  test('no text makes it fail, seed 3', () => {
    const value = fc.oneof(fc.string(), fc.json(), fc.constantFrom('[]', '{}', '~', '- a', 'x: y', '1'));
    const key = fc.constantFrom(
      'decisionMakers',
      'sources',
      'agreements',
      'accounts',
      'infeasible',
      'statusQuo',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value)), (entries) => {
        outlineCase(entries.map(([name, content]) => `${name}: ${content}`).join('\n'));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

// Checks how accounts are written as .gmcr files, and what is said of what does not fit.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../base/index.ts';
import { conflictOf } from '../../model/index.ts';
import { readCase } from '../case/read-case.ts';
import { writeGmcr } from './write-gmcr.ts';

const head = `impasse: 1
title: Two
decisionMakers:
  - { id: one, name: One, options: [{ id: a, name: Act }, { id: b, name: "Be, or not", direction: take }] }
  - { id: two, options: [{ id: c, direction: drop }] }
`;

function written(rest: string): Outcome<string> {
  const { value, diagnostics } = readCase(`${head}${rest}`, { uri: 'two.yaml' });
  expect(diagnostics).toEqual([]);
  return writeGmcr(conflictOf(value!.accounts[0]!).value!);
}

test('[GMC15, GMC16] statements, bars and directions as gmcr-py 0.4.1 has them', () => {
  const { value } = written(`labels: { one: The first }
infeasible: [a & b, "(a | b) & c", { pattern: "-NY" }]
statusQuo: []
preferences:
  one: [a & !b, c if a, "a | b & c"]
`);
  expect(JSON.parse(value!)).toEqual({
    program: 'gmcr-py',
    version: '0.4.1',
    options: [
      { name: 'Act', permittedDirection: 'both' },
      { name: 'Be, or not', permittedDirection: 'fwd' },
      { name: 'c', permittedDirection: 'back' },
    ],
    decisionMakers: [
      {
        name: 'The first',
        options: [0, 1],
        misperceptions: [],
        preferences: [
          [
            [0, 'Y'],
            [1, 'N'],
          ],
          {
            compound: true,
            members: [
              [
                [0, 'Y'],
                [2, 'Y'],
              ],
              [
                [0, 'N'],
                [2, 'Y'],
              ],
              [
                [0, 'N'],
                [2, 'N'],
              ],
            ],
          },
          {
            compound: true,
            members: [
              [[0, 'Y']],
              [
                [1, 'Y'],
                [2, 'Y'],
              ],
            ],
          },
        ],
      },
      { name: 'two', options: [2], misperceptions: [], preferences: [] },
    ],
    coalitions: [0, 1],
    infeasibles: [
      [
        [0, 'Y'],
        [1, 'Y'],
      ],
      [
        [0, 'Y'],
        [2, 'Y'],
      ],
      [
        [1, 'Y'],
        [2, 'Y'],
      ],
      [
        [1, 'N'],
        [2, 'Y'],
      ],
    ],
    useManualPreferenceRanking: false,
  });
});

test('[GMC16] where one decision maker is ranked all are, numbers from 1, ties as lists', () => {
  const { value } = written(`infeasible: [a & b]
statusQuo: []
preferences:
  one: [c]
  two: { weights: { a: 1, b: 1 } }
`);
  const file = JSON.parse(value!);
  expect(file.useManualPreferenceRanking).toBe(true);
  expect(file.decisionMakers.map((dm: { preferenceRanking: unknown }) => dm.preferenceRanking)).toEqual([
    [
      [4, 5, 6],
      [1, 2, 3],
    ],
    [
      [2, 3, 5, 6],
      [1, 4],
    ],
  ]);
  expect(file.decisionMakers[0].preferences).toEqual([[[2, 'Y']]]);
});

describe('what does not fit', () => {
  const codes = (rest: string): string[] =>
    written(rest).diagnostics.map(({ code, message }) => `${code} ${message}`);

  test('[GMC17] what is left out is listed once', () => {
    expect(
      codes(`statusQuo: []
agreement: a
noDeal: security
infeasible: [{ when: a & b, kind: legal, because: The law says so. }]
concepts: { one: nash }
preferences: { one: [{ statement: a, strong: true }] }
`),
    ).toEqual([
      'W4020 a .gmcr file has no place for the status quo, the agreement, what happens without one, reasons, ' +
        'why combinations cannot occur, which statements are strong, concepts of single decision makers ' +
        'of account base, and leaves that out',
    ]);
  });

  test.each([
    [
      'forbidden moves',
      'forbiddenMoves: [{ by: one, from: a, to: "!a" }]\npreferences: { one: [a] }',
      'it forbids moves',
    ],
    [
      'rival lists',
      'preferences: { one: { alternatives: [[a], ["!a"]] } }',
      'the preference of one is not known',
    ],
    [
      'an unknown order',
      'preferences: { one: { order: unknown, statements: [a, b] } }',
      'the preference of one is not',
    ],
    [
      'unknown pairs',
      'preferences: { one: { statements: [a], unknown: [[YNN, NNN]] } }',
      'the preference of one is not',
    ],
  ])('[GMC17] %s cannot be written', (_, rest, why) => {
    const found = codes(`statusQuo: []\n${rest}\n`);
    expect(found.map((line) => line.slice(0, 5))).toEqual(['E4020']);
    expect(found[0]).toContain(`account base cannot be written as .gmcr: ${why}`);
  });

  test('[GMC17] graph form cannot be written', () => {
    const text = `impasse: 1
title: Graph
decisionMakers: [{ id: one }]
states: [{ id: s }, { id: t }]
moves: { one: { s: [t] } }
statusQuo: s
preferences: { one: { ranking: [t, s] } }
`;
    const { value } = readCase(text, { uri: 'graph.yaml' });
    const { diagnostics } = writeGmcr(conflictOf(value!.accounts[0]!).value!);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'E4020 account base cannot be written as .gmcr: it is in graph form, and the format lists options',
    ]);
  });
});

// Tests which equilibria are said to hold strongly, and where nothing can be said.
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../tests/support/analysis.ts';
import { stateName } from '../model/index.ts';
import { strengthOf } from './robust-strength.ts';

const conflictWith = (one: string, two = '[a, "!b"]'): ReturnType<typeof analysisOf>['conflict'] =>
  analysisOf({
    text: `impasse: 1
title: t
decisionMakers: [{ id: one, options: [a] }, { id: two, options: [b] }]
statusQuo: [a, b]
agreement: a & b
preferences:
  one: ${one}
  two: ${two}
`,
  }).conflict;

/** Each prefers the other to cooperate, then not to cooperate itself; both refusing is the worst but one. */
const dilemma = (strongFirst: boolean, who: 'a' | 'b', own: 'a' | 'b'): string =>
  `[${strongFirst ? `{ statement: ${who}, strong: true }` : who}, "!${own}"]`;

describe('strength of an equilibrium', () => {
  test('is strong where the answer is much worse for each [ROB13]', () => {
    const conflict = conflictWith(dilemma(true, 'b', 'a'), dilemma(true, 'a', 'b'));
    const found = strengthOf(conflict)!;
    const both = found.filter(({ state }) => stateName(conflict, state) === 'YY');
    expect(both.map(({ concept, degree }) => [concept, degree])).toEqual([
      ['gmr', 'strong'],
      ['smr', 'strong'],
      ['seq', 'strong'],
      ['sseq', 'strong'],
    ]);
  });

  test('is weak for those to whom the answer is only worse [ROB13]', () => {
    const conflict = conflictWith(dilemma(true, 'b', 'a'), dilemma(false, 'a', 'b'));
    const both = strengthOf(conflict)!.filter(({ state }) => stateName(conflict, state) === 'YY');
    expect(both.length).toBeGreaterThan(0);
    for (const { degree, weakFor } of both) expect([degree, weakFor]).toEqual(['weak', [1]]);
  });

  test('is not told without a strong statement, nor where an order is open [ROB13]', () => {
    expect(strengthOf(conflictWith('[b, "!a"]'))).toBeUndefined();
    expect(
      strengthOf(
        conflictWith('{ order: unknown, statements: [b, "!a"] }', '[{ statement: a, strong: true }]'),
      ),
    ).toBeUndefined();
  });
});

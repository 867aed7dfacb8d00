// Holds preferences to what they say: lists, rival lists, open orders, rankings, and pairs that are not known.
import { describe, expect, test } from 'vitest';
import { accountOf, randomFormula, statementOf } from '../../tests/support/accounts.ts';
import { permutations } from '../../tests/support/permutations.ts';
import { mulberry32 } from '../base/index.ts';
import type { Preference, Statement, StateReference } from './case.ts';
import type { Comparison, Preorder } from './graph-model.ts';
import { compare } from './graph-model.ts';
import { buildPreference } from './preference.ts';
import { rankByStatements } from './ranking.ts';
import { fullSpace } from './state-space.ts';
import { truthOver } from './truth.ts';

const { options } = accountOf({ options: [2, 1] });
const keys = options.map(({ key }) => key);
const states = { size: 8, space: fullSpace(3), keys, names: [] };
const list = (...texts: readonly string[]): Statement[] => texts.map((text) => statementOf(text, options));
const state = (pattern: string): StateReference => ({
  kind: 'options',
  taken: keys.filter((_, place) => pattern[place] === 'Y'),
});
const built = (preference?: Preference) => {
  const { value, diagnostics } = buildPreference(states, preference);
  expect(diagnostics).toEqual([]);
  return value!;
};

/** How every pair of states compares. */
const table = (size: number, word: (a: number, b: number) => Comparison): string[] =>
  Array.from({ length: size }, (_, a) => Array.from({ length: size }, (_, b) => word(a, b)).join(''));

/** What all of several rankings agree on, found pair by pair. */
const agreed =
  (ranks: readonly Int32Array[]) =>
  (a: number, b: number): Comparison => {
    const words = new Set(
      ranks.map((rank): Comparison => (rank[a]! > rank[b]! ? '>' : rank[a]! < rank[b]! ? '<' : '~')),
    );
    return words.size === 1 ? [...words][0]! : '?';
  };

describe('statements', () => {
  test('give a complete preference, and the truth of each', () => {
    const { relation, truths, isOrderOpen } = built({ kind: 'statements', statements: list('b1', '!a1') });
    expect(relation).toEqual({ kind: 'preorder', rank: Int32Array.of(1, 0, 1, 0, 3, 2, 3, 2) });
    expect(truths.map((truth) => truth.join(''))).toEqual(['00001111', '10101010']);
    expect(isOrderOpen).toBe(false);
  });

  test('none, or nothing said at all, is indifference [PRI7]', () => {
    const equal = { kind: 'preorder', rank: new Int32Array(8) };
    expect(built().relation).toEqual(equal);
    expect(built({ kind: 'statements', statements: [] }).relation).toEqual(equal);
    expect(built({ kind: 'open-order', statements: [] }).relation).toEqual(equal);
  });

  test('with a pair that is not known compare all others as they do [PRI5]', () => {
    const given: Preference = {
      kind: 'statements',
      statements: list('b1', '!a1'),
      unknown: [
        [state('NNY'), state('YNN')],
        [state('NNN'), state('NNN')],
      ],
    };
    const { relation } = built(given);
    const { relation: known } = built({ kind: 'statements', statements: given.statements });
    expect(table(8, (a, b) => compare(relation, a, b))).toEqual(
      table(8, (a, b) => ([a, b].sort().join() === '1,4' ? '?' : compare(known, a, b))),
    );
  });

  test('a pair of a state with itself alone leaves a complete preference [PRI5]', () => {
    const unknown = [[state('NNN'), state('NNN')]] as const;
    expect(built({ kind: 'statements', statements: list('b1'), unknown }).relation.kind).toBe('preorder');
  });
});

describe('an open order [PRI3]', () => {
  test('leaves what holds in every order, and nothing else (seed 21)', () => {
    const random = mulberry32(21);
    for (let round = 0; round < 60; round += 1) {
      const statements = Array.from({ length: 1 + Math.floor(random() * 4) }, (): Statement => {
        const expression = randomFormula(random, keys, 2);
        return { text: '', when: { kind: 'expression', expression } };
      });
      const truths = statements.map(({ when }) =>
        truthOver((when as { expression: Parameters<typeof truthOver>[0] }).expression, states.space, keys),
      );
      const ranks = permutations(truths).map((order) => rankByStatements(order, 8));
      const { relation, isOrderOpen } = built({ kind: 'open-order', statements });
      expect(isOrderOpen).toBe(true);
      expect(
        table(8, (a, b) => compare(relation, a, b)),
        `round ${round}`,
      ).toEqual(table(8, agreed(ranks)));
    }
  });
});

describe('rival lists [PRI5]', () => {
  test('leave a pair unknown where they disagree, and one that is listed', () => {
    const lists = [list('b1', 'a1'), list('a1', 'b1'), list('a1 | b1')];
    const ranks = lists.map(
      (each) => (built({ kind: 'statements', statements: each }).relation as Preorder).rank,
    );
    const { relation, truths } = built({
      kind: 'alternatives',
      lists,
      unknown: [[state('NNN'), state('NYN')]],
    });
    expect(truths).toEqual([]);
    expect(table(8, (a, b) => compare(relation, a, b))).toEqual(
      table(8, (a, b) => ([a, b].sort().join() === '0,2' ? '?' : agreed(ranks)(a, b))),
    );
    expect(compare(relation, 1, 4)).toBe('?');
    expect(compare(relation, 5, 0)).toBe('>');
  });

  test('a single list is that list', () => {
    const one = built({ kind: 'alternatives', lists: [list('b1')] });
    expect(one.relation).toEqual(built({ kind: 'statements', statements: list('b1') }).relation);
  });
});

describe('a ranking [PRI4]', () => {
  const groups = ['YYY', 'NNN', 'YNN NYN', 'YYN NNY YNY', 'NYY'].map((group) => group.split(' ').map(state));

  test('stands as it is, best first, inner lists tied', () => {
    expect(built({ kind: 'ranking', groups }).relation).toEqual({
      kind: 'preorder',
      rank: Int32Array.of(3, 2, 2, 1, 1, 1, 0, 4),
    });
  });

  test('may leave pairs unknown', () => {
    const { relation } = built({ kind: 'ranking', groups, unknown: [[state('YYY'), state('NNN')]] });
    expect(compare(relation, 7, 0)).toBe('?');
    expect(compare(relation, 0, 7)).toBe('?');
    expect(compare(relation, 7, 1)).toBe('>');
  });
});

// Holds the truth of a formula over all states to its truth in each of them.
import { describe, expect, test } from 'vitest';
import { randomFormula } from '../../tests/support/accounts.ts';
import { spaceOf } from '../../tests/support/models.ts';
import { mulberry32 } from '../base/index.ts';
import { holds } from './expression.ts';
import { takes } from './state-space.ts';
import { conditionOver, truthOver } from './truth.ts';

describe('truth over all states [TRU1]', () => {
  test('is what holds in each of them (seed 5)', () => {
    const random = mulberry32(5);
    const keys = ['a', 'b', 'c', 'd', 'e'];
    for (let round = 0; round < 200; round += 1) {
      const states = Array.from({ length: 32 }, (_, s) => s).filter(() => random() < 0.7);
      const space = spaceOf(5, states);
      const formula = randomFormula(random, keys, 4);
      const expected = states.map((_, s) =>
        holds(formula, new Set(keys.filter((_key, option) => takes(space, s, option)))) ? 1 : 0,
      );
      expect([...truthOver(formula, space, keys)], `round ${round}`).toEqual(expected);
    }
  });

  test('reads options beyond the first word', () => {
    const words = [Uint32Array.of(0, 0), Uint32Array.of(0, 1)];
    const space = { size: 2, options: 33, words, isFull: false };
    const keys = Array.from({ length: 33 }, (_, place) => `o${place}`);
    expect([...truthOver({ kind: 'option', key: 'o32' }, space, keys)]).toEqual([0, 1]);
  });

  test('leaves the formula true everywhere or nowhere for a constant, and for empty parts', () => {
    const space = spaceOf(1, [0, 1]);
    expect([...truthOver({ kind: 'constant', value: true }, space, ['a'])]).toEqual([1, 1]);
    expect([...truthOver({ kind: 'and', of: [] }, space, ['a'])]).toEqual([1, 1]);
    expect([...truthOver({ kind: 'or', of: [] }, space, ['a'])]).toEqual([0, 0]);
  });

  test('refuses an option that is not there (E2001)', () => {
    expect(() => truthOver({ kind: 'option', key: 'z' }, spaceOf(1, [0]), ['a'])).toThrow(/E2001/);
  });

  test('of a list of names is true in the states of these names', () => {
    const condition = { kind: 'names', names: ['2', 'z'] } as const;
    expect([...conditionOver(condition, undefined, [], ['1', '2', '3'])]).toEqual([0, 1, 0]);
  });
});

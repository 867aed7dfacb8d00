// Tests the names of premises, and accounts that lack some of them.
import { describe, expect, test } from 'vitest';
import { accountOf, statementOf } from '../../tests/support/accounts.ts';
import type { Account, Preference } from '../model/index.ts';
import { premisesOf, withoutPremises } from './premises.ts';

const base = accountOf({
  options: [2, 1, 1, 0],
  infeasible: ['a1 & b1', 'c1'],
  forbidden: [['a', 'a1', 'a2']],
});
const list = (...texts: string[]) => texts.map((text) => statementOf(text, base.options));
const account: Account = {
  ...base,
  preferences: {
    a: { kind: 'statements', statements: list('a1', 'b1') },
    b: { kind: 'alternatives', lists: [list('b1', 'a1'), list('a2')] },
    c: { kind: 'weights', weights: [['c1', 1]], word: 'third', evidence: ['s1'], because: 'it says so' },
  },
};

test('premises are named `DM.k`, `infeasible.k`, `forbiddenMoves.k`, from 1; rival lists are numbered through [PRE1]', () => {
  expect(premisesOf(account).map(({ id, text, decisionMaker }) => [id, text, decisionMaker])).toEqual([
    ['a.1', 'a1', 'a'],
    ['a.2', 'b1', 'a'],
    ['b.1', 'b1', 'b'],
    ['b.2', 'a1', 'b'],
    ['b.3', 'a2', 'b'],
    ['c.1', 'weights', 'c'],
    ['infeasible.1', 'a1 & b1', undefined],
    ['infeasible.2', 'c1', undefined],
    ['forbiddenMoves.1', 'a: a1 to a2', undefined],
  ]);
  expect(premisesOf(account)[5]).toMatchObject({ word: 'third', evidence: ['s1'], because: 'it says so' });
});

describe('an account without some premises [PRE2]', () => {
  const without = (...ids: string[]): Account => withoutPremises(account, new Set(ids));
  const textsOf = (preference: Preference | undefined): unknown =>
    preference?.kind === 'statements'
      ? preference.statements.map(({ text }) => text)
      : preference?.kind === 'alternatives'
        ? preference.lists.map((each) => each.map(({ text }) => text))
        : preference?.kind;

  test('lacks these and no others', () => {
    expect(without()).toEqual(account);
    expect(textsOf(without('a.1').preferences.a)).toEqual(['b1']);
    expect(textsOf(without('b.2').preferences.b)).toEqual([['b1'], ['a2']]);
    expect(without('infeasible.1').infeasible.map(({ text }) => text)).toEqual(['c1']);
    expect(without('forbiddenMoves.1').forbiddenMoves).toEqual([]);
    expect(without('infeasible.2').preferences).toEqual(account.preferences);
  });

  test('a decision maker that loses all is indifferent, a rival list that loses all is gone', () => {
    expect(textsOf(without('a.1', 'a.2').preferences.a)).toEqual([]);
    expect(without('c.1').preferences.c).toBeUndefined();
    expect(textsOf(without('b.1', 'b.2').preferences.b)).toEqual([['a2']]);
    expect(without('b.1', 'b.2', 'b.3').preferences.b).toBeUndefined();
  });

  test('a name that only looks alike takes nothing away', () => {
    expect(without('a.3', 'a.01', 'd.1', 'infeasible.0')).toEqual(account);
  });
});

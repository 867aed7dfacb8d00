// Tests accounts side by side: what each answers, what decides between two, and that none is counted.
import { describe, expect, test } from 'vitest';
import type { Sketch } from '../../tests/support/accounts.ts';
import { accountOf, caseOf, conflictIn } from '../../tests/support/accounts.ts';
import { mulberry32, shuffle } from '../base/index.ts';
import type { Account, Case } from '../model/index.ts';
import { conflictOf } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import { analyzeConflict } from './account-analysis.ts';
import { compareAccounts } from './compare.ts';
import { decisionBetween } from './decides.ts';
import type { Difference } from './differences.ts';
import { differencesOf, missingFor } from './differences.ts';
import { exchanged } from './exchange.ts';

const analyse = (account: Account): AccountAnalysis => analyzeConflict(conflictIn(account));
const compared = (value: Case) => {
  const analyses = value.accounts.map(analyse);
  const { questions, table, decides } = compareAccounts(value, analyses);
  const cells = Object.fromEntries(
    questions.map(({ id }, row) => [
      id,
      Object.fromEntries(analyses.map(({ conflict }, column) => [conflict.account.id, table[row]![column]!])),
    ]),
  );
  return { cells, decides, questions };
};

const text = `impasse: 1
title: t
decisionMakers: [{ id: a, options: [x] }, { id: b, options: [y] }, { id: c, options: [z] }]
statusQuo: []
agreements:
  - { id: both, kind: settlement, when: x & y }
  - { id: three, kind: settlement, when: x & y & z }
  - { id: none, kind: other, when: x & !x }
accounts:
  - { id: eager, options: [x, y, z], preferences: { a: [x, y], b: [y, x], c: [z] } }
  - { id: narrow, decisionMakers: [a, b], options: [x, y], preferences: { a: [y, "!x"], b: [x, "!y"] } }
  - id: torn
    preferences:
      a: { alternatives: [[x], ["!x"]] }
      b: [y]
`;

describe('the table [CMP1]', () => {
  const { cells, questions } = compared(caseOf(text));

  test('asks every account the same questions, of every kind of agreement too', () => {
    expect(questions.map(({ id }) => id)).toEqual([
      'verdict',
      'deal',
      'statusQuo',
      'blockedBy',
      'kind.both',
      'kind.three',
      'kind.none',
    ]);
  });

  test('a kind that an account cannot express is said to be so, one without a state has its verdict', () => {
    const words = (id: string) =>
      Object.fromEntries(Object.entries(cells[id]!).map(([account, { word }]) => [account, word]));
    expect(words('kind.three')).toMatchObject({
      eager: 'agreement-stable-reachable',
      narrow: 'not-expressible',
    });
    expect(words('kind.none')).toEqual({ eager: 'no-deal', narrow: 'no-deal', torn: 'no-deal' });
    expect(words('kind.both')).toMatchObject({ narrow: 'agreement-stable-joint' });
  });

  test('says who leaves the status quo, and who blocks', () => {
    expect(cells.statusQuo).toMatchObject({
      eager: { word: 'no', states: [0], decisionMakers: ['a', 'b', 'c'] },
      narrow: { word: 'yes', decisionMakers: [] },
      torn: { word: 'no', decisionMakers: ['a', 'b'] },
    });
    expect(cells.blockedBy).toMatchObject({
      eager: { word: 'no', decisionMakers: [] },
      torn: { word: 'yes', decisionMakers: ['a'] },
    });
    expect(cells.deal).toMatchObject({
      eager: { word: 'yes' },
      narrow: { word: 'yes' },
      torn: { word: 'in-some-reading' },
    });
  });

  test('a status quo that holds in some reading only is said to be so', () => {
    const only = caseOf(
      'impasse: 1\ntitle: t\ndecisionMakers: [{ id: a, options: [x] }]\nstatusQuo: []\n' +
        'preferences: { a: { alternatives: [[x], ["!x"]] } }',
    );
    expect(compared(only).cells).toMatchObject({
      statusQuo: { base: { word: 'in-some-reading', decisionMakers: ['a'] } },
      verdict: { base: { word: 'no-agreement-defined' } },
      deal: { base: { word: 'not-defined' } },
      blockedBy: { base: { word: 'not-defined' } },
    });
  });
});

describe('accounts are named, never counted [CMP7]', () => {
  test('adding one, or asking them in another order, changes nothing for the others', () => {
    const value = caseOf(text);
    const twins = caseOf(
      `${text}  - { id: twin, extends: narrow, variant: true }\n  - { id: other, extends: eager, preferences: { a: ["!x"] } }\n`,
    );
    const few = compared(value);
    const more = compared(twins);
    for (const [question, row] of Object.entries(few.cells))
      for (const [account, cell] of Object.entries(row)) expect(more.cells[question]![account]).toEqual(cell);
    const between = (found: typeof few) =>
      found.decides.map(
        ({ pair, ...rest }) => [pair.map(({ conflict }) => conflict.account.id).join(), rest] as const,
      );
    expect(between(more)).toEqual(expect.arrayContaining([...between(few)]));
    const backwards = compared({ ...value, accounts: [...value.accounts].reverse() });
    expect(backwards.cells).toEqual(few.cells);
  });
});

/** All minimal sets of up to three differences, found by trying every set and comparing them all. */
function minimalSets(first: AccountAnalysis, second: AccountAnalysis) {
  const pair = [first.conflict.account, second.conflict.account] as const;
  const codes = [first.verdict.code, second.verdict.code];
  const differences = differencesOf(pair);
  const sets = Array.from({ length: 2 ** differences.length }, (_, bits) =>
    differences.filter((_each, place) => ((bits >> place) & 1) === 1),
  ).filter(({ length }) => length > 0 && length <= 3);
  const turns = (set: readonly Difference[], into: 0 | 1): boolean => {
    if (set.some((each) => missingFor(pair, each, into).length > 0)) return false;
    const { value } = conflictOf(exchanged(pair, set, into));
    return value !== undefined && analyzeConflict(value).verdict.code === codes[1 - into];
  };
  const turned = ([0, 1] as const).map((into) => sets.filter((set) => turns(set, into)));
  const both = turned[0]!.filter((set) => turned[1]!.includes(set));
  const smallest = (found: readonly (readonly Difference[])[]) => {
    const least = Math.min(...found.map(({ length }) => length));
    return found.filter(({ length }) => length === least);
  };
  return { both: smallest(both), turned: turned.map(smallest) };
}

describe('what decides [CMP2]', () => {
  const statements = ['a1', 'b1', '!a1', '!b1', 'a1 & b1', 'a1 <-> b1', 'a1 | b1'];

  test('is the smallest sets whose exchange exchanges the verdicts, or turns one (seed 121)', () => {
    const random = mulberry32(121);
    const list = (): string[] => shuffle([...statements], random).slice(0, 1 + Math.floor(random() * 2));
    const sketch = (): Sketch => ({
      options: [1, 1],
      agreement: random() < 0.8 ? 'a1 & b1' : 'a1',
      prefers: { a: list(), b: list() },
      infeasible: random() < 0.3 ? ['a1 & !b1'] : [],
    });
    const met = { both: 0, one: 0, larger: 0 };
    for (let round = 0; round < 60; round += 1) {
      const [first, second] = [analyse(accountOf(sketch())), analyse(accountOf(sketch()))];
      if (first.verdict.code === second.verdict.code) continue;
      const { found, complete } = decisionBetween(first, second);
      const { both, turned } = minimalSets(first, second);
      expect(complete).toBe(true);
      const keyed = (sets: readonly (readonly Difference[])[]): string[] =>
        sets.map((set) => JSON.stringify(set)).sort();
      const flips = (side: 'both' | 0 | 1): string[] =>
        keyed(found.filter((each) => each.flips === side).map(({ differences }) => differences));
      if (both[0] !== undefined) {
        expect(flips('both'), `round ${round}`).toEqual(keyed(both));
        expect(found).toHaveLength(both.length);
        met.both += 1;
      } else {
        for (const side of [0, 1] as const)
          expect(flips(side), `round ${round}`).toEqual(keyed(turned[side]!));
        expect(flips('both')).toEqual([]);
        met.one += 1;
      }
      if (found.some(({ differences }) => differences.length > 1)) met.larger += 1;
    }
    expect(met.both).toBeGreaterThan(5);
    expect(met.one).toBeGreaterThan(5);
    expect(met.larger).toBeGreaterThan(3);
  });

  test('may be whose consent an agreement needs', () => {
    const sketch: Sketch = {
      options: [1, 1],
      agreement: 'a1 & b1',
      prefers: { a: ['b1', '!a1'], b: ['!a1', '!b1'] },
    };
    const [first, second] = [sketch, { ...sketch, more: { signatories: ['a'] } }].map((each) =>
      analyse(accountOf(each)),
    );
    expect([first!.verdict.code, second!.verdict.code]).toEqual(['no-deal', 'deal-not-stable']);
    expect(decisionBetween(first!, second!).found).toEqual([
      { differences: [{ kind: 'signatories' }], flips: 'both' },
    ]);
  });

  test('what one lacks the options for is named, and no set for it is tried', () => {
    const { decides } = compared(caseOf(text));
    const between = decides.find(
      ({ pair }) => pair.map(({ conflict }) => conflict.account.id).join() === 'eager,narrow',
    );
    expect(
      between?.notTransplantable.map(({ difference, into, options }) => [difference.kind, into, options]),
    ).toEqual([['agreement', 1, ['z']]]);
  });

  test('is not searched for in conflicts that are too large to be solved again and again', () => {
    const sketch = (prefers: string): Account =>
      accountOf({ options: [13], agreement: 'a1', prefers: { a: [prefers] } });
    const decision = decisionBetween(analyse(sketch('a1')), analyse(sketch('!a1')));
    expect(decision).toMatchObject({ found: [], searched: 0, complete: false });
  });
});

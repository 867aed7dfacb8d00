// Tests in what two accounts are said to differ, and that an exchange really exchanges it.
import { describe, expect, test } from 'vitest';
import type { Sketch } from '../../tests/support/accounts.ts';
import { accountOf, caseOf, conflictIn, statementOf } from '../../tests/support/accounts.ts';
import { mulberry32, shuffle } from '../base/index.ts';
import type { Account } from '../model/index.ts';
import { conflictOf } from '../model/index.ts';
import { analyzeConflict } from './account-analysis.ts';
import type { Difference, Pair } from './differences.ts';
import { differencesOf, missingFor } from './differences.ts';
import { exchanged } from './exchange.ts';

const pairOf = (first: Sketch, second: Sketch): Pair => [accountOf(first), accountOf(second)];
const named = (difference: Difference): string =>
  [
    difference.kind,
    ...('holder' in difference ? [`${difference.premise} of ${difference.holder}`] : []),
    ...('decisionMaker' in difference && !('holder' in difference) ? [difference.decisionMaker] : []),
  ].join(' ');
const listOf = (account: Account, id: string): unknown => {
  const preference = account.preferences[id];
  return preference?.kind === 'statements' ? preference.statements.map(({ text }) => text) : preference?.kind;
};

describe('differences [CMP5]', () => {
  const sketch: Sketch = { options: [2, 1], agreement: 'a1', prefers: { a: ['a1', 'b1'], b: ['b1'] } };

  test('of an account and itself are none, whatever its names and reasons', () => {
    const account = accountOf(sketch);
    const renamed: Account = {
      ...account,
      name: 'Another name',
      labels: { a: 'The enemy' },
      preferences: Object.fromEntries(
        Object.entries(account.preferences).map(([id, preference]) => [
          id,
          preference.kind === 'statements'
            ? {
                ...preference,
                statements: preference.statements.map((each) => ({
                  ...each,
                  because: 'so',
                  word: 'own' as const,
                })),
              }
            : preference,
        ]),
      ),
    };
    expect(differencesOf([account, renamed])).toEqual([]);
  });

  test.each<[string, Sketch, readonly string[]]>([
    ['a statement that one has', { ...sketch, prefers: { a: ['a1'], b: ['b1'] } }, ['statement a.2 of 0']],
    [
      'another statement, in the place of one',
      { ...sketch, prefers: { a: ['a1', '!b1'], b: ['b1'] } },
      ['statement a.2 of 0', 'statement a.2 of 1'],
    ],
    ['another order', { ...sketch, prefers: { a: ['b1', 'a1'], b: ['b1'] } }, ['order a']],
    ['nothing said of one', { ...sketch, prefers: { a: ['a1', 'b1'] } }, ['statement b.1 of 0']],
    ['a bar', { ...sketch, infeasible: ['a1 & b1'] }, ['bar infeasible.1 of 1']],
    ['a forbidden move', { ...sketch, forbidden: [['a', 'a1', 'a2']] }, ['forbidden forbiddenMoves.1 of 1']],
    ['the agreement', { ...sketch, agreement: 'b1' }, ['agreement']],
    ['the status quo', { ...sketch, statusQuo: ['a1'] }, ['statusQuo']],
    ['whose consent it needs', { ...sketch, more: { signatories: ['a'] } }, ['signatories']],
    ['what happens without it', { ...sketch, more: { noDeal: { kind: 'security' } } }, ['noDeal']],
    [
      'a whole preference that is no list',
      {
        ...sketch,
        more: {
          preferences: { ...accountOf(sketch).preferences, b: { kind: 'weights', weights: [['b1', 1]] } },
        },
      },
      ['preference b'],
    ],
  ])('%s', (_, other, expected) => {
    expect(differencesOf(pairOf(sketch, other)).map(named)).toEqual(expected);
    const swapped = expected.map((name) => name.replace(/[01]$/, (side) => String(1 - Number(side))));
    expect(differencesOf(pairOf(other, sketch)).map(named).sort()).toEqual(swapped.sort());
  });

  test('a statement that stands twice in a list is one: the second can never matter', () => {
    const pair = pairOf(sketch, { ...sketch, prefers: { a: ['a1', 'b1', 'a1'], b: ['b1'] } });
    expect(differencesOf(pair)).toEqual([]);
    const other = pairOf(sketch, { ...sketch, prefers: { a: ['b1', 'a1', 'b1'], b: ['b1'] } });
    expect(differencesOf(other).map(named)).toEqual(['order a']);
    expect(listOf(exchanged(other, differencesOf(other), 1), 'a')).toEqual(['a1', 'b1']);
  });

  test('options of one account alone are no difference of start or signatories', () => {
    const wide = accountOf({ ...sketch, options: [2, 1, 1], statusQuo: ['c1'] });
    expect(differencesOf([accountOf(sketch), wide])).toEqual([]);
  });

  test('in graph form states go by their names', () => {
    const text = (more: string): string =>
      'impasse: 1\ntitle: t\ndecisionMakers: [a]\nstates: [x, y]\nmoves: { a: { x: [y] } }\nagreement: [y]\n' +
      `accounts: [{ id: one, statusQuo: x, preferences: { a: [x] } }, ${more}]`;
    const [first, second] = caseOf(
      text('{ id: two, statusQuo: y, agreement: [x], preferences: { a: { ranking: [y, x] } } }'),
    ).accounts as [Account, Account];
    const differences = differencesOf([first, second]);
    expect(differences.map(named)).toEqual(['agreement', 'statusQuo', 'preference a']);
    const turned = exchanged([first, second], differences, 0);
    expect(differencesOf([turned, second])).toEqual([]);
    expect(analyzeConflict(conflictIn(turned)).verdict.code).toBe(
      analyzeConflict(conflictIn(second)).verdict.code,
    );
  });
});

describe('an exchange [CMP3]', () => {
  const statements = ['a1', 'a2', 'b1', '!a1', '!b1', 'a1 & b1', 'a1 | a2'];

  test('of all differences gives the other account, both ways (seed 111)', () => {
    const random = mulberry32(111);
    const list = (): string[] => shuffle([...statements], random).slice(0, Math.floor(random() * 5));
    const sketch = (): Sketch => ({
      options: [2, 1],
      agreement: random() < 0.5 ? 'a1' : 'b1',
      statusQuo: random() < 0.5 ? [] : ['a2'],
      infeasible: random() < 0.5 ? [] : ['a1 & !b1'],
      forbidden: random() < 0.3 ? [['a', 'a2', '!a2']] : [],
      prefers: { a: list(), b: list() },
      more: {
        signatories: random() < 0.5 ? ['a', 'b'] : ['b'],
        noDeal:
          random() < 0.5
            ? { kind: 'statusQuo' }
            : { kind: 'state', state: { kind: 'options', taken: ['b1'] } },
      },
    });
    for (let round = 0; round < 150; round += 1) {
      const pair = pairOf(sketch(), sketch());
      const differences = differencesOf(pair);
      for (const into of [0, 1] as const) {
        const turned = exchanged(pair, differences, into);
        expect(differencesOf([turned, pair[1 - into]!]), `round ${round}`).toEqual([]);
        for (const id of ['a', 'b']) expect(listOf(turned, id)).toEqual(listOf(pair[1 - into]!, id));
        const verdictOf = (account: Account) => {
          const { value } = conflictOf(account);
          return value === undefined ? undefined : analyzeConflict(value).verdict;
        };
        expect(verdictOf(turned)).toEqual(verdictOf(pair[1 - into]!));
      }
      expect(exchanged(pair, [], 0)).toBe(pair[0]);
    }
  });

  test('of one statement puts it before the next one that both have, and takes nothing else', () => {
    const pair = pairOf(
      { options: [2, 1], prefers: { a: ['a1', 'b1', 'a2'] } },
      { options: [2, 1], prefers: { a: ['!b1', 'a1', 'a1 | b1', 'a2', '!a1'] } },
    );
    const differences = differencesOf(pair);
    const take = (text: string): unknown =>
      listOf(
        exchanged(
          pair,
          differences.filter((each) => 'text' in each && each.text === text),
          0,
        ),
        'a',
      );
    expect(take('!b1')).toEqual(['!b1', 'a1', 'b1', 'a2']);
    expect(take('a1 | b1')).toEqual(['a1', 'b1', 'a1 | b1', 'a2']);
    expect(take('!a1')).toEqual(['a1', 'b1', 'a2', '!a1']);
    expect(take('b1')).toEqual(['a1', 'a2']);
  });

  test('of the order leaves the statements that one alone has in their places', () => {
    const pair = pairOf(
      { options: [2, 1], prefers: { a: ['a1', '!b1', 'a2', 'b1'] } },
      { options: [2, 1], prefers: { a: ['b1', 'a1', '!a2', 'a2'] } },
    );
    const order = differencesOf(pair).filter(({ kind }) => kind === 'order');
    expect(listOf(exchanged(pair, order, 0), 'a')).toEqual(['b1', '!b1', 'a1', 'a2']);
    expect(listOf(exchanged(pair, order, 1), 'a')).toEqual(['a1', 'a2', '!a2', 'b1']);
  });

  test('of a start keeps the options that the other lacks', () => {
    const wide = accountOf({ options: [1, 1, 1], statusQuo: ['c1', 'a1'] });
    const narrow = accountOf({ options: [1, 1], statusQuo: ['b1'] });
    const pair: Pair = [wide, narrow];
    const start = differencesOf(pair).filter(({ kind }) => kind === 'statusQuo');
    expect(exchanged(pair, start, 0).statusQuo).toMatchObject({ taken: ['c1', 'b1'] });
    expect(exchanged(pair, start, 1).statusQuo).toMatchObject({ taken: ['a1'] });
  });
});

describe('what cannot be taken over [CMP4]', () => {
  test('names the options that are missing', () => {
    const wide = accountOf({
      options: [1, 1, 1],
      agreement: 'a1 & c1',
      infeasible: ['b1 & c1'],
      prefers: { a: ['c1', 'a1'], b: ['c1 -> b1'] },
      more: { noDeal: { kind: 'state', state: { kind: 'options', taken: ['c1'] } } },
    });
    const narrow = accountOf({ options: [1, 1], agreement: 'b1', prefers: { a: ['a1'], b: ['b1'] } });
    const pair: Pair = [wide, narrow];
    const missing = differencesOf(pair).map((difference) => [
      named(difference),
      missingFor(pair, difference, 0),
      missingFor(pair, difference, 1),
    ]);
    expect(missing).toEqual([
      ['agreement', [], ['c1']],
      ['noDeal', [], ['c1']],
      ['statement a.1 of 0', [], ['c1']],
      ['statement b.1 of 0', [], ['c1']],
      ['statement b.1 of 1', [], []],
      ['bar infeasible.1 of 0', [], ['c1']],
    ]);
  });

  test('a ranking is over all options of its account', () => {
    const wide = accountOf({ options: [1, 1] });
    const groups = [[], ['a1'], ['b1'], ['a1', 'b1']].map((taken) => [{ kind: 'options' as const, taken }]);
    const ranked: Account = { ...wide, preferences: { a: { kind: 'ranking', groups } } };
    const narrow = accountOf({ options: [1, 0] });
    const pair: Pair = [ranked, narrow];
    expect(missingFor(pair, differencesOf(pair)[0]!, 1)).toEqual(['b1']);
    const weighted: Account = { ...wide, preferences: { a: { kind: 'weights', weights: [['a1', 1]] } } };
    expect(missingFor([weighted, narrow], { kind: 'preference', decisionMaker: 'a' }, 1)).toEqual([]);
  });
});

test('statements are told apart by what they say, not by how it is written', () => {
  const { options } = accountOf({ options: [1, 1] });
  const prefers = (text: string): Account => ({
    ...accountOf({ options: [1, 1] }),
    preferences: { a: { kind: 'statements', statements: [statementOf(text, options)] } },
  });
  expect(differencesOf([prefers('a1 if b1'), prefers('b1 -> a1')])).toEqual([]);
});

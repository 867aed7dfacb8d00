// Tests what a headline is said to rest on: order, meaning of agreement, fallback, contested premises, whose word.
import { describe, expect, test } from 'vitest';
import { accountOf, caseOf, conflictIn, randomAccount, statementOf } from '../../tests/support/accounts.ts';
import { permutations } from '../../tests/support/permutations.ts';
import { mulberry32 } from '../base/index.ts';
import { defaultSettings } from '../engine/index.ts';
import type { Account } from '../model/index.ts';
import { analyzeConflict } from './account-analysis.ts';
import { shareInterval } from './interval.ts';
import { headlineBudget, orderSensitivity } from './order-sensitivity.ts';
import { statementsOf } from './premises.ts';
import { sensitivityOf } from './sensitivity.ts';

const sensitivity = (account: Account) => sensitivityOf(analyzeConflict(conflictIn(account)));

/** The account in every order of its lists. */
function everyOrder(account: Account): Account[] {
  return Object.entries(account.preferences).reduce<Account[]>(
    (accounts, [id, preference]) =>
      preference.kind !== 'statements' && preference.kind !== 'open-order'
        ? accounts
        : accounts.flatMap((each) =>
            permutations(preference.statements).map((statements) => ({
              ...each,
              preferences: { ...each.preferences, [id]: { kind: 'statements' as const, statements } },
            })),
          ),
    [account],
  );
}

describe('the order of statements [ORD3, SEN1]', () => {
  test('is counted over all orders, as solving each of them counts (seed 101)', () => {
    const random = mulberry32(101);
    const kind = { decisionMakers: [2, 3], statements: [2, 3], bars: 0.4, oneWay: 0.2, open: 0.2 } as const;
    for (let round = 0; round < 12; round += 1) {
      const account = randomAccount(random, kind);
      const orders = orderSensitivity(conflictIn(account), defaultSettings, ['nash', 'seq'])!;
      const all = everyOrder(account).map((each) => analyzeConflict(conflictIn(each)));
      const count = (holds: (analysis: (typeof all)[number]) => boolean): number => all.filter(holds).length;
      const isAgreed = (concept: 'nash' | 'seq') =>
        count(({ equilibria, conflict }) => equilibria[concept]!.some((s) => conflict.agreement?.[s] === 1));
      expect(orders, `round ${round}`).toMatchObject({
        method: 'exact',
        total: all.length,
        counted: all.length,
        agreement: { nash: { orders: isAgreed('nash') }, seq: { orders: isAgreed('seq') } },
        deal: { orders: count(({ deal }) => deal.states.length > 0) },
        complete: true,
      });
    }
  });

  test('is sampled where orders are too many, with an interval and the seed', () => {
    const account = accountOf({
      options: [2, 1],
      agreement: 'a1 & b1',
      prefers: { a: ['a1', 'a2', 'b1', 'a1 <-> b1'], b: ['b1', '!a1', 'a2', 'a1 & b1'] },
    });
    const given = { ...headlineBudget, orders: 100, samples: 60 };
    const [first, second] = [1, 2].map(() =>
      orderSensitivity(conflictIn(account), defaultSettings, ['seq'], given),
    );
    expect(first).toEqual(second);
    expect(first).toMatchObject({ method: 'sampled', total: 576, counted: 60, seed: 1, complete: true });
    const { orders, interval } = first!.agreement.seq!;
    expect(interval).toEqual(shareInterval(orders, 60));
  });

  test('is left out where nothing can be ordered, a pair is unknown, or no agreement is named', () => {
    const orders = (account: Account) => sensitivity(account).orders;
    const sketch = { options: [1, 1], agreement: 'a1', prefers: { a: ['a1', 'b1'], b: ['b1'] } };
    expect(orders(accountOf(sketch))?.total).toBe(2);
    expect(orders(accountOf({ ...sketch, prefers: { a: ['a1'], b: ['b1'] } }))).toBeUndefined();
    expect(orders(accountOf({ options: [1, 1], prefers: sketch.prefers }))).toBeUndefined();
    const account = accountOf(sketch);
    const lists = [['a1'], ['b1']].map((list) => list.map((text) => statementOf(text, account.options)));
    const preferences = { ...account.preferences, b: { kind: 'alternatives' as const, lists } };
    expect(orders({ ...account, preferences })).toBeUndefined();
  });

  test('says nothing of deals against security levels', () => {
    const account = accountOf({
      options: [1, 1],
      agreement: 'a1',
      prefers: { a: ['a1', 'b1'] },
      more: { noDeal: { kind: 'security' } },
    });
    expect(sensitivity(account).orders?.deal).toBeUndefined();
  });

  test('the share of a sample lies in its interval, which is within 0 and 1', () => {
    for (const [hits, n] of [
      [0, 10],
      [10, 10],
      [3, 7],
      [500, 1000],
    ] as const) {
      const [low, high] = shareInterval(hits, n);
      expect(low).toBeLessThanOrEqual(hits / n);
      expect(high).toBeGreaterThanOrEqual(hits / n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }
  });
});

const text = `impasse: 1
title: t
sources: [{ id: s1, title: S }, { id: s2, title: T }]
facts: [{ id: f1, says: It was so, source: s1 }]
decisionMakers: [{ id: a, options: [x, w] }, { id: b, options: [y] }]
statusQuo: []
agreements:
  - { id: both, kind: settlement, when: x & y }
  - { id: one, kind: talks, when: x | y }
  - { id: never, kind: other, when: x & w & y, excludes: y }
infeasible: ["x & w"]
accounts:
  - id: own
    options: [x, y]
    infeasible: []
    agreement: y
    preferences:
      a: [{ statement: y, word: own }, { statement: "!x", word: adversary }, x]
      b: [{ statement: x, word: adversary }, { statement: "!y", word: third }]
    checks:
      - { premise: a.1, fact: f1, finding: confirmed }
      - { premise: a.2, fact: f1, finding: overstated }
      - { claim: Something else, fact: f1, finding: contradicted }
  - { id: all, preferences: { a: [y], b: [x] } }
`;

describe('the meaning of agreement [SEN2]', () => {
  test('every kind of the case that can be expressed has its own verdict; the others are named', () => {
    const [own, all] = caseOf(text).accounts.map(sensitivity);
    expect(own?.agreements.map(({ agreement, states, code }) => [agreement.id, states, code])).toEqual([
      ['both', 1, 'agreement-stable-joint'],
      ['one', 3, 'agreement-stable-joint'],
    ]);
    expect(own?.inexpressible).toEqual(['never']);
    expect(all?.inexpressible).toEqual([]);
  });

  test('a kind without a state is judged by its own condition, not by the account’s', () => {
    const kinds = sensitivity(caseOf(text).accounts[1]!).agreements;
    const never = kinds.find(({ agreement }) => agreement.id === 'never');
    expect(never).toMatchObject({ states: 0, code: 'no-deal' });
  });
});

describe('the fallback [SEN3]', () => {
  test('is varied: what each can secure, and where improvements come to rest if it is not stable', () => {
    const account = accountOf({
      options: [1, 1],
      agreement: 'b1',
      prefers: { a: ['a1', 'b1'], b: ['!a1 & b1', '!b1'] },
    });
    expect(sensitivity(account).fallbacks.map(({ fallback, code, deal }) => [fallback, code, deal])).toEqual([
      ['security', 'no-deal', []],
      [1, 'no-deal', []],
    ]);
    expect(sensitivity({ ...account, noDeal: { kind: 'security' } }).fallbacks).toEqual([]);
    expect(sensitivity({ ...account, agreements: [] }).fallbacks).toEqual([]);
  });
});

describe('premises', () => {
  test('that a fact does not simply confirm are contested [SEN4]', () => {
    const [own] = caseOf(text).accounts.map(sensitivity);
    expect(own?.contested).toEqual([{ premise: 'a.2', finding: 'overstated', facts: ['f1'] }]);
  });

  test('are counted by whose word they are, and the verdict is found without the adversary’s [SEN5]', () => {
    const account = caseOf(text).accounts[0]!;
    const { words, withoutAdversary } = sensitivity(account);
    expect(words).toEqual({ own: 1, third: 1, adversary: 2, unstated: 1 });
    expect(withoutAdversary?.premises).toEqual(['a.2', 'b.1']);
    const [a, b] = ['a', 'b'].map((id) => statementsOf(account.preferences[id]!)!);
    const without = {
      ...account,
      preferences: {
        a: { kind: 'statements' as const, statements: [a![0]!, a![2]!] },
        b: { kind: 'statements' as const, statements: [b![1]!] },
      },
    };
    expect(withoutAdversary?.code).toBe(analyzeConflict(conflictIn(without)).verdict.code);
    expect(withoutAdversary?.code).not.toBe(analyzeConflict(conflictIn(account)).verdict.code);
  });

  test('without an adversary’s word nothing is solved again [SEN5]', () => {
    expect(sensitivity(caseOf(text).accounts[1]!).withoutAdversary).toBeUndefined();
  });
});

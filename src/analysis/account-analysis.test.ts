// Tests the analysis of an account as a whole: what must not change, own concepts, named settings.
import { describe, expect, test } from 'vitest';
import type { AccountKind } from '../../tests/support/accounts.ts';
import { accountOf, caseOf, conflictIn, randomAccount } from '../../tests/support/accounts.ts';
import { mulberry32, shuffle } from '../base/index.ts';
import type { Account, Concept, Expression } from '../model/index.ts';
import { concepts, movesFrom, stateName, takes } from '../model/index.ts';
import { analyzeConflict, defaultQuestion } from './account-analysis.ts';
import { isLight } from './effort.ts';
import { stableIn } from './stability.ts';

const kind: AccountKind = {
  decisionMakers: [2, 4],
  statements: [0, 3],
  open: 0.2,
  rivals: 0.2,
  bars: 0.5,
  oneWay: 0.3,
};
const analyse = (account: Account) => analyzeConflict(conflictIn(account));

/** What an analysis says, by the options taken and the decision makers' ids; `as` translates both. */
function sayings(account: Account, as: (name: string) => string = (name) => name): unknown {
  const { conflict, stability, deal, verdict, reachability, equilibria, possibleEquilibria } =
    analyse(account);
  const name = (s: number): string =>
    conflict.account.options
      .filter((_, option) => takes(conflict.space!, s, option))
      .map(({ key }) => as(key))
      .sort()
      .join();
  const set = (states: readonly number[]): string[] => states.map(name).sort();
  const sets = (lists: Readonly<Record<string, readonly number[]>>): unknown =>
    Object.fromEntries(Object.entries(lists).map(([key, states]) => [key, set(states)]));
  return {
    states: Object.fromEntries(
      Array.from({ length: conflict.size }, (_, s) => [
        name(s),
        {
          stable: Object.fromEntries(
            conflict.account.decisionMakers.map(({ id }, dm) => [
              as(id),
              concepts.map((concept) => stableIn(stability, dm, s, concept)),
            ]),
          ),
          steps: reachability.steps(s),
        },
      ]),
    ),
    equilibria: sets(equilibria as Record<Concept, readonly number[]>),
    possible: sets(possibleEquilibria as Record<Concept, readonly number[]>),
    deal: sets({ ...deal, fallback: [] } as never),
    verdict: {
      code: verdict.code,
      best: verdict.codeAtBest,
      stable: set(verdict.agreementStable),
      objectors: verdict.blockedBy.length,
    },
  };
}

/** The account with every decision maker and option renamed, in the order that `order` gives. */
function disguised(account: Account, order: <T>(items: readonly T[]) => T[]): Account {
  const rename = (name: string): string => `z_${name}`;
  const inside = <T>(part: T): T =>
    JSON.parse(JSON.stringify(part), (field, value) => (field === 'key' ? rename(value) : value)) as T;
  return {
    ...account,
    decisionMakers: order(account.decisionMakers).map((dm) => ({ ...dm, id: rename(dm.id) })),
    options: order(account.options).map((option) => ({
      ...option,
      key: rename(option.key),
      decisionMaker: rename(option.decisionMaker),
    })),
    infeasible: order(account.infeasible).map((bar) => ({ ...bar, when: inside<Expression>(bar.when) })),
    agreements: inside(account.agreements),
    kinds: inside(account.kinds),
    signatories: account.signatories.map(rename),
    preferences: Object.fromEntries(
      Object.entries(account.preferences).map(([id, preference]) => [rename(id), inside(preference)]),
    ),
  };
}

describe('an analysis [ANA1]', () => {
  test('depends on no name and no order of decision makers, options and bars (seed 131)', () => {
    const random = mulberry32(131);
    for (let round = 0; round < 60; round += 1) {
      const account = randomAccount(random, kind);
      const other = disguised(account, (items) => shuffle([...items], random));
      expect(
        sayings(other, (name) => name.replace('z_', '')),
        `round ${round}`,
      ).toEqual(sayings(account));
    }
  });

  test('an option of somebody new, whom nobody and nothing mentions, doubles the states and changes nothing else (seed 132)', () => {
    const random = mulberry32(132);
    for (let round = 0; round < 60; round += 1) {
      const account = randomAccount(random, kind);
      const idle = { id: 'z', name: 'Z' };
      const wider: Account = {
        ...account,
        decisionMakers: [...account.decisionMakers, idle],
        options: [
          ...account.options,
          { key: 'z1', id: 'z1', name: 'z1', decisionMaker: 'z', direction: 'both' },
        ],
      };
      const [few, more] = [analyse(account), analyse(wider)];
      const { size } = few.conflict;
      expect(more.conflict.size).toBe(2 * size);
      const doubled = (states: readonly number[] = []): number[] => [
        ...states,
        ...states.map((s) => s + size),
      ];
      for (const concept of concepts)
        expect(more.equilibria[concept], `round ${round} ${concept}`).toEqual(
          doubled(few.equilibria[concept]),
        );
      expect(more.deal.states).toEqual(doubled(few.deal.states));
      expect(more.verdict.code).toBe(few.verdict.code);
      expect(more.verdict.agreementStable).toEqual(doubled(few.verdict.agreementStable));
    }
  });

  test('an account in graph form says what its option form says (seed 133)', () => {
    const random = mulberry32(133);
    const simple: AccountKind = {
      decisionMakers: [2, 3],
      statements: [1, 3],
      rivals: 0.3,
      bars: 0.4,
      oneWay: 0.3,
    };
    for (let round = 0; round < 25; round += 1) {
      const account = randomAccount(random, simple);
      const analysis = analyse(account);
      const graph = analyse(inGraphForm(account));
      const { conflict } = analysis;
      expect(graph.conflict.names).toEqual(
        Array.from({ length: conflict.size }, (_, s) => `s${stateName(conflict, s)}`),
      );
      for (const question of ['equilibria', 'possibleEquilibria'] as const)
        expect(graph[question], `round ${round}`).toEqual(analysis[question]);
      expect(graph.deal).toEqual(analysis.deal);
      expect(graph.otherDeals).toEqual(analysis.otherDeals);
      const { code, ...rest } = analysis.verdict;
      expect(graph.verdict).toMatchObject({ ...rest, blockedBy: expect.anything() });
      // Graph form has no bars that could be the reason.
      expect(graph.verdict.code).toBe(code === 'ruled-out-by-assumption' ? 'no-deal' : code);
    }
  });
});

/** The same conflict with its states and moves listed one by one. */
function inGraphForm(account: Account): Account {
  const conflict = conflictIn(account);
  const nameOf = (s: number): string => `s${stateName(conflict, s)}`;
  const where = (truth: ArrayLike<number>): { kind: 'names'; names: string[] } => ({
    kind: 'names',
    names: Array.from({ length: conflict.size }, (_, s) => s)
      .filter((s) => truth[s] === 1)
      .map(nameOf),
  });
  const condition = (when: Account['agreements'][number]['when']) =>
    where(
      conflictIn({
        ...account,
        agreements: [{ id: 'k', kind: 'other', when, text: '' }],
        preferences: {},
      }).agreement!,
    );
  const preferences = Object.entries(account.preferences).map(([id, preference]) => [
    id,
    JSON.parse(
      JSON.stringify(preference, (field, value) => (field === 'when' ? condition(value) : value)),
    ) as Account['preferences'][string],
  ]);
  const agreements = account.agreements.map((agreement) => ({
    ...agreement,
    when: condition(agreement.when),
  }));
  return {
    ...account,
    options: [],
    infeasible: [],
    graph: {
      states: Array.from({ length: conflict.size }, (_, s) => ({ id: nameOf(s), name: nameOf(s) })),
      moves: Object.fromEntries(account.decisionMakers.map(({ id }, dm) => [id, movesOf(conflict, dm)])),
    },
    statusQuo: { kind: 'name', name: nameOf(conflict.statusQuo) },
    agreements,
    kinds: agreements,
    preferences: Object.fromEntries(preferences),
  };
}

function movesOf(conflict: ReturnType<typeof conflictIn>, dm: number): (readonly [number, number])[] {
  return Array.from({ length: conflict.size }, (_, s) => s).flatMap((s) =>
    movesFrom(conflict.moves, dm, s).map((q) => [s, q] as const),
  );
}

describe('a concept of its own for each decision maker [ANA2]', () => {
  const sketch = {
    options: [1, 1],
    agreement: 'a1 & b1',
    prefers: { a: ['b1', '!a1'], b: ['a1', '!b1'] },
  };

  test('gives the states that are stable for each by its own', () => {
    const { mixed, stability, conflict } = analyse(
      accountOf({ ...sketch, more: { concepts: { a: 'nash' } } }),
    );
    expect(mixed?.conceptOf).toEqual(['nash', 'seq']);
    const expected = Array.from({ length: conflict.size }, (_, s) => s).filter(
      (s) => stableIn(stability, 0, s, 'nash') === 'every' && stableIn(stability, 1, s, 'seq') === 'every',
    );
    expect(mixed?.states).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  test('is solved for whatever concepts were asked for, and missing where none is given', () => {
    const conflict = conflictIn(accountOf({ ...sketch, more: { concepts: { a: 'gmr', b: 'smr' } } }));
    const { mixed, equilibria } = analyzeConflict(conflict, { concepts: ['nash'], sanctions: 'legal' });
    expect(mixed?.states).toEqual([0, 3]);
    expect(Object.keys(equilibria)).toEqual(['nash']);
    expect(analyse(accountOf(sketch)).mixed).toBeUndefined();
  });
});

describe('what is asked [ANA3]', () => {
  const three = accountOf({
    options: [1, 1, 2],
    infeasible: ['a1 & !b1', 'a1 & !c2', 'b1 & c1 & !a1', 'c1 & !b1', 'c1 & !c2', 'c2 & !b1'],
    prefers: { b: ['c1 & !a1 & !b1'] },
  });

  test('the first concept judges; without one it is seq', () => {
    const conflict = conflictIn(accountOf({ options: [1], agreement: 'a1', prefers: { a: ['a1'] } }));
    const { verdict, equilibria } = analyzeConflict(conflict, { concepts: [], sanctions: 'legal' });
    expect(verdict).toMatchObject({ code: 'agreement-stable-reachable', concept: 'seq' });
    expect(equilibria).toEqual({});
    expect(analyzeConflict(conflict, { concepts: ['gmr', 'nash'], sanctions: 'legal' }).verdict.concept).toBe(
      'gmr',
    );
  });

  test.each(['legal', 'once', 'single'] as const)('%s sanctions are those of the result', (sanctions) => {
    const { stability } = analyzeConflict(conflictIn(three), { ...defaultQuestion, sanctions });
    expect(stability.settings.sanctions).toBe(sanctions);
  });

  test('older tools miss a reply in which somebody moves twice; the setting reproduces them', () => {
    const value = caseOf(`impasse: 1
title: t
decisionMakers: [{ id: one, options: [a] }, { id: two, options: [b] }, { id: three, options: [c, d] }]
infeasible: ["a & !b", "a & !d", "c & !a", "d & !b", "c & !d"]
statusQuo: []
preferences:
  two: { ranking: [NYNY, NYNN, YYNY, NNNN, YYYY] }
`);
    const conflict = conflictIn(value.accounts[0]!);
    expect(Array.from({ length: 5 }, (_, s) => stateName(conflict, s))).toEqual([
      'NNNN',
      'NYNN',
      'NYNY',
      'YYNY',
      'YYYY',
    ]);
    const gmr = (sanctions: 'legal' | 'once') =>
      analyzeConflict(conflict, { concepts: ['gmr'], sanctions }).equilibria.gmr?.includes(0);
    expect(gmr('legal')).toBe(true);
    expect(gmr('once')).toBe(false);
  });
});

test('a decision maker without options takes part in nothing but consent [ANA4]', () => {
  const account = accountOf({ options: [1, 0], agreement: 'a1', prefers: { a: ['a1'], b: ['!a1'] } });
  const { deal, verdict, equilibria } = analyse(account);
  expect(equilibria.nash).toEqual([1]);
  expect(deal.states).toEqual([]);
  expect(verdict.code).toBe('agreement-stable-reachable');
});

test('a conflict is solved again and again only where it is small, over all its orders [EFF1]', () => {
  const light = (options: number, orders: number, method: 'fast' | 'reference' = 'fast'): boolean => {
    const { conflict, stability } = analyse(accountOf({ options: [options], prefers: { a: ['a1'] } }));
    return isLight({
      conflict,
      stability: { ...stability, method, orders: { method: 'exact', total: orders, counted: orders } },
    });
  };
  expect(light(12, 1)).toBe(true);
  expect(light(13, 1)).toBe(false);
  expect(light(6, 4096)).toBe(true);
  expect(light(6, 4097)).toBe(false);
  expect(light(9, 1, 'reference')).toBe(true);
  expect(light(10, 1, 'reference')).toBe(false);
});

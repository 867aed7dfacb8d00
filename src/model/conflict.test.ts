// Tests what keeps an account from being a conflict, and what the conflict of an account holds.
import { describe, expect, test } from 'vitest';
import { accountOf, caseOf, conflictIn } from '../../tests/support/accounts.ts';
import type { Diagnostic } from '../base/index.ts';
import { readCase } from '../formats/index.ts';
import type { Account } from './case.ts';
import { conflictOf, stateName } from './conflict.ts';
import { movesFrom } from './moves.ts';

const lines = (text: string): string => `impasse: 1\ntitle: t\n${text}`;

/** The problems of the one account of a text. */
function problemsOf(text: string): readonly Diagnostic[] {
  const { value } = readCase(lines(text), { uri: 'case.yaml' });
  return conflictOf(value!.accounts[0]!).diagnostics;
}

const many = (count: number, more: Partial<Account> = {}): Account => accountOf({ options: [count], more });

describe('the feasible states [STA1]', () => {
  test('are the combinations that no bar matches, in increasing decimal order', () => {
    const conflict = conflictIn(accountOf({ options: [2, 1], infeasible: ['a1 & a2', '!a1 & b1'] }));
    const names = Array.from({ length: conflict.size }, (_, s) => stateName(conflict, s));
    expect(names).toEqual(['NNN', 'YNN', 'NYN', 'YNY']);
    expect(conflict.space?.isFull).toBe(false);
  });

  test('are all where nothing is infeasible, or nothing that can be', () => {
    expect(conflictIn(accountOf({ options: [3] })).space?.isFull).toBe(true);
    expect(conflictIn(accountOf({ options: [3], infeasible: ['a1 & !a1'] })).space?.isFull).toBe(true);
  });

  test('of an account without options are one', () => {
    expect(conflictIn(accountOf({ options: [0, 0] })).size).toBe(1);
  });

  test('in graph form are those listed, with the moves listed, each once and none to itself [MOV3]', () => {
    const graph = {
      states: ['x', 'y', 'z'].map((id) => ({ id, name: id })),
      moves: {
        a: [
          [0, 2],
          [0, 1],
          [0, 2],
          [0, 0],
        ],
        b: [[2, 0]],
      },
    } as const;
    const conflict = conflictIn(
      accountOf({ options: [0, 0], more: { graph, statusQuo: { kind: 'name', name: 'y' } } }),
    );
    expect([0, 1, 2].map((s) => stateName(conflict, s))).toEqual(['x', 'y', 'z']);
    expect(conflict.space).toBeUndefined();
    expect(conflict.statusQuo).toBe(1);
    expect([0, 1, 2].map((s) => movesFrom(conflict.moves, 0, s))).toEqual([[1, 2], [], []]);
    expect([0, 1, 2].map((s) => movesFrom(conflict.moves, 1, s))).toEqual([[], [], [0]]);
  });
});

describe('states that do not fit [STA2]', () => {
  test('45 options are refused at once, with the exact number and the way out (E1301)', () => {
    const started = performance.now();
    const [problem, ...others] = conflictOf(many(45)).diagnostics;
    expect(performance.now() - started).toBeLessThan(500);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'E1301', expected: 'at most 4,194,304 states' });
    expect(problem?.message).toContain('2^45 = 35,184,372,088,832 states over 45 options');
    expect(problem?.hint).toContain('infeasible');
  });

  test('the number is exact where some are infeasible too', () => {
    const { diagnostics } = conflictOf(accountOf({ options: [30, 30], infeasible: ['a1 & b30'] }));
    const count = String(3n * 2n ** 58n).replace(/\B(?=(\d{3})+$)/g, ',');
    expect(diagnostics[0]?.message).toContain(` has ${count} states over 60 options`);
  });

  test('a number of hundreds of digits is not written out', () => {
    expect(conflictOf(many(3_000)).diagnostics[0]?.message).toContain('has 2^3000 states');
    const { diagnostics } = conflictOf(accountOf({ options: [200], infeasible: ['a1 & a2'] }));
    expect(diagnostics[0]?.message).toContain('has more than 10^60 states');
  });

  test('it is located where the account is', () => {
    const options = Array.from({ length: 45 }, (_, place) => `o${place}`).join(', ');
    const [problem] = problemsOf(
      `decisionMakers: [{ id: a, options: [${options}] }]\nstatusQuo: []\npreferences: { a: [o1] }`,
    );
    expect(problem).toMatchObject({ code: 'E1301', at: { uri: 'case.yaml' } });
  });

  test('45 options with few feasible states make a conflict, whoever owns them', () => {
    const ladder = Array.from({ length: 44 }, (_, place) => `a${place + 2} & !a${place + 1}`);
    const conflict = conflictIn(accountOf({ options: [45], infeasible: ladder, prefers: { a: ['a45'] } }));
    expect(conflict.size).toBe(46);
    expect(stateName(conflict, 45)).toBe('Y'.repeat(45));
    expect(movesFrom(conflict.moves, 0, 3)).toEqual(
      Array.from({ length: 46 }, (_, s) => s).filter((s) => s !== 3),
    );
  });

  test('limits are those asked for', () => {
    expect(conflictOf(many(5), { states: 31, moves: 100 }).diagnostics).toMatchObject([{ code: 'E1301' }]);
    expect(conflictOf(many(5), { states: 32, moves: 100 }).diagnostics).toEqual([]);
  });
});

describe('bars that leave nothing to list [STA3]', () => {
  test('too entangled ones (E1302)', () => {
    const infeasible = Array.from({ length: 20 }, (_, place) => `!(a${place + 1} <-> b${place + 1})`);
    const { diagnostics } = conflictOf(accountOf({ options: [20, 20], infeasible }));
    expect(diagnostics).toMatchObject([{ code: 'E1302' }]);
    expect(diagnostics[0]?.hint).toBeDefined();
  });

  test('no feasible state (E1303)', () => {
    expect(conflictOf(accountOf({ options: [1, 1], infeasible: ['a1', '!a1'] })).diagnostics).toMatchObject([
      { code: 'E1303' },
    ]);
  });
});

describe('states that are named [STA4]', () => {
  const frame = 'decisionMakers: [{ id: a, options: [x, y] }]\ninfeasible: ["x & y"]\n';

  test('an infeasible status quo and fallback are located, both at once (E1304)', () => {
    const problems = problemsOf(
      `${frame}statusQuo: [x, y]\nagreement: x\nnoDeal: YY\npreferences:\n  a: [x]`,
    );
    expect(problems.map(({ code, at }) => [code, at?.start.line])).toEqual([
      ['E1304', 5],
      ['E1304', 7],
    ]);
  });

  test('a status quo that takes an option that is not there is no state (E1304)', () => {
    const account = accountOf({ options: [1], statusQuo: ['z9'] });
    expect(conflictOf(account).diagnostics).toMatchObject([{ code: 'E1304' }]);
  });

  test('a ranking names every feasible state once: E1304, E1305 and E1306 at once [PRI4]', () => {
    const taken = (...keys: string[]) => ({ kind: 'options', taken: keys }) as const;
    const groups = [[taken('a1')], [taken('a1', 'a2')], [taken('a1')]];
    const account = accountOf({
      options: [2],
      infeasible: ['a1 & a2'],
      more: { preferences: { a: { kind: 'ranking', groups } } },
    });
    const { diagnostics } = conflictOf(account);
    expect(diagnostics.map(({ code }) => code)).toEqual(['E1304', 'E1306', 'E1305']);
    expect(diagnostics[2]?.message).toContain('leaves out NN, NY');
  });

  test('what is wrong in a ranking is located (E1304, E1305) [PRI4]', () => {
    const problems = problemsOf(
      `${frame}statusQuo: []\npreferences:\n  a:\n    ranking:\n      - YN\n      - YY\n`,
    );
    expect(problems.map(({ code, at }) => [code, at?.start.line])).toEqual([
      ['E1304', 10],
      ['E1305', 8],
    ]);
  });

  test('of many states that a ranking leaves out the first are named', () => {
    const account = many(4, { preferences: { a: { kind: 'ranking', groups: [] } } });
    expect(conflictOf(account).diagnostics[0]?.message).toMatch(/leaves out NNNN, .* and 8 more$/);
  });

  test('an unknown pair of an infeasible state is an error, not passed over (E1304) [PRI5]', () => {
    const problems = problemsOf(
      `${frame}statusQuo: []\npreferences:\n  a:\n    ranking: [YN, NY, NN]\n    unknown: [[YN, YY]]\n`,
    );
    expect(problems).toMatchObject([{ code: 'E1304', at: { start: { line: 9 } } }]);
  });

  test('weights that cannot be added exactly are an error (E1307) [PRI2]', () => {
    const problems = problemsOf(
      `${frame}statusQuo: []\npreferences:\n  a: { weights: { x: 9007199254740991, y: 0.5 } }`,
    );
    expect(problems).toMatchObject([{ code: 'E1307', at: { start: { line: 7 } } }]);
  });
});

describe('agreements [AGS1]', () => {
  const account = caseOf(
    lines(
      'decisionMakers: [{ id: a, options: [x, y] }, { id: b, options: [z] }]\nstatusQuo: []\n' +
        'agreements:\n  - { id: one, kind: talks, when: x }\n  - { id: two, kind: other, when: z, excludes: y }\n' +
        'preferences: { a: [x] }\nsignatories: [b]\nnoDeal: [x]',
    ),
  ).accounts[0]!;
  const conflict = conflictIn(account);
  const membersOf = (members: Uint8Array | undefined): string[] =>
    Array.from({ length: conflict.size }, (_, s) => s)
      .filter((s) => members?.[s] === 1)
      .map((s) => stateName(conflict, s));

  test('have the states of any kind, but for what a kind excludes', () => {
    expect(membersOf(conflict.agreements[0]?.members)).toEqual(['YNN', 'YYN', 'YNY', 'YYY']);
    expect(membersOf(conflict.agreements[1]?.members)).toEqual(['NNY', 'YNY']);
    expect(membersOf(conflict.agreement)).toEqual(['YNN', 'YYN', 'NNY', 'YNY', 'YYY']);
  });

  test('name their signatories and fallback by place', () => {
    expect(conflict.signatories).toEqual([1]);
    expect(conflict.fallback).toEqual({ kind: 'state', state: 1, isStatusQuo: false });
  });

  test('are missing where the account names none', () => {
    expect(conflictIn(many(1)).agreement).toBeUndefined();
  });
});

test('a decision maker without options has no moves, and one of whom nothing is said is indifferent', () => {
  const conflict = conflictIn(accountOf({ options: [1, 0], prefers: { b: ['a1'] } }));
  expect(movesFrom(conflict.moves, 1, 0)).toEqual([]);
  expect(conflict.preferences[0]?.relation).toEqual({ kind: 'preorder', rank: Int32Array.of(0, 0) });
  expect(conflict.preferences[1]?.relation).toEqual({ kind: 'preorder', rank: Int32Array.of(0, 1) });
});

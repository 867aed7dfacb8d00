// Tests each warning on a small account that deserves it, and on one that does not.
import { describe, expect, test } from 'vitest';
import type { Sketch } from '../../tests/support/accounts.ts';
import { accountOf, caseOf, conflictIn, statementOf } from '../../tests/support/accounts.ts';
import type { Account } from '../model/index.ts';
import { analyzeConflict } from './account-analysis.ts';
import type { Warning } from './lint.ts';
import { lint } from './lint.ts';

const warningsOf = (account: Account, code: Warning['code']): Omit<Warning, 'code'>[] =>
  lint(analyzeConflict(conflictIn(account)))
    .filter((warning) => warning.code === code)
    .map(({ code: _, ...rest }) => rest);
const warnings = (sketch: Sketch, code: Warning['code']) => warningsOf(accountOf(sketch), code);
const all = ['seq', 'nash', 'gmr', 'smr', 'sseq'];

describe('W2001: stable only because a move cannot be made or undone [LNT1]', () => {
  const sketch: Sketch = { options: [1, 1], prefers: { a: ['!a1'], b: ['b1'] } };

  test('a one-way option', () => {
    expect(warnings({ ...sketch, directions: { a1: 'take' } }, 'W2001')).toEqual([
      { bar: 'a1', concepts: all, states: [3] },
    ]);
    expect(warnings({ ...sketch, directions: { b1: 'take' } }, 'W2001')).toEqual([]);
    expect(warnings(sketch, 'W2001')).toEqual([]);
  });

  test('a forbidden move', () => {
    const given: Sketch = {
      ...sketch,
      forbidden: [
        ['a', 'a1', '!a1'],
        ['b', '!b1 & a1', 'a1'],
      ],
    };
    expect(warnings(given, 'W2001')).toEqual([
      { bar: 'forbiddenMoves.1', concepts: all, states: [1, 3] },
      { bar: 'forbiddenMoves.2', concepts: all, states: [1] },
    ]);
  });

  test('concepts that need the bar are told apart', () => {
    // Without the bar a would leave; b's answer deters that under all but nash.
    const given: Sketch = {
      options: [1, 1],
      directions: { a1: 'drop' },
      prefers: { a: ['!b1', 'a1'], b: ['a1 <-> b1'] },
    };
    const found = warnings(given, 'W2001');
    expect(found.map(({ bar, concepts }) => [bar, concepts])).toEqual([['a1', ['nash']]]);
  });
});

describe('W2002: stable only because a combination is taken to be infeasible [LNT2]', () => {
  const sketch = (kind: Account['infeasible'][number]['kind']): Sketch => ({
    options: [1, 1],
    infeasible: [{ text: 'a1 & b1', kind }],
    prefers: { a: ['a1'], b: ['b1'] },
  });

  test('by a legal or an assumed bar, not by logic or physics', () => {
    const found = [{ bar: 'infeasible.1', concepts: all, states: [1, 2] }];
    expect(warnings(sketch('legal'), 'W2002')).toEqual(found);
    expect(warnings(sketch('assumed'), 'W2002')).toEqual(found);
    expect(warnings(sketch('logical'), 'W2002')).toEqual([]);
    expect(warnings(sketch('physical'), 'W2002')).toEqual([]);
  });

  test('not by a bar that nobody would break', () => {
    const given = { ...sketch('legal'), prefers: { a: ['!a1'], b: ['b1'] } };
    expect(warnings(given, 'W2002')).toEqual([]);
  });
});

describe('no agreement state', () => {
  const sketch = (...kinds: Account['infeasible'][number]['kind'][]): Sketch => ({
    options: [1, 1],
    agreement: 'a1',
    infeasible: kinds.map((kind) => ({ text: 'a1', kind })),
    prefers: {},
  });

  test('W2003: one legal or assumed bar alone removes them all [LNT3]', () => {
    expect(warnings(sketch('assumed'), 'W2003')).toEqual([{ bar: 'infeasible.1' }]);
    expect(warnings(sketch('assumed'), 'W2004')).toEqual([]);
    expect(warnings(sketch('logical'), 'W2003')).toEqual([]);
    expect(warnings({ ...sketch('assumed'), agreement: 'b1' }, 'W2003')).toEqual([]);
  });

  test('W2004: no one bar is the cause [LNT4]', () => {
    expect(warnings(sketch('assumed', 'legal'), 'W2004')).toEqual([{}]);
    expect(warnings(sketch('physical'), 'W2004')).toEqual([{}]);
    expect(warnings({ options: [1], agreement: 'a1', prefers: {} }, 'W2004')).toEqual([]);
    expect(warnings({ options: [1], prefers: {} }, 'W2004')).toEqual([]);
  });

  test('W2004: in graph form too, where an agreement excludes its own states [LNT4]', () => {
    const text =
      'impasse: 1\ntitle: t\ndecisionMakers: [a]\nstates: [x, y]\nmoves: { a: { x: [y] } }\nstatusQuo: x\n' +
      'agreements: [{ id: k, kind: talks, when: [y], excludes: [y] }]\npreferences: { a: [y] }';
    expect(warningsOf(caseOf(text).accounts[0]!, 'W2004')).toEqual([{}]);
    expect(warningsOf(caseOf(text.replace('excludes: [y]', 'excludes: [x]')).accounts[0]!, 'W2004')).toEqual(
      [],
    );
  });
});

test('W2005: a decision maker is indifferent between all states [LNT5]', () => {
  const sketch: Sketch = { options: [1, 1], prefers: { a: ['a1 | !a1'], b: ['b1'] } };
  expect(warnings(sketch, 'W2005')).toEqual([{ decisionMaker: 'a' }]);
  expect(warnings({ ...sketch, prefers: { b: ['b1'] } }, 'W2005')).toEqual([{ decisionMaker: 'a' }]);
  expect(warnings({ ...sketch, prefers: { a: ['b1'], b: ['b1'] } }, 'W2005')).toEqual([]);
});

describe('W2006: no preference mentions an option [LNT6]', () => {
  test('in a statement or a weight', () => {
    const account = accountOf({ options: [2, 1], prefers: { a: ['a1'], b: ['a1'] } });
    expect(warningsOf(account, 'W2006')).toEqual([{ option: 'a2' }, { option: 'b1' }]);
    const weights = { kind: 'weights' as const, weights: [['b1', 1] as const, ['a2', 0] as const] };
    expect(warningsOf({ ...account, preferences: { ...account.preferences, b: weights } }, 'W2006')).toEqual(
      [],
    );
  });

  test('a ranking mentions all', () => {
    const states = [[], ['a1']].map((taken) => [{ kind: 'options' as const, taken }]);
    const account = accountOf({
      options: [1],
      more: { preferences: { a: { kind: 'ranking', groups: states } } },
    });
    expect(warningsOf(account, 'W2006')).toEqual([]);
  });
});

describe('W2007: a statement can never matter where it stands [LNT7]', () => {
  test('since what comes before it decides every pair, or it is true everywhere', () => {
    const prefers = { a: ['a1', 'b1', 'a1 & b1', '!a1'], b: ['b1 | !b1'] };
    expect(warnings({ options: [1, 1], prefers }, 'W2007')).toEqual([
      { decisionMaker: 'a', premise: 'a.3' },
      { decisionMaker: 'a', premise: 'a.4' },
      { decisionMaker: 'b', premise: 'b.1' },
    ]);
    expect(warnings({ options: [1, 1], prefers: { a: ['a1 & b1', 'a1', 'b1'] } }, 'W2007')).toEqual([]);
  });

  test('in an open order only if it never can', () => {
    const account = accountOf({ options: [1, 1] });
    const statements = ['a1', 'b1', 'a1 & b1', 'a1 | !a1'].map((text) => statementOf(text, account.options));
    const preferences = { a: { kind: 'open-order' as const, statements } };
    expect(warningsOf({ ...account, preferences }, 'W2007')).toEqual([
      { decisionMaker: 'a', premise: 'a.4' },
    ]);
  });
});

const evidence = (text: string): Account =>
  caseOf(`impasse: 1
title: t
sources: [{ id: s1, title: S }, { id: s2, title: T }]
facts: [{ id: f1, says: It was so, source: s1 }]
decisionMakers: [{ id: a, options: [x] }, { id: b, options: [y] }]
statusQuo: []
agreement: x & y
${text}`).accounts[0]!;

test('W2008: a premise cites no evidence, where others do [LNT8]', () => {
  const mixed = evidence('preferences: { a: [{ statement: x, evidence: [s1] }, y], b: [y] }');
  expect(warningsOf(mixed, 'W2008')).toEqual([{ premise: 'a.2' }, { premise: 'b.1' }]);
  expect(warningsOf(evidence('preferences: { a: [x], b: [y] }'), 'W2008')).toEqual([]);
});

describe('W2009: one piece of evidence carries the verdict [LNT9]', () => {
  test('where the verdict is another without the premises that cite it alone', () => {
    const account = evidence(
      'preferences:\n  a: [{ statement: x, evidence: [s1] }, { statement: y, evidence: [s2] }]\n' +
        '  b: [{ statement: y, evidence: [f1] }]',
    );
    expect(warningsOf(account, 'W2009')).toEqual([
      { evidence: 's1', premise: 'a.1' },
      { evidence: 'f1', premise: 'b.1' },
    ]);
  });

  test('not where a second piece stands behind the premise', () => {
    const account = evidence(
      'preferences: { a: [{ statement: x, evidence: [s1, s2] }], b: [{ statement: y, evidence: [f1, s1] }] }',
    );
    expect(warningsOf(account, 'W2009')).toEqual([]);
  });
});

test('W2010: what happens without a deal is not stable itself [LNT10]', () => {
  const sketch: Sketch = { options: [1, 1], agreement: 'b1', prefers: { a: ['a1'] } };
  expect(warnings(sketch, 'W2010')).toEqual([{ states: [0], concepts: ['seq'] }]);
  expect(warnings({ ...sketch, statusQuo: ['a1'] }, 'W2010')).toEqual([]);
  expect(warnings({ ...sketch, more: { noDeal: { kind: 'security' } } }, 'W2010')).toEqual([]);
  expect(warnings({ options: [1, 1], prefers: { a: ['a1'] } }, 'W2010')).toEqual([]);
});

test('W2011: a recorded fact contradicts a premise, or a claim [LNT11]', () => {
  const account = evidence(
    'preferences: { a: [x], b: [y] }\nchecks:\n  - { premise: a.1, fact: f1, finding: contradicted }\n' +
      '  - { claim: Other, fact: f1, finding: contradicted }\n  - { premise: b.1, fact: f1, finding: overstated }',
  );
  expect(warningsOf(account, 'W2011')).toEqual([{ facts: ['f1'], premise: 'a.1' }, { facts: ['f1'] }]);
});

test('beyond 4,096 states what takes a solution for each premise is left out, the rest is not [LNT12]', () => {
  const sketch = (count: number): Sketch => ({
    options: [count, 1],
    directions: { a1: 'take' },
    agreement: 'b1',
    prefers: { a: ['!a1', 'b1 | !b1'], b: ['!b1'] },
  });
  const codes = (count: number): Set<string> =>
    new Set(lint(analyzeConflict(conflictIn(accountOf(sketch(count))))).map(({ code }) => code));
  expect(codes(11)).toEqual(new Set(['W2001', 'W2006', 'W2007']));
  expect(codes(12)).toEqual(new Set(['W2006', 'W2007']));
});

// Shows that work that is stopped anywhere still gives an answer, and never a wrong one.
import { describe, expect, test } from 'vitest';
import type { AccountKind } from '../../tests/support/accounts.ts';
import { accountOf, caseOf, conflictIn, randomAccount, statementOf } from '../../tests/support/accounts.ts';
import { budget } from '../../tests/support/watches.ts';
import { mulberry32 } from '../base/index.ts';
import type { Conflict } from '../model/index.ts';
import { conflictOf } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import { analyzeConflict, defaultQuestion } from './account-analysis.ts';
import { compareAccounts } from './compare.ts';
import { lint } from './lint.ts';
import { sensitivityOf } from './sensitivity.ts';

// The reference engine, which this setting needs, asks before every state.
const question = { ...defaultQuestion, sanctions: 'once' } as const;

/** Analyses stopped after some questions, fewer and fewer left, none of them whole. */
function* cuts(conflict: Conflict): Iterable<AccountAnalysis> {
  const counting = budget(Number.POSITIVE_INFINITY);
  analyzeConflict(conflict, question, counting);
  const stride = Math.max(1, Math.floor(counting.asked() / 25));
  for (let questions = 0; questions < counting.asked(); questions += stride) {
    const cut = analyzeConflict(conflict, question, budget(questions));
    if (cut.complete) return;
    yield cut;
  }
}

const kinds: readonly (readonly [string, AccountKind])[] = [
  ['lists', { decisionMakers: [2, 3], statements: [1, 3], bars: 0.5, oneWay: 0.3 }],
  ['open orders and rival lists', { decisionMakers: [2, 3], statements: [1, 3], open: 0.4, rivals: 0.4 }],
];

describe('an analysis that is stopped [VER5]', () => {
  test.each(kinds)('says the code of the whole, or that it is undecided: %s (seed 91)', (_, kind) => {
    const random = mulberry32(91);
    const met = new Map<string, number>();
    for (let round = 0; round < 40; round += 1) {
      const conflict = conflictIn(randomAccount(random, kind));
      const whole = analyzeConflict(conflict, question);
      for (const cut of cuts(conflict)) {
        expect(['undecided', whole.verdict.code], `round ${round}`).toContain(cut.verdict.code);
        expect(cut.verdict.codeAtBest).toBeUndefined();
        const { nearest, blockedBy } = cut.stability.complete ? whole.verdict : { blockedBy: [] };
        expect(cut.verdict.nearest).toBe(nearest);
        expect(cut.verdict.blockedBy).toEqual(blockedBy);
        met.set(cut.verdict.code, (met.get(cut.verdict.code) ?? 0) + 1);
      }
    }
    expect(met.get('undecided')).toBeGreaterThan(50);
    expect(met.size).toBeGreaterThan(2);
  });

  test('keeps the best code once it is found, since no other is better', () => {
    const prefers = { a: ['a1', 'b1'], b: ['b1', 'a1'] };
    const conflict = conflictIn(accountOf({ options: [1, 1], agreement: 'a1 & b1', prefers }));
    const counting = budget(Number.POSITIVE_INFINITY);
    analyzeConflict(conflict, question, counting);
    const cut = analyzeConflict(conflict, question, budget(counting.asked() - 1));
    expect(cut.complete).toBe(false);
    expect(cut.verdict.code).toBe('agreement-stable-reachable');
  });

  test.each(kinds)('claims no state that the whole does not have: %s (seed 92)', (_, kind) => {
    const random = mulberry32(92);
    for (let round = 0; round < 30; round += 1) {
      const account = randomAccount(random, kind);
      const taken = account.options.map(({ key }) => key).filter(() => random() < 0.5);
      const noDeal = { kind: 'state', state: { kind: 'options', taken } } as const;
      const conflict = conflictOf({ ...account, noDeal }).value ?? conflictIn(account);
      const whole = analyzeConflict(conflict, question);
      for (const cut of cuts(conflict)) {
        const known = (states: readonly number[], of: readonly number[] = []): void =>
          expect(states.filter((s) => !of.includes(s))).toEqual([]);
        known(cut.verdict.agreementStable, whole.verdict.agreementStable);
        for (const concept of defaultQuestion.concepts)
          known(cut.equilibria[concept] ?? [], whole.equilibria[concept]);
        for (let s = 0; s < conflict.size; s += 1) {
          if (cut.reachability.byImprovements(s)) expect(whole.reachability.byImprovements(s)).toBe(true);
          if (cut.reachability.byMoves(s)) expect(whole.reachability.byMoves(s)).toBe(true);
        }
        expect(cut.deal).toEqual(whole.deal);
        if (cut.otherDeals.length > 0) expect(cut.otherDeals).toEqual(whole.otherDeals);
      }
    }
  });

  test('warns of nothing that the whole does not warn of, and its sensitivity is undecided likewise (seed 93)', () => {
    const random = mulberry32(93);
    for (let round = 0; round < 20; round += 1) {
      const conflict = conflictIn(randomAccount(random, kinds[0]![1]));
      const whole = analyzeConflict(conflict, question);
      const warnings = lint(whole).map(({ code }) => code);
      const codes = sensitivityOf(whole).agreements.map(({ code }) => code);
      for (const cut of cuts(conflict)) {
        expect(lint(cut, budget(0)).filter(({ code }) => !warnings.includes(code))).toEqual([]);
        const { agreements, orders } = sensitivityOf(cut, undefined, budget(0));
        for (const [index, { code }] of agreements.entries())
          expect(['undecided', codes[index]]).toContain(code);
        expect(orders).toBeUndefined();
      }
    }
  });

  test('an account without an agreement, or without a state for it, needs no solution', () => {
    const cut = (more: Partial<Parameters<typeof accountOf>[0]>) =>
      analyzeConflict(conflictIn(accountOf({ options: [1, 1], ...more })), question, budget(0)).verdict.code;
    expect(cut({})).toBe('no-agreement-defined');
    expect(cut({ agreement: 'a1', infeasible: ['a1'] })).toBe('ruled-out-by-assumption');
    expect(cut({ agreement: 'a1' })).toBe('undecided');
  });
});

describe('orders that are stopped', () => {
  test('count what they saw, and say that they are not complete [ORD3]', () => {
    const account = accountOf({ options: [2, 1], agreement: 'a1' });
    const statements = ['a1', 'a2', 'b1', 'a1 | b1'].map((text) => statementOf(text, account.options));
    const preferences = Object.fromEntries(
      ['a', 'b'].map((id) => [id, { kind: 'statements' as const, statements }]),
    );
    const analysis = analyzeConflict(conflictIn({ ...account, preferences }));
    const whole = sensitivityOf(analysis).orders!;
    const cut = sensitivityOf(analysis, undefined, budget(40)).orders!;
    expect(whole).toMatchObject({ complete: true, counted: 576, total: 576 });
    expect(cut).toMatchObject({ complete: false, method: 'exact', total: 576 });
    expect(cut.counted).toBeGreaterThan(0);
    expect(cut.counted).toBeLessThan(576);
    expect(cut.agreement.nash!.orders).toBeLessThanOrEqual(whole.agreement.nash!.orders);
  });
});

describe('a comparison that is stopped', () => {
  const text =
    'impasse: 1\ntitle: t\ndecisionMakers: [{ id: a, options: [x] }, { id: b, options: [y] }]\nstatusQuo: []\n' +
    'agreement: x & y\naccounts:\n' +
    '  - { id: one, preferences: { a: [x], b: ["y"] } }\n  - { id: two, preferences: { a: ["!x"], b: ["!y"] } }';

  test('has an undecided cell for what is not known, and no premises that decide [CMP6]', () => {
    const value = caseOf(text);
    const analyses = value.accounts.map((account) =>
      analyzeConflict(conflictIn(account), question, budget(0)),
    );
    const { table, decides, complete, questions } = compareAccounts(value, analyses, budget(0));
    expect(complete).toBe(false);
    expect(decides).toEqual([]);
    const words = Object.fromEntries(
      questions.map(({ id }, row) => [id, table[row]!.map(({ word }) => word)]),
    );
    expect(words).toEqual({
      verdict: ['undecided', 'undecided'],
      deal: ['yes', 'no'],
      statusQuo: ['undecided', 'undecided'],
      blockedBy: ['undecided', 'undecided'],
      'kind.agreement': ['undecided', 'undecided'],
    });
  });

  test('has no premises that decide between a verdict and none [CMP6]', () => {
    const value = caseOf(
      `${text}\n  - { id: three, infeasible: [{ when: x, kind: assumed }], preferences: { a: [x] } }`,
    );
    const analyses = value.accounts.map((account) =>
      analyzeConflict(conflictIn(account), question, budget(0)),
    );
    expect(analyses.map(({ verdict }) => verdict.code)).toEqual([
      'undecided',
      'undecided',
      'ruled-out-by-assumption',
    ]);
    expect(compareAccounts(value, analyses)).toMatchObject({ decides: [], complete: false });
  });

  test('in the middle of the search for what decides says so [CMP6]', () => {
    const value = caseOf(text);
    const analyses = value.accounts.map((account) => analyzeConflict(conflictIn(account)));
    const whole = compareAccounts(value, analyses).decides[0]!;
    expect(whole.complete).toBe(true);
    const [decision] = compareAccounts(value, analyses, budget(2)).decides;
    expect(decision).toMatchObject({ complete: false });
    expect(decision!.searched).toBeLessThan(whole.searched);
    for (const found of decision!.found) expect(whole.found).toContainEqual(found);
  });
});

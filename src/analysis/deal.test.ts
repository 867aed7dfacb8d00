// Holds the deal test to its definition: against a state, against what each can secure, and over all completions.
import { describe, expect, test } from 'vitest';
import type { AccountKind } from '../../tests/support/accounts.ts';
import { accountOf, conflictIn, randomAccount } from '../../tests/support/accounts.ts';
import { mulberry32 } from '../base/index.ts';
import { coalitionMoves } from '../engine/index.ts';
import type { Comparison, Conflict } from '../model/index.ts';
import { compare, graphModel, movesFrom, stateName } from '../model/index.ts';
import { analyzeConflict } from './account-analysis.ts';
import type { DealTest } from './deal.ts';
import { acceptance, dealTest } from './deal.ts';
import { standings } from './standing.ts';

const rivals: AccountKind = {
  decisionMakers: [2, 4],
  statements: [0, 3],
  open: 0.3,
  rivals: 0.3,
  bars: 0.6,
  oneWay: 0.2,
};
const known: AccountKind = { ...rivals, open: 0, rivals: 0 };
const words = ['>', '<', '~', '?'] as const;

describe('acceptance [DEA1]', () => {
  test('with all known: nobody worse off and somebody better off', () => {
    expect(acceptance(['>', '~'])).toBe('every');
    expect(acceptance(['~', '~'])).toBe('none');
    expect(acceptance(['>', '<'])).toBe('none');
    expect(acceptance([])).toBe('none');
  });

  test('with unknown pairs is what enumerating their completions says', () => {
    const tuples = words.flatMap((a) => words.flatMap((b) => words.map((c) => [a, b, c] as const)));
    for (const tuple of tuples) {
      const completions = tuple.reduce<Comparison[][]>(
        (all, word) =>
          all.flatMap((done) =>
            (word === '?' ? ['>', '<', '~'] : [word]).map((each) => [...done, each as Comparison]),
          ),
        [[]],
      );
      const accepted = completions.map((each) => !each.includes('<') && each.includes('>'));
      const expected = accepted.every(Boolean) ? 'every' : accepted.some(Boolean) ? 'some' : 'none';
      expect(acceptance(tuple), tuple.join('')).toBe(expected);
    }
  });
});

describe('the deal test [DEA2]', () => {
  test('sorts every state by acceptance and by whether it is an agreement (seed 41)', () => {
    const random = mulberry32(41);
    for (let round = 0; round < 80; round += 1) {
      const account = randomAccount(random, rivals);
      const ids = account.decisionMakers.map(({ id }) => id);
      const conflict = conflictIn({ ...account, signatories: ids.filter(() => random() < 0.7) });
      const fallback = {
        kind: 'state',
        state: Math.floor(random() * conflict.size),
        isStatusQuo: false,
      } as const;
      const found = dealTest(conflict, fallback);
      const lists = {
        states: 'every',
        possible: 'some',
        otherImprovements: 'every',
        otherPossible: 'some',
      } as const;
      for (let s = 0; s < conflict.size; s += 1) {
        const word = acceptance(
          conflict.signatories.map((dm) => compare(conflict.preferences[dm]!.relation, s, fallback.state)),
        );
        const isAgreement = conflict.agreement?.[s] === 1;
        for (const [name, wanted] of Object.entries(lists)) {
          const belongs = word === wanted && name.startsWith('other') !== isAgreement;
          expect((found[name as keyof typeof lists] as number[]).includes(s), `round ${round}, ${name}`).toBe(
            belongs,
          );
        }
      }
    }
  });

  test('asks the signatories alone', () => {
    const sketch = { options: [1, 1], agreement: 'a1 & b1', prefers: { a: ['a1'], b: ['!a1'] } };
    expect(dealTest(conflictIn(accountOf(sketch))).states).toEqual([]);
    expect(dealTest(conflictIn(accountOf({ ...sketch, more: { signatories: ['a'] } }))).states).toEqual([3]);
    expect(dealTest(conflictIn(accountOf({ ...sketch, more: { signatories: [] } }))).states).toEqual([]);
  });
});

/** max over first moves of i of the least that the others can hold it down to; known preferences. */
function securityLevel(conflict: Conflict, dm: number): number {
  const { relation } = conflict.preferences[dm]!;
  const rank = (relation as { readonly rank: Int32Array }).rank;
  const others = conflict.preferences.flatMap((_, other) => (other === dm ? [] : [other]));
  const starts = [conflict.statusQuo, ...movesFrom(conflict.moves, dm, conflict.statusQuo)];
  return Math.max(
    ...starts.map((q) =>
      Math.min(...[q, ...coalitionMoves(graphModel(conflict), others, q)].map((r) => rank[r]!)),
    ),
  );
}

describe('the security level [DEA3]', () => {
  test('is the best first move against the worst that the others can do (seed 42)', () => {
    const random = mulberry32(42);
    for (let round = 0; round < 80; round += 1) {
      const conflict = conflictIn(randomAccount(random, known));
      const standing = standings(conflict, { kind: 'security' });
      for (const [dm, { relation }] of conflict.preferences.entries()) {
        const level = securityLevel(conflict, dm);
        for (let s = 0; s < conflict.size; s += 1) {
          const difference = (relation as { readonly rank: Int32Array }).rank[s]! - level;
          expect(standing(dm, s), `round ${round}`).toBe(difference > 0 ? '>' : difference < 0 ? '<' : '~');
        }
      }
    }
  });

  test('with rival lists is known only where every list says the same (seed 43)', () => {
    const random = mulberry32(43);
    for (let round = 0; round < 80; round += 1) {
      const account = randomAccount(random, { ...rivals, open: 0, rivals: 0.7 });
      const conflict = conflictIn(account);
      const standing = standings(conflict, { kind: 'security' });
      const byChoice = choicesOf(account).map((choice) => {
        return { standing: standings(conflictIn(choice), { kind: 'security' }) };
      });
      const { size, preferences } = conflict;
      for (let dm = 0; dm < preferences.length; dm += 1)
        for (let s = 0; s < size; s += 1) {
          const word = standing(dm, s);
          const seen = new Set(byChoice.map((choice) => choice.standing(dm, s)));
          if (word !== '?') expect([...seen], `round ${round}`).toEqual([word]);
          // It is worse for certain where one first move leads, whatever the others do, to better states alone.
          const { relation } = conflict.preferences[dm]!;
          const others = conflict.preferences.flatMap((_, other) => (other === dm ? [] : [other]));
          const isBeaten = [conflict.statusQuo, ...movesFrom(conflict.moves, dm, conflict.statusQuo)].some(
            (q) =>
              [q, ...coalitionMoves(graphModel(conflict), others, q)].every(
                (r) => compare(relation, s, r) === '<',
              ),
          );
          expect(word === '<').toBe(isBeaten);
        }
    }
  });

  test('is what a fallback of `security` compares with', () => {
    // Whatever a does, b can leave it with b1, which it likes least.
    const account = accountOf({
      options: [1, 1],
      agreement: 'a1 & !b1',
      prefers: { a: ['!b1', 'a1'], b: ['a1', 'b1'] },
      more: { noDeal: { kind: 'security' } },
    });
    const conflict = conflictIn(account);
    const names = (deal: DealTest): string[] => deal.states.map((s) => stateName(conflict, s));
    expect(names(dealTest(conflict))).toEqual(['YN']);
    expect(names(dealTest(conflict, { kind: 'state', state: 3, isStatusQuo: false }))).toEqual([]);
  });
});

/** The accounts that choose one of the rival lists for each decision maker. */
function choicesOf(account: ReturnType<typeof randomAccount>): ReturnType<typeof randomAccount>[] {
  return Object.entries(account.preferences).reduce(
    (accounts, [id, preference]) =>
      preference.kind !== 'alternatives'
        ? accounts
        : accounts.flatMap((each) =>
            preference.lists.map((statements) => ({
              ...each,
              preferences: { ...each.preferences, [id]: { kind: 'statements' as const, statements } },
            })),
          ),
    [account],
  );
}

describe('an unstable fallback [DEA4]', () => {
  // From the status quo a takes a1 and stays: that is what happens without a deal.
  const sketch = {
    options: [1, 1],
    agreement: 'b1',
    prefers: { a: ['a1', 'b1'], b: ['!a1 & b1', '!b1'] },
  };

  test('is replaced by the stable states that improvements lead to', () => {
    const analysis = analyzeConflict(conflictIn(accountOf(sketch)));
    expect(analysis.equilibria.seq).toEqual([1]);
    expect(analysis.otherDeals.map(({ fallback }) => fallback)).toEqual([
      { kind: 'state', state: 1, isStatusQuo: false },
    ]);
    expect(analysis.deal.states).toEqual([2]);
    expect(analysis.otherDeals[0]?.states).toEqual([]);
  });

  test('of a large conflict is replaced by the five nearest of them', () => {
    const account = accountOf({ options: [12, 1], agreement: 'a1 & b1', prefers: { a: ['a1'] } });
    const { otherDeals, conflict } = analyzeConflict(conflictIn(account));
    expect(conflict.size).toBe(8192);
    expect(otherDeals.map(({ fallback }) => fallback)).toMatchObject(
      [1, 3, 5, 7, 9].map((state) => ({ state })),
    );
    const small = accountOf({ options: [4, 1], agreement: 'a1 & b1', prefers: { a: ['a1'] } });
    expect(analyzeConflict(conflictIn(small)).otherDeals).toHaveLength(8);
  });

  test('that is stable, an agreement or a security level is not replaced', () => {
    const quiet = (more: Parameters<typeof accountOf>[0]) =>
      analyzeConflict(conflictIn(accountOf(more))).otherDeals;
    expect(quiet({ ...sketch, statusQuo: ['a1'] })).toEqual([]);
    expect(quiet({ ...sketch, agreement: 'a1' })).toEqual([]);
    expect(quiet({ ...sketch, more: { noDeal: { kind: 'security' } } })).toEqual([]);
    expect(quiet({ options: [1, 1], prefers: sketch.prefers })).toEqual([]);
  });
});

// Holds stability over all readings to what solving each reading alone gives.
import { describe, expect, test } from 'vitest';
import type { AccountKind } from '../../tests/support/accounts.ts';
import { accountOf, conflictIn, randomAccount, statementOf } from '../../tests/support/accounts.ts';
import { permutations } from '../../tests/support/permutations.ts';
import { budget } from '../../tests/support/watches.ts';
import { mulberry32 } from '../base/index.ts';
import type { Sanctions } from '../engine/index.ts';
import { conceptBit, defaultSettings, solve } from '../engine/index.ts';
import type { Account } from '../model/index.ts';
import { concepts, graphModel } from '../model/index.ts';
import type { Stability } from './stability.ts';
import { equilibriaOf, equilibriumIn, stabilityOf, stableIn } from './stability.ts';

const open: AccountKind = {
  decisionMakers: [2, 3],
  statements: [1, 3],
  open: 0.6,
  rivals: 0.2,
  bars: 0.5,
  oneWay: 0.2,
};

/** The accounts in which every open order is one order of its statements. */
function ordersOf(account: Account): Account[] {
  return Object.entries(account.preferences).reduce<Account[]>(
    (accounts, [id, preference]) =>
      preference.kind !== 'open-order'
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

describe('stability over open orders [STB1]', () => {
  test.each(['legal', 'once', 'single'] as const)(
    'is every and some of the orders, each solved alone, under %s sanctions (seed 51)',
    (sanctions: Sanctions) => {
      const random = mulberry32(51);
      const settings = { ...defaultSettings, sanctions };
      let varied = 0;
      for (let round = 0; round < 40; round += 1) {
        const account = randomAccount(random, open);
        const conflict = conflictIn(account);
        const found = stabilityOf(conflict, settings);
        const alone = ordersOf(account).map((each) => solve(graphModel(conflictIn(each)), settings));
        expect(found.complete).toBe(true);
        if (alone.length > 1) expect(found.orders).toMatchObject({ method: 'exact', total: alone.length });
        for (let dm = 0; dm < conflict.preferences.length; dm += 1)
          for (let s = 0; s < conflict.size; s += 1)
            for (const concept of concepts) {
              const bit = conceptBit(concept);
              const every = alone.every(({ stable }) => (stable[dm]![s]! & bit) !== 0);
              const some = alone.some(({ possible }) => (possible[dm]![s]! & bit) !== 0);
              const word = every ? 'every' : some ? 'some' : 'none';
              if (word === 'some') varied += 1;
              expect(stableIn(found, dm, s, concept), `round ${round} ${concept}`).toBe(word);
            }
      }
      expect(varied).toBeGreaterThan(20);
    },
  );

  test('a stop leaves nothing stable, keeps what is possible, and is not complete [STB2]', () => {
    const account = accountOf({ options: [2, 1] });
    const list = ['a1', 'a2', 'b1', 'a1 & b1'].map((text) => statementOf(text, account.options));
    const conflict = conflictIn({
      ...account,
      preferences: {
        a: { kind: 'open-order', statements: list },
        b: { kind: 'statements', statements: list },
      },
    });
    const whole = stabilityOf(conflict);
    const counted = budget(Number.POSITIVE_INFINITY);
    expect(stabilityOf(conflict, defaultSettings, counted).complete).toBe(true);
    for (let questions = 0; questions < counted.asked(); questions += 3) {
      const cut = stabilityOf(conflict, defaultSettings, budget(questions));
      expect(cut.complete).toBe(false);
      for (const [dm, bits] of cut.possible.entries())
        for (let s = 0; s < conflict.size; s += 1) {
          expect(cut.stable[dm]![s]).toBe(0);
          expect(bits[s]! & ~whole.possible[dm]![s]!).toBe(0);
        }
    }
  });
});

describe('equilibria', () => {
  const stability: Stability = {
    method: 'reference',
    settings: defaultSettings,
    stable: [Uint8Array.of(3, 1, 0, 2), Uint8Array.of(1, 1, 1, 3)],
    possible: [Uint8Array.of(3, 3, 1, 2), Uint8Array.of(3, 1, 1, 3)],
    complete: true,
  };

  test('are stable for all, each by its concept, in every reading or for each in some [EQB1]', () => {
    expect([0, 1, 2, 3].map((s) => equilibriumIn(stability, s, () => 'nash'))).toEqual([
      'every',
      'every',
      'some',
      'none',
    ]);
    expect(equilibriaOf(stability, 4, () => 'nash')).toEqual({ every: [0, 1], some: [2] });
    expect(equilibriaOf(stability, 4, (dm) => (dm === 0 ? 'gmr' : 'nash'))).toEqual({
      every: [0, 3],
      some: [1],
    });
  });
});

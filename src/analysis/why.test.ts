// Holds the reason of every verdict to the witness checker, over open orders, rival lists and forbidden moves too.
import { describe, expect, test } from 'vitest';
import type { AccountKind } from '../../tests/support/accounts.ts';
import { accountOf, conflictIn, randomAccount, statementOf } from '../../tests/support/accounts.ts';
import { permutations } from '../../tests/support/permutations.ts';
import { budget } from '../../tests/support/watches.ts';
import { mulberry32 } from '../base/index.ts';
import { checkWitness, defaultSettings } from '../engine/index.ts';
import type { Account, Conflict, GraphModel, Relation } from '../model/index.ts';
import { concepts, graphModel, rankByStatements } from '../model/index.ts';
import { stabilityOf, stableIn } from './stability.ts';
import { whyOf } from './why.ts';

const kinds: readonly (readonly [string, AccountKind])[] = [
  ['lists', { decisionMakers: [2, 4], statements: [0, 3], bars: 0.5, oneWay: 0.3 }],
  ['open orders', { decisionMakers: [2, 3], statements: [1, 3], open: 0.7, bars: 0.5 }],
  [
    'rival lists and open orders',
    { decisionMakers: [2, 3], statements: [1, 3], open: 0.4, rivals: 0.4, oneWay: 0.2 },
  ],
];

/** The models of a conflict in each order of its open lists. */
function modelsOf(conflict: Conflict): GraphModel[] {
  const relations = conflict.preferences.reduce<Relation[][]>(
    (all, { isOrderOpen, truths, relation }) => {
      const own: Relation[] = isOrderOpen
        ? permutations(truths).map((order) => ({
            kind: 'preorder',
            rank: rankByStatements(order, conflict.size),
          }))
        : [relation];
      return all.flatMap((done) => own.map((each) => [...done, each]));
    },
    [[]],
  );
  return relations.map((each) => graphModel(conflict, each));
}

describe('the reason of a verdict [WHY1]', () => {
  test.each(kinds)('proves it in some order, and stability in the order listed: %s (seed 71)', (_, kind) => {
    const random = mulberry32(71);
    for (let round = 0; round < 25; round += 1) {
      const account = randomAccount(random, kind);
      const forbidden: Account['forbiddenMoves'] =
        random() < 0.3
          ? [
              {
                by: 'a',
                from: { kind: 'option', key: 'a1' },
                to: { kind: 'constant', value: true },
                text: '',
              },
            ]
          : [];
      const conflict = conflictIn({ ...account, forbiddenMoves: forbidden });
      const sanctions = (['legal', 'once', 'single'] as const)[round % 3]!;
      const stability = stabilityOf(conflict, { ...defaultSettings, sanctions });
      const models = modelsOf(conflict);
      for (let dm = 0; dm < conflict.preferences.length; dm += 1)
        for (let s = 0; s < conflict.size; s += 1)
          for (const concept of concepts) {
            const { stable, witness } = whyOf(conflict, stability, concept, dm, s);
            expect(stable).toBe(stableIn(stability, dm, s, concept));
            const isStable = stable === 'every';
            expect(witness.kind === 'open').toBe(!isStable);
            const accepted = models.map(
              (model) => checkWitness(model, concept, dm, s, isStable, witness, sanctions).ok,
            );
            expect(isStable ? accepted[0] : accepted.some(Boolean), `round ${round} ${concept}`).toBe(true);
          }
    }
  });
});

describe('where the work was stopped [WHY2]', () => {
  const account = accountOf({ options: [2, 1], prefers: { a: ['a1', 'b1'], b: ['b1'] } });

  const once = { ...defaultSettings, sanctions: 'once' } as const;

  test('the reason is found anew and decides', () => {
    const conflict = conflictIn(account);
    const [whole, cut] = [stabilityOf(conflict, once), stabilityOf(conflict, once, budget(0))];
    expect(cut.complete).toBe(false);
    for (let dm = 0; dm < 2; dm += 1)
      for (let s = 0; s < conflict.size; s += 1)
        for (const concept of concepts)
          expect(whyOf(conflict, cut, concept, dm, s)).toEqual(whyOf(conflict, whole, concept, dm, s));
  });

  test('with an open order nothing is claimed for every reading', () => {
    const statements = ['a1', 'b1', 'a2'].map((text) => statementOf(text, account.options));
    const conflict = conflictIn({
      ...account,
      preferences: { ...account.preferences, a: { kind: 'open-order', statements } },
    });
    const cut = stabilityOf(conflict, defaultSettings, budget(0));
    for (let s = 0; s < conflict.size; s += 1)
      expect(whyOf(conflict, cut, 'nash', 0, s).stable).not.toBe('every');
  });
});

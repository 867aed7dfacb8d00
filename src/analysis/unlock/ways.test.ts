// Compares walks with the engine's evolution and reachable lists, in option form and over moves listed one by one.
import { describe, expect, test } from 'vitest';
import { randomModel } from '../../../tests/support/models.ts';
import { textOf } from '../../../tests/support/repository.ts';
import { mulberry32 } from '../../base/index.ts';
import { coalitionMoves, evolution } from '../../engine/index.ts';
import { readCase } from '../../formats/index.ts';
import type { GraphModel } from '../../model/index.ts';
import { compare, conflictOf, movesFrom } from '../../model/index.ts';
import { allEditKinds } from './edit.ts';
import { defaultUnlockQuestion, unlockOf } from './unlock.ts';
import { groundOf, walk } from './ways.ts';

const kinds = [
  { decisionMakers: [2, 4], options: [2, 5], infeasible: 0.4, oneWay: 0.5, ties: 0.5 },
  { decisionMakers: [2, 3], options: [2, 4], infeasible: 0, oneWay: 0, ties: 0.5, arcs: true },
] as const;

describe.each(kinds)('%j', (kind) => {
  const models = Array.from(
    { length: 150 },
    (_, seed): GraphModel => randomModel(mulberry32(seed + 1), kind),
  );

  test.each(['moves', 'improvements'] as const)(
    'by %s: the states of the evolution, by as few moves, seeds 1 to 150',
    (by) => {
      models.forEach((model, seed) => {
        const dms = model.relations.map((_, dm) => dm);
        const counts = (dm: number, from: number, to: number): boolean =>
          by === 'moves' || compare(model.relations[dm]!, to, from) === '>';
        const ways = walk(groundOf(model.moves, dms.length), 0, { movers: dms, counts });
        const { steps } = evolution(model, 0, by);
        for (let s = 0; s < model.size; s += 1) {
          expect(ways.reaches(s), `seed ${seed + 1}`).toBe(steps[s]! >= 0);
          const way = ways.way(s);
          expect(way?.length ?? -1, `seed ${seed + 1}`).toBe(steps[s]);
          let [at, last] = [0, -1];
          for (const { movers, to } of way ?? []) {
            const dm = movers[0]!;
            expect(movesFrom(model.moves, dm, at)).toContain(to);
            expect(dm).not.toBe(last);
            expect(counts(dm, at, to)).toBe(true);
            [at, last] = [to, dm];
          }
          if (way !== undefined) expect(at).toBe(s);
        }
        expect(ways.states().toSorted((a, b) => a - b)).toEqual(
          [...steps.entries()].flatMap(([s, step]) => (step >= 0 ? [s] : [])),
        );
      });
    },
  );

  test('a coalition reaches what the engine says, seeds 1 to 150', () => {
    models.forEach((model, seed) => {
      const movers = [0, 1];
      const ways = walk(groundOf(model.moves, model.relations.length), 0, { movers, counts: () => true });
      const reached = new Set([0, ...coalitionMoves(model, movers, 0)]);
      expect(new Set(ways.states()), `seed ${seed + 1}`).toEqual(reached);
    });
  });
});

test('at most one joint move is on a way, and a way without one goes before', () => {
  const [model] = [randomModel(mulberry32(1), { ...kinds[0], infeasible: 0, oneWay: 0 })];
  const last = model.size - 1;
  const ground = groundOf(model.moves, model.relations.length);
  const joint = (s: number) => [{ movers: [0, 1], to: s + 1 }].filter(({ to }) => to <= last);
  const ways = walk(ground, 0, { movers: [0, 1], counts: () => false, joint });
  expect(ways.states()).toEqual([0, 1]);
  expect(ways.way(1)).toEqual([{ movers: [0, 1], to: 1 }]);
  expect(ways.way(2)).toBeUndefined();
  expect(
    walk(ground, 0, { movers: [0], counts: (_, from, to) => from === 0 && to === 1, joint }).way(1),
  ).toEqual([{ movers: [0], to: 1 }]);
});

test('conflicts in graph form and with forbidden moves are unlocked, too', () => {
  const graph = readCase(textOf('tests/fixtures/case/graph-form.yaml'), { uri: 'graph.yaml' }).value!;
  const question = { ...defaultUnlockQuestion, kinds: allEditKinds, reach: 'any' } as const;
  const found = unlockOf(conflictOf(graph.accounts[0]!).value!, [], question);
  expect(found.exhausted).toBe(true);
  const barred = readCase(
    `impasse: 1
title: Barred
decisionMakers:
  - { id: a, options: [{ id: x }] }
  - { id: b, options: [{ id: y }] }
forbiddenMoves: [{ by: a, from: "!x", to: x }]
statusQuo: []
agreement: x & y
preferences: { a: [x], b: ["!y"] }`,
    { uri: 'barred.yaml' },
  ).value!;
  const { found: sets } = unlockOf(conflictOf(barred.accounts[0]!).value!, [], question);
  expect(sets.map(({ edits }) => edits.map(({ kind }) => kind))).toContainEqual(['drop']);
  expect(sets.every(({ edits }) => edits.every(({ kind }) => kind !== 'link'))).toBe(true);
  for (const { opens } of sets) for (const { reachable } of opens) expect(reachable).toBe('no');
});

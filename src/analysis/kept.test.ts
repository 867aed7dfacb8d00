// Checks whether deals would be kept: on a conflict made for it, and against the definition on random ones.
import { describe, expect, test } from 'vitest';
import { randomTask } from '../../tests/support/unlock.ts';
import { mulberry32 } from '../base/index.ts';
import { coalitionImprovements, equilibria, referenceSolve } from '../engine/index.ts';
import { readCase } from '../formats/index.ts';
import type { Conflict } from '../model/index.ts';
import { compare, conflictOf, graphModel, stateName } from '../model/index.ts';
import { dealTest } from './deal.ts';
import { keptOf } from './kept.ts';

/** Once the first has given up its arms for good, the second may take up its attacks again. */
const disarming = (direction: string, extra = ''): Conflict =>
  conflictOf(
    readCase(
      `impasse: 1
title: Disarming
decisionMakers:
  - { id: a, options: [{ id: disarm, direction: ${direction} }] }
  - { id: b, options: [{ id: stop }] }
statusQuo: []
agreement: disarm & stop
preferences:
  a: ["stop", "!(disarm & !stop)"]
  b: ["disarm", "!stop"]
${extra}`,
      { uri: 'disarming.yaml' },
    ).value!.accounts[0]!,
  ).value!;

describe('would a deal be kept', () => {
  test('[KEP1, KEP2] one that the other can break is not: the way, whom it hurts, what it cannot take back', () => {
    const conflict = disarming('take');
    const [found, ...others] = keptOf(conflict);
    expect(others).toEqual([]);
    expect(stateName(conflict, found!.state)).toBe('YY');
    expect(found!.kept).toBe(false);
    expect(found!.breaches).toEqual([{ decisionMaker: 0, path: [{ movers: [1], to: 1 }], given: [0] }]);
    expect(keptOf(disarming('both'))[0]!.breaches[0]!.given).toEqual([]);
  });

  test('[KEP3] repairs are the fewest options to bind, and a higher value for who breaks it', () => {
    expect(keptOf(disarming('take'))[0]!.repairs).toEqual([
      { kind: 'bind', options: [1] },
      { kind: 'value', decisionMaker: 1, swaps: 1 },
    ]);
  });

  test('[KEP4] against a fallback of its own the same deal may be kept', () => {
    // The second cannot fall below what it can secure, and the first is held down to as much without a deal.
    const conflict = disarming('take', 'noDeal: [disarm]');
    expect(conflict.fallback).toMatchObject({ state: 1 });
    expect(keptOf(conflict, [3])[0]).toMatchObject({ kept: true, breaches: [], repairs: [] });
  });

  test('[KEP1] it is kept iff no others lead by improvements to worse than no deal; Nash equilibria are, seeds 1 to 400', () => {
    const seen = { kept: 0, broken: 0, nash: 0 };
    for (let seed = 1; seed <= 400; seed += 1) {
      const conflict = conflictOf(randomTask(mulberry32(seed)).task.account).value!;
      const model = graphModel(conflict);
      const nash = equilibria(referenceSolve(model, { concepts: ['nash'], sanctions: 'legal' }), 'nash');
      const all = model.relations.map((_, dm) => dm);
      for (const { state, kept, breaches, repairs } of keptOf(conflict)) {
        const hurt = conflict.signatories.filter((dm) =>
          coalitionImprovements(
            model,
            all.filter((other) => other !== dm),
            state,
          ).some((q) => compare(model.relations[dm]!, q, conflict.statusQuo) === '<'),
        );
        expect(
          breaches.map(({ decisionMaker }) => decisionMaker),
          `seed ${seed}`,
        ).toEqual(hurt);
        expect(kept).toBe(hurt.length === 0);
        if (nash.includes(state)) expect(kept, `seed ${seed}`).toBe(true);
        if (kept) expect(repairs).toEqual([]);
        seen[kept ? 'kept' : 'broken'] += 1;
        seen.nash += nash.includes(state) ? 1 : 0;
        for (const { decisionMaker, path } of breaches) {
          let at = state;
          for (const { movers, to } of path) {
            expect(movers).not.toContain(decisionMaker);
            expect(compare(model.relations[movers[0]!]!, to, at)).toBe('>');
            at = to;
          }
          expect(compare(model.relations[decisionMaker]!, at, conflict.statusQuo)).toBe('<');
        }
      }
    }
    expect(dealTest(disarming('take')).states).toEqual([3]);
    expect(seen.kept).toBeGreaterThan(30);
    expect(seen.broken).toBeGreaterThan(20);
    expect(seen.nash).toBeGreaterThan(10);
  });
});

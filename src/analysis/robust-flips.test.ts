// Tests the distance of equilibria from breaking against every ranking of each decision maker, and on Syria and Iraq.
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../tests/support/analysis.ts';
import { preorder, randomModel } from '../../tests/support/models.ts';
import { complete } from '../../tests/support/random-models.ts';
import { mulberry32, shuffle } from '../base/index.ts';
import { conceptBit, solver } from '../engine/index.ts';
import type { GraphModel } from '../model/index.ts';
import { concepts, graphModel } from '../model/index.ts';
import { flipLimit, flips, rankingsAt } from './robust-flips.ts';

/** All rankings of m states. */
function permutations(size: number): readonly Int32Array[] {
  const all: number[][] = [[]];
  for (let next = 0; next < size; next += 1)
    all.splice(
      0,
      all.length,
      ...all.flatMap((places) => Array.from({ length: next + 1 }, (_, at) => places.toSpliced(at, 0, next))),
    );
  return all.map((order) => {
    const rank = new Int32Array(size);
    order.forEach((s, place) => {
      rank[s] = place;
    });
    return rank;
  });
}

/** Pairs that two strict rankings order differently. */
function swapsBetween(a: Int32Array, b: Int32Array): number {
  let swaps = 0;
  for (let x = 0; x < a.length; x += 1)
    for (let y = 0; y < x; y += 1) if (a[x]! > a[y]! !== b[x]! > b[y]!) swaps += 1;
  return swaps;
}

/** A strict model of at most six states. */
function smallModel(seed: number): GraphModel {
  const random = mulberry32(seed);
  for (;;) {
    const model = randomModel(random, { ...complete, decisionMakers: [2, 3], options: [2, 4] });
    if (model.size < 2 || model.size > 6) continue;
    const relations = model.relations.map(() =>
      preorder(
        shuffle(
          Array.from({ length: model.size }, (_, s) => s),
          random,
        ),
      ),
    );
    return { ...model, relations };
  }
}

describe('the nearest break of an equilibrium', () => {
  test('is that of a search through all rankings of each decision maker (seed 431) [ROB9, ROB10]', () => {
    let broken = 0;
    let unbreakable = 0;
    for (let round = 0; round < 60; round += 1) {
      const model = smallModel(431_000 + round);
      const nearest = new Map(flips(model, concepts).map((flip) => [`${flip.concept} ${flip.state}`, flip]));
      const solve = solver(model.moves);
      const stableBits = (relations: GraphModel['relations']): number[] => {
        const { stable } = solve(relations);
        return Array.from({ length: model.size }, (_, s) => stable.reduce((bits, row) => bits & row[s]!, 31));
      };
      const now = stableBits(model.relations);
      const fewest = new Map<string, number>();
      for (const [dm, relation] of model.relations.entries())
        for (const rank of permutations(model.size)) {
          const swaps = swapsBetween((relation as { rank: Int32Array }).rank, rank);
          const bits = stableBits(
            model.relations.map((each, place) => (place === dm ? preorder(rank) : each)),
          );
          for (const concept of concepts)
            for (let s = 0; s < model.size; s += 1) {
              if ((now[s]! & conceptBit(concept)) === 0 || (bits[s]! & conceptBit(concept)) !== 0) continue;
              const name = `${concept} ${s}`;
              fewest.set(name, Math.min(swaps, fewest.get(name) ?? Infinity));
            }
        }
      for (const concept of concepts)
        for (let s = 0; s < model.size; s += 1) {
          if ((now[s]! & conceptBit(concept)) === 0) continue;
          const flip = nearest.get(`${concept} ${s}`);
          expect([round, concept, s, flip?.swaps]).toEqual([
            round,
            concept,
            s,
            fewest.get(`${concept} ${s}`),
          ]);
          if (flip === undefined) unbreakable += 1;
          else {
            broken += 1;
            expect(flip.isExact).toBe(true);
          }
        }
    }
    expect(broken).toBeGreaterThan(300);
    expect(unbreakable).toBeGreaterThan(10);
  });

  test('Syria and Iraq, 1975: who would have to rank what otherwise [ROB9]', () => {
    const { conflict } = analysisOf({
      file: 'cases/published/syria-iraq-1975/case.yaml',
      account: 'as-ranked',
    });
    const found = flips(graphModel(conflict), ['nash', 'seq']);
    expect(found.map(({ state, concept }) => [state, concept])).toEqual([
      [5, 'nash'],
      [5, 'seq'],
    ]);
    for (const { swaps } of found) expect(swaps).toBeGreaterThan(0);
  });

  test('is said not to be exact where rankings are too many to try [ROB10]', () => {
    const model = randomModel(mulberry32(5), {
      ...complete,
      decisionMakers: [2, 2],
      options: [6, 6],
      infeasible: 0,
      oneWay: 0,
      ties: 0,
    });
    const relations = model.relations.map((_, dm) =>
      preorder(
        shuffle(
          Array.from({ length: model.size }, (_s, s) => s),
          mulberry32(dm + 7),
        ),
      ),
    );
    const found = flips({ ...model, relations }, concepts);
    expect(found.some(({ isExact }) => !isExact)).toBe(true);
    expect(found.every(({ concept, isExact }) => isExact || concept === 'seq' || concept === 'sseq')).toBe(
      true,
    );
  });

  test('is not looked for in large models, nor where a pair is unknown [ROB9]', () => {
    const size = 2 * flipLimit;
    const moves = { kind: 'arcs', size, arcs: [] } as const;
    expect(flips({ size, moves, relations: [] }, concepts)).toEqual([]);
    const { conflict } = analysisOf({ file: 'tests/fixtures/case/contract-truce.yaml', account: 'b' });
    expect(flips(graphModel(conflict), concepts)).toEqual([]);
  });
});

test('rankings at a distance are those with that many inversions [ROB10]', () => {
  const rank = Int32Array.of(2, 0, 3, 1);
  const all = permutations(4);
  for (let swaps = 0; swaps <= 6; swaps += 1) {
    const found = rankingsAt(rank, swaps, 100)!.map((one) => [...one].join());
    const expected = all.filter((one) => swapsBetween(rank, one) === swaps).map((one) => [...one].join());
    expect(found.toSorted()).toEqual(expected.toSorted());
  }
  expect(rankingsAt(rank, 7, 100)).toEqual([]);
  expect(rankingsAt(rank, 3, 5)).toBeUndefined();
  expect(rankingsAt(Int32Array.of(0, 0, 1), 1, 100)).toBeUndefined();
});

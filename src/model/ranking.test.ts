// Holds rankings to their definitions: truth vectors compared lexicographically, weights added as on paper.
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../base/index.ts';
import { denseRank, rankByStatements, rankByWeights } from './ranking.ts';

/** Dense ranks of any keys by a comparison, found pair by pair. */
function ranksBy(size: number, isLess: (a: number, b: number) => boolean): number[] {
  const states = Array.from({ length: size }, (_, s) => s);
  const levels: number[] = [];
  for (const s of states) if (!levels.some((level) => !isLess(level, s) && !isLess(s, level))) levels.push(s);
  return states.map((s) => levels.filter((level) => isLess(level, s)).length);
}

describe('option prioritisation [PRI1]', () => {
  test.each([1, 5, 31, 40, 75])(
    'compares truth vectors, the most important statement first: %i statements (seed 7)',
    (k) => {
      const random = mulberry32(7 + k);
      const size = 60;
      const truths = Array.from({ length: k }, () =>
        Uint8Array.from({ length: size }, () => (random() < 0.5 ? 1 : 0)),
      );
      const vector = (s: number): string => truths.map((truth) => truth[s]).join('');
      expect([...rankByStatements(truths, size)]).toEqual(ranksBy(size, (a, b) => vector(a) < vector(b)));
    },
  );

  test('a 40th statement still parts two states that 39 leave tied, and only these', () => {
    const truths = [...Array.from({ length: 39 }, () => Uint8Array.of(1, 1, 0)), Uint8Array.of(0, 1, 1)];
    expect([...rankByStatements(truths, 3)]).toEqual([1, 2, 0]);
  });

  test('the example of the literature: weights 8, 4, 2, 1 for four statements', () => {
    // States NNN YNN NYN NNY YNY NYY of release, escalate, attack; none of them, escalate, no attack, no release.
    const truths = [
      [1, 0, 0, 0, 0, 0],
      [0, 0, 1, 0, 0, 1],
      [1, 1, 1, 0, 0, 0],
      [1, 0, 1, 1, 0, 1],
    ];
    const rank = rankByStatements(
      truths.map((truth) => Uint8Array.from(truth)),
      6,
    );
    expect([...rank]).toEqual([...denseRank([11, 2, 7, 1, 0, 5])]);
  });

  test('without statements all states are equal', () => {
    expect([...rankByStatements([], 3)]).toEqual([0, 0, 0]);
  });
});

describe('dense ranks', () => {
  test('are the number of smaller values, whether counted or sorted (seed 8)', () => {
    const random = mulberry32(8);
    for (const range of [3, 50, 1e9]) {
      const values = Array.from({ length: 40 }, () => Math.floor((random() - 0.5) * range));
      expect([...denseRank(values)]).toEqual(ranksBy(40, (a, b) => values[a]! < values[b]!));
    }
    expect([...denseRank([])]).toEqual([]);
  });
});

describe('option weights [PRI2]', () => {
  const columns = [
    [0, 1, 0, 1, 0, 1, 0, 1],
    [0, 0, 1, 1, 0, 0, 1, 1],
    [0, 0, 0, 0, 1, 1, 1, 1],
  ].map((column) => Uint8Array.from(column));

  test('are added up', () => {
    expect([...rankByWeights(columns, [-3, 2, -1], 8)!]).toEqual([
      ...denseRank([0, -3, 2, -1, -1, -4, 1, -2]),
    ]);
  });

  test('decimals are added as on paper: 0.1 + 0.2 is 0.3', () => {
    const rank = rankByWeights(columns, [0.1, 0.2, 0.3], 8)!;
    expect(rank[3]).toBe(rank[4]);
    expect(rankByWeights(columns, [1e-7, 2e-7, 3e-7], 8)![3]).toBe(
      rankByWeights(columns, [1e-7, 2e-7, 3e-7], 8)![4],
    );
  });

  test.each([
    [[9e15, 9e12, 1]],
    [[2 ** 52, 2 ** 52, 2 ** 52]],
    [[1e15, 0.001, 0]],
    [[0, 5e-324, 0]],
    [[1e300, -1e300, 0]],
  ])('that cannot be added exactly are refused: %j', (weights) => {
    expect(rankByWeights(columns, weights, 8)).toBeUndefined();
  });

  test('that just can are added', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect([...rankByWeights(columns, [most - 3, 2, 1], 8)!]).toEqual([
      ...denseRank([0, most - 3, 2, most - 1, 1, most - 2, 3, most]),
    ]);
  });
});

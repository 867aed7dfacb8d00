// Holds the orders of statements to going through all of them, and samples to their seed.
import { describe, expect, test } from 'vitest';
import { permutations } from '../../tests/support/permutations.ts';
import { mulberry32 } from '../base/index.ts';
import { rankByStatements } from '../model/index.ts';
import { rankingsOfOrders, readingsOf } from './orders.ts';

const factorial = (k: number): number => (k === 0 ? 1 : k * factorial(k - 1));
const random = mulberry32(31);
const truthsOf = (k: number, size: number, share = 0.5): Uint8Array[] =>
  Array.from({ length: k }, () => Uint8Array.from({ length: size }, () => (random() < share ? 1 : 0)));

/** How often each ranking comes of an order, by trying all k! of them. */
function byTrying(truths: readonly Uint8Array[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const order of permutations(truths)) {
    const key = rankByStatements(order, size).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe('rankings of all orders [ORD1]', () => {
  test('are those of trying each of k! orders, each as often (seed 31)', () => {
    for (let round = 0; round < 120; round += 1) {
      const [k, size] = [Math.floor(random() * 6), 1 + Math.floor(random() * 8)];
      const truths = truthsOf(k, size, random());
      const found = rankingsOfOrders(truths, size);
      const counts = new Map(found.map(({ rank, orders }) => [rank.join(), orders]));
      expect(counts, `round ${round}`).toEqual(byTrying(truths, size));
      expect(counts.size).toBe(found.length);
      expect(found.reduce((sum, { orders }) => sum + orders, 0)).toBe(factorial(k));
    }
  });

  test('of statements that repeat one another or never matter still add up to k!', () => {
    const one = Uint8Array.of(0, 1, 1);
    const truths = [one, one.slice(), Uint8Array.of(1, 1, 1), Uint8Array.of(1, 0, 1), Uint8Array.of(0, 0, 0)];
    const found = rankingsOfOrders(truths, 3);
    expect(new Map(found.map(({ rank, orders }) => [rank.join(), orders]))).toEqual(byTrying(truths, 3));
    expect(found.reduce((sum, { orders }) => sum + orders, 0)).toBe(120);
  });

  test('of nine statements that part two states only are two, found without trying 362,880', () => {
    const truths = Array.from({ length: 9 }, (_, place) =>
      place % 3 === 0 ? Uint8Array.of(1, 0) : Uint8Array.of(0, 1),
    );
    const orders = rankingsOfOrders(truths, 2).map((each) => [each.rank.join(), each.orders]);
    expect(orders).toEqual([
      ['1,0', factorial(9) / 3],
      ['0,1', (2 * factorial(9)) / 3],
    ]);
  });
});

describe('readings [ORD2]', () => {
  const budget = { orders: 1000, states: 1e6, samples: 40, seed: 5 };
  const parts = [
    { truths: truthsOf(3, 6) },
    { rank: Int32Array.of(1, 2, 3, 4, 5, 6) },
    { truths: truthsOf(4, 6) },
  ];

  test('are all combinations where they are few, and their orders add up', () => {
    const readings = readingsOf(parts, 6, budget);
    const all = [...readings.each()];
    expect(readings).toMatchObject({ method: 'exact', total: 144, counted: 144, size: all.length });
    expect(all.reduce((sum, { orders }) => sum + orders, 0)).toBe(144);
    const expected = new Map<string, number>();
    for (const first of permutations(parts[0]!.truths!))
      for (const third of permutations(parts[2]!.truths!)) {
        const ranks = [rankByStatements(first, 6), parts[1]!.rank!, rankByStatements(third, 6)];
        const key = ranks.join(';');
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
    expect(new Map(all.map(({ ranks, orders }) => [ranks.join(';'), orders]))).toEqual(expected);
  });

  test.each([
    ['the orders are too many', { ...budget, orders: 143 }, 40],
    ['their rankings have too many states', { ...budget, states: 6 * 12 }, 12],
    ['even so ten at least', { ...budget, states: 6 }, 10],
  ])('are a sample where %s', (_, given, samples) => {
    const readings = readingsOf(parts, 6, given);
    expect(readings).toMatchObject({
      method: 'sampled',
      total: 144,
      counted: samples,
      size: samples,
      seed: 5,
    });
    expect([...readings.each()]).toHaveLength(samples);
  });

  test('a sample is the same for the same seed, and each of its readings comes of an order', () => {
    const draw = (seed: number): string[] =>
      [...readingsOf(parts, 6, { ...budget, orders: 1, seed }).each()].map(({ ranks }) => ranks.join(';'));
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
    const possible = new Set([...readingsOf(parts, 6, budget).each()].map(({ ranks }) => ranks.join(';')));
    expect(draw(5).filter((key) => !possible.has(key))).toEqual([]);
  });

  test('without anything to vary are one', () => {
    const [only, ...others] = readingsOf([{ rank: Int32Array.of(0, 1) }], 2).each();
    expect(others).toEqual([]);
    expect(only?.orders).toBe(1);
  });
});

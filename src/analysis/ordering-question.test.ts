// Checks counts of partial orders, and the question that decides most, against going through every order.
import { describe, expect, test } from 'vitest';
import { mulberry32, shuffle } from '../base/index.ts';
import { solve } from '../engine/index.ts';
import { readCase } from '../formats/index.ts';
import type { Conflict, Precedences } from '../model/index.ts';
import { conflictOf, graphModel, rankByStatements } from '../model/index.ts';
import { openOrders, orderOutcomes } from './ordering-question.ts';
import { rankingsOfOrders, readingsOf } from './orders.ts';
import { countOrders, drawOrder, factorial } from './partial-orders.ts';
import { stabilityOf } from './stability.ts';

function permutations(k: number): readonly (readonly number[])[] {
  if (k === 0) return [[]];
  return permutations(k - 1).flatMap((order) =>
    Array.from({ length: k }, (_, at) => order.toSpliced(at, 0, k - 1)),
  );
}

const keeps = (order: readonly number[], before: Precedences): boolean =>
  before.every(([above, below]) => order.indexOf(above) < order.indexOf(below));

function randomPrecedences(k: number, random: () => number): Precedences {
  return Array.from({ length: Math.floor(random() * k) }, () => {
    const [a, b] = shuffle(
      Array.from({ length: k }, (_, place) => place),
      random,
    );
    return [Math.min(a as number, b as number), Math.max(a as number, b as number)] as const;
  });
}

function conflictFrom(preferences: string, agreement = 'agreement: a & b'): Conflict {
  const text = `
impasse: 1
title: t
decisionMakers: [{ id: x, options: [a, c] }, { id: y, options: [b] }]
statusQuo: []
${agreement}
preferences:
${preferences}`;
  const { value, diagnostics } = readCase(text);
  expect(diagnostics).toEqual([]);
  const { value: conflict } = conflictOf((value as NonNullable<typeof value>).accounts[0] as never);
  return conflict as Conflict;
}

describe('orders with precedences', () => {
  test('[ORD4] they are counted as going through all orders counts them, seed 5', () => {
    const random = mulberry32(5);
    for (let round = 0; round < 60; round += 1) {
      const k = 2 + Math.floor(random() * 4);
      const before = randomPrecedences(k, random);
      const left = permutations(k).filter((order) => keeps(order, before));
      expect(countOrders([...Array(k).keys()], before)).toBe(left.length);
    }
    expect(countOrders([0, 1, 2, 3], [])).toBe(factorial(4));
  });

  test('[ORD4] each is drawn as likely as any other, seed 6', () => {
    const before: Precedences = [
      [0, 3],
      [1, 3],
    ];
    const random = mulberry32(6);
    const seen = new Map<string, number>();
    const draws = 8000;
    for (let draw = 0; draw < draws; draw += 1) {
      const order = drawOrder(4, before, random);
      expect(keeps(order, before)).toBe(true);
      seen.set(order.join(), (seen.get(order.join()) ?? 0) + 1);
    }
    expect(seen.size).toBe(8);
    for (const count of seen.values()) expect(Math.abs(count - draws / 8)).toBeLessThan(150);
  });

  test('[ORD4] the distinct rankings are those of the orders that are left, seed 7', () => {
    const random = mulberry32(7);
    for (let round = 0; round < 40; round += 1) {
      const [k, size] = [4, 6];
      const truths = Array.from({ length: k }, () =>
        Uint8Array.from({ length: size }, () => (random() < 0.5 ? 1 : 0)),
      );
      const before = randomPrecedences(k, random);
      const wanted = new Map<string, number>();
      for (const order of permutations(k).filter((each) => keeps(each, before))) {
        const key = rankByStatements(
          order.map((place) => truths[place] as Uint8Array),
          size,
        ).join();
        wanted.set(key, (wanted.get(key) ?? 0) + 1);
      }
      const found = rankingsOfOrders(truths, size, before).map(({ rank, orders }) => [rank.join(), orders]);
      expect(new Map(found as [string, number][])).toEqual(wanted);
      const readings = readingsOf([{ truths, before }], size);
      expect([...readings.each()].reduce((sum, { orders }) => sum + orders, 0)).toBe(readings.total);
    }
  });

  test('[PRI6] what holds in every order is what holds in each that is left, seed 8', () => {
    const random = mulberry32(8);
    const formulas = ['a', '!b', 'c if b', 'a & c', '!c'];
    for (let round = 0; round < 25; round += 1) {
      const list = shuffle([...formulas], random).slice(0, 4);
      const before = randomPrecedences(4, random);
      const lines = list.map((text, place) => {
        const below = before.filter(([above]) => above === place).map(([, other]) => `"${list[other]}"`);
        return `      - { statement: "${text}"${below.length === 0 ? '' : `, before: [${below.join(', ')}]`} }`;
      });
      const conflict = conflictFrom(
        `  x:\n    order: unknown\n    statements:\n${lines.join('\n')}\n  y: [b]`,
      );
      const truths = conflict.preferences[0]?.truths as readonly Uint8Array[];
      const ranks = permutations(4)
        .filter((order) => keeps(order, before))
        .map((order) =>
          rankByStatements(
            order.map((place) => truths[place] as Uint8Array),
            conflict.size,
          ),
        );
      const relation = conflict.preferences[0]?.relation;
      for (let s = 0; s < conflict.size; s += 1)
        for (let t = 0; t < conflict.size; t += 1) {
          const isBetter = ranks.every((rank) => (rank[s] as number) > (rank[t] as number));
          const lists = relation?.kind === 'partial' ? relation.rankings : [relation?.rank as Int32Array];
          expect(lists.every((rank) => (rank[s] as number) > (rank[t] as number))).toBe(isBetter);
        }
      const stability = stabilityOf(conflict);
      expect(stability.orders?.total).toBe(ranks.length);
      const solutions = ranks.map((rank) =>
        solve(graphModel(conflict, [{ kind: 'preorder', rank }, conflict.preferences[1]?.relation as never])),
      );
      for (let s = 0; s < conflict.size; s += 1)
        expect(stability.stable[0]?.[s]).toBe(
          solutions.reduce((bits, { stable }) => bits & (stable[0]?.[s] as number), 0xff),
        );
    }
  });
});

describe('the question that decides most', () => {
  const open = (statements: string): string =>
    `  x: { order: unknown, statements: [${statements}] }\n  y: [b]`;

  test('[ORD5] it is the pair whose answer splits the outcomes most', () => {
    const conflict = conflictFrom(open('"!a", "a if b", c'));
    const found = openOrders(conflict);
    // a & b is stable iff "a if b" comes before "!a"; else c makes it a deal where it comes first of all.
    expect(found).toMatchObject({
      method: 'exact',
      about: 'agreement',
      total: 6,
      counted: 6,
      outcomes: { stable: 3, deal: 1, neither: 2 },
      complete: true,
      question: {
        decisionMaker: 0,
        pair: [0, 1],
        first: { stable: 0, deal: 1, neither: 2 },
        second: { stable: 3, deal: 0, neither: 0 },
        split: 1,
      },
    });
  });

  test('[ORD5] an answer narrows what is left, until nothing is left to ask', () => {
    const answered = conflictFrom(
      `  x: { order: unknown, statements: [{ statement: "a if b", before: ["!a"] }, "!a", c] }\n  y: [b]`,
    );
    const found = openOrders(answered);
    expect(found).toMatchObject({ total: 3, outcomes: { stable: 3, deal: 0, neither: 0 } });
    expect(found?.question).toBeUndefined();
  });

  test('[ORD5] without an agreement it is about the status quo; without an open order there is none', () => {
    expect(openOrders(conflictFrom(open('a, "!a"'), ''))).toMatchObject({
      about: 'statusQuo',
      outcomes: { stable: 0, neither: 2 },
    });
    expect(openOrders(conflictFrom('  x: [a]\n  y: [b]'))).toBeUndefined();
  });

  test('[ORD5] a sample comes close to the exact counts, and names its seed', () => {
    const conflict = conflictFrom(open('"!a", "a if b", c, "b", "a & c"'));
    const exact = openOrders(conflict);
    const sampled = openOrders(conflict, 'seq', undefined, {
      orders: 10,
      states: 1e6,
      samples: 3000,
      seed: 3,
    });
    expect(sampled).toMatchObject({ method: 'sampled', seed: 3, counted: 3000, total: 120 });
    for (const outcome of orderOutcomes) {
      const [a, b] = [exact?.outcomes[outcome] as number, sampled?.outcomes[outcome] as number];
      expect(Math.abs(a / 120 - b / 3000)).toBeLessThan(0.04);
    }
    expect(sampled?.question?.pair).toEqual(exact?.question?.pair);
  });

  test('[ORD5] an interrupt ends it', () => {
    const conflict = conflictFrom(open('"!a", "a if b", c'));
    const found = openOrders(conflict, 'seq', undefined, undefined, { stopped: () => true });
    expect([found?.complete, found?.counted]).toEqual([false, 0]);
  });
});

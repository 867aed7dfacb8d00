// Holds decision diagrams to what trying every assignment gives, and to their limits.
import { describe, expect, test } from 'vitest';
import { randomFormula } from '../../tests/support/accounts.ts';
import { mulberry32 } from '../base/index.ts';
import { countSatisfying, decisionDiagram, isSatisfiable, listSatisfying } from './decision-diagram.ts';
import type { Expression } from './expression.ts';
import { holds } from './expression.ts';

const keysOf = (count: number): string[] => Array.from({ length: count }, (_, place) => `o${place}`);
const option = (place: number): Expression => ({ kind: 'option', key: `o${place}` });
const not = (of: Expression): Expression => ({ kind: 'not', of });
const and = (...of: readonly Expression[]): Expression => ({ kind: 'and', of });

/** The assignments that satisfy a formula, as numbers with the first key lowest, found one by one. */
function satisfying(formula: Expression, keys: readonly string[]): number[] {
  return Array.from({ length: 2 ** keys.length }, (_, number) => number).filter((number) =>
    holds(formula, new Set(keys.filter((_, bit) => (number >> bit) % 2 === 1))),
  );
}

describe('a decision diagram [DDG1]', () => {
  test('counts and lists what satisfies a random formula, in increasing order (seed 11)', () => {
    const random = mulberry32(11);
    for (let round = 0; round < 300; round += 1) {
      const keys = keysOf(1 + Math.floor(random() * 8));
      const formula = randomFormula(random, keys, 4);
      const expected = satisfying(formula, keys);
      const diagram = decisionDiagram(formula, keys)!;
      expect(countSatisfying(diagram), `round ${round}`).toBe(BigInt(expected.length));
      expect([...listSatisfying(diagram, expected.length)[0]!], `round ${round}`).toEqual(expected);
      expect(isSatisfiable(formula, keys)).toBe(expected.length > 0);
    }
  });

  test.each([45, 60, 200])('counts exactly with %i options', (count) => {
    const free = decisionDiagram({ kind: 'constant', value: true }, keysOf(count))!;
    expect(countSatisfying(free)).toBe(2n ** BigInt(count));
    const notBoth = decisionDiagram(not(and(option(0), option(count - 1))), keysOf(count))!;
    expect(countSatisfying(notBoth)).toBe(3n * 2n ** BigInt(count - 2));
  });

  test('lists few assignments of many options, across words', () => {
    const keys = keysOf(45);
    // Each option needs the one before it: 46 assignments are left of 2^45.
    const chain = and(...keys.slice(1).map((_, place) => not(and(option(place + 1), not(option(place))))));
    const diagram = decisionDiagram(chain, keys)!;
    expect(countSatisfying(diagram)).toBe(46n);
    const [low, high] = listSatisfying(diagram, 46) as [Uint32Array, Uint32Array];
    const values = Array.from(low, (word, s) => BigInt(word) + (BigInt(high[s]!) << 32n));
    expect(values).toEqual(Array.from({ length: 46 }, (_, taken) => 2n ** BigInt(taken) - 1n));
  });

  test('has a node for each question only once: a parity of n options needs 2 n - 1', () => {
    const parity = keysOf(20)
      .map((_, place) => option(place))
      .reduce((sum, each): Expression => ({ kind: 'not', of: { kind: 'iff', of: [sum, each] } }));
    const diagram = decisionDiagram(parity, keysOf(20))!;
    const reached = new Set<number>();
    const visit = (node: number): void => {
      if (node < 2 || reached.has(node)) return;
      reached.add(node);
      visit(diagram.whenFalse[node]!);
      visit(diagram.whenTrue[node]!);
    };
    visit(diagram.root);
    expect(reached.size).toBe(39);
    expect(countSatisfying(diagram)).toBe(2n ** 19n);
  });
});

describe('limits of a decision diagram [DDG2]', () => {
  test('it gives up at more than 2^18 nodes', () => {
    // Pairs far apart: each half has to be remembered whole.
    const half = 20;
    const pairs = and(
      ...Array.from(
        { length: half },
        (_, place): Expression => ({ kind: 'iff', of: [option(place), option(place + half)] }),
      ),
    );
    expect(decisionDiagram(pairs, keysOf(2 * half))).toBeUndefined();
    expect(isSatisfiable(pairs, keysOf(2 * half))).toBe(true);
  });

  test('it gives up on formulas that name more than 2,048 options, and counts options that none names', () => {
    const all = and(...keysOf(2_049).map((_, place) => option(place)));
    expect(decisionDiagram(all, keysOf(2_049))).toBeUndefined();
    expect(countSatisfying(decisionDiagram(option(0), keysOf(3_000))!)).toBe(2n ** 2_999n);
  });

  test('a name that is no option is refused (E2001)', () => {
    expect(() => decisionDiagram(option(7), keysOf(3))).toThrow(/E2001/);
  });
});

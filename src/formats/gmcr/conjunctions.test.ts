// Checks that formulas are taken apart into conjunctions of the same meaning.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expression } from '../../model/index.ts';
import { holds, parseExpression } from '../../model/index.ts';
import { conjunctionsOf } from './conjunctions.ts';

const formula = (text: string): Expression => parseExpression(text, (key) => ({ key })).value!;
const shown = (text: string): string | undefined =>
  conjunctionsOf(formula(text))
    ?.map((member) => [...member].map(([key, taken]) => (taken ? key : `-${key}`)).join(' '))
    .join(', ');

test.each([
  ['a & !b & c', 'a -b c'],
  ['b if a', 'b a, b -a, -b -a'],
  ['a <-> b', 'a b, -a -b'],
  ['a | b', 'a b, -a b, a -b'],
  ['!(a & b)', '-a b, a -b, -a -b'],
  ['a & (b | c)', 'a b, a c'],
  ['a | a & b & c', 'a'],
  ['(a | b) & (a | b)', 'a b, -a b, a -b'],
  ['a & !a', ''],
  ['true', ''],
  ['a if b & c', '-b, -c, a'],
])('[GMC15] %s is taken apart', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('[GMC15] true is one member that asks nothing, false is none', () => {
  expect(conjunctionsOf(formula('true'))).toEqual([new Map()]);
  expect(conjunctionsOf(formula('false'))).toEqual([]);
});

test('[GMC15] a formula of too many members is given up', () => {
  const pairs = (count: number): string =>
    Array.from({ length: count }, (_, place) => `(a${place} | b${place})`).join(' & ');
  expect(conjunctionsOf(formula(pairs(9)))?.length).toBe(512);
  expect(conjunctionsOf(formula(pairs(10)))).toBeUndefined();
});

test('[GMC15] the members mean what the formula means, seed 4', () => {
  const keys = ['a', 'b', 'c', 'd'];
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'tree' },
      fc.constantFrom(...keys).map((key): Expression => ({ kind: 'option', key })),
      tie('tree').map((of): Expression => ({ kind: 'not', of })),
      fc.array(tie('tree'), { maxLength: 3 }).map((of): Expression => ({ kind: 'and', of })),
      fc.array(tie('tree'), { maxLength: 3 }).map((of): Expression => ({ kind: 'or', of })),
      fc.tuple(tie('tree'), tie('tree')).map(([when, then]): Expression => ({ kind: 'implies', when, then })),
      fc.tuple(tie('tree'), tie('tree')).map((of): Expression => ({ kind: 'iff', of })),
    ),
  }));
  fc.assert(
    fc.property(tree, (expression) => {
      const members = conjunctionsOf(expression)!;
      for (let bits = 0; bits < 16; bits += 1) {
        const taken = new Set(keys.filter((_, place) => ((bits >> place) & 1) === 1));
        const meant = members.some((member) => [...member].every(([key, is]) => taken.has(key) === is));
        expect(meant).toBe(holds(expression, taken));
      }
    }),
    { seed: 4, numRuns: 2000 },
  );
});

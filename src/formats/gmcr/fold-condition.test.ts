// Checks that conditions of .gmcr files are folded into readable formulas of the same meaning.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds, printExpression } from '../../model/index.ts';
import type { NamedLiteral } from './fold-condition.ts';
import { foldCondition } from './fold-condition.ts';

/** `a -b, -a b` is two members. */
function members(text: string): NamedLiteral[][] {
  return text.split(',').map((member) =>
    member
      .trim()
      .split(' ')
      .map((word) => ({ key: word.replace('-', ''), taken: !word.startsWith('-') })),
  );
}

test.each([
  ['a', 'a'],
  ['a -b c', 'a & !b & c'],
  ['a b, -a b, -a -b', 'b if a'],
  ['b a, b -a, -b -a', 'b if a'],
  ['-a b, a b, -a -b', 'b if a'],
  ['a b, a -b, -a -b', 'a if b'],
  ['a b, a -b, -a b', 'a | b'],
  ['a -b, -a b, -a -b', '!a | !b'],
  ['a b, -a -b', 'a <-> b'],
  ['a -b, -a b', 'a <-> !b'],
  ['a b, -a -b, a b', 'a <-> b'],
  ['a b, a -b', 'a & b | a & !b'],
  ['a b, c', 'a & b | c'],
  ['a, b', 'a | b'],
  ['a b, -a -b, b c', 'a & b | !a & !b | b & c'],
])('[GMC6] %s is %s', (given, text) => {
  expect(printExpression(foldCondition(members(given)))).toBe(text);
});

test('[GMC6] folding keeps the meaning, seed 3', () => {
  const keys = ['a', 'b', 'c'];
  const literal = fc.record({ key: fc.constantFrom(...keys), taken: fc.boolean() });
  const member = fc.uniqueArray(literal, { selector: ({ key }) => key, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(member, { maxLength: 5 }), (given) => {
      const formula = foldCondition(given);
      for (let bits = 0; bits < 8; bits += 1) {
        const taken = new Set(keys.filter((_, place) => ((bits >> place) & 1) === 1));
        const meant = given.some((each) => each.every((one) => taken.has(one.key) === one.taken));
        expect(holds(formula, taken)).toBe(meant);
      }
    }),
    { seed: 3, numRuns: 3000 },
  );
});

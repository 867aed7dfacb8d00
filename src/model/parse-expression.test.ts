// Holds the expression parser, and the printer that is its inverse, to their rules.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expression } from './expression.ts';
import { holds } from './expression.ts';
import { isId, isKeyword } from './expression-tokens.ts';
import { parseExpression } from './parse-expression.ts';
import { printExpression } from './print-expression.ts';

const known = new Set(['a', 'b', 'c', 'd', 'n-stop', 'syria.release']);
const parse = (text: string) =>
  parseExpression(text, (name) =>
    known.has(name) ? { key: name } : { code: 'E1201', message: `no ${name}`, nearest: 'a' },
  );
const value = (text: string): Expression => {
  const { value: found, problems } = parse(text);
  expect(problems, text).toEqual([]);
  return found as Expression;
};
/** Code and text of each problem. */
const problems = (text: string) =>
  parse(text).problems.map(({ code, start, end }) => [code, text.slice(start, end), start]);

/** The truth of a formula under each of the 16 ways to take a, b, c, d. */
const table = (text: string): string =>
  Array.from({ length: 16 }, (_, bits) =>
    holds(value(text), new Set(['a', 'b', 'c', 'd'].filter((_name, place) => (bits >> place) % 2 === 1)))
      ? '1'
      : '0',
  ).join('');

describe('reading', () => {
  test.each([
    ['!a & b', '(!a) & b'],
    ['a | b & c', 'a | (b & c)'],
    ['a & b | c & d', '(a & b) | (c & d)'],
    ['a | b -> c | d', '(a | b) -> (c | d)'],
    ['a -> b <-> c -> d', '(a -> b) <-> (c -> d)'],
    ['a <-> b if c <-> d', '(a <-> b) if (c <-> d)'],
    ['!a if !b & c', '(!a) if ((!b) & c)'],
    ['(a if b) & c', '((b -> a)) & c'],
    ['!!a', 'a'],
  ])('[EXP1] %s reads as %s', (text, same) => {
    expect(table(text)).toBe(table(same));
  });

  test('[EXP1] parentheses change what is read', () => {
    expect(table('(a | b) & c')).not.toBe(table('a | b & c'));
    expect(table('!(a & b)')).not.toBe(table('!a & b'));
  });

  test('[EXP2] `if` is the implication from right to left, true where the condition is false', () => {
    expect(value('a if b')).toEqual(value('b -> a'));
    expect(holds(value('a if b'), new Set())).toBe(true);
    expect(holds(value('a if b'), new Set(['b']))).toBe(false);
    expect(holds(value('a if b'), new Set(['a', 'b']))).toBe(true);
  });

  test.each(['a if b if c', '(a if b if c) & d'])('[EXP3] %s is E1103', (text) => {
    const found = parse(text).problems;
    expect(found.map(({ code }) => code)).toEqual(['E1103']);
    expect(found[0]?.hint).toMatch(/\(a .* b\) .* c.*or.*a .* \(b .* c\)/);
  });

  test('[EXP3] every further link of a chain is located', () => {
    expect(problems('a if b if c if d')).toEqual([
      ['E1103', 'if', 7],
      ['E1103', 'if', 12],
    ]);
  });

  test.each([
    ['a -> b if c', '(a -> b) if c'],
    ['a if b -> c', 'a if (b -> c)'],
    ['a -> b -> c', 'a -> (b -> c)'],
    ['a <-> b iff c', '(a <-> b) <-> c'],
    ['a -> b -> c -> d', '!a | !b | !c | d'],
    ['(a -> b) -> c', '!(!a | b) | c'],
    ['a -> (b -> c)', '!a | !b | c'],
  ])('[EXP3] %s reads as %s', (text, same) => {
    expect(table(text)).toBe(table(same));
  });

  test('[EXP4] keywords are read in any case, names are not', () => {
    expect(value('NOT a And b OR c')).toEqual(value('!a & b | c'));
    expect(value('a IFF TRUE')).toEqual(value('a <-> true'));
    expect(value('a If False')).toEqual(value('a if false'));
    expect(problems('A & a')).toEqual([['E1201', 'A', 0]]);
  });

  test('[EXP4] no keyword can be an id', () => {
    expect(
      ['not', 'Iff', 'TRUE', 'n_stop', 'n-stop', '3b', 'ж', '-a', 'a-', 'a b', 'a.b', ''].map(isId),
    ).toEqual([false, false, false, true, true, true, true, false, false, false, false, false]);
    expect(isKeyword('If')).toBe(true);
  });

  test('names may be qualified, and hold a hyphen that is no minus', () => {
    expect(value('syria.release & n-stop')).toEqual({
      kind: 'and',
      of: [
        { kind: 'option', key: 'syria.release' },
        { kind: 'option', key: 'n-stop' },
      ],
    });
    expect(value('a->b')).toEqual(value('a -> b'));
  });
});

describe('problems', () => {
  test.each([
    ['a && b', '&&', '`&`'],
    ['a || b', '||', '`|`'],
    ['~a', '~', '`!`'],
    ['-a', '-', '`!`'],
    ['¬a', '¬', '`!`'],
    ['a => b', '=>', '`->`'],
    ['a --> b', '-->', '`->`'],
    ['a → b', '→', '`->`'],
    ['a <=> b', '<=>', '`<->`'],
    ['a == b', '==', '`<->`'],
    ['a = b', '=', '`<->`'],
    ['a ∧ b', '∧', '`&`'],
    ['a ∨ b', '∨', '`|`'],
    ['a, b', ',', '`&`'],
  ])('[EXP5] %s: %s is E1102 and %s is what to write', (text, sign, right) => {
    const found = parse(text);
    expect(found.value).toBeUndefined();
    expect(found.problems).toHaveLength(1);
    expect(found.problems[0]).toMatchObject({ code: 'E1102', expected: right, start: text.indexOf(sign) });
  });

  test.each([
    ['a only if b', 'a -> b'],
    ['a unless b', 'a if !b'],
    ['a implies b', 'a -> b'],
    ['a xor b', '!(a <-> b)'],
  ])('[EXP5] %s is E1101 that says to write %s', (text, right) => {
    expect(parse(text).problems).toEqual([
      expect.objectContaining({ code: 'E1101', start: 2, hint: expect.stringContaining(right) }),
    ]);
  });

  test.each([
    ['', 'E1101', '', 0],
    ['a &', 'E1101', '', 3],
    ['& a', 'E1101', '&', 0],
    ['a b', 'E1101', 'b', 2],
    ['(a', 'E1101', '(', 0],
    ['a)', 'E1101', ')', 1],
    ['()', 'E1101', ')', 1],
    ['a $ b', 'E1101', '$', 2],
    ['not', 'E1101', '', 3],
    ['a & 💥', 'E1101', '💥', 4],
  ])('[EXP6] %j is %s at %j', (text, code, at, start) => {
    expect(problems(text)[0]).toEqual([code, at, start]);
  });

  test('[EXP6] all of them at once, in the order of the text', () => {
    expect(problems('x && y -> a -> (z b & w')).toEqual([
      ['E1201', 'x', 0],
      ['E1102', '&&', 2],
      ['E1201', 'y', 5],
      ['E1201', 'z', 16],
      ['E1101', 'b', 18],
      ['E1201', 'w', 22],
    ]);
  });

  test('[EXP6] of many problems the first 20 are given', () => {
    expect(problems('$ '.repeat(1_000)).map(([, , start]) => start)).toEqual(
      Array.from({ length: 20 }, (_, i) => 2 * i),
    );
  });

  test('[EXP7] depth and length are bounded by E1104', () => {
    const deep = (n: number): string => `${'('.repeat(n)}a${')'.repeat(n)}`;
    expect(problems(deep(200))).toEqual([]);
    expect(problems(deep(201))).toEqual([['E1104', '(', 200]]);
    expect(problems(`${'!'.repeat(100_000)}a`)[0]?.[0]).toBe('E1104');
    expect(problems(`${'!'.repeat(5_000)}a`)).toEqual([['E1104', '!', 200]]);
    expect(problems(Array(2_000).fill('a').join(' & '))).toEqual([]);
    expect(problems(' '.repeat(10_001))[0]?.[0]).toBe('E1104');
  });
});

describe('printing', () => {
  test.each([
    ['a if b', 'a if b'],
    ['b -> a', 'a if b'],
    ['((a)) & (b)', 'a & b'],
    ['!(a & b)', '!(a & b)'],
    ['not not a', '!!a'],
    ['(a & b) & c', '(a & b) & c'],
    ['(a if b) | c', '(b -> a) | c'],
    ['(a -> b) -> c', 'c if a -> b'],
    ['(a iff b) iff c', '(a <-> b) <-> c'],
    ['TRUE and syria.release', 'true & syria.release'],
  ])('[EXP9] %s prints as %s', (text, printed) => {
    expect(printExpression(value(text))).toBe(printed);
  });

  const leaf = fc.oneof(
    fc.constantFrom('a', 'b', 'c', 'd').map((key): Expression => ({ kind: 'option', key })),
    fc.boolean().map((truth): Expression => ({ kind: 'constant', value: truth })),
  );
  const { formula } = fc.letrec<{ formula: Expression }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 6, depthSize: 'medium' },
      leaf,
      tie('formula').map((of): Expression => ({ kind: 'not', of })),
      fc.array(tie('formula'), { minLength: 2, maxLength: 4 }).map((of): Expression => ({ kind: 'and', of })),
      fc.array(tie('formula'), { minLength: 2, maxLength: 4 }).map((of): Expression => ({ kind: 'or', of })),
      fc
        .tuple(tie('formula'), tie('formula'))
        .map(([when, then]): Expression => ({ kind: 'implies', when, then })),
      fc.tuple(tie('formula'), tie('formula')).map((of): Expression => ({ kind: 'iff', of })),
    ),
  }));

  test('[EXP9] what is printed reads back to the same formula (seed 7)', () => {
    fc.assert(
      fc.property(formula, (expression) => {
        expect(parse(printExpression(expression)).value).toEqual(expression);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  test('[EXP9] no pair of parentheses can be left out (seed 8)', () => {
    fc.assert(
      fc.property(formula, (expression) => {
        const text = printExpression(expression);
        for (const { index } of text.matchAll(/\(/g)) {
          const close = closing(text, index);
          const without = text.slice(0, index) + text.slice(index + 1, close) + text.slice(close + 1);
          expect(parse(without).value).not.toEqual(expression);
        }
      }),
      { seed: 8, numRuns: 1_000 },
    );
  });
});

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

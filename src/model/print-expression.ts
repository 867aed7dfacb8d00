// Writes a formula as text that reads back as the same formula, with no more parentheses than that needs.
import type { Expression } from './expression.ts';

/**
 * How tightly each form binds, as the grammar has it; an operand must bind tighter than what it stands in, the right one
 * of a chain at least as tightly.
 */
const strength = { if: 0, iff: 1, implies: 2, or: 3, and: 4, not: 5, option: 6, constant: 6 } as const;

/**
 * The text of a formula: `parseExpression` reads it back to an equal one. Rule [EXP9].
 *
 * An implication is written `A if B` where it stands alone and `B -> A` inside another formula.
 * @param expression - every `and` and `or` in it has two parts or more
 * @complexity O(size of the formula)
 * @example printExpression({ kind: 'not', of: { kind: 'option', key: 'attack' } }) // => '!attack'
 */
export function printExpression(expression: Expression): string {
  if (expression.kind !== 'implies') return print(expression, strength.if);
  return `${print(expression.then, strength.iff)} if ${print(expression.when, strength.iff)}`;
}

/** The text of a part, in parentheses where it binds less than `least`. */
function print(expression: Expression, least: number): string {
  const text = bare(expression);
  return strength[expression.kind] < least ? `(${text})` : text;
}

function bare(expression: Expression): string {
  switch (expression.kind) {
    case 'constant':
      return String(expression.value);
    case 'option':
      return expression.key;
    case 'not':
      return `!${print(expression.of, strength.not)}`;
    case 'and':
      return expression.of.map((part) => print(part, strength.not)).join(' & ');
    case 'or':
      return expression.of.map((part) => print(part, strength.and)).join(' | ');
    case 'implies':
      return `${print(expression.when, strength.or)} -> ${print(expression.then, strength.implies)}`;
    case 'iff': {
      const [left, right] = expression.of;
      return `${print(left, strength.implies)} <-> ${print(right, strength.iff)}`;
    }
  }
}

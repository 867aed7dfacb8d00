// Rewrites one preference statement: into its opposite, into a softer one, or into steps at the same time.
import type { Expression, Statement } from '../../model/index.ts';
import { optionsIn, printExpression } from '../../model/index.ts';

/** The opposite of a formula, without a double negation. */
export function negation(expression: Expression): Expression {
  return expression.kind === 'not' ? expression.of : { kind: 'not', of: expression };
}

/**
 * The formula, waived where `step` holds: `A` becomes `A if !step`, and `A if B` becomes `A if B & !step`. It is true
 * wherever the formula is true, or the step is taken.                                          Rule [UNL12].
 */
export function softened(expression: Expression, step: Expression): Expression {
  const isConditional = expression.kind === 'implies';
  const then = isConditional ? expression.then : expression;
  const when = isConditional ? narrowed(expression.when, step) : negation(step);
  return { kind: 'implies', then, when };
}

/** The condition, but for where `step` holds. */
function narrowed(when: Expression, step: Expression): Expression {
  return when.kind === 'not'
    ? { kind: 'not', of: { kind: 'or', of: [...partsOf('or', when.of), step] } }
    : { kind: 'and', of: [...partsOf('and', when), negation(step)] };
}

function partsOf(kind: 'and' | 'or', expression: Expression): readonly Expression[] {
  return expression.kind === kind ? expression.of : [expression];
}

/** What a precondition asks of its holder, as long as what stands with the others. */
export interface Precondition {
  /** Over the holder's options alone. */
  readonly own: Expression;
  /** Over the others' options alone. */
  readonly others: Expression;
}

/**
 * The precondition that a formula is: `own if others`, in this or another form, such as `!(own act & !others' act)`.
 * @param isOwn - is this option the holder's?
 * @returns nothing where it is none: where it speaks of one side alone, or mixes them otherwise
 */
export function preconditionOf(
  expression: Expression,
  isOwn: (key: string) => boolean,
): Precondition | undefined {
  const side = (part: Expression): 'own' | 'others' | 'mixed' => {
    const sides = new Set([...optionsIn(part)].map(isOwn));
    return sides.size === 1 ? (sides.has(true) ? 'own' : 'others') : 'mixed';
  };
  const found = (own: Expression, others: Expression): Precondition | undefined =>
    side(own) === 'own' && side(others) === 'others' ? { own, others } : undefined;
  if (expression.kind === 'implies') return found(expression.then, expression.when);
  const isBan = expression.kind === 'not' && expression.of.kind === 'and';
  const parts = isBan ? partsOf('and', expression.of) : expression.kind === 'or' ? expression.of : [];
  const [own, others] = (['own', 'others'] as const).map((which) =>
    parts.filter((part) => side(part) === which),
  );
  if (own === undefined || others === undefined) return undefined;
  if (own.length === 0 || others.length === 0 || own.length + others.length < parts.length) return undefined;
  return isBan
    ? { own: negation(joined('and', own)), others: joined('and', others) }
    : { own: joined('or', own), others: negation(joined('or', others)) };
}

function joined(kind: 'and' | 'or', parts: readonly Expression[]): Expression {
  return parts.length === 1 ? (parts[0] as Expression) : { kind, of: parts };
}

/** The statement with another formula; its reason, evidence and place in the file stay. */
export function withFormula(statement: Statement, expression: Expression): Statement {
  return { ...statement, when: { kind: 'expression', expression }, text: printExpression(expression) };
}

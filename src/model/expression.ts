// Says what a condition on states is: a Boolean formula over options, each named by its key.

/** A formula; `A if B` and `B -> A` are both `implies`, true wherever `when` is false. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'option'; readonly key: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and'; readonly of: readonly Expression[] }
  | { readonly kind: 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'implies'; readonly when: Expression; readonly then: Expression }
  | { readonly kind: 'iff'; readonly of: readonly [Expression, Expression] };

/**
 * Is the formula true where exactly the options in `taken` are taken?
 * @complexity O(size of the formula)
 * @example holds({ kind: 'not', of: { kind: 'option', key: 'attack' } }, new Set()) // => true
 */
export function holds(expression: Expression, taken: ReadonlySet<string>): boolean {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'option':
      return taken.has(expression.key);
    case 'not':
      return !holds(expression.of, taken);
    case 'and':
      return expression.of.every((part) => holds(part, taken));
    case 'or':
      return expression.of.some((part) => holds(part, taken));
    case 'implies':
      return !holds(expression.when, taken) || holds(expression.then, taken);
    case 'iff':
      return holds(expression.of[0], taken) === holds(expression.of[1], taken);
  }
}

/**
 * The parts directly below a formula, in the order in which they stand.
 * @example partsOf({ kind: 'option', key: 'attack' }) // => []
 */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'option':
      return [];
    case 'not':
      return [expression.of];
    case 'implies':
      return [expression.then, expression.when];
    default:
      return expression.of;
  }
}

/**
 * The keys of the options that a formula names, each once, in the order of first mention.
 * @example [...optionsIn({ kind: 'option', key: 'attack' })] // => ['attack']
 */
export function optionsIn(expression: Expression, into: Set<string> = new Set()): Set<string> {
  if (expression.kind === 'option') into.add(expression.key);
  for (const part of partsOf(expression)) optionsIn(part, into);
  return into;
}

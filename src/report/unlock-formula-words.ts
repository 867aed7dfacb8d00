// Reads a formula aloud, with the names that an account gives to its available actions.
import type { Account, Expression, StateCondition } from '../model/index.ts';
import { listed } from './wording.ts';

/** The formula in words, without full stop: `not "Kyiv talks" unless "Russia withdraws"`. */
export function formulaWords(account: Account, expression: Expression): string {
  const words = (part: Expression): string => partWords(account, part, false);
  if (expression.kind !== 'implies') return words(expression);
  const { then, when } = expression;
  return when.kind === 'not' ? `${words(then)} unless ${words(when.of)}` : `${words(then)} if ${words(when)}`;
}

/** The condition in words; in graph form it lists situations. */
export function conditionWords(account: Account, condition: StateCondition): string {
  if (condition.kind === 'expression') return formulaWords(account, condition.expression);
  const named = condition.names.map(
    (id) => account.graph?.states.find((state) => state.id === id)?.name ?? id,
  );
  return listed(
    named.map((name) => `"${name}"`),
    'or',
  );
}

function partWords(account: Account, expression: Expression, isInner: boolean): string {
  const inner = (part: Expression): string => partWords(account, part, true);
  const bracketed = (text: string): string => (isInner ? `(${text})` : text);
  switch (expression.kind) {
    case 'constant':
      return expression.value ? 'anything' : 'nothing';
    case 'option':
      return `"${optionName(account, expression.key)}"`;
    case 'not':
      return expression.of.kind === 'and' && expression.of.of.length === 2
        ? bracketed(withoutWords(account, expression.of.of as readonly [Expression, Expression]))
        : `not ${inner(expression.of)}`;
    case 'and':
      return expression.of.length === 0 ? 'anything' : bracketed(listed(expression.of.map(inner)));
    case 'or':
      return expression.of.length === 0 ? 'nothing' : bracketed(listed(expression.of.map(inner), 'or'));
    case 'iff': {
      const [first, second] = expression.of;
      // Not this exactly when not that: this exactly when that.
      const sides = first.kind === 'not' && second.kind === 'not' ? [first.of, second.of] : [first, second];
      return bracketed(sides.map(inner).join(' exactly when '));
    }
    case 'implies':
      return bracketed(formulaWords(account, expression));
  }
}

/** `not (a and not b)` is "no a without b". */
function withoutWords(account: Account, [first, second]: readonly [Expression, Expression]): string {
  const words = (part: Expression): string => partWords(account, part, true);
  return second.kind === 'not'
    ? `no ${words(first)} without ${words(second.of)}`
    : `not both ${words(first)} and ${words(second)}`;
}

/** The name of an option as the account has it. */
export function optionName(account: Account, key: string): string {
  return account.labels[key] ?? account.options.find((option) => option.key === key)?.name ?? key;
}

// Evaluates a condition in all states at once.
import { ImpasseError } from '../base/index.ts';
import type { StateCondition } from './case.ts';
import type { Expression } from './expression.ts';
import type { StateSpace } from './state-space.ts';

/**
 * For each of the m states, 1 where the formula is true and 0 where it is false. Shape (m,).
 * @param keys - the h options of the space, by key
 * @throws ImpasseError E2001 if the formula names an option that is not among `keys`
 * @complexity O(m · size of the formula)
 */
export function truthOver(expression: Expression, space: StateSpace, keys: readonly string[]): Uint8Array {
  const place = new Map(keys.map((key, index) => [key, index]));
  const truth = (part: Expression): Uint8Array => {
    switch (part.kind) {
      case 'constant':
        return new Uint8Array(space.size).fill(part.value ? 1 : 0);
      case 'option':
        return column(space, placeOf(part.key));
      case 'not':
        return flip(truth(part.of));
      case 'and':
        return part.of.map(truth).reduce(and, new Uint8Array(space.size).fill(1));
      case 'or':
        return part.of.map(truth).reduce(or, new Uint8Array(space.size));
      case 'implies':
        return or(flip(truth(part.when)), truth(part.then));
      case 'iff':
        return same(truth(part.of[0]), truth(part.of[1]));
    }
  };
  const placeOf = (key: string): number => {
    const found = place.get(key);
    if (found === undefined) throw new ImpasseError('E2001', `the space has no option ${key}`, { key });
    return found;
  };
  return truth(expression);
}

function column(space: StateSpace, option: number): Uint8Array {
  const word = space.words[option >>> 5] as Uint32Array;
  const bit = option & 31;
  const values = new Uint8Array(space.size);
  for (let s = 0; s < space.size; s += 1) values[s] = ((word[s] as number) >>> bit) & 1;
  return values;
}

// Each writes into its first array, which nobody else holds. Loops of their own, since a million states wait for them.

function flip(values: Uint8Array): Uint8Array {
  for (let s = 0; s < values.length; s += 1) values[s] = 1 - (values[s] as number);
  return values;
}

function and(first: Uint8Array, second: Uint8Array): Uint8Array {
  for (let s = 0; s < first.length; s += 1) first[s] = (first[s] as number) & (second[s] as number);
  return first;
}

function or(first: Uint8Array, second: Uint8Array): Uint8Array {
  for (let s = 0; s < first.length; s += 1) first[s] = (first[s] as number) | (second[s] as number);
  return first;
}

function same(first: Uint8Array, second: Uint8Array): Uint8Array {
  for (let s = 0; s < first.length; s += 1) first[s] = first[s] === second[s] ? 1 : 0;
  return first;
}

/**
 * As `truthOver`, for a condition in either form.
 * @param names - in graph form the names of the m states; else nothing
 */
export function conditionOver(
  condition: StateCondition,
  space: StateSpace | undefined,
  keys: readonly string[],
  names: readonly string[],
): Uint8Array {
  if (condition.kind === 'expression' && space !== undefined) {
    return truthOver(condition.expression, space, keys);
  }
  const listed = new Set(condition.kind === 'names' ? condition.names : []);
  return Uint8Array.from(names, (name) => (listed.has(name) ? 1 : 0));
}

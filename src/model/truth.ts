// Evaluates a condition in all states at once.
import type { StateCondition } from './case.ts';
import type { Expression } from './expression.ts';
import type { StateSpace } from './state-space.ts';

/**
 * For each of the m states, 1 where the formula is true and 0 where it is false. Shape (m,).
 * @param keys - the h options of the space, by key
 * @complexity O(m · size of the formula)
 */
export function truthOver(expression: Expression, space: StateSpace, keys: readonly string[]): Uint8Array {
  const place = new Map(keys.map((key, index) => [key, index]));
  const truth = (part: Expression): Uint8Array => {
    switch (part.kind) {
      case 'constant':
        return new Uint8Array(space.size).fill(part.value ? 1 : 0);
      case 'option':
        return column(space, place.get(part.key) as number);
      case 'not':
        return truth(part.of).map(flip);
      case 'and':
        return combine(part.of, (a, b) => a & b, 1);
      case 'or':
        return combine(part.of, (a, b) => a | b, 0);
      case 'implies':
        return merge(truth(part.then), truth(part.when).map(flip), (a, b) => a | b);
      case 'iff':
        return merge(truth(part.of[0]), truth(part.of[1]), (a, b) => 1 ^ a ^ b);
    }
  };
  const combine = (parts: readonly Expression[], join: Join, neutral: number): Uint8Array =>
    parts.reduce<Uint8Array>(
      (sum, part) => merge(sum, truth(part), join),
      new Uint8Array(space.size).fill(neutral),
    );
  return truth(expression);
}

type Join = (a: number, b: number) => number;
const flip = (value: number): number => 1 - value;

function column(space: StateSpace, option: number): Uint8Array {
  const word = space.words[option >>> 5] as Uint32Array;
  const bit = option & 31;
  const values = new Uint8Array(space.size);
  for (let s = 0; s < space.size; s += 1) values[s] = ((word[s] as number) >>> bit) & 1;
  return values;
}

/** Into the first array, which nobody else holds. */
function merge(first: Uint8Array, second: Uint8Array, join: Join): Uint8Array {
  for (let s = 0; s < first.length; s += 1) first[s] = join(first[s] as number, second[s] as number);
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

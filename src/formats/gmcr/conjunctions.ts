// Takes a formula apart into "and"s of options taken or not taken, of which one must hold.
import type { Expression } from '../../model/index.ts';
import { holds, optionsIn } from '../../model/index.ts';

/** For each option that it mentions, whether it is taken. */
export type Conjunction = ReadonlyMap<string, boolean>;

/** More members than this are not written. */
export const mostConjunctions = 1000;

/**
 * Conjunctions of which at least one holds exactly where the formula does; none where it never holds.    Rule [GMC15].
 *
 * A formula over two options that is no single conjunction becomes every combination in which it is true, the way
 * GMCR+ stores `if` and `iff`. Any other is multiplied out; what another member covers is left out.
 * @returns nothing where there would be more than 1,000
 * @complexity O(members² · options)
 * @example conjunctionsOf({ kind: 'option', key: 'a' })?.length // => 1
 */
export function conjunctionsOf(expression: Expression): readonly Conjunction[] | undefined {
  const members = multiplied(expression, true);
  const keys = [...optionsIn(expression)];
  if (members === undefined || members.length < 2 || keys.length !== 2) return members;
  return [3, 2, 1, 0]
    .map((bits): Conjunction => new Map(keys.map((key, place) => [key, ((bits >> place) & 1) === 1])))
    .filter((member) => holds(expression, new Set(keys.filter((key) => member.get(key) === true))));
}

/** The conjunctions of a formula, or of its opposite. */
function multiplied(expression: Expression, isTrue: boolean): readonly Conjunction[] | undefined {
  switch (expression.kind) {
    case 'constant':
      return expression.value === isTrue ? [new Map()] : [];
    case 'option':
      return [new Map([[expression.key, isTrue]])];
    case 'not':
      return multiplied(expression.of, !isTrue);
    case 'and':
    case 'or': {
      const parts = expression.of.map((part) => multiplied(part, isTrue));
      return (expression.kind === 'and') === isTrue ? product(parts) : sum(parts);
    }
    case 'implies': {
      const parts = [multiplied(expression.when, !isTrue), multiplied(expression.then, isTrue)];
      return isTrue ? sum(parts) : product(parts);
    }
    case 'iff': {
      const [a, b] = expression.of;
      return sum([
        product([multiplied(a, true), multiplied(b, isTrue)]),
        product([multiplied(a, false), multiplied(b, !isTrue)]),
      ]);
    }
  }
}

type Parts = readonly (readonly Conjunction[] | undefined)[];

function sum(parts: Parts): readonly Conjunction[] | undefined {
  const all: Conjunction[] = [];
  for (const part of parts) {
    if (part === undefined || all.length + part.length > mostConjunctions) return undefined;
    all.push(...part);
  }
  return all.filter(
    (member, place) => !all.some((other, at) => at !== place && covers(other, member, at < place)),
  );
}

/** Is `member` true only where `other` is? Of two that are equal, the first covers the second. */
function covers(other: Conjunction, member: Conjunction, isEarlier: boolean): boolean {
  if (other.size > member.size || (other.size === member.size && !isEarlier)) return false;
  return [...other].every(([key, taken]) => member.get(key) === taken);
}

function product(parts: Parts): readonly Conjunction[] | undefined {
  let all: readonly Conjunction[] | undefined = [new Map()];
  for (const part of parts) {
    if (part === undefined || all === undefined || all.length * part.length > 100 * mostConjunctions)
      return undefined;
    all = sum([all.flatMap((left) => part.flatMap((right) => both(left, right)))]);
  }
  return all;
}

function both(left: Conjunction, right: Conjunction): Conjunction[] {
  if ([...right].some(([key, taken]) => (left.get(key) ?? taken) !== taken)) return [];
  return [new Map([...left, ...right])];
}

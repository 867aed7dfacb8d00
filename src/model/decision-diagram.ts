// Counts and lists the assignments that satisfy a formula, without trying them all: a reduced ordered decision diagram.
import { ImpasseError } from '../base/index.ts';
import type { Expression } from './expression.ts';
import { optionsIn } from './expression.ts';

/** More nodes than this are given up on: the formula is then too entangled to be counted. */
const nodeLimit = 2 ** 18;
/** Remembered results beyond this many are given up on as well, since they take most of the time and the memory. */
const workLimit = 2 ** 20;
/** Keys of the tables: every node fits into 21 bits, so that two numbers fit into a double. */
const span = 2 ** 21;
/** Formulas that name more variables are not tried: the work is done by recursion, one level for each. */
const variableLimit = 2 ** 11;

/** Nodes 0 and 1 are false and true; every other asks for one variable and leads on. */
export interface DecisionDiagram {
  readonly variables: number;
  readonly root: number;
  readonly variable: readonly number[];
  readonly whenFalse: readonly number[];
  readonly whenTrue: readonly number[];
}

/**
 * The diagram of a formula over `keys`, the last key asked first, so that a walk that tries "false" first meets the
 * assignments in increasing order with the first key as the lowest bit.
 * @returns nothing where the diagram has more than 2^18 nodes, or the formula names more than 2^11 keys
 * @throws ImpasseError E2001 if the formula names something that is not among `keys`
 * @complexity O(nodes) for each connective; the number of nodes can grow exponentially with the keys
 * @source R. E. Bryant, Graph-Based Algorithms for Boolean Function Manipulation, IEEE Trans. Computers 35(8), 1986.
 */
export function decisionDiagram(
  expression: Expression,
  keys: readonly string[],
): DecisionDiagram | undefined {
  const place = new Map(keys.map((key, index) => [key, index]));
  const variable = [-1, -1];
  const whenFalse = [0, 1];
  const whenTrue = [0, 1];
  const unique = keys.map(() => new Map<number, number>());
  const applied: Readonly<Record<'and' | 'xor', Map<number, number>>> = { and: new Map(), xor: new Map() };

  const node = (ask: number, no: number, yes: number): number => {
    if (no === yes) return no;
    const nodes = unique[ask] as Map<number, number>;
    const known = nodes.get(no * span + yes);
    if (known !== undefined) return known;
    if (variable.length > nodeLimit) throw new TooEntangled();
    variable.push(ask);
    whenFalse.push(no);
    whenTrue.push(yes);
    nodes.set(no * span + yes, variable.length - 1);
    return variable.length - 1;
  };

  const apply = (connective: 'and' | 'xor', a: number, b: number): number => {
    if (a > b) return apply(connective, b, a);
    if (a === 0) return connective === 'and' ? 0 : b;
    if (connective === 'and' && a === 1) return b;
    if (a === b) return connective === 'and' ? a : 0;
    const table = applied[connective];
    const known = table.get(a * span + b);
    if (known !== undefined) return known;
    const [askA, askB] = [variable[a] as number, variable[b] as number];
    const ask = Math.max(askA, askB);
    const below = (at: number, asks: number, side: readonly number[]): number =>
      asks === ask ? (side[at] as number) : at;
    const result = node(
      ask,
      apply(connective, below(a, askA, whenFalse), below(b, askB, whenFalse)),
      apply(connective, below(a, askA, whenTrue), below(b, askB, whenTrue)),
    );
    if (table.size > workLimit) throw new TooEntangled();
    table.set(a * span + b, result);
    return result;
  };

  const not = (a: number): number => apply('xor', a, 1);
  const or = (a: number, b: number): number => not(apply('and', not(a), not(b)));
  const build = (part: Expression): number => {
    switch (part.kind) {
      case 'constant':
        return part.value ? 1 : 0;
      case 'option':
        return node(placeOf(part.key), 0, 1);
      case 'not':
        return not(build(part.of));
      case 'and':
        return part.of.reduce((sum, each) => apply('and', sum, build(each)), 1);
      case 'or':
        return part.of.reduce((sum, each) => or(sum, build(each)), 0);
      case 'implies':
        return or(not(build(part.when)), build(part.then));
      case 'iff':
        return not(apply('xor', build(part.of[0]), build(part.of[1])));
    }
  };

  const placeOf = (key: string): number => {
    const found = place.get(key);
    if (found === undefined) throw new ImpasseError('E2001', `there is no variable ${key}`, { key });
    return found;
  };

  if (optionsIn(expression).size > variableLimit) return undefined;
  try {
    return { variables: keys.length, root: build(expression), variable, whenFalse, whenTrue };
  } catch (problem) {
    if (problem instanceof TooEntangled) return undefined;
    throw problem;
  }
}

class TooEntangled extends Error {}

/**
 * Can the formula be true at all? Taken to be so where its diagram would be too large.
 * @example isSatisfiable({ kind: 'constant', value: false }, []) // => false
 */
export function isSatisfiable(expression: Expression, keys: readonly string[]): boolean {
  return decisionDiagram(expression, keys)?.root !== 0;
}

/**
 * How many of the 2^h assignments satisfy the formula.
 * @complexity O(nodes) additions of h-bit numbers
 */
export function countSatisfying(diagram: DecisionDiagram): bigint {
  const counts = new Map<number, bigint>();
  // Of the variables below `level`, how many assignments satisfy the formula from this node on.
  const count = (at: number, level: number): bigint => {
    const asks = diagram.variable[at] as number;
    const free = BigInt(level - 1 - asks);
    if (at < 2) return at === 0 ? 0n : 1n << BigInt(level);
    let own = counts.get(at);
    if (own === undefined) {
      own = count(diagram.whenFalse[at] as number, asks) + count(diagram.whenTrue[at] as number, asks);
      counts.set(at, own);
    }
    return own << free;
  };
  return count(diagram.root, diagram.variables);
}

/**
 * The satisfying assignments in increasing order, as words of 32 variables each.
 * @param size - their number, as `countSatisfying` gives it
 * @returns ceil(h / 32) arrays of shape (size,), at least one
 * @complexity O(size · h)
 */
export function listSatisfying(diagram: DecisionDiagram, size: number): readonly Uint32Array[] {
  const words = Array.from(
    { length: Math.max(1, Math.ceil(diagram.variables / 32)) },
    () => new Uint32Array(size),
  );
  const current = new Uint32Array(words.length);
  let found = 0;
  const walk = (at: number, level: number): void => {
    if (at === 0) return;
    if (level === 0) {
      for (let word = 0; word < words.length; word += 1) {
        (words[word] as Uint32Array)[found] = current[word] as number;
      }
      found += 1;
      return;
    }
    const variable = level - 1;
    const asked = diagram.variable[at] === variable;
    walk(asked ? (diagram.whenFalse[at] as number) : at, variable);
    const word = variable >>> 5;
    const bit = 1 << (variable & 31);
    current[word] = (current[word] as number) | bit;
    walk(asked ? (diagram.whenTrue[at] as number) : at, variable);
    current[word] = (current[word] as number) & ~bit;
  };
  walk(diagram.root, diagram.variables);
  return words;
}

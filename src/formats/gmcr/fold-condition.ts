// Turns a condition of a .gmcr file, an "or" of "and"s, into the formula that its author had in mind.
import type { Expression } from '../../model/index.ts';

/** An option taken, or not taken. */
export interface NamedLiteral {
  readonly key: string;
  readonly taken: boolean;
}

/**
 * The formula that is true where all literals of one member hold.                                      Rule [GMC6].
 *
 * GMCR+ stores `q if p`, `p iff q` and `p or q` as members that say Y or N of both options. Three such members leave
 * out one combination, so that the formula is the "or" of its opposites: written `q if p` where it asks one option
 * taken and the other not. Two opposite members are an equivalence.
 * @example foldCondition([[{ key: 'a', taken: true }]]) // => { kind: 'option', key: 'a' }
 */
export function foldCondition(members: readonly (readonly NamedLiteral[])[]): Expression {
  return (
    overTwoOptions(members) ??
    join(
      'or',
      members.map((member) => join('and', member.map(literal))),
    )
  );
}

function overTwoOptions(members: readonly (readonly NamedLiteral[])[]): Expression | undefined {
  const keys = [...new Set(members.flat().map(({ key }) => key))];
  const [p, q] = keys;
  if (keys.length !== 2 || p === undefined || q === undefined) return undefined;
  if (
    members.length < 2 ||
    members.some((member) => member.length !== 2 || member[0]?.key === member[1]?.key)
  )
    return undefined;
  const holds = (key: string, member: readonly NamedLiteral[]): boolean =>
    member.some((each) => each.key === key && each.taken);
  const combinations = new Set(
    members.map((member) => (holds(p, member) ? 1 : 0) + (holds(q, member) ? 2 : 0)),
  );
  const is = (...wanted: readonly number[]): boolean =>
    combinations.size === wanted.length && wanted.every((each) => combinations.has(each));
  if (is(0, 3))
    return {
      kind: 'iff',
      of: [
        { kind: 'option', key: p },
        { kind: 'option', key: q },
      ],
    };
  if (is(1, 2)) return { kind: 'iff', of: [{ kind: 'option', key: p }, not({ kind: 'option', key: q })] };
  if (combinations.size !== 3) return undefined;
  const missing = [0, 1, 2, 3].find((each) => !combinations.has(each)) as number;
  if (missing === 1) return implies(literal({ key: p, taken: true }), literal({ key: q, taken: true }));
  if (missing === 2) return implies(literal({ key: q, taken: true }), literal({ key: p, taken: true }));
  return {
    kind: 'or',
    of: [literal({ key: p, taken: missing === 0 }), literal({ key: q, taken: missing === 0 })],
  };
}

function implies(when: Expression, then: Expression): Expression {
  return { kind: 'implies', when, then };
}

function literal({ key, taken }: NamedLiteral): Expression {
  return taken ? { kind: 'option', key } : not({ kind: 'option', key });
}

function not(of: Expression): Expression {
  return { kind: 'not', of };
}

function join(kind: 'and' | 'or', of: readonly Expression[]): Expression {
  if (of.length === 0) return { kind: 'constant', value: kind === 'and' };
  return of.length === 1 ? (of[0] as Expression) : { kind, of };
}

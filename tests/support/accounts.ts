// Builds accounts in a line or two for tests, and random ones from a seed.
import { expect } from 'vitest';
import type { Random } from '../../src/base/index.ts';
import { readCase } from '../../src/formats/index.ts';
import type { Account, Case, Conflict, Direction, Expression, Statement } from '../../src/model/index.ts';
import { conflictOf, optionNames, parseExpression, printExpression } from '../../src/model/index.ts';
import { between } from './models.ts';

/** What a test says of an account; options are `a1, a2, ...` for decision maker `a`, `b1, ...` for `b`, and so on. */
export interface Sketch {
  /** How many options each decision maker has. */
  readonly options: readonly number[];
  readonly directions?: Readonly<Record<string, Direction>>;
  readonly infeasible?: readonly (string | Partial<Account['infeasible'][number]>)[];
  readonly forbidden?: readonly (readonly [by: string, from: string, to: string])[];
  /** Statements of each decision maker, most important first. */
  readonly prefers?: Readonly<Record<string, readonly string[]>>;
  readonly agreement?: string;
  readonly statusQuo?: readonly string[];
  /** Anything else, which stands as it is. */
  readonly more?: Partial<Account>;
}

/** The account of a sketch. */
export function accountOf(sketch: Sketch): Account {
  const { options: counts, directions = {}, infeasible = [], forbidden = [], prefers = {} } = sketch;
  const decisionMakers = counts.map((_, dm) => ({ id: letter(dm), name: letter(dm).toUpperCase() }));
  const options = counts.flatMap((count, dm) =>
    Array.from({ length: count }, (_, place) => {
      const key = `${letter(dm)}${place + 1}`;
      const direction = directions[key] ?? ('both' as const);
      return { key, id: key, name: key, decisionMaker: letter(dm), direction };
    }),
  );
  const formula = (text: string): Expression => formulaOf(text, options);
  const agreements =
    sketch.agreement === undefined
      ? []
      : [
          {
            id: 'agreement',
            kind: 'other' as const,
            when: { kind: 'expression' as const, expression: formula(sketch.agreement) },
            text: sketch.agreement,
          },
        ];
  return {
    id: 'base',
    name: 'A sketch',
    variant: false,
    sources: [],
    decisionMakers,
    options,
    labels: {},
    infeasible: infeasible.map((bar) => {
      const { text = 'false', ...rest } = typeof bar === 'string' ? { text: bar } : bar;
      return { text, when: formula(text), kind: 'assumed', ...rest };
    }),
    forbiddenMoves: forbidden.map(([by, from, to]) => ({
      by,
      from: formula(from),
      to: formula(to),
      text: `${by}: ${from} to ${to}`,
    })),
    statusQuo: { kind: 'options', taken: sketch.statusQuo ?? [] },
    agreements,
    kinds: agreements,
    inexpressible: [],
    signatories: decisionMakers.map(({ id }) => id),
    noDeal: { kind: 'statusQuo' },
    concepts: {},
    preferences: Object.fromEntries(
      Object.entries(prefers).map(([id, list]) => [
        id,
        { kind: 'statements', statements: list.map((text) => statementOf(text, options)) },
      ]),
    ),
    leavesOut: [],
    checks: [],
    ...sketch.more,
  };
}

const letter = (dm: number): string => String.fromCharCode(97 + dm);

function formulaOf(text: string, options: Account['options']): Expression {
  const { value, problems } = parseExpression(text, optionNames(options));
  if (value === undefined) throw new Error(problems.map(({ message }) => message).join('; '));
  return value;
}

/** A statement over the options of an account. */
export function statementOf(text: string, options: Account['options']): Statement {
  return { text, when: { kind: 'expression', expression: formulaOf(text, options) } };
}

/** The conflict of an account; there must be nothing wrong with it. */
export function conflictIn(account: Account): Conflict {
  const { value, diagnostics } = conflictOf(account);
  expect(diagnostics).toEqual([]);
  return value as Conflict;
}

/** The case of a text; there must be no error in it. */
export function caseOf(text: string): Case {
  const { value, diagnostics } = readCase(text, { uri: 'case.yaml' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value as Case;
}

/** A random formula over some keys, as text. */
export function randomFormula(random: Random, keys: readonly string[], depth: number): Expression {
  const pick = (): Expression => ({
    kind: 'option',
    key: keys[between(random, [0, keys.length - 1])] as string,
  });
  if (depth === 0 || random() < 0.2) {
    if (random() < 0.05) return { kind: 'constant', value: random() < 0.5 };
    return random() < 0.5 ? pick() : { kind: 'not', of: pick() };
  }
  const part = (): Expression => randomFormula(random, keys, depth - 1);
  switch (between(random, [0, 4])) {
    case 0:
      return { kind: 'not', of: part() };
    case 1:
      return { kind: 'and', of: Array.from({ length: between(random, [2, 3]) }, part) };
    case 2:
      return { kind: 'or', of: Array.from({ length: between(random, [2, 3]) }, part) };
    case 3:
      // biome-ignore lint/suspicious/noThenProperty: the right side of an implication is so called
      return { kind: 'implies', when: part(), then: part() };
    default:
      return { kind: 'iff', of: [part(), part()] };
  }
}

/** What a random account may have. */
export interface AccountKind {
  readonly decisionMakers: readonly [number, number];
  readonly statements: readonly [number, number];
  /** The share of decision makers whose order is open, and of those with rival lists. */
  readonly open?: number;
  readonly rivals?: number;
  readonly bars?: number;
  readonly oneWay?: number;
}

/** A random account of a kind with up to six options; its status quo is feasible, and it names an agreement. */
export function randomAccount(random: Random, kind: AccountKind): Account {
  const counts = Array.from({ length: between(random, kind.decisionMakers) }, (_, dm) =>
    between(random, [dm === 0 ? 1 : 0, 2]),
  );
  const sketch = accountOf({ options: counts });
  const keys = sketch.options.map(({ key }) => key);
  const statement = (): Statement => {
    const expression = randomFormula(random, keys, 2);
    return { text: printExpression(expression), when: { kind: 'expression', expression } };
  };
  const list = (): Statement[] => Array.from({ length: between(random, kind.statements) }, statement);
  const preferences = sketch.decisionMakers.map(({ id }): [string, Account['preferences'][string]] => {
    const draw = random();
    const { open = 0, rivals = 0 } = kind;
    if (draw < open) return [id, { kind: 'open-order', statements: list() }];
    if (draw < open + rivals) return [id, { kind: 'alternatives', lists: [list(), list()] }];
    return [id, { kind: 'statements', statements: list() }];
  });
  const bars = Array.from({ length: random() < (kind.bars ?? 0) ? between(random, [1, 2]) : 0 }, () => {
    const taken: Expression = { kind: 'option', key: keys[between(random, [0, keys.length - 1])] as string };
    const when: Expression = { kind: 'and', of: [taken, randomFormula(random, keys, 1)] };
    return { when, text: printExpression(when), kind: 'assumed' as const };
  });
  const agreed = randomFormula(random, keys, 1);
  const agreement = {
    id: 'agreement',
    kind: 'other' as const,
    when: { kind: 'expression' as const, expression: agreed },
    text: printExpression(agreed),
  };
  return {
    ...sketch,
    options: sketch.options.map((option) => ({
      ...option,
      direction: random() < (kind.oneWay ?? 0) ? (random() < 0.5 ? 'take' : 'drop') : 'both',
    })),
    infeasible: bars,
    preferences: Object.fromEntries(preferences),
    agreements: [agreement],
    kinds: [agreement],
  };
}

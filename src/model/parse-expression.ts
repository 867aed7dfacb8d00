// Reads a condition on states as people write it: names, operators with a fixed precedence, parentheses.
import type { Expression } from './expression.ts';
import type { Operator, TextProblem, Token } from './expression-tokens.ts';
import { mostProblems, tokensOf } from './expression-tokens.ts';

/** Says which option a name stands for, or what is wrong with the name. */
export type NameResolver = (name: string) => { readonly key: string } | Omit<TextProblem, 'start' | 'end'>;

/** A formula where the text is sound; otherwise every problem found, in the order of the text. */
export interface ParsedExpression {
  readonly value?: Expression;
  readonly problems: readonly TextProblem[];
}

const longest = 10_000;
const deepest = 200;

/** Words and signs that people put between two conditions, and what says the same here. */
const foreignWords: ReadonlyMap<string, string> = new Map([
  ['only', 'write `a -> b` for "a only if b"'],
  ['unless', 'write `a if !b` for "a unless b"'],
  ['implies', 'write `a -> b` for "a implies b"'],
  ['then', 'write `b if a` for "if a then b"'],
  ['xor', 'write `!(a <-> b)` for "either a or b, not both"'],
]);

/**
 * Reads an expression.
 *
 * Tightest first: `!`/`not`; `&`/`and`; `|`/`or`; `->`; `<->`/`iff`; `A if B`, true where B is false. Keywords in any
 * case. `->`, `<->` and `if` do not chain without parentheses, since a chain could be read in two ways. Rules [EXP1]
 * to [EXP8].
 * @param text - at most 10,000 UTF-16 units, nested at most 200 deep
 * @param resolve - says what each name stands for
 * @complexity O(length)
 * @example parseExpression('!a', (key) => ({ key })).value // => { kind: 'not', of: { kind: 'option', key: 'a' } }
 */
export function parseExpression(text: string, resolve: NameResolver): ParsedExpression {
  if (text.length > longest) {
    const message = `an expression may have ${longest} characters; this one has ${text.length}`;
    return { problems: [{ start: longest, end: text.length, code: 'E1104', message }] };
  }
  const { tokens, problems } = tokensOf(text);
  const value = expressionIn(tokens, problems, resolve);
  if (problems.length === 0) return { value, problems };
  return { problems: problems.sort((a, b) => a.start - b.start).slice(0, mostProblems) };
}

/** Recursive descent, one function for each level of precedence; adds to `problems` what it finds. */
function expressionIn(tokens: readonly Token[], problems: TextProblem[], resolve: NameResolver): Expression {
  const nothing: Expression = { kind: 'constant', value: true };
  let at = 0;
  let depth = 0;
  let failed = false;

  const next = (): Token => tokens[at] as Token;
  const isOperator = (operator: Operator): boolean => {
    const token = next();
    return token.kind === 'operator' && token.operator === operator;
  };

  const option = (token: Token & { readonly kind: 'name' }): Expression => {
    const meaning = resolve(token.name);
    if ('key' in meaning) return { kind: 'option', key: meaning.key };
    problems.push({ start: token.start, end: token.end, ...meaning });
    return nothing;
  };

  /** Reports the first thing that has no place, still looks up the names that follow, and goes to the end. */
  const fail = (token: Token, problem: Omit<TextProblem, 'start' | 'end'>): Expression => {
    if (failed) return nothing;
    failed = true;
    problems.push({ start: token.start, end: token.end, ...problem });
    for (const later of tokens.slice(at))
      if (later !== token && later.kind === 'name' && !foreignWords.has(later.name.toLowerCase()))
        option(later);
    at = tokens.length - 1;
    return nothing;
  };

  const nested = (token: Token, read: () => Expression): Expression => {
    if (depth >= deepest)
      return fail(token, { code: 'E1104', message: `an expression may be nested ${deepest} deep` });
    depth += 1;
    const value = read();
    depth -= 1;
    return value;
  };

  const operand = (): Expression => {
    const token = next();
    switch (token.kind) {
      case 'name':
        at += 1;
        return option(token);
      case 'constant':
        at += 1;
        return { kind: 'constant', value: token.value };
      case '(':
        at += 1;
        return nested(token, () => {
          const value = conditional();
          if (next().kind === ')') at += 1;
          else if (next().kind === 'end') fail(token, { code: 'E1101', message: '`(` is not closed' });
          else unexpected(next());
          return value;
        });
      default: {
        const expected = 'an option, `true`, `false`, `!` or `(`';
        const message =
          token.kind === 'end'
            ? at === 0
              ? 'there is no expression here'
              : 'the expression breaks off'
            : `\`${wordFor(token)}\` cannot stand here`;
        return fail(token, { code: 'E1101', message, expected });
      }
    }
  };

  const negation = (): Expression => {
    if (!isOperator('!')) return operand();
    const token = next();
    at += 1;
    return nested(token, () => ({ kind: 'not', of: negation() }));
  };

  const list = (operator: '&' | '|', kind: 'and' | 'or', part: () => Expression): Expression => {
    const of = [part()];
    while (isOperator(operator)) {
      at += 1;
      of.push(part());
    }
    return of.length === 1 ? (of[0] as Expression) : { kind, of };
  };
  const conjunction = (): Expression => list('&', 'and', negation);
  const disjunction = (): Expression => list('|', 'or', conjunction);

  /** `a -> b -> c` is `a -> (b -> c)`, as in logic; of `<->` both readings are the same. */
  const toTheRight = (
    operator: '->' | '<->',
    part: () => Expression,
    join: (left: Expression, right: Expression) => Expression,
  ): Expression => {
    const left = part();
    if (!isOperator(operator)) return left;
    const token = next();
    at += 1;
    return nested(token, () => join(left, toTheRight(operator, part, join)));
  };
  const implication = (): Expression =>
    toTheRight('->', disjunction, (when, then) => ({ kind: 'implies', when, then }));
  const equivalence = (): Expression =>
    toTheRight('<->', implication, (left, right) => ({ kind: 'iff', of: [left, right] }));

  /** `if` does not chain: a second one is reported with the two readings, and passed over. */
  const conditional = (): Expression => {
    const then = equivalence();
    if (!isOperator('if')) return then;
    at += 1;
    const value: Expression = { kind: 'implies', when: equivalence(), then };
    while (isOperator('if')) {
      const { start, end } = next();
      const message = '`a if b if c` could be read in two ways';
      const hint = 'write `(a if b) if c` or `a if (b if c)`';
      problems.push({ start, end, code: 'E1103', message, expected: 'parentheses', hint });
      at += 1;
      equivalence();
    }
    return value;
  };

  const unexpected = (token: Token): Expression => {
    const word = wordFor(token);
    const hint = token.kind === 'name' ? foreignWords.get(word.toLowerCase()) : undefined;
    const expected = depth > 0 ? 'an operator or `)`' : 'an operator or the end';
    const message = token.kind === ')' ? '`)` closes nothing' : `\`${word}\` cannot stand here`;
    return fail(token, { code: 'E1101', message, expected, ...(hint === undefined ? {} : { hint }) });
  };

  const value = conditional();
  if (next().kind !== 'end') unexpected(next());
  return value;
}

function wordFor(token: Token): string {
  switch (token.kind) {
    case 'operator':
      return token.operator;
    case 'name':
      return token.name;
    case 'constant':
      return String(token.value);
    default:
      return token.kind;
  }
}

// Reads the literature's short form of a condition or a state: one letter for each option, in order.
import type { Expression } from './expression.ts';
import type { TextProblem } from './expression-tokens.ts';
import { mostProblems } from './expression-tokens.ts';

/** What a pattern says, or what is wrong with it; offsets into the pattern. */
export interface ParsedPattern<T> {
  readonly value?: T;
  readonly problems: readonly TextProblem[];
}

/**
 * Does this text have the form of a pattern: nothing but Y, N and -?
 * @example isPattern('YN-') // => true
 */
export function isPattern(text: string): boolean {
  return /^[YN-]+$/.test(text);
}

/**
 * The condition that a pattern stands for: Y the option is taken, N it is not, - either. Rule [EXP10].
 * @param keys - the options, in order
 * @example parsePattern('N-', ['a', 'b']).value // => { kind: 'not', of: { kind: 'option', key: 'a' } }
 */
export function parsePattern(pattern: string, keys: readonly string[]): ParsedPattern<Expression> {
  const problems = lettersProblems(pattern, keys, true);
  if (problems.length > 0) return { problems };
  const parts = keys.flatMap((key, place): Expression[] => {
    const option: Expression = { kind: 'option', key };
    return pattern[place] === '-' ? [] : [pattern[place] === 'Y' ? option : { kind: 'not', of: option }];
  });
  if (parts.length === 0) return { value: { kind: 'constant', value: true }, problems };
  return { value: parts.length === 1 ? (parts[0] as Expression) : { kind: 'and', of: parts }, problems };
}

/**
 * The options taken in the state that a complete pattern names: Y or N for each option. Rule [EXP11].
 * @param keys - the options, in order
 * @example parseStatePattern('NY', ['a', 'b']).value // => ['b']
 */
export function parseStatePattern(
  pattern: string,
  keys: readonly string[],
): ParsedPattern<readonly string[]> {
  const problems = lettersProblems(pattern, keys, false);
  return problems.length > 0
    ? { problems }
    : { value: keys.filter((_, place) => pattern[place] === 'Y'), problems };
}

function lettersProblems(pattern: string, keys: readonly string[], mayBeOpen: boolean): TextProblem[] {
  const expected = mayBeOpen ? 'Y (taken), N (not taken) or - (either)' : 'Y (taken) or N (not taken)';
  const problems: TextProblem[] = [];
  for (const { 0: letter, index: start } of pattern.matchAll(/./gsu)) {
    if (problems.length === mostProblems) break;
    if (letter === 'Y' || letter === 'N' || (letter === '-' && mayBeOpen)) continue;
    const code = 'E1106';
    const message =
      letter === '-'
        ? `a state says Y or N for each option; - leaves ${keys[start] ?? 'one'} open`
        : `\`${letter}\` is no letter of a pattern`;
    problems.push({ start, end: start + letter.length, code, message, expected });
  }
  if (problems.length === 0 && pattern.length !== keys.length) {
    problems.push({
      start: Math.min(pattern.length, keys.length),
      end: pattern.length,
      code: 'E1105',
      message: `the pattern has ${count(pattern.length)}`,
      expected: `${count(keys.length)}, one for each option in order: ${keys.slice(0, 20).join(', ')}${keys.length > 20 ? ', ...' : ''}`,
    });
  }
  return problems;
}

function count(letters: number): string {
  return `${letters} ${letters === 1 ? 'letter' : 'letters'}`;
}

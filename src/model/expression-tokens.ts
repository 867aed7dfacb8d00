// Cuts the text of an expression into tokens, and names the right operator where a foreign one stands.
import type { Code } from '../base/index.ts';

/** A problem in a text that stands on one line of its own: offsets into that text, end exclusive. */
export interface TextProblem {
  readonly start: number;
  readonly end: number;
  readonly code: Code;
  readonly message: string;
  readonly expected?: string;
  readonly nearest?: string;
  readonly hint?: string;
}

/** No text has more problems than this reported. */
export const mostProblems = 20;

export type Operator = '!' | '&' | '|' | '->' | '<->' | 'if';

/** A word that is no keyword is a `name`, whether or not anything has that name. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'operator'; readonly operator: Operator }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: '(' | ')' | 'end' }
);

const idWord = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|-(?=[\p{L}\p{N}_]))*`;
const idPattern = new RegExp(`^${idWord}$`, 'u');
const tokenPattern = new RegExp(
  String.raw`(?<space>\s+)|(?<word>${idWord}(?:\.${idWord})*)|(?<sign>[<>=!&|*+/~^-]{2,3}|.)`,
  'suy',
);

const keywords: Readonly<Record<string, Operator>> = { not: '!', and: '&', or: '|', iff: '<->', if: 'if' };
const constants: Readonly<Record<string, boolean>> = { true: true, false: false };
const signs: Readonly<Record<string, Operator>> = { '!': '!', '&': '&', '|': '|', '->': '->', '<->': '<->' };
const foreign: Readonly<Record<string, Operator>> = {
  '&&': '&',
  '∧': '&',
  '*': '&',
  ',': '&',
  '||': '|',
  '∨': '|',
  '+': '|',
  '~': '!',
  '¬': '!',
  '-': '!',
  '=>': '->',
  '→': '->',
  '⇒': '->',
  '-->': '->',
  '<=>': '<->',
  '==': '<->',
  '===': '<->',
  '=': '<->',
  '↔': '<->',
  '⇔': '<->',
};

/**
 * Can this text be the id of an option or a decision maker: letters, digits and `_`, with `-` inside; and no keyword.
 * @example isId('n_stop') // => true
 */
export function isId(text: string): boolean {
  return idPattern.test(text) && !isKeyword(text);
}

/**
 * Is this one of `not and or if iff true false`, in any case?
 * @example isKeyword('And') // => true
 */
export function isKeyword(text: string): boolean {
  const word = text.toLowerCase();
  return Object.hasOwn(keywords, word) || Object.hasOwn(constants, word);
}

/** The tokens of an expression, the last one of kind `end`; what is no token is reported and passed over. */
export function tokensOf(text: string): { readonly tokens: Token[]; readonly problems: TextProblem[] } {
  const tokens: Token[] = [];
  const problems: TextProblem[] = [];
  let start = 0;
  while (start < text.length) {
    tokenPattern.lastIndex = start;
    const groups = tokenPattern.exec(text)?.groups ?? {};
    if (groups.word !== undefined) {
      tokens.push(wordToken(groups.word, start));
      start += groups.word.length;
    } else if (groups.sign !== undefined) {
      start += signToken(groups.sign, start, tokens, problems);
    } else start += groups.space?.length ?? 1;
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return { tokens, problems };
}

function wordToken(word: string, start: number): Token {
  const place = { start, end: start + word.length };
  const lower = word.toLowerCase();
  if (Object.hasOwn(keywords, lower))
    return { kind: 'operator', operator: keywords[lower] as Operator, ...place };
  if (Object.hasOwn(constants, lower))
    return { kind: 'constant', value: constants[lower] as boolean, ...place };
  return { kind: 'name', name: word, ...place };
}

/** Takes the longest sign that means something, adds its token, and gives its length. */
function signToken(run: string, start: number, tokens: Token[], problems: TextProblem[]): number {
  const first = String.fromCodePoint(run.codePointAt(0) as number);
  const sign =
    [run, run.slice(0, 2)].find((part) => Object.hasOwn(signs, part) || Object.hasOwn(foreign, part)) ??
    first;
  const place = { start, end: start + sign.length };
  if (sign === '(' || sign === ')') tokens.push({ kind: sign, ...place });
  else if (Object.hasOwn(signs, sign))
    tokens.push({ kind: 'operator', operator: signs[sign] as Operator, ...place });
  else if (Object.hasOwn(foreign, sign)) {
    const operator = foreign[sign] as Operator;
    tokens.push({ kind: 'operator', operator, ...place });
    problems.push({
      ...place,
      code: 'E1102',
      message: `\`${sign}\` is not an operator here`,
      expected: `\`${operator}\``,
    });
  } else
    problems.push({
      ...place,
      code: 'E1101',
      message: `\`${sign}\` has no place in an expression`,
      expected: 'option names, `!`, `&`, `|`, `->`, `<->`, `if` and parentheses',
    });
  return sign.length;
}

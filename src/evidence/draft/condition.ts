// Turns a statement that depends on something into a conditional preference.
import type { Statement } from '../types/statement.ts';
import type { ReadWords } from './concept-words.ts';
import type { Literal } from './options.ts';
import { negated } from './options.ts';

/** A literal is preferred wherever another one holds: `prefers if when`. */
export interface Conditional {
  readonly prefers: Literal;
  readonly when: Literal;
}

type Connector = 'only' | 'unless' | 'if';

const connectors: readonly (readonly [RegExp, Connector])[] = [
  [
    /\b(?:only (?:if|when|after|once|with|on condition|in (?:return|exchange) for)|on (?:the )?condition|not before)\b/i,
    'only',
  ],
  [/\b(?:unless|until|till|before|without)\b/i, 'unless'],
  [
    /\b(?:if|provided|as (?:long|soon) as|once|after|when|in case|should|in (?:return|exchange) for)\b/i,
    'if',
  ],
];

const denial =
  /\b(?:not|no|never|cannot|neither|nor|refus\w+|reject\w*|oppos\w+|impossible|unacceptable)\b|n['’]t\b/i;

/**
 * "x only if y" is kept where y does not hold: `!x if !y`; "x unless y", "x until y", "x before y" are `x if !y`; "x if
 * y" stands as it is. A stance that is coded as conditional alone takes its sign from the kind and the words before
 * the condition.                                                                             Rule [DRA5].
 * @param meant - what support for the statement's concept means
 * @returns nothing where the words of the condition name no option, the same option, or could be read in two ways
 */
export function conditionalOf(
  statement: Statement,
  meant: Literal,
  read: ReadWords,
): Conditional | undefined {
  const { condition, stance } = statement;
  if (condition === null) return undefined;
  const connector = connectorOf(condition) ?? connectorOf(statement.text);
  const when = read(condition);
  if (connector === undefined || when === undefined || when.key === meant.key) return undefined;
  const isAgainst =
    typeof stance === 'number' ? stance < 0 : connector !== 'only' && isDenied(statement, condition);
  const isRefusal = statement.kind === 'refusal' || statement.kind === 'precondition';
  switch (connector) {
    case 'only':
      // "No sanctions relief but only if": a refusal with an exception; of anything else that is against, who knows.
      return isAgainst && !isRefusal ? undefined : { prefers: negated(meant), when: negated(when) };
    case 'unless':
      return { prefers: isAgainst ? negated(meant) : meant, when: negated(when) };
    case 'if':
      return { prefers: isAgainst ? negated(meant) : meant, when };
  }
}

function connectorOf(text: string): Connector | undefined {
  return connectors.find(([pattern]) => pattern.test(text))?.[1];
}

function isDenied({ kind, text }: Statement, condition: string): boolean {
  if (kind === 'refusal') return true;
  const place = text.indexOf(condition);
  return denial.test(place < 0 ? text : text.slice(0, place) + text.slice(place + condition.length));
}

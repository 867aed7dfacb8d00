// Says what names mean in one account: which decision makers, options and states it knows.
import type {
  DecisionMaker,
  Expression,
  NameResolver,
  Option,
  StateCondition,
  StateReference,
} from '../../model/index.ts';
import {
  isPattern,
  optionNames,
  parseExpression,
  parsePattern,
  parseStatePattern,
} from '../../model/index.ts';
import type { Condition } from './case-shape.ts';
import type { Reading } from './reading.ts';
import type { Word } from './shape.ts';

/** What an account, or the base, knows; graph form where `states` is given. */
export interface Scope {
  /** How a message names it. */
  readonly title: string;
  readonly decisionMakers: readonly DecisionMaker[];
  readonly recognised: ReadonlySet<string>;
  readonly options: readonly Option[];
  readonly keys: readonly string[];
  readonly names: NameResolver;
  /** The place of each state. */
  readonly states?: ReadonlyMap<string, number>;
}

/** @param all - the options of the case */
export function makeScope(
  title: string,
  decisionMakers: readonly DecisionMaker[],
  options: readonly Option[],
  all: readonly Option[],
  states: ReadonlyMap<string, number> | undefined,
  reading: Reading,
): Scope {
  return {
    title,
    decisionMakers,
    recognised: new Set(decisionMakers.map(({ id }) => id)),
    options,
    keys: options.map(({ key }) => key),
    names: optionNames(all, options, title, reading.suggest),
    ...(states === undefined ? {} : { states }),
  };
}

/** The key of the option that a text names. */
export function optionKey(name: Word, names: NameResolver, reading: Reading): string | undefined {
  const meaning = names(name.text);
  if ('key' in meaning) return meaning.key;
  const { code, message, ...more } = meaning;
  reading.report(code, name.range, message, more);
  return undefined;
}

/** The id that a text names, one of `known`; reports E1212 where it was named before. */
export function knownIds(
  names: readonly Word[],
  known: ReadonlySet<string>,
  unknown: (name: Word) => void,
  reading: Reading,
): readonly string[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    if (!known.has(name.text)) unknown(name);
    else if (seen.has(name.text)) listedTwice(name, reading);
    else {
      seen.add(name.text);
      return [name.text];
    }
    return [];
  });
}

export function listedTwice(name: Word, reading: Reading): void {
  reading.report('E1212', name.range, `\`${name.text}\` is listed twice`, { hint: 'keep one of the two' });
}

/** Reports a name that nothing has, with the nearest one that something has. */
export function reportUnknown(
  code: 'E1204' | 'E1206' | 'E1210' | 'E1211',
  what: string,
  name: Word,
  known: ReadonlySet<string>,
  reading: Reading,
): void {
  const near = reading.suggest(name.text, known);
  const listed = known.size > 0 && known.size <= 12 ? { expected: `one of ${[...known].join(', ')}` } : {};
  reading.report(code, name.range, `there is no ${what} \`${name.text}\``, {
    ...listed,
    ...(near === undefined ? {} : { nearest: near }),
  });
}

/** The decision maker that a text names, where the account recognises it. */
export function recognised(
  name: Word,
  scope: Scope,
  all: ReadonlySet<string>,
  reading: Reading,
): string | undefined {
  if (scope.recognised.has(name.text)) return name.text;
  if (all.has(name.text))
    reading.report('E1205', name.range, `${scope.title} does not recognise \`${name.text}\``, {
      hint: "add it to the account's `decisionMakers`, or leave this out",
    });
  else reportUnknown('E1204', 'decision maker', name, scope.recognised, reading);
  return undefined;
}

/** A formula, written as an expression or as a pattern of one letter for each option of the account. */
export function readFormula(value: Word, scope: Scope, reading: Reading): Expression | undefined {
  if (value.scalar?.anchor !== undefined && value.scalar.type === 'PLAIN')
    reading.report('E1011', value.range, 'an expression that begins with `&` must stand in quotes', {
      hint: 'an anchor may stand before a quoted expression',
    });
  // A leading & was reported where the value was read, with the whole as it should be.
  if (value.scalar?.type === 'PLAIN' && value.text.startsWith('&')) return undefined;
  // An option may have a name that looks like a pattern.
  const { value: formula, problems } =
    isPattern(value.text) && !('key' in scope.names(value.text))
      ? parsePattern(value.text, scope.keys)
      : parseExpression(value.text, scope.names);
  for (const problem of problems) reading.reportIn(value, problem);
  return formula;
}

/** A condition on states: a formula, or in graph form the ids of states. */
export function readCondition(
  { words, isList }: Condition,
  scope: Scope,
  reading: Reading,
): StateCondition | undefined {
  if (scope.states !== undefined)
    return { kind: 'names', names: words.flatMap((name) => stateName(name, scope, reading) ?? []) };
  const [first] = words;
  if (first === undefined || isList) {
    if (first !== undefined)
      reading.report('E1007', first.range, 'a list of states needs graph form', {
        expected: 'an expression over options, or a pattern',
      });
    return undefined;
  }
  const expression = readFormula(first, scope, reading);
  return expression && { kind: 'expression', expression };
}

/** The text of a condition as the file has it. */
export function textOf({ words }: Condition): string {
  return words.map(({ text }) => text).join(', ');
}

/** A single state: the list of the options taken, a pattern of Y and N, or in graph form its id. */
export function readState(
  { words, isList }: Condition,
  scope: Scope,
  reading: Reading,
): StateReference | undefined {
  const [first, second] = words;
  if (scope.states !== undefined) {
    if (second !== undefined || first === undefined) {
      if (second !== undefined)
        reading.report('E1007', second.range, 'this names one state', { expected: 'the id of a state' });
      return undefined;
    }
    const name = stateName(first, scope, reading);
    return name === undefined ? undefined : { kind: 'name', name, at: reading.placeOf(first.range) };
  }
  if (!isList) return first && readStatePattern(first, scope, reading);
  const seen = new Set<string>();
  for (const word of words) {
    const key = optionKey(word, scope.names, reading);
    if (key !== undefined && seen.has(key)) listedTwice(word, reading);
    if (key !== undefined) seen.add(key);
  }
  const taken = scope.keys.filter((key) => seen.has(key));
  const at = first && reading.placeOf([first.range[0], words.at(-1)?.range[1] ?? first.range[1]]);
  return { kind: 'options', taken, ...(at ? { at } : {}) };
}

/** A state as rankings name it: a pattern of Y and N, or in graph form its id. */
export function readRankedState(name: Word, scope: Scope, reading: Reading): StateReference | undefined {
  return readState({ words: [name], isList: false }, scope, reading);
}

function readStatePattern(name: Word, scope: Scope, reading: Reading): StateReference | undefined {
  const option = isPattern(name.text) ? undefined : scope.names(name.text);
  if (option !== undefined && ('key' in option || !/^[YN-]+$/i.test(name.text))) {
    reading.report('E1007', name.range, `\`${name.text}\` names no state`, {
      expected: `a pattern of ${scope.keys.length} letters Y and N`,
      ...('key' in option
        ? { hint: `write \`[${name.text}]\` for the state in which it alone is taken` }
        : {}),
    });
    return undefined;
  }
  const { value: taken, problems } = parseStatePattern(name.text, scope.keys);
  for (const problem of problems) reading.reportIn(name, problem);
  return taken && { kind: 'options', taken, at: reading.placeOf(name.range) };
}

/** The id of a state that a text names. */
export function stateName(name: Word, scope: Scope, reading: Reading): string | undefined {
  if (scope.states?.has(name.text)) return name.text;
  reportUnknown('E1210', 'state', name, new Set(scope.states?.keys()), reading);
  return undefined;
}

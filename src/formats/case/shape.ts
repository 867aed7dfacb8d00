// The small language in which the case file is described: each shape reads located values and gives its JSON Schema.
import type { Node, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Code } from '../../base/index.ts';
import type { Reading } from './reading.ts';
import type { Range } from './yaml-source.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Puts a schema among the named ones, once, and gives a reference to it. */
export type Define = (name: string, make: () => JsonSchema) => JsonSchema;

/**
 * A kind of value: what it is called, how it is read, how it is published. Reading reports every problem below a
 * value and gives what could be read all the same, so that one mistake does not hide another.
 */
export interface Shape<T> {
  readonly expects: string;
  /** @param what - how a message names the value, such as `` `options` `` */
  readonly read: (node: Node | undefined, reading: Reading, what: string) => T | undefined;
  readonly schema: (define: Define) => JsonSchema;
}

/** A text with the place of each of its letters. */
export interface Word {
  readonly text: string;
  readonly range: Range;
  readonly scalar?: Scalar;
}

export interface Entry<T> {
  readonly key: Word;
  readonly value: T | undefined;
}

export interface Field<T> {
  readonly shape: Shape<T>;
  readonly description: string;
  /** How it is reported where it is missing; an optional field is not. */
  readonly missing?: Code;
}

/** What was read of an object: missing or wrong fields are absent. */
export type Draft<F> = { readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never } & {
  readonly range: Range;
  /** Where each key that is known stands. */
  readonly keys: ReadonlyMap<string, Range>;
};

/** What a shape reads. */
export type Read<S> = S extends Shape<infer T> ? T : never;

export const required = <T>(shape: Shape<T>, description: string, missing: Code = 'E1009'): Field<T> => ({
  shape,
  description,
  missing,
});

export const optional = <T>(shape: Shape<T>, description: string): Field<T> => ({ shape, description });

/** A text with its place; a number is taken as it is written. */
export const word: Shape<Word> = textShape('a text', ['string', 'number']);

/** As `word`; `true` and `false` too are taken as they are written. */
export const formula: Shape<Word> = textShape('an expression or a pattern', ['string', 'number', 'boolean']);

/** A text without its place. */
export const prose: Shape<string> = as(word, ({ text }) => text);

export const amount: Shape<number> = {
  expects: 'a number',
  read: (node, reading, what) => {
    const scalar = scalarAt(node, reading, what, 'a number');
    if (typeof scalar?.value === 'number' && Number.isFinite(scalar.value)) return scalar.value;
    return reading.wrongKind(scalar, what, 'a number');
  },
  schema: () => ({ type: 'number' }),
};

export const flag: Shape<boolean> = {
  expects: '`true` or `false`',
  read: (node, reading, what) => {
    const scalar = scalarAt(node, reading, what, '`true` or `false`');
    if (typeof scalar?.value === 'boolean') return scalar.value;
    return reading.wrongKind(scalar, what, '`true` or `false`');
  },
  schema: () => ({ type: 'boolean' }),
};

/** One of a few words; a synonym stands for one of them. */
export function oneOf<const W extends string>(
  words: readonly W[],
  synonyms: Readonly<Record<string, W>> = {},
): Shape<W> {
  const expects =
    words.length === 1 ? `\`${words[0]}\`` : `one of ${words.map((w) => `\`${w}\``).join(', ')}`;
  return {
    expects,
    read: (node, reading, what) => {
      const found = word.read(node, reading, what);
      if (found === undefined) return undefined;
      const meant = words.find((w) => w === found.text) ?? synonyms[found.text];
      if (meant === undefined) {
        const near = reading.suggest(found.text, words);
        reading.report('E1008', found.range, `${what} cannot be \`${found.text}\``, {
          expected: expects,
          ...(near === undefined ? {} : { nearest: near }),
        });
      }
      return meant;
    },
    schema: () => ({ enum: [...words, ...Object.keys(synonyms)] }),
  };
}

/** A list, of which at least `least` entries are needed; an entry that cannot be read is left out. */
export function list<T>(entry: Shape<T>, expects: string, least = 0): Shape<readonly T[]> {
  return {
    expects,
    read: (node, reading, what) => {
      const seq = reading.enter(node, what);
      if (seq === undefined) return undefined;
      if (!isSeq(seq)) return reading.wrongKind(seq, what, expects);
      if (seq.items.length < least)
        reading.report('E1007', reading.rangeOf(seq), `${what} has ${seq.items.length} entries`, {
          expected: least === 1 ? 'at least one' : `at least ${least}`,
        });
      return (seq.items as Node[]).flatMap((item) => {
        const value = entry.read(item, reading, `an entry of ${what}`);
        return value === undefined ? [] : [value];
      });
    },
    schema: (define) => ({
      type: 'array',
      items: entry.schema(define),
      ...(least > 0 ? { minItems: least } : {}),
    }),
  };
}

/** A map from names that the author chooses. */
export function record<T>(value: Shape<T>, expects: string): Shape<readonly Entry<T>[]> {
  return {
    expects,
    read: (node, reading, what) => {
      const map = mapAt(node, reading, what, expects);
      return map === undefined
        ? undefined
        : entriesOf(map, reading).map(({ key, node: at }) => ({
            key,
            value: value.read(at, reading, `\`${key.text}\``),
          }));
    },
    schema: (define) => ({ type: 'object', additionalProperties: value.schema(define) }),
  };
}

/** A map with known keys. */
export function object<F extends Readonly<Record<string, Field<unknown>>>>(
  name: string,
  description: string,
  fields: F,
): Shape<Draft<F>> {
  const known = Object.keys(fields);
  const expects = `${description} (${known.join(', ')})`;
  const oneOfKnown = `one of ${known.join(', ')}`;
  return {
    expects,
    read: (node, reading, what) => {
      const map = mapAt(node, reading, what, expects);
      if (map === undefined) return undefined;
      const values: Record<string, unknown> = {};
      const keys = new Map<string, Range>();
      for (const { key, node: at } of entriesOf(map, reading)) {
        const field = Object.hasOwn(fields, key.text) ? fields[key.text] : undefined;
        if (field === undefined) {
          const near = reading.suggest(key.text, known);
          reading.report('E1005', key.range, `\`${key.text}\` is no key of ${description}`, {
            expected: oneOfKnown,
            ...(near === undefined ? {} : { nearest: near }),
          });
          continue;
        }
        keys.set(key.text, key.range);
        const value = field.shape.read(at, reading, `\`${key.text}\``);
        if (value !== undefined) values[key.text] = value;
      }
      for (const [key, field] of Object.entries(fields))
        if (field.missing !== undefined && !keys.has(key))
          reading.report(field.missing, reading.headOf(map), `${description} lacks \`${key}\``, {
            expected: `\`${key}\`: ${field.shape.expects}`,
          });
      return { ...values, range: reading.rangeOf(map), keys } as unknown as Draft<F>;
    },
    schema: (define) =>
      define(name, () => {
        const needed = known.filter((key) => fields[key]?.missing !== undefined);
        return {
          type: 'object',
          description: sentence(description),
          properties: Object.fromEntries(
            Object.entries(fields).map(([key, field]) => [key, described(field, define)]),
          ),
          ...(needed.length > 0 ? { required: needed } : {}),
          additionalProperties: false,
        };
      }),
  };
}

/** A value that may be a text, a list or a map, each read in its own way. */
export function byKind<A = never, B = never, C = never>(
  expects: string,
  kinds: { readonly text?: Shape<A>; readonly list?: Shape<B>; readonly map?: Shape<C> },
): Shape<A | B | C> {
  return {
    expects,
    read: (node, reading, what): A | B | C | undefined => {
      const found = reading.enter(node, what);
      if (found === undefined) return undefined;
      const shape = isSeq(found) ? kinds.list : isMap(found) ? kinds.map : kinds.text;
      return shape === undefined || (isScalar(found) && found.value === null)
        ? reading.wrongKind(found, what, expects)
        : shape.read(found, reading, what);
    },
    schema: (define) => ({
      anyOf: [kinds.text, kinds.list, kinds.map].flatMap((shape) => shape?.schema(define) ?? []),
    }),
  };
}

/** The same shape, its values turned into others. */
export function as<T, U>(shape: Shape<T>, turn: (value: T) => U): Shape<U> {
  return {
    ...shape,
    read: (node, reading, what) => {
      const value = shape.read(node, reading, what);
      return value === undefined ? undefined : turn(value);
    },
  };
}

function textShape(expects: string, types: readonly ('string' | 'number' | 'boolean')[]): Shape<Word> {
  return {
    expects,
    read: (node, reading, what) => {
      const scalar = scalarAt(node, reading, what, expects);
      if (scalar === undefined) return undefined;
      return types.some((type) => typeof scalar.value === type)
        ? reading.wordOf(scalar)
        : reading.wrongKind(scalar, what, expects);
    },
    schema: () => ({ type: types }),
  };
}

function scalarAt(
  node: Node | undefined,
  reading: Reading,
  what: string,
  expects: string,
): Scalar | undefined {
  const found = reading.enter(node, what);
  if (found === undefined || isScalar(found)) return found;
  return reading.wrongKind(found, what, expects);
}

function mapAt(node: Node | undefined, reading: Reading, what: string, expects: string): YAMLMap | undefined {
  const found = reading.enter(node, what);
  if (found === undefined || isMap(found)) return found;
  return reading.wrongKind(found, what, expects);
}

/** The entries of a map, the first one of each key. */
function entriesOf(map: YAMLMap, reading: Reading): { readonly key: Word; readonly node: Node }[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key: keyNode, value }) => {
    const key = reading.enter(keyNode as Node, 'a key');
    if (key === undefined) return [];
    if (!isScalar(key) || key.value === null) return reading.wrongKind(key, 'a key', 'a text') ?? [];
    const found = reading.wordOf(key);
    if (seen.has(found.text)) {
      reading.report('E1006', found.range, `\`${found.text}\` stands twice in one map`, {
        hint: 'keep one of the two',
      });
      return [];
    }
    seen.add(found.text);
    return [{ key: found, node: (value ?? emptyAt(key)) as Node }];
  });
}

/** The schema of a field; beside a reference nothing else counts, so that it is wrapped. */
function described({ shape, description }: Field<unknown>, define: Define): JsonSchema {
  const schema = shape.schema(define);
  return '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema };
}

/** What `{ key }` and `? key` hold: nothing, at the place of the key. */
function emptyAt(key: Scalar): Scalar {
  const empty = new Scalar(null);
  if (key.range) empty.range = key.range;
  return empty;
}

function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

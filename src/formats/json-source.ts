// Reads a JSON text into values that know where they stand, or says where it stops being JSON.
import type { Diagnostic, Outcome, Place } from '../base/index.ts';
import { diagnostic, placesIn } from '../base/index.ts';

/** A JSON value, `start` and `end` its offsets in the text, end exclusive. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly JsonNode[] }
  /** The last value of each key, as JSON readers take it; a map, so that no key is special. */
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, JsonNode> }
);

/** A text that was read, and how an offset in it leads to a line and a column. */
export interface JsonSource {
  readonly root: JsonNode;
  readonly place: (start: number, end: number) => Place;
}

/** How much of a file is read. */
export const jsonLimits = { size: 8_000_000, depth: 64, values: 1_000_000 } as const;

/** Where reading stopped, and why. */
class Stop extends Error {
  readonly start: number;
  readonly code: 'E4001' | 'E4003';

  constructor(start: number, message: string, code: 'E4001' | 'E4003' = 'E4001') {
    super(message);
    this.start = start;
    this.code = code;
  }
}

/**
 * Reads a JSON text.
 *
 * Errors: E4001 it is not JSON, E4003 it is larger or deeper than is read. Never throws.              Rule [GMC1].
 * @param text - decoded from UTF-8; a byte-order mark is passed over
 * @complexity O(length)
 * @source RFC 8259.
 */
export function readJson(text: string, uri: string): Outcome<JsonSource> {
  const place = placesIn(text, uri);
  const failure = (problem: Stop): Diagnostic => {
    const end = Math.min(text.length, problem.start + 1);
    return diagnostic(problem.code, problem.message, { at: place(Math.min(problem.start, end), end) });
  };
  try {
    if (text.length > jsonLimits.size) {
      throw new Stop(0, `the file has ${text.length} characters; ${jsonLimits.size} are read`, 'E4003');
    }
    return { value: { root: parse(text), place }, diagnostics: [] };
  } catch (problem) {
    if (problem instanceof Stop) return { diagnostics: [failure(problem)] };
    throw problem;
  }
}

const literals = { true: true, false: false, null: null } as const;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literalPattern = /true|false|null/y;
const spacePattern = /[ \t\n\r]*/y;

function parse(text: string): JsonNode {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let values = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (): void => {
    match(spacePattern);
  };
  const found = (): string =>
    at >= text.length
      ? 'the file ends'
      : `\`${String.fromCodePoint(text.codePointAt(at) as number)}\` stands`;
  const expect = (sign: string): void => {
    skip();
    if (text[at] !== sign) throw new Stop(at, `this is not JSON: ${found()} where \`${sign}\` was expected`);
    at += 1;
  };

  /** What stands between brackets, separated by commas. */
  const entries = (close: string, read: () => void): void => {
    at += 1;
    skip();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (;;) {
      read();
      skip();
      if (text[at] === close) break;
      if (text[at] !== ',')
        throw new Stop(at, `this is not JSON: ${found()} where \`,\` or \`${close}\` was expected`);
      at += 1;
    }
    at += 1;
  };

  const string = (): string => {
    skip();
    const start = at;
    if (text[at] !== '"')
      throw new Stop(at, `this is not JSON: ${found()} where a text in double quotes was expected`);
    at += 1;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    if (at >= text.length) throw new Stop(start, 'this is not JSON: the text that begins here is not closed');
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      throw new Stop(
        start,
        'this is not JSON: the text that begins here holds a line break or an unknown escape',
      );
    }
  };

  const value = (depth: number): JsonNode => {
    skip();
    const start = at;
    values += 1;
    if (values > jsonLimits.values) throw new Stop(start, `more than ${jsonLimits.values} values`, 'E4003');
    if (depth > jsonLimits.depth)
      throw new Stop(start, `the file is nested deeper than ${jsonLimits.depth} levels`, 'E4003');
    switch (text[at]) {
      case '{': {
        const map = new Map<string, JsonNode>();
        entries('}', () => {
          const key = string();
          expect(':');
          map.set(key, value(depth + 1));
        });
        return { kind: 'map', entries: map, start, end: at };
      }
      case '[': {
        const items: JsonNode[] = [];
        entries(']', () => items.push(value(depth + 1)));
        return { kind: 'list', items, start, end: at };
      }
      case '"':
        return { kind: 'text', value: string(), start, end: at };
      default: {
        const word = match(literalPattern);
        if (word !== undefined) {
          const literal = literals[word as keyof typeof literals];
          return literal === null
            ? { kind: 'null', start, end: at }
            : { kind: 'boolean', value: literal, start, end: at };
        }
        const digits = match(numberPattern);
        if (digits === undefined)
          throw new Stop(at, `this is not JSON: ${found()} where a value was expected`);
        return { kind: 'number', value: Number(digits), start, end: at };
      }
    }
  };

  const root = value(0);
  skip();
  if (at < text.length) throw new Stop(at, `this is not JSON: ${found()} after the end of the value`);
  return root;
}

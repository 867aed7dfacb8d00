// Looks over a YAML text before it is parsed: that it is bounded, and where an expression passes for a tag or an
// anchor.
import { Lexer } from 'yaml';

/** How much of a file is read. */
export interface ReadLimits {
  /** UTF-16 units in a file. */
  readonly size: number;
  /** Collections inside each other. */
  readonly depth: number;
  /** Tokens of a file. */
  readonly tokens: number;
  readonly aliases: number;
  /** Values that are read, those behind an alias each time anew. */
  readonly values: number;
  /** Diagnostics that are given. */
  readonly diagnostics: number;
}

/** Far more than any case made by hand; a file up to these limits is read or refused within two seconds. */
export const defaultReadLimits: ReadLimits = {
  size: 5_000_000,
  depth: 100,
  tokens: 500_000,
  aliases: 1_000,
  values: 200_000,
  diagnostics: 100,
};

/** What is too much, with the place where it becomes so; or where the unquoted `!` and `&` stand. */
export interface Scan {
  readonly tooMuch?: { readonly offset: number; readonly message: string };
  /** Where a second document begins. */
  readonly second?: number;
  /** Offsets of a `!` or `&` that begins a value and is no standard tag and no anchor that an alias refers to. */
  readonly unquoted: readonly number[];
  readonly hasAliases: boolean;
}

/** What the lexer puts between the tokens of the text: a document begins, a scalar follows, flow breaks off. */
const [documentMark, scalarMark, errorMark] = ['\x02', '\x1f', '\x18'];
const standardTag = /^!!(str|int|float|bool|null|map|seq)$/;

/**
 * Scans a text, token by token and without recursion.
 * @complexity O(length) up to the token limit
 */
export function scanYaml(text: string, limits: ReadLimits): Scan {
  const unquoted: number[] = [];
  const anchors: { readonly name: string; readonly offset: number }[] = [];
  const aliases = new Set<string>();
  const meter = depthMeter();
  let [offset, tokens, aliasCount] = [0, 0, 0];
  let [isBegun, isEnded] = [false, false];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    const isScalar = before === scalarMark || token.startsWith('"') || token.startsWith("'");
    before = token;
    if (token === documentMark || token === scalarMark || token === errorMark) continue;
    if (!isScalar && (token === '---' || token === '...')) {
      if (isBegun && token === '---') return { second: offset, unquoted, hasAliases: aliasCount > 0 };
      if (token === '...') isEnded = true;
      else isBegun = true;
    } else if (isScalar || !/^[\s#%]/.test(token)) {
      if (isEnded && isBegun) return { second: offset, unquoted, hasAliases: aliasCount > 0 };
      isBegun = true;
    }
    tokens += 1;
    if (!isScalar && token.startsWith('!') && !standardTag.test(token)) unquoted.push(offset);
    if (!isScalar && token.startsWith('&')) anchors.push({ name: token.slice(1), offset });
    if (!isScalar && token.startsWith('*')) {
      aliases.add(token.slice(1));
      aliasCount += 1;
    }
    meter.pass(token, isScalar);
    const [most, what] =
      tokens > limits.tokens
        ? [limits.tokens, 'parts']
        : aliasCount > limits.aliases
          ? [limits.aliases, 'aliases']
          : meter.depth() > limits.depth
            ? [limits.depth, 'collections inside each other']
            : meter.strays() > limits.diagnostics
              ? [limits.diagnostics, 'brackets that close nothing']
              : [0, undefined];
    if (what !== undefined)
      return {
        tooMuch: { offset, message: `the file has more than ${most} ${what}` },
        unquoted,
        hasAliases: false,
      };
    offset += token.length;
  }
  for (const { name, offset: at } of anchors)
    if (!aliases.has(name) && !/^[ \t]*(#.*)?(\r?\n|$)/.test(text.slice(at + 1 + name.length, at + 500)))
      unquoted.push(at);
  return { unquoted, hasAliases: aliasCount > 0 };
}

/** Follows how deep collections stand inside each other; never too low a number. */
function depthMeter(): {
  readonly pass: (token: string, isScalar: boolean) => void;
  readonly depth: () => number;
  readonly strays: () => number;
} {
  const columns: number[] = [];
  let [flow, column, strays] = [0, 0, 0];
  return {
    pass: (token, isScalar) => {
      if (!isScalar && (token === '[' || token === '{')) flow += 1;
      else if (!isScalar && (token === ']' || token === '}')) {
        if (flow === 0) strays += 1;
        else flow -= 1;
      } else if (flow === 0 && (isScalar || !/^[ \t\r\n#]/.test(token))) {
        while (columns.length > 0 && (columns.at(-1) as number) >= column) columns.pop();
        columns.push(column);
      }
      const lineEnd = token.lastIndexOf('\n');
      column = lineEnd < 0 ? column + token.length : token.length - lineEnd - 1;
    },
    depth: () => flow + columns.length,
    strays: () => strays,
  };
}

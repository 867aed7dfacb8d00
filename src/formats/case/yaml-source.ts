// Opens a YAML text as one tree of nodes with places, or says why it is none.
import type { Document, Node } from 'yaml';
import { isAlias, isCollection, parseDocument, visit } from 'yaml';
import type { Code, Diagnostic, Outcome, Place } from '../../base/index.ts';
import { diagnostic, placesIn } from '../../base/index.ts';
import type { ReadLimits } from './yaml-scan.ts';
import { scanYaml } from './yaml-scan.ts';

/** Offsets into a text, end exclusive. */
export type Range = readonly [start: number, end: number];

/** A text that was opened: its tree, and how places and values lead back to it. */
export interface YamlSource {
  /** Without a byte-order mark; offsets count from here. */
  readonly text: string;
  readonly root: Node;
  readonly place: (range: Range) => Place;
  /** The text of a value with every `!` and `&` as the file has them. */
  readonly plain: (value: string) => string;
  /** What an alias stands for; any other node stands for itself. */
  readonly target: (node: Node) => Node | undefined;
}

/** What the library calls a mistake, and the way out where it is not plain from its words. */
const hints: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'put quotes round a text that holds `: `',
  TAB_AS_INDENT: 'indent with spaces',
  UNEXPECTED_TOKEN: 'where part of a text is quoted, put quotes round the whole',
  MISSING_CHAR: "close what was opened; a quote inside a quoted text is doubled ('') or escaped (\\\")",
  BAD_INDENT: 'what belongs together is indented alike',
  MULTILINE_IMPLICIT_KEY: 'a key stands on one line, followed by `: `',
  BAD_SCALAR_START: 'put quotes round a text that begins with a special character',
};

/**
 * Opens a text. A `!` or `&` that begins a value without quotes is kept as a letter of the value, never taken as a
 * tag or an anchor (rule [CAS3]).
 * @complexity O(length), bounded by the limits
 */
export function openYaml(given: string, uri: string, limits: ReadLimits): Outcome<YamlSource> {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const place = placesOfRanges(text, uri);
  const problem = (code: Code, range: Range, message: string, hint?: string): Outcome<YamlSource> => ({
    diagnostics: [diagnostic(code, message, { at: place(range), ...(hint === undefined ? {} : { hint }) })],
  });
  if (text.length > limits.size)
    return problem('E1003', [0, 0], `the file has ${text.length} characters; ${limits.size} are read`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const stray = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFD\uFFFE\uFFFF]/.exec(text)?.index;
  if (stray !== undefined)
    return problem(
      'E1002',
      [stray, stray + 1],
      'this is no text in UTF-8',
      'save the file as plain text in UTF-8',
    );

  const scan = scanYaml(text, limits);
  if (scan.tooMuch !== undefined)
    return problem('E1003', [scan.tooMuch.offset, scan.tooMuch.offset + 1], scan.tooMuch.message);
  if (scan.second !== undefined)
    return problem(
      'E1002',
      [scan.second, scan.second + 1],
      'the file holds several YAML documents',
      'one case is one document: remove the `---`',
    );
  const mask = maskFor(text);
  const document = parse(mask.hide(text, scan.unquoted));
  if (document === undefined) return problem('E1003', [0, 0], 'the file is nested too deep');
  const diagnostics = syntaxErrors(document, text, place);
  const root = document.contents;
  if (root === null)
    return diagnostics.length > 0
      ? { diagnostics }
      : problem('E1002', [0, 0], 'the file is empty', 'begin with `impasse: 1`');
  return {
    value: {
      text,
      root,
      place,
      plain: mask.show,
      target: scan.hasAliases ? targetsIn(document) : (node) => node,
    },
    diagnostics,
  };
}

function parse(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  } catch (error) {
    // The scan bounds the depth; this holds should the library use more of the stack than it does now.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** One diagnostic for each line that the library could not read, since one mistake leads it to report several. */
function syntaxErrors(document: Document.Parsed, text: string, place: (range: Range) => Place): Diagnostic[] {
  const lines = new Set<number>();
  return [...document.errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .flatMap(({ pos, code, message }) => {
      const start = Math.min(pos[0], text.length);
      const at = place([start, Math.min(Math.max(pos[1], start), text.length)]);
      if (lines.has(at.start.line)) return [];
      lines.add(at.start.line);
      const hint = hints[code];
      return [
        diagnostic('E1001', `this is not YAML: ${message}`, { at, ...(hint === undefined ? {} : { hint }) }),
      ];
    });
}

/** Stand-ins for `!` and `&`, of one unit each so that offsets stay, and not used in the text. */
function maskFor(text: string): {
  readonly hide: (text: string, offsets: readonly number[]) => string;
  readonly show: (value: string) => string;
} {
  let unit = 0xe000;
  const unused = (): string => {
    while (text.includes(String.fromCharCode(unit))) unit += 1;
    unit += 1;
    return String.fromCharCode(unit - 1);
  };
  const [bang, ampersand] = [unused(), unused()];
  return {
    hide: (source, offsets) => {
      if (offsets.length === 0) return source;
      let hidden = '';
      let done = 0;
      for (const offset of [...offsets].sort((a, b) => a - b)) {
        hidden += source.slice(done, offset) + (source[offset] === '!' ? bang : ampersand);
        done = offset + 1;
      }
      return hidden + source.slice(done);
    },
    show: (value) => value.replaceAll(bang, '!').replaceAll(ampersand, '&'),
  };
}

/** Aliases lead to the nearest anchor of their name above them. */
function targetsIn(document: Document): (node: Node) => Node | undefined {
  const anchors = new Map<string, Node>();
  const targets = new Map<Node, Node | undefined>();
  visit(document, {
    Alias: (_, alias) => {
      targets.set(alias, anchors.get(alias.source));
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return (node) => {
    const found = isAlias(node) ? targets.get(node) : node;
    // A collection that holds an alias to itself has no end.
    return found !== node && isCollection(found) && within(node, found) ? undefined : found;
  };
}

function within(inner: Node, outer: Node): boolean {
  const [start, , end] = outer.range ?? [0, 0, 0];
  const at = inner.range?.[0] ?? -1;
  return at >= start && at < end;
}

/** Places of ranges, as the YAML library gives them; it ends lines at line feeds. */
function placesOfRanges(text: string, uri: string): (range: Range) => Place {
  const place = placesIn(text, uri, /\n/g);
  return ([start, end]) => place(start, end);
}

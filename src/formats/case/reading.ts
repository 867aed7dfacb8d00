// Keeps what the reading of one file needs: the text, the problems found so far, and how much was read.
import type { Node, Scalar } from 'yaml';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Code, Diagnostic, Place } from '../../base/index.ts';
import { diagnostic, nearest } from '../../base/index.ts';
import type { TextProblem } from '../../model/index.ts';
import { rangeWithin } from './scalar-offsets.ts';
import type { Word } from './shape.ts';
import type { ReadLimits } from './yaml-scan.ts';
import type { Range, YamlSource } from './yaml-source.ts';

/** What a diagnostic may carry beside its message. */
export type More = Pick<Diagnostic, 'expected' | 'nearest' | 'hint'>;

export interface Reading {
  readonly report: (code: Code, range: Range, message: string, more?: More) => void;
  /** Reports a problem at the letters of a value that it concerns. */
  readonly reportIn: (value: Word, problem: TextProblem) => void;
  readonly placeOf: (range: Range) => Place;
  readonly rangeOf: (node: Node) => Range;
  /** Where a collection begins: its first key, or its bracket. */
  readonly headOf: (node: Node) => Range;
  /** The node itself or what it is an alias of; nothing, and a report, where that is missing or too much was read. */
  readonly enter: (node: Node | undefined, what: string) => Node | undefined;
  readonly wordOf: (scalar: Scalar) => Word;
  /** Reports a value of the wrong kind; always gives nothing. */
  readonly wrongKind: (node: Node | undefined, what: string, expected: string) => undefined;
  /** The name that was meant; for the first few hundred names that are wrong. */
  readonly suggest: (name: string, candidates: Iterable<string>) => string | undefined;
  readonly diagnostics: () => readonly Diagnostic[];
}

/** Begins the reading of an opened text. */
export function startReading(source: YamlSource, limits: ReadLimits): Reading {
  const found: Diagnostic[] = [];
  const reported = new Set<string>();
  let values = 0;
  let suggestions = 0;

  const rangeOf = (node: Node): Range => {
    const [start, end] = node.range ?? [0, 0];
    return [start, Math.max(start, end)];
  };

  const report: Reading['report'] = (code, range, message, more = {}) => {
    if (found.length >= 10 * limits.diagnostics) return;
    // Read through several aliases or by several heirs, a mistake is still one.
    const id = `${code} ${range[0]} ${range[1]} ${message}`;
    if (reported.has(id)) return;
    reported.add(id);
    found.push(diagnostic(code, message, { at: source.place(range), ...more }));
  };

  const mustBeQuoted = (scalar: Scalar, text: string): void => {
    const [start, end] = rangeOf(scalar);
    report('E1011', [start, end], `a text that begins with \`${text[0]}\` must stand in quotes`, {
      hint: `write ${quoted(text)}`,
    });
  };
  const isUnquoted = (scalar: Scalar): boolean => {
    const value = String(scalar.source ?? '');
    return source.plain(value)[0] !== value[0];
  };

  return {
    report,
    reportIn: (value, { start, end, code, message, ...more }) => {
      const range = value.scalar ? rangeWithin(value.scalar, source.text, start, end) : value.range;
      report(code, range, message, more);
    },
    placeOf: source.place,
    rangeOf,
    headOf: (node) => {
      const first = isMap(node) ? (node.items[0]?.key as Node | undefined) : undefined;
      const [start, end] = rangeOf(first ?? node);
      return [start, first ? end : Math.min(start + 1, end)];
    },
    enter: (node, what) => {
      values += 1;
      if (values > limits.values) {
        if (values === limits.values + 1)
          report(
            'E1003',
            node ? rangeOf(node) : [0, 0],
            `aliases make this more than ${limits.values} values`,
          );
        return undefined;
      }
      if (node === undefined) return undefined;
      const target = source.target(node);
      if (target === undefined)
        report('E1001', rangeOf(node), `${what} is an alias of nothing that ends above it`, {
          hint: 'put quotes round a text that begins with `*`',
        });
      return target;
    },
    wordOf: (scalar) => {
      const value = String(scalar.source ?? scalar.value);
      const text = source.plain(value);
      if (isUnquoted(scalar)) mustBeQuoted(scalar, text);
      return { text, range: rangeOf(scalar), scalar };
    },
    wrongKind: (node, what, expected) => {
      if (node === undefined) return undefined;
      if (isScalar(node) && isUnquoted(node)) mustBeQuoted(node, source.plain(String(node.source)));
      else report('E1007', rangeOf(node), `${what} is ${kindOf(node)}`, { expected });
      return undefined;
    },
    suggest: (name, candidates) => {
      suggestions += 1;
      return suggestions > 2 * limits.diagnostics ? undefined : nearest(name, candidates);
    },
    diagnostics: () => found,
  };
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 59)}…` : line);
}

function kindOf(node: Node): string {
  if (isSeq(node)) return 'a list';
  if (isMap(node)) return 'a map';
  const value = isScalar(node) ? node.value : undefined;
  if (value === null || value === undefined || value === '') return 'empty';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : `\`${String(value)}\``;
}

// Throws broken case files at the reader and watches that it neither falls over nor gives up without saying why.
import type { Diagnostic, Random } from '../../src/base/index.ts';
import { hasErrors, mulberry32 } from '../../src/base/index.ts';
import { readCase, renderDiagnostic, writeCase } from '../../src/formats/index.ts';
import { conflictOf } from '../../src/model/index.ts';
import { repositoryFiles, textOf } from '../support/repository.ts';

/** What a run of the fuzzer found. */
export interface FuzzReport {
  readonly files: number;
  /** Files that were read as a case. */
  readonly cases: number;
  /** How often each code came up. */
  readonly codes: ReadonlyMap<string, number>;
  /** The longest time that one file took, in milliseconds. */
  readonly slowest: number;
  readonly failures: readonly string[];
}

/** No file may take longer, in milliseconds. */
const patience = 2_000;
/** Larger seeds take their turn less often, so that a run has many files. */
const largeSeed = 20_000;

/**
 * Reads mutated case files until `isDone` says so, or the first few have failed.
 * @param seed - the same seed gives the same files
 * @param now - milliseconds, from any beginning
 */
export function fuzzCases(seed: number, isDone: (files: number) => boolean, now: () => number): FuzzReport {
  const random = mulberry32(seed);
  const seeds = repositoryFiles()
    .filter((path) => /^cases\/.*\/case\.yaml$|^tests\/fixtures\/case\/.*\.yaml$/.test(path))
    .map(textOf);
  const [small, large] = [seeds.filter(isSmall), seeds.filter((text) => !isSmall(text))];
  const codes = new Map<string, number>();
  const failures: string[] = [];
  let [files, cases, slowest] = [0, 0, 0];
  for (; !isDone(files) && failures.length < 3; files += 1) {
    const pool = large.length > 0 && random() < 0.003 ? large : small;
    const text = mutated(pick(pool, random), seeds, random);
    const start = now();
    let problem: string | undefined;
    try {
      const { value, diagnostics } = readCase(text);
      for (const { code } of diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1);
      if (value !== undefined) cases += 1;
      problem = wrongWith(text, value, diagnostics);
    } catch (error) {
      problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const time = now() - start;
    slowest = Math.max(slowest, time);
    if (time > patience) problem = `took ${Math.round(time)} ms`;
    if (problem !== undefined)
      failures.push(`seed ${seed}, file ${files}: ${problem}\n${text.slice(0, 4_000)}`);
  }
  return { files, cases, codes, slowest, failures };
}

function isSmall(text: string): boolean {
  return text.length <= largeSeed;
}

/** What the reader promises of every text, and does not keep for this one. */
function wrongWith(
  text: string,
  value: ReturnType<typeof readCase>['value'],
  diagnostics: readonly Diagnostic[],
): string | undefined {
  const length = text.startsWith('\uFEFF') ? text.length - 1 : text.length;
  if ((value === undefined) !== hasErrors(diagnostics)) return 'a case with errors, or none without';
  for (const one of diagnostics) {
    const { start, end } = one.at ?? {};
    if (start === undefined || end === undefined) return `${one.code} without a place`;
    if (!(start.offset >= 0 && start.offset <= end.offset && end.offset <= length))
      return `${one.code} out of place`;
    if (one.message === '' || /undefined|\[object/.test(one.message))
      return `${one.code} says "${one.message}"`;
  }
  for (const one of diagnostics.slice(0, 5)) renderDiagnostic(one, text, { color: false });
  if (value === undefined) return undefined;
  if (readCase(writeCase(value)).value === undefined) return 'what is written cannot be read';
  for (const account of value.accounts) conflictOf(account, { states: 2 ** 12, moves: 2 ** 16 });
  return undefined;
}

function mutated(text: string, others: readonly string[], random: Random): string {
  let result = text;
  for (let round = 1 + Math.floor(random() ** 3 * 4); round > 0; round -= 1)
    result = pick(mutations, random)(result, random, others);
  return result;
}

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

const oddities = [
  '!',
  '&',
  '*',
  '|',
  '>',
  '-',
  '- ',
  '? ',
  ': ',
  ':',
  '#',
  ' #',
  ',',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '\\',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\u001B',
  '\uFEFF',
  '\u2028',
  '\uD800',
  '💥',
  '\uE000',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '<<: ',
  '!!str ',
  '!!binary ',
  '&a ',
  '*a',
  '~',
  'null',
  'true',
  'if',
  ' if ',
  'iff',
  ' -> ',
  '&&',
  '||',
  '(',
  ')',
  'YN-',
  'YYYYYYYY',
  '0x10',
  '1e999',
  '.nan',
  '__proto__',
  'constructor',
  '-0',
  '9'.repeat(30),
  'x'.repeat(300),
];

const mutations: readonly Mutation[] = [
  // A byte of another value.
  (text, random) => {
    const bytes = new TextEncoder().encode(text);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return new TextDecoder().decode(bytes);
  },
  // A letter or a sign put in, or in place of another.
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + pick(oddities, random) + text.slice(at + Math.floor(random() * 2));
  },
  // A stretch cut out.
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at + Math.floor(random() ** 3 * 200));
  },
  // The end cut off.
  (text, random) => text.slice(0, place(text, random)),
  // A line left out, doubled, moved, or set further in or out.
  (text, random) => {
    const lines = text.split('\n');
    const at = Math.floor(random() * lines.length);
    const line = lines[at] ?? '';
    const kind = Math.floor(random() * 5);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, line);
    else if (kind === 2) lines.splice(Math.floor(random() * lines.length), 0, ...lines.splice(at, 1));
    else lines[at] = kind === 3 ? ` ${line}` : line.replace(/^ {1,2}/, '');
    return lines.join('\n');
  },
  // Two words of the file exchanged.
  (text, random) => {
    const words = [...text.matchAll(/[\w-]+/g)];
    const [one, other] = [pick(words, random), pick(words, random)].sort(
      (a, b) => (a?.index ?? 0) - (b?.index ?? 0),
    );
    if (one === undefined || other === undefined || one.index + one[0].length > other.index) return text;
    const between = text.slice(one.index + one[0].length, other.index);
    return text.slice(0, one.index) + other[0] + between + one[0] + text.slice(other.index + other[0].length);
  },
  // A word misspelt.
  (text, random) => {
    const word = pick([...text.matchAll(/\w{3,}/g)], random);
    if (word === undefined) return text;
    const at = word.index + Math.floor(random() * word[0].length);
    return text.slice(0, at) + text.slice(at + 1);
  },
  // A stretch of another case.
  (text, random, others) => {
    const other = pick(others, random);
    const from = place(other, random);
    const at = place(text, random);
    return text.slice(0, at) + other.slice(from, from + Math.floor(random() * 300)) + text.slice(at);
  },
  // Nesting without end, in one of its forms.
  (text, random) => {
    const times = 2 ** Math.floor(random() * 14);
    const bomb = pick(['[', '{a: ', '- ', '? ', '(', '!', '"', '[[', '!(', "- '", ']', ' '], random).repeat(
      times,
    );
    const at = place(text, random);
    return text.slice(0, at) + bomb + text.slice(at);
  },
  // Aliases of aliases.
  (text, random) => {
    const levels = 2 + Math.floor(random() * 8);
    const wide = 1 + Math.floor(random() * 12);
    const lines = ['x0: &x0 [a, b]'];
    for (let level = 1; level < levels; level += 1)
      lines.push(
        `x${level}: &x${level} [${Array(wide)
          .fill(`*x${level - 1}`)
          .join(', ')}]`,
      );
    const key = pick(['decisionMakers', 'accounts', 'sources', 'statusQuo', 'infeasible', 'facts'], random);
    return `${lines.join('\n')}\n${text.replace(new RegExp(`^${key}:`, 'm'), `${key}: *x${levels - 1}\n${key}2:`)}`;
  },
  // YAML that nobody meant.
  (text, random) => {
    const line = (): string =>
      ' '.repeat(Math.floor(random() * 6)) +
      Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
        random() < 0.5 ? pick(oddities, random) : pick(text.split(/\s+/), random),
      ).join(random() < 0.5 ? ' ' : '');
    return Array.from({ length: 1 + Math.floor(random() * 12) }, line).join('\n');
  },
  // Other ends of lines.
  (text, random) => text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', '\n\t'], random)),
];

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

function place(text: string, random: Random): number {
  return Math.floor(random() * (text.length + 1));
}

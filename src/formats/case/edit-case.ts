// Changes parts of a case file and leaves the rest of its text, comments and order as they are.
import { isCollection, isNode, parseDocument } from 'yaml';
import type { Code, Outcome } from '../../base/index.ts';
import { readCase } from './read-case.ts';

/** What to put at a path of keys and places (from 0), or, without a value, what to take away. */
export interface CaseChange {
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/**
 * The text of a case file with changes made, one after the other. Rule [CAS23].
 *
 * A value that is there is replaced in place, and every other letter of the file stays. What is added or taken away
 * makes the library lay out the file anew: comments, order and quotes stay, spaces and line breaks may not.
 * @param text - a file that is YAML throughout; otherwise its problems come back
 * @throws TypeError if a path leads into a text or a number
 * @complexity O(length · changes)
 */
export function editCase(text: string, changes: readonly CaseChange[], uri = 'case.yaml'): Outcome<string> {
  const problems = readCase(text, { uri }).diagnostics.filter(({ code }) => unsound.includes(code));
  if (problems.length > 0) return { diagnostics: problems };
  return { value: changes.reduce(change, text.replace(/^\uFEFF/, '')), diagnostics: [] };
}

/** What keeps a text from being the YAML that its author meant; other problems an edit may cure. */
const unsound: readonly Code[] = ['E1001', 'E1002', 'E1003', 'E1011'];

function change(text: string, { path, value }: CaseChange): string {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  const there = document.getIn(path, true);
  if (value !== undefined && isNode(there) && there.range && path.length > 0) {
    const [start, end] = there.range;
    const old = text.slice(start, end);
    // A block ends with the break of its last line, and with the comments below it, which stay.
    const kept = (isCollection(there) ? old.trimEnd() : old.replace(/\r?\n$/, '')).length;
    const isBlock = isCollection(there) && there.flow !== true;
    return before(text.slice(0, start), isBlock) + inline(value) + text.slice(start + kept);
  }
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}

/** What stands before a value; one that was a block joins the line of its key, or at least stands further in. */
function before(text: string, isBlock: boolean): string {
  if (!isBlock) return text;
  const joined = /(?<=^|\n)([^#\n]*:)[ \t]*\r?\n[ \t]*$/.exec(text);
  return joined ? `${text.slice(0, joined.index)}${joined[1]} ` : `${text} `;
}

/** A value on one line, safe inside brackets. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, part]) => `${inline(key)}: ${inline(part)}`)
      .join(', ')}}`;
  const isPlain = typeof value !== 'string' || (plainText.test(value) && !otherKind.test(value));
  return isPlain ? String(value) : JSON.stringify(value);
}

const plainText = /^[\p{L}_](?:[\p{L}\p{N}_ .&()|>-]*[\p{L}\p{N}_.)])?$/u;
const otherKind = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

/**
 * The text of a case file of an older version in the current one. Version 1 is the first and the current one, so that
 * a file either stays as it is or is not one that can be read (E1004). Rule [CAS24].
 * @example migrateCase('impasse: 1').value // => 'impasse: 1'
 */
export function migrateCase(text: string, uri = 'case.yaml'): Outcome<string> {
  const problems = readCase(text, { uri }).diagnostics.filter(
    ({ code }) => code === 'E1004' || unsound.includes(code),
  );
  return problems.length > 0 ? { diagnostics: problems } : { value: text, diagnostics: [] };
}

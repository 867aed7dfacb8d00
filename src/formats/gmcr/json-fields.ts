// Takes values out of JSON objects, and reports a value that is missing or of the wrong kind where it stands.
import type { Code, Diagnostic } from '../../base/index.ts';
import type { JsonNode } from '../json-source.ts';

/** Reports a problem at a value. */
export type Report = (
  code: Code,
  at: JsonNode,
  message: string,
  more?: Pick<Diagnostic, 'expected' | 'hint'>,
) => void;

/** Reports anything but an object. */
export function isObject(node: JsonNode, what: string, report: Report): boolean {
  if (node.kind === 'map') return true;
  report('E4005', node, `${what} is ${said(node)}`, { expected: 'an object' });
  return false;
}

/** The value of a key, nothing where there is none or the node is no object. */
export function get(node: JsonNode, key: string): JsonNode | undefined {
  return node.kind === 'map' ? node.entries.get(key) : undefined;
}

/** The list under a key; none, and a report, where there is no list. */
export function listAt(node: JsonNode, key: string, report: Report): readonly JsonNode[] {
  const found = get(node, key);
  if (found?.kind === 'list') return found.items;
  const message =
    found === undefined ? `\`${key}\` is missing from ${said(node)}` : `\`${key}\` is ${said(found)}`;
  report('E4005', found ?? node, message, { expected: `\`${key}\`: a list` });
  return [];
}

/** As `listAt`, but a missing list is an empty one. */
export function optionalList(node: JsonNode, key: string, report: Report): readonly JsonNode[] {
  const found = get(node, key);
  return found === undefined || found.kind === 'null' ? [] : listAt(node, key, report);
}

/** The text under a key; empty, and a report, where there is no text. */
export function textAt(node: JsonNode, key: string, report: Report): string {
  const found = get(node, key);
  if (found?.kind === 'text') return found.value;
  const message =
    found === undefined ? `\`${key}\` is missing from ${said(node)}` : `\`${key}\` is ${said(found)}`;
  report('E4005', found ?? node, message, { expected: `\`${key}\`: a text` });
  return '';
}

/** The texts under some keys, as far as they are there. */
export function optionalTexts<K extends string>(
  node: JsonNode,
  keys: readonly K[],
): Partial<Record<K, string>> {
  const found = keys.flatMap((key) => {
    const value = get(node, key);
    return value?.kind === 'text' && value.value.trim() !== '' ? [[key, value.value]] : [];
  });
  return Object.fromEntries(found) as Partial<Record<K, string>>;
}

/** A value as a message names it. */
export function said(node: JsonNode): string {
  switch (node.kind) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'number':
      return String(node.value);
    case 'text':
      return JSON.stringify(node.value.length > 40 ? `${node.value.slice(0, 39)}…` : node.value);
    case 'list':
      return 'a list';
    case 'map':
      return 'an object';
  }
}

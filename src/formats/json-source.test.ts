// Checks that JSON is read as JSON.parse reads it, with places, and that nothing else passes for it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonNode } from './json-source.ts';
import { jsonLimits, readJson } from './json-source.ts';

/** The plain value of a node. */
function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'null':
      return null;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, value]) => [key, plain(value)]));
    default:
      return node.value;
  }
}

const problem = (text: string): string => {
  const [found, ...rest] = readJson(text, 'x').diagnostics;
  expect(rest).toEqual([]);
  return `${found?.code} ${found?.at?.start.line}:${found?.at?.start.column} ${found?.message}`;
};

describe('readJson', () => {
  test('[GMC1] reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom('', '\uFEFF'), (text, mark) => {
        const found = readJson(mark + text, 'x');
        expect(found.diagnostics).toEqual([]);
        expect(plain(found.value!.root)).toEqual(JSON.parse(text));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('[GMC1] takes and refuses as JSON.parse does, and never throws, seed 2', () => {
    const letters = fc.constantFrom(...'[]{}",:\\ \n\t0123456789-+.eEnulltruefalse\u0001é\ud83d');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 14 }), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const found = readJson(text, 'x');
        expect(found.value !== undefined).toBe(isJson);
        expect(found.diagnostics.length).toBe(isJson ? 0 : 1);
      }),
      { seed: 2, numRuns: 20_000 },
    );
  });

  test.each([
    ['', 'E4001 1:1 this is not JSON: the file ends where a value was expected'],
    ['{"a": [1, 2', 'E4001 1:12 this is not JSON: the file ends where `,` or `]` was expected'],
    ['{\n "a" 1}', 'E4001 2:6 this is not JSON: `1` stands where `:` was expected'],
    ['[1,]', 'E4001 1:4 this is not JSON: `]` stands where a value was expected'],
    ['["a', 'E4001 1:2 this is not JSON: the text that begins here is not closed'],
    [
      '["\\x"]',
      'E4001 1:2 this is not JSON: the text that begins here holds a line break or an unknown escape',
    ],
    ['{} {}', 'E4001 1:4 this is not JSON: `{` stands after the end of the value'],
    ["{'a': 1}", "E4001 1:2 this is not JSON: `'` stands where a text in double quotes was expected"],
  ])('[GMC1] says where %j stops being JSON', (text, message) => {
    expect(problem(text)).toBe(message);
  });

  test('[GMC1] refuses what is too long, too deep or too much', () => {
    expect(problem(' '.repeat(jsonLimits.size + 1))).toMatch(/^E4003 1:1 the file has 8000001 characters/);
    expect(problem('['.repeat(1_000_000))).toMatch(/^E4003 1:66 the file is nested deeper than 64 levels/);
    expect(problem(`[${'1,'.repeat(jsonLimits.values)}1]`)).toMatch(/^E4003 .* more than 1000000 values/);
  });

  test('[GMC1] a key that objects treat specially is one like any other', () => {
    const root = readJson('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}', 'x').value!.root;
    expect(root.kind === 'map' && [...root.entries.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test('[GMC1] a text of a million letters and escapes is read', () => {
    const text = JSON.stringify('\\"ä'.repeat(300_000));
    expect(plain(readJson(text, 'x').value!.root)).toBe(JSON.parse(text));
  });
});

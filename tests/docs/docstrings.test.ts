// Runs the examples of docstrings: what stands before `// =>` must equal what stands behind it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { repositoryFiles, root, textOf } from '../support/repository.ts';

interface Example {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

const layers = ['base', 'model', 'engine', 'analysis', 'formats', 'report'];
const sources = repositoryFiles().filter((path) => /^src\/.*(?<!\.test)\.ts$/.test(path));
const examples: readonly Example[] = sources.flatMap((path) =>
  textOf(path)
    .split('\n')
    .flatMap((text, index) => {
      const example = /@example\s*(.*)$/.exec(text)?.[1];
      return example === undefined ? [] : [{ path, line: index + 1, text: example }];
    }),
);

/** The exports of every layer and, as the nearest, of the file itself. */
async function scopeOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  const files = [...layers.map((layer) => `src/${layer}/index.ts`), path];
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(root, file)).href)));
  return Object.assign({}, ...modules);
}

/** @returns the value of the expression, and the value that it should have */
function evaluate(text: string, scope: Readonly<Record<string, unknown>>): readonly [unknown, unknown] {
  const [, expression, value] = /^(.+?) \/\/ => (.+)$/.exec(text) ?? [];
  if (expression === undefined) throw new Error(`an example has the form "expression // => value": ${text}`);
  const run = (code: string): unknown =>
    new Function(...Object.keys(scope), `'use strict'; return (${code});`)(...Object.values(scope));
  return [run(expression), run(value as string)];
}

describe('examples of docstrings', () => {
  test('there are some in every layer', () => {
    expect(layers.filter((layer) => !examples.some(({ path }) => path.startsWith(`src/${layer}/`)))).toEqual(
      [],
    );
  });

  test.each(examples)('$path:$line $text', async ({ path, text }) => {
    const [value, expected] = evaluate(text, await scopeOf(path));
    expect(value).toEqual(expected);
  });

  test('an example that is wrong, cannot run or says no value is found', async () => {
    const scope = await scopeOf('src/base/nearest.ts');
    const [value, expected] = evaluate("editDistance('a', 'b') // => 2", scope);
    expect(value).not.toEqual(expected);
    expect(() => evaluate('nothingOfThisName() // => 1', scope)).toThrow(ReferenceError);
    expect(() => evaluate("editDistance('a', 'b')", scope)).toThrow(/has the form/);
  });
});

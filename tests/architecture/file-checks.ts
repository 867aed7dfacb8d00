// The house rules that one source file can break: each is a function from path and text to what is wrong.
import { posix } from 'node:path';

/** A rule of the house: what it asks, whom it concerns, what it finds, and a sample that breaks it. */
export interface FileCheck {
  readonly asks: string;
  readonly concerns: (path: string) => boolean;
  readonly find: (path: string, text: string) => readonly string[];
  readonly broken: { readonly path: string; readonly text: string };
}

const longest = 500;
const isSource = (path: string): boolean => /\.(ts|mjs|cjs)$/.test(path) && !isData(path);
const isData = (path: string): boolean => /(^|\/)(golden|fixtures|schema|cases)\//.test(path);
const isEngineRoom = (path: string): boolean => path.startsWith('src/') && !path.endsWith('.test.ts');
const isLayered = (path: string): boolean => isSource(path) && /^(src|apps|bench)\//.test(path);

/** Every rule, in the order of the house style. */
export const fileChecks: readonly FileCheck[] = [
  {
    asks: `no source file is longer than ${longest} lines`,
    concerns: isSource,
    find: (_, text) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > longest ? [`${lines} lines`] : [];
    },
    broken: { path: 'src/base/x.ts', text: 'a;\n'.repeat(longest + 1) },
  },
  {
    asks: 'a source file begins with a comment sentence',
    concerns: isSource,
    find: (_, text) => (/^[A-Z].*[.]$/s.test(openingComment(text)) ? [] : ['no sentence at the top']),
    broken: { path: 'src/base/x.ts', text: '// todo\nexport const x = 1;\n' },
  },
  {
    asks: 'there are no default exports',
    concerns: (path) => isSource(path) && !/(^|\/)(vite|vitest)\.config\.ts$/.test(path),
    find: (_, text) => lines(text, /^export default\b|\bas default\b/),
    broken: { path: 'src/base/x.ts', text: 'export default 1;\n' },
  },
  {
    asks: 'exports are listed one by one',
    concerns: isSource,
    find: (_, text) => lines(text, /^export \*/),
    broken: { path: 'src/base/index.ts', text: "export * from './x.ts';\n" },
  },
  {
    asks: "no file imports its own folder's index",
    concerns: isLayered,
    find: (path, text) =>
      imports(path, text).filter(
        (target) => posix.basename(target) === 'index.ts' && path.startsWith(`${posix.dirname(target)}/`),
      ),
    broken: { path: 'src/base/deep/x.ts', text: "import { y } from '../index.ts';\n" },
  },
  {
    asks: 'another folder is imported through its index alone',
    concerns: isLayered,
    find: (path, text) =>
      imports(path, text).filter((target) => {
        const layer = /^src\/[^/]+\//.exec(target)?.[0];
        return layer !== undefined && !path.startsWith(layer) && target !== `${layer}index.ts`;
      }),
    broken: { path: 'src/engine/x.ts', text: "import type { y } from '../base/y.ts';\n" },
  },
  {
    asks: 'src has no clock and no randomness but what is passed in',
    concerns: isEngineRoom,
    find: (_, text) => lines(text, /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bglobalThis\b/),
    broken: { path: 'src/engine/x.ts', text: 'const seed = Math.random();\n' },
  },
  {
    asks: 'nothing names a machine path',
    concerns: () => true,
    find: (_, text) => found(text, /(?<![\w.\-/}])\/(?:work|root|home|Users)\/\w+/g),
    broken: { path: 'README.md', text: `see ${['', 'home', 'somebody'].join('/')}/notes` },
  },
  {
    asks: 'nothing names a package registry',
    concerns: () => true,
    find: (path, text) => [
      ...found(text, /registry\.[\w-]+\.\w+|\/artifactory\//g),
      ...(path === 'package-lock.json' ? found(text, /"resolved":.*/g) : []),
    ],
    broken: { path: 'README.md', text: `from https://${['registry', 'npmjs', 'org'].join('.')}/` },
  },
  {
    asks: 'nothing outside the tests looks for the material beside the repository',
    concerns: (path) => !path.startsWith('tests/') && !path.endsWith('.test.ts'),
    find: (_, text) => found(text, /\.\.\/shared\b/g),
    broken: { path: 'docs/x.md', text: `as ${['..', 'shared'].join('/')}/theory.md says` },
  },
];

/** The first comment without its marks, on one line; a first line for the operating system comes before it. */
function openingComment(text: string): string {
  const body = text.replace(/^#!.*\n/, '');
  const block = /^\/\*\*?(.*?)\*\//s.exec(body)?.[1];
  const line = /^(?:\/\/.*\n?)+/.exec(body)?.[0];
  return (block ?? line ?? '')
    .split('\n')
    .map((part) => part.replace(/^\s*(\/\/|\*)?\s?/, '').trim())
    .join(' ')
    .trim();
}

/** The lines of code, not of comment, that match. */
function lines(text: string, pattern: RegExp): string[] {
  return text.split('\n').filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line) && pattern.test(line));
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match);
}

/** The relative imports of a file, as paths from the repository's folder. */
function imports(path: string, text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']*)'/g)].map(([, target = '']) =>
    posix.normalize(posix.join(posix.dirname(path), target)),
  );
}

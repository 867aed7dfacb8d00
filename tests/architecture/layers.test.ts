// Proves that the compiler holds the layers apart: each forbidden import, even of a type, and each platform name in
// src fails the build. Stand-in sources are compiled with the repository's own tsconfig files.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { node, repositoryFiles, root } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary.ts';

const folders = {
  base: 'src/base',
  model: 'src/model',
  engine: 'src/engine',
  analysis: 'src/analysis',
  evidence: 'src/evidence',
  formats: 'src/formats',
  report: 'src/report',
  converters: 'apps/converters',
  cli: 'apps/cli',
} as const;
type Layer = keyof typeof folders;
const layers = Object.keys(folders) as Layer[];

const mayImport: Record<Layer, readonly Layer[]> = {
  base: [],
  model: ['base'],
  engine: ['base', 'model'],
  analysis: ['base', 'model', 'engine'],
  evidence: ['base', 'model'],
  formats: ['base', 'model', 'evidence'],
  report: ['base', 'model', 'engine', 'analysis', 'evidence'],
  converters: ['base', 'model', 'evidence'],
  cli: ['base', 'model', 'engine', 'analysis', 'evidence', 'formats', 'report', 'converters'],
};

const platform = {
  process: 'export const x = process.argv;',
  console: "console.log('x');",
  document: 'export const x = document.title;',
  setTimeout: 'setTimeout(() => {}, 1);',
  performance: 'export const x = performance.now();',
  AbortController: 'export const x = new AbortController();',
  Buffer: 'export const x = Buffer.alloc(1);',
  fetch: "export const x = fetch('x');",
  'node:fs': "export type { Stats } from 'node:fs';",
  'fs without a scheme': "export type { Stats } from 'fs';",
};

const pairs = layers.flatMap((from) =>
  layers.filter((to) => to !== from).map((to) => ({ from, to, allowed: mayImport[from].includes(to) })),
);
const sources = layers.filter((layer) => layer !== 'cli' && layer !== 'converters');

const folder = temporaryFolder('layers');
let output = '';

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const importFile = (from: Layer, to: Layer): string => `${folders[from]}/from-${to}.ts`;
const platformFile = (layer: Layer, index: number): string => `${folders[layer]}/platform-${index}.ts`;
const errorsIn = (path: string): string[] => output.split('\n').filter((line) => line.startsWith(`${path}(`));

beforeAll(() => {
  const settings = repositoryFiles().filter((path) => /(^|\/)tsconfig[^/]*\.json$|^types\//.test(path));
  for (const path of [...settings, 'package.json']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const layer of layers) write(`${folders[layer]}/index.ts`, 'export type T = number;\n');
  for (const { from, to } of pairs) {
    const path = relative(folders[from], `${folders[to]}/index.ts`).replaceAll('\\', '/');
    write(importFile(from, to), `import type { T } from '${path}';\nexport type U = T;\n`);
  }
  for (const layer of sources) {
    Object.values(platform).forEach((text, index) => {
      write(platformFile(layer, index), `${text}\n`);
    });
  }
  write('src/formats/libraries.ts', formatsLibraries);
  write('src/evidence/libraries.ts', evidenceLibraries);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  output = spawnSync(node, [tsc, '-b', '--pretty', 'false'], { cwd: folder, encoding: 'utf8' }).stdout;
});

const formatsLibraries = `
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { stringify } from 'csv-stringify/sync';
import { Document } from 'yaml';
import { string } from 'zod';
export const x: string = stringify([[1]], { bom: true }) + String(new Document()) + String(string());
export const z: typeof Graphviz = Graphviz;
`;

const evidenceLibraries = `
import { parse } from 'chrono-node/en';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { string } from 'zod';
export const x: string = String(string()) + String(parse('today').length);
export const y: unknown = winkNLP(model, ['sbd', 'pos']);
`;

describe('imports between layers', () => {
  test.each(pairs.filter((pair) => pair.allowed))('$from may import $to', ({ from, to }) => {
    expect(errorsIn(importFile(from, to))).toEqual([]);
  });

  test.each(pairs.filter((pair) => !pair.allowed))(
    '$from may not import $to, nor its types',
    ({ from, to }) => {
      expect(errorsIn(importFile(from, to)).join('\n')).toMatch(/error TS6307/);
    },
  );

  test('the libraries that formats stands on bring no platform types with them', () => {
    expect(errorsIn('src/formats/libraries.ts')).toEqual([]);
  });

  test('nor do those that evidence stands on', () => {
    expect(errorsIn('src/evidence/libraries.ts')).toEqual([]);
  });
});

describe('platform names', () => {
  test.each(sources.flatMap((layer) => Object.keys(platform).map((name, index) => ({ layer, name, index }))))(
    '$layer may not use $name',
    ({ layer, index }) => {
      expect(errorsIn(platformFile(layer, index)).join('\n')).toMatch(/error TS(2304|2307|2580|2584|2591)/);
    },
  );
});

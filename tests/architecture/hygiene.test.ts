// Holds the repository to the rules that neither the compiler nor the linter knows.
import { existsSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryFiles, root, textOf } from '../support/repository.ts';
import { fileChecks } from './file-checks.ts';

const files = repositoryFiles().filter((path) => isText(path));
const testFiles = files.filter((path) => /\.test\.ts$|^tests\/.*\.ts$|(^|\/)conformance\/.*\.ts$/.test(path));
function isText(path: string): boolean {
  return !/\.(png|ico|gz|zip|woff2?|pdf|wasm)$/.test(path) && statSync(join(root, path)).size < 2_000_000;
}

describe('house rules', () => {
  test.each(fileChecks)('$asks', ({ concerns, find }) => {
    const problems = files
      .filter((path) => concerns(path))
      .flatMap((path) => find(path, textOf(path)).map((problem) => `${path}: ${problem}`));
    expect(problems).toEqual([]);
  });

  test.each(fileChecks)('a breach is found: $asks', ({ concerns, find, broken }) => {
    expect(concerns(broken.path)).toBe(true);
    expect(find(broken.path, broken.text)).not.toEqual([]);
  });
});

describe('projects', () => {
  const references = (path: string): string[] =>
    [...textOf(path).matchAll(/"path":\s*"([^"]+)"/g)].map(([, to = '']) =>
      posix.normalize(posix.join(posix.dirname(path), to)),
    );

  test('every folder of sources is a project of its own, built with the rest', () => {
    const folders = files.flatMap(
      (path) => /^((?:src|apps)\/[^/]+|bench|tests)\/.*\.ts$/.exec(path)?.[1] ?? [],
    );
    expect([...new Set(folders)].filter((folder) => !references('tsconfig.json').includes(folder))).toEqual(
      [],
    );
  });

  test('every project that is named exists', () => {
    const settings = files.filter((path) => posix.basename(path) === 'tsconfig.json');
    const missing = settings
      .flatMap((path) => references(path))
      .filter((folder) => !existsSync(join(root, folder, 'tsconfig.json')));
    expect(missing).toEqual([]);
  });
});

describe('dependencies', () => {
  const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string> | undefined>;
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );

  test('versions are exact', () => {
    expect(versions.length).toBeGreaterThan(10);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('diagnostic codes', () => {
  const code = /\b[EW]\d{4}\b/g;

  test('every code has a test that names it', () => {
    const registered = new Set(textOf('src/base/codes.ts').match(code));
    const tested = new Set(testFiles.flatMap((path) => textOf(path).match(code) ?? []));
    expect(registered.size).toBeGreaterThan(0);
    expect([...registered].filter((name) => !tested.has(name)).sort()).toEqual([]);
  });
});

describe('rules of the SPEC files', () => {
  const specified = files
    .filter((path) => posix.basename(path) === 'SPEC.md')
    .flatMap((path) =>
      [...textOf(path).matchAll(/^(?:[-*] )?\*\*\[([A-Z]+\d+[a-z]?)\]\*\*/gm)].map(([, id = '']) => id),
    );
  const inTitles = new Map(testFiles.flatMap((path) => idsInTitles(textOf(path)).map((id) => [id, path])));

  test('no rule id is given twice', () => {
    expect(specified.length).toBeGreaterThan(0);
    expect(specified.filter((id, index) => specified.indexOf(id) !== index)).toEqual([]);
  });

  test('every rule has a test with its id in the title', () => {
    expect(specified.filter((id) => !inTitles.has(id))).toEqual([]);
  });

  test('every id in a test title is a rule of a SPEC file', () => {
    const unknown = [...inTitles].filter(([id]) => !specified.includes(id));
    expect(unknown.map(([id, path]) => `${path}: [${id}]`)).toEqual([]);
  });

  test('ids are read from titles alone', () => {
    const one = ['[', 'ZZZ1', ']'].join('');
    const two = ['[', 'ZZZ2, ZZZ3', ']'].join('');
    expect(idsInTitles(`test('${one} holds', () => {});\n// ${two} in a comment`)).toEqual(['ZZZ1']);
    expect(idsInTitles(`  it.each(cases)("${two} hold", () => {});`)).toEqual(['ZZZ2', 'ZZZ3']);
  });
});

/** The rule ids, `[SEQ1]` or `[SEQ1, SEQ2]`, in the strings of a test file; a comment names none. */
function idsInTitles(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .flatMap((line) => [...line.matchAll(/(?<=['"`].*)\[([A-Z]{2,}\d+[a-z]?(?:, ?[A-Z]{2,}\d+[a-z]?)*)\]/g)])
    .flatMap(([, ids = '']) => ids.split(/, ?/));
}

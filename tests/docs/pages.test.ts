// Runs every example of the pages that people read, and follows every link; UPDATE_DOCS=1 renews what is printed.
import { existsSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyzeConflict } from '../../src/analysis/index.ts';
import { readCase } from '../../src/formats/index.ts';
import { conflictOf } from '../../src/model/index.ts';
import { impasse } from '../support/impasse.ts';
import { repositoryFiles, root, textOf } from '../support/repository.ts';
import { argumentsOf, commandsIn, matches, renewed, runAll } from './console.ts';
import type { Block } from './pages.ts';
import { blocksOf, documents, pages, proseOf } from './pages.ts';
import { expectedCodes, wholeCase } from './yaml-examples.ts';

const blocks = documents.flatMap((page) => blocksOf(page));
const having = (language: string): readonly Block[] => blocks.filter((block) => block.language === language);

test('every fenced block is of a kind that is checked here', () => {
  const known = ['yaml', 'console', 'sh', 'json'];
  expect(blocks.length).toBeGreaterThan(10);
  expect(blocks.filter(({ language }) => !known.includes(language))).toEqual([]);
});

describe('console blocks print what the command prints', () => {
  test.each(having('console'))('$page:$line', async (block) => {
    const commands = commandsIn(block.lines);
    const outputs = await runAll(commands);
    if (process.env.UPDATE_DOCS === '1') {
      const lines = commands.flatMap(({ command, lines: shown }, index) => {
        const output = outputs[index] as readonly string[];
        return [`$ ${command}`, ...(matches(shown, output) ? shown : renewed(shown, output))];
      });
      replaceBlock(block, lines);
      return;
    }
    commands.forEach(({ lines }, index) => {
      const output = outputs[index] as readonly string[];
      if (!matches(lines, output)) expect(lines).toEqual(output);
    });
  });

  test('a line that is not printed is found, and dots stand for any lines', () => {
    expect(matches(['a', '...', 'c'], ['a', 'b', 'b', 'c'])).toBe(true);
    expect(matches(['a', '...'], ['a'])).toBe(true);
    expect(matches(['...', 'b', '...'], ['a', 'b'])).toBe(true);
    expect(matches(['a', '...', 'd'], ['a', 'b', 'c'])).toBe(false);
    expect(matches(['a'], ['a', 'b'])).toBe(false);
    expect(renewed(['x', '...', 'c', 'x', '...'], ['a', 'b', 'c', 'd', 'e'])).toEqual([
      'a',
      '...',
      'c',
      'd',
      '...',
    ]);
  });
});

function replaceBlock({ page, line, lines: old }: Block, lines: readonly string[]): void {
  if (old.length === lines.length && old.every((text, at) => text === lines[at])) return;
  const text = textOf(page).split('\n');
  const at =
    blocksOf(page).find((block) => block.line >= line && block.lines.join() === old.join())?.line ?? line;
  text.splice(at, old.length, ...lines);
  writeFileSync(join(root, page), text.join('\n'));
}

describe('yaml blocks are cases, or parts of the first case of their page', () => {
  test.each(having('yaml'))('$page:$line', (block) => {
    const [first] = blocks.filter(({ page, language }) => page === block.page && language === 'yaml');
    const text = wholeCase(block.lines, (first as Block).lines);
    const { value, diagnostics } = readCase(text);
    const built = (value?.accounts ?? []).map((account) => conflictOf(account));
    const found = [...diagnostics, ...built.flatMap((each) => each.diagnostics)];
    const named = found.map(
      ({ code, at }) => `${code} ${text.split('\n')[(at?.start.line ?? 0) - 1]?.trim()}`,
    );
    expect(named).toEqual(expectedCodes(text));
    for (const { value: conflict } of built)
      if (conflict) expect(analyzeConflict(conflict).complete).toBe(true);
  });
});

describe('sh blocks name commands that exist', () => {
  const scripts = Object.keys(JSON.parse(textOf('package.json')).scripts);
  const lines = having('sh').flatMap(({ page, line, lines: shown }) =>
    shown
      .filter((text) => text.trim() !== '')
      .map((text) => ({ page, line, text: text.replace(/\s+#.*$/, '') })),
  );

  test.each(lines)('$page:$line $text', async ({ text }) => {
    if (/^(git clone|cd) /.test(text)) return;
    const script = /^npm (?:run (?:-s )?)?([\w-]+)/.exec(text)?.[1];
    if (script !== undefined) expect(scripts).toContain(script);
    if (!/^impasse |^npm run -s impasse -- /.test(text)) {
      expect(script).toBeDefined();
      return;
    }
    const [command = '', ...rest] = argumentsOf(text);
    const help = (await impasse([command, '--help'])).stdout;
    expect(help).toMatch(`Usage: impasse ${command} `);
    for (const option of rest.filter((word) => word.startsWith('-')))
      expect(help).toMatch(new RegExp(`${option}[ ,]`));
  });

  test('npm start does what the pages say it does', () => {
    expect(textOf('scripts/start.mjs')).toMatch("['analyze', 'cases/ukraine-2022',");
    expect(argumentsOf('npm start')).toEqual(['analyze', 'cases/ukraine-2022']);
  });
});

describe('json blocks', () => {
  test.each(having('json'))('$page:$line is part of what the command above prints', async (block) => {
    const command = /^`([^`]+)`/.exec(block.above)?.[1];
    const run = await impasse(argumentsOf(command ?? ''));
    expect(JSON.parse(run.stdout)).toMatchObject(JSON.parse(block.lines.join('\n')));
  });
});

describe('case files of the documentation', () => {
  const files = repositoryFiles().filter((path) => /^docs\/examples\/.*\.yaml$/.test(path));

  test.each(files)('%s has the problems that it says, if any', async (path) => {
    const { stdout } = await impasse(['check', path, '--json']);
    const found = (JSON.parse(stdout).diagnostics as { code: string; at: { start: { line: number } } }[]).map(
      ({ code, at }) => `${code} ${textOf(path).split('\n')[at.start.line - 1]?.trim()}`,
    );
    expect(found).toEqual(expectedCodes(textOf(path)));
  });

  test('each is used by a page', () => {
    const text = documents.map((page) => textOf(page)).join('\n');
    expect(files.filter((path) => !text.includes(posix.basename(path)))).toEqual([]);
  });
});

describe('links', () => {
  const links = pages.flatMap((page) =>
    [...proseOf(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page, target })),
  );

  test.each(links)('$page: $target', ({ page, target }) => {
    if (/^https?:/.test(target)) return;
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : posix.normalize(posix.join(posix.dirname(page), path));
    expect(existsSync(join(root, file)), `${file} exists`).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(file)).toContain(anchor);
  });

  function anchorsOf(page: string): readonly string[] {
    return [...proseOf(textOf(page)).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    );
  }
});

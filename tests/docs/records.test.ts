// Holds the records to their form: short pages, one shape of decision record, a complete status page and glossary.
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { concepts } from '../../src/model/index.ts';
import { repositoryFiles, textOf } from '../support/repository.ts';

const words = (path: string): number => textOf(path).split(/\s+/).length;
const records = repositoryFiles().filter((path) => path.startsWith('docs/adr/'));

describe('pages are short', () => {
  // A printed page holds about 550 words.
  test.each([
    ['README.md', 2],
    ['ARCHITECTURE.md', 2],
    ['CONTRIBUTING.md', 2],
    ...records.map((path) => [path, 1] as const),
  ] as const)('%s has at most %i pages', (path, most) => {
    expect(words(path)).toBeGreaterThan(100);
    expect(words(path)).toBeLessThanOrEqual(550 * most);
  });
});

describe('decision records', () => {
  test('are numbered without a gap', () => {
    expect(records.length).toBeGreaterThanOrEqual(9);
    expect(records.map((path) => posix.basename(path).slice(0, 4))).toEqual(
      records.map((_, index) => String(index + 1).padStart(4, '0')),
    );
  });

  test.each(records)('%s has a number, a noun phrase and the four parts', (path) => {
    const [, number, name = ''] = /^(\d{4})-([a-z0-9-]+)\.md$/.exec(posix.basename(path)) ?? [];
    const headings = textOf(path)
      .split('\n')
      .filter((line) => line.startsWith('#'));
    expect(headings.slice(1)).toEqual(['## Status', '## Context', '## Decision', '## Consequences']);
    const title = /^# (\d{4}) (.+)$/.exec(headings[0] ?? '');
    expect(title?.[1]).toBe(number);
    expect(title?.[2]?.toLowerCase().replace(/,/g, '').replaceAll(' ', '-')).toBe(name);
    expect(textOf(path)).toMatch(/## Status\n\n(Accepted|Superseded by \[\d{4}\]\(.+\))\./);
  });
});

describe('the map of the code', () => {
  test('names every layer and app, and no folder that is not there', () => {
    const page = textOf('ARCHITECTURE.md');
    const files = repositoryFiles();
    const projects = [...textOf('tsconfig.json').matchAll(/"path": "((?:src|apps)\/\w+)"/g)].map(
      ([, folder = '']) => folder,
    );
    expect(projects.length).toBeGreaterThanOrEqual(7);
    expect(projects.filter((folder) => !page.includes(`\`${folder}\``))).toEqual([]);
    const named = [...page.matchAll(/`((?:src|apps|docs|tests)\/[\w/.-]+)`/g)].map(([, path = '']) => path);
    expect(
      named.filter((path) => !files.some((file) => file === path || file.startsWith(`${path}/`))),
    ).toEqual([]);
    expect(page.match(/\*Invariant:\*/g)?.length).toBeGreaterThanOrEqual(8);
  });
});

test('the checklists that contributors are promised are there', () => {
  const page = textOf('CONTRIBUTING.md');
  for (const title of ['a stability concept', 'a published case', 'a format', 'a diagnostic code'])
    expect(page).toMatch(`## Add ${title}\n\n1. `);
  expect(page.match(/^## Philosophy\n\n(?:\d+\. .*\n)+/m)?.[0].match(/^\d+\./gm)).toHaveLength(10);
});

test('the changelog begins with what is not released', () => {
  const sections = [...textOf('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(sections[0]).toBe('[Unreleased]');
});

describe('status and glossary', () => {
  test.each(concepts)('%s has a row in both', (concept) => {
    expect(textOf('docs/status.md')).toMatch(
      new RegExp(`^\\| \`${concept}\` \\| (🟢 published|🔶 tested|❌)`, 'm'),
    );
    expect(textOf('docs/glossary.md')).toMatch(new RegExp(`^\\| ${concept} \\| ${concept} \\| .`, 'm'));
  });

  test('the glossary is in alphabetical order, one line each', () => {
    const rows = textOf('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1);
    const terms = rows.map((row) => row.split(' | ')[0]!.slice(2).toLowerCase());
    expect(terms.length).toBeGreaterThan(30);
    expect(terms).toEqual([...terms].sort());
    expect(rows.filter((row) => row.split(' | ').length !== 3)).toEqual([]);
  });

  test('every part of the status page has one of the three lights', () => {
    const rows = [...textOf('docs/status.md').matchAll(/^\| (.*?) \| (.*?) \| (.*?) \|$/gm)].filter(
      ([, part, light]) => part !== 'part' && light !== '---',
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(
      rows.filter(([, , light]) => !/^(🟢 published|🔶 tested|❌ known issue)$/.test(light ?? '')),
    ).toEqual([]);
  });
});

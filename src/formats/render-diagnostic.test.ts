// Holds what a terminal shows of a diagnostic to its rules.
import { describe, expect, test } from 'vitest';
import { textOf } from '../../tests/support/repository.ts';
import type { Place } from '../base/index.ts';
import { diagnostic } from '../base/index.ts';
import { readCase } from './case/read-case.ts';
import { renderDiagnostic } from './render-diagnostic.ts';

const plain = { color: false };
const at = (line: number, column: number, end: number): Place => ({
  uri: 'x.yaml',
  start: { offset: 0, line, column },
  end: { offset: 0, line, column: end },
});
/** The excerpt alone: the line of the file and the carets. */
const excerpt = (line: string, start: number, end: number, width = 60): string[] =>
  renderDiagnostic(diagnostic('E1201', 'm', { at: at(1, start, end) }), line, { color: false, width })
    .split('\n')
    .slice(1, 3)
    .map((part) => part.slice(5));

test('[DIA1] place, code, message, line, carets, and the way out', () => {
  const text = textOf('tests/fixtures/case/broken-three-lines.yaml');
  const { diagnostics } = readCase(text, { uri: 'cases/x.yaml' });
  expect(diagnostics.map((one) => renderDiagnostic(one, text, plain)).join('\n\n')).toBe(
    `cases/x.yaml:4:53: error E1008: \`direction\` cannot be \`bothways\`
 4 |   - { id: north, options: [{ id: n_stop, direction: bothways }] }
   |                                                     ^^^^^^^^
   = expected: one of \`both\`, \`take\`, \`drop\`

cases/x.yaml:7:21: error E1201: there is no option \`s_stpo\`
 7 | agreement: n_stop & s_stpo
   |                     ^^^^^^
   = nearest: s_stop

cases/x.yaml:9:19: error E1011: a text that begins with \`!\` must stand in quotes
 9 |   north: [s_stop, !n_stop if !s_stop]
   |                   ^^^^^^^^^^^^^^^^^^
   = hint: write "!n_stop if !s_stop"`,
  );
});

test('[DIA1] without a place or without a text there is no excerpt', () => {
  expect(renderDiagnostic(diagnostic('W1001', 'm', { hint: 'h' }), 'text', plain)).toBe(
    'warning W1001: m\n  = hint: h',
  );
  expect(renderDiagnostic(diagnostic('E1002', 'm', { at: at(3, 1, 2) }), undefined, plain)).toBe(
    'x.yaml:3:1: error E1002: m',
  );
  expect(renderDiagnostic(diagnostic('E1002', 'm', { at: at(9, 1, 2) }), 'one line', plain)).toContain(
    ' 9 | \n',
  );
});

describe('[DIA1] the excerpt', () => {
  test('has a caret even for nothing, and behind the end of the line', () => {
    expect(excerpt('', 1, 1)).toEqual(['', '^']);
    expect(excerpt('abc', 4, 4)).toEqual(['abc', '   ^']);
    expect(excerpt('abc', 2, 2)).toEqual(['abc', ' ^']);
  });

  test('counts wide letters twice, and tabs as two spaces', () => {
    expect(excerpt('中文 ab', 4, 6)).toEqual(['中文 ab', '     ^^']);
    expect(excerpt('ab 中文', 4, 6)).toEqual(['ab 中文', '   ^^^^']);
    expect(excerpt('\ta\tb', 4, 5)).toEqual(['  a  b', '     ^']);
    expect(excerpt('💥 x', 4, 5)).toEqual(['💥 x', '   ^']);
  });

  test('ends with the line where the place goes on', () => {
    const long = diagnostic('E1007', 'm', {
      at: { uri: 'x', start: { offset: 0, line: 1, column: 3 }, end: { offset: 9, line: 2, column: 2 } },
    });
    expect(renderDiagnostic(long, '\uFEFFa bcd\r\nef', plain)).toBe(
      'x:1:3: error E1007: m\n 1 | a bcd\n   |   ^^^',
    );
  });

  test.each([
    [1, 5],
    [150, 155],
    [990, 1000],
    [200, 900],
  ])('of a long line shows what is around columns %i to %i', (start, end) => {
    const line = Array.from({ length: 1000 }, (_, i) => String.fromCharCode(97 + (i % 26))).join('');
    const [text = '', carets = ''] = excerpt(line, start, end);
    expect(text.length).toBeLessThanOrEqual(56);
    expect(text.startsWith('…')).toBe(start > 1);
    expect(text.endsWith('…')).toBe(end < 1000);
    const [first, last] = [carets.indexOf('^'), carets.lastIndexOf('^') + 1];
    expect(line.slice(start - 1, end - 1).startsWith(text.slice(first, last))).toBe(true);
    expect(last - first).toBe(Math.min(end - start, last - first));
    expect(last - first).toBeGreaterThanOrEqual(Math.min(end - start, 30));
  });

  test('of a line of a million letters is found at once', () => {
    const line = `${'a'.repeat(1_000_000)} b`;
    expect(excerpt(line, 1_000_002, 1_000_003)[1]).toMatch(/^ +\^$/);
  });
});

test('[DIA2] colour only where asked for', () => {
  const one = diagnostic('E1201', 'm', { at: at(1, 1, 2), expected: 'e' });
  const escaped = '\u001B';
  expect(renderDiagnostic(one, 'abc', plain)).not.toContain(escaped);
  const painted = renderDiagnostic(one, 'abc', { color: true });
  expect(painted).toContain(`${escaped}[31;1merror E1201${escaped}[0m`);
  const bare = ['31;1', '34', '0'].reduce(
    (text, style) => text.replaceAll(`${escaped}[${style}m`, ''),
    painted,
  );
  expect(bare).toBe(renderDiagnostic(one, 'abc', plain));
});

test('[DIA2] what a file holds neither moves the cursor nor turns the writing', () => {
  const hostile = '\u001B[2J\u202Eabc\u0007\u0000';
  const one = diagnostic('E1201', hostile, {
    at: at(1, 1, 2),
    expected: hostile,
    nearest: hostile,
    hint: hostile,
  });
  const shown = renderDiagnostic(one, hostile, plain);
  expect([...shown].filter((letter) => letter !== '\n' && /\p{Cc}|\u202E/u.test(letter))).toEqual([]);
  expect(shown).toContain('abc');
});

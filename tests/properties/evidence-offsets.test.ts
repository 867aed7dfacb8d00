// Shows that spans stay verbatim whatever the text holds: fixture texts with strange characters put in, seed 1.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/evidence/index.ts';
import {
  emptyCodebook,
  loadRuleSuggester,
  readStatements,
  reanchor,
  writeStatements,
} from '../../src/evidence/index.ts';
import { root } from '../support/repository.ts';

const folder = join(root, 'tests', 'fixtures', 'texts');
const bodies = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8').split('---BODY---\n')[1] ?? '');
const suggest = await loadRuleSuggester();
const documentOf = (body: string): Document => ({
  id: 'd',
  format: 'text',
  sha256: '',
  offset: 0,
  body,
  date: '2020-01-01',
});

const strange = fc.constantFrom(
  '\u0000',
  '\ud83c\udf0a',
  '\ud83d',
  '\udc4d',
  '\u0301',
  '\u200f',
  '\u202e',
  '\u05e9\u05dc\u05d5\u05dd',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '\r\n',
  '\r',
  '\t',
  '\n\n',
  '“',
  '”',
  '"',
  '‘',
  '’',
  '«',
  '»',
  '((((',
  '<b>',
  '\ufffd',
  'ß',
  'İ',
  'ﬁ',
  '。',
  '--',
  '...',
  '\u0085',
);
const mutated = fc
  .record({
    body: fc.constantFrom(...bodies),
    puts: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), what: strange }), {
      maxLength: 30,
    }),
  })
  .map(({ body, puts }) =>
    puts.reduce((text, { at, what }) => {
      const place = Math.floor(at * text.length);
      return text.slice(0, place) + what + text.slice(place);
    }, body),
  );

describe('offsets', () => {
  test('[DOC1] every span is verbatim in mutated texts, and survives its file (seed 1)', () => {
    fc.assert(
      fc.property(mutated, (body) => {
        const { statements, read, truncated } = suggest(documentOf(body), emptyCodebook, {
          stopped: () => false,
        });
        expect({ read, truncated }).toEqual({ read: body.length, truncated: false });
        for (const statement of statements) {
          const { attribution, hedges, loaded, dates } = statement;
          for (const { start, end, text } of [
            statement,
            ...hedges,
            ...loaded,
            ...dates,
            ...(attribution === null ? [] : [attribution]),
          ])
            expect(body.slice(start, end)).toBe(text);
          expect(body.slice(0, statement.start).endsWith(statement.prefix)).toBe(true);
          expect(body.startsWith(statement.suffix, statement.end)).toBe(true);
        }
        expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
        expect(readStatements(writeStatements(statements), 'd.jsonl')).toEqual({
          value: statements,
          diagnostics: [],
        });
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('[DOC6] [DOC7] an anchor in a text that grew is found verbatim, or not at all (seed 2)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string(),
        (body, at, added) => {
          const { statements } = suggest(documentOf(body), emptyCodebook, { stopped: () => false });
          const place = Math.floor(at * body.length);
          const grown = body.slice(0, place) + added + body.slice(place);
          for (const statement of statements) {
            const found = reanchor(statement, grown);
            if (place <= statement.start || place >= statement.end)
              expect(['same', 'moved', 'ambiguous']).toContain(found.outcome);
            if (found.outcome === 'moved') expect(found.anchor.text).toBe(statement.text);
            if ('anchor' in found)
              expect(grown.slice(found.anchor.start, found.anchor.end)).toBe(found.anchor.text);
          }
        },
      ),
      { seed: 2, numRuns: 40 },
    );
  });
});

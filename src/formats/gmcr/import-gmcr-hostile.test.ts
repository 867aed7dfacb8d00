// Checks that no .gmcr file, however made, ends otherwise than in a case or in diagnostics with places.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gmcrFixture as fixture, gmcrModel as model } from '../../../tests/support/gmcr.ts';
import type { Conflict } from '../../model/index.ts';
import { conflictOf } from '../../model/index.ts';
import { readCase } from '../case/read-case.ts';
import { importGmcr } from './import-gmcr.ts';

const imported = (text: string, uri = 'x.gmcr') => importGmcr(text, { uri });
const codesOf = (text: string): string[] => imported(text).diagnostics.map(({ code }) => code);

/** The conflict of an imported file; the case must be read without a diagnostic. */
function conflictIn(text: string): Conflict {
  const { value } = imported(text);
  const { value: found, diagnostics } = readCase(value!.yaml, { uri: 'x.yaml' });
  expect(diagnostics).toEqual([]);
  const built = conflictOf(found!.accounts[0]!);
  expect(built.diagnostics).toEqual([]);
  return built.value!;
}

describe('hostile files', () => {
  const many = (count: number): unknown[] =>
    Array.from({ length: count }, (_, place) => ({ name: `Option ${place}`, permittedDirection: 'both' }));

  test('[GMC3] a hundred thousand options are refused at once, and so are ten thousand conditions', () => {
    expect(codesOf(model({ options: many(100_000) }))).toEqual(['E4003']);
    const conditions = Array.from({ length: 10_000 }, () => [[0, 'Y']]);
    expect(codesOf(model({ infeasibles: conditions }))).toContain('E4003');
  });

  test('[GMC3] of thousands of problems a hundred are shown', () => {
    const conditions = Array.from({ length: 4000 }, () => [[9, 'Y']]);
    const codes = codesOf(model({ infeasibles: conditions }));
    expect([codes.length, codes.at(-1)]).toEqual([101, 'E1012']);
  });

  test('[GMC12] rankings over too many states are refused, statements are not', () => {
    const makers = [
      {
        name: 'One',
        options: Array.from({ length: 45 }, (_, place) => place),
        preferences: [[[44, 'Y']]],
        preferenceRanking: [1],
      },
    ];
    const parts = { options: many(45), decisionMakers: makers };
    const [found] = imported(model({ ...parts, useManualPreferenceRanking: true })).diagnostics;
    expect(`${found?.code} ${found?.message}`).toBe(
      'E4011 the model has 35,184,372,088,832 feasible states, too many to rank by number',
    );
    expect(codesOf(model(parts))).toEqual(['W4004']);
  });

  test('[GMC13] no name breaks the case: quotes, comments, line breaks, keywords, nothing at all', () => {
    const names = [
      '__proto__',
      '"',
      '\n- x: 1',
      '# no',
      'a: b',
      '',
      'true',
      "it's",
      '{x}',
      '\\',
      '&a',
      '*a',
      '!b',
      '\u2028',
      '12',
      '- ',
      '? x',
      '|',
      '🕊',
    ];
    const text = model({
      options: names.map((name) => ({ name, permittedDirection: 'both' })),
      decisionMakers: names.map((name, place) => ({ name, options: [place], preferences: [[[place, 'N']]] })),
      infeasibles: names.map((_, place) => [
        [place, 'Y'],
        [(place + 1) % names.length, 'Y'],
      ]),
    });
    const { account } = conflictIn(text);
    expect(account.options.map(({ name }) => name)).toEqual([
      '__proto__',
      '"',
      '- x: 1',
      '# no',
      'a: b',
      'option 6',
      'true',
      "it's",
      '{x}',
      '\\',
      '&a',
      '*a',
      '!b',
      'option 14',
      '12',
      '-',
      '? x',
      '|',
      '🕊',
    ]);
    expect(imported(text, 'a\n: "b".gmcr').value!.yaml).toContain('title: "a : \\"b\\""');
  });

  test('[GMC1, GMC13] whatever is done to a good file, it is read or refused with places, seed 6', () => {
    const files = ['elmira-ranked', 'syria-iraq-misperceptions', 'cuban-old', 'shuffled', 'app'].map(fixture);
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      '0',
      '-1',
      '1e9',
      'null',
      'true',
      '"Y"',
      '[[0,"N"]]',
      '"options":',
      '[[[[[',
      '\\u0000',
    ];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      piece: fc.constantFrom('', ...pieces),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (file, edits) => {
          let text = file;
          for (const { at, cut, piece } of edits) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + piece + text.slice(start + cut);
          }
          const { value, diagnostics } = imported(text);
          expect(diagnostics.every(({ at }) => at !== undefined && at.end.offset >= at.start.offset)).toBe(
            true,
          );
          if (value === undefined)
            expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
          else expect(readCase(value.yaml, { uri: 'x.yaml' }).diagnostics).toEqual([]);
        },
      ),
      { seed: 6, numRuns: 2000 },
    );
  });

  test('[GMC1, GMC13] models of the right shape with any content are read or refused, seed 7', () => {
    const index = fc.oneof(
      { weight: 9, arbitrary: fc.nat(3) },
      { weight: 1, arbitrary: fc.integer({ min: -1, max: 6 }) },
    );
    const condition = fc.array(fc.tuple(index, fc.constantFrom('Y', 'N')), { maxLength: 3 });
    const either = fc.oneof(
      condition,
      fc.array(condition, { maxLength: 4 }).map((members) => ({ compound: true, members })),
    );
    const file = fc.record({
      options: fc.array(
        fc.record({
          name: fc.string({ unit: 'binary', maxLength: 6 }),
          permittedDirection: fc.constantFrom('both', 'fwd', 'back'),
        }),
        { minLength: 4, maxLength: 4 },
      ),
      decisionMakers: fc
        .constantFrom(
          [
            [0, 1],
            [2, 3],
          ],
          [[3], [0], [1]],
          [[2, 0]],
        )
        .chain((owned) =>
          fc.tuple(
            ...owned.map((options) =>
              fc.record({
                name: fc.string({ maxLength: 4 }),
                options: fc.constant(options),
                preferences: fc.array(either, { maxLength: 4 }),
              }),
            ),
          ),
        ),
      infeasibles: fc.array(condition, { maxLength: 3 }),
      useManualPreferenceVectors: fc.constant(false),
    });
    let read = 0;
    fc.assert(
      fc.property(file, (content) => {
        const { value, diagnostics } = imported(JSON.stringify(content));
        if (value === undefined) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        else {
          read += 1;
          expect(readCase(value.yaml, { uri: 'x.yaml' }).diagnostics).toEqual([]);
        }
      }),
      { seed: 7, numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(200);
  });
});

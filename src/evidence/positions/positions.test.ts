// Shows who is on record with what: mentions, counts, duplicates, days and windows.
import { describe, expect, test } from 'vitest';
import { coded } from '../../../tests/support/coded.ts';
import {
  dateOfDay,
  dayOf,
  isoWeekNumber,
  shifted,
  unitsBetween,
  weekOf,
  wholeUnitsBetween,
} from './calendar.ts';
import type { DuplicatePolicy, Mention } from './mentions.ts';
import { mentionsOf, withoutDuplicates } from './mentions.ts';
import { positionsOf } from './positions.ts';
import { dnaWindows, middles, rangeOf, windowsOver, within } from './windows.ts';

const day = (date: string): number => dayOf(date) as number;

describe('mentions', () => {
  const dates = new Map([
    ['d1', '2024-03-05'],
    ['d2', '2024-03'],
  ]);

  test('[POS1] a statement of two holders is two mentions, one without a concept or holder none', () => {
    const statements = [
      coded({ holder: ['north', 'south', 'north'], speaker: ['herald'] }),
      coded({ id: 's2', concept: null }),
      coded({ id: 's3', holder: [] }),
    ];
    expect(mentionsOf(statements, dates).map(({ actor, statement }) => `${actor} ${statement}`)).toEqual([
      'north s1',
      'south s1',
    ]);
    expect(mentionsOf(statements, dates, 'speaker').map(({ actor }) => actor)).toEqual(['herald', 'north']);
  });

  test('[POS1] a day is known or not, never guessed', () => {
    const statements = [coded(), coded({ id: 's2', document: 'd2' }), coded({ id: 's3', document: 'd3' })];
    expect(mentionsOf(statements, dates).map((each) => each.day)).toEqual([day('2024-03-05'), null, null]);
  });
});

describe('duplicates', () => {
  const at = (date: string | null, document: string, stance: 1 | -1 = 1): Mention => ({
    statement: `${date} ${document}`,
    document,
    actor: 'north',
    concept: 'talks',
    stance,
    day: date === null ? null : day(date),
  });
  const mentions = [
    at('2024-01-01', 'd1'),
    at('2024-01-01', 'd1'),
    at('2024-01-07', 'd2'),
    at('2024-01-08', 'd3'),
    at('2024-12-31', 'd4'),
    at('2025-01-06', 'd5'),
    at(null, 'd6'),
    at(null, 'd7'),
  ];

  test.each([
    ['include', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['document', [0, 2, 3, 4, 5, 6, 7]],
    ['week', [0, 3, 4, 5, 6, 7]],
    ['month', [0, 4, 5, 6, 7]],
    ['year', [0, 5, 6, 7]],
    ['across', [0]],
    // The last day of 2024 is in week 1, as its first; 6 January 2025 in week 2, as 8 January 2024.
    ['dna-week', [0, 3, 6, 7]],
    ['dna-month', [0, 4, 6, 7]],
  ] as [DuplicatePolicy, number[]][])('[POS2] %s', (policy, kept) => {
    const left = withoutDuplicates(mentions, policy, true);
    expect(left.map((each) => mentions.indexOf(each))).toEqual(kept);
  });

  test('[POS2] another stance is no duplicate, unless stances are ignored', () => {
    const both = [at('2024-01-01', 'd1'), at('2024-01-01', 'd1', -1)];
    expect(withoutDuplicates(both, 'document', true)).toHaveLength(2);
    expect(withoutDuplicates(both, 'document', false)).toHaveLength(1);
  });
});

test('[POS3] counts by stance, their mean, and the evidence', () => {
  const statements = [
    coded({ id: 's1', stance: 2 }),
    coded({ id: 's2', stance: -1, document: 'd2' }),
    coded({ id: 's3', stance: 0 }),
    coded({ id: 's4', stance: 'conditional' }),
    coded({ id: 's5', stance: null }),
    coded({ id: 's6', holder: ['south'], concept: 'war', stance: -2 }),
  ];
  const { actors, concepts, cells } = positionsOf(mentionsOf(statements, new Map()));
  expect({ actors, concepts }).toEqual({ actors: ['north', 'south'], concepts: ['talks', 'war'] });
  expect(cells).toHaveLength(2);
  expect(cells[0]).toEqual({
    actor: 'north',
    concept: 'talks',
    count: 5,
    for: 1,
    against: 1,
    neutral: 1,
    conditional: 1,
    unknown: 1,
    mean: 1 / 3,
    statements: ['s1', 's2', 's3', 's4', 's5'],
    documents: ['d1', 'd2'],
  });
  expect(cells[1]).toMatchObject({ actor: 'south', concept: 'war', against: 1, mean: -2 });
  expect(positionsOf(mentionsOf([coded({ stance: null })], new Map())).cells[0]?.mean).toBeNull();
});

describe('days', () => {
  test('[POS4] dates that name no day have none', () => {
    expect(['2024', '2024-02', '2023-02-29', '2024-13-01', 'soon', ''].map(dayOf)).toEqual(
      new Array(6).fill(null),
    );
    expect(day('0001-01-01')).toBe(-719162);
    expect(dateOfDay(day('2024-02-29'))).toBe('2024-02-29');
  });

  test('[POS4] months are as long as they are', () => {
    expect(dateOfDay(shifted(day('2023-01-31'), 1, 'months'))).toBe('2023-02-28');
    expect(dateOfDay(shifted(day('2024-02-29'), -1, 'years'))).toBe('2023-02-28');
    expect(unitsBetween(day('2024-03-31'), day('2024-02-29'), 'months')).toBe(-(1 + 2 / 31));
    expect(unitsBetween(day('2023-01-01'), day('2024-07-01'), 'years')).toBe(1.5);
    expect(wholeUnitsBetween(day('2024-03-15'), day('2024-01-31'), 'months')).toBe(-1);
    expect(wholeUnitsBetween(day('2023-01-01'), day('2024-12-31'), 'years')).toBe(1);
  });

  test('[POS2] weeks begin on Monday', () => {
    expect(weekOf(day('2024-01-07')) === weekOf(day('2024-01-01'))).toBe(true);
    expect(weekOf(day('2024-01-08')) === weekOf(day('2024-01-07'))).toBe(false);
    expect(
      ['2020-12-31', '2021-01-03', '2021-01-04', '2024-12-30'].map((date) => isoWeekNumber(day(date))),
    ).toEqual([53, 53, 1, 1]);
  });
});

describe('windows of time', () => {
  const shown = (windows: readonly { readonly start: number; readonly end: number }[]): readonly string[] =>
    windows.map(({ start, end }) => `${dateOfDay(start)} ${dateOfDay(end)}`);

  test('[POS4] follow the calendar and hold their last day', () => {
    expect(shown(windowsOver(day('2024-01-31'), day('2024-04-01'), { size: 1, unit: 'months' }))).toEqual([
      '2024-01-31 2024-02-28',
      '2024-02-29 2024-03-30',
      '2024-03-31 2024-04-29',
    ]);
    expect(windowsOver(0, 9, { size: 5, unit: 'days', step: 3 }).map(({ start }) => start)).toEqual([
      0, 3, 6,
    ]);
  });

  test('[POS5] DNA widens even windows by one unit', () => {
    const width = (size: number): number => {
      const [first] = dnaWindows(0, 30, { size, unit: 'days' });
      return (first?.end ?? 0) - (first?.start ?? 0) + 1;
    };
    expect([1, 2, 3, 4, 5].map(width)).toEqual([1, 3, 3, 5, 5]);
  });

  test('[POS4] what has no day is in none; a range has a first and a last day', () => {
    const mentions = mentionsOf(
      [coded(), coded({ id: 's2', document: 'd2' })],
      new Map([['d1', '1970-01-03']]),
    );
    expect(within(mentions, { start: 0, end: 5, middle: 2 }).map(({ statement }) => statement)).toEqual([
      's1',
    ]);
    expect(rangeOf(mentions)).toEqual({ first: 2, last: 2 });
    expect(rangeOf([])).toBeNull();
  });

  test('sizes that are none, and more than 10,000 windows, are a mistake of the caller: E2001', () => {
    expect(() => windowsOver(0, 9, { size: 0, unit: 'days' })).toThrow('E2001');
    expect(() => windowsOver(0, 9, { size: 1, unit: 'days', step: 0.5 })).toThrow('E2001');
    expect(() => windowsOver(0, 20_000, { size: 1, unit: 'days' })).toThrow('E2001');
    expect(() => middles(0, 20_000, 'days')).toThrow('E2001');
  });
});

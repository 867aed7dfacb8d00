// Cuts a stretch of time into windows, and takes from mentions those that fall into each.
import { ImpasseError } from '../../base/index.ts';
import type { TimeUnit } from './calendar.ts';
import { shifted } from './calendar.ts';
import type { Mention } from './mentions.ts';

/** A window of time in days, both ends in it. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
  /** The day for which it stands. */
  readonly middle: number;
}

export interface WindowOptions {
  /** How many units a window is wide, 1 or more. */
  readonly size: number;
  readonly unit: TimeUnit;
  /** By how many units the next one begins later; the size where it is not given, so that windows do not overlap. */
  readonly step?: number;
}

/** The first and the last day of mentions that have one. */
export function rangeOf(
  mentions: readonly Mention[],
): { readonly first: number; readonly last: number } | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { day } of mentions) {
    if (day === null) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return first <= last ? { first, last } : null;
}

/** More than this many windows are a mistake of units. */
const mostWindows = 10_000;

/**
 * Windows of exactly `size` units from the first day until the last one is in one.                 Rule [POS4].
 * @param first - a day, as is `last`
 * @throws ImpasseError E2001 where a size or step is no whole number from 1, or there were over 10,000 windows
 * @example windowsOver(0, 9, { size: 5, unit: 'days' }).map(({ start, end }) => [start, end]) // => [[0, 4], [5, 9]]
 */
export function windowsOver(
  first: number,
  last: number,
  { size, unit, step = size }: WindowOptions,
): readonly TimeWindow[] {
  const windows: TimeWindow[] = [];
  checkSize(size);
  checkSize(step);
  for (let at = 0; ; at += step) {
    const start = shifted(first, at, unit);
    const end = shifted(first, at + size, unit) - 1;
    if (start > last || (windows.at(-1)?.end ?? -Infinity) >= last) return windows;
    windows.push({ start, end, middle: Math.floor((start + end) / 2) });
    checkCount(windows.length);
  }
}

/**
 * Windows as DNA makes them: round((size − 1)/2) units to both sides of a middle that moves by one unit, those alone
 * that lie within the first and the last day. An even size is one unit wider than it says.         Rule [POS5].
 * @throws ImpasseError E2001 as `windowsOver`
 * @example dnaWindows(0, 3, { size: 2, unit: 'days' }).map(({ start, end }) => [start, end]) // => [[0, 2], [1, 3]]
 */
export function dnaWindows(
  first: number,
  last: number,
  { size, unit }: { readonly size: number; readonly unit: TimeUnit },
): readonly TimeWindow[] {
  checkSize(size);
  const half = Math.round((size - 1) / 2);
  return middles(first, last, unit)
    .map((middle) => ({ start: shifted(middle, -half, unit), end: shifted(middle, half, unit), middle }))
    .filter(({ start, end }) => start >= first && end <= last);
}

/**
 * The first day and every day a whole number of units after it, up to the last.
 * @throws ImpasseError E2001 where there were over 10,000
 */
export function middles(first: number, last: number, unit: TimeUnit): readonly number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day = shifted(first, days.length, unit)) {
    days.push(day);
    checkCount(days.length);
  }
  return days;
}

/** The mentions of a window; those without a day are in none. */
export function within(mentions: readonly Mention[], { start, end }: TimeWindow): readonly Mention[] {
  return mentions.filter(({ day }) => day !== null && day >= start && day <= end);
}

function checkSize(size: number): void {
  if (!Number.isInteger(size) || size < 1)
    throw new ImpasseError('E2001', 'windows of time have a whole number of units, 1 or more', { size });
}

function checkCount(count: number): void {
  if (count > mostWindows)
    throw new ImpasseError('E2001', `there are more than ${mostWindows} windows of time`, {
      windows: mostWindows,
    });
}

// Counts days and months between dates: a day is a number, days from 1 January 1970 in the proleptic Gregorian calendar.

export const timeUnits = ['days', 'weeks', 'months', 'years'] as const;
/** What windows of time are counted in. */
export type TimeUnit = (typeof timeUnits)[number];

const msPerDay = 86_400_000;

/**
 * The day of an ISO 8601 date that names one; null of a text that is less precise, or no date.
 * @example dayOf('1970-02-01T10:00') // => 31
 */
export function dayOf(date: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(date) ?? [];
  if (year === undefined) return null;
  const found = utcDay(Number(year), Number(month) - 1, Number(day));
  return dateOfDay(found) === date.slice(0, 10) ? found : null;
}

/** Years below 100 are what they say, not of the last century. */
function utcDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day) / msPerDay;
}

/**
 * The ISO date of a day.
 * @example dateOfDay(31) // => '1970-02-01'
 */
export function dateOfDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** Year, month from 0 and day of the month. */
function parts(day: number): readonly [year: number, month: number, date: number] {
  const date = new Date(day * msPerDay);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
}

/**
 * A day some units later, or earlier: months keep the day of the month, or take the last one that there is.
 * @example dateOfDay(shifted(dayOf('2024-01-31'), 1, 'months')) // => '2024-02-29'
 */
export function shifted(day: number, by: number, unit: TimeUnit): number {
  if (unit === 'days') return day + by;
  if (unit === 'weeks') return day + 7 * by;
  const [year, month, date] = parts(day);
  const target = month + (unit === 'years' ? 12 * by : by);
  const lastOfMonth = parts(utcDay(year, target + 1, 0))[2];
  return utcDay(year, target, Math.min(date, lastOfMonth));
}

/**
 * How many units lie between two days, with the fraction: a part of a month counts by that month's length.
 * @returns below 0 where `to` comes first
 * @example unitsBetween(dayOf('2024-01-01'), dayOf('2024-02-15'), 'months') // => 1 + 14 / 29
 */
export function unitsBetween(from: number, to: number, unit: TimeUnit): number {
  if (unit === 'days') return to - from;
  if (unit === 'weeks') return (to - from) / 7;
  if (unit === 'years') return unitsBetween(from, to, 'months') / 12;
  if (to < from) return -unitsBetween(to, from, unit);
  const [startYear, startMonth] = parts(from);
  const [endYear, endMonth] = parts(to);
  let whole = 12 * (endYear - startYear) + endMonth - startMonth;
  if (shifted(from, whole, 'months') > to) whole -= 1;
  const [before, after] = [shifted(from, whole, 'months'), shifted(from, whole + 1, 'months')];
  return whole + (to - before) / (after - before);
}

/**
 * The same in whole units, cut off towards zero, as java.time.Period counts them.
 * @example wholeUnitsBetween(dayOf('2024-01-01'), dayOf('2024-02-29'), 'months') // => 1
 */
export function wholeUnitsBetween(from: number, to: number, unit: TimeUnit): number {
  if (unit === 'days' || unit === 'weeks') return Math.trunc(unitsBetween(from, to, unit)) + 0;
  const [startYear, startMonth, startDate] = parts(from);
  const [endYear, endMonth, endDate] = parts(to);
  let months = 12 * (endYear - startYear) + endMonth - startMonth;
  if (months > 0 && endDate < startDate) months -= 1;
  else if (months < 0 && endDate > startDate) months += 1;
  return Math.trunc(unit === 'years' ? months / 12 : months) + 0;
}

/**
 * The number of the week, from Monday to Sunday, one number for each week that ever was.
 * @example weekOf(dayOf('2024-01-07')) - weekOf(dayOf('2024-01-01')) // => 0
 */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/**
 * The number of the week in its ISO year, 1 to 53.
 * @example isoWeekNumber(dayOf('2021-01-03')) // => 53
 */
export function isoWeekNumber(day: number): number {
  const thursday = weekOf(day) * 7;
  const [year] = parts(thursday);
  return Math.floor((thursday - utcDay(year, 0, 1)) / 7) + 1;
}

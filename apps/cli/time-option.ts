// Reads what the user says of windows of time: so many days, weeks, months or years.
import { InvalidArgumentError } from 'commander';
import { ImpasseError } from '../../src/base/index.ts';
import type { TimeUnit } from '../../src/evidence/index.ts';
import { timeUnits } from '../../src/evidence/index.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/** So many units. */
export interface Stretch {
  readonly size: number;
  readonly unit: TimeUnit;
}

/** `30days`, `2 weeks`, `1month`; a parser for an option. */
export function parseStretch(value: string): Stretch {
  const [, size = '0', name = ''] = /^\s*(\d{1,5})\s*([a-z]+)\s*$/i.exec(value) ?? [];
  const unit = timeUnits.find((each) => each === name.toLowerCase() || each === `${name.toLowerCase()}s`);
  if (unit !== undefined && Number(size) >= 1) return { size: Number(size), unit };
  throw new InvalidArgumentError('It is a number of days, weeks, months or years, such as 30days.');
}

/**
 * What is made for each window of time; more windows than anybody reads are a mistake of units, and are said to be.
 * @returns nothing where there would be too many; the exit code is set
 */
export function overWindows<T>(make: () => T, terminal: Terminal): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ImpasseError) || error.data.windows === undefined) throw error;
    terminal.err(`There would be over ${error.data.windows} windows of time: choose longer ones.\n`);
    terminal.setExitCode(exit.usage);
    return undefined;
  }
}

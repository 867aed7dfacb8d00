// Picks the accounts that a command is about: those asked for, else all but the what-if variants.
import type { Account, Case } from '../../src/model/index.ts';
import { listed } from '../../src/report/index.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/** Which accounts a command is asked to take. */
export interface AccountChoice {
  readonly account?: readonly string[];
  readonly variants?: true;
}

/**
 * The accounts of a case that are asked for.
 * @returns nothing where an id is unknown or nothing is left, after a line that says so
 */
export function chooseAccounts(
  { accounts }: Case,
  { account: asked, variants }: AccountChoice,
  terminal: Terminal,
): readonly Account[] | undefined {
  if (asked !== undefined) {
    const unknown = asked.filter((id) => !accounts.some((account) => account.id === id));
    if (unknown.length > 0) {
      terminal.err(
        `There is no account ${listed(unknown, 'or')}. The case has ${listed(accounts.map(({ id }) => id))}.\n`,
      );
      terminal.setExitCode(exit.usage);
      return undefined;
    }
    return accounts.filter(({ id }) => asked.includes(id));
  }
  const chosen = accounts.filter(({ variant }) => variants === true || !variant);
  return chosen.length > 0 ? chosen : accounts;
}

// Builds the models that a command is about: reads the case, picks its accounts, and prints what keeps them from being models.
import type { Account, Conflict } from '../../src/model/index.ts';
import { conflictOf } from '../../src/model/index.ts';
import type { AccountChoice } from './choose-accounts.ts';
import { chooseAccounts } from './choose-accounts.ts';
import type { LoadedCase } from './load-case.ts';
import { loadCase, printDiagnostics } from './load-case.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/** A case with the conflicts of the accounts that were chosen. */
export interface LoadedConflicts extends LoadedCase {
  readonly conflicts: readonly Conflict[];
}

/**
 * The case at a path, with a conflict for each account chosen.
 * @returns nothing after problems, all of which have been printed; the exit code is set
 */
export function loadConflicts(
  path: string,
  choice: AccountChoice,
  terminal: Terminal,
): LoadedConflicts | undefined {
  const loaded = loadCase(path, terminal);
  if (loaded === undefined) return undefined;
  const accounts = chooseAccounts(loaded.value, choice, terminal);
  if (accounts === undefined) return undefined;
  const conflicts = buildConflicts(accounts, loaded, terminal);
  return conflicts === undefined ? undefined : { ...loaded, conflicts };
}

/** The conflicts of some accounts of a case; nothing after errors, which have been printed, all of them. */
export function buildConflicts(
  accounts: readonly Account[],
  { path, text }: LoadedCase,
  terminal: Terminal,
): readonly Conflict[] | undefined {
  const built = accounts.map((account) => conflictOf(account));
  printDiagnostics(
    built.flatMap(({ diagnostics }) => diagnostics),
    new Map([[path, text]]),
    terminal,
  );
  const conflicts = built.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (conflicts.length === accounts.length) return conflicts;
  terminal.setExitCode(exit.problems);
  return undefined;
}

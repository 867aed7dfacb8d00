// Finds the states that people name, or says how states are named.
import type { Conflict, StateIndex } from '../../src/model/index.ts';
import { stateName } from '../../src/model/index.ts';
import { listed } from '../../src/report/index.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/** The states that are named by pattern (in any case), by id, or in graph form by name. */
export function findStates(conflict: Conflict, wanted: readonly string[]): readonly StateIndex[] {
  return wanted.flatMap((word) => {
    const name = conflict.space === undefined ? word : word.toUpperCase();
    for (let s = 0; s < conflict.size; s += 1) if (stateName(conflict, s) === name) return [s];
    const id = /^\d+$/.test(word) ? Number(word) : 0;
    return conflict.space !== undefined && id >= 1 && id <= conflict.size ? [id - 1] : [];
  });
}

/** Says that no account has such a state, and how each of them names its states. */
export function reportUnknownStates(
  wanted: readonly string[],
  conflicts: readonly Conflict[],
  terminal: Terminal,
): void {
  terminal.err(`No account has a feasible state ${listed(wanted, 'or')}.\n`);
  for (const { account, size } of conflicts) {
    const options = account.options.map(({ key }) => key);
    const form =
      options.length === 0
        ? 'names of states'
        : `patterns of ${options.length} letters Y or N for ${listed(options)}`;
    terminal.err(`  ${account.id}: ${form}, or an id from 1 to ${size}\n`);
  }
  terminal.setExitCode(exit.usage);
}

// Offers the commands, and turns wrong usage into an exit code.
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { registerAnalyze } from './commands/analyze.ts';
import { registerCheck } from './commands/check.ts';
import { registerCompare } from './commands/compare.ts';
import { registerExport } from './commands/export.ts';
import { registerImport } from './commands/import.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/**
 * Runs the command line.
 * @param args - what the user wrote after the program's name
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<void> {
  const program = new Command('impasse')
    .description('Finds out why a negotiation is stuck and the smallest change that would unstick it.')
    .version(version(), '-V, --version')
    .showHelpAfterError('(impasse --help lists the commands, impasse COMMAND --help its options)')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const register of [registerAnalyze, registerCompare, registerCheck, registerImport, registerExport])
    register(program, terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) terminal.setExitCode(exit.usage);
  }
}

/** The version in the manifest nearest above this file: the repository's, or the installed package's. */
function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}

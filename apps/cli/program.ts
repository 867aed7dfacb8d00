// Offers the commands, and turns wrong usage into an exit code.
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { registerAgreement } from './commands/agreement.ts';
import { registerAnalyze } from './commands/analyze.ts';
import { registerCheck } from './commands/check.ts';
import { registerCoalitions } from './commands/coalitions.ts';
import { registerCodebook } from './commands/codebook.ts';
import { registerCompare } from './commands/compare.ts';
import { registerDraft } from './commands/draft.ts';
import { registerExport } from './commands/export.ts';
import { registerHypergame } from './commands/hypergame.ts';
import { registerImport } from './commands/import.ts';
import { registerInverse } from './commands/inverse.ts';
import { registerNetworks } from './commands/networks.ts';
import { registerPositions } from './commands/positions.ts';
import { registerRead } from './commands/read.ts';
import { registerReview } from './commands/review.ts';
import { registerRipeness } from './commands/ripeness.ts';
import { registerRobust } from './commands/robust.ts';
import { registerStatements } from './commands/statements.ts';
import { registerUnlock } from './commands/unlock.ts';
import type { Terminal } from './terminal.ts';
import { exit } from './terminal.ts';

/** In the order in which help lists them. */
const commands = [
  registerAnalyze,
  registerCompare,
  registerUnlock,
  registerInverse,
  registerCoalitions,
  registerRobust,
  registerHypergame,
  registerRipeness,
  registerRead,
  registerReview,
  registerStatements,
  registerCodebook,
  registerPositions,
  registerNetworks,
  registerAgreement,
  registerDraft,
  registerCheck,
  registerImport,
  registerExport,
];

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
  for (const register of commands) register(program, terminal);
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

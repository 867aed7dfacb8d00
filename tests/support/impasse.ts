// Runs the command line inside the test, with a terminal that keeps what is printed.
import { runProgram } from '../../apps/cli/program.ts';
import type { Terminal } from '../../apps/cli/terminal.ts';
import { root } from './repository.ts';

/** What a run leaves. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `impasse ARGS`, standing in the repository's folder unless told otherwise.
 * @param terminal - parts of the terminal that differ from a pipe 80 columns wide
 */
export async function impasse(args: readonly string[], terminal: Partial<Terminal> = {}): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  let code = 0;
  await runProgram(args, {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    columns: 80,
    colour: { out: false, err: false },
    cwd: root,
    watch: { stopped: () => false },
    setExitCode: (next) => {
      code = Math.max(code, next);
    },
    ...terminal,
  });
  return { code, stdout, stderr };
}

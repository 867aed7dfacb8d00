// Says what a command may use of the world around it: two streams, the folder, and whether to stop.
import { writeSync } from 'node:fs';
import type { Watch } from '../../src/base/index.ts';
import type { Keyboard } from './keyboard.ts';
import { openKeyboard } from './keyboard.ts';

/** Exit codes, as the contract has them. */
export const exit = { done: 0, problems: 1, usage: 2, interrupted: 130 } as const;

/** What a command uses of the world. */
export interface Terminal {
  /** Standard output: results only. */
  readonly out: (text: string) => void;
  /** Standard error: diagnostics, progress, hints. */
  readonly err: (text: string) => void;
  /** The width of a line; 80 where output is not a terminal. */
  readonly columns: number;
  /** Whether standard output, and standard error, may be coloured. */
  readonly colour: { readonly out: boolean; readonly err: boolean };
  /** The folder in which the user stands. */
  readonly cwd: string;
  /** Opens the keyboard; missing, or giving nothing, where there is none. */
  readonly keyboard?: () => Keyboard | undefined;
  /** Asked by long work; told how far it is. */
  readonly watch: Watch;
  /** Set by a command that ends otherwise than well; the highest wins. */
  readonly setExitCode: (code: number) => void;
}

/** What the thread that works shares with the thread that listens to signals and shows progress. */
export interface Shared {
  /** [0] is 1 once the user has interrupted; [1] counts the pieces of work begun; [2] is the index of `works`. */
  readonly flags: Int32Array;
  /** [0] done, [1] of how many. */
  readonly progress: Float64Array;
}

/** What work may tell of its progress, so that a number can say which. */
export const works = [
  'stability',
  'decision makers',
  'orders',
  'states',
  'steps',
  'coalitions',
  'samples',
  'documents',
  'characters',
  'sets of changes',
  'sets of premises',
] as const;

/** What the listening thread knows of the terminal when it starts the other. */
export interface TerminalFacts {
  readonly columns: number;
  readonly colour: { readonly out: boolean; readonly err: boolean };
  readonly cwd: string;
}

/** The terminal as the working thread has it. */
export function workingTerminal(facts: TerminalFacts, { flags, progress }: Shared): Terminal {
  return {
    ...facts,
    keyboard: openKeyboard,
    out: (text) => write(1, text),
    err: (text) => write(2, text),
    watch: {
      stopped: () => Atomics.load(flags, 0) === 1,
      progress: (done, total, what) => {
        if (done < (progress[0] as number)) Atomics.add(flags, 1, 1);
        flags[2] = Math.max(0, (works as readonly string[]).indexOf(what));
        progress[0] = done;
        progress[1] = total;
      },
    },
    setExitCode: (code) => {
      process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
    },
  };
}

/** Output that nobody can take ends the work: with a line on the other stream, if that still works. */
function giveUp(stream: 1 | 2, code: string): never {
  const reason = code === 'ENOSPC' ? 'there is no room left' : 'the device does not take it';
  if (stream === 1) write(2, `The output cannot be written: ${reason}.\n`);
  process.exit(exit.problems);
}

/** Writes all of a text at once, so that nothing is lost however the process ends. */
function write(stream: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(stream, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that has seen enough, such as head, closes the pipe: that is no error.
      if (code === 'EPIPE') process.exit(exit.done);
      if (code === 'ENOSPC' || code === 'EIO') giveUp(stream, code);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

// Starts the command line in a thread of its own, so that Ctrl-C and progress are seen however busy that thread is.
import { isatty } from 'node:tty';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import type { Shared, TerminalFacts } from './terminal.ts';
import { exit, workingTerminal, works } from './terminal.ts';

interface Start {
  readonly args: readonly string[];
  readonly facts: TerminalFacts;
  readonly shared: Shared;
}

if (isMainThread) listen();
else {
  const { args, facts, shared } = workerData as Start;
  // Only here: the thread that listens starts without it.
  const { runProgram } = await import('./program.ts');
  await runProgram(args, workingTerminal(facts, shared));
}

/** Starts the working thread, tells it of interrupts, and ends as it does. */
function listen(): void {
  const plain = process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '';
  const facts: TerminalFacts = {
    columns: isatty(1) ? Math.max(40, process.stdout.columns ?? 80) : 80,
    colour: { out: !plain && isatty(1), err: !plain && isatty(2) },
    cwd: process.cwd(),
  };
  const shared: Shared = {
    flags: new Int32Array(new SharedArrayBuffer(12)),
    progress: new Float64Array(new SharedArrayBuffer(16)),
  };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { args: process.argv.slice(2), facts, shared } satisfies Start,
    resourceLimits: { maxOldGenerationSizeMb: 8192 },
  });
  const wasInterrupted = (): boolean => Atomics.load(shared.flags, 0) === 1;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (wasInterrupted()) process.exit(exit.interrupted);
      Atomics.store(shared.flags, 0, 1);
    });
  }
  const clear = showProgress(shared, isatty(2));
  let failed = false;
  worker.on('error', (error) => {
    failed = true;
    clear();
    process.stderr.write(`impasse has a fault, please report it: ${error.stack ?? error.message}\n`);
    process.exitCode = 70;
  });
  worker.on('exit', (code) => {
    clear();
    if (!failed) process.exitCode = wasInterrupted() ? exit.interrupted : code;
  });
}

/** Shows what takes longer than a second: one line, redrawn on a terminal and repeated every ten seconds elsewhere. */
function showProgress({ flags, progress }: Shared, isTerminal: boolean): () => void {
  let work = -1;
  let since = 0;
  let last = 0;
  let shown = false;
  const timer = setInterval(() => {
    const now = Date.now();
    const [done = 0, total = 0] = progress;
    if (work !== Atomics.load(flags, 1)) {
      work = Atomics.load(flags, 1);
      since = now;
    }
    if (total === 0 || done >= total || now - since < 1000 || now - last < (isTerminal ? 200 : 10_000))
      return;
    last = now;
    const share = Math.floor((100 * done) / total);
    const text = `${works[Atomics.load(flags, 2)]}: ${done} of ${total} (${share} %). Ctrl-C stops and prints what is found.`;
    process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    shown = true;
  }, 100);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (shown && isTerminal) process.stderr.write('\r\u001b[K');
    shown = false;
  };
}

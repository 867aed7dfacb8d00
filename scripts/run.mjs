// Runs a TypeScript entry, `node scripts/run.mjs ENTRY [ARGS]`, from the folder in which the user stands.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode, isNewEnough, isStarted, oldest, root } from './node-version.mjs';
import { setup } from './setup.mjs';

/**
 * Sets up if needed, then runs `entry`.
 *
 * A Node that is new enough runs it in this very process, so that signals, the terminal and the exit code are the
 * entry's own. npm puts the Node of node_modules first on the PATH, so an older one is met only before the first
 * set-up or where this script is called directly; then a child does the work.
 * @param {string} entry path from the repository's folder
 * @param {string[]} args
 * @param {string} cwd
 */
export async function run(entry, args, cwd = process.env.INIT_CWD ?? process.cwd()) {
  if (!(await setup())) {
    process.exitCode = 1;
    return;
  }
  const file = resolve(root, entry);
  if (!existsSync(file)) {
    process.stderr.write(`There is no ${entry} in this copy of Impasse.\n`);
    process.exitCode = 2;
    return;
  }
  if (isNewEnough(process.versions.node)) {
    process.chdir(cwd);
    process.argv.splice(1, process.argv.length, file, ...args);
    if (process.env.npm_lifecycle_event !== undefined) interruptWhenOrphaned();
    await import(pathToFileURL(file).href);
    return;
  }
  const node = findNode();
  if (node === undefined) {
    process.stderr.write(
      `Impasse needs Node ${oldest} or later; this is ${process.version}, and none came with the dependencies ` +
        'for this platform. Install a newer Node and try again.\n',
    );
    process.exitCode = 2;
    return;
  }
  process.exitCode = await runChild(node, [file, ...args], cwd);
}

/**
 * npm passes a SIGTERM that it alone receives to the shell between, which dies of it and tells nobody: without this
 * the work would go on unseen.
 */
function interruptWhenOrphaned() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGINT');
  }, 200);
  timer.unref();
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<number>} its exit code; 128 + n if signal n ended it, as shells have it
 */
export function runChild(command, args, cwd) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    const forward = (signal) => {
      // Ctrl-C on a terminal reaches the child too: a second one would cut its clean stop short.
      if (signal !== 'SIGINT' || process.stdin.isTTY !== true) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      done(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`${command} could not be run: ${error.message}\n`);
      end(1);
    });
    child.on('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 1)));
  });
}

if (isStarted(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2);
  if (entry === undefined) {
    process.stderr.write('Usage: node scripts/run.mjs ENTRY [ARGS]\n');
    process.exitCode = 2;
  } else {
    await run(entry, args);
  }
}

// Shows that the scripts hand a TypeScript entry its arguments, folder and signals, and hand its exit code back.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oldNode, plainEnvironment, runCommand } from '../support/command.ts';
import { node, root } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary.ts';

const folder = temporaryFolder('scripts');
const elsewhere = join(folder, 'where the user stands');
mkdirSync(elsewhere);
const script = join(root, 'scripts', 'run.mjs');

function entry(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, body);
  return path;
}

const echo = entry(
  'echo.mts',
  'const words: string[] = process.argv.slice(2);\nconsole.log(JSON.stringify({ words, cwd: process.cwd() }));\nprocess.exitCode = 3;\n',
);
const patient = entry(
  'patient.mts',
  "const timer: NodeJS.Timeout = setTimeout(() => {}, 30_000);\nprocess.on('SIGINT', () => { console.log('stopped'); clearTimeout(timer); process.exitCode = 130; });\nconsole.log('ready');\n",
);
const endless = entry('endless.mts', "setInterval((): void => {}, 1000);\nconsole.log('ready');\n");

const old = oldNode();
const nodes = [
  { which: 'a new Node, in its own process', path: node },
  { which: 'an old Node, through a child', path: old },
];

describe.each(nodes)('run.mjs under $which', ({ path }) => {
  const it = path === undefined ? test.skip : test;
  const command = path ?? '';

  it('passes arguments, stands where the user stands, and gives the exit code back', () => {
    const env = plainEnvironment({ INIT_CWD: elsewhere });
    const run = runCommand(command, [script, echo, 'a b', '--json'], root, env);
    expect(run).toEqual({
      code: 3,
      stdout: `${JSON.stringify({ words: ['a b', '--json'], cwd: elsewhere })}\n`,
      stderr: '',
    });
  });

  it('lets an interrupted entry stop in its own way', async () => {
    expect(await interrupt(command, patient)).toEqual({
      code: 130,
      signal: null,
      output: 'ready\nstopped\n',
    });
  });

  it('ends with an entry that an interrupt ends', async () => {
    const { code, signal } = await interrupt(command, endless);
    // A shell reports an end by signal 2 as 130; a parent in between has to say it itself.
    expect(signal === 'SIGINT' ? 130 : code).toBe(130);
  });
});

/** Starts the entry, interrupts it once it is ready, and waits for its end. */
function interrupt(
  command: string,
  path: string,
): Promise<{ code: number | null; signal: string | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, [script, path], {
      cwd: root,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      if (output === '') child.kill('SIGINT');
      output += String(chunk);
    });
    child.on('close', (code, signal) => done({ code, signal, output }));
  });
}

// Decides whether the dependencies on disk are those of the lock file, and installs them if not.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStarted, root } from './node-version.mjs';

/**
 * Installs the dependencies unless they are there. Says one line on stderr when it starts and one when it is
 * done; says nothing when there is nothing to do.
 * @returns {Promise<boolean>} false if it failed, after one line on stderr that says why
 */
export async function setup() {
  if (isInstalled()) return true;
  const started = Date.now();
  process.stderr.write('Setting up: installing the dependencies (npm ci, about 15 s) ...\n');
  const { code, output } = await npmCi();
  if (code === 0 && isInstalled()) {
    process.stderr.write(`Set up in ${Math.round((Date.now() - started) / 1000)} s.\n`);
    return true;
  }
  process.stderr.write(`Set-up failed: ${reason(code, output)} Check the network and try again.\n`);
  return false;
}

/**
 * npm writes `node_modules/.package-lock.json` last, so that an install that was cut short is seen as missing.
 * Packages for other platforms are in the lock file alone.
 */
function isInstalled() {
  const installed = packages(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  return Object.entries(packages(join(root, 'package-lock.json')) ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** @returns {Record<string, {version?: string, integrity?: string, optional?: boolean}> | undefined} */
function packages(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function npmCi() {
  // Development dependencies too, whatever NODE_ENV says: the compiler and the Node that runs it are among them.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-fund', '--no-audit'];
  const npm = process.env.npm_execpath;
  const [command, before, shell] =
    npm?.endsWith('npm-cli.js') === true
      ? [process.execPath, [npm], false]
      : ['npm', [], process.platform === 'win32'];
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], {
      cwd: root,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: null, output: `npm error ${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function reason(code, output) {
  const line = output
    .split('\n')
    .map((text) => text.replace(/^npm (error|ERR!)\s*/, '').trim())
    .find((text) => text !== '' && !/^(code|errno|syscall|network|A complete log)\b/.test(text));
  const end = code === null ? 'npm could not be run' : `npm ci ended with code ${code}`;
  return line === undefined ? `${end}.` : `${end} (${line.replace(/\.$/, '')}).`;
}

if (isStarted(import.meta.url)) {
  process.exitCode = (await setup()) ? 0 : 1;
}

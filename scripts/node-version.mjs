// Decides which Node runs the TypeScript: this one, or the one that set-up put into node_modules.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, wherever the user stands. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that runs the sources: type stripping is on by default and no longer experimental. */
export const oldest = '24.11';

/**
 * Can a Node of this version run the sources as they are?
 * @param {string} version as in `process.versions.node`
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor, needMinor] = oldest.split('.').map(Number);
  return major > needMajor || (major === needMajor && minor >= needMinor);
}

/**
 * @returns {string | undefined} a Node that is new enough, if there is one
 */
export function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return ['node', 'node-bin']
    .map((name) => join(root, 'node_modules', `${name}-${platform}-${process.arch}`, 'bin', file))
    .find((path) => existsSync(path));
}

/**
 * Was the module started by itself, not imported? True through symbolic links as well.
 * @param {string} url the module's `import.meta.url`
 */
export function isStarted(url) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(url);
}

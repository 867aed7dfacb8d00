// Says where the repository is and which files belong to it: tracked ones and new ones that are not ignored.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The repository's folder. */
export const root = join(import.meta.dirname, '..', '..');

/** A Node that is the one the tests run under, so that children of a test run the same. */
export const node = process.execPath;

/**
 * All files of the repository, as paths from its folder with forward slashes, in order.
 *
 * Where git is missing or does not know the folder (an unpacked archive), everything but what is installed or built.
 */
export function repositoryFiles(): readonly string[] {
  return (fromGit() ?? fromDisk(root)).filter((path) => existsSync(join(root, path))).sort();
}

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function fromGit(): string[] | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  // A clone may be another user's (a container): git answers only if it is told to trust the folder.
  const list = [
    '-c',
    `safe.directory=${root}`,
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '-z',
  ];
  const run = spawnSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return run.status === 0 ? run.stdout.split('\0').filter((path) => path !== '') : undefined;
}

function fromDisk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (['node_modules', 'dist', 'coverage', '.git'].includes(entry.name)) return [];
    return entry.isDirectory() ? fromDisk(path) : [relative(root, path).split(sep).join('/')];
  });
}

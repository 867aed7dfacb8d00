// Runs a command as a user would from a shell of their own, free of what the surrounding npm put into the environment.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './repository.ts';

/** What a finished command leaves. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment without npm's own variables and without colour. */
export function plainEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package|lifecycle|command|execpath|config_local_prefix)|^INIT_CWD$|^FORCE_COLOR$/i.test(name),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1', ...more };
}

/** Runs to the end; a command that cannot be started has code null and says why in stderr. */
export function runCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = plainEnvironment(),
): Finished {
  const run = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return { code: run.status, stdout: run.stdout ?? '', stderr: run.error?.message ?? run.stderr };
}

/** A Node on this machine that is too old for the sources, as far as there is one. */
export function oldNode(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders
    .filter((folder) => !folder.startsWith(join(root, 'node_modules')))
    .map((folder) => join(folder, process.platform === 'win32' ? 'node.exe' : 'node'))
    .find((path) => existsSync(path) && isOld(path));
}

function isOld(path: string): boolean {
  const [, major = '99', minor = '0'] =
    /^v(\d+)\.(\d+)/.exec(runCommand(path, ['--version'], root).stdout) ?? [];
  return Number(major) < 24 || (major === '24' && Number(minor) < 11);
}

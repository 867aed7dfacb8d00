// Runs the command line as a process of its own: streams, signals, exit codes, the folder in which the user stands.
import { spawn } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainEnvironment, runCommand } from '../support/command.ts';
import { node, root } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary.ts';

const main = join(root, 'apps', 'cli', 'main.ts');
const folder = temporaryFolder('cli');

describe('the process', () => {
  test('[CLI7] reads paths from where the user stands, with spaces and all', () => {
    cpSync(join(root, 'tests/fixtures/cases/euphrates.yaml'), join(folder, 'my case.yaml'));
    const run = runCommand(node, [main, 'analyze', 'my case.yaml', '--json'], folder);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout).accounts).toHaveLength(1);
  });

  test('[CLI7] gives its exit codes', () => {
    expect(runCommand(node, [main, 'check', 'tests/fixtures/cases/broken.yaml'], root).code).toBe(1);
    expect(runCommand(node, [main, 'nonsense'], root).code).toBe(2);
    expect(runCommand(node, [main, '--version'], root)).toMatchObject({ code: 0, stdout: '0.1.0\n' });
  });

  test('[CLI10] what cannot be read or written ends in a line, never in a stack trace', () => {
    const long = 'a'.repeat(300);
    const tries: readonly (readonly string[])[] = [
      ['analyze', '/dev/zero'],
      ['analyze', long],
      ['analyze', ''],
      ['export', 'tests/fixtures/cases/euphrates.yaml', '--to', 'csv', '-o', `package.json/x`],
      ['export', 'tests/fixtures/cases/euphrates.yaml', '--to', 'csv', '-o', long],
      ['export', 'tests/fixtures/cases/euphrates.yaml', '--to', 'csv', '-o', ''],
    ];
    for (const args of tries.filter(([, path]) => process.platform === 'linux' || path !== '/dev/zero')) {
      const run = runCommand(node, [main, ...args], root);
      expect([1, 2], args.join(' ')).toContain(run.code);
      expect(run.stdout).toBe('');
      expect(run.stderr.trim().split('\n'), run.stderr).toHaveLength(1);
    }
  });

  test('[CLI8] ends quietly when the reader has seen enough', () => {
    const run = runCommand(
      'sh',
      ['-c', `"$0" "$1" analyze cases/ukraine-2022 --json --variants | head -c 100`, node, main],
      root,
    );
    expect(run.stderr).toBe('');
    expect(run.stdout).toHaveLength(100);
  });

  test('[CLI9] an interrupt stops long work, and what was found is printed and marked', async () => {
    writeFileSync(join(folder, 'long.yaml'), longCase());
    const { code, stdout, stderr } = await interruptedAfter(1500, ['analyze', 'long.yaml', '--json']);
    expect(code).toBe(130);
    expect(stderr).not.toMatch(/at .*\.ts:/);
    const { accounts } = JSON.parse(stdout);
    expect(accounts[0].result.truncated).toBe(true);
    expect(accounts[0].result.complete).toBeUndefined();
  }, 60_000);
});

/** Nine statements of unknown order for two parties: over a hundred billion orders' worth of readings to sample. */
function longCase(): string {
  const options = (dm: string): string =>
    Array.from({ length: 8 }, (_, i) => `{ id: ${dm}${i}, name: ${dm} ${i} }`).join(', ');
  const statements = (dm: string, other: string): string =>
    Array.from({ length: 8 }, (_, i) => `      - ${dm}${i} & ${other}${(i + 3) % 8}`).join('\n');
  return `impasse: 1
title: A long one
decisionMakers:
  - { id: a, name: A, options: [${options('a')}] }
  - { id: b, name: B, options: [${options('b')}] }
statusQuo: []
agreement: a0 & b0
preferences:
  a:
    order: unknown
    statements:
${statements('a', 'b')}
  b:
    order: unknown
    statements:
${statements('b', 'a')}
`;
}

function interruptedAfter(
  milliseconds: number,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((done) => {
    const child = spawn(node, [main, ...args], { cwd: folder, env: plainEnvironment() });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    setTimeout(() => child.kill('SIGINT'), milliseconds);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

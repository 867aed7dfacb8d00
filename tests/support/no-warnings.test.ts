// Shows that a warning printed during a test fails it, by running vitest on a test that prints one.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { node, root } from './repository.ts';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder('warnings');

function runOn(body: string, before = ''): { readonly code: number | null; readonly output: string } {
  const vitest = JSON.stringify(join(root, 'node_modules', 'vitest', 'dist', 'index.js'));
  writeFileSync(
    join(folder, 'sample.test.mjs'),
    `import { test } from ${vitest};\n${before}\ntest('sample', async () => {${body}});\n`,
  );
  const setup = join(root, 'tests', 'support', 'no-warnings.ts');
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { include: ['*.test.mjs'], setupFiles: [${JSON.stringify(setup)}] } };\n`,
  );
  const args = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', folder];
  const run = spawnSync(node, args, { cwd: folder, encoding: 'utf8' });
  return { code: run.status, output: run.stdout + run.stderr };
}

test.each([
  ['console.warn', "console.warn('something is off');"],
  ['console.error', "console.error('something is off');"],
  [
    'a process warning',
    "process.emitWarning('something is off'); await new Promise((done) => setTimeout(done, 20));",
  ],
])('%s fails a test', (_, body) => {
  const { code, output } = runOn(body);
  expect(output).toContain('warnings printed during the test');
  expect(code).toBe(1);
});

test('a warning while the file loads fails it', () => {
  const { code, output } = runOn('', "console.warn('something is off');");
  expect(output).toContain('warnings printed during the test');
  expect(code).toBe(1);
});

test('a quiet test passes', () => {
  expect(runOn("console.log('fine');").code).toBe(0);
});

// Runs every check from a clean clone: compiler, linter, tests; the last line counts what passed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findNode, oldest, root } from './node-version.mjs';
import { runChild } from './run.mjs';
import { setup } from './setup.mjs';

const report = join(root, 'dist', 'test-report.json');
const count = { passed: 0, failed: 0, skipped: 0 };

process.exitCode = await main();

async function main() {
  if (!(await setup())) return finish({ failed: 1 });
  const node = findNode();
  if (node === undefined) {
    process.stderr.write(`The tests need Node ${oldest} or later, and none came for this platform.\n`);
    return finish({ failed: 1 });
  }
  process.env.PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const tool = (path, ...args) => runChild(node, [join(root, 'node_modules', path), ...args], root);

  for (const [name, ...command] of [
    ['compile', 'typescript/bin/tsc', '-b'],
    ['lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ]) {
    process.stdout.write(`${name} ...\n`);
    const code = await tool(...command);
    if (code === 130) return code;
    count[code === 0 ? 'passed' : 'failed'] += 1;
  }

  mkdirSync(join(root, 'dist'), { recursive: true });
  rmSync(report, { force: true });
  const code = await tool(
    'vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  );
  if (code === 130) return code;
  const tests = read();
  // A non-zero exit with no failed test: an error outside the tests, or no tests at all.
  if (code !== 0 && tests.failed === 0) tests.failed = 1;
  return finish(tests);
}

/** Counts the tests; a file that could not be loaded has none and is one failure. */
function read() {
  const tests = { passed: 0, failed: 0, skipped: 0 };
  try {
    for (const file of JSON.parse(readFileSync(report, 'utf8')).testResults) {
      const failedBefore = tests.failed;
      for (const { status } of file.assertionResults) {
        tests[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1;
      }
      if (file.status === 'failed' && tests.failed === failedBefore) tests.failed += 1;
    }
  } catch (error) {
    process.stderr.write(`The tests left no report: ${error.message}\n`);
    tests.failed += 1;
  }
  return tests;
}

function finish(more) {
  for (const key of Object.keys(count)) count[key] += more[key] ?? 0;
  process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  return count.failed === 0 ? 0 : 1;
}

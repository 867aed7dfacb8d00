// Packs the published package, installs it into an empty folder, and uses it there as a stranger would.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { oldNode, plainEnvironment, runCommand } from '../support/command.ts';
import { node, root } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary.ts';

const folder = temporaryFolder('package');
const home = join(folder, 'an empty project');
const installed = join(home, 'node_modules', 'impasse');
const command = join(home, 'node_modules', '.bin', 'impasse');
const layers = ['base', 'model', 'engine', 'analysis', 'evidence', 'formats', 'report'];

beforeAll(() => {
  const packed = runCommand(node, [join(root, 'scripts', 'pack.mjs'), folder], root);
  expect(packed, 'packing').toMatchObject({ code: 0, stderr: '' });
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }\n');
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const install = runCommand(npm, ['install', packed.stdout.trim(), ...options], home);
  expect(install, 'installing').toMatchObject({ code: 0 });
}, 120_000);

describe('the installed package', () => {
  test('holds what it says, and nothing of the workshop', () => {
    const names = readdirSync(installed).sort();
    expect(names).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'CHANGELOG.md',
        'bin',
        'cases',
        'schema',
        'src',
        'apps',
      ]),
    );
    const all = readdirSync(installed, { recursive: true }).map(String);
    expect(all.filter((name) => /\.test\.|tsbuildinfo|(?<!\.d)\.ts$/.test(name))).toEqual([]);
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(manifest.engines.node).toBe('>=24.11');
    expect(Object.keys(manifest.exports)).toEqual(expect.arrayContaining(layers.map((name) => `./${name}`)));
    expect(manifest.optionalDependencies).toBeUndefined();
    expect(manifest.devDependencies).toBeUndefined();
  });

  test('analyses a case that comes with it', () => {
    const run = runCommand(
      node,
      [command, 'analyze', join(installed, 'cases', 'ukraine-2022'), '--json'],
      home,
    );
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout).accounts.length).toBeGreaterThan(1);
  });

  test('gives its version', () => {
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    const run = runCommand(node, [command, '--version'], home);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining(version), stderr: '' });
  });

  test.skipIf(oldNode() === undefined)(
    'says in one line that a Node is too old (needs such a Node here)',
    () => {
      const run = runCommand(oldNode() ?? '', [join(installed, 'bin', 'impasse.cjs'), 'analyze', 'x'], home);
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toMatch(
        /^Impasse needs Node 24\.11 or later; this is v\d+\.\d+\.\d+\. Install .*\n$/,
      );
    },
  );

  test('loads as a library, layer by layer and whole', () => {
    const imports = layers.map((name) => `import * as ${name} from 'impasse/${name}';`).join('\n');
    const counts = layers.map((name) => `Object.keys(${name}).length`).join(', ');
    writeFileSync(
      join(home, 'use.mjs'),
      `${imports}\nimport * as whole from 'impasse';\nconsole.log(JSON.stringify({ whole: Object.keys(whole), counts: [${counts}] }));\n`,
    );
    const run = runCommand(node, ['use.mjs'], home);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { whole, counts: found } = JSON.parse(run.stdout) as { whole: string[]; counts: number[] };
    expect(whole).toEqual([...layers].sort());
    expect(Math.min(...found)).toBeGreaterThan(0);
  });

  test('type-checks in a strict project without the DOM or Node', () => {
    const imports = layers.map((name) => `import * as ${name} from 'impasse/${name}';`);
    const uses = layers.map((name) => `export const ${name}Again: typeof ${name} = whole.${name};`);
    writeFileSync(
      join(home, 'use.ts'),
      // The typings of zod name the platform's URL, and nothing else of a platform.
      [
        ...imports,
        "import * as whole from 'impasse';",
        ...uses,
        'declare global { interface URL {} }',
        '',
      ].join('\n'),
    );
    const options =
      '--noEmit --strict --exactOptionalPropertyTypes --module nodenext --target es2023 --lib es2023 --types';
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const run = runCommand(node, [tsc, ...options.split(' '), '', 'use.ts'], home, plainEnvironment());
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

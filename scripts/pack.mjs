// Builds the published package: `node scripts/pack.mjs [OUT]` makes OUT/package and OUT/impasse-VERSION.tgz.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { findNode, isStarted, oldest, root } from './node-version.mjs';
import { setup } from './setup.mjs';

const compiled = ['src', 'apps/converters', 'apps/cli'];
const copied = ['bin', 'cases', 'schema', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/**
 * Compiles, gathers and packs.
 * @param {string} out where the folder `package` and the tarball go
 * @returns {string} the tarball's path
 */
export function pack(out) {
  must(findNode() ?? process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']);
  const target = join(out, 'package');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const folder of compiled) copyCompiled(folder, target);
  for (const name of copied) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(target, name), { recursive: true });
  }
  chmodSync(join(target, 'bin', 'impasse.cjs'), 0o755);
  const manifest = describe(target);
  write(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  tarball(target, out);
  return join(out, `${manifest.name}-${manifest.version}.tgz`);
}

/** The sources are walked, not `dist`, which may still hold what a deleted source once gave. */
function copyCompiled(folder, target) {
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/(?<!\.test|\.d)\.ts$/.test(entry.name)) continue;
    const stem = join(relative(root, entry.parentPath), entry.name.slice(0, -'.ts'.length));
    cpSync(join(root, 'dist', `${stem}.js`), join(target, `${stem}.js`));
    const types = readFileSync(join(root, 'dist', `${stem}.d.ts`), 'utf8');
    write(join(target, `${stem}.d.ts`), withCompiledNames(types));
  }
}

/** The compiler leaves `./x.ts` in declarations, where a consumer's compiler looks for `./x.js`. */
function withCompiledNames(types) {
  return types.replace(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]*)\.ts(?=['"])/g, '$1.js');
}

/** Writes the package's root module, one namespace for each layer, and says what the manifest holds. */
function describe(target) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const layers = readdirSync(join(target, 'src')).filter((name) =>
    existsSync(join(target, 'src', name, 'index.js')),
  );
  const lines = layers.map((name) => `export * as ${name} from './src/${name}/index.js';\n`).join('');
  write(join(target, 'index.js'), lines);
  write(join(target, 'index.d.ts'), lines);
  const entry = (path) => ({ types: `./${path}.d.ts`, default: `./${path}.js` });
  return {
    name: own.name,
    version: own.version,
    description: own.description,
    keywords: own.keywords,
    license: own.license,
    type: 'module',
    engines: { node: `>=${oldest}` },
    bin: { impasse: 'bin/impasse.cjs' },
    exports: {
      '.': entry('index'),
      ...Object.fromEntries(layers.map((name) => [`./${name}`, entry(`src/${name}/index`)])),
      './schema/*': './schema/*',
      './cases/*': './cases/*',
      './package.json': './package.json',
    },
    sideEffects: ['./apps/**', './bin/**'],
    dependencies: own.dependencies,
  };
}

function tarball(folder, out) {
  const args = ['pack', folder, '--pack-destination', out, '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js') === true) must(process.execPath, [npm, ...args]);
  else must('npm', args);
}

/** Quiet unless it fails: then the command's own words are the message. */
function must(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(error?.message ?? `${command} ${args.join(' ')}\n${stdout}${stderr}`);
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (isStarted(import.meta.url)) {
  try {
    if (await setup()) process.stdout.write(`${pack(resolve(process.argv[2] ?? join(root, 'dist')))}\n`);
    else process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`Packing failed: ${error.message}\n`);
    process.exitCode = 1;
  }
}

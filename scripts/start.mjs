// The main job on the worked example: sets up if needed, then prints its verdicts.
import { root } from './node-version.mjs';
import { run } from './run.mjs';

await run('apps/cli/main.ts', ['analyze', 'cases/ukraine-2022', ...process.argv.slice(2)], root);

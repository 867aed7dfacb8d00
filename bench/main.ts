// Prints how long the fast engine takes: `npm run bench -- [--json] [--large]`; each model is measured in a child process.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Recipe } from './generator.ts';
import type { Repeated } from './repeated.ts';
import { measureRepeated } from './repeated.ts';
import { robustLine } from './robust.ts';
import type { Measured } from './row.ts';
import { suggesterLine } from './suggester.ts';
import { unlockLines } from './unlock.ts';

interface Row extends Measured {
  readonly kind: string;
  readonly recipe: Recipe;
}

interface Target {
  readonly asks: string;
  readonly found: string;
  readonly met: boolean;
}

const plain = (options: number, decisionMakers: number): Recipe => ({ decisionMakers, options, seed: 1 });
const kinds: Readonly<Record<string, Partial<Recipe>>> = {
  strict: {},
  'one-way': { oneWay: 0.3 },
  infeasible: { infeasible: 0.3 },
  ties: { tieLevels: 8 },
  'all three': { oneWay: 0.3, infeasible: 0.3, tieLevels: 8 },
};
const usual: readonly Recipe[] = [plain(8, 2), plain(12, 2), plain(12, 3), plain(16, 3), plain(20, 2)];
const large: readonly Recipe[] = [plain(22, 4), { ...plain(22, 4), ...kinds['all three'] }, plain(24, 4)];

async function main(): Promise<void> {
  const values = flags();
  if (values === undefined) {
    process.stderr.write('Usage: npm run bench -- [--json] [--large]\n');
    process.exitCode = 2;
    return;
  }
  const say = (line: string): void => void (values.json || process.stdout.write(`${line}\n`));
  const machine = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  say(
    `Fast engine, five concepts, every decision maker and state. ${machine.processor}, Node ${machine.node}.\n`,
  );
  say(line('states', 'DMs', 'model', 'time', 'per state', 'baseline', 'ratio', 'peak memory'));
  const rows: Row[] = [];
  const recipes = [
    ...usual,
    ...[12, 16, 20].flatMap((options) =>
      Object.values(kinds).map((kind) => ({ ...plain(options, 4), ...kind })),
    ),
    ...(values.large ? large : []),
  ];
  for (const recipe of recipes) {
    const row = { kind: kindOf(recipe), recipe, ...measureApart(recipe) };
    rows.push(row);
    say(lineOf(row));
  }
  const repeated = [
    measureRepeated({ ...plain(5, 3) }, ['seq']),
    measureRepeated({ ...plain(7, 3) }, ['nash', 'gmr', 'smr', 'seq', 'sseq']),
  ];
  say('\nThe same moves, ranking after ranking (prepare once, then solvePrepared):');
  for (const each of repeated) say(repeatedLine(each));
  say(robustLine());
  say(unlockLines());
  say(await suggesterLine());
  const targets = targetsOf(rows);
  say('\nTargets:');
  for (const { asks, found, met } of targets) say(`  ${met ? 'met   ' : 'MISSED'}  ${asks}: ${found}`);
  const leftOut = values.large
    ? []
    : large.map((recipe) => `2^${recipe.options} x ${recipe.decisionMakers} DMs, ${kindOf(recipe)}`);
  if (leftOut.length > 0) say(`\nLeft out without --large: ${leftOut.join('; ')}.`);
  say(`
time       building states and groups, then solving; rankings are given; the least of several warm runs
baseline   for each DM one Float64Array of rank * states + index, sorted by its own sort(), in the same process by turns
peak       of the process after solving, before the baseline: runtime, rankings, model and solution
one-way    30% of options go one way    infeasible  30% of states    ties  8 levels`);
  if (values.json)
    process.stdout.write(`${JSON.stringify({ machine, rows, repeated, targets, leftOut }, null, 2)}\n`);
}

/** Nothing where the arguments are not understood. */
function flags(): { readonly json: boolean; readonly large: boolean } | undefined {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg !== '--json' && arg !== '--large')) return undefined;
  return { json: args.includes('--json'), large: args.includes('--large') };
}

function kindOf(recipe: Recipe): string {
  const found = Object.entries(kinds).find(([, kind]) =>
    (['oneWay', 'infeasible', 'tieLevels'] as const).every((key) => kind[key] === recipe[key]),
  );
  return found?.[0] ?? 'other';
}

function measureApart(recipe: Recipe): Measured {
  const script = join(import.meta.dirname, 'row.ts');
  const run = spawnSync(process.execPath, [script, JSON.stringify(recipe)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0)
    throw new Error(`measuring ${JSON.stringify(recipe)} ended with ${run.status ?? run.signal}`);
  return JSON.parse(run.stdout) as Measured;
}

function targetsOf(rows: readonly Row[]): Target[] {
  const find = (options: number): Row | undefined =>
    rows.find(
      ({ recipe, kind }) => recipe.options === options && recipe.decisionMakers === 4 && kind === 'strict',
    );
  const [row12, row16, row20, row22, row24] = [find(12), find(16), find(20), find(22), find(24)];
  const targets: Target[] = [];
  const add = (asks: string, found: string, met: boolean): void => void targets.push({ asks, found, met });
  if (row12) add('4,096 x 4 at most 4 x baseline', ratio(row12.ratio), row12.ratio <= 4);
  if (row20) add('2^20 x 4 at most 4 x baseline', ratio(row20.ratio), row20.ratio <= 4);
  if (row20) add('2^20 x 4 within 250 MB', megabytes(row20.peakMemory), row20.peakMemory <= 250);
  if (row16 && row22) {
    const growth = row22.time / row22.states / (row16.time / row16.states);
    add('2^22 x 4 per state at most 2 x that of 2^16 x 4', ratio(growth), growth <= 2);
  }
  if (row24) add('2^24 x 4 within 4 GB', megabytes(row24.peakMemory), row24.peakMemory <= 4096);
  return targets;
}

function line(...cells: readonly string[]): string {
  const widths = [10, 4, 11, 11, 10, 11, 7, 12];
  return cells
    .map((cell, i) => (i === 2 ? ` ${cell}`.padEnd(12) : cell.padStart(widths[i] as number)))
    .join(' ');
}

function lineOf({ states, kind, recipe, time, baseline, ratio: times, peakMemory }: Row): string {
  return line(
    states.toLocaleString('en'),
    `${recipe.decisionMakers}`,
    kind,
    milliseconds(time),
    `${((time * 1e6) / states).toFixed(0)} ns`,
    milliseconds(baseline),
    ratio(times),
    megabytes(peakMemory),
  );
}

function repeatedLine({ states, decisionMakers, concepts, time }: Repeated): string {
  const rate = Math.round(1000 / time).toLocaleString('en');
  return `  ${states} states x ${decisionMakers} DMs, ${concepts.join(' ')}: ${(time * 1000).toFixed(1)} microseconds, ${rate} a second`;
}

const ratio = (value: number): string => `${value.toFixed(2)}x`;
const megabytes = (value: number): string => `${value.toFixed(0)} MB`;
const milliseconds = (value: number): string => `${value.toFixed(value < 100 ? 2 : 0)} ms`;

await main();

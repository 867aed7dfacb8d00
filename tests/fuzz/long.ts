// Fuzzes the case reader for minutes: `npm run fuzz -- [SEED] [MINUTES]`; without a seed it takes one from the clock.
import { fuzzCases } from './case-reader.ts';

const [seedText, minutesText] = process.argv.slice(2);
const seed = seedText === undefined ? Date.now() % 2 ** 31 : Number(seedText);
const minutes = minutesText === undefined ? 10 : Number(minutesText);
if (!Number.isInteger(seed) || !(minutes > 0)) {
  process.stderr.write('usage: npm run fuzz -- [SEED] [MINUTES]\n');
  process.exit(2);
}
process.stdout.write(`seed ${seed}, ${minutes} minutes\n`);
const end = performance.now() + minutes * 60_000;
const report = fuzzCases(
  seed,
  () => performance.now() > end,
  () => performance.now(),
);
const { files, cases, slowest, failures } = report;
process.stdout.write(`${files} files, ${cases} of them cases; the slowest took ${Math.round(slowest)} ms\n`);
for (const failure of failures) process.stdout.write(`\n${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;

// Measures one model in a process of its own, so that the peak of memory is that model's alone: `node row.ts RECIPE`.
import { unwatched } from '../src/base/index.ts';
import { defaultSettings, fastSolve } from '../src/engine/index.ts';
import type { Concept } from '../src/model/index.ts';
import { concepts } from '../src/model/index.ts';
import type { Recipe } from './generator.ts';
import { draw, fingerprint, modelOf } from './generator.ts';

/** What is measured of one model. Times are in milliseconds, the least of `runs` warm runs. */
export interface Measured {
  /** m. */
  readonly states: number;
  readonly runs: number;
  /** Building states and groups, and solving for five concepts; the rankings are given. */
  readonly time: number;
  /** For each decision maker one Float64Array of rank * m + state, sorted by its own sort(). */
  readonly baseline: number;
  /** time / baseline. */
  readonly ratio: number;
  /** Of the process after solving and before the baseline, in MB: runtime, rankings, model and solution. */
  readonly peakMemory: number;
  readonly fingerprints: Readonly<Record<Concept, string>>;
}

/** Runs the two in turns, and takes the least time of each: what else the machine does only adds. */
export function measure(recipe: Recipe): Measured {
  const drawn = draw(recipe);
  const solve = (): readonly Uint8Array[] => {
    const solution = fastSolve(modelOf(drawn), defaultSettings, unwatched);
    if (!solution.complete) throw new Error('the solve did not end');
    return solution.stable;
  };
  const states = drawn.ranks[0]?.length ?? 0;
  const stable = solve();
  const peakMemory = process.resourceUsage().maxRSS / 1024;
  const { warm, runs } = plan(states * drawn.ranks.length);
  for (let i = 0; i < warm; i += 1) {
    solve();
    sortAll(drawn.ranks);
  }
  const pairs = Array.from(
    { length: runs },
    () => [timeOf(solve), timeOf(() => sortAll(drawn.ranks))] as const,
  );
  const time = Math.min(...pairs.map(([one]) => one));
  const baseline = Math.min(...pairs.map(([, other]) => other));
  return {
    states,
    runs,
    time,
    baseline,
    ratio: time / baseline,
    peakMemory,
    fingerprints: Object.fromEntries(
      concepts.map((concept) => [concept, fingerprint(stable, concept)]),
    ) as Record<Concept, string>,
  };
}

/** Small models are warmed up for about as long as the compiler of the runtime needs, large ones by the first run. */
function plan(work: number): { readonly warm: number; readonly runs: number } {
  if (work <= 2 ** 15) return { warm: 60, runs: 41 };
  if (work <= 2 ** 18) return { warm: 5, runs: 9 };
  return { warm: 0, runs: work <= 2 ** 23 ? 2 : 1 };
}

function sortAll(ranks: readonly Int32Array[]): void {
  for (const rank of ranks) {
    const size = rank.length;
    const keys = new Float64Array(size);
    for (let s = 0; s < size; s += 1) keys[s] = (rank[s] as number) * size + s;
    keys.sort();
  }
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

if (import.meta.main) {
  const recipe = JSON.parse(process.argv[2] ?? '{}') as Recipe;
  process.stdout.write(JSON.stringify(measure(recipe)));
}

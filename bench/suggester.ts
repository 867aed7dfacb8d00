// Measures the rule-based suggester: how long it takes to load, for an article of 5,000 characters, and for many of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyCodebook, loadRuleSuggester } from '../src/evidence/index.ts';

const folder = join(import.meta.dirname, '..', 'tests', 'fixtures', 'texts');

/** What was measured. Times are in milliseconds, memory in MB of heap after `articles` and after a tenth of them. */
export interface SuggesterMeasured {
  readonly load: number;
  readonly median: number;
  readonly articles: number;
  readonly perSecond: number;
  readonly memory: readonly [early: number, late: number];
}

/** Loads the suggester and runs it over articles cut from the fixture texts, each beginning elsewhere. */
export async function measureSuggester(articles: number): Promise<SuggesterMeasured> {
  const began = performance.now();
  const suggest = await loadRuleSuggester();
  const load = performance.now() - began;
  const body = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8').split('---BODY---\n')[1] ?? '')
    .join('\n')
    .repeat(2);
  const article = (number: number): string => {
    const from = (number * 977) % 5000;
    return body.slice(from, from + 5000);
  };
  const times: number[] = [];
  let early = 0;
  const start = performance.now();
  for (let number = 0; number < articles; number += 1) {
    const before = performance.now();
    const document = { id: 'd', format: 'text', sha256: '', offset: 0, body: article(number) } as const;
    suggest(document, emptyCodebook, { stopped: () => false });
    times.push(performance.now() - before);
    if (number === Math.floor(articles / 10)) early = heap();
  }
  const perSecond = articles / ((performance.now() - start) / 1000);
  times.sort((a, b) => a - b);
  const median = times[Math.floor(articles / 2)] as number;
  return { load, median, articles, perSecond, memory: [early, heap()] };
}

const heap = (): number => process.memoryUsage().heapUsed / 1e6;

/** One line for people. */
export async function suggesterLine(): Promise<string> {
  const { load, median, articles, perSecond, memory } = await measureSuggester(500);
  const [early, late] = memory.map((each) => each.toFixed(0));
  return `\nSuggester: loads in ${load.toFixed(0)} ms; ${median.toFixed(1)} ms for 5,000 characters; ${perSecond.toFixed(0)} such articles a second, heap ${early} MB early and ${late} MB after ${articles}.`;
}

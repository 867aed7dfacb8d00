// Measures how many sampled readings of a conflict are solved in a second, in one thread.

import { defaultRobustSettings, robustPlan, tallyRange } from '../src/analysis/index.ts';
import { mulberry32 } from '../src/base/index.ts';
import { readCase } from '../src/formats/index.ts';
import type { Conflict } from '../src/model/index.ts';
import { conflictOf } from '../src/model/index.ts';

/** What was measured: readings a second of one thread, each of m states, n decision makers and five concepts. */
export interface RobustMeasured {
  readonly states: number;
  readonly decisionMakers: number;
  readonly perSecond: number;
}

/** 128 states, three decision makers with nine statements each in no known order. */
export function randomConflict(): Conflict {
  const { value } = readCase(randomText(), { uri: 'bench.yaml' });
  const conflict = value?.accounts[0] === undefined ? undefined : conflictOf(value.accounts[0]).value;
  if (conflict === undefined) throw new Error('the case of the measurement does not read');
  return conflict;
}

/** Draws and solves samples in this thread, after some to warm up. */
export function measureRobust(samples = 4000): RobustMeasured {
  const conflict = randomConflict();
  const plan = robustPlan(conflict, { ...defaultRobustSettings, samples, isSampled: true });
  tallyRange(plan, 0, 500);
  const start = performance.now();
  tallyRange(plan, 0, samples);
  return {
    states: conflict.size,
    decisionMakers: conflict.preferences.length,
    perSecond: samples / ((performance.now() - start) / 1000),
  };
}

function randomText(): string {
  const random = mulberry32(7);
  const options = Array.from({ length: 7 }, (_, place) => `o${place}`);
  const literal = (): string =>
    `${random() < 0.5 ? '!' : ''}${options[Math.floor(random() * options.length)]}`;
  const list = (): string =>
    Array.from({ length: 9 }, () => `"${literal()} & ${literal()} | ${literal()}"`).join(', ');
  const owned = [options.slice(0, 3), options.slice(3, 5), options.slice(5)];
  return [
    'impasse: 1',
    'title: bench',
    'decisionMakers:',
    ...owned.map((own, dm) => `  - { id: d${dm}, options: [${own.join(', ')}] }`),
    'statusQuo: []',
    'agreement: o0 & o3 & o5',
    'preferences:',
    ...owned.map((_, dm) => `  d${dm}: { order: unknown, statements: [${list()}] }`),
    '',
  ].join('\n');
}

/** The line of the benchmark; on two cores there are two threads. */
export function robustLine(): string {
  const { states, decisionMakers, perSecond } = measureRobust();
  const rate = Math.round(perSecond).toLocaleString('en');
  const met = 2 * perSecond >= 5000 ? 'met' : 'MISSED';
  return `\nSampled readings, ${states} states x ${decisionMakers} DMs x 5 concepts: ${rate} a second in one thread (5,000 on two cores asked: ${met})`;
}

if (import.meta.main) process.stdout.write(`${robustLine()}\n`);

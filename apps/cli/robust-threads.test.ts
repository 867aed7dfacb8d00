// Shows that counting on threads counts what one thread counts, and that it can be stopped.
import { describe, expect, test } from 'vitest';
import { defaultRobustSettings, robustPlan, tallyRange } from '../../src/analysis/index.ts';
import { analysisOf } from '../../tests/support/analysis.ts';
import { tallyReadings } from './robust-threads.ts';

const { conflict } = analysisOf({ file: 'cases/ukraine-2022/case.yaml', account: 'C' });
const settings = { ...defaultRobustSettings, noise: 4, samples: 1500 };
const plan = robustPlan(conflict, settings);
const free = { stopped: () => false };

describe('counting readings', () => {
  test('gives the same on no thread, on two and on three [CLI61]', async () => {
    expect(plan.method).toBe('sampled');
    const whole = tallyRange(plan, 0, plan.size);
    expect(whole.readings).toBe(1500);
    expect(await tallyReadings(plan, free, 0)).toEqual(whole);
    expect(await tallyReadings(plan, free, 2)).toEqual(whole);
    expect(await tallyReadings(plan, free, 3)).toEqual(whole);
  });

  test('on threads tells how far it is, to the end [CLI61]', async () => {
    const told: number[] = [];
    await tallyReadings(plan, { ...free, progress: (done) => void told.push(done) }, 2);
    expect(told.at(-1)).toBe(1500);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  test.each([0, 2])(
    'stops soon where it is told to, with what it has (%i threads) [CLI62]',
    async (threads) => {
      let stopped = false;
      const watch = {
        stopped: () => stopped,
        progress: () => {
          stopped = true;
        },
      };
      const tally = await tallyReadings(plan, watch, threads);
      expect(tally.solved).toBeGreaterThan(0);
      expect(tally.solved).toBeLessThan(plan.size);
    },
  );

  test('goes through all readings where they are few [CLI61]', async () => {
    const exact = robustPlan(conflict, { ...settings, noise: 1 });
    expect(exact.method).toBe('exact');
    expect(await tallyReadings(exact, free, 2)).toEqual(tallyRange(exact, 0, exact.size));
  });
});

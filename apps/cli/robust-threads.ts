// Counts the readings of a plan on all cores; how they are shared out changes nothing of what is counted.
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { RobustPlan, RobustSettings, RobustTally } from '../../src/analysis/index.ts';
import { addTallies, emptyTally, robustPlan, tallyRange } from '../../src/analysis/index.ts';
import type { Watch } from '../../src/base/index.ts';
import type { Account } from '../../src/model/index.ts';
import { conflictOf } from '../../src/model/index.ts';

/** What a counting thread is given when it starts; then it is sent one stretch of readings after another. */
interface CountingTask {
  readonly counts: 'readings';
  readonly account: Account;
  readonly settings: RobustSettings;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Less work than this, in states solved for one decision maker, is done before threads would have started. */
const threadsWorth = 3e6;
/** One stretch is about so much: some tens of milliseconds. */
const stretchWork = 5e5;
/** So that all threads have something to do, and an interrupt is seen. */
const fewestStretches = 64;

/**
 * The count over all readings of a plan; over fewer where the watch stopped it.
 * @param threads - by default one for each core, or none for little work
 */
export async function tallyReadings(
  plan: RobustPlan,
  watch: Watch,
  threads: number | undefined = undefined,
): Promise<RobustTally> {
  const perReading = plan.conflict.size * Math.max(1, plan.parts.length);
  const length = Math.max(
    1,
    Math.min(Math.floor(stretchWork / perReading), Math.ceil(plan.size / fewestStretches)),
  );
  const stretches: Stretch[] = [];
  for (let from = 0; from < plan.size; from += length)
    stretches.push({ from, to: Math.min(plan.size, from + length) });
  const wanted = threads ?? (plan.size * perReading < threadsWorth ? 0 : availableParallelism());
  let tally = emptyTally(plan.conflict.size);
  const add = (counted: RobustTally): void => {
    tally = addTallies(tally, counted);
    watch.progress?.(tally.solved, plan.size, 'samples');
  };
  if (wanted < 2) {
    for (const { from, to } of stretches) {
      if (watch.stopped()) break;
      add(tallyRange(plan, from, to, watch));
    }
    return tally;
  }
  const task: CountingTask = {
    counts: 'readings',
    account: plan.conflict.account,
    settings: plan.settings,
  };
  const left = stretches.values();
  const next = (): Stretch | undefined => (watch.stopped() ? undefined : left.next().value);
  const count = Math.min(wanted, stretches.length);
  await Promise.all(Array.from({ length: count }, () => runThread(task, next, add)));
  return tally;
}

/** Keeps one thread busy until nothing is left. */
function runThread(
  task: CountingTask,
  next: () => Stretch | undefined,
  add: (tally: RobustTally) => void,
): Promise<void> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    const send = (): void => {
      const stretch = next();
      if (stretch === undefined) void worker.terminate().then(() => done());
      else worker.postMessage(stretch);
    };
    worker.on('message', (tally: RobustTally) => {
      add(tally);
      send();
    });
    worker.on('error', fail);
    send();
  });
}

/** What a counting thread does. */
function countFor({ account, settings }: CountingTask, port: NonNullable<typeof parentPort>): void {
  const conflict = conflictOf(account).value;
  if (conflict === undefined) throw new Error(`account ${account.id} has no model`);
  const plan = robustPlan(conflict, settings);
  port.on('message', ({ from, to }: Stretch) => port.postMessage(tallyRange(plan, from, to)));
}

// The command line itself may run in a thread, which is given other data.
if (parentPort !== null && (workerData as Partial<CountingTask> | null)?.counts === 'readings')
  countFor(workerData as CountingTask, parentPort);

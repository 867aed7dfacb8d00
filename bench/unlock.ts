// Measures trying every pair, and every triple, of changes to the accounts of the worked example.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultUnlockQuestion, unlockOf } from '../src/analysis/index.ts';
import { readCase } from '../src/formats/index.ts';
import type { Conflict, Offer } from '../src/model/index.ts';
import { conflictOf } from '../src/model/index.ts';

/** What was measured of sets of up to `maxEdits` changes, over all accounts that are no variants. */
export interface UnlockMeasured {
  readonly maxEdits: number;
  readonly sets: number;
  /** In seconds, in one thread. */
  readonly time: number;
}

function accounts(): { readonly conflicts: readonly Conflict[]; readonly offers: readonly Offer[] } {
  const path = join(import.meta.dirname, '../cases/ukraine-2022/case.yaml');
  const { value } = readCase(readFileSync(path, 'utf8'), { uri: path });
  const conflicts = (value?.accounts ?? []).flatMap((account) => {
    const conflict = account.variant ? undefined : conflictOf(account).value;
    return conflict === undefined ? [] : [conflict];
  });
  return { conflicts, offers: value?.offers ?? [] };
}

/** Every kind of change but the diagnostic one, under the question that `unlock` asks by default. */
export function measureUnlock(maxEdits: number): UnlockMeasured {
  const { conflicts, offers } = accounts();
  const start = performance.now();
  let sets = 0;
  for (const conflict of conflicts)
    sets += unlockOf(conflict, offers, { ...defaultUnlockQuestion, maxEdits }).searched;
  return { maxEdits, sets, time: (performance.now() - start) / 1000 };
}

/** The lines of the benchmark. */
export function unlockLines(): string {
  measureUnlock(1);
  const found = [2, 3].map((maxEdits) => measureUnlock(maxEdits));
  const asked = [1, 30];
  const lines = found.map(({ maxEdits, sets, time }, place) => {
    const limit = asked[place] as number;
    return `  sets of up to ${maxEdits}: ${sets.toLocaleString('en')} in ${time.toFixed(2)} s (${limit} s asked: ${time <= limit ? 'met' : 'MISSED'})`;
  });
  return ['\nUnlock, every account of the Ukraine example, in one thread:', ...lines].join('\n');
}

if (import.meta.main) process.stdout.write(`${unlockLines()}\n`);

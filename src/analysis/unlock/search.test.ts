// Compares the search for changes with a plain enumeration of all sets of changes on random small conflicts.
import { describe, expect, test } from 'vitest';
import { edited, plainSearch, randomTask } from '../../../tests/support/unlock.ts';
import { mulberry32 } from '../../base/index.ts';
import { editsOf } from './candidates.ts';
import type { EditKind } from './edit.ts';
import { allEditKinds } from './edit.ts';
import type { Reach } from './search.ts';
import { searchEdits } from './search.ts';

const numbersOf = <T>(sets: readonly { readonly edits: readonly T[] }[], edits: readonly T[]): string[] =>
  sets.map((set) => set.edits.map((edit) => edits.indexOf(edit)).join('+')).sort();

describe('the search for changes', () => {
  const seeds = Array.from({ length: 520 }, (_, index) => index + 1);
  const totals = { found: 0, larger: 0, holds: 0, kinds: new Set<EditKind>() };

  test('[UNL1, UNL4, UNL5, UNL6] finds what trying every set finds, minimal sets and no others, seeds 1 to 520', () => {
    for (const seed of seeds) {
      const { task, random } = randomTask(mulberry32(seed));
      const concept =
        (['nash', 'nash', 'gmr', 'smr', 'seq', 'sseq'] as const)[Math.floor(random() * 6)] ?? 'nash';
      const reach = (['improvements', 'improvements', 'moves', 'any'] as const)[
        Math.floor(random() * 4)
      ] as Reach;
      const full = { ...task, concept, reach };
      const fast = searchEdits(full, { stopped: () => false });
      const plain = plainSearch(full);
      const why = `seed ${seed}, ${concept}, ${reach}`;
      expect(fast.exhausted).toBe(true);
      expect(fast.holds, why).toEqual(plain.holds);
      for (const goal of ['asked', 'headline'] as const) {
        expect(numbersOf(fast.found[goal], full.edits), `${why}, ${goal}`).toEqual(
          numbersOf(plain.found[goal], full.edits),
        );
        for (const { edits, opens } of fast.found[goal]) {
          const same = plain.found[goal].find(
            (set) => numbersOf([set], full.edits)[0] === numbersOf([{ edits }], full.edits)[0],
          );
          expect(opens, why).toEqual(same?.opens);
          totals.found += 1;
          if (edits.length > 1) totals.larger += 1;
          for (const { kind } of edits) totals.kinds.add(kind);
        }
      }
      if (fast.holds.asked.length > 0) totals.holds += 1;
    }
  }, 120_000);

  test('the random conflicts are not all alike: every kind opens something, alone or with others', () => {
    expect(totals.found).toBeGreaterThan(300);
    expect(totals.larger).toBeGreaterThan(100);
    expect(totals.holds).toBeGreaterThan(20);
    expect([...totals.kinds].sort()).toEqual([...allEditKinds].sort());
  });

  test('[UNL3] no single change leaves its list as it is, and no two come to the same list, seeds 1 to 100', () => {
    for (const seed of seeds.slice(0, 100)) {
      const { task } = randomTask(mulberry32(seed));
      const edits = editsOf(
        task.account,
        task.offers,
        new Set<EditKind>(['drop', 'negate', 'move', 'soften', 'simultaneous']),
      ).filter((edit) => !('offer' in edit));
      const results = edits.map((edit) => JSON.stringify(edited(task.account, task.offers, [edit])));
      expect(new Set(results).size, `seed ${seed}`).toBe(edits.length);
      expect(results).not.toContain(JSON.stringify(edited(task.account, task.offers, [])));
    }
  });
});

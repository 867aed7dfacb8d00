// Tests what the status quo leads to: by improvements, by moves that may be some, by any moves, or not at all.
import { describe, expect, test } from 'vitest';
import { accountOf, conflictIn, randomAccount } from '../../tests/support/accounts.ts';
import { mulberry32 } from '../base/index.ts';
import type { Comparison, Conflict } from '../model/index.ts';
import { compare, movesFrom } from '../model/index.ts';
import { reachabilityOf } from './reachability.ts';

/** What legal sequences of moves over pairs that compare so reach, found by (state, last mover). */
function reached(conflict: Conflict, allowed: readonly Comparison[]): Set<number> {
  const states = new Set<number>();
  const seen = new Set<string>();
  const visit = (s: number, last: number): void => {
    if (seen.has(`${s} ${last}`)) return;
    seen.add(`${s} ${last}`);
    states.add(s);
    for (const [dm, { relation }] of conflict.preferences.entries())
      if (dm !== last)
        for (const q of movesFrom(conflict.moves, dm, s))
          if (allowed.includes(compare(relation, q, s))) visit(q, dm);
  };
  visit(conflict.statusQuo, -1);
  return states;
}

describe('what the status quo leads to', () => {
  const kind = {
    decisionMakers: [2, 4],
    statements: [0, 3],
    open: 0.3,
    rivals: 0.3,
    bars: 0.6,
    oneWay: 0.4,
  } as const;

  test('by improvements that are some in every reading, and by any moves (seed 81) [RCH1]', () => {
    const random = mulberry32(81);
    for (let round = 0; round < 120; round += 1) {
      const conflict = conflictIn(randomAccount(random, kind));
      const found = reachabilityOf(conflict);
      const byImprovements = reached(conflict, ['>']);
      const byMoves = reached(conflict, ['>', '<', '~', '?']);
      for (let s = 0; s < conflict.size; s += 1) {
        expect(found.byImprovements(s), `round ${round}`).toBe(byImprovements.has(s));
        expect(found.byMoves(s)).toBe(byMoves.has(s));
        const path = found.path(s);
        expect(path === undefined).toBe(!byMoves.has(s));
        expect(found.steps(s)).toBe(path?.length ?? null);
        if (path !== undefined && s !== conflict.statusQuo) expect(path.at(-1)?.to).toBe(s);
      }
      expect(found.complete).toBe(true);
    }
  });

  test('by moves that may be improvements, for all that is known (seed 82) [RCH2]', () => {
    const random = mulberry32(82);
    let more = 0;
    for (let round = 0; round < 120; round += 1) {
      const conflict = conflictIn(randomAccount(random, kind));
      const found = reachabilityOf(conflict);
      const possible = reached(conflict, ['>', '?']);
      for (let s = 0; s < conflict.size; s += 1) {
        expect(found.byPossibleImprovements(s), `round ${round}`).toBe(possible.has(s));
        if (possible.has(s) && !found.byImprovements(s)) more += 1;
      }
    }
    expect(more).toBeGreaterThan(20);
  });

  test('the way by improvements is told where there is one, else the way by moves [RCH1]', () => {
    const conflict = conflictIn(
      accountOf({ options: [1, 1], prefers: { a: ['a1'], b: ['a1 -> b1', '!b1'] } }),
    );
    const found = reachabilityOf(conflict);
    expect(found.path(3)).toEqual([
      { decisionMaker: 0, to: 1 },
      { decisionMaker: 1, to: 3 },
    ]);
    expect(found.path(2)).toEqual([{ decisionMaker: 1, to: 2 }]);
    expect(found.byImprovements(2)).toBe(false);
    expect(found.path(0)).toEqual([]);
  });
});

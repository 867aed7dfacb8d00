// Holds forbidden moves to their definition, and to the limit on what is listed.
import { describe, expect, test } from 'vitest';
import { accountOf, conflictIn } from '../../tests/support/accounts.ts';
import { conflictOf } from './conflict.ts';
import { movesFrom } from './moves.ts';

describe('forbidden moves [MOV2]', () => {
  const sketch = { options: [2, 1], statusQuo: [] };
  const free = conflictIn(accountOf(sketch));
  const barred = conflictIn(
    accountOf({
      ...sketch,
      forbidden: [
        ['a', '!a1', 'a1 & !b1'],
        ['b', 'b1', '!b1'],
      ],
    }),
  );

  test('leave all moves but those from where the one holds to where the other does', () => {
    expect(barred.moves.kind).toBe('arcs');
    for (const dm of [0, 1]) {
      for (let s = 0; s < 8; s += 1) {
        const isBarred = (q: number): boolean =>
          dm === 0 ? s % 2 === 0 && q % 2 === 1 && q < 4 : s >= 4 && q < 4;
        expect(movesFrom(barred.moves, dm, s)).toEqual(
          movesFrom(free.moves, dm, s).filter((q) => !isBarred(q)),
        );
      }
    }
  });

  test('of one decision maker bar nobody else, and what is left need not be transitive', () => {
    const { moves } = conflictIn(accountOf({ ...sketch, forbidden: [['a', '!a1 & !a2', 'a1 & a2']] }));
    expect(movesFrom(moves, 0, 0)).toEqual([1, 2]);
    expect(movesFrom(moves, 0, 1)).toEqual([0, 2, 3]);
    expect(movesFrom(moves, 1, 0)).toEqual([4]);
  });

  test('may take all moves from one and none from another', () => {
    const { moves } = conflictIn(accountOf({ ...sketch, forbidden: [['b', 'true', 'true']] }));
    for (let s = 0; s < 8; s += 1) {
      expect(movesFrom(moves, 0, s)).toEqual(movesFrom(free.moves, 0, s));
      expect(movesFrom(moves, 1, s)).toEqual([]);
    }
  });

  test('too many to list are refused with the way out (E1308)', () => {
    const account = accountOf({ ...sketch, forbidden: [['a', 'a1', '!a1']] });
    const { value, diagnostics } = conflictOf(account, { states: 100, moves: 20 });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'E1308', expected: 'at most 20 moves' }]);
    expect(diagnostics[0]?.hint).toMatch(/direction/);
    expect(conflictOf(account, { states: 100, moves: 24 }).diagnostics).toEqual([]);
  });
});

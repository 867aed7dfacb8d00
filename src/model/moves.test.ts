// Holds unilateral moves to their definition, in option form, beyond a word of options, and listed one by one.
import { describe, expect, test } from 'vitest';
import { arcModel, optionModel, spaceOf } from '../../tests/support/models.ts';
import { mulberry32 } from '../base/index.ts';
import type { OptionMoves } from './graph-model.ts';
import { movesFrom } from './moves.ts';
import { takes } from './state-space.ts';

/** R_i(s) as it is defined: every other state is looked at. */
function byDefinition({ space, owned, directions }: OptionMoves, dm: number, s: number): number[] {
  return Array.from({ length: space.size }, (_, q) => q).filter(
    (q) =>
      Array.from({ length: space.options }, (_, option) => option).every((option) => {
        const [before, after] = [takes(space, s, option), takes(space, q, option)];
        if (before === after) return true;
        return owned[dm]!.includes(option) && directions[option] !== (after ? 'drop' : 'take');
      }) && q !== s,
  );
}

describe('unilateral moves [MOV1]', () => {
  test('change own options alone, each in a permitted direction, to a feasible state (seed 9)', () => {
    const random = mulberry32(9);
    const words = ['both', 'take', 'drop'] as const;
    for (let round = 0; round < 60; round += 1) {
      const states = Array.from({ length: 64 }, (_, s) => s).filter(() => random() < 0.6);
      const directions = Array.from({ length: 6 }, () => words[Math.floor(random() * 4) % 3]!);
      const { moves } = optionModel({
        options: [3, 0, 2, 1],
        space: spaceOf(6, states),
        directions,
        relations: [],
      });
      for (let dm = 0; dm < 4; dm += 1)
        for (let s = 0; s < states.length; s += 1)
          expect(movesFrom(moves, dm, s), `round ${round}`).toEqual(byDefinition(moves, dm, s));
    }
  });

  test('are one jump: what lies between need not be feasible', () => {
    const { moves } = optionModel({ options: [2], space: spaceOf(2, [0, 3]), relations: [] });
    expect(movesFrom(moves, 0, 0)).toEqual([1]);
  });

  test('are found among few states of a decision maker with 40 options (2^40 combinations)', () => {
    const words = [Uint32Array.of(0, 1, 3, 0xffffffff), Uint32Array.of(0, 0, 1, 0xff)];
    const moves: OptionMoves = {
      kind: 'option',
      space: { size: 4, options: 41, words, isFull: false },
      owned: [Array.from({ length: 40 }, (_, option) => option), [40]],
      directions: Array.from({ length: 41 }, (_, option) => (option === 0 ? 'take' : 'both')),
    };
    expect(movesFrom(moves, 0, 0)).toEqual([1, 2, 3]);
    expect(movesFrom(moves, 0, 3)).toEqual([1, 2]);
    expect(movesFrom(moves, 1, 0)).toEqual([]);
    for (const dm of [0, 1])
      for (const s of [0, 1, 2, 3]) expect(movesFrom(moves, dm, s)).toEqual(byDefinition(moves, dm, s));
  });

  test('listed one by one are those listed, in increasing order', () => {
    const { moves } = arcModel(
      4,
      [
        [
          [0, 3],
          [0, 1],
          [2, 0],
        ],
        [],
      ],
      [],
    );
    expect(movesFrom(moves, 0, 0)).toEqual([1, 3]);
    expect(movesFrom(moves, 0, 1)).toEqual([]);
    expect(movesFrom(moves, 1, 0)).toEqual([]);
  });
});

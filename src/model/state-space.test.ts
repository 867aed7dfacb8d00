// Holds state spaces to their definition: bit patterns in increasing decimal order, found again by their words.
import { describe, expect, test } from 'vitest';
import { spaceOf } from '../../tests/support/models.ts';
import { mulberry32 } from '../base/index.ts';
import { fullSpace, indexOf, patternOf, takes, wordsOf } from './state-space.ts';

describe('a full space [STA1]', () => {
  const space = fullSpace(5);

  test('has all patterns in increasing decimal order, the first option lowest', () => {
    expect(space).toMatchObject({ size: 32, options: 5, isFull: true });
    expect(patternOf(space, 1)).toBe('YNNNN');
    expect(patternOf(space, 16)).toBe('NNNNY');
    const decimal = (pattern: string): number =>
      [...pattern].reduce((sum, letter, bit) => sum + (letter === 'Y' ? 2 ** bit : 0), 0);
    expect(Array.from({ length: 32 }, (_, s) => decimal(patternOf(space, s)))).toEqual(
      Array.from({ length: 32 }, (_, s) => s),
    );
  });

  test('finds every state by its words', () => {
    for (let s = 0; s < space.size; s += 1) expect(indexOf(space, [s])).toBe(s);
  });

  test('of no option is one state; of more than 30 it is refused (E2001)', () => {
    expect(patternOf(fullSpace(0), 0)).toBe('');
    expect(fullSpace(0).size).toBe(1);
    expect(() => fullSpace(31)).toThrow(/E2001/);
    expect(() => fullSpace(-1)).toThrow(/E2001/);
  });
});

describe('a space with gaps', () => {
  test('finds its states and no others', () => {
    const states = [1, 4, 5, 9, 30];
    const space = spaceOf(5, states);
    for (let pattern = 0; pattern < 32; pattern += 1)
      expect(indexOf(space, [pattern])).toBe(states.indexOf(pattern));
  });

  test('of more options than a word has bits compares the highest word first (seed 3)', () => {
    const random = mulberry32(3);
    const word = (): number => Math.floor(random() * 2 ** 32);
    const states = Array.from({ length: 200 }, () => [word(), word(), word() >>> 26] as const);
    const value = ([low, middle, high]: readonly [number, number, number]): bigint =>
      BigInt(low) + (BigInt(middle) << 32n) + (BigInt(high) << 64n);
    states.sort((a, b) => (value(a) < value(b) ? -1 : 1));
    const words = [0, 1, 2].map((at) => Uint32Array.from(states, (state) => state[at] as number));
    const space = { size: states.length, options: 70, words, isFull: false };
    states.forEach((state, s) => {
      expect(indexOf(space, state)).toBe(s);
      expect(indexOf(space, [state[0] ^ 1, state[1], state[2]])).toBe(-1);
    });
  });

  test('names its options across words', () => {
    const words = wordsOf(70, [0, 31, 32, 69]);
    expect([...words]).toEqual([0x80000001, 1, 32]);
    const space = {
      size: 1,
      options: 70,
      words: [...words].map((word) => Uint32Array.of(word)),
      isFull: false,
    };
    const taken = Array.from({ length: 70 }, (_, option) => option).filter((option) =>
      takes(space, 0, option),
    );
    expect(taken).toEqual([0, 31, 32, 69]);
    expect(patternOf(space, 0).length).toBe(70);
  });
});

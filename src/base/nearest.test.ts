// Holds the search for a mistyped name to its definition.
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

describe('the distance of two names', () => {
  test.each([
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['Abc', 'aBC', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['abc', 'xabc', 1],
    ['ab', 'ba', 1],
    ['titel', 'title', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%j and %j: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe('the nearest name', () => {
  test('is one with at most a third of the letters off', () => {
    expect(nearest('preferenecs', ['statusQuo', 'preferences'])).toBe('preferences');
    expect(nearest('elephant', ['statusQuo', 'preferences'])).toBeUndefined();
    expect(nearest('ab', ['ac', 'xy'])).toBe('ac');
  });

  test('is none for a single letter, and the first of equals', () => {
    expect(nearest('x', ['y'])).toBeUndefined();
    expect(nearest('abcd', ['abcx', 'abcy'])).toBe('abcx');
  });

  test('is not looked for where a name is very long', () => {
    expect(nearest('a'.repeat(65), ['a'.repeat(64)])).toBeUndefined();
  });
});

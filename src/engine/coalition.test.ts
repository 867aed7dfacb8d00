// Tests what a coalition reaches, by small graphs and against the inductive definition.
import { describe, expect, test } from 'vitest';
import { arcModel, optionModel, preorder } from '../../tests/support/models.ts';
import { coalitionImprovements, coalitionMoves } from './coalition.ts';

const flat = preorder([0, 0, 0, 0, 0, 0, 0, 0]);
const cube = optionModel({ options: [1, 1, 1], relations: [flat, flat, flat] });

describe('moves of a coalition', () => {
  test('two of three round a cube come back to where they began [REA1, REA2]', () => {
    expect(coalitionMoves(cube, [1, 2], 0)).toEqual([0, 2, 4, 6]);
  });

  test('one alone moves once [REA2]', () => {
    expect(coalitionMoves(cube, [0], 0)).toEqual([1]);
    expect(coalitionMoves(cube, [], 0)).toEqual([]);
  });

  test('who or what is not there is refused [SOL4]', () => {
    expect(() => coalitionMoves(cube, [3], 0)).toThrow('E2001');
    expect(() => coalitionImprovements(cube, [0], 8)).toThrow('E2001');
  });

  test('nobody moves twice running, however others might move [REA1]', () => {
    const arcs = [
      [
        [0, 1],
        [1, 2],
      ],
      [[2, 0]],
    ] as const;
    const model = arcModel(3, arcs, [preorder([0, 0, 0]), preorder([0, 0, 0])]);
    expect(coalitionMoves(model, [0, 1], 0)).toEqual([1]);
    expect(coalitionMoves(model, [0, 1], 1)).toEqual([0, 1, 2]);
  });
});

describe('improvements of a coalition', () => {
  test('each improves on the state that it leaves, though the start was better for it [REA3]', () => {
    // 0 → 1 by the first; 1 → 2 by the second, who likes 0 best, then 2, then 1.
    const model = arcModel(3, [[[0, 1]], [[1, 2]]], [preorder([0, 1, 0]), preorder([2, 0, 1])]);
    expect(coalitionImprovements(model, [0, 1], 0)).toEqual([1, 2]);
    expect(coalitionImprovements(model, [1], 0)).toEqual([]);
  });

  test('an unknown pair is no improvement [REA3]', () => {
    const relation = { kind: 'partial' as const, rankings: [Int32Array.of(0, 1)], unknown: new Set([1]) };
    const model = arcModel(2, [[[0, 1]]], [relation]);
    expect(coalitionMoves(model, [0], 0)).toEqual([1]);
    expect(coalitionImprovements(model, [0], 0)).toEqual([]);
  });
});

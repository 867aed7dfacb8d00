// Tests which engine solves what, what a stopped solution is worth, and how equilibria are read off it.
import { describe, expect, test } from 'vitest';
import { arcModel, optionModel, preorder, randomModel, twoByTwo } from '../../tests/support/models.ts';
import { budget } from '../../tests/support/watches.ts';
import { mulberry32, unwatched } from '../base/index.ts';
import { concepts } from '../model/index.ts';
import { equilibria, mixedEquilibria } from './equilibria.ts';
import { fastSolve } from './fast/fast.ts';
import { referenceSolve } from './reference/reference.ts';
import { defaultSettings } from './solution.ts';
import { solve, solver } from './solve.ts';

const dilemma = twoByTwo('NY YY NN YN', 'YN YY NN NY');
const rank = Int32Array.of(1, 0, 3, 2);

describe('which engine', () => {
  test('the fast one wherever it can [SOL1]', () => {
    expect(solve(dilemma).method).toBe('fast');
    const written = { kind: 'partial' as const, rankings: [rank], unknown: new Set<number>() };
    expect(solve({ ...dilemma, relations: [written, dilemma.relations[1]!] }).method).toBe('fast');
  });

  test('the reference for the rest [SOL1]', () => {
    const unsure = { kind: 'partial' as const, rankings: [rank], unknown: new Set([3]) };
    const rival = {
      kind: 'partial' as const,
      rankings: [rank, Int32Array.of(0, 1, 2, 3)],
      unknown: new Set<number>(),
    };
    expect(solve({ ...dilemma, relations: [unsure, dilemma.relations[1]!] }).method).toBe('reference');
    expect(solve({ ...dilemma, relations: [rival, dilemma.relations[1]!] }).method).toBe('reference');
    expect(solve(dilemma, { concepts, sanctions: 'once' }).method).toBe('reference');
    expect(solve(arcModel(2, [[[0, 1]]], [preorder([0, 1])])).method).toBe('reference');
  });

  test('asked by name, the fast one refuses what it cannot take [SOL1]', () => {
    const graph = arcModel(2, [[[0, 1]]], [preorder([0, 1])]);
    expect(() => fastSolve(graph, defaultSettings, unwatched)).toThrow('E2002');
    expect(() => fastSolve(dilemma, { concepts, sanctions: 'single' }, unwatched)).toThrow('E2002');
  });

  test('one solver for many preferences gives what each alone gives (seed 7) [SOL1]', () => {
    const random = mulberry32(7);
    const { moves, size, relations } = randomModel(random, {
      decisionMakers: [3, 3],
      options: [5, 5],
      infeasible: 0.3,
      oneWay: 0.5,
      ties: 0.5,
    });
    const next = solver(moves);
    for (let round = 0; round < 20; round += 1) {
      const drawn = relations.map(() => preorder(Int32Array.from({ length: size }, () => random() * 9)));
      expect(next(drawn).stable).toEqual(solve({ moves, size, relations: drawn }).stable);
    }
  });
});

describe('a solution', () => {
  test('one written without unknown pairs is solved as complete, possible and stable alike [UNK4]', () => {
    const written = dilemma.relations.map((relation) =>
      relation.kind === 'preorder'
        ? { kind: 'partial' as const, rankings: [relation.rank], unknown: new Set<number>() }
        : relation,
    );
    const solution = referenceSolve({ ...dilemma, relations: written });
    expect(solution.possible).toBe(solution.stable);
    expect(solution.stable).toEqual(referenceSolve(dilemma).stable);
  });

  test('rival rankings that agree leave nothing unknown [UNK4]', () => {
    const rival = {
      kind: 'partial' as const,
      rankings: [rank, rank.map((r) => 3 * r)],
      unknown: new Set<number>(),
    };
    const solution = solve({ ...dilemma, relations: [rival, dilemma.relations[1]!] });
    expect(solution.possible).toEqual(solution.stable);
    expect(solution.stable).toEqual(solve(dilemma).stable);
  });

  test('that was stopped has no wrong bits, and says that it is not complete [SOL3]', () => {
    const random = mulberry32(3);
    const model = randomModel(random, {
      decisionMakers: [3, 3],
      options: [6, 6],
      infeasible: 0,
      oneWay: 0,
      ties: 0,
      unknown: 6,
    });
    const whole = referenceSolve(model);
    for (const questions of [0, 1, 50, 100]) {
      const part = referenceSolve(model, defaultSettings, budget(questions));
      expect(part.complete).toBe(false);
      for (const kind of ['stable', 'possible'] as const)
        for (const [dm, row] of part[kind].entries())
          expect(row.every((bits, s) => (bits & ~whole[kind][dm]![s]!) === 0)).toBe(true);
      expect(part.stable[1]!.some((bits) => bits !== 0)).toBe(questions === 100);
      expect(part.stable[2]!.some((bits) => bits !== 0)).toBe(false);
    }
    expect(whole.complete).toBe(true);
  });

  test('tells how far it is [SOL3]', () => {
    const told: number[] = [];
    referenceSolve(dilemma, defaultSettings, {
      stopped: () => false,
      progress: (done, total) => told.push(done / total),
    });
    expect(told).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((done) => done / 8));
  });
});

describe('equilibria', () => {
  test('states stable for all [EQU1]', () => {
    const solution = solve(dilemma);
    expect(equilibria(solution, 'nash')).toEqual([0]);
    expect(equilibria(solution, 'seq')).toEqual([0, 3]);
  });

  test('each by its own concept [EQU2]', () => {
    const chicken = solve(twoByTwo('NY YY YN NN', 'YN YY NY NN'));
    expect(mixedEquilibria(chicken, ['gmr', 'seq'])).toEqual([1, 2]);
    expect(mixedEquilibria(chicken, ['gmr', 'gmr'])).toEqual([1, 2, 3]);
  });

  test('none without decision makers’ verdicts [EQU1]', () => {
    expect(equilibria({ stable: [] }, 'nash')).toEqual([]);
    const idle = optionModel({ options: [1], relations: [preorder([0, 0])] });
    expect(equilibria(solve(idle), 'sseq')).toEqual([0, 1]);
  });
});

// Tests the literature's extensions to unknown pairs, and how they stand to what holds in every and in some completion.
import { describe, expect, test } from 'vitest';
import {
  optionModel,
  partial,
  preorder,
  randomModel,
  twoByTwo,
  unknownPairs,
} from '../../tests/support/models.ts';
import { budget } from '../../tests/support/watches.ts';
import { mulberry32 } from '../base/index.ts';
import type { GraphModel } from '../model/index.ts';
import { concepts } from '../model/index.ts';
import { solveUnder, stableUnder } from './extensions.ts';
import type { Extension } from './readings.ts';
import { conceptBit, defaultSettings } from './solution.ts';
import { solve } from './solve.ts';

const all: readonly Extension[] = ['a', 'b', 'c', 'd'];
const rank = Int32Array.of(1, 0, 3, 2);
const [NN, NY, YY] = [0, 2, 3];

/** The dilemma whose first prisoner does not know how two states compare. */
function unsure(a: number, b: number): GraphModel {
  const dilemma = twoByTwo('NY YY NN YN', 'YN YY NN NY');
  return { ...dilemma, relations: [partial(rank, [[a, b]]), dilemma.relations[1]!] };
}

describe('a dilemma in which one is unsure', () => {
  const holding = (model: GraphModel, concept: (typeof concepts)[number]): string =>
    all.filter((extension) => stableUnder(model, extension, concept, 0, YY)).join('');

  test('whether it prefers the deadlock to cooperation: a threat under c and d [EXT1]', () => {
    const model = unsure(NN, YY);
    expect(holding(model, 'nash')).toBe('');
    for (const concept of ['gmr', 'smr', 'seq', 'sseq'] as const) expect(holding(model, concept)).toBe('cd');
  });

  test('whether it gains from leaving: rational under b and d [EXT1]', () => {
    expect(holding(unsure(NY, YY), 'nash')).toBe('bd');
  });
});

describe('an opponent who is unsure', () => {
  // The first leaves NN for YN; the second can answer with YY, bad for the first, and does not know if it gains.
  const model = optionModel({
    options: [1, 1],
    relations: [preorder([1, 2, 0, 0]), partial(Int32Array.of(0, 0, 1, 1), [[1, 3]])],
  });

  test('may answer under all four, so that a does not hold in every completion [EXT1, EXT3]', () => {
    for (const extension of all) expect(stableUnder(model, extension, 'seq', 0, NN)).toBe(true);
    const solution = solve(model);
    expect(solution.stable[0]![NN]! & conceptBit('seq')).toBe(0);
    expect(solution.possible[0]![NN]! & conceptBit('seq')).not.toBe(0);
  });
});

describe('random partial models (seed 11)', () => {
  const random = mulberry32(11);
  const models = Array.from({ length: 150 }, (_, round) =>
    randomModel(random, {
      decisionMakers: [2, 4],
      options: [2, 4],
      infeasible: 0.4,
      oneWay: 0.5,
      ties: 0.5,
      unknown: 8,
      arcs: round % 3 === 0,
    }),
  );
  const verdicts = (model: GraphModel): Record<Extension, readonly Uint8Array[]> => ({
    a: solveUnder(model, 'a').stable,
    b: solveUnder(model, 'b').stable,
    c: solveUnder(model, 'c').stable,
    d: solveUnder(model, 'd').stable,
  });

  test('a implies b and c, each of which implies d; for nash a is c and b is d [EXT2]', () => {
    const nash = conceptBit('nash');
    let differing = 0;
    for (const model of models) {
      const { a, b, c, d } = verdicts(model);
      for (const [dm, row] of a.entries()) {
        for (const [s, bits] of row.entries()) {
          const [inB, inC, inD] = [b[dm]![s]!, c[dm]![s]!, d[dm]![s]!];
          if ((bits & ~inB & 31) + (bits & ~inC & 31) + (inB & ~inD) + (inC & ~inD) !== 0)
            expect.fail(`decision maker ${dm}, state ${s}`);
          if (((bits ^ inC) & nash) + ((inB ^ inD) & nash) !== 0) expect.fail(`nash, state ${s}`);
          if (inB !== inC) differing += 1;
        }
      }
    }
    expect(differing).toBeGreaterThan(50);
  });

  test('a is every and d is some for nash, gmr and smr; d is never less than some [EXT3]', () => {
    const own = conceptBit('nash') | conceptBit('gmr') | conceptBit('smr');
    for (const model of models) {
      const { a, d } = verdicts(model);
      const { stable, possible } = solve(model);
      for (const [dm, row] of stable.entries()) {
        for (const [s, bits] of row.entries()) {
          expect(a[dm]![s]! & own).toBe(bits & own);
          expect(d[dm]![s]! & own).toBe(possible[dm]![s]! & own);
          expect(possible[dm]![s]! & ~d[dm]![s]!).toBe(0);
        }
      }
    }
  });

  test('without unknown pairs all four are the plain definition [EXT2]', () => {
    for (const { moves, size, relations } of models) {
      const known = relations.map((relation) =>
        relation.kind === 'partial' ? preorder(relation.rankings[0]!) : relation,
      );
      const model = { moves, size, relations: known };
      expect(unknownPairs(model)).toEqual([]);
      for (const extension of all) expect(solveUnder(model, extension).stable).toEqual(solve(model).stable);
    }
  });

  test('one state and all states agree; a stopped run says so [EXT1, SOL3]', () => {
    const model = models.find((candidate) => unknownPairs(candidate).length > 4)!;
    for (const extension of all) {
      const { stable, complete } = solveUnder(model, extension);
      expect(complete).toBe(true);
      for (const [dm, row] of stable.entries())
        for (const [s, bits] of row.entries())
          for (const concept of concepts)
            expect(stableUnder(model, extension, concept, dm, s)).toBe((bits & conceptBit(concept)) !== 0);
    }
    expect(solveUnder(model, 'a', defaultSettings, budget(1)).complete).toBe(false);
  });

  test('an index outside the model is refused [SOL4]', () => {
    expect(() => stableUnder(models[0]!, 'a', 'nash', 9, 0)).toThrow('E2001');
    expect(() => stableUnder(models[0]!, 'a', 'nash', 0, 99)).toThrow('E2001');
  });
});

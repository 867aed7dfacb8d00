// Tests strong and weak stability: the prisoners' dilemma in two strengths, statements, and the implications.
import { describe, expect, test } from 'vitest';
import { optionModel, preorder, rankingOf } from '../../tests/support/models.ts';
import { complete, forModels, graph } from '../../tests/support/random-models.ts';
import { mulberry32 } from '../base/index.ts';
import type { Concept } from '../model/index.ts';
import { referenceSolve } from './reference/reference.ts';
import { conceptBit } from './solution.ts';
import type { StrengthPreference } from './strength.ts';
import { strengthByStatements, strengthConcepts, strengthSolve } from './strength.ts';

const has = (bits: number | undefined, concept: Concept): boolean =>
  ((bits ?? 0) & conceptBit(concept)) !== 0;

/** Ranks, and a level between two of which lies the gap that makes a preference a great one. */
const withGap = (rank: Int32Array, gap: number): StrengthPreference => ({
  rank,
  isMuchBetter: (a, b) => rank[a]! >= gap && rank[b]! < gap,
});

/** Each prefers to defect alone, then both cooperating, then both defecting, then to be left alone. */
const [NN, YN, NY, YY] = [0, 1, 2, 3] as const;
const first = rankingOf(4, [NY, YY, NN, YN]);
const second = rankingOf(4, [YN, YY, NN, NY]);
const dilemma = optionModel({ options: [1, 1], relations: [preorder(first), preorder(second)] });

describe("the prisoners' dilemma", () => {
  test('cooperation is strongly stable where its breakdown would be much worse [STR2]', () => {
    const { strong } = strengthSolve(dilemma, [withGap(first, 3), withGap(second, 3)]);
    for (const concept of ['gmr', 'smr', 'seq', 'sseq'] as const) {
      expect(has(strong[0]![YY], concept)).toBe(true);
      expect(has(strong[1]![YY], concept)).toBe(true);
    }
  });

  test('and weakly where only the temptation is great [STR2]', () => {
    const { strong, weak } = strengthSolve(dilemma, [withGap(first, 4), withGap(second, 4)]);
    for (const concept of ['gmr', 'smr', 'seq'] as const) {
      expect(has(strong[0]![YY], concept)).toBe(false);
      expect(has(weak[0]![YY], concept)).toBe(true);
    }
  });

  test('nash has no strong form; work that is stopped says so [STR3]', () => {
    const preferences = [withGap(first, 3), withGap(second, 3)];
    expect(strengthSolve(dilemma, preferences, ['nash']).strong[0]).toEqual(new Uint8Array(4));
    expect(strengthSolve(dilemma, preferences, strengthConcepts, { stopped: () => true }).complete).toBe(
      false,
    );
  });
});

describe('statements marked strong', () => {
  test('are compared as the sums of powers of two (seed 451) [STR1]', () => {
    const random = mulberry32(451);
    let great = 0;
    for (let round = 0; round < 200; round += 1) {
      const [k, size] = [1 + Math.floor(random() * 6), 8];
      const truths = Array.from({ length: k }, () =>
        Uint8Array.from({ length: size }, () => Math.floor(random() * 2)),
      );
      const isStrong = truths.map(() => random() < 0.4);
      const sums = Array.from({ length: size }, (_, s) =>
        truths.reduce(
          (sum, truth, j) => sum + (truth[s]! === 1 ? 2 ** (k - 1 - j) + (isStrong[j] ? 2 ** k : 0) : 0),
          0,
        ),
      );
      const { rank, isMuchBetter } = strengthByStatements(truths, isStrong, size);
      for (let a = 0; a < size; a += 1)
        for (let b = 0; b < size; b += 1) {
          expect(Math.sign(rank[a]! - rank[b]!)).toBe(Math.sign(sums[a]! - sums[b]!));
          expect(isMuchBetter(a, b)).toBe(sums[a]! - sums[b]! >= 2 ** k);
          if (isMuchBetter(a, b)) great += 1;
        }
    }
    expect(great).toBeGreaterThan(500);
  });
});

describe('all random models', () => {
  test.each([
    ['option form', 452, complete],
    ['graph form', 453, graph],
  ] as const)(
    'keep strong => stable, and what implies what among the strong (%s, seed %i) [STR2, STR4]',
    (_, seed, kind) => {
      let strongly = 0;
      let weakly = 0;
      forModels(seed, 80, kind, (model, random) => {
        const preferences = model.relations.map((relation) => {
          const { rank } = relation as { readonly rank: Int32Array };
          return withGap(rank, rank[Math.floor(random() * rank.length)]!);
        });
        const { strong, weak } = strengthSolve(model, preferences);
        const { stable } = referenceSolve(model);
        for (const dm of model.relations.keys())
          for (let s = 0; s < model.size; s += 1) {
            for (const concept of strengthConcepts) {
              const [isStrong, isWeak] = [has(strong[dm]![s], concept), has(weak[dm]![s], concept)];
              expect(isStrong && isWeak).toBe(false);
              expect(isStrong || isWeak).toBe(has(stable[dm]![s], concept));
              if (isStrong) strongly += 1;
              if (isWeak) weakly += 1;
            }
            for (const [one, other] of [
              ['smr', 'gmr'],
              ['seq', 'gmr'],
              ['sseq', 'seq'],
              ['sseq', 'smr'],
            ] as const)
              if (has(strong[dm]![s], one)) expect(has(strong[dm]![s], other)).toBe(true);
          }
      });
      expect(strongly).toBeGreaterThan(100);
      expect(weakly).toBeGreaterThan(100);
    },
  );
});

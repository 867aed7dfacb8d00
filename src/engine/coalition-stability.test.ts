// Tests coalition stability: published and hand-made examples, the implications, and a brute-force search.
import { describe, expect, test } from 'vitest';
import { coalitionStable } from '../../tests/support/coalition-oracle.ts';
import { completionsOf } from '../../tests/support/completions.ts';
import { optionModel, partial, preorder, rankingOf, spaceOf } from '../../tests/support/models.ts';
import { complete, forModels, graph } from '../../tests/support/random-models.ts';
import type { Concept, GraphModel } from '../model/index.ts';
import { concepts, fullSpace } from '../model/index.ts';
import type { CoalitionGain } from './coalition-stability.ts';
import { coalitionJudge, nonEmptySubsets } from './coalition-stability.ts';
import { equilibria } from './equilibria.ts';
import { referenceSolve } from './reference/reference.ts';
import { conceptBit } from './solution.ts';
import { solve } from './solve.ts';

const everyCoalition = (model: GraphModel): readonly (readonly number[])[] =>
  nonEmptySubsets([...model.relations.keys()]);
const holds = (bits: number | undefined, concept: Concept): boolean =>
  ((bits ?? 0) & conceptBit(concept)) !== 0;
const stableBits = (model: GraphModel, members: readonly number[], gain: CoalitionGain = 'all'): Uint8Array =>
  coalitionJudge(model, gain).stable(members, concepts)!;
const implications: readonly (readonly [Concept, Concept])[] = [
  ['nash', 'sseq'],
  ['sseq', 'seq'],
  ['seq', 'gmr'],
  ['sseq', 'smr'],
  ['smr', 'gmr'],
];
const small = { ...complete, decisionMakers: [2, 4], options: [2, 4] } as const;
const smallGraph = { ...graph, decisionMakers: [2, 3], options: [1, 3] } as const;

/** States a NNN, b NNY, c NYN, d YNY; three decision makers with one option each. */
const fourStates = optionModel({
  options: [1, 1, 1],
  space: spaceOf(3, [0b000, 0b010, 0b100, 0b101]),
  relations: [preorder([3, 1, 4, 2]), preorder([4, 2, 1, 3]), preorder([3, 4, 1, 2])],
});
const [a, c, b, d] = [0, 1, 2, 3] as const;

describe('examples', () => {
  test('a pair of others that gains together deters where neither would go alone [CSE1, CSE2]', () => {
    const judge = coalitionJudge(fourStates);
    expect(judge.improvements([0], d)).toEqual([b]);
    expect(judge.improvements([1, 2], b)).toContain(c);
    expect(judge.deters('seq', [0], d, b)).toBe(true);
    expect(holds(referenceSolve(fourStates).stable[0]![d], 'seq')).toBe(false);
    expect(judge.improvements([2], b)).toEqual([a]);
  });

  test('the grand coalition has nobody to deter it: all five concepts are nash [CNA2]', () => {
    forModels(403, 60, small, (model) => {
      const everybody = [...model.relations.keys()];
      for (const bits of stableBits(model, everybody)) expect([0, 31]).toContain(bits);
    });
  });

  test('a step between may hurt a member; only the end counts [CNA1]', () => {
    const steps = optionModel({
      options: [1, 1],
      relations: [preorder([1, 0, 0, 2]), preorder([1, 0, 0, 2])],
    });
    expect(coalitionJudge(steps).improvements([0, 1], 0)).toEqual([3]);
    expect(coalitionJudge(steps).improvements([0], 0)).toEqual([]);
  });

  test('nobody worse and somebody better is enough for a Pareto improvement [CPA1]', () => {
    const even = optionModel({
      options: [1, 1],
      relations: [preorder([1, 0, 0, 1]), preorder([1, 0, 0, 2])],
    });
    expect(coalitionJudge(even).improvements([0, 1], 0)).toEqual([]);
    expect(coalitionJudge(even, 'pareto').improvements([0, 1], 0)).toEqual([3]);
  });

  test('who or what is not there, and a coalition of nobody, are refused [CNA3]', () => {
    const judge = coalitionJudge(fourStates);
    expect(() => judge.stable([], concepts)).toThrow('E2001');
    expect(() => judge.stable([3], concepts)).toThrow('E2001');
    expect(() => judge.improvements([0], 4)).toThrow('E2001');
    expect(() => judge.deters('nash', [0], 0, 9)).toThrow('E2001');
  });

  test('coalitions of over twelve opponents are too many for seq, not for gmr [CSE3]', () => {
    const many = optionModel({
      options: Array.from({ length: 14 }, (_, dm) => (dm < 2 ? 1 : 0)),
      space: fullSpace(2),
      relations: Array.from({ length: 14 }, () => preorder(rankingOf(4, [3, 2, 1, 0]))),
    });
    const judge = coalitionJudge(many);
    expect(() => judge.deters('seq', [0], 0, 1)).toThrow('E2002');
    expect(judge.deters('gmr', [0], 0, 1)).toBe(false);
  });

  test('work that is stopped gives nothing [CNA3]', () => {
    expect(coalitionJudge(fourStates).stable([0], concepts, { stopped: () => true })).toBeUndefined();
  });
});

describe('all coalitions of random models', () => {
  test.each([
    ['all', small, 401],
    ['pareto', small, 402],
    ['all', smallGraph, 411],
    ['pareto', smallGraph, 412],
  ] as const)(
    'are judged as brute force judges them (%s, %j, seed %i) [CNA1, CGM1, CSM1, CSE1, CSS1, CPA1]',
    (gain, kind, seed) => {
      let looked = 0;
      forModels(seed, 25, kind, (model) => {
        for (const members of everyCoalition(model)) {
          const bits = stableBits(model, members, gain);
          for (let s = 0; s < model.size; s += 1)
            for (const concept of concepts) {
              looked += 1;
              expect([members, s, concept, holds(bits[s], concept)]).toEqual([
                members,
                s,
                concept,
                coalitionStable(model, concept, members, s, gain === 'pareto'),
              ]);
            }
        }
      });
      expect(looked).toBeGreaterThan(1000);
    },
  );

  test.each(['all', 'pareto'] as const)(
    'keep nash => sseq => seq => gmr and sseq => smr => gmr in option form (%s, seed 404) [COI1]',
    (gain) => {
      let cases = 0;
      forModels(404, 150, small, (model) => {
        for (const members of everyCoalition(model))
          for (const bits of stableBits(model, members, gain)) {
            cases += 1;
            for (const [first, second] of implications)
              if (holds(bits, first)) expect(holds(bits, second)).toBe(true);
          }
      });
      expect(cases).toBeGreaterThan(10_000);
    },
  );

  test('in graph form seq => gmr can fail, for a member of two coalitions may move twice running (seed 405) [COI2]', () => {
    let broken = 0;
    forModels(405, 400, smallGraph, (model) => {
      for (const members of everyCoalition(model))
        for (const bits of stableBits(model, members)) {
          if (holds(bits, 'nash')) expect(bits).toBe(31);
          if (holds(bits, 'smr')) expect(holds(bits, 'gmr')).toBe(true);
          if (holds(bits, 'seq') && !holds(bits, 'gmr')) broken += 1;
        }
    });
    expect(broken).toBeGreaterThan(0);
  });

  test('of one are the individual concepts for nash, gmr and smr, and seq implies theirs (seed 406) [COI3, CSE2]', () => {
    let wider = 0;
    for (const kind of [small, smallGraph])
      forModels(406, 150, kind, (model) => {
        const { stable } = referenceSolve(model);
        for (const dm of model.relations.keys()) {
          const bits = stableBits(model, [dm]);
          for (let s = 0; s < model.size; s += 1) {
            for (const concept of ['nash', 'gmr', 'smr'] as const)
              expect(holds(bits[s], concept)).toBe(holds(stable[dm]![s], concept));
            if (holds(stable[dm]![s], 'seq')) expect(holds(bits[s], 'seq')).toBe(true);
            else if (holds(bits[s], 'seq')) {
              expect(model.relations.length).toBeGreaterThan(2);
              wider += 1;
            }
          }
        }
      });
    expect(wider).toBeGreaterThan(0);
  });

  test('stable for all under nash, gmr or smr is an equilibrium, and not the other way round (seed 407) [COI4]', () => {
    let lost = 0;
    forModels(407, 150, small, (model) => {
      const solution = solve(model);
      const all = everyCoalition(model).map((members) => stableBits(model, members));
      for (const concept of ['nash', 'gmr', 'smr'] as const) {
        const known = equilibria(solution, concept);
        for (let s = 0; s < model.size; s += 1) {
          const universal = all.every((bits) => holds(bits[s], concept));
          if (universal) expect(known).toContain(s);
          else if (concept === 'nash' && known.includes(s)) lost += 1;
        }
      }
    });
    expect(lost).toBeGreaterThan(50);
  });

  test('Pareto-nash implies nash and not the other way round (seed 408) [CPA2]', () => {
    let lost = 0;
    forModels(408, 150, { ...small, ties: 1 }, (model) => {
      for (const members of everyCoalition(model)) {
        const strict = stableBits(model, members);
        stableBits(model, members, 'pareto').forEach((bits, s) => {
          if (holds(bits, 'nash')) expect(holds(strict[s], 'nash')).toBe(true);
          else if (holds(strict[s], 'nash')) lost += 1;
        });
      }
    });
    expect(lost).toBeGreaterThan(100);
  });

  test('with unknown pairs: stable exactly where every completion makes it so (seed 409) [CUN1]', () => {
    let unsure = 0;
    forModels(409, 15, { ...small, decisionMakers: [2, 3], options: [2, 3], unknown: 2 }, (model) => {
      const completions = completionsOf(model);
      if (completions.length === 1) return;
      const complete = completions.map((word) => completed(model, word));
      for (const members of everyCoalition(model)) {
        const bits = stableBits(model, members);
        for (let s = 0; s < model.size; s += 1)
          for (const concept of concepts) {
            const words = complete.map((one) => coalitionStable(one, concept, members, s));
            if (words.includes(true) && words.includes(false)) unsure += 1;
            expect(holds(bits[s], concept)).toBe(!words.includes(false));
          }
      }
    });
    expect(unsure).toBeGreaterThan(20);
  });
});

/** The model with the preferences of a completion, which need not be transitive. */
function completed(model: GraphModel, word: ReturnType<typeof completionsOf>[number]): GraphModel {
  const relations = model.relations.map((_, dm) => {
    const settled = new Map<number, '>' | '<' | '~'>();
    for (let low = 0; low < model.size; low += 1)
      for (let high = low + 1; high < model.size; high += 1)
        settled.set(low * model.size + high, word(dm, low, high));
    return { ...partial(new Int32Array(model.size), []), settled };
  });
  return { ...model, relations };
}

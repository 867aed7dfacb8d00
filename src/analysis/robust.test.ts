// Tests what is found of readings: their number, exact shares, samples and their intervals, who decides.
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../tests/support/analysis.ts';
import { completionsOf, stableIn } from '../../tests/support/completions.ts';
import { unknownPairs } from '../../tests/support/models.ts';
import { budget } from '../../tests/support/watches.ts';
import { mulberry32 } from '../base/index.ts';
import { solve } from '../engine/index.ts';
import type { Conflict } from '../model/index.ts';
import { compare, concepts, graphModel, stateName } from '../model/index.ts';
import type { RobustAnalysis } from './robust.ts';
import { robustAnalysis } from './robust.ts';
import { everywhere } from './robust-everywhere.ts';
import { settledRelation } from './robust-pairs.ts';
import type { RobustSettings } from './robust-parts.ts';
import { defaultRobustSettings, robustParts } from './robust-parts.ts';
import type { RobustTally } from './robust-tally.ts';
import { addTallies, emptyTally, robustPlan, tallyRange } from './robust-tally.ts';
import { equilibriumIn } from './stability.ts';

/** Two parties, three options; the preferences are given. */
const twoParties = (preferences: string): Conflict =>
  analysisOf({
    text: `impasse: 1
title: t
decisionMakers:
  - { id: north, options: [a, b] }
  - { id: south, options: [c] }
statusQuo: []
agreement: a & c
preferences:
${preferences}`,
  }).conflict;
const open = twoParties(`  north: { order: unknown, statements: [a, "!b", c, "b & c"] }
  south: { order: unknown, statements: ["!c", "a", "c iff a"] }
`);
const known = twoParties(`  north: [a, "!b", c]
  south: ["!c if !a", a, b]
`);
const withPairs =
  twoParties(`  north: { ranking: [YNY, NNY, YNN, NNN, [NYN, NYY], YYN, YYY], unknown: [[YNY, NNY], [NNN, YYN]] }
  south: { ranking: [NNN, YNY, YNN, NNY, NYN, NYY, YYN, YYY], unknown: [[NNN, YNY]] }
`);
const rival = twoParties(`  north: { alternatives: [[a, c], [c, "!a"], ["!b"]] }
  south: [c]
`);

function found(conflict: Conflict, settings: Partial<RobustSettings> = {}): RobustAnalysis {
  const plan = robustPlan(conflict, { ...defaultRobustSettings, ...settings });
  return robustAnalysis(plan, tallyRange(plan, 0, plan.size));
}

describe('the number of readings', () => {
  test('is that of the orders of open lists [ROB1]', () => {
    expect(robustParts(open, defaultRobustSettings).map(({ total }) => total)).toEqual([24, 6]);
    expect(robustPlan(open, defaultRobustSettings)).toMatchObject({ method: 'exact', total: 144 });
  });

  test('is that of the orders that break no known precedence [ROB1]', () => {
    const partly =
      twoParties(`  north: { order: unknown, statements: [{ statement: a, before: ["!b"] }, "!b", c] }
  south: [c]
`);
    const plan = robustPlan(partly, defaultRobustSettings);
    expect(plan.total).toBe(3);
    const sampled = found(partly, { isSampled: true, samples: 2000 });
    const exact = found(partly);
    for (let s = 0; s < partly.size; s += 1)
      expect(
        Math.abs(exact.equilibrium(s, 'nash').share - sampled.equilibrium(s, 'nash').share),
      ).toBeLessThan(0.05);
  });

  test('is that of rival lists [ROB2]', () => {
    expect(robustPlan(rival, defaultRobustSettings).total).toBe(3);
  });

  test('is two for each unknown pair, three where ties are asked for [ROB3]', () => {
    expect(robustPlan(withPairs, defaultRobustSettings).total).toBe(8);
    expect(robustPlan(withPairs, { ...defaultRobustSettings, ties: true }).total).toBe(27);
  });

  test('is (k - 1)^swaps under noise, for the places of a ranking too [ROB4]', () => {
    expect(robustPlan(known, { ...defaultRobustSettings, noise: 2 }).total).toBe(4 * 4);
    expect(robustPlan(withPairs, { ...defaultRobustSettings, noise: 1 }).total).toBe(6 * 4 * 7 * 2);
    expect(robustPlan(open, { ...defaultRobustSettings, noise: 3 }).total).toBe(144);
  });

  test('is one where nothing is left open', () => {
    const { equilibrium, variations, plan } = found(known);
    expect(plan).toMatchObject({ total: 1, method: 'exact' });
    expect(variations).toEqual([]);
    const solution = solve(graphModel(known));
    for (let s = 0; s < known.size; s += 1)
      for (const concept of concepts)
        expect(equilibrium(s, concept).word).toBe(equilibriumIn(solution, s, () => concept));
  });
});

describe('an unknown pair settled one way', () => {
  test('makes a ranking where one fits, and stands as told where none does (seed 441) [ROB3]', () => {
    const random = mulberry32(441);
    let rankings = 0;
    for (let round = 0; round < 400; round += 1) {
      const size = 2 + Math.floor(random() * 5);
      const rank = Int32Array.from({ length: size }, () => Math.floor(random() * 5));
      const names = Array.from({ length: size * size }, (_, pair) => pair).filter(
        (pair) => Math.floor(pair / size) < pair % size && random() < 0.25,
      );
      const pairs = names.map(
        (pair) => [pair, (['>', '<', '~'] as const)[Math.floor(random() * 3)]!] as const,
      );
      const relation = settledRelation(rank, pairs);
      if (relation.kind === 'preorder') rankings += 1;
      const told = new Map(pairs);
      for (let a = 0; a < size; a += 1)
        for (let b = a + 1; b < size; b += 1) {
          const word = told.get(a * size + b) ?? compare({ kind: 'preorder', rank }, a, b);
          expect(compare(relation, a, b)).toBe(word);
          expect(compare(relation, b, a)).toBe(word === '~' ? '~' : word === '>' ? '<' : '>');
        }
    }
    expect(rankings).toBeGreaterThan(100);
    expect(rankings).toBeLessThan(390);
  });
});

describe('where all readings are gone through', () => {
  test('a share is that of the completions of unknown pairs [ROB5, ROB7]', () => {
    const { equilibrium } = found(withPairs, { ties: true });
    const model = graphModel(withPairs);
    expect(unknownPairs(model)).toHaveLength(3);
    const completions = completionsOf(model);
    for (let s = 0; s < withPairs.size; s += 1)
      for (const concept of concepts) {
        const hits = completions.filter((word) =>
          [0, 1].every((dm) => stableIn(model, word, concept, dm, s)),
        ).length;
        const { share, word, isProven, interval } = equilibrium(s, concept);
        expect(share).toBeCloseTo(hits / 27, 12);
        expect(word).toBe(hits === 0 ? 'none' : hits === 27 ? 'every' : 'some');
        expect([isProven, interval]).toEqual([true, undefined]);
      }
  });

  test('every order of open lists counts once, whichever rankings coincide [ROB1, ROB5]', () => {
    const { tally, plan } = found(open);
    expect(tally.readings).toBe(144);
    expect(plan.size).toBeLessThan(144);
    expect(tally.solved).toBe(plan.size);
  });
});

describe('types of players', () => {
  test.each([
    [1, 1, 0.25],
    [1, 4, 0.64],
    [4, 1, 0.04],
  ])(
    'each is a dilemma type in %i of its lists and an assurance type in %i: both cooperate with %d [ROB2, ROB7]',
    (dilemmas, assurances, expected) => {
      const lists = (own: string, other: string): string =>
        [
          ...Array.from({ length: dilemmas }, () => `[${other}, "!${own}"]`),
          ...Array.from({ length: assurances }, () => `["${own} & ${other}", ${other}, "!${own}"]`),
        ].join(', ');
      const { conflict } = analysisOf({
        text: `impasse: 1
title: t
decisionMakers: [{ id: one, options: [a] }, { id: two, options: [b] }]
statusQuo: []
preferences:
  one: { alternatives: [${lists('a', 'b')}] }
  two: { alternatives: [${lists('b', 'a')}] }
`,
      });
      expect(found(conflict).equilibrium(3, 'nash').share).toBeCloseTo(expected, 12);
    },
  );
});

describe('samples', () => {
  test.each([
    ['open orders', open, {}],
    ['unknown pairs', withPairs, {}],
    ['unknown pairs or ties', withPairs, { ties: true }],
    ['rival lists', rival, {}],
    ['noise', known, { noise: 2 }],
    ['noise in rankings', withPairs, { noise: 1 }],
  ] as const)(
    'agree with the exact shares within their intervals: %s (seed 1) [ROB6, ROB8]',
    (_, conflict, settings) => {
      const exact = found(conflict, settings);
      const sampled = found(conflict, { ...settings, isSampled: true, samples: 4000 });
      expect([exact.plan.method, sampled.plan.method]).toEqual(['exact', 'sampled']);
      let inside = 0;
      let all = 0;
      for (let s = 0; s < conflict.size; s += 1)
        for (const concept of concepts) {
          const { share } = exact.equilibrium(s, concept);
          const { interval = [2, 2], share: seen } = sampled.equilibrium(s, concept);
          all += 1;
          if (share >= interval[0] - 1e-12 && share <= interval[1] + 1e-12) inside += 1;
          expect(Math.abs(share - seen)).toBeLessThan(4.5 * Math.sqrt((share * (1 - share)) / 4000) + 1e-12);
        }
      expect(inside / all).toBeGreaterThan(0.9);
    },
  );

  test('are the same however they are shared out, and others with another seed [ROB6]', () => {
    const plan = robustPlan(open, { ...defaultRobustSettings, isSampled: true, samples: 500 });
    const whole = tallyRange(plan, 0, 500);
    const pieces = [137, 0, 400, 499].map((from, index): RobustTally => {
      const to = [400, 137, 499, 500][index]!;
      return tallyRange(robustPlan(open, plan.settings), from, to);
    });
    expect(pieces.reduce(addTallies, emptyTally(open.size))).toEqual(whole);
    const other = robustPlan(open, { ...plan.settings, seed: 2 });
    expect(tallyRange(other, 0, 500)).not.toEqual(whole);
  });

  test('say "every" and "none" for certain where every completion does [ROB8]', () => {
    const sampled = found(open, { isSampled: true, samples: 50 });
    const solution = solve(graphModel(open));
    let proven = 0;
    for (let s = 0; s < open.size; s += 1)
      for (const concept of concepts) {
        const word = equilibriumIn(solution, s, () => concept);
        const { word: said, isProven, completions } = sampled.equilibrium(s, concept);
        expect(completions).toBe(word);
        if (word !== 'some') expect([said, isProven]).toEqual([word, true]);
        if (isProven) proven += 1;
      }
    expect(proven).toBeGreaterThan(5);
  });

  test('are no matter where all readings are gone through: a stopped count has no interval [ROB8]', () => {
    const plan = robustPlan(known, { ...defaultRobustSettings, noise: 2 });
    const { complete, equilibrium } = robustAnalysis(plan, tallyRange(plan, 0, plan.size - 1));
    expect(complete).toBe(false);
    expect(equilibrium(0, 'nash').interval).toBeUndefined();
  });

  test('that are stopped count those drawn by then [ROB8]', () => {
    const plan = robustPlan(open, { ...defaultRobustSettings, isSampled: true, samples: 500 });
    const tally = tallyRange(plan, 0, 500, budget(40));
    expect(tally.solved).toBeGreaterThan(0);
    expect(tally.solved).toBeLessThan(500);
    const { complete, equilibrium } = robustAnalysis(plan, tally);
    expect(complete).toBe(false);
    expect(equilibrium(0, 'nash').interval).toBeDefined();
  });
});

describe('whose unknowns decide', () => {
  test('is found by varying one party at a time [ROB11]', () => {
    const conflict = twoParties(`  north: { order: unknown, statements: ["!a", "a & c"] }
  south: { alternatives: [["!b", c], [c]] }
`);
    const { decidedBy, variations, agreement } = found(conflict);
    expect(variations.map(({ decisionMaker, total }) => [decisionMaker, total])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(agreement('seq')?.word).toBe('some');
    expect(decidedBy).toEqual([0]);
  });

  test('is asked of the status quo where no agreement is named [ROB11]', () => {
    const { conflict } = analysisOf({
      text: `impasse: 1
title: t
decisionMakers: [{ id: one, options: [x] }, { id: two, options: [y] }]
statusQuo: []
preferences:
  one: { alternatives: [[x], ["!x"]] }
  two: ["!y"]
`,
    });
    expect(found(conflict).decidedBy).toEqual([0]);
    expect(found(conflict).agreement('seq')).toBeUndefined();
  });
});

describe('what holds in every account', () => {
  test('is said by name, of states only where the options are the same [ROB12]', () => {
    const other = twoParties(`  north: [a, "!b", c]
  south: [c]
`);
    const both = everywhere([found(known), found(other)], concepts)!;
    expect(both.questions.map(({ question, concept }) => `${question} ${concept}`)).toEqual([
      'agreement nash',
      'statusQuo nash',
      'agreement seq',
      'statusQuo seq',
    ]);
    for (const { name, concepts: held } of both.states!)
      for (const concept of held)
        for (const conflict of [known, other]) {
          const s = Array.from({ length: conflict.size }, (_, at) => at).find(
            (at) => stateName(conflict, at) === name,
          )!;
          expect(found(conflict).equilibrium(s, concept).word).toBe('every');
        }
    expect(both.states!.length).toBeGreaterThan(0);
    expect(everywhere([found(known)], concepts)).toBeUndefined();
    const truce = ['a', 'b'].map((account) =>
      found(analysisOf({ file: 'tests/fixtures/case/contract-truce.yaml', account }).conflict),
    );
    expect(everywhere(truce, concepts)?.states).toBeUndefined();
  });
});

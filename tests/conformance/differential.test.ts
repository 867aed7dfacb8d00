// Holds the fast engine to the reference, and the reference to matrices, on models drawn at random.
import { describe, expect, test } from 'vitest';
import { unwatched } from '../../src/base/index.ts';
import { defaultSettings, fastSolve, referenceSolve } from '../../src/engine/index.ts';
import { concepts } from '../../src/model/index.ts';
import { stableByMatrices } from '../support/oracle.ts';
import { complete, forModels, kinds } from '../support/random-models.ts';
import { isStable } from '../support/solutions.ts';

describe('fast and reference', () => {
  const shapes = [
    { seed: 101, count: 1000, decisionMakers: [2, 5], options: [2, 6] },
    { seed: 102, count: 200, decisionMakers: [2, 5], options: [7, 8] },
    { seed: 103, count: 40, decisionMakers: [2, 3], options: [9, 9] },
  ] as const;
  let cases = 0;

  test.each(shapes)('at random, seed $seed: $count models of $options options [SOL1]', (shape) => {
    cases += forModels(shape.seed, shape.count, { ...complete, ...shape }, (model) => {
      const fast = fastSolve(model, defaultSettings, unwatched);
      const plain = referenceSolve(model);
      for (const [dm, row] of plain.stable.entries())
        for (const [s, bits] of row.entries())
          if (fast.stable[dm]![s] !== bits)
            throw new Error(`decision maker ${dm}, state ${s}: fast ${fast.stable[dm]![s]}, plain ${bits}`);
    });
  });

  test('over at least 100,000 decision makers’ states [SOL1]', () => {
    expect(cases).toBeGreaterThanOrEqual(100_000);
  });
});

describe('reference and matrices', () => {
  test.each(kinds)('%s, seed 104 [NSH1, GMR1, SMR1, SEQ1, SSQ1, REA1]', (_, kind) => {
    const small = { ...kind, options: [1, 4] as const, unknown: 0 };
    const cases = forModels(104, 60, small, (model) => {
      const solution = referenceSolve(model);
      for (const concept of concepts)
        for (const [dm, row] of stableByMatrices(model, concept).entries())
          for (const [s, verdict] of row.entries())
            if (isStable(solution, concept, dm, s) !== verdict)
              throw new Error(`${concept}, decision maker ${dm}, state ${s}`);
    });
    expect(cases).toBeGreaterThan(500);
  });
});

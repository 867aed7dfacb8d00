// Holds every engine to the definitions, by examples that are small enough to check by hand or that were published.
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../src/engine/index.ts';
import { defaultSettings } from '../../src/engine/index.ts';
import type { Concept, GraphModel } from '../../src/model/index.ts';
import { concepts } from '../../src/model/index.ts';
import { arcModel, optionModel, preorder, rankingOf, twoByTwo } from '../support/models.ts';
import { idsOf, modelOf, placeOf, publishedConflict, publishedConflicts } from '../support/published.ts';
import { isPossible, isStable, jointlyStable, stableStates } from '../support/solutions.ts';
import { tinyThreeParty } from '../support/tiny.ts';
import { census, permutations } from './census.ts';
import type { Engine, Topic } from './engines.ts';
import { engines } from './engines.ts';

const sanctions = (mode: Settings['sanctions']): Settings => ({ ...defaultSettings, sanctions: mode });
const patterns = (states: readonly number[]): string[] => states.map((s) => ['NN', 'YN', 'NY', 'YY'][s]!);

describe.each(engines)('$name', (engine: Engine) => {
  const topic = (name: Topic, body: () => void): void => {
    const reason = engine.skip[name];
    describe.skipIf(reason !== undefined)(reason === undefined ? name : `${name} (${reason})`, body);
  };
  const equilibria = (model: GraphModel, concept: Concept): string[] =>
    patterns(jointlyStable(engine.solve(model), concept));

  describe('two by two', () => {
    test('prisoners’ dilemma: cooperation is deterred into, not rational [NSH1, GMR1, SMR1, SEQ1, SSQ1]', () => {
      const model = twoByTwo('NY YY NN YN', 'YN YY NN NY');
      expect(equilibria(model, 'nash')).toEqual(['NN']);
      for (const concept of ['gmr', 'smr', 'seq', 'sseq'] as const)
        expect(equilibria(model, concept)).toEqual(['NN', 'YY']);
    });

    test('chicken: the threat that holds peace is not credible [SMR1, SEQ1]', () => {
      const model = twoByTwo('NY YY YN NN', 'YN YY NY NN');
      for (const concept of ['nash', 'seq', 'sseq'] as const)
        expect(equilibria(model, concept)).toEqual(['YN', 'NY']);
      for (const concept of ['gmr', 'smr'] as const)
        expect(equilibria(model, concept)).toEqual(['YN', 'NY', 'YY']);
    });

    test('credible, but a counter-move escapes it: SEQ without SMR [SEQ1, SMR1, SSQ1]', () => {
      const model = twoByTwo('YY NN NY YN', 'NY YN NN YY');
      const solution = engine.solve(model);
      expect(concepts.filter((concept) => isStable(solution, concept, 0, 2))).toEqual(['gmr', 'seq']);
      for (const concept of ['nash', 'smr', 'sseq'] as const) expect(equilibria(model, concept)).toEqual([]);
      for (const concept of ['gmr', 'seq'] as const) expect(equilibria(model, concept)).toEqual(['NN', 'NY']);
    });

    test('neither credible nor final: GMR alone [GMR1]', () => {
      const solution = engine.solve(twoByTwo('YY NN YN NY', 'YY YN NN NY'));
      expect(concepts.filter((concept) => isStable(solution, concept, 0, 1))).toEqual(['gmr']);
      expect(concepts.filter((concept) => isStable(solution, concept, 1, 1))).toEqual(['gmr', 'smr']);
    });

    test('all 576 strict games: how often which concepts hold together [NSH1, GMR1, SMR1, SEQ1, SSQ1]', () => {
      expect(census(engine.solve)).toEqual({
        none: 1536,
        'nash gmr smr seq sseq': 2304,
        gmr: 192,
        'gmr smr': 192,
        'gmr seq': 192,
        'gmr smr seq sseq': 192,
      });
    });

    test('deterred by one answer that is credible and another that is final: no SSEQ [SSQ1]', () => {
      // One option against two; no strict two-by-two game has such a state.
      const model = optionModel({
        options: [1, 2],
        relations: [preorder([3, 5, 2, 1, 7, 0, 4, 6]), preorder([3, 5, 0, 4, 2, 7, 1, 6])],
      });
      const solution = engine.solve(model);
      expect(concepts.filter((concept) => isStable(solution, concept, 0, 0))).toEqual(['gmr', 'smr', 'seq']);
    });
  });

  describe('published conflicts', () => {
    describe.each(publishedConflicts)('$id', (conflict) => {
      const model = modelOf(conflict);
      const solution = engine.solve(model);
      const { scope, equilibria: joint = {}, stable = {} } = conflict.published;
      const states = scope ?? conflict.states.map(({ id }) => id);

      const printed = Object.entries(stable).flatMap(([name, byConcept]) =>
        Object.entries(byConcept).map(([concept, ids]) => ({ name, concept: concept as Concept, ids })),
      );
      test.each(printed)('$concept for $name [NSH1, GMR1, SMR1, SEQ1]', ({ name, concept, ids }) => {
        const differing = conflict.disagreements?.filter(
          (entry) => entry.decisionMaker === name && entry.concept === concept,
        );
        const corrected = [...ids, ...(differing ?? []).map(({ state }) => state)].sort((a, b) => a - b);
        expect(idsOf(conflict, stableStates(solution, concept, placeOf(conflict, name)))).toEqual(corrected);
      });

      const printedJoint = Object.entries(joint).map(([concept, ids]) => ({
        concept: concept as Concept,
        ids,
      }));
      test.each(printedJoint)('$concept equilibria [NSH1, GMR1, SMR1, SEQ1]', ({ concept, ids }) => {
        const found = idsOf(conflict, jointlyStable(solution, concept));
        expect(found.filter((id) => states.includes(id))).toEqual(ids);
      });

      test('a complete result over all states', () => {
        expect(solution.complete).toBe(true);
        expect(solution.stable.map((row) => row.length)).toEqual(
          conflict.decisionMakers.map(() => conflict.states.length),
        );
        expect(solution.possible).toEqual(solution.stable);
      });
    });

    // What was worked out from the printed models where the print has nothing.
    test.each<[string, Concept, readonly number[]]>([
      ['syria-iraq-1975', 'sseq', [6]],
      ['cuban-missile-crisis', 'nash', [6]],
      ['cuban-missile-crisis', 'seq', [5, 6, 7]],
      ['cuban-missile-crisis', 'sseq', [5, 6, 7]],
      ['cuban-missile-crisis', 'gmr', [1, 2, 3, 5, 6, 7, 8]],
      ['cuban-missile-crisis', 'smr', [1, 2, 3, 5, 6, 7, 8]],
      ['elmira-12-states', 'nash', [5, 6, 7, 10, 11, 12]],
      ['elmira-12-states', 'seq', [5, 6, 7, 10, 11, 12]],
      ['elmira-12-states', 'sseq', [5, 6, 7, 10, 11, 12]],
      ['elmira-12-states', 'gmr', [1, 4, 5, 6, 7, 10, 11, 12]],
      ['elmira-12-states', 'smr', [1, 4, 5, 6, 7, 10, 11, 12]],
    ])('%s: %s equilibria in all states [NSH1, GMR1, SMR1, SEQ1, SSQ1]', (id, concept, ids) => {
      const conflict = publishedConflict(id);
      expect(idsOf(conflict, jointlyStable(engine.solve(modelOf(conflict)), concept))).toEqual(ids);
    });

    test('Syria’s 720 rankings: the share in which releasing the water holds [GMR1, SEQ1]', () => {
      const conflict = publishedConflict('syria-iraq-1975');
      const held = { nash: 0, gmr: 0, smr: 0, seq: 0, sseq: 0 };
      for (const Syria of permutations([1, 2, 3, 4, 5, 6])) {
        const solution = engine.solve(modelOf(conflict, { ...conflict.rankings, Syria }));
        for (const concept of concepts) if (isStable(solution, concept, 0, 1)) held[concept] += 1;
      }
      expect(held).toEqual({ nash: 240, gmr: 384, smr: 300, seq: 384, sseq: 300 });
    });
  });

  describe('replies', () => {
    test('an answer may take three moves, the same decision maker first and last [SAN3]', () => {
      const solution = engine.solve(tinyThreeParty);
      expect(isStable(solution, 'gmr', 1, 0)).toBe(true);
      expect(isStable(solution, 'nash', 1, 0)).toBe(false);
    });

    test('a reply that leaves the decision maker where it was deters: ties are weak [SAN1]', () => {
      // From NN the first improves to YN; the second answers with YY, which the first likes exactly as much as NN.
      const model = twoByTwo('YN NN YY NY', 'YY YN NN NY');
      const tied = { ...model, relations: [preorder([1, 2, 0, 1]), model.relations[1]!] };
      const solution = engine.solve(tied);
      expect(isStable(solution, 'seq', 0, 0)).toBe(true);
      expect(isStable(solution, 'nash', 0, 0)).toBe(false);
    });

    test('one-way options bind the mover and the deterrer alike [SEQ1]', () => {
      const both = optionModel({
        options: [1, 1],
        relations: [preorder([2, 3, 0, 1]), preorder([0, 0, 1, 1])],
      });
      expect(isStable(engine.solve(both), 'seq', 0, 0)).toBe(true);
      const bound = { ...both, moves: { ...both.moves, directions: ['both', 'drop'] as const } };
      expect(isStable(engine.solve(bound), 'seq', 0, 0)).toBe(false);
      const stuck = { ...both, moves: { ...both.moves, directions: ['drop', 'both'] as const } };
      expect(isStable(engine.solve(stuck), 'nash', 0, 0)).toBe(true);
    });

    test('a counter-move escapes where it leads above the state itself [SMR1]', () => {
      // DM 0 owns the first option, DM 1 the second. At NN: leave for YN, answered by YY, countered by NY.
      const model = optionModel({
        options: [1, 1],
        relations: [preorder([1, 2, 3, 0]), preorder([0, 0, 1, 1])],
      });
      const solution = engine.solve(model);
      expect(concepts.filter((concept) => isStable(solution, concept, 0, 0))).toEqual(['gmr', 'seq']);
    });
  });

  topic('graph form', () => {
    test('a move undone by the others is no gain: s itself deters [SAN2]', () => {
      // Both can go between 0 and 1; the first prefers 1.
      const model = arcModel(
        3,
        [[[0, 1]], [[1, 0]]],
        [preorder([1, 2, 0]), preorder(rankingOf(3, [0, 1, 2]))],
      );
      const solution = engine.solve(model);
      expect(concepts.filter((concept) => isStable(solution, concept, 0, 0))).toEqual(['gmr', 'seq']);
    });

    test('nobody moves twice running where moves do not compose [REA1]', () => {
      // The second could go 1 → 2 → 3, but only in two moves in succession.
      const arcs = [
        [[0, 1]],
        [
          [1, 2],
          [2, 3],
        ],
        [],
      ] as const;
      const relations = [preorder([1, 2, 2, 0]), preorder([0, 1, 2, 3]), preorder([0, 0, 0, 0])];
      const alone = engine.solve(arcModel(4, arcs, relations));
      expect(isStable(alone, 'gmr', 0, 0)).toBe(false);
      // With a third who can move there and back between them, the sequence is legal.
      const third = [
        [[0, 1]],
        [
          [1, 2],
          [2, 3],
        ],
        [
          [2, 4],
          [4, 2],
        ],
      ] as const;
      const wider = [preorder([1, 2, 2, 0, 2]), preorder([0, 1, 2, 3, 0]), preorder([0, 0, 0, 0, 1])];
      const joined = engine.solve(arcModel(5, third, wider));
      expect(isStable(joined, 'gmr', 0, 0)).toBe(false);
      const back = engine.solve(
        arcModel(
          5,
          [
            [[0, 1]],
            [
              [1, 2],
              [4, 3],
            ],
            [[2, 4]],
          ],
          wider,
        ),
      );
      expect(isStable(back, 'gmr', 0, 0)).toBe(true);
    });

    test('a common move of both is each one’s own [REA1]', () => {
      const model = arcModel(
        3,
        [
          [
            [0, 1],
            [1, 2],
          ],
          [[1, 2]],
        ],
        [preorder([1, 2, 0]), preorder([0, 0, 1])],
      );
      expect(isStable(engine.solve(model), 'seq', 0, 0)).toBe(true);
    });
  });

  topic('sanction modes', () => {
    test('each opponent once, as GMCR+: the three-move answer is missed [SAN4]', () => {
      expect(isStable(engine.solve(tinyThreeParty, sanctions('once')), 'gmr', 1, 0)).toBe(false);
    });

    test('one move of one opponent [SAN5]', () => {
      // Deterring NNN → YNN takes the second's move and the third's, in either order.
      const model = optionModel({
        options: [1, 1, 1],
        relations: [
          preorder([1, 2, 3, 2, 3, 2, 2, 0]),
          preorder([0, 0, 1, 1, 0, 0, 1, 1]),
          preorder([0, 0, 0, 0, 1, 1, 1, 1]),
        ],
      });
      const verdicts = (mode: Settings['sanctions']): boolean =>
        isStable(engine.solve(model, sanctions(mode)), 'seq', 0, 0);
      expect([verdicts('single'), verdicts('once'), verdicts('legal')]).toEqual([false, true, true]);
    });
  });

  topic('unknown pairs', () => {
    test('stable in every, in some, in no completion [UNK1, UNK2]', () => {
      // Prisoners' dilemma; the first does not know whether it prefers NN to YY.
      const dilemma = twoByTwo('NY YY NN YN', 'YN YY NN NY');
      const rank = (dilemma.relations[0] as { rank: Int32Array }).rank;
      const unsure = {
        ...dilemma,
        relations: [
          { kind: 'partial' as const, rankings: [rank], unknown: new Set([0 * 4 + 3]) },
          dilemma.relations[1]!,
        ],
      };
      const solution = engine.solve(unsure);
      for (const concept of ['gmr', 'smr', 'seq', 'sseq'] as const) {
        expect(isStable(solution, concept, 0, 3)).toBe(false);
        expect(isPossible(solution, concept, 0, 3)).toBe(true);
      }
      expect(isPossible(solution, 'nash', 0, 3)).toBe(false);
      expect(isStable(solution, 'nash', 0, 0)).toBe(true);
    });
  });

  test('only what was asked for is solved, and the result says what it was [SOL2]', () => {
    const settings: Settings = { concepts: ['gmr'], sanctions: 'legal' };
    const solution = engine.solve(twoByTwo('NY YY NN YN', 'YN YY NN NY'), settings);
    expect(jointlyStable(solution, 'gmr')).toEqual([0, 3]);
    expect(jointlyStable(solution, 'nash')).toEqual([]);
    expect(solution.settings).toEqual(settings);
  });
});

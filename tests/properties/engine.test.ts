// Tests what must hold of every model: reach, implications, unknown pairs, witnesses; on models drawn at random.
import { describe, expect, test } from 'vitest';
import { shuffle } from '../../src/base/index.ts';
import type { Settings, Solution } from '../../src/engine/index.ts';
import {
  checkWitness,
  coalitionImprovements,
  coalitionMoves,
  conceptBit,
  defaultSettings,
  referenceSolve,
  solve,
  solveUnder,
  witness,
} from '../../src/engine/index.ts';
import type { Concept, GraphModel, Relation } from '../../src/model/index.ts';
import { compare, concepts, movesFrom, patternOf } from '../../src/model/index.ts';
import { completionsOf, stableIn } from '../support/completions.ts';
import { arcModel, partial, preorder, spaceOf, unknownPairs } from '../support/models.ts';
import { complete, forModels, graph, kinds, unsure, unsureGraph } from '../support/random-models.ts';
import { isPossible, isStable } from '../support/solutions.ts';

const modes = ['legal', 'once', 'single'] as const;
const under = (sanctions: Settings['sanctions']): Settings => ({ ...defaultSettings, sanctions });
const implications: readonly (readonly [Concept, Concept])[] = [
  ['nash', 'sseq'],
  ['sseq', 'seq'],
  ['seq', 'gmr'],
  ['sseq', 'smr'],
  ['smr', 'gmr'],
];
const unequal = (rows: readonly Uint8Array[], where: (bits: number) => boolean): boolean =>
  rows.some((row) => row.some(where));
const implies = (rows: readonly Uint8Array[], [first, second]: readonly [Concept, Concept]): boolean =>
  !unequal(rows, (bits) => (bits & conceptBit(first)) !== 0 && (bits & conceptBit(second)) === 0);

describe('reach', () => {
  test('a coalition of one makes one move (seed 201) [REA2]', () => {
    forModels(201, 100, graph, (model) => {
      for (const dm of model.relations.keys())
        for (let s = 0; s < model.size; s += 1)
          expect(coalitionMoves(model, [dm], s)).toEqual(movesFrom(model.moves, dm, s));
    });
  });

  test('legal sequences are the plain closure in option form (seed 202) [REA4]', () => {
    let returning = 0;
    forModels(202, 80, { ...complete, options: [2, 5] }, (model, random) => {
      const coalition = [...model.relations.keys()].filter(() => random() < 0.7);
      for (let s = 0; s < model.size; s += 1) {
        const moves = coalitionMoves(model, coalition, s);
        const improvements = coalitionImprovements(model, coalition, s);
        expect(withStart(moves, s)).toEqual(closure(model, coalition, s, () => true));
        expect(withStart(improvements, s)).toEqual(
          closure(model, coalition, s, (dm, q, x) => compare(model.relations[dm]!, q, x) === '>'),
        );
        if (moves.includes(s)) returning += 1;
      }
    });
    expect(returning).toBeGreaterThan(100);
  });

  test('they are less in graphs whose moves do not compose (seed 203) [REA1, REA4]', () => {
    let less = 0;
    forModels(203, 80, graph, (model) => {
      for (let s = 0; s < model.size; s += 1) {
        const legal = withStart(coalitionMoves(model, [0, 1], s), s);
        const plain = closure(model, [0, 1], s, () => true);
        expect(legal.every((q) => plain.includes(q))).toBe(true);
        if (legal.length < plain.length) less += 1;
      }
    });
    expect(less).toBeGreaterThan(10);
  });
});

describe('concepts', () => {
  test.each(kinds)('nash ⇒ sseq ⇒ seq ⇒ gmr and sseq ⇒ smr ⇒ gmr: %s (seed 204) [CON1]', (_, kind) => {
    const apart = { 'smr seq': 0, 'smr without seq': 0, 'seq without smr': 0 };
    forModels(204, 60, { ...kind, options: [2, 4] }, (model) => {
      for (const mode of modes) {
        const { stable, possible } = referenceSolve(model, under(mode));
        for (const pair of implications) {
          expect(implies(stable, pair), `${mode} ${pair} in every completion`).toBe(true);
          expect(implies(possible, pair), `${mode} ${pair} in some completion`).toBe(true);
        }
        for (const row of stable) {
          for (const bits of row) {
            const [smr, seq] = [(bits & conceptBit('smr')) !== 0, (bits & conceptBit('seq')) !== 0];
            if (smr && !seq) apart['smr without seq'] += 1;
            if (seq && !smr) apart['seq without smr'] += 1;
            if (smr && seq && (bits & conceptBit('sseq')) === 0) apart['smr seq'] += 1;
          }
        }
      }
      for (const extension of ['a', 'b', 'c', 'd'] as const) {
        const { stable } = solveUnder(model, extension);
        for (const pair of implications) expect(implies(stable, pair), `${extension} ${pair}`).toBe(true);
      }
    });
    expect(apart['smr without seq']).toBeGreaterThan(0);
    expect(apart['seq without smr']).toBeGreaterThan(0);
    expect(apart['smr seq']).toBeGreaterThan(0);
  });

  test('others’ preferences count under seq and sseq alone (seed 205) [CON2]', () => {
    const own = conceptBit('nash') | conceptBit('gmr') | conceptBit('smr');
    let changed = 0;
    for (const kind of [complete, graph]) {
      forModels(205, 60, { ...kind, options: [2, 4] }, (model, random) => {
        const before = referenceSolve(model);
        const relations = model.relations.map(
          (relation, dm): Relation =>
            dm === 0 ? relation : preorder(Int32Array.from({ length: model.size }, () => random() * 9)),
        );
        const after = referenceSolve({ ...model, relations });
        for (const [s, bits] of before.stable[0]!.entries()) {
          expect(bits & own).toBe(after.stable[0]![s]! & own);
          if (bits !== after.stable[0]![s]) changed += 1;
        }
      });
    }
    expect(changed).toBeGreaterThan(50);
  });

  test('other names, other order of options, other ranks of the same order change nothing (seed 206) [CON3]', () => {
    forModels(206, 150, complete, (model, random) => {
      if (model.moves.kind !== 'option') throw new Error('option form expected');
      const { space, owned, directions } = model.moves;
      const solution = solve(model);
      const order = shuffle([...owned.keys()], random);
      const renamed = solve({
        ...model,
        moves: { ...model.moves, owned: order.map((dm) => owned[dm]!) },
        relations: order.map((dm) => model.relations[dm]!),
      });
      for (const [place, dm] of order.entries()) expect(renamed.stable[place]).toEqual(solution.stable[dm]);

      // New place of each option; the states move with their patterns.
      const places = shuffle([...directions.keys()], random);
      const patterns = [...Array(model.size).keys()].map((s) => patternOf(space, s));
      const numberOf = (pattern: string): number =>
        [...pattern].reduce((sum, letter, option) => sum + (letter === 'Y' ? 2 ** places[option]! : 0), 0);
      const numbers = patterns.map(numberOf);
      const sorted = [...numbers].sort((a, b) => a - b);
      const newIndex = numbers.map((number) => sorted.indexOf(number));
      const reordered = solve({
        size: model.size,
        moves: {
          kind: 'option',
          space: spaceOf(space.options, numbers),
          owned: owned.map((options) => options.map((option) => places[option]!)),
          directions: directions.map((_, place) => directions[places.indexOf(place)]!),
        },
        relations: model.relations.map((relation) => {
          const rank = new Int32Array(model.size);
          for (let s = 0; s < model.size; s += 1)
            rank[newIndex[s]!] = (relation as { rank: Int32Array }).rank[s]! * 2 - 5;
          return preorder(rank);
        }),
      });
      for (const [dm, row] of solution.stable.entries())
        for (const [s, bits] of row.entries()) expect(reordered.stable[dm]![newIndex[s]!]).toBe(bits);
    });
  });
});

describe('replies', () => {
  test.each(kinds)('fewer replies hold less: %s (seed 207) [SAN6]', (_, kind) => {
    let fewer = 0;
    forModels(207, 60, { ...kind, options: [2, 4] }, (model) => {
      const [legal, once, single] = modes.map((mode) => referenceSolve(model, under(mode)).stable) as [
        Solution['stable'],
        Solution['stable'],
        Solution['stable'],
      ];
      for (const dm of model.relations.keys()) {
        for (let s = 0; s < model.size; s += 1) {
          expect(once[dm]![s]! & ~legal[dm]![s]!).toBe(0);
          expect(single[dm]![s]! & ~once[dm]![s]!).toBe(0);
          if (single[dm]![s] !== legal[dm]![s]) fewer += 1;
        }
      }
    });
    expect(fewer).toBeGreaterThan(10);
  });

  test('with two decision makers all modes agree in option form (seed 208) [SAN6]', () => {
    forModels(208, 100, { ...unsure, decisionMakers: [2, 2], unknown: 4 }, (model) => {
      const [legal, once, single] = modes.map((mode) => referenceSolve(model, under(mode)));
      expect(once!.stable).toEqual(legal!.stable);
      expect(single!.stable).toEqual(legal!.stable);
    });
  });
});

describe('unknown pairs', () => {
  const small = { decisionMakers: [2, 3] as const, options: [2, 3] as const, unknown: 2 };

  test.each([
    { form: 'option form', kind: { ...unsure, ...small }, mode: 'legal', seed: 209 },
    { form: 'graph form', kind: { ...unsureGraph, ...small }, mode: 'legal', seed: 210 },
    { form: 'graph form', kind: { ...unsureGraph, ...small }, mode: 'once', seed: 211 },
    { form: 'option form', kind: { ...unsure, ...small }, mode: 'single', seed: 212 },
  ] as const)(
    'every, some, no completion, exactly: $form, $mode (seed $seed) [UNK1, UNK2]',
    ({ kind, mode, seed }) => {
      const words = { every: 0, some: 0, none: 0 };
      forModels(seed, 250, kind, (model) => {
        if (unknownPairs(model).length === 0 || unknownPairs(model).length > 4) return;
        const completions = completionsOf(model);
        const solution = referenceSolve(model, under(mode));
        for (const dm of model.relations.keys()) {
          for (let s = 0; s < model.size; s += 1) {
            for (const concept of concepts) {
              const verdicts = completions.map((one) => stableIn(model, one, concept, dm, s, mode));
              const every = verdicts.every(Boolean);
              const some = verdicts.some(Boolean);
              const found = [isStable(solution, concept, dm, s), isPossible(solution, concept, dm, s)];
              expect(found, `${concept}, decision maker ${dm}, state ${s}`).toEqual([every, some]);
              words[every ? 'every' : some ? 'some' : 'none'] += 1;
            }
          }
        }
      });
      for (const count of Object.values(words)) expect(count).toBeGreaterThan(50);
    },
  );

  test('replies that need one pair both ways hold in no completion [UNK2, UNK3]', () => {
    // The first can leave 0 for 1 or 2. Behind 1 the way to the sanction 5 leads 1 → 3 → 4 → 5, behind 2 it leads
    // 2 → 4 → 3 → 6; the second makes the middle move of both, and does not know how 3 and 4 compare. The third makes
    // the others, and may not go on alone.
    const model = arcModel(
      7,
      [
        [
          [0, 1],
          [0, 2],
        ],
        [
          [3, 4],
          [4, 3],
        ],
        [
          [1, 3],
          [2, 4],
          [4, 5],
          [3, 6],
        ],
      ],
      [
        preorder([1, 2, 2, 2, 2, 0, 0]),
        partial(Int32Array.of(0, 0, 0, 0, 0, 0, 0), [[3, 4]]),
        preorder([0, 0, 0, 1, 1, 2, 2]),
      ],
    );
    const solution = referenceSolve(model);
    for (const concept of ['seq', 'sseq'] as const) {
      expect(completionsOf(model).some((one) => stableIn(model, one, concept, 0, 0))).toBe(false);
      expect(isPossible(solution, concept, 0, 0)).toBe(false);
      expect(solveUnder(model, 'd').stable[0]![0]! & conceptBit(concept)).not.toBe(0);
    }
    // With one of the two improvements gone, one way is enough.
    const single = { ...model, relations: [preorder([1, 2, 0, 2, 2, 0, 0]), ...model.relations.slice(1)] };
    expect(isPossible(referenceSolve(single), 'seq', 0, 0)).toBe(true);
    expect(isStable(referenceSolve(single), 'seq', 0, 0)).toBe(false);
  });
});

describe('witnesses', () => {
  test.each(kinds)('each proves its verdict: %s (seed 213) [WIT1, WIT3, WIT5]', (_, kind) => {
    const met = { 'no-improvement': 0, deterred: 0, open: 0 };
    forModels(213, 40, { ...kind, options: [2, 4] }, (model) => {
      for (const mode of modes) {
        const solution = solve(model, under(mode));
        for (const dm of model.relations.keys()) {
          for (let s = 0; s < model.size; s += 1) {
            for (const concept of concepts) {
              const stable = isStable(solution, concept, dm, s);
              const reason = witness(model, concept, dm, s, under(mode));
              const result = checkWitness(model, concept, dm, s, stable, reason, mode);
              if (!result.ok) throw new Error(`${concept} ${mode} ${dm} ${s}: ${result.reason}`);
              met[reason.kind] += 1;
            }
          }
        }
      }
    });
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(100);
  });

  test('for each verdict one that proves the opposite is refused (seed 214) [WIT4]', () => {
    forModels(214, 40, unsure, (model) => {
      const solution = solve(model);
      for (const dm of model.relations.keys()) {
        for (let s = 0; s < model.size; s += 1) {
          for (const concept of concepts) {
            const stable = isStable(solution, concept, dm, s);
            const lies = stable
              ? movesFrom(model.moves, dm, s).map((improvement) => ({ kind: 'open' as const, improvement }))
              : [{ kind: 'no-improvement' as const }, { kind: 'deterred' as const, replies: [] }];
            for (const lie of lies)
              if (checkWitness(model, concept, dm, s, !stable, lie).ok)
                throw new Error(`${concept} ${dm} ${s}`);
          }
        }
      }
    });
  });

  test('replies are as short as any (seed 215) [WIT2]', () => {
    let long = 0;
    for (const kind of [complete, graph]) {
      forModels(215, 60, { ...kind, decisionMakers: [3, 4], options: [3, 4] }, (model: GraphModel) => {
        for (let s = 0; s < model.size; s += 1) {
          const reason = witness(model, 'seq', 0, s);
          if (reason.kind !== 'deterred') continue;
          for (const { improvement, path } of reason.replies) {
            if (path.length > 1) long += 1;
            expect(shortestReply(model, s, improvement)).toBe(path.length);
          }
        }
      });
    }
    expect(long).toBeGreaterThan(20);
  });
});

function withStart(states: readonly number[], s: number): number[] {
  return [...new Set([...states, s])].sort((a, b) => a - b);
}

/** What is reached by any moves of the members that are allowed, in any succession. */
function closure(
  model: GraphModel,
  coalition: readonly number[],
  s: number,
  allowed: (dm: number, q: number, x: number) => boolean,
): number[] {
  const reached = new Set([s]);
  for (const x of reached)
    for (const dm of coalition)
      for (const q of movesFrom(model.moves, dm, x)) if (allowed(dm, q, x)) reached.add(q);
  return [...reached].sort((a, b) => a - b);
}

/** The length of the shortest credible reply of the others to decision maker 0's improvement, by deepening search. */
function shortestReply(model: GraphModel, s: number, improvement: number): number {
  const isNoBetter = (q: number): boolean => compare(model.relations[0]!, q, s) !== '>';
  let layer = [{ at: improvement, last: 0 }];
  for (let length = 1; length < 40; length += 1) {
    const next = new Map<string, { at: number; last: number }>();
    for (const { at, last } of layer) {
      for (const [by, relation] of model.relations.entries()) {
        if (by === 0 || (by === last && length > 1)) continue;
        for (const to of movesFrom(model.moves, by, at))
          if (compare(relation, to, at) === '>') next.set(`${to} ${by}`, { at: to, last: by });
      }
    }
    layer = [...next.values()];
    if (layer.some(({ at }) => isNoBetter(at))) return length;
  }
  return Number.NaN;
}

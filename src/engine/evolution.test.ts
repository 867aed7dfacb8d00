// Tests how conflicts move on from a state: published ones, small graphs, and a large model against the clockless walk.
import { describe, expect, test } from 'vitest';
import { arcModel, optionModel, preorder, randomModel, withArcs } from '../../tests/support/models.ts';
import {
  idsOf,
  indexIn,
  modelOf,
  placeOf,
  publishedConflict,
  publishedConflicts,
} from '../../tests/support/published.ts';
import { budget } from '../../tests/support/watches.ts';
import { mulberry32 } from '../base/index.ts';
import type { GraphModel } from '../model/index.ts';
import { compare, movesFrom } from '../model/index.ts';
import type { TreeNode } from './evolution.ts';
import { evolution, improvementTree, isLastMover, shortestPath } from './evolution.ts';
import type { Moving } from './walk.ts';
import { witness } from './witness.ts';

const elmira = publishedConflict('elmira-12-states');

describe('published conflicts', () => {
  test('Elmira by moves: who gets where, and when [EVO1]', () => {
    const { steps } = evolution(modelOf(elmira), indexIn(elmira, 1), 'moves');
    const at = (step: number): number[] =>
      idsOf(
        elmira,
        [...steps.keys()].filter((s) => steps[s] === step),
      );
    expect([0, 1, 2, 3].map(at)).toEqual([[1], [2, 3, 5, 7], [4, 6, 8, 9, 11], [10, 12]]);
  });

  test('Elmira by improvements: to the deadlock and no further [EVO1, EVO3]', () => {
    const found = evolution(modelOf(elmira), indexIn(elmira, 1), 'improvements');
    const reached = [...found.steps.keys()].filter((s) => found.steps[s]! > 0);
    expect(idsOf(elmira, reached)).toEqual([7]);
    expect(shortestPath(found, indexIn(elmira, 7))).toEqual([
      { decisionMaker: placeOf(elmira, 'Local Government'), to: indexIn(elmira, 7) },
    ]);
    expect(shortestPath(found, indexIn(elmira, 10))).toBeUndefined();
  });

  const printed = publishedConflicts.flatMap((conflict) =>
    (conflict.published.statusQuo?.reachable ?? []).map((entry) => ({ id: conflict.id, conflict, ...entry })),
  );
  test.each(printed)(
    '$id: from $from to $to by improvements alone $byUIsOnly: $reachable [EVO1]',
    (entry) => {
      const { conflict, from, to, byUIsOnly, reachable } = entry;
      const by: Moving = byUIsOnly ? 'improvements' : 'moves';
      const found = evolution(modelOf(conflict), indexIn(conflict, from), by);
      expect(found.steps[indexIn(conflict, to)]! >= 0).toBe(reachable);
    },
  );
});

describe('small graphs', () => {
  test('nobody moves twice running, so that a way round may be needed [EVO1, EVO2, EVO4]', () => {
    // The first goes 0 → 1 and 1 → 2; the second goes 1 → 3 and back.
    const arcs = [
      [
        [0, 1],
        [1, 2],
      ],
      [
        [1, 3],
        [3, 1],
      ],
      [[3, 1]],
    ] as const;
    const flat = [0, 0, 0].map(() => preorder([0, 0, 0, 0]));
    const found = evolution(arcModel(4, arcs, flat), 0, 'moves');
    expect([...found.steps]).toEqual([0, 1, 4, 2]);
    expect([...found.lastMovers]).toEqual([0, 0b001, 0b001, 0b010]);
    expect(shortestPath(found, 2)).toEqual([
      { decisionMaker: 0, to: 1 },
      { decisionMaker: 1, to: 3 },
      { decisionMaker: 2, to: 1 },
      { decisionMaker: 0, to: 2 },
    ]);
    expect(shortestPath(found, 0)).toEqual([]);
  });

  test('several may be last [EVO2]', () => {
    const square = optionModel({
      options: [1, 1],
      relations: [preorder([0, 1, 0, 1]), preorder([0, 0, 1, 1])],
    });
    for (const by of ['moves', 'improvements'] as const) {
      const found = evolution(square, 0, by);
      expect([...found.steps]).toEqual([0, 1, 1, 2]);
      expect([...found.lastMovers]).toEqual([0, 0b01, 0b10, 0b11]);
    }
  });

  test('an improvement may start from a state that was no improvement on the start for its mover [EVO3]', () => {
    const model = arcModel(3, [[[0, 1]], [[1, 2]]], [preorder([0, 1, 0]), preorder([2, 0, 1])]);
    expect([...evolution(model, 0, 'improvements').steps]).toEqual([0, 1, 2]);
  });

  test('an unknown pair is no improvement, but a move [EVO3]', () => {
    const relation = { kind: 'partial' as const, rankings: [Int32Array.of(0, 1)], unknown: new Set([1]) };
    const model = optionModel({ options: [1], relations: [relation] });
    expect([...evolution(model, 0, 'improvements').steps]).toEqual([0, -1]);
    expect([...evolution(model, 0, 'moves').steps]).toEqual([0, 1]);
  });

  test('the start has to be a state [SOL4]', () => {
    const model = optionModel({ options: [1], relations: [preorder([0, 1])] });
    expect(() => evolution(model, 2, 'moves')).toThrow('E2001');
    expect(() => improvementTree(model, -1)).toThrow('E2001');
  });
});

describe('many decision makers', () => {
  // Each of forty takes its one option once, in any order, up to two of them.
  const n = 40;
  const patterns = [0n];
  for (let a = 0n; a < 40n; a += 1n) for (let b = a; b < 40n; b += 1n) patterns.push((1n << a) | (1n << b));
  patterns.sort((a, b) => (a < b ? -1 : 1));
  const words = [0n, 32n].map((shift) =>
    Uint32Array.from(patterns, (pattern) => Number((pattern >> shift) & 0xffffffffn)),
  );
  const size = patterns.length;
  const crowd: GraphModel = {
    size,
    moves: {
      kind: 'option',
      space: { size, options: n, words, isFull: false },
      owned: Array.from({ length: n }, (_, dm) => [dm]),
      directions: Array.from({ length: n }, () => 'take' as const),
    },
    relations: Array.from({ length: n }, () => preorder(new Int32Array(size))),
  };

  test.each([crowd, withArcs(crowd)])(
    'last movers beyond the bits of a word ($moves.kind) [EVO2]',
    (model) => {
      const found = evolution(model, 0, 'moves');
      const movers = (s: number): number[] => [...Array(n).keys()].filter((dm) => isLastMover(found, s, dm));
      expect(movers(patterns.indexOf(1n << 35n))).toEqual([35]);
      expect(movers(patterns.indexOf((1n << 3n) | (1n << 35n)))).toEqual([3, 35]);
      expect(movers(0)).toEqual([]);
    },
  );

  test('each once: movers beyond the bits of a word are told apart [SAN4]', () => {
    // The first leaves the start; it is deterred where the 2nd and the 34th (32 places on) both move.
    const arcs: [number, number][][] = Array.from({ length: n }, () => []);
    arcs[0] = [[0, 1]];
    arcs[1] = [[1, 2]];
    arcs[33] = [[2, 3]];
    const model = arcModel(
      4,
      arcs,
      arcs.map(() => preorder([1, 2, 2, 0])),
    );
    expect(witness(model, 'gmr', 0, 0, { sanctions: 'once' })).toEqual({
      kind: 'deterred',
      replies: [
        {
          improvement: 1,
          path: [
            { decisionMaker: 1, to: 2 },
            { decisionMaker: 33, to: 3 },
          ],
        },
      ],
    });
  });
});

describe('improvement tree', () => {
  const square = optionModel({
    options: [1, 1],
    relations: [preorder([0, 1, 0, 1]), preorder([0, 0, 1, 1])],
  });

  test('each legal sequence of improvements, in order of the movers [EVO5]', () => {
    const leaf = (state: number, by: number): TreeNode => ({ state, by, children: [], isRepeated: false });
    expect(improvementTree(square, 0)).toEqual({
      truncated: false,
      root: {
        state: 0,
        isRepeated: false,
        children: [
          { ...leaf(1, 0), children: [leaf(3, 1)] },
          { ...leaf(2, 1), children: [leaf(3, 0)] },
        ],
      },
    });
  });

  test('what was begun before is not begun again [EVO5]', () => {
    const arcs = [
      [
        [0, 1],
        [2, 1],
      ],
      [
        [0, 2],
        [1, 3],
      ],
      [],
    ] as const;
    const model = arcModel(4, arcs, [preorder([0, 1, 0, 0]), preorder([0, 0, 1, 1]), preorder([0, 0, 0, 0])]);
    const { root } = improvementTree(model, 0);
    const [direct, round] = root.children;
    expect(direct!.children.map(({ state }) => state)).toEqual([3]);
    expect(round!.children).toEqual([{ state: 1, by: 0, children: [], isRepeated: true }]);
  });

  test('a limit cuts it and says so [EVO5]', () => {
    const cut = improvementTree(square, 0, 2);
    expect(cut.truncated).toBe(true);
    expect(cut.root.children.flatMap(({ children }) => children)).toEqual([]);
    expect(improvementTree(square, 0, 4).truncated).toBe(false);
  });
});

describe('walks agree', () => {
  test.each([1, 2, 3])(
    'moves left implicit and moves listed, at random (seed %i) [EVO1, EVO2, EVO4, REA4]',
    (seed) => {
      const random = mulberry32(seed);
      let states = 0;
      for (let round = 0; round < 300; round += 1) {
        const model = randomModel(random, {
          decisionMakers: [1, 5],
          options: [1, 6],
          infeasible: 0.6,
          oneWay: 1,
          ties: 0.5,
        });
        const listed = withArcs(model);
        const from = Math.floor(random() * model.size);
        for (const by of ['moves', 'improvements'] as const) {
          const implicit = evolution(model, from, by);
          const explicit = evolution(listed, from, by);
          expect(implicit.steps).toEqual(explicit.steps);
          expect(implicit.lastMovers).toEqual(explicit.lastMovers);
          for (let s = 0; s < model.size; s += 1) {
            for (const found of [implicit, explicit]) expectLegalPath(model, found, s);
            states += 1;
          }
        }
      }
      expect(states).toBeGreaterThan(5000);
    },
  );

  test('arcs that do not compose, at random (seed 4) [EVO1, EVO4]', () => {
    const random = mulberry32(4);
    for (let round = 0; round < 200; round += 1) {
      const model = randomModel(random, {
        decisionMakers: [1, 4],
        options: [1, 4],
        infeasible: 0,
        oneWay: 0,
        ties: 0.5,
        unknown: 3,
        arcs: true,
      });
      for (const by of ['moves', 'improvements'] as const) {
        const found = evolution(model, 0, by);
        expect([...found.steps]).toEqual(stepsByLayers(model, 0, by));
        for (let s = 0; s < model.size; s += 1) expectLegalPath(model, found, s);
      }
    }
  });
});

/** The steps as the definition has them, layer by layer of (state, last mover). */
function stepsByLayers(model: GraphModel, from: number, by: Moving): number[] {
  const steps = Array.from({ length: model.size }, (_, s): number => (s === from ? 0 : -1));
  let layer = new Set([`${from} `]);
  const seen = new Set(layer);
  for (let k = 1; layer.size > 0; k += 1) {
    const next = new Set<string>();
    for (const name of layer) {
      const [x, last] = name.split(' ') as [string, string];
      for (const [dm, relation] of model.relations.entries()) {
        if (last === String(dm)) continue;
        for (const q of movesFrom(model.moves, dm, Number(x))) {
          if (by === 'improvements' && compare(relation, q, Number(x)) !== '>') continue;
          if (seen.has(`${q} ${dm}`)) continue;
          seen.add(`${q} ${dm}`);
          next.add(`${q} ${dm}`);
          if (steps[q] === -1) steps[q] = k;
        }
      }
    }
    layer = next;
  }
  return steps;
}

function expectLegalPath(model: GraphModel, found: ReturnType<typeof evolution>, to: number): void {
  const path = shortestPath(found, to);
  if (found.steps[to]! < 0) {
    expect(path).toBeUndefined();
    return;
  }
  let at = found.from;
  let last = -1;
  for (const { decisionMaker, to: next } of path!) {
    const legal =
      decisionMaker !== last &&
      movesFrom(model.moves, decisionMaker, at).includes(next) &&
      (found.by === 'moves' || compare(model.relations[decisionMaker]!, next, at) === '>');
    if (!legal) expect.fail(`${decisionMaker} cannot go from ${at} to ${next} after ${last}`);
    at = next;
    last = decisionMaker;
  }
  expect([at, path!.length]).toEqual([to, found.steps[to]]);
  if (path!.length > 0 && !isLastMover(found, to, last)) expect.fail('not a last mover');
}

describe('large models', () => {
  const options = [5, 5, 5, 5];
  const size = 2 ** 20;
  const random = mulberry32(20);
  const relations = options.map(() => preorder(Int32Array.from({ length: size }, () => random() * 2 ** 30)));
  const model = optionModel({ options, relations });

  test('a million states: all within one move of each [EVO1]', () => {
    const { steps } = evolution(model, 0, 'moves');
    const counts = [0, 0, 0, 0, 0];
    for (const step of steps) counts[step]! += 1;
    // 31 other combinations of each, chosen by one, two, three or all four of them.
    expect(counts).toEqual([1, 4 * 31, 6 * 31 ** 2, 4 * 31 ** 3, 31 ** 4]);
  });

  test('a million states, by improvements: the sequence is one [EVO3, EVO4]', () => {
    const found = evolution(model, 0, 'improvements');
    const far = found.steps.indexOf(found.steps.reduce((most, step) => Math.max(most, step), 0));
    expectLegalPath(model, found, far);
    expect(found.truncated).toBe(false);
  });

  test('stopped, it keeps what it has [EVO6]', () => {
    const watch = budget(3);
    const found = evolution(model, 0, 'moves', watch);
    expect(found.truncated).toBe(true);
    expect(found.steps[1]).toBe(1);
    expect(watch.asked()).toBe(4);
    const listed = withArcs(optionModel({ options: [1], relations: [preorder([0, 1])] }));
    expect(evolution(listed, 0, 'moves', { stopped: () => true }).truncated).toBe(true);
  });
});

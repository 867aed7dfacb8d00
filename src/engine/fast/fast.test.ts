// Holds the fast engine to the definitions, read off by a plain search over legal sequences, on random and built models.
import { describe, expect, test } from 'vitest';
import type { Random } from '../../base/index.ts';
import { ImpasseError, mulberry32, unwatched } from '../../base/index.ts';
import type { Concept, Direction, GraphModel, OptionMoves, StateSpace } from '../../model/index.ts';
import { concepts, fullSpace, takes } from '../../model/index.ts';
import { conceptBit, defaultSettings } from '../solution.ts';
import { canSolveFast, fastSolve } from './fast.ts';
import { chunkEnd } from './groups.ts';
import type { Prepared } from './prepare.ts';
import { prepare } from './prepare.ts';
import { solvePrepared } from './thresholds.ts';

interface Sample {
  readonly moves: OptionMoves;
  readonly ranks: readonly Int32Array[];
}

/** A model by chance: every shape that the engine treats in a way of its own is met often. */
function randomSample(random: Random): Sample {
  const below = (n: number): number => Math.floor(random() * n);
  const n = 1 + below(5);
  const isSparse = random() < 0.2;
  const options = isSparse ? 12 + below(60) : below(7);
  const space = isSparse
    ? sparseSpace(options, 1 + below(30), random)
    : random() < 0.3
      ? fullSpace(options)
      : partOf(fullSpace(options), 0.3 + random() * 0.7, random);
  const owned = Array.from({ length: n }, () => [] as number[]);
  const isInterleaved = random() < 0.5;
  for (let option = 0; option < options; option += 1)
    if (random() < 0.95) owned[isInterleaved ? below(n) : Math.floor((option * n) / options)]!.push(option);
  const oneWay = random() < 0.5 ? 0 : random();
  const directions = Array.from(
    { length: options },
    (): Direction => (random() < oneWay ? (random() < 0.5 ? 'take' : 'drop') : 'both'),
  );
  return {
    moves: { kind: 'option', space, owned, directions },
    ranks: randomRanks(n, space.size, random),
  };
}

/** With few levels, and so ties, or hardly any; the least and the greatest integer among them. */
function randomRanks(n: number, size: number, random: Random): Int32Array[] {
  const levels = random() < 0.5 ? 1 + Math.floor(random() * 6) : 2 ** 32;
  const step = levels === 1 ? 0 : (2 ** 32 - 1) / (levels - 1);
  return Array.from({ length: n }, () =>
    Int32Array.from({ length: size }, () => Math.floor(random() * levels) * step - 2 ** 31),
  );
}

function partOf(full: StateSpace, share: number, random: Random): StateSpace {
  const kept = full.words[0]!.filter(() => random() < share);
  return { size: kept.length, options: full.options, words: [kept], isFull: kept.length === full.size };
}

/** A few states near each other, over more options than can all be listed. */
function sparseSpace(options: number, size: number, random: Random): StateSpace {
  const patterns = new Set<bigint>();
  const flips = Array.from({ length: 4 }, () => 1n << BigInt(Math.floor(random() * options)));
  for (let i = 0; i < size; i += 1)
    patterns.add(flips.reduce((pattern, flip) => (random() < 0.5 ? pattern ^ flip : pattern), 0b1011n));
  const sorted = [...patterns].sort((a, b) => (a < b ? -1 : 1));
  const words = Array.from({ length: Math.ceil(options / 32) }, (_, word) =>
    Uint32Array.from(sorted, (pattern) => Number((pattern >> BigInt(32 * word)) & 0xffffffffn)),
  );
  return { size: sorted.length, options, words, isFull: false };
}

/**
 * Two opponents on a staircase: at each state but the ends one of them can step on, the other back, and nothing else is
 * feasible. Each likes a state the better the further up it stands, so that improvements lead all the way up, one step at
 * a time; decision maker 0, with one option of its own, dreads the top alone.
 */
function staircase(stepBits: number): Sample {
  const cells: number[] = [];
  for (let x = 0; x < 2 ** stepBits; x += 1)
    for (const y of [x - 1, x]) if (y >= 0) cells.push(x + y * 2 ** stepBits);
  const patterns = cells.flatMap((cell) => [2 * cell, 2 * cell + 1]).sort((a, b) => a - b);
  const height = patterns.map((p) => ((p >> 1) & (2 ** stepBits - 1)) + (p >> (stepBits + 1)));
  const top = Math.max(...height);
  const options = 1 + 2 * stepBits;
  const bits = (from: number): number[] => Array.from({ length: stepBits }, (_, i) => from + i);
  return {
    moves: {
      kind: 'option',
      space: { size: patterns.length, options, words: [Uint32Array.from(patterns)], isFull: false },
      owned: [[0], bits(1), bits(1 + stepBits)],
      directions: Array.from({ length: options }, () => 'both'),
    },
    ranks: [
      Int32Array.from(patterns, (p, s) => (height[s] === top ? 0 : 1 + (p & 1))),
      Int32Array.from(height),
      Int32Array.from(height),
    ],
  };
}

/** The moves of `dm` from s, found by comparing s with every other state. */
function movesOf({ space, owned, directions }: OptionMoves, dm: number, s: number): number[] {
  const all = Array.from({ length: space.options }, (_, option) => option);
  return Array.from({ length: space.size }, (_, q) => q).filter(
    (q) =>
      q !== s &&
      all.every((option) => {
        if (takes(space, s, option) === takes(space, q, option)) return true;
        const way = takes(space, q, option) ? 'take' : 'drop';
        return owned[dm]!.includes(option) && (directions[option] === 'both' || directions[option] === way);
      }),
  );
}

type Arcs = readonly (readonly (readonly number[])[])[];

/** The states within legal sequences of the others from s, by breadth-first search over (state, last mover). */
function replies(
  arcs: Arcs,
  dm: number,
  s: number,
  counts: (j: number, from: number, to: number) => boolean,
) {
  const n = arcs.length;
  const seen = new Set<number>();
  const found = new Set<number>();
  const queue = [{ state: s, last: -1 }];
  for (const { state, last } of queue)
    for (let mover = 0; mover < n; mover += 1) {
      if (mover === dm || mover === last) continue;
      for (const to of arcs[mover]![state]!) {
        if (!counts(mover, state, to)) continue;
        found.add(to);
        if (seen.has(to * n + mover)) continue;
        seen.add(to * n + mover);
        queue.push({ state: to, last: mover });
      }
    }
  return found;
}

function isStable(
  arcs: Arcs,
  ranks: readonly Int32Array[],
  dm: number,
  s: number,
  concept: Concept,
): boolean {
  const rank = ranks[dm]!;
  const better = arcs[dm]![s]!.filter((s1) => rank[s1]! > rank[s]!);
  const isCredible = concept === 'seq' || concept === 'sseq';
  const isSymmetric = concept === 'smr' || concept === 'sseq';
  if (concept === 'nash') return better.length === 0;
  return better.every((s1) =>
    [...replies(arcs, dm, s1, (j, from, to) => !isCredible || ranks[j]![to]! > ranks[j]![from]!)].some(
      (s2) => rank[s2]! <= rank[s]! && (!isSymmetric || arcs[dm]![s2]!.every((s3) => rank[s3]! <= rank[s]!)),
    ),
  );
}

/** What the definitions say, in the form of a solution. */
function byDefinition({ moves, ranks }: Sample): Uint8Array[] {
  const size = moves.space.size;
  const arcs = ranks.map((_, dm) => Array.from({ length: size }, (_, s) => movesOf(moves, dm, s)));
  return ranks.map((_, dm) =>
    Uint8Array.from({ length: size }, (_, s) =>
      concepts.reduce(
        (bits, concept) => (isStable(arcs, ranks, dm, s, concept) ? bits | conceptBit(concept) : bits),
        0,
      ),
    ),
  );
}

function solved(prepared: Prepared, ranks: readonly Int32Array[], asked = concepts): Uint8Array[] {
  const into = ranks.map(() => new Uint8Array(prepared.size).fill(255));
  expect(solvePrepared(prepared, ranks, asked, into)).toBe(true);
  return into;
}

const modelOf = ({ moves, ranks }: Sample): GraphModel => ({
  size: moves.space.size,
  moves,
  relations: ranks.map((rank) => ({ kind: 'preorder', rank })),
});

/** Each way in which the engine may work, by itself. */
const none = { rounds: 0, suffice: false };
const many = { rounds: 1e9, suffice: false };
const ways: Readonly<Record<string, (prepared: Prepared) => Prepared>> = {
  'as it comes': (prepared) => prepared,
  'rounds alone': (prepared) => ({
    ...prepared,
    cube: undefined,
    effort: { moves: many, improvements: many },
  }),
  'search alone': (prepared) => ({
    ...prepared,
    cube: undefined,
    effort: { moves: none, improvements: none },
  }),
};
const wayNames = Object.keys(ways);

describe('verdicts', () => {
  test.each(Array.from({ length: 12 }, (_, i) => i + 1))(
    'are those of the definitions on 60 random models, each way, seed %i [FST2, FST3]',
    (seed) => {
      const random = mulberry32(seed);
      for (let round = 0; round < 60; round += 1) {
        const sample = randomSample(random);
        const expected = byDefinition(sample);
        for (const way of wayNames)
          expect(solved(ways[way]!(prepare(sample.moves)), sample.ranks), `model ${round}, ${way}`).toEqual(
            expected,
          );
      }
    },
  );

  test.each(wayNames)('are right where improvements go on for 62 steps: %s [FST2]', (way) => {
    const sample = staircase(5);
    expect(solved(ways[way]!(prepare(sample.moves)), sample.ranks)).toEqual(byDefinition(sample));
  });

  test('a few rounds would not do on the staircase: the search is needed [FST2]', () => {
    const { moves, ranks } = staircase(5);
    const prepared = prepare(moves);
    const { rounds } = prepared.effort.improvements;
    const cut = { ...prepared, effort: { ...prepared.effort, improvements: { rounds, suffice: true } } };
    expect(solved(cut, ranks)).not.toEqual(solved(prepared, ranks));
  });

  test.each([
    ['two-way options', 'both'],
    ['one-way options', 'take'],
  ] as const)('rounds and search agree over 2^17 states with %s, seed 5 [FST2]', (_, direction) => {
    const random = mulberry32(5);
    const space = fullSpace(17);
    const owned = [0, 1, 2].map((dm) => Array.from({ length: dm < 2 ? 6 : 5 }, (_, i) => 6 * dm + i));
    const directions = Array.from({ length: 17 }, (_, i): Direction => (i % 3 === 0 ? direction : 'both'));
    const ranks = owned.map(() => Int32Array.from({ length: space.size }, () => random() * 1e5));
    const prepared = prepare({ kind: 'option', space, owned, directions });
    const [first, ...others] = wayNames.map((way) => solved(ways[way]!(prepared), ranks));
    for (const other of others)
      for (const dm of [0, 1, 2]) expect(Buffer.compare(other[dm]!, first![dm]!)).toBe(0);
  });
});

describe('prepared moves', () => {
  test('serve ranking after ranking, for any concepts, and leave nothing behind: seed 6 [FST4]', () => {
    const random = mulberry32(6);
    for (let round = 0; round < 40; round += 1) {
      const { moves } = randomSample(random);
      const prepared = prepare(moves);
      for (let turn = 0; turn < 5; turn += 1) {
        const ranks = randomRanks(moves.owned.length, moves.space.size, random);
        const asked = concepts.filter(() => random() < 0.5);
        const mask = asked.reduce((bits, concept) => bits | conceptBit(concept), 0);
        const fresh = fastSolve(modelOf({ moves, ranks }), defaultSettings, unwatched);
        expect(solved(prepared, ranks, asked)).toEqual(
          fresh.stable.map((row) => row.map((bits) => bits & mask)),
        );
      }
    }
  });
});

describe('stopping', () => {
  const space = fullSpace(17);
  const owned = [0, 1, 2].map((dm) => Array.from({ length: dm < 2 ? 6 : 5 }, (_, i) => 6 * dm + i));
  const moves: OptionMoves = {
    kind: 'option',
    space,
    owned,
    directions: Array.from({ length: 17 }, () => 'both'),
  };
  const random = mulberry32(7);
  const ranks = owned.map(() => Int32Array.from({ length: space.size }, () => random() * 1e6));
  const prepared = prepare(moves);

  test.each(wayNames)('ends soon and leaves only bits that are right: %s, seed 7 [FST5]', (way) => {
    const whole = solved(prepared, ranks);
    let questions = 0;
    const count = { stopped: () => ++questions < 0 };
    const into = ranks.map(() => new Uint8Array(space.size));
    solvePrepared(ways[way]!(prepared), ranks, concepts, into, count);
    // Each way touches each state far more than 20 times.
    expect(questions).toBeGreaterThan((20 * space.size) / 65536);
    for (const share of [0, 0.3, 0.6, 0.9]) {
      let left = Math.floor(questions * share);
      const watch = { stopped: () => left-- <= 0 };
      expect(solvePrepared(ways[way]!(prepared), ranks, concepts, into, watch)).toBe(false);
      expect(left).toBe(-1);
      expect(into.every((row, dm) => row.every((bits, s) => (bits & ~whole[dm]![s]!) === 0))).toBe(true);
    }
  });

  test('groups are worked on in stretches of at most 65,536 states, none left out [FST5]', () => {
    for (const groups of prepared.groups) {
      const ends = [0];
      while (ends.at(-1)! < groups.count) ends.push(chunkEnd(groups, ends.at(-1)!));
      const sizes = ends.slice(1).map((end, i) => groups.start[end]! - groups.start[ends[i]!]!);
      expect(sizes).toEqual([65536, 65536]);
    }
  });

  test('a stopped solution is not complete, one that ran its course tells how far it is [FST5]', () => {
    const model = modelOf({ moves, ranks });
    expect(fastSolve(model, defaultSettings, { stopped: () => true }).complete).toBe(false);
    const told: number[][] = [];
    const watch = {
      stopped: () => false,
      progress: (done: number, total: number) => told.push([done, total]),
    };
    expect(fastSolve(model, defaultSettings, watch).complete).toBe(true);
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
});

describe('what it takes', () => {
  const { moves, ranks } = staircase(1);
  const good = modelOf({ moves, ranks });
  const refused: readonly [string, GraphModel, typeof defaultSettings][] = [
    [
      'graph form',
      { ...good, moves: { kind: 'arcs', size: good.size, arcs: [] }, relations: [] },
      defaultSettings,
    ],
    [
      'a preference that is not known for every pair',
      { ...good, relations: [{ kind: 'partial', rankings: [ranks[0]!], unknown: new Set([1]) }] },
      defaultSettings,
    ],
    ['replies in which each moves once', good, { ...defaultSettings, sanctions: 'once' }],
  ];

  test('option form, complete preorders and legal sequences [FST1]', () => {
    expect(canSolveFast(good, defaultSettings)).toBe(true);
    const { method, settings, stable, possible } = fastSolve(good, defaultSettings, unwatched);
    expect({ method, settings }).toEqual({ method: 'fast', settings: defaultSettings });
    expect(possible).toBe(stable);
  });

  test.each(refused)('not %s: E2002 [FST1]', (_, model, settings) => {
    expect(canSolveFast(model, settings)).toBe(false);
    let thrown: unknown;
    try {
      fastSolve(model, settings, unwatched);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ImpasseError);
    expect((thrown as ImpasseError).code).toBe('E2002');
  });
});

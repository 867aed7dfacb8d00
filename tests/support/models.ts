// Builds small models for tests: from patterns and rankings as they are printed, from arcs, or at random from a seed.
import type { Random } from '../../src/base/index.ts';
import type {
  ArcMoves,
  Direction,
  GraphModel,
  Moves,
  OptionMoves,
  Partial,
  Preorder,
  Relation,
  StateSpace,
} from '../../src/model/index.ts';
import { compare, decisionMakersOf, fullSpace, movesFrom, patternOf } from '../../src/model/index.ts';

/** The feasible states over `options` options: those that match none of the patterns, one letter Y, N or - each. */
export function spaceWithout(options: number, infeasible: readonly string[]): StateSpace {
  const full = fullSpace(options);
  return spaceOf(
    options,
    [...full.words[0]!].filter((s) => !infeasible.some((pattern) => matches(pattern, patternOf(full, s)))),
  );
}

/** The space of these patterns, given as numbers, first option lowest. */
export function spaceOf(options: number, states: readonly number[]): StateSpace {
  const sorted = Uint32Array.from(states).sort();
  return { size: sorted.length, options, words: [sorted], isFull: sorted.length === 2 ** options };
}

export function matches(pattern: string, state: string): boolean {
  return [...pattern].every((letter, place) => letter === '-' || letter === state[place]);
}

/** Ranks of a list of states, best first, inner lists tied; a state is named by its index. */
export function rankingOf(size: number, groups: readonly (number | readonly number[])[]): Int32Array {
  const rank = new Int32Array(size).fill(-1);
  groups.forEach((group, place) => {
    for (const s of [group].flat()) rank[s as number] = groups.length - place;
  });
  return rank;
}

export function preorder(rank: ArrayLike<number>): Preorder {
  return { kind: 'preorder', rank: Int32Array.from(rank) };
}

/** A model in option form; `options` says how many options each decision maker owns, in order. */
export function optionModel(given: {
  readonly options: readonly number[];
  readonly space?: StateSpace;
  readonly directions?: readonly Direction[];
  readonly relations: readonly Relation[];
}): GraphModel & { readonly moves: OptionMoves } {
  const total = given.options.reduce((sum, count) => sum + count, 0);
  const space = given.space ?? fullSpace(total);
  let first = 0;
  const owned = given.options.map((count) => {
    first += count;
    return Array.from({ length: count }, (_, place) => first - count + place);
  });
  const directions = given.directions ?? Array.from({ length: total }, () => 'both' as const);
  return {
    size: space.size,
    moves: { kind: 'option', space, owned, directions },
    relations: given.relations,
  };
}

/** A two-by-two game by its rankings of patterns, best first: each decision maker owns one option. */
export function twoByTwo(first: string, second: string): GraphModel {
  const ranks = [first, second].map((list) =>
    preorder(
      rankingOf(
        4,
        list.split(' ').map((pattern) => ['NN', 'YN', 'NY', 'YY'].indexOf(pattern)),
      ),
    ),
  );
  return optionModel({ options: [1, 1], relations: ranks });
}

/** A model in graph form: for each decision maker its arcs, and its ranks, higher for better. */
export function arcModel(
  size: number,
  arcs: readonly (readonly (readonly [number, number])[])[],
  relations: readonly Relation[],
): GraphModel & { readonly moves: ArcMoves } {
  return { size, moves: { kind: 'arcs', size, arcs: arcs.map((list) => arcsOf(size, list)) }, relations };
}

function arcsOf(
  size: number,
  list: readonly (readonly [number, number])[],
): { start: Uint32Array; to: Uint32Array } {
  const targets = Array.from({ length: size }, (_, s) =>
    list.filter(([from]) => from === s).map(([, to]) => to),
  );
  const start = new Uint32Array(size + 1);
  targets.forEach((found, s) => {
    start[s + 1] = start[s]! + found.length;
  });
  return { start, to: Uint32Array.from(targets.flat()) };
}

/** The same model with its moves listed one by one. */
export function withArcs(model: GraphModel): GraphModel & { readonly moves: ArcMoves } {
  const arcs = Array.from({ length: decisionMakersOf(model) }, (_, dm) =>
    Array.from({ length: model.size }, (_, s) =>
      movesFrom(model.moves, dm, s).map((q) => [s, q] as const),
    ).flat(),
  );
  return arcModel(model.size, arcs, model.relations);
}

/** What a random model may have. */
export interface Kind {
  /** Decision makers, from and to. */
  readonly decisionMakers: readonly [number, number];
  /** Options in all, or in graph form the binary logarithm of the number of states; from and to. */
  readonly options: readonly [number, number];
  readonly infeasible: number;
  readonly oneWay: number;
  /** The share of models with ties. */
  readonly ties: number;
  /** Listed unknown pairs, at most. */
  readonly unknown?: number;
  /** Graph form, moves drawn one by one and possibly shared. */
  readonly arcs?: boolean;
}

export function between(random: Random, [low, high]: readonly [number, number]): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A random model of a kind; the same for the same stream. */
export function randomModel(random: Random, kind: Kind): GraphModel {
  const n = between(random, kind.decisionMakers);
  const moves = kind.arcs === true ? randomArcs(random, kind, n) : randomOptions(random, kind, n);
  const size = moves.kind === 'arcs' ? moves.size : moves.space.size;
  const levels = random() < kind.ties ? 1 + Math.floor(random() * 4) : size * 64;
  const relations = Array.from({ length: n }, (): Relation => {
    const rank = Int32Array.from({ length: size }, () => Math.floor(random() * levels));
    const pairs = Math.floor(random() * ((kind.unknown ?? 0) + 1));
    return pairs === 0 ? { kind: 'preorder', rank } : partial(rank, randomPairs(random, size, pairs));
  });
  return { size, moves, relations };
}

/** A ranking with some pairs taken out of it; a pair of a state with itself is none. */
export function partial(rank: Int32Array, pairs: readonly (readonly [number, number])[]): Partial {
  const names = pairs
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => Math.min(a, b) * rank.length + Math.max(a, b));
  return { kind: 'partial', rankings: [rank], unknown: new Set(names) };
}

function randomPairs(random: Random, size: number, count: number): (readonly [number, number])[] {
  return Array.from({ length: count }, () => [
    between(random, [0, size - 1]),
    between(random, [0, size - 1]),
  ]);
}

function randomOptions(random: Random, kind: Kind, n: number): Moves {
  const total = Math.max(n, between(random, kind.options));
  const owned: number[][] = Array.from({ length: n }, () => []);
  // Everybody owns one; the rest are drawn, so that owners' options do not stand together.
  for (let option = 0; option < total; option += 1)
    owned[option < n ? option : between(random, [0, n - 1])]!.push(option);
  const share = random() < 0.5 ? 0 : random() * kind.infeasible;
  const states = Array.from({ length: 2 ** total }, (_, s) => s).filter((s) => s === 0 || random() >= share);
  const oneWay = random() < 0.5 ? 0 : random() * kind.oneWay;
  const directions = Array.from({ length: total }, (): Direction => {
    const draw = random();
    return draw < oneWay / 2 ? 'take' : draw < oneWay ? 'drop' : 'both';
  });
  return { kind: 'option', space: spaceOf(total, states), owned, directions };
}

function randomArcs(random: Random, kind: Kind, n: number): Moves {
  const size = 2 ** between(random, kind.options);
  const density = random();
  const lists = Array.from({ length: n }, () =>
    Array.from({ length: size * size }, (_, pair) => [Math.floor(pair / size), pair % size] as const).filter(
      ([from, to]) => from !== to && random() < density,
    ),
  );
  return { kind: 'arcs', size, arcs: lists.map((list) => arcsOf(size, list)) };
}

/** Every unknown pair of a model. */
export function unknownPairs(
  model: GraphModel,
): readonly { readonly dm: number; readonly a: number; readonly b: number }[] {
  return model.relations.flatMap((relation, dm) => {
    const found: { dm: number; a: number; b: number }[] = [];
    for (let a = 0; a < model.size; a += 1)
      for (let b = a + 1; b < model.size; b += 1)
        if (compare(relation, a, b) === '?') found.push({ dm, a, b });
    return found;
  });
}

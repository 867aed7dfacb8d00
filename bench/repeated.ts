// Measures solving many rankings over the same moves, as the sensitivity to the order of statements does.
import { mulberry32, shuffle } from '../src/base/index.ts';
import { prepare, solvePrepared } from '../src/engine/index.ts';
import type { Concept } from '../src/model/index.ts';
import type { Recipe } from './generator.ts';
import { draw, modelOf } from './generator.ts';

/** One solve among many; the time is in milliseconds, the least of several averages. */
export interface Repeated {
  readonly states: number;
  readonly decisionMakers: number;
  readonly concepts: readonly Concept[];
  readonly time: number;
}

/** How many rankings are made beforehand, and taken in turn. */
const rankings = 64;

export function measureRepeated(recipe: Recipe, concepts: readonly Concept[]): Repeated {
  const drawn = draw(recipe);
  const { size, moves } = modelOf(drawn);
  if (moves.kind !== 'option') throw new Error('synthetic models have option form');
  const random = mulberry32(recipe.seed);
  const all = Array.from({ length: rankings }, () =>
    drawn.ranks.map((rank) => Int32Array.from(shuffle([...rank], random))),
  );
  const prepared = prepare(moves);
  const into = drawn.ranks.map(() => new Uint8Array(size));
  const rounds = Array.from({ length: 9 }, () => {
    const start = performance.now();
    for (let turn = 0; turn < 20; turn += 1)
      for (const ranks of all) solvePrepared(prepared, ranks, concepts, into);
    return (performance.now() - start) / (20 * rankings);
  });
  return { states: size, decisionMakers: drawn.ranks.length, concepts, time: Math.min(...rounds) };
}

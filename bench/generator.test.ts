// Holds the generator to the description of the benchmark models, so that other programs build the very same ones.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mulberry32, unwatched } from '../src/base/index.ts';
import { defaultSettings, fastSolve, referenceSolve } from '../src/engine/index.ts';
import { concepts } from '../src/model/index.ts';
import type { Recipe } from './generator.ts';
import { draw, fingerprint, modelOf, nameOf } from './generator.ts';
import type { Measured } from './row.ts';

const fixture = join(import.meta.dirname, '..', 'tests', 'fixtures', 'fingerprints', 'synthetic.json');
const printed = JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, Record<string, { fnv: string }>>;

describe('the random numbers', () => {
  test('are those of mulberry32 from seed 42', () => {
    const random = mulberry32(42);
    expect([random(), random(), random()]).toEqual([
      0.6011037519201636, 0.44829055899754167, 0.8524657934904099,
    ]);
  });
});

describe('what is drawn', () => {
  test('comes from one stream: infeasible states, one-way options, then rankings: seed 3', () => {
    const random = mulberry32(3);
    const next = (count: number): number[] => Array.from({ length: count }, () => random());
    const barred = next(8).map((x) => x < 0.4);
    const directions = next(3).map((x) => (x < 0.35 ? 'take' : x < 0.7 ? 'drop' : 'both'));
    const feasible = barred.map((isBarred, s) => (isBarred && s !== 0 ? 0 : 1));
    const size = feasible.filter((one) => one === 1).length;
    const ranks = [0, 1].map(() => next(size).map((x) => Math.floor(x * 3)));
    const drawn = draw({
      decisionMakers: 2,
      options: 3,
      seed: 3,
      infeasible: 0.4,
      oneWay: 0.7,
      tieLevels: 3,
    });
    expect([...drawn.feasible!]).toEqual(feasible);
    expect(drawn.directions).toEqual(directions);
    expect(drawn.owned).toEqual([[0, 1], [2]]);
    expect(drawn.ranks.map((rank) => [...rank])).toEqual(ranks);
    // Something of each kind was drawn, so that nothing above held for want of a case.
    expect(new Set(feasible).size).toBe(2);
    expect(new Set(directions).size).toBeGreaterThan(1);
  });

  test('a strict ranking is a shuffle from the end, its first state the best: seed 4', () => {
    const random = mulberry32(4);
    const order = [0, 1, 2, 3];
    for (let last = 3; last >= 1; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    const [rank] = draw({ decisionMakers: 1, options: 2, seed: 4 }).ranks;
    expect([...rank!.keys()].sort((a, b) => rank![b]! - rank![a]!)).toEqual(order);
  });

  test('the states of the model are the feasible patterns', () => {
    const { feasible, ...rest } = draw({ decisionMakers: 2, options: 6, seed: 5, infeasible: 0.5 });
    const model = modelOf({ feasible, ...rest });
    const patterns = [...feasible!.keys()].filter((pattern) => feasible![pattern] === 1);
    expect(model.moves.kind === 'option' && [...model.moves.space.words[0]!]).toEqual(patterns);
    expect(model.moves.kind === 'option' && model.moves.space.isFull).toBe(false);
  });
});

describe.each([
  ['fast engine', fastSolve],
  ['reference', referenceSolve],
] as const)('the %s', (_, solve) => {
  const recipes = [2, 3, 4]
    .flatMap((decisionMakers) => [6, 8].map((options): Recipe => ({ decisionMakers, options, seed: 1 })))
    .filter((recipe) => nameOf(recipe) in printed);

  test('has the fingerprints that other programs found', () => {
    expect(recipes.map(nameOf)).toEqual(Object.keys(printed).sort());
    for (const recipe of recipes) {
      const { stable } = solve(modelOf(draw(recipe)), defaultSettings, unwatched);
      const found = concepts.map((concept) => fingerprint(stable, concept));
      expect(found, nameOf(recipe)).toEqual(
        concepts.map((concept) => printed[nameOf(recipe)]![concept]!.fnv),
      );
    }
  });
});

describe('a row of the table', () => {
  test('is measured in a process of its own', () => {
    const recipe: Recipe = { decisionMakers: 3, options: 6, seed: 1 };
    const script = join(import.meta.dirname, 'row.ts');
    const run = spawnSync(process.execPath, [script, JSON.stringify(recipe)], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const row = JSON.parse(run.stdout) as Measured;
    expect(row).toMatchObject({ states: 64, ratio: row.time / row.baseline });
    expect(row.fingerprints.seq).toBe(printed[nameOf(recipe)]!.seq!.fnv);
    expect(row.time).toBeGreaterThan(0);
    expect(row.peakMemory).toBeGreaterThan(10);
  });
});

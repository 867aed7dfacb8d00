// Checks the conditions and least swaps of inverse analysis against every ranking of small conflicts, and against print.
import { describe, expect, test } from 'vitest';
import { caseIn } from '../../tests/cases/case-files.ts';
import { between } from '../../tests/support/models.ts';
import type { Random } from '../base/index.ts';
import { mulberry32, shuffle } from '../base/index.ts';
import { checkWitness, conceptBit, referenceSolve, witness } from '../engine/index.ts';
import { readCase } from '../formats/index.ts';
import type { Conflict, Relation } from '../model/index.ts';
import { compare, concepts, conflictOf, graphModel, stateName } from '../model/index.ts';
import { inverseOf } from './inverse.ts';
import { conditionHolds, stabilityCondition } from './inverse-condition.ts';

/** A conflict of at most 6 states, with a ranking without ties for everybody. */
function randomRanked(random: Random): Conflict {
  const dms = between(random, [2, 3]);
  const directions = Array.from(
    { length: 3 },
    () => ['both', 'both', 'both', 'take', 'drop'][between(random, [0, 4])],
  );
  const owners = [0, 1, dms === 3 ? 2 : between(random, [0, 1])];
  const patterns = shuffle(
    Array.from({ length: 8 }, (_, s) => [0, 1, 2].map((bit) => ((s >> bit) & 1 ? 'Y' : 'N')).join('')),
    random,
  ).slice(0, between(random, [4, 6]));
  const text = [
    'impasse: 1',
    'title: random',
    'decisionMakers:',
    ...Array.from({ length: dms }, (_, dm) => dm).flatMap((dm) => [
      `  - id: d${dm}`,
      '    options:',
      ...[0, 1, 2]
        .filter((option) => owners[option] === dm)
        .map((option) => `      - { id: o${option}, direction: ${directions[option]} }`),
    ]),
    '',
  ];
  // Options stand in the order of their owners, so the patterns are drawn over that order.
  const all = ['NNN', 'YNN', 'NYN', 'YYN', 'NNY', 'YNY', 'NYY', 'YYY'];
  const bars = all
    .filter((pattern) => !patterns.includes(pattern))
    .map((pattern) => `  - pattern: ${pattern}`);
  const rankings = Array.from(
    { length: dms },
    (_, dm) => `  d${dm}: { ranking: [${shuffle([...patterns], random).join(', ')}] }`,
  );
  const { value, diagnostics } = readCase(
    [...text, 'infeasible:', ...bars, `statusQuo: "${patterns[0]}"`, 'preferences:', ...rankings, ''].join(
      '\n',
    ),
    { uri: 'random.yaml' },
  );
  const conflict = value === undefined ? undefined : conflictOf(value.accounts[0]!).value;
  if (conflict === undefined) throw new Error(JSON.stringify(diagnostics));
  return conflict;
}

function* permutations(count: number): Iterable<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const rest of permutations(count - 1))
    for (let at = 0; at < count; at += 1) yield [...rest.slice(0, at), count - 1, ...rest.slice(at)];
}

/** How many pairs two rankings order differently: the least number of adjacent swaps from one to the other. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let pairs = 0;
  for (let p = 0; p < a.length; p += 1)
    for (let q = p + 1; q < a.length; q += 1) if (a[p]! > a[q]! !== b[p]! > b[q]!) pairs += 1;
  return pairs;
}

const rankOf = (conflict: Conflict, dm: number): Int32Array => {
  const relation = conflict.preferences[dm]!.relation;
  if (relation.kind !== 'preorder') throw new Error('a ranking is complete');
  return relation.rank;
};

describe('inverse analysis', () => {
  test('[INV1, INV3, INV4] swaps and counts are those of trying every ranking, seeds 1 to 80', () => {
    let cases = 0;
    let farther = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const random = mulberry32(seed);
      const conflict = randomRanked(random);
      const model = graphModel(conflict);
      const state = between(random, [0, conflict.size - 1]);
      const dm = between(random, [0, model.relations.length - 1]);
      const found = inverseOf(conflict, state, true).decisionMakers[dm]!;
      const least = concepts.map(() => Number.POSITIVE_INFINITY);
      const counts = concepts.map(() => 0);
      for (const ranking of permutations(conflict.size)) {
        const relations: Relation[] = model.relations.map((relation, other) =>
          other === dm ? { kind: 'preorder', rank: Int32Array.from(ranking) } : relation,
        );
        const { stable } = referenceSolve({ ...model, relations }, { concepts, sanctions: 'legal' });
        for (const [place, concept] of concepts.entries()) {
          const holds = (stable[dm]![state]! & conceptBit(concept)) !== 0;
          const below = (q: number): boolean => ranking[q]! <= ranking[state]!;
          expect(conditionHolds(found[concept].condition, below), `seed ${seed} ${concept}`).toBe(holds);
          if (!holds) continue;
          counts[place]! += 1;
          least[place] = Math.min(least[place]!, distance(ranking, rankOf(conflict, dm)));
        }
      }
      for (const [place, concept] of concepts.entries()) {
        expect(found[concept].swaps, `seed ${seed} ${concept}`).toBe(least[place]);
        expect(found[concept].count, `seed ${seed} ${concept}`).toBe(BigInt(counts[place]!));
        cases += 1;
        if (least[place]! > 1) farther += 1;
      }
    }
    expect(cases).toBe(400);
    expect(farther).toBeGreaterThan(40);
  }, 120_000);

  test('[INV2] the reply of an alternative is a legal sequence of the others, of improvements where it must be, seeds 1 to 200', () => {
    let replies = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = mulberry32(seed);
      const conflict = randomRanked(random);
      const model = graphModel(conflict);
      const state = between(random, [0, conflict.size - 1]);
      for (const concept of concepts)
        for (const dm of model.relations.keys())
          for (const { move, any } of stabilityCondition(conflict, concept, dm, state).all)
            for (const { reply, noBetter } of any) {
              let at = move;
              for (const [place, { movers, to }] of reply.entries()) {
                const who = movers[0]!;
                expect(movers).toHaveLength(1);
                expect(who).not.toBe(dm);
                expect(who).not.toBe(reply[place - 1]?.movers[0]);
                if (concept === 'seq' || concept === 'sseq')
                  expect(compare(model.relations[who]!, to, at)).toBe('>');
                at = to;
                replies += 1;
              }
              if (at !== state) expect(noBetter).toContain(at);
            }
    }
    expect(replies).toBeGreaterThan(500);
  });

  test('[INV5] everybody together holds the state, by the fewest swaps in all under nash, gmr and smr, seeds 1 to 300', () => {
    let pairs = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = mulberry32(seed);
      const conflict = randomRanked(random);
      const model = graphModel(conflict);
      const state = between(random, [0, conflict.size - 1]);
      const { together, decisionMakers } = inverseOf(conflict, state);
      for (const concept of concepts) {
        const sum = decisionMakers.reduce((total, each) => total + each[concept].swaps!, 0);
        expect(together[concept], `seed ${seed} ${concept}`).toEqual({ swaps: sum, holds: true });
      }
      if (conflict.size > 4 || model.relations.length > 2) continue;
      pairs += 1;
      const least = concepts.map(() => Number.POSITIVE_INFINITY);
      for (const first of permutations(4))
        for (const second of permutations(4)) {
          const ranks = [Int32Array.from(first), Int32Array.from(second)];
          const relations = ranks.map((rank) => ({ kind: 'preorder', rank }) as const);
          const { stable } = referenceSolve({ ...model, relations }, { concepts, sanctions: 'legal' });
          const swaps = ranks.reduce((total, rank, dm) => total + distance(rank, rankOf(conflict, dm)), 0);
          for (const [place, concept] of concepts.entries())
            if (stable.every((row) => (row[state]! & conceptBit(concept)) !== 0))
              least[place] = Math.min(least[place]!, swaps);
        }
      for (const [place, concept] of concepts.entries()) {
        const { swaps } = together[concept]!;
        // One's new ranking may make it answer for the other: there the sum is no more than a bound.
        if (concept === 'seq' || concept === 'sseq') expect(swaps).toBeGreaterThanOrEqual(least[place]!);
        else expect(swaps, `seed ${seed} ${concept}`).toBe(least[place]);
      }
    }
    expect(pairs).toBeGreaterThan(20);
  });

  test('[INV3, INV4] Syria and Iraq 1975, target 2: one swap by Syria, three by nash; the counts of 720', () => {
    const conflict = conflictOf(caseIn('cases/published/syria-iraq-1975').accounts[0]!).value!;
    expect(stateName(conflict, 1)).toBe('YNN');
    const { decisionMakers, rankings } = inverseOf(conflict, 1, true);
    const [syria, iraq] = decisionMakers;
    expect(rankings).toBe(720n);
    expect(concepts.map((concept) => syria![concept].swaps)).toEqual([3, 1, 1, 1, 1]);
    expect(concepts.map((concept) => syria![concept].count)).toEqual([240n, 384n, 300n, 384n, 300n]);
    expect(concepts.map((concept) => iraq![concept].holds)).toEqual([
      'every',
      'every',
      'every',
      'every',
      'every',
    ]);
    expect(concepts.map((concept) => iraq![concept].swaps)).toEqual([0, 0, 0, 0, 0]);
    expect(syria!.gmr.condition).toEqual({
      all: [
        {
          move: 0,
          any: [
            { noBetter: [0], reply: [] },
            { noBetter: [3], reply: [{ movers: [1], to: 3 }] },
          ],
        },
        {
          move: 2,
          any: [
            { noBetter: [2], reply: [] },
            { noBetter: [5], reply: [{ movers: [1], to: 5 }] },
          ],
        },
      ],
    });
    // The one swap puts 2 above 6, which then deters the move to 3: a proof that the engine's checker accepts.
    const model = graphModel(conflict);
    const swapped = {
      ...model,
      relations: [{ kind: 'preorder', rank: Int32Array.of(6, 4, 5, 2, 1, 3) } as const, model.relations[1]!],
    };
    const proof = witness(swapped, 'seq', 0, 1);
    expect(proof).toMatchObject({ kind: 'deterred' });
    expect(checkWitness(swapped, 'seq', 0, 1, true, proof, 'legal')).toEqual({ ok: true });
  });
});

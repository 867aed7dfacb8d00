// Shows that networks have the weights that three actors and three concepts give by hand, in exact and in DNA's forms.
import { describe, expect, test } from 'vitest';
import type { Mention } from '../positions/mentions.ts';
import type { Stance } from '../types/statement.ts';
import type { NetworkOptions } from './build.ts';
import { networkOf } from './build.ts';

let made = 0;
const mention = (actor: string, concept: string, stance: Stance, day: number | null = 0): Mention => {
  made += 1;
  return { statement: `s${made}`, document: `d${made}`, actor, concept, stance, day };
};

/**
 * Counts (against, for):
 *        p       q       r      says
 *   a  (0, 2)  (1, 0)    .       3
 *   b  (0, 1)  (0, 1)    .       2
 *   c  (1, 0)    .     (0, 2)    3
 *        4       2       2
 */
const three = [
  mention('a', 'p', 1),
  mention('a', 'p', 2),
  mention('a', 'q', -1),
  mention('b', 'p', 1),
  mention('b', 'q', 2),
  mention('c', 'p', -2),
  mention('c', 'r', 1),
  mention('c', 'r', 1),
];
const common = { scale: 'sign', duplicates: 'include' } as const;

const twoMode = (
  aggregation: 'ignore' | 'combine' | 'subtract',
  normalisation: 'none' | 'activity' | 'prominence' | 'dna-prominence' = 'none',
) => networkOf(three, { ...common, mode: 'two-mode', aggregation, normalisation });

/** The weights of a with b, a with c and b with c. */
function pairs(
  aggregation: Extract<NetworkOptions, { mode: 'actors' | 'concepts' }>['aggregation'],
  normalisation: Extract<NetworkOptions, { mode: 'actors' | 'concepts' }>['normalisation'] = 'none',
  mentions: readonly Mention[] = three,
  scale: NetworkOptions['scale'] = 'sign',
): readonly number[] {
  const options = { ...common, scale, mode: 'actors', aggregation, normalisation } as const;
  const { weights, rows } = networkOf(mentions, options);
  expect(rows).toEqual(['a', 'b', 'c']);
  weights.forEach((row, i) => {
    expect(row[i]).toBe(0);
    row.forEach((weight, j) => {
      expect(weights[j]?.[i]).toBe(weight);
    });
  });
  return [weights[0]?.[1], weights[0]?.[2], weights[1]?.[2]] as number[];
}

const close = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, index) => {
    expect(value).toBeCloseTo(wanted[index] as number, 12);
  });
};

describe('actors and concepts', () => {
  test('[NET1, NET2] mentions are counted, added up with their sign, or named by what occurs', () => {
    expect(twoMode('ignore')).toMatchObject({
      rows: ['a', 'b', 'c'],
      columns: ['p', 'q', 'r'],
      weights: [
        [2, 1, 0],
        [1, 1, 0],
        [1, 0, 2],
      ],
    });
    expect(twoMode('subtract').weights).toEqual([
      [2, -1, 0],
      [1, 1, 0],
      [-1, 0, 2],
    ]);
    const { weights, legend } = twoMode('combine');
    // Against is the first of two levels, so 2; for is 1; both would be 3.
    expect(weights).toEqual([
      [1, 2, 0],
      [1, 1, 0],
      [2, 0, 1],
    ]);
    expect([...(legend ?? [])]).toEqual([
      [1, '1'],
      [2, '-1'],
      [3, '-1, 1'],
    ]);
  });

  test('[NET3] activity divides by what the actor says: 3, 2 and 3', () => {
    expect(twoMode('ignore', 'activity').weights).toEqual([
      [2 / 3, 1 / 3, 0],
      [1 / 2, 1 / 2, 0],
      [1 / 3, 0, 2 / 3],
    ]);
    expect(twoMode('subtract', 'activity').weights).toEqual([
      [2 / 3, -1 / 3, 0],
      [1 / 2, 1 / 2, 0],
      [-1 / 3, 0, 2 / 3],
    ]);
    // Combined: two cells of each row are taken.
    expect(twoMode('combine', 'activity').weights).toEqual([
      [1 / 2, 1, 0],
      [1 / 2, 1 / 2, 0],
      [1, 0, 1 / 2],
    ]);
  });

  test('[NET3] prominence divides by what is said on the concept: 4, 2 and 2', () => {
    expect(twoMode('ignore', 'prominence').weights).toEqual([
      [2 / 4, 1 / 2, 0],
      [1 / 4, 1 / 2, 0],
      [1 / 4, 0, 2 / 2],
    ]);
    expect(twoMode('subtract', 'prominence').weights).toEqual([
      [2 / 4, -1 / 2, 0],
      [1 / 4, 1 / 2, 0],
      [-1 / 4, 0, 2 / 2],
    ]);
    // Combined: three, two and one cells of the columns are taken.
    expect(twoMode('combine', 'prominence').weights).toEqual([
      [1 / 3, 2 / 2, 0],
      [1 / 3, 1 / 2, 0],
      [2 / 3, 0, 1 / 1],
    ]);
  });

  test('[NET4] DNA: prominence of combined stances divides by the cells taken of the *row* of that number', () => {
    expect(twoMode('combine', 'dna-prominence').weights).toEqual([
      [1 / 2, 2 / 2, 0],
      [1 / 2, 1 / 2, 0],
      [2 / 2, 0, 1 / 2],
    ]);
    expect(twoMode('subtract', 'dna-prominence')).toEqual(twoMode('subtract', 'prominence'));
    const wide = [...three, mention('c', 's', 1)];
    const options = {
      ...common,
      mode: 'two-mode',
      aggregation: 'combine',
      normalisation: 'dna-prominence',
    } as const;
    expect(() => networkOf(wide, options)).toThrow('E2001');
  });

  test('[NET2] on a scale, subtract adds up the stances themselves', () => {
    const options = { ...common, scale: 'scale', mode: 'two-mode', normalisation: 'none' } as const;
    expect(networkOf(three, { ...options, aggregation: 'subtract' }).weights).toEqual([
      [3, -1, 0],
      [1, 2, 0],
      [-2, 0, 2],
    ]);
    // Levels -2 to 2 are 16, 8, 4, 2, 1.
    expect(networkOf(three, { ...options, aggregation: 'combine' }).weights).toEqual([
      [2 + 1, 8, 0],
      [2, 1, 0],
      [16, 0, 2],
    ]);
  });
});

describe('actors and actors', () => {
  test('[NET5] like and unlike stances on the same concepts', () => {
    close(pairs('congruence'), [2 * 1, 0, 0]);
    close(pairs('conflict'), [1 * 1, 2 * 1, 1 * 1]);
    close(pairs('subtract'), [2 - 1, -2, -1]);
    close(pairs('ignore'), [2 * 1 + 1 * 1, 2 * 1, 1 * 1]);
  });

  test('[NET6] average activity: 3, 2 and 3 mentions', () => {
    close(pairs('congruence', 'average'), [2 / 2.5, 0, 0]);
    close(pairs('conflict', 'average'), [1 / 2.5, 2 / 3, 1 / 2.5]);
    expect(pairs('conflict', 'dna-average')).toEqual(pairs('conflict', 'average'));
  });

  test('[NET6] cosine: profiles (0 2 1 0 0 0), (0 1 0 1 0 0) and (1 0 0 0 0 2) have lengths √5, √2 and √5', () => {
    close(pairs('congruence', 'cosine'), [2 / Math.sqrt(10), 0, 0]);
    close(pairs('conflict', 'cosine'), [1 / Math.sqrt(10), 2 / 5, 1 / Math.sqrt(10)]);
    // Without stances: (2 1 0), (1 1 0) and (1 0 2).
    close(pairs('ignore', 'cosine'), [3 / Math.sqrt(10), 2 / 5, 1 / Math.sqrt(10)]);
  });

  test('[NET6] Jaccard: 5 + 2 − 2, 5 + 5 − 0, 2 + 5 − 0', () => {
    close(pairs('congruence', 'jaccard'), [2 / 5, 0, 0]);
    close(pairs('conflict', 'jaccard'), [1 / 5, 2 / 10, 1 / 7]);
    // Where everything is said once, it is the share of common entries: both say p+, one says q-, the other q+.
    const once = [
      mention('a', 'p', 1),
      mention('a', 'q', -1),
      mention('b', 'p', 1),
      mention('b', 'q', 1),
      mention('c', 'r', 1),
    ];
    close(pairs('congruence', 'jaccard', once), [1 / 3, 0, 0]);
    close(pairs('congruence', 'dna-jaccard', once), [1 / 3, 0, 0]);
  });

  test('[NET7] DNA: the cosine divides by the product of the sums', () => {
    close(pairs('congruence', 'dna-cosine'), [2 / (3 * 2), 0, 0]);
    close(pairs('conflict', 'dna-cosine'), [1 / 6, 2 / 9, 1 / 6]);
    // Equal profiles over two concepts: half, where the cosine is 1.
    const equal = ['a', 'b', 'c'].flatMap((actor) => [mention(actor, 'p', 1), mention(actor, 'q', 1)]);
    close(pairs('congruence', 'dna-cosine', equal), [1 / 2, 1 / 2, 1 / 2]);
    close(pairs('congruence', 'cosine', equal), [1, 1, 1]);
    close(pairs('ignore', 'dna-cosine'), [3 / 6, 2 / 9, 1 / 6]);
  });

  test('[NET7] DNA: Jaccard adds counts of one alone to products of both', () => {
    // a and b: 1 (q against) + 1 (q for) + 2 · 1; a and c: 3 + 3 + 0; b and c: 2 + 3 + 0.
    close(pairs('congruence', 'dna-jaccard'), [2 / 4, 0, 0]);
    close(pairs('conflict', 'dna-jaccard'), [1 / 4, 2 / 6, 1 / 5]);
  });

  test('[NET8] on a scale, stances are alike to 1 − |difference| / 4; DNA divides by what is coded', () => {
    const stances = [mention('a', 'p', 2), mention('b', 'p', 1), mention('c', 'p', 0)];
    close(pairs('congruence', 'none', stances, 'scale'), [3 / 4, 2 / 4, 3 / 4]);
    close(pairs('conflict', 'none', stances, 'scale'), [1 / 4, 2 / 4, 1 / 4]);
    close(pairs('subtract', 'none', stances, 'scale'), [2 / 4, 0, 2 / 4]);
    close(pairs('congruence', 'none', stances, 'dna-scale'), [1 / 2, 0, 1 / 2]);
    const same = stances.map((each) => ({ ...each, stance: 1 as const }));
    close(pairs('congruence', 'none', same, 'dna-scale'), [1, 1, 1]);
  });

  test('[NET5] concepts tie in the same way, by the actors that hold them', () => {
    const options = {
      ...common,
      mode: 'concepts',
      aggregation: 'congruence',
      normalisation: 'none',
    } as const;
    const { rows, weights, kinds } = networkOf(three, options);
    expect({ rows, kinds }).toEqual({ rows: ['p', 'q', 'r'], kinds: ['concept', 'concept'] });
    // p and q: b is for both, 1 · 1; a is for one and against the other. p and r: c is against p and for r.
    expect(weights).toEqual([
      [0, 1, 0],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });
});

describe('which mentions count', () => {
  test('[NET1] conditional, unknown and, by sign, neutral stances have no place, and are counted', () => {
    const more = [...three, mention('a', 'r', 'conditional'), mention('b', 'r', null), mention('c', 'q', 0)];
    const { weights, leftOut } = networkOf(more, {
      ...common,
      mode: 'two-mode',
      aggregation: 'subtract',
      normalisation: 'none',
    });
    expect(leftOut).toBe(3);
    expect(weights).toEqual(twoMode('subtract').weights);
    const ignored = networkOf(more, {
      ...common,
      mode: 'two-mode',
      aggregation: 'ignore',
      normalisation: 'none',
    });
    expect(ignored).toMatchObject({
      leftOut: 0,
      weights: [
        [2, 1, 1],
        [1, 1, 1],
        [1, 1, 2],
      ],
    });
  });

  test('[NET11] actors and concepts with few mentions can be left out', () => {
    const options = { ...common, mode: 'two-mode', aggregation: 'ignore', normalisation: 'none' } as const;
    const { rows, columns } = networkOf(three, { ...options, atLeast: { actors: 3, concepts: 3 } });
    expect({ rows, columns }).toEqual({ rows: ['a', 'c'], columns: ['p'] });
  });

  test('[NET11] what is said twice can count once', () => {
    const options = { ...common, mode: 'two-mode', normalisation: 'none', duplicates: 'across' } as const;
    expect(networkOf(three, { ...options, scale: 'sign', aggregation: 'subtract' }).weights[2]).toEqual([
      -1, 0, 1,
    ]);
    // a is for p with two strengths: two stances, but one concept.
    expect(networkOf(three, { ...options, aggregation: 'subtract' }).weights[0]).toEqual([2, -1, 0]);
    expect(networkOf(three, { ...options, aggregation: 'ignore' }).weights[0]).toEqual([1, 1, 0]);
  });

  test('[NET11] of nothing there is a network of nothing', () => {
    for (const options of [
      { ...common, mode: 'two-mode', aggregation: 'combine', normalisation: 'activity' },
      { ...common, mode: 'actors', aggregation: 'congruence', normalisation: 'cosine' },
    ] as const)
      expect(networkOf([], options)).toMatchObject({ rows: [], columns: [], weights: [] });
  });
});

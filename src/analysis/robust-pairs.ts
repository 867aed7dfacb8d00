// Settles unknown pairs of a ranking one way each, and finds out whether what comes of it is still a ranking.
import type { Relation } from '../model/index.ts';

type Word = '>' | '<' | '~';
const values = { '>': 1, '<': -1, '~': 0 } as const;

/**
 * A ranking in which some pairs stand otherwise. Where that is a ranking again, that ranking.
 *
 * Only triples with a settled pair can break transitivity; the rank of a state is the number of states below it.
 * @param pairs - `low * m + high` and how low stands to high
 * @complexity O(m · (pairs + log m))
 * @example settledRelation(Int32Array.of(1, 0), [[1, '<']]) // => { kind: 'preorder', rank: Int32Array.of(0, 1) }
 */
export function settledRelation(rank: Int32Array, pairs: readonly (readonly [number, Word])[]): Relation {
  const size = rank.length;
  const settled = new Map(pairs);
  const compare = (a: number, b: number): number => {
    const word = settled.get(Math.min(a, b) * size + Math.max(a, b));
    if (word !== undefined) return a < b ? values[word] : -values[word];
    return Math.sign((rank[a] as number) - (rank[b] as number));
  };
  const isRanking = pairs.every(([pair]) => {
    const [a, b] = [Math.floor(pair / size), pair % size];
    for (let c = 0; c < size; c += 1) if (c !== a && c !== b && !fits(compare, a, b, c)) return false;
    return true;
  });
  if (!isRanking) return { kind: 'partial', rankings: [rank], unknown: new Set(), settled };
  const below = countsBelow(rank);
  for (const [pair] of pairs) {
    const [a, b] = [Math.floor(pair / size), pair % size];
    const before = Math.sign((rank[a] as number) - (rank[b] as number));
    const now = compare(a, b);
    below[a] = (below[a] as number) + Number(now > 0) - Number(before > 0);
    below[b] = (below[b] as number) + Number(now < 0) - Number(before < 0);
  }
  return { kind: 'preorder', rank: below };
}

/** Are three states ranked by how many of the others each beats? */
function fits(compare: (a: number, b: number) => number, a: number, b: number, c: number): boolean {
  const [ab, bc, ac] = [compare(a, b), compare(b, c), compare(a, c)];
  const beats = [
    Number(ab > 0) + Number(ac > 0),
    Number(ab < 0) + Number(bc > 0),
    Number(ac < 0) + Number(bc < 0),
  ];
  const sign = (x: number, y: number): number => Math.sign((beats[x] as number) - (beats[y] as number));
  return sign(0, 1) === ab && sign(1, 2) === bc && sign(0, 2) === ac;
}

function countsBelow(rank: Int32Array): Int32Array {
  const sorted = rank.slice().sort();
  const first = new Map<number, number>();
  sorted.forEach((value, place) => {
    if (!first.has(value)) first.set(value, place);
  });
  return rank.map((value) => first.get(value) as number);
}

// Makes networks of actors that agree or disagree on concepts, or of concepts that actors hold together.
import type { Counts, StanceScale } from './counts.ts';
import { activityOf } from './counts.ts';
import type { Network } from './network.ts';
import { quotient } from './two-mode.ts';

export const oneModeAggregations = ['ignore', 'congruence', 'conflict', 'subtract'] as const;
/**
 * What ties two rows: that they speak about the same thing (`ignore`), with like stances (`congruence`), with unlike
 * ones (`conflict`), or the first less the second (`subtract`).
 */
export type OneModeAggregation = (typeof oneModeAggregations)[number];

export const oneModeNormalisations = [
  'none',
  'average',
  'jaccard',
  'cosine',
  'dna-average',
  'dna-jaccard',
  'dna-cosine',
] as const;
/**
 * What the weight of a pair is divided by: how much both say on average (`average`), or what makes it the Jaccard or
 * cosine similarity of their profiles. The `dna-` forms are those that DNA publishes and computes.
 */
export type OneModeNormalisation = (typeof oneModeNormalisations)[number];

export interface OneModeOptions {
  readonly aggregation: OneModeAggregation;
  readonly scale: StanceScale;
  readonly normalisation: OneModeNormalisation;
  /** What rows are. */
  readonly kind: 'actor' | 'concept';
  /** Counts without kernel weights, where `counts` have them: DNA then has one normalisation for all names. */
  readonly unweighted?: Counts;
}

/**
 * The network of rows × rows.                                                     Rules [NET5], [NET6], [NET7], [NET8].
 *
 * With x_ijk the count of row i on column j at level v_k, and likeness s_kl = 1 − |v_k − v_l| / range:
 * ignore Σ_j (Σ_k x_ijk)(Σ_k x_i'jk); congruence Σ_jkl x_ijk x_i'jl s_kl; conflict the same with 1 − s_kl;
 * subtract congruence − conflict. Divided by, where n_i = Σ_jk x_ijk, and x_i is the profile of the row over columns
 * and levels (over columns alone where stances are ignored):
 * average (n_i + n_i')/2; cosine ‖x_i‖ ‖x_i'‖; jaccard ‖x_i‖² + ‖x_i'‖² − x_i·x_i' (Tanimoto; of counts of 0 and 1, the
 * share of common entries). DNA: cosine n_i n_i'; jaccard Σ of x_i where x_i' is 0, and the reverse, + x_i·x_i'; under
 * a kernel, whatever the name, weights are *multiplied* by Σ_jk 2/(c_ijk + c_i'jk) of counts c.
 * @complexity O(columns · rows² · levels²), of rows that share a column
 * @source Leifeld, Gruber & Bossner, Discourse Network Analyzer Manual 2.0, 2019; DNA 3.1.2, Exporter.java.
 */
export function oneModeNetwork(counts: Counts, options: OneModeOptions): Network {
  const { rows, columns, leftOut } = counts;
  const weights = rows.map(() => new Array<number>(rows.length).fill(0));
  const likeness = likenessOf(counts, options);
  const byColumn = columns.map((_, j) =>
    counts.cells.flatMap((row, i) => {
      const cell = row.get(j);
      return cell === undefined ? [] : [{ i, cell }];
    }),
  );
  for (const holders of byColumn)
    holders.forEach((one, at) => {
      for (const other of holders.slice(at + 1)) {
        let weight = 0;
        one.cell.forEach((x, k) => {
          other.cell.forEach((y, l) => {
            weight += x * y * ((likeness[k] as number[])[l] as number);
          });
        });
        const row = weights[one.i] as number[];
        row[other.i] = (row[other.i] as number) + weight;
      }
    });
  const divisor = divisorOf(counts, options);
  rows.forEach((_, i) => {
    for (let other = i + 1; other < rows.length; other += 1) {
      const row = weights[i] as number[];
      row[other] = quotient(row[other] as number, divisor(i, other));
      (weights[other] as number[])[i] = row[other] as number;
    }
  });
  return { mode: 'one-mode', kinds: [options.kind, options.kind], rows, columns: rows, weights, leftOut };
}

/** By how much two levels of stance tie those who hold them. */
function likenessOf(
  { levels }: Counts,
  { aggregation, scale }: OneModeOptions,
): readonly (readonly number[])[] {
  const range = scale === 'dna-scale' ? (levels.at(-1) ?? 0) - (levels[0] ?? 0) : scale === 'scale' ? 4 : 2;
  return levels.map((v) =>
    levels.map((w) => {
      // Where DNA has a single level it divides 0 by 0; two equal stances are alike.
      const distance = v === w ? 0 : Math.abs(v - w) / range;
      if (aggregation === 'ignore') return 1;
      if (aggregation === 'congruence') return 1 - distance;
      return aggregation === 'conflict' ? distance : 1 - 2 * distance;
    }),
  );
}

type Divisor = (row: number, other: number) => number;

function divisorOf(counts: Counts, options: OneModeOptions): Divisor {
  const { normalisation, aggregation, unweighted } = options;
  if (normalisation === 'none') return () => 1;
  if (normalisation.startsWith('dna-') && unweighted !== undefined) return dnaKernelDivisor(unweighted);
  const activity = counts.rows.map((_, i) => activityOf(counts, i));
  const both = (i: number, other: number): readonly [number, number] => [
    activity[i] as number,
    activity[other] as number,
  ];
  if (normalisation === 'average' || normalisation === 'dna-average')
    return (i, other) => {
      const [a, b] = both(i, other);
      return (a + b) / 2;
    };
  if (normalisation === 'dna-cosine')
    return (i, other) => {
      const [a, b] = both(i, other);
      return a * b;
    };
  const profiles = counts.cells.map((row) => profileOf(row, aggregation === 'ignore'));
  if (normalisation === 'dna-jaccard')
    return (i, other) => dnaJaccard(profileAt(profiles, i), profileAt(profiles, other));
  const squares = profiles.map((profile) => dot(profile, profile));
  return (i, other) => {
    const [a, b] = [squares[i] as number, squares[other] as number];
    if (normalisation === 'cosine') return Math.sqrt(a * b);
    return a + b - dot(profileAt(profiles, i), profileAt(profiles, other));
  };
}

/** What a row says, by column and level. */
type Profile = ReadonlyMap<string, number>;

const profileAt = (profiles: readonly Profile[], row: number): Profile => profiles[row] as Profile;

function profileOf(row: ReadonlyMap<number, readonly number[]>, ignoreLevels: boolean): Profile {
  const profile = new Map<string, number>();
  for (const [column, cell] of row)
    cell.forEach((count, k) => {
      const key = ignoreLevels ? `${column}` : `${column} ${k}`;
      if (count !== 0) profile.set(key, (profile.get(key) ?? 0) + count);
    });
  return profile;
}

function dot(a: Profile, b: Profile): number {
  let sum = 0;
  for (const [key, value] of a) sum += value * (b.get(key) ?? 0);
  return sum;
}

function dnaJaccard(a: Profile, b: Profile): number {
  const alone = (one: Profile, other: Profile): number => {
    let sum = 0;
    for (const [key, value] of one) if (!other.has(key)) sum += value;
    return sum;
  };
  return alone(a, b) + alone(b, a) + dot(a, b);
}

/** What DNA multiplies by under a kernel, as something to divide by. */
function dnaKernelDivisor({ cells, columns, levels }: Counts): Divisor {
  return (i, other) => {
    let factor = 0;
    columns.forEach((_, j) => {
      const [one, two] = [cells[i]?.get(j), cells[other]?.get(j)];
      levels.forEach((__, k) => {
        const count = (one?.[k] ?? 0) + (two?.[k] ?? 0);
        if (count > 0) factor += 2 / count;
      });
    });
    return factor === 0 ? 1 : 1 / factor;
  };
}

// Makes networks of actors and the concepts that they speak about.
import { ImpasseError } from '../../base/index.ts';
import type { Counts } from './counts.ts';
import { activityOf, total } from './counts.ts';
import type { Network } from './network.ts';

export const twoModeAggregations = ['ignore', 'combine', 'subtract'] as const;
/**
 * What becomes of stances: `ignore` counts mentions; `subtract` adds them up with their sign, and on a scale with
 * their size; `combine` numbers the set of levels that occur.
 */
export type TwoModeAggregation = (typeof twoModeAggregations)[number];

export const twoModeNormalisations = ['none', 'activity', 'prominence', 'dna-prominence'] as const;
/**
 * What weights are divided by: how much the actor says (activity) or how much is said on the concept (prominence), in
 * mentions, whatever their stance; where they are combined, how many cells of the row or the column are taken.
 */
export type TwoModeNormalisation = (typeof twoModeNormalisations)[number];

/**
 * The network of rows × columns.                                                          Rules [NET2], [NET3], [NET4].
 *
 * With x_ijk the count at level v_k: ignore Σ_k x_ijk, subtract Σ_k v_k x_ijk, combine Σ_k 2^(K−1−k) [x_ijk > 0].
 * Activity divides by Σ_jk x_ijk, prominence by Σ_ik x_ijk; a quotient by 0 is 0.
 * @throws ImpasseError E2001 for `dna-prominence` of combined stances where there are not as many rows as columns
 * @complexity O(rows · columns · levels)
 * @source Leifeld, Gruber & Bossner, Discourse Network Analyzer Manual 2.0, 2019; DNA 3.1.2.
 */
export function twoModeNetwork(
  counts: Counts,
  aggregation: TwoModeAggregation,
  normalisation: TwoModeNormalisation,
): Network {
  const { rows, columns, levels, cells, leftOut } = counts;
  const weightOf = (cell: readonly number[] | undefined): number => {
    if (cell === undefined) return 0;
    if (aggregation === 'ignore') return total(cell);
    return cell.reduce(
      (sum, count, k) =>
        sum +
        (aggregation === 'subtract'
          ? (levels[k] as number) * count
          : count > 0
            ? 2 ** (levels.length - 1 - k)
            : 0),
      0,
    );
  };
  const weights = cells.map((row) => columns.map((_, j) => weightOf(row.get(j))));
  const divisors = divisorsOf(counts, weights, aggregation, normalisation);
  return {
    mode: 'two-mode',
    kinds: ['actor', 'concept'],
    rows,
    columns,
    weights:
      divisors === undefined
        ? weights
        : weights.map((row, i) => row.map((weight, j) => quotient(weight, divisors(i, j)))),
    ...(aggregation === 'combine' ? { legend: legendOf(levels) } : {}),
    leftOut,
  };
}

/** 0 where there is nothing to divide by, as DNA has it. */
export const quotient = (weight: number, by: number): number => (by === 0 ? 0 : weight / by);

function divisorsOf(
  counts: Counts,
  weights: readonly (readonly number[])[],
  aggregation: TwoModeAggregation,
  normalisation: TwoModeNormalisation,
): ((row: number, column: number) => number) | undefined {
  const { rows, columns, cells } = counts;
  if (normalisation === 'none') return undefined;
  const combined = aggregation === 'combine';
  const taken = (values: readonly number[]): number => values.filter((value) => value > 0).length;
  if (normalisation === 'activity') {
    const byRow = rows.map((_, i) =>
      combined ? taken(weights[i] as readonly number[]) : activityOf(counts, i),
    );
    return (i) => byRow[i] as number;
  }
  if (normalisation === 'dna-prominence' && combined && rows.length !== columns.length)
    throw new ImpasseError(
      'E2001',
      'the prominence of combined stances in DNA needs as many rows as columns',
      {
        rows: rows.length,
        columns: columns.length,
      },
    );
  const byColumn = columns.map((_, j) => {
    if (!combined) return cells.reduce((sum, row) => sum + total(row.get(j)), 0);
    // DNA 3.1.2 counts along the row of the same number (Exporter.java, line 1682).
    if (normalisation === 'dna-prominence') return taken(weights[j] as readonly number[]);
    return taken(weights.map((row) => row[j] as number));
  });
  return (_, j) => byColumn[j] as number;
}

/** Which levels each combined weight stands for. */
function legendOf(levels: readonly number[]): ReadonlyMap<number, string> {
  const legend = new Map<number, string>();
  for (let weight = 1; weight < 2 ** levels.length; weight += 1) {
    const present = levels.filter((_, k) => (weight & (2 ** (levels.length - 1 - k))) !== 0);
    legend.set(weight, present.map(String).join(', '));
  }
  return legend;
}

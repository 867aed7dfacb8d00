// Counts mentions by actor, concept and level of stance: the array from which every network is made.
import type { Mention } from '../positions/mentions.ts';

export const stanceScales = ['sign', 'scale', 'dna-scale'] as const;
/**
 * How stances are compared: by their sign, as agree or disagree; or on the scale from -2 to 2, two stances being alike
 * to 1 − |difference| / 4. `dna-scale` divides by the largest difference that is coded, as DNA does.
 */
export type StanceScale = (typeof stanceScales)[number];

/** How much row i says about column j at each level of stance. */
export interface Counts {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Levels in rising order; one that stands for all where stances are ignored. */
  readonly levels: readonly number[];
  /** rows × columns × levels; a cell is missing where there is nothing. */
  readonly cells: readonly ReadonlyMap<number, readonly number[]>[];
  /** How many mentions have no place among the levels: conditional, unknown or, by sign, neutral. */
  readonly leftOut: number;
}

export interface CountOptions {
  readonly scale: StanceScale | 'ignore';
  /** What each mention weighs; 1 where it is not given. */
  readonly weightOf?: (mention: Mention) => number;
  /** Names of rows and columns, in their order; those of the mentions, sorted, where they are not given. */
  readonly labels?: { readonly actors: readonly string[]; readonly concepts: readonly string[] };
  /** Concepts as rows, actors as columns. */
  readonly transposed?: boolean;
}

/**
 * Counts mentions, or adds up their weights.                                                       Rule [NET1].
 * @complexity O(mentions · log)
 */
export function countMentions(
  mentions: readonly Mention[],
  { scale, weightOf = () => 1, labels = labelsOf(mentions), transposed = false }: CountOptions,
): Counts {
  const [rows, columns] = transposed ? [labels.concepts, labels.actors] : [labels.actors, labels.concepts];
  const [rowAt, columnAt] = [placesOf(rows), placesOf(columns)];
  const levels = levelsOf(mentions, scale);
  const cells = rows.map(() => new Map<number, number[]>());
  let leftOut = 0;
  for (const mention of mentions) {
    const { actor, concept } = mention;
    const row = rowAt.get(transposed ? concept : actor);
    const column = columnAt.get(transposed ? actor : concept);
    if (row === undefined || column === undefined) continue;
    const level = levels.indexOf(levelOf(mention, scale) ?? Number.NaN);
    if (level < 0) {
      leftOut += 1;
      continue;
    }
    const inRow = cells[row] as Map<number, number[]>;
    const cell = inRow.get(column) ?? levels.map(() => 0);
    cell[level] = (cell[level] as number) + weightOf(mention);
    inRow.set(column, cell);
  }
  return { rows, columns, levels, cells, leftOut };
}

/** The actors and concepts of mentions, each sorted by code unit. */
export function labelsOf(mentions: readonly Mention[]): {
  readonly actors: readonly string[];
  readonly concepts: readonly string[];
} {
  const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();
  return {
    actors: sorted(mentions.map(({ actor }) => actor)),
    concepts: sorted(mentions.map(({ concept }) => concept)),
  };
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

function levelOf({ stance }: Mention, scale: CountOptions['scale']): number | null {
  if (scale === 'ignore') return 0;
  if (typeof stance !== 'number') return null;
  if (scale !== 'sign') return stance;
  return stance === 0 ? null : Math.sign(stance);
}

function levelsOf(mentions: readonly Mention[], scale: CountOptions['scale']): readonly number[] {
  switch (scale) {
    case 'ignore':
      return [0];
    case 'sign':
      return [-1, 1];
    case 'scale':
      return [-2, -1, 0, 1, 2];
    case 'dna-scale':
      return [...new Set(mentions.flatMap((each) => levelOf(each, scale) ?? []))].sort((a, b) => a - b);
  }
}

/** The sum over the levels of a cell. */
export const total = (cell: readonly number[] | undefined): number =>
  (cell ?? []).reduce((sum, count) => sum + count, 0);

/** The sum of everything that a row says. */
export function activityOf({ cells }: Counts, row: number): number {
  let sum = 0;
  for (const cell of (cells[row] as ReadonlyMap<number, readonly number[]>).values()) sum += total(cell);
  return sum;
}

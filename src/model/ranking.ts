// Turns what is said about a preference into a rank for each state, higher for better, equal for indifferent.

/** Ranks stay below this while statements are added, so that one more bit always fits into an Int32. */
const room = 2 ** 29;

/**
 * Option prioritisation: states compare by their truth values, the most important statement first.
 *
 * rank(s) > rank(q) iff s is true where q is false at the first statement on which they differ. Compared as vectors,
 * never as one weighted number, so that any number of statements works.                          Rule [PRI1].
 * @param truths - k arrays of shape (m,), most important first; 1 where the statement holds
 * @param size - m
 * @returns dense ranks from 0, shape (m,)
 * @complexity O(m · k)
 * @source Peng, Hipel & Kilgour 1997 (option prioritising); Fang, Hipel, Kilgour & Peng 2003.
 * @example [...rankByStatements([Uint8Array.of(1, 0, 1), Uint8Array.of(0, 1, 1)], 3)] // => [1, 0, 2]
 */
export function rankByStatements(truths: readonly Uint8Array[], size: number): Int32Array {
  let rank: Int32Array = new Int32Array(size);
  let bound = 1;
  for (const truth of truths) {
    if (bound >= room) {
      rank = denseRank(rank);
      bound = size;
    }
    for (let s = 0; s < size; s += 1) rank[s] = (rank[s] as number) * 2 + (truth[s] as number);
    bound *= 2;
  }
  return denseRank(rank);
}

/**
 * The ranks 0, 1, 2, ... that order whole numbers as they are ordered, equal ones alike.
 * @complexity O(m) where the values span no more than 4 m, else O(m log m)
 * @example [...denseRank([10, -3, 10])] // => [1, 0, 1]
 */
export function denseRank(values: ArrayLike<number>): Int32Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let s = 0; s < values.length; s += 1) {
    least = Math.min(least, values[s] as number);
    most = Math.max(most, values[s] as number);
  }
  return most - least <= 4 * values.length ? byCounting(values, least, most) : bySorting(values);
}

function byCounting(values: ArrayLike<number>, least: number, most: number): Int32Array {
  const place = new Int32Array(Math.max(0, most - least + 1));
  for (let s = 0; s < values.length; s += 1) place[(values[s] as number) - least] = 1;
  let count = 0;
  for (let value = 0; value < place.length; value += 1) if (place[value] === 1) place[value] = count++;
  const rank = new Int32Array(values.length);
  for (let s = 0; s < rank.length; s += 1) rank[s] = place[(values[s] as number) - least] as number;
  return rank;
}

function bySorting(values: ArrayLike<number>): Int32Array {
  const sorted = Float64Array.from(values).sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i] as number;
  }
  const levels = sorted.subarray(0, count);
  const rank = new Int32Array(values.length);
  for (let s = 0; s < rank.length; s += 1) rank[s] = placeOf(levels, values[s] as number);
  return rank;
}

function placeOf(levels: Float64Array, value: number): number {
  let low = 0;
  let high = levels.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((levels[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Option weighting: the sum of the weights of the options taken; more is better.
 *
 * Decimal weights are added as whole numbers of their smallest decimal place, so that sums that are equal on paper
 * are equal here (0.1 + 0.2 and 0.3).                                                            Rule [PRI2].
 * @param columns - for each weighted option, shape (m,): 1 where it is taken
 * @param weights - as many numbers
 * @returns dense ranks from 0, shape (m,); nothing where the sums are too large to be exact
 * @example [...(rankByWeights([Uint8Array.of(0, 1)], [-2], 2) ?? [])] // => [1, 0]
 */
export function rankByWeights(
  columns: readonly Uint8Array[],
  weights: readonly number[],
  size: number,
): Int32Array | undefined {
  const scale = 10 ** Math.max(0, ...weights.map(decimals));
  const whole = weights.map((weight) => Math.round(weight * scale));
  const largest = whole.reduce((sum, weight) => sum + Math.abs(weight), 0);
  // Not "greater than": a scale beyond all numbers makes it NaN.
  if (!(largest <= Number.MAX_SAFE_INTEGER)) return undefined;
  const sums = new Float64Array(size);
  columns.forEach((column, index) => {
    const weight = whole[index] as number;
    for (let s = 0; s < size; s += 1) sums[s] = (sums[s] as number) + weight * (column[s] as number);
  });
  return denseRank(sums);
}

/** How many decimal places a number is written with. */
function decimals(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}

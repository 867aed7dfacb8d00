// Finds the valid name that a mistyped one most likely stood for.

/**
 * How many single letters must be inserted, removed, replaced or swapped with their neighbour to turn `a` into `b`.
 *
 * The restricted Damerau-Levenshtein distance, in UTF-16 units, letter case ignored.
 * @complexity O(|a| |b|) time, O(|b|) space
 * @source Damerau, Communications of the ACM 7(3), 1964.
 * @example editDistance('relase', 'release') // => 1
 */
export function editDistance(a: string, b: string): number {
  const from = a.toLowerCase();
  const to = b.toLowerCase();
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? 0;
}

const longest = 64;
const mostCandidates = 10_000;

/**
 * The candidate nearest to a name, the first of equals; nothing where none is near enough to be meant: at most a
 * third of its letters off, or one letter of two.
 * @complexity O(number of candidates × 64²): longer names and more than 10,000 candidates are not compared
 * @example nearest('relase', ['attack', 'release']) // => 'release'
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longest) return undefined;
  let found: string | undefined;
  let least = Math.min(Math.max(1, Math.floor(name.length / 3)) + 1, name.length);
  let compared = 0;
  for (const candidate of candidates) {
    compared += 1;
    if (compared > mostCandidates) break;
    if (candidate.length > longest || Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate);
    if (distance < least) [found, least] = [candidate, distance];
  }
  return found;
}

// Lists the orders of a few items, for tests that try all of them.

/** All k! orders. */
export function permutations<T>(items: readonly T[]): (readonly T[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, place) =>
    permutations(items.filter((_, other) => other !== place)).map((rest) => [item, ...rest]),
  );
}

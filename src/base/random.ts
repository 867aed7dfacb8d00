// Gives repeatable pseudo-random numbers from a seed; the core has no other randomness.

/** A stream of numbers in [0, 1). */
export type Random = () => number;

/**
 * The mulberry32 generator: 32 bits of state, the same stream on every machine.
 * @param seed - any integer; its low 32 bits count
 * @source Tommy Ettinger, 2017, public domain.
 * @example mulberry32(42)() // => 0.6011037519201636
 */
export function mulberry32(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Puts an array in random order, in place (Fisher-Yates from the end).
 * @example shuffle([1, 2, 3], mulberry32(1)).length // => 3
 */
export function shuffle<T>(items: T[], random: Random): T[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}

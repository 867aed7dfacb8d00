// Says what the feasible states of an option-form conflict are, as bit patterns in increasing decimal order.
import { ImpasseError } from '../base/index.ts';

/** A state's place among the feasible ones, from 0; its published id is one more. */
export type StateIndex = number;

/**
 * The m feasible states over h options.
 *
 * State i takes option j iff bit j % 32 of `words[j >> 5][i]` is set; the first option is the lowest bit, and states
 * stand in increasing decimal order. Words rather than one number each, so that h is not bounded by a machine type.
 */
export interface StateSpace {
  /** m, the number of feasible states. */
  readonly size: number;
  /** h, the number of options. */
  readonly options: number;
  /** ceil(h / 32) arrays of shape (m,), at least one. */
  readonly words: readonly Uint32Array[];
  /** True where nothing is infeasible: then m = 2^h and state i has the pattern i. */
  readonly isFull: boolean;
}

/**
 * Does state `s` take option `option`?
 * @example takes(fullSpace(2), 1, 0) // => true
 */
export function takes(space: StateSpace, s: StateIndex, option: number): boolean {
  return (((space.words[option >>> 5] as Uint32Array)[s] as number) >>> (option & 31)) % 2 === 1;
}

/**
 * One letter for each option, Y or N, in order.
 * @example patternOf(fullSpace(3), 1) // => 'YNN'
 */
export function patternOf(space: StateSpace, s: StateIndex): string {
  let pattern = '';
  for (let option = 0; option < space.options; option += 1) pattern += takes(space, s, option) ? 'Y' : 'N';
  return pattern;
}

/**
 * All 2^h states of h options.
 * @throws ImpasseError E2001 if h is not between 0 and 30
 */
export function fullSpace(options: number): StateSpace {
  if (!(options >= 0 && options <= 30))
    throw new ImpasseError('E2001', 'between 0 and 30 options', { options });
  const size = 2 ** options;
  const patterns = new Uint32Array(size);
  for (let s = 0; s < size; s += 1) patterns[s] = s;
  return { size, options, words: [patterns], isFull: true };
}

/**
 * The place of the state with these words, or -1 where it is infeasible.
 * @complexity O(log m)
 */
export function indexOf(space: StateSpace, words: ArrayLike<number>): StateIndex {
  if (space.isFull) return words[0] as number;
  let low = 0;
  let high = space.size - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareWords(space, middle, words);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function compareWords(space: StateSpace, s: StateIndex, words: ArrayLike<number>): number {
  for (let word = space.words.length - 1; word >= 0; word -= 1) {
    const difference = ((space.words[word] as Uint32Array)[s] as number) - ((words[word] as number) >>> 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The words of the state in which exactly these options are taken.
 * @example [...wordsOf(3, [0, 2])] // => [5]
 */
export function wordsOf(options: number, taken: Iterable<number>): Uint32Array {
  const words = new Uint32Array(Math.max(1, Math.ceil(options / 32)));
  for (const option of taken)
    words[option >>> 5] = ((words[option >>> 5] as number) | (1 << (option & 31))) >>> 0;
  return words;
}

// Says which states one decision maker can move between: it splits them into groups, whatever the ranking.
import type { OptionMoves, StateSpace } from '../../model/index.ts';
import { stride } from './pace.ts';

/**
 * The groups of one decision maker: states that agree on every option of the others.
 *
 * Each unilateral move stays inside a group. Without one-way options each member can move to each other member, however
 * many infeasible combinations lie between; with them, from x to y only where x's class is a subset of y's.
 */
export interface Groups {
  readonly count: number;
  /** Group g holds the places `start[g] ... start[g + 1] - 1`. Shape (count + 1,). */
  readonly start: Uint32Array;
  /** The states by place, group after group; each solve brings the members of a group into the order of its ranking. */
  readonly order: Int32Array;
  /** The group of each state. Shape (m,). */
  readonly of: Uint32Array;
  /** The number of members of the largest group. */
  readonly largest: number;
  readonly oneWay: OneWay | undefined;
}

/** What one-way options bar inside a group. */
export interface OneWay {
  /** 2^d, where d of the decision maker's options go one way. */
  readonly classes: number;
  /** Can it move from x to y, both in one group? */
  readonly allows: (x: number, y: number) => boolean;
  /**
   * The class of each state, where d <= `classBits`: one bit for each one-way option, set where it can no longer
   * change. x can move to y iff class(x) is a subset of class(y).
   */
  readonly classOf: Uint32Array | undefined;
}

/** The most one-way options of one decision maker for which states have a class. */
export const classBits = 24;

/** The groups of decision maker `dm`. @complexity O(m) expected */
export function groupsOf(moves: OptionMoves, dm: number): Groups {
  const { space } = moves;
  const own = moves.owned[dm];
  const keep = space.words.map((_, word) => ~maskOf(own, word));
  const of = new Uint32Array(space.size);
  const count =
    space.words.length === 1 && space.options <= 26 && 2 ** space.options <= 16 * space.size + 1024
      ? numberByTable(space, keep[0], of)
      : numberByHash(space, keep, of);
  const start = new Uint32Array(count + 1);
  for (let s = 0; s < space.size; s += 1) start[of[s] + 1] += 1;
  let largest = 0;
  for (let g = 0; g < count; g += 1) {
    if (start[g + 1] > largest) largest = start[g + 1];
    start[g + 1] += start[g];
  }
  const order = new Int32Array(space.size);
  const next = start.slice(0, count);
  for (let s = 0; s < space.size; s += 1) {
    order[next[of[s]]] = s;
    next[of[s]] += 1;
  }
  return { count, start, order, of, largest, oneWay: oneWayOf(moves, own) };
}

/** The bits of these options in one word of a pattern. */
export function maskOf(options: readonly number[], word: number): number {
  let mask = 0;
  for (const option of options) if (option >>> 5 === word) mask |= 1 << (option & 31);
  return mask;
}

/** Numbers groups in the order of their first states, by one place for each pattern of the others' options. */
function numberByTable({ size, options, words }: StateSpace, keep: number, of: Uint32Array): number {
  const patterns = words[0];
  const numberOf = new Int32Array(2 ** options).fill(-1);
  let count = 0;
  for (let s = 0; s < size; s += 1) {
    const pattern = patterns[s] & keep;
    let group = numberOf[pattern];
    if (group < 0) {
      group = count;
      numberOf[pattern] = group;
      count += 1;
    }
    of[s] = group;
  }
  return count;
}

/** The same where there are too many patterns for a place each: open addressing, compared with a group's first state. */
function numberByHash({ size, words }: StateSpace, keep: readonly number[], of: Uint32Array): number {
  const places = 2 ** Math.ceil(Math.log2(2 * size + 2));
  const firstState = new Int32Array(places).fill(-1);
  let count = 0;
  for (let s = 0; s < size; s += 1) {
    let hash = 0;
    for (let word = 0; word < words.length; word += 1) {
      hash = Math.imul(hash ^ (words[word][s] & keep[word]), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let place = hash & (places - 1);
    while (firstState[place] >= 0 && !agree(words, keep, firstState[place], s))
      place = (place + 1) & (places - 1);
    if (firstState[place] < 0) {
      firstState[place] = s;
      of[s] = count;
      count += 1;
    } else of[s] = of[firstState[place]];
  }
  return count;
}

function agree(words: readonly Uint32Array[], keep: readonly number[], a: number, b: number): boolean {
  for (let word = 0; word < words.length; word += 1)
    if (((words[word][a] ^ words[word][b]) & keep[word]) !== 0) return false;
  return true;
}

function oneWayOf({ space, directions }: OptionMoves, own: readonly number[]): OneWay | undefined {
  const oneWay = own.filter((option) => directions[option] !== 'both');
  if (oneWay.length === 0) return undefined;
  const { size, words } = space;
  const take = words.map((_, word) =>
    maskOf(
      oneWay.filter((option) => directions[option] === 'take'),
      word,
    ),
  );
  const drop = words.map((_, word) =>
    maskOf(
      oneWay.filter((option) => directions[option] === 'drop'),
      word,
    ),
  );
  const allows = (x: number, y: number): boolean => {
    for (let word = 0; word < words.length; word += 1) {
      const from = words[word][x];
      const to = words[word][y];
      if (((from & ~to & take[word]) | (to & ~from & drop[word])) !== 0) return false;
    }
    return true;
  };
  if (oneWay.length > classBits) return { classes: 2 ** oneWay.length, allows, classOf: undefined };
  const classOf = new Uint32Array(size);
  oneWay.forEach((option, bit) => {
    const patterns = words[option >>> 5];
    const taken = directions[option] === 'take' ? 1 : 0;
    for (let s = 0; s < size; s += 1)
      if (((patterns[s] >>> (option & 31)) & 1) === taken) classOf[s] |= 1 << bit;
  });
  return { classes: 2 ** oneWay.length, allows, classOf };
}

/** The end of the stretch of groups from `from` on that is worked on between two questions whether to stop. */
export function chunkEnd({ start, count }: Groups, from: number): number {
  const limit = start[from] + stride;
  if (start[count] <= limit) return count;
  let to = from + 1;
  while (start[to + 1] <= limit) to += 1;
  return to;
}

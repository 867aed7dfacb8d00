// Lowers a value of each state to the least that one decision maker can bring about by one move from it.
import type { Groups, OneWay } from './groups.ts';
import { stateAt } from './order.ts';

/** Which moves count: all of them, or those to a state that the mover strictly prefers to the one it leaves. */
export type MoveKind = 'moves' | 'improvements';

const none = 0x7fffffff;

/**
 * For each state x of groups `from ... to - 1`: values[x] becomes the least of values[x] and of all values[y], y within one
 * move of the groups' decision maker from x. By improvements the groups must be in the order of its ranking.
 *
 * In place: a value may be lowered before or after another reads it. Either way it stays one that x can reach by moves of
 * that one decision maker, and those are transitive; so the result is the same.
 * @param table - room for one-way options: at least `tableSize(groups)`
 * @returns whether any value fell
 * @complexity O(members) without one-way options
 */
export function relax(
  groups: Groups,
  kind: MoveKind,
  values: Int32Array,
  table: Int32Array,
  from: number,
  to: number,
): boolean {
  if (groups.oneWay !== undefined) return relaxOneWay(groups, groups.oneWay, kind, values, table, from, to);
  return kind === 'moves'
    ? relaxMoves(groups, values, from, to)
    : relaxImprovements(groups, values, from, to);
}

/** Every member reaches every other. */
function relaxMoves({ start, order }: Groups, values: Int32Array, from: number, to: number): boolean {
  let fell = false;
  for (let g = from; g < to; g += 1) {
    const first = start[g];
    const end = start[g + 1];
    let low = none;
    let high = -none - 1;
    for (let place = first; place < end; place += 1) {
      const value = values[stateAt(order, place)];
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low >= high) continue;
    fell = true;
    for (let place = first; place < end; place += 1) values[stateAt(order, place)] = low;
  }
  return fell;
}

/** Walks each group from its best state down: `above` is the least value of all levels above the current one. */
function relaxImprovements({ start, order }: Groups, values: Int32Array, from: number, to: number): boolean {
  let fell = false;
  for (let g = from; g < to; g += 1) {
    const end = start[g + 1];
    let above = none;
    let low = none;
    for (let place = start[g]; place < end; place += 1) {
      let s = order[place];
      if (s < 0) s = ~s;
      else above = low;
      const value = values[s];
      if (above < value) {
        values[s] = above;
        fell = true;
      } else if (value < low) low = value;
    }
  }
  return fell;
}

/** How large a table one-way options need. */
export function tableSize({ oneWay, largest }: Groups): number {
  return oneWay !== undefined && hasTable(oneWay, largest) ? oneWay.classes : 0;
}

/** A table costs about 2^d for a group, comparing all pairs its size squared. */
function hasTable({ classes, classOf }: OneWay, size: number): boolean {
  return classOf !== undefined && classes <= size * size;
}

function relaxOneWay(
  { start, order }: Groups,
  oneWay: OneWay,
  kind: MoveKind,
  values: Int32Array,
  table: Int32Array,
  from: number,
  to: number,
): boolean {
  const ranked = kind === 'improvements';
  let fell = false;
  for (let g = from; g < to; g += 1) {
    const first = start[g];
    const end = start[g + 1];
    if (end - first === 1) continue;
    const fellHere = hasTable(oneWay, end - first)
      ? relaxByTable(order, first, end, oneWay, ranked, values, table)
      : relaxByPairs(order, first, end, oneWay, ranked, values);
    if (fellHere) fell = true;
  }
  return fell;
}

/** Compares every two members; by improvements each with those of the levels above its own. */
function relaxByPairs(
  order: Int32Array,
  first: number,
  end: number,
  { allows }: OneWay,
  ranked: boolean,
  values: Int32Array,
): boolean {
  let fell = false;
  let above = ranked ? first : end;
  for (let place = first; place < end; place += 1) {
    if (ranked && order[place] >= 0) above = place;
    const x = stateAt(order, place);
    let low = values[x];
    for (let other = first; other < above; other += 1) {
      const y = stateAt(order, other);
      if (values[y] < low && allows(x, y)) low = values[y];
    }
    if (low < values[x]) {
      values[x] = low;
      fell = true;
    }
  }
  return fell;
}

/**
 * Keeps, for each class, the least value among the members met so far that a state of that class can move to, so those
 * whose class contains it. A member is entered under every subset of its class, unless it is no less than what stands
 * under its class itself: then it is no less than what stands under any subset either, for that is a minimum over more.
 * A running minimum falls seldom, so most members are entered by that one comparison.
 */
function relaxByTable(
  order: Int32Array,
  first: number,
  end: number,
  { classes, classOf }: OneWay,
  ranked: boolean,
  values: Int32Array,
  table: Int32Array,
): boolean {
  if (classOf === undefined) return false;
  for (let c = 0; c < classes; c += 1) table[c] = none;
  let entered = ranked ? first : enter(order, first, end, classOf, values, table);
  let fell = false;
  for (let place = first; place < end; place += 1) {
    // A new level: by improvements it may move to all members before it, and to no other.
    if (order[place] >= 0 && entered < place) entered = enter(order, entered, place, classOf, values, table);
    const x = stateAt(order, place);
    const low = table[classOf[x]];
    if (low < values[x]) {
      values[x] = low;
      fell = true;
    }
  }
  return fell;
}

/** Enters the members from place `from` on and returns `to`. */
function enter(
  order: Int32Array,
  from: number,
  to: number,
  classOf: Uint32Array,
  values: Int32Array,
  table: Int32Array,
): number {
  for (let place = from; place < to; place += 1) {
    const y = stateAt(order, place);
    const value = values[y];
    const own = classOf[y];
    if (value >= table[own]) continue;
    for (let subset = own; ; subset = (subset - 1) & own) {
      if (value < table[subset]) table[subset] = value;
      if (subset === 0) break;
    }
  }
  return to;
}

// Says what the engine works on: states, each decision maker's moves, and each one's preference; no names, no text.
import type { Direction } from './case.ts';
import type { StateIndex, StateSpace } from './state-space.ts';

/**
 * Moves of option form: a decision maker changes any of its own options at once, each in a permitted direction, to
 * another feasible state. Always transitive; arcs stay implicit.
 */
export interface OptionMoves {
  readonly kind: 'option';
  readonly space: StateSpace;
  /** For each of the n decision makers, the options that it owns. */
  readonly owned: readonly (readonly number[])[];
  /** For each option, its permitted direction. */
  readonly directions: readonly Direction[];
}

/** Moves listed one by one; they may be intransitive and may be shared by decision makers. */
export interface ArcMoves {
  readonly kind: 'arcs';
  /** m. */
  readonly size: number;
  /** For each of the n decision makers, its arcs: those of state s lead to `to[start[s]] ... to[start[s + 1] - 1]`. */
  readonly arcs: readonly { readonly start: Uint32Array; readonly to: Uint32Array }[];
}

export type Moves = OptionMoves | ArcMoves;

/** How one state stands to another for a decision maker: better, worse, indifferent, or not known. */
export type Comparison = '>' | '<' | '~' | '?';

/** A complete preorder: `rank[s]` is higher for better states, equal for indifferent ones. Shape (m,). */
export interface Preorder {
  readonly kind: 'preorder';
  readonly rank: Int32Array;
}

/**
 * A preference that is not known for every pair: a pair is unknown if it is listed, or if the rankings do not all
 * compare it alike; otherwise it stands as all the rankings have it. Need not be transitive.
 */
export interface Partial {
  readonly kind: 'partial';
  /** At least one, each of shape (m,), higher for better. */
  readonly rankings: readonly Int32Array[];
  /** `low * m + high` for each listed pair of states low < high. */
  readonly unknown: ReadonlySet<number>;
  /** Pairs that stand otherwise than the rankings have them, under the same names: how low stands to high. */
  readonly settled?: ReadonlyMap<number, '>' | '<' | '~'>;
}

export type Relation = Preorder | Partial;

/** What the engine works on: m feasible states, n decision makers, their moves and preferences. */
export interface GraphModel {
  /** m. */
  readonly size: number;
  readonly moves: Moves;
  /** One for each of the n decision makers. */
  readonly relations: readonly Relation[];
}

/**
 * How state `a` stands to state `b`.
 * @complexity O(number of rival rankings)
 * @example compare({ kind: 'preorder', rank: Int32Array.of(2, 1) }, 0, 1) // => '>'
 */
export function compare(relation: Relation, a: StateIndex, b: StateIndex): Comparison {
  if (relation.kind === 'preorder') return sign(relation.rank, a, b);
  if (a === b) return '~';
  const size = (relation.rankings[0] as Int32Array).length;
  const pair = Math.min(a, b) * size + Math.max(a, b);
  if (relation.unknown.has(pair)) return '?';
  const settled = relation.settled?.get(pair);
  if (settled !== undefined) return a < b || settled === '~' ? settled : settled === '>' ? '<' : '>';
  const [first, ...others] = relation.rankings as readonly [Int32Array, ...Int32Array[]];
  const word = sign(first, a, b);
  return others.every((ranking) => sign(ranking, a, b) === word) ? word : '?';
}

function sign(rank: Int32Array, a: StateIndex, b: StateIndex): '>' | '<' | '~' {
  const difference = (rank[a] as number) - (rank[b] as number);
  return difference > 0 ? '>' : difference < 0 ? '<' : '~';
}

/** n, the number of decision makers. */
export function decisionMakersOf(model: GraphModel): number {
  return model.relations.length;
}

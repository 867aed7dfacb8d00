// Says what a network is: who is tied to whom or what, and how strongly.

/** A network as a matrix; a one-mode network is square and symmetric, with nothing on its diagonal. */
export interface Network {
  readonly mode: 'two-mode' | 'one-mode';
  /** What rows and columns are. */
  readonly kinds: readonly [rows: 'actor' | 'concept', columns: 'actor' | 'concept'];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** rows × columns; 0 where there is no tie. */
  readonly weights: readonly (readonly number[])[];
  /** What each weight stands for, where it is a name and no amount. */
  readonly legend?: ReadonlyMap<number, string>;
  /** How many mentions had no place in it. */
  readonly leftOut: number;
}

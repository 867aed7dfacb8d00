// Judges stability by brute force, once more and differently from the engines: sets of states grown to a fixpoint.
import type { Concept, GraphModel } from '../../src/model/index.ts';
import { compare, decisionMakersOf, movesFrom } from '../../src/model/index.ts';

/** A Boolean m × m matrix as rows of 0 and 1. */
type Matrix = readonly Uint8Array[];

const matrix = (m: number, entry: (s: number, q: number) => boolean): Matrix =>
  Array.from({ length: m }, (_, s) => Uint8Array.from({ length: m }, (_, q) => (entry(s, q) ? 1 : 0)));

const times = (a: Matrix, b: Matrix): Matrix =>
  matrix(a.length, (s, q) => a[s]!.some((one, x) => one === 1 && b[x]![q] === 1));

const or = (all: readonly Matrix[], m: number): Matrix =>
  matrix(m, (s, q) => all.some((a) => a[s]![q] === 1));

/**
 * M_H, the reach of a coalition, from the one-move matrices of its members: M_i^(t) = J_i · OR_{j≠i} M_j^(t-1).
 *
 * Each mover's matrices are gathered over t, until no mover's gains anything.
 */
function reach(members: readonly Matrix[], m: number): Matrix {
  let last = members;
  let total = members;
  for (;;) {
    const next = members.map((one, i) =>
      times(
        one,
        or(
          last.filter((_, j) => j !== i),
          m,
        ),
      ),
    );
    const grown = total.map((sum, i) => or([sum, next[i]!], m));
    if (grown.every((sum, i) => sum.every((row, s) => row.every((one, q) => one === total[i]![s]![q]))))
      return or(total, m);
    last = grown;
    total = grown;
  }
}

/**
 * Stability by matrices: s is stable iff the diagonal entry of J+ · (E - sign(M · deterring^T)) is 0.
 *
 * As in the logical form, s itself counts as a state that deters. Complete preorders or partial ones read for certain.
 * @returns for each decision maker, for each state
 */
export function stableByMatrices(model: GraphModel, concept: Concept): boolean[][] {
  const m = model.size;
  const n = decisionMakersOf(model);
  const moves = Array.from({ length: n }, (_, dm) => {
    const lists = Array.from({ length: m }, (_, s) => new Set(movesFrom(model.moves, dm, s)));
    return matrix(m, (s, q) => lists[s]!.has(q));
  });
  const better = model.relations.map((relation) => matrix(m, (s, q) => compare(relation, q, s) === '>'));
  const improving = moves.map((one, dm) => matrix(m, (s, q) => one[s]![q] === 1 && better[dm]![s]![q] === 1));
  return Array.from({ length: n }, (_, i) => {
    const others = (concept === 'seq' || concept === 'sseq' ? improving : moves).filter((_, j) => j !== i);
    const replies = reach(others, m);
    const escapes = times(moves[i]!, transpose(better[i]!));
    const deterring = matrix(m, (s, q) => {
      if (better[i]![s]![q] === 1) return false;
      return concept === 'gmr' || concept === 'seq' || escapes[q]![s] === 0;
    });
    const deterred = times(replies, transpose(deterring));
    return Array.from(
      { length: m },
      (_, s) =>
        !improving[i]![s]!.some((one, s1) => one === 1 && (concept === 'nash' || deterred[s1]![s] === 0)),
    );
  });
}

const transpose = (a: Matrix): Matrix => matrix(a.length, (s, q) => a[q]![s] === 1);

// Judges coalition stability by the plainest search there is: sets grown to a fixpoint, straight from the definitions.
import type { Concept, GraphModel } from '../../src/model/index.ts';
import { compare, decisionMakersOf, movesFrom } from '../../src/model/index.ts';

type Arcs = (mover: number, from: number) => readonly number[];

/** W(from, ·) by the inductive rule: for each state the set of movers that end a legal sequence there. */
function lastMovers(arcs: Arcs, movers: readonly number[], from: number, size: number): Set<number>[] {
  const last = Array.from({ length: size }, () => new Set<number>());
  for (const j of movers) for (const q of arcs(j, from)) last[q]!.add(j);
  for (let grew = true; grew; ) {
    grew = false;
    for (let q = 0; q < size; q += 1)
      for (const j of movers) {
        if (![...last[q]!].some((by) => by !== j)) continue;
        for (const r of arcs(j, q))
          if (!last[r]!.has(j)) {
            last[r]!.add(j);
            grew = true;
          }
      }
  }
  return last;
}

const reached = (arcs: Arcs, movers: readonly number[], from: number, size: number): number[] =>
  [...lastMovers(arcs, movers, from, size).entries()].flatMap(([q, by]) => (by.size > 0 ? [q] : []));

/** Is s stable for the coalition? Complete preferences only. */
export function coalitionStable(
  model: GraphModel,
  concept: Concept,
  coalition: readonly number[],
  s: number,
  pareto = false,
): boolean {
  const { size } = model;
  const n = decisionMakersOf(model);
  const moves: Arcs = (dm, q) => movesFrom(model.moves, dm, q);
  const improvementsOf = (members: readonly number[], from: number): number[] =>
    reached(moves, members, from, size).filter((q) => gains(members, q, from));
  const gains = (members: readonly number[], q: number, than: number): boolean => {
    const words = members.map((dm) => compare(model.relations[dm]!, q, than));
    return pareto ? words.includes('>') && !words.includes('<') : words.every((word) => word === '>');
  };
  const others = Array.from({ length: n }, (_, dm) => dm).filter((dm) => !coalition.includes(dm));
  const subsets = Array.from({ length: 2 ** others.length - 1 }, (_, mask) =>
    others.filter((_dm, place) => ((mask + 1) >> place) % 2 === 1),
  );
  const answers = (x: number): number[] =>
    concept === 'gmr' || concept === 'smr'
      ? reached(moves, others, x, size)
      : reached(
          (k, q) => improvementsOf(subsets[k]!, q),
          subsets.map((_, k) => k),
          x,
          size,
        );
  return improvementsOf(coalition, s).every(
    (x) =>
      concept !== 'nash' &&
      answers(x).some(
        (y) =>
          !gains(coalition, y, s) &&
          (concept === 'gmr' ||
            concept === 'seq' ||
            reached(moves, coalition, y, size).every((z) => !gains(coalition, z, s))),
      ),
  );
}

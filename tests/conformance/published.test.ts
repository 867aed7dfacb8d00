// Holds moves, improvements, first steps and shares of rankings to what was printed of published conflicts.
import { describe, expect, test } from 'vitest';
import { checkWitness, solve, witness } from '../../src/engine/index.ts';
import type { Concept } from '../../src/model/index.ts';
import { compare, concepts, movesFrom, patternOf } from '../../src/model/index.ts';
import type { Published } from '../support/published.ts';
import {
  idsOf,
  indexIn,
  matchingStates,
  modelOf,
  placeOf,
  publishedConflict,
  publishedConflicts,
} from '../support/published.ts';
import { isStable } from '../support/solutions.ts';
import { permutations } from './census.ts';

const increasing = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);

/** The printed ids of where a decision maker can go from a state, all or only the better ones. */
function printedMoves(conflict: Published, name: string, id: number, improving: boolean): number[] {
  const model = modelOf(conflict);
  const dm = placeOf(conflict, name);
  const s = indexIn(conflict, id);
  const moves = movesFrom(model.moves, dm, s);
  const relation = model.relations[dm]!;
  return increasing(
    idsOf(conflict, improving ? moves.filter((q) => compare(relation, q, s) === '>') : moves),
  );
}

describe.each(publishedConflicts)('$id', (conflict) => {
  const { moves = {}, improvements = {}, statusQuo } = conflict.published;
  const lines = (table: typeof moves): { name: string; from: number; to: readonly number[] }[] =>
    Object.entries(table).flatMap(([name, lists]) =>
      Object.entries(lists).map(([from, to]) => ({ name, from: Number(from), to })),
    );

  test('the feasible states are those printed, in the order printed [REA1]', () => {
    const model = modelOf(conflict);
    if (model.moves.kind !== 'option') throw new Error('option form expected');
    const { space } = model.moves;
    expect([...Array(model.size).keys()].map((s) => patternOf(space, s))).toEqual(
      conflict.states.map(({ pattern }) => pattern),
    );
  });

  test('every printed list of moves and of improvements [REA2, NSH1]', () => {
    for (const { name, from, to } of lines(moves))
      expect(printedMoves(conflict, name, from, false), `${name} from ${from}`).toEqual(increasing(to));
    for (const { name, from, to } of lines(improvements))
      expect(printedMoves(conflict, name, from, true), `${name} from ${from}`).toEqual(increasing(to));
  });

  test('the printed steps away from the status quo [EVO1]', () => {
    for (const { by, from, to, improvements: better } of statusQuo?.moves ?? []) {
      expect(printedMoves(conflict, by, from, false)).toEqual(increasing(to));
      expect(printedMoves(conflict, by, from, true)).toEqual(increasing(better));
    }
  });
});

describe('shares of rankings that make a state an equilibrium', () => {
  const printed = publishedConflicts.flatMap((conflict) =>
    (conflict.published.rankingsThatHold ?? []).map((line) => ({ id: conflict.id, conflict, ...line })),
  );
  // The program that printed these lets the last improvement alone decide; counted by the definitions instead.
  const corrected: Readonly<Record<string, Partial<Record<Concept, number>>>> = {
    'syria-iraq-1975 2 of 720': { gmr: 384, seq: 384 },
    'syria-iraq-1975 1 of 576': { seq: 160, smr: 252 },
    'syria-iraq-1975 2 of 576': { seq: 312 },
  };

  test.each(printed)('$id: state $target, $rankings rankings [NSH1, GMR1, SMR1, SEQ1]', (line) => {
    const { conflict, target, vary, rankings, counts } = line;
    const held: Record<string, number> = {};
    let tried = 0;
    const s = indexIn(conflict, target);
    for (const one of rankingsOf(conflict, vary)) {
      const solution = solve(modelOf(conflict, one));
      tried += 1;
      for (const concept of concepts)
        if (conflict.decisionMakers.every((_, dm) => isStable(solution, concept, dm, s)))
          held[concept] = (held[concept] ?? 0) + 1;
    }
    expect(tried).toBe(rankings);
    const expected = { ...counts, ...corrected[`${line.id} ${target} of ${rankings}`] };
    for (const [concept, count] of Object.entries(expected)) expect(held[concept] ?? 0, concept).toBe(count);
  });

  test('Syria: 36 rankings counted in print leave an improvement open, and a witness shows which [WIT3, GMR1]', () => {
    const conflict = publishedConflict('syria-iraq-1975');
    const s = indexIn(conflict, 2);
    let wronglyCounted = 0;
    for (const Syria of permutations(conflict.rankings.Syria!)) {
      const model = modelOf(conflict, { ...conflict.rankings, Syria });
      const relation = model.relations[0]!;
      const improvements = movesFrom(model.moves, 0, s).filter((q) => compare(relation, q, s) === '>');
      const isAnswered = (s1: number | undefined): boolean =>
        s1 === undefined || movesFrom(model.moves, 1, s1).some((s2) => compare(relation, s2, s) !== '>');
      const reason = witness(model, 'gmr', 0, s);
      if (!isAnswered(improvements.at(-1)) || reason.kind !== 'open') continue;
      wronglyCounted += 1;
      expect(isAnswered(reason.improvement)).toBe(false);
      expect(checkWitness(model, 'gmr', 0, s, false, reason)).toEqual({ ok: true });
    }
    expect(wronglyCounted).toBe(420 - 384);
  });
});

/** Every ranking in which these places are permuted, for all decision makers together. */
function rankingsOf(
  conflict: Published,
  vary: Readonly<Record<string, readonly [number, number]>>,
): Published['rankings'][] {
  return Object.entries(conflict.rankings).reduce<Published['rankings'][]>(
    (found, [name, ranking]) => {
      const [from, to] = vary[name] ?? [0, 0];
      const orders = permutations(ranking.slice(from, to)).map((part) => [
        ...ranking.slice(0, from),
        ...part,
        ...ranking.slice(to),
      ]);
      return found.flatMap((rest) => orders.map((order) => ({ ...rest, [name]: order })));
    },
    [{}],
  );
}

describe('statements', () => {
  test.each(publishedConflicts.filter(({ statements }) => statements !== undefined))(
    '$id: the printed rankings follow from the printed statements [NSH1]',
    (conflict) => {
      for (const [name, list] of Object.entries(conflict.statements!)) {
        const truths = list.map((anyOf) => matchingStates(conflict, anyOf));
        const vector = (id: number): string => truths.map((ids) => (ids.has(id) ? '1' : '0')).join('');
        const flat = conflict.rankings[name]!.flat();
        for (const [place, id] of flat.entries())
          if (place > 0) expect(vector(flat[place - 1] as number) > vector(id as number)).toBe(true);
      }
    },
  );
});

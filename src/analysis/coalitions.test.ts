// Tests what is found about coalitions: the published jump of Elmira, minimal coalitions, chosen ones, stopped work.
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../tests/support/analysis.ts';
import { coalitionStable } from '../../tests/support/coalition-oracle.ts';
import { randomCase } from '../../tests/support/random-case.ts';
import { budget } from '../../tests/support/watches.ts';
import { mulberry32 } from '../base/index.ts';
import { coalitionMoves } from '../engine/index.ts';
import type { StateIndex } from '../model/index.ts';
import { compare, graphModel, stateName } from '../model/index.ts';
import { coalitionAnalysis, defaultCoalitionQuestion } from './coalitions.ts';

const elmira = analysisOf({ file: 'cases/gallery/elmira-1991/case.yaml' });
const [ministry, uniroyal] = [0, 1] as const;
const names = (states: readonly StateIndex[] = []): readonly string[] =>
  states.map((s) => stateName(elmira.conflict, s));
const givenUp = ['NNNYN', 'YNNYN', 'NNNYY', 'YNNYY'];

describe('Elmira', () => {
  const found = coalitionAnalysis(elmira);

  test('improvements lead to one state only, from which Ministry and Uniroyal move together [COA3]', () => {
    const led = Array.from({ length: elmira.conflict.size }, (_, s) => s).filter(
      (s) => s !== elmira.conflict.statusQuo && elmira.reachability.byImprovements(s),
    );
    expect(names(led)).toEqual(['NYNNY']);
    expect(
      found.joint.map(({ members, from, to, open }) => [members, names([from, to]), open.length]),
    ).toEqual([[[ministry, uniroyal], ['NYNNY', 'YNYNY'], 5]]);
  });

  test('that state is nash for each alone, and not for the two [COA1]', () => {
    expect(names(elmira.equilibria.nash)).toContain('NYNNY');
    const pair = found.coalitions.find(({ members }) => members.length === 2 && members[1] === uniroyal);
    expect(pair?.members).toEqual([ministry, uniroyal]);
    for (const concept of ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const)
      expect(names(pair?.stable[concept])).not.toContain('NYNNY');
  });

  test('the settlement and the four ends of the plant are left by no coalition [COA2]', () => {
    expect(names(found.universal?.nash).toSorted()).toEqual([...givenUp, 'YNYNY'].toSorted());
    expect(names(found.universal?.seq)).toEqual(names(found.universal?.nash));
  });

  test('of chosen coalitions nothing is said about all [COA2]', () => {
    const chosen = coalitionAnalysis(elmira, { ...defaultCoalitionQuestion, coalitions: [[0, 2]] });
    expect(chosen.coalitions.map(({ members }) => members)).toEqual([[0, 2]]);
    expect(chosen.universal).toBeUndefined();
    expect(chosen.joint).toEqual([]);
  });

  test('work that is stopped keeps the coalitions that were judged [COA4]', () => {
    const stopped = coalitionAnalysis(elmira, defaultCoalitionQuestion, budget(2 * elmira.conflict.size));
    expect(stopped.complete).toBe(false);
    expect(stopped.coalitions).toEqual(found.coalitions.slice(0, 2));
    expect(stopped.universal).toBeUndefined();
  });
});

test('a joint move is a gain for each member that no part of the coalition and no single steps bring (seed 421) [COA3]', () => {
  let seen = 0;
  for (let round = 0; round < 60; round += 1) {
    const analysis = analysisOf({ text: randomCase(mulberry32(421_000 + round)) });
    const model = graphModel(analysis.conflict);
    const { joint } = coalitionAnalysis(analysis);
    const sizes = joint.map(({ members }) => members.length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    for (const { members, from, to } of joint) {
      seen += 1;
      expect(members.length).toBeGreaterThan(1);
      expect(coalitionMoves(model, members, from)).toContain(to);
      for (const dm of members) expect(compare(model.relations[dm]!, to, from)).toBe('>');
      for (const left of members) {
        const part = members.filter((dm) => dm !== left);
        expect(coalitionMoves(model, part, from).includes(to)).toBe(false);
      }
      expect(coalitionStable(model, 'nash', members, from)).toBe(false);
    }
  }
  expect(seen).toBeGreaterThan(10);
});

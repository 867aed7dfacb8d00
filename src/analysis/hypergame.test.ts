// Tests hypergames: the phantom of a mistaken deterrence, other options, and what mistakes can and cannot change.
import { describe, expect, test } from 'vitest';
import { caseIn, analysisOf as expectedAnalysis, expectedIn } from '../../tests/cases/case-files.ts';
import { mulberry32, shuffle } from '../base/index.ts';
import { readCase } from '../formats/index.ts';
import type { Case, Concept } from '../model/index.ts';
import { concepts, conflictOf } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import { analyzeConflict } from './account-analysis.ts';
import type { HypergameAnalysis } from './hypergame.ts';
import { hypergame, seersOf } from './hypergame.ts';
import { misperceptions, translate } from './hypergame-reasons.ts';

interface Played {
  readonly value: Case;
  readonly found: HypergameAnalysis;
  readonly unseeing: readonly string[];
  /** The patterns, over all options of the case, that hold in the hypergame. */
  readonly holding: (concept: Concept) => readonly string[];
}

function play(value: Case, against: readonly string[]): Played {
  const analyses = new Map<string, AccountAnalysis>();
  for (const account of value.accounts) {
    const conflict = conflictOf(account).value;
    if (conflict !== undefined) analyses.set(account.id, analyzeConflict(conflict));
  }
  const { seers, unseeing } = seersOf(value, (id) => analyses.get(id));
  const found = hypergame(
    seers,
    against.map((id) => analyses.get(id)!),
  );
  const patternOf = (taken: readonly string[]): string =>
    value.options.map(({ key }) => (taken.includes(key) ? 'Y' : 'N')).join('');
  return {
    value,
    found,
    unseeing,
    holding: (concept) =>
      found.against[0]!.states.filter(({ equilibrium }) => equilibrium.includes(concept))
        .map(({ taken }) => patternOf(taken))
        .sort(),
  };
}

function read(text: string): Case {
  const { value, diagnostics } = readCase(text, { uri: 'case.yaml' });
  expect(diagnostics).toEqual([]);
  return value!;
}

/** Two parties with one option each; the second believes that the first would retaliate. */
const mistaken = play(
  read(`impasse: 1
title: mistaken deterrence
decisionMakers:
  - { id: one, options: [a] }
  - { id: two, options: [b] }
statusQuo: []
preferences:
  one: { ranking: [YY, NY, YN, NN] }
  two: { ranking: [YN, YY, NN, NY] }
accounts:
  - id: as-two-sees
    preferences:
      one: { ranking: [YY, NY, NN, YN] }
hypergame: { one: base, two: as-two-sees }
`),
  ['base'],
);

describe('a party that believes in a retaliation that is not in the interest of the other', () => {
  test('has a phantom: what holds for each in its own account, and not in the base [HYP1, HYP3]', () => {
    expect(mistaken.holding('seq')).toEqual(['YN', 'YY']);
    expect(mistaken.holding('nash')).toEqual(['YN']);
    expect(mistaken.holding('gmr')).toEqual(['YN', 'YY']);
    expect(mistaken.holding('smr')).toEqual(['YN', 'YY']);
    const [{ states }] = mistaken.found.against as [HypergameAnalysis['against'][number]];
    const both = states.find(({ taken }) => taken.join() === 'a,b')!;
    expect(both.labels).toEqual({ seq: 'phantom', sseq: 'phantom', gmr: 'agreed', smr: 'agreed' });
    const one = states.find(({ taken }) => taken.join() === 'a')!;
    expect(one.labels).toMatchObject({ nash: 'agreed', seq: 'agreed' });
  });

  test('whose reason is the reply that does not pay in the base [HYP5]', () => {
    const [against] = mistaken.found.against as [HypergameAnalysis['against'][number]];
    const both = against.states.find(({ taken }) => taken.join() === 'a,b')!;
    const [mistake, ...others] = misperceptions(against, both, 'seq', mistaken.found.seers);
    expect(others).toEqual([]);
    expect(mistake).toMatchObject({
      seer: { id: 'two' },
      stays: true,
      improvement: 1,
      mismatch: { kind: 'reply-does-not-pay', move: { decisionMaker: 0, from: 1, to: 0 } },
    });
  });

  test('expects what the other would not do [HYP6]', () => {
    const { expectations } = mistaken.found;
    const nothing = expectations.find(({ taken }) => taken.length === 0)!;
    expect(nothing.seers.map(({ id }) => id)).toEqual(['two']);
    expect(nothing.concepts).toContain('seq');
    expect(nothing.leavers).toMatchObject([{ seer: { id: 'one' }, state: 0, improvement: 1 }]);
  });
});

describe('accounts with different options', () => {
  const text = (bar: string): string => `impasse: 1
title: options
decisionMakers:
  - { id: one, options: [a, c] }
  - { id: two, options: [b] }
statusQuo: []
preferences:
  one: [c, a]
  two: [b]
accounts:
  - id: narrow
    options: [a, b]
    preferences: { one: [a], two: [b] }
    ${bar}
hypergame: { one: base, two: narrow }
`;

  test('hide what takes an option that one does not know [HYP2, HYP3]', () => {
    const { found } = play(read(text('')), ['base', 'narrow']);
    const [base, narrow] = found.against.map(({ states }) => states);
    const all = base!.find(({ taken }) => taken.join() === 'a,c,b')!;
    expect(all.labels.nash).toBe('unrecognised');
    expect(all.unrecognisedBy).toEqual(['two']);
    expect(all.verdicts.map(({ state }) => state === undefined)).toEqual([false, true]);
    const both = narrow!.find(({ taken }) => taken.join() === 'a,b')!;
    expect(both.labels.nash).toBe('hidden');
    expect(misperceptions(found.against[1]!, both, 'nash', found.seers)).toMatchObject([
      { seer: { id: 'one' }, stays: false, mismatch: { kind: 'deterred' } },
    ]);
  });

  test('do not know a state that one of them bars [HYP2]', () => {
    const { found } = play(read(text('infeasible: ["a & b"]').replace('one: [c, a]', 'one: ["!c", a]')), [
      'base',
    ]);
    const both = found.against[0]!.states.find(({ taken }) => taken.join() === 'a,b')!;
    expect(both.labels.nash).toBe('unrecognised');
    expect(both.unrecognisedBy).toEqual(['two']);
  });

  test('translate a state by the options taken, or not at all [HYP2]', () => {
    const value = read(text(''));
    const [base, narrow] = value.accounts.map((account) => conflictOf(account).value!);
    expect(translate(narrow!, 3, base!)).toBe(5);
    expect(translate(base!, 5, narrow!)).toBe(3);
    expect(translate(base!, 7, narrow!)).toBeUndefined();
  });
});

test('a party that the case gives no account is left out where there is no base [HYP4]', () => {
  const { found, unseeing } = play(
    read(`impasse: 1
title: unseeing
decisionMakers: [{ id: one, options: [a] }, { id: two, options: [b] }]
statusQuo: []
accounts:
  - { id: x, preferences: { one: [a] } }
hypergame: { one: x }
`),
    ['x'],
  );
  expect(unseeing).toEqual(['two']);
  expect(found.seers.map(({ id }) => id)).toEqual(['one']);
});

/** Two accounts of the same two or three options, rankings at random; own preferences right where `isOwnRight`. */
function randomHypergame(seed: number, isOwnRight: boolean): Case {
  const random = mulberry32(seed);
  const patterns = Array.from({ length: 8 }, (_, s) =>
    [0, 1, 2].map((bit) => ((s >> bit) % 2 === 1 ? 'Y' : 'N')).join(''),
  );
  const ranking = (): string => `{ ranking: [${shuffle([...patterns], random).join(', ')}] }`;
  const [one, two] = [ranking(), ranking()];
  return read(`impasse: 1
title: random
decisionMakers: [{ id: one, options: [a, c] }, { id: two, options: [b] }]
statusQuo: []
preferences: { one: ${one}, two: ${two} }
accounts:
  - { id: x, preferences: { one: ${isOwnRight ? one : ranking()}, two: ${ranking()} } }
  - { id: y, preferences: { one: ${ranking()}, two: ${isOwnRight ? two : ranking()} } }
hypergame: { one: x, two: y }
`);
}

describe('random mistakes', () => {
  test('about others alone change nothing under nash, gmr and smr, and can change seq (seed 471) [HYP7]', () => {
    let changed = 0;
    for (let round = 0; round < 60; round += 1) {
      const { found } = play(randomHypergame(471_000 + round, true), ['base']);
      for (const { labels } of found.against[0]!.states) {
        for (const concept of ['nash', 'gmr', 'smr'] as const)
          expect([undefined, 'agreed']).toContain(labels[concept]);
        if (labels.seq !== undefined && labels.seq !== 'agreed') changed += 1;
      }
    }
    expect(changed).toBeGreaterThan(5);
  });

  test('give each party the verdict of its own account, and a reason to each mistake (seed 472) [HYP1, HYP5]', () => {
    const kinds = new Map<string, number>();
    for (let round = 0; round < 60; round += 1) {
      const { found, holding } = play(randomHypergame(472_000 + round, false), ['base']);
      const against = found.against[0]!;
      for (const concept of concepts) {
        const own = found.seers.map(({ view, place }) =>
          Array.from(
            { length: 8 },
            (_, s) => (view.stability.stable[place]![s]! >> concepts.indexOf(concept)) % 2 === 1,
          ),
        );
        const expected = Array.from({ length: 8 }, (_, s) => s).filter((s) => own.every((row) => row[s]));
        expect(holding(concept)).toHaveLength(expected.length);
        for (const state of against.states) {
          const label = state.labels[concept];
          if (label !== 'phantom' && label !== 'hidden') continue;
          const found2 = misperceptions(against, state, concept, found.seers);
          expect(found2.length).toBeGreaterThan(0);
          for (const { mismatch, stays } of found2) {
            if (label === 'phantom') expect(stays).toBe(true);
            kinds.set(mismatch.kind, (kinds.get(mismatch.kind) ?? 0) + 1);
          }
        }
      }
    }
    for (const kind of ['reply-does-not-pay', 'improvement', 'deterred'])
      expect(kinds.get(kind) ?? 0).toBeGreaterThan(3);
  });

  test('where all see the base, what holds there holds, and everything is agreed [HYP3]', () => {
    const value = randomHypergame(473, true);
    const same = play({ ...value, hypergame: { one: 'base', two: 'base' } }, ['base']);
    expect(same.found.expectations).toEqual([]);
    expect(same.found.against[0]!.states.length).toBeGreaterThan(0);
    for (const { labels } of same.found.against[0]!.states)
      expect(new Set(Object.values(labels))).toEqual(new Set(['agreed']));
  });
});

describe.each(['cases/gallery/family-business', 'cases/gallery/cuba-1962'])('%s', (folder) => {
  const expected = (expectedIn(folder) as unknown as { hypergame: Record<Concept, readonly string[]> })
    .hypergame;
  const { holding } = play(caseIn(folder), ['base']);

  test.each(concepts)('holds by %s what an independent engine found [HYP1]', (concept) => {
    expect(holding(concept)).toEqual([...expected[concept]].sort());
  });

  test('is measured against a base that is analysed', () => {
    expect(expectedAnalysis(caseIn(folder), 'base').complete).toBe(true);
  });
});

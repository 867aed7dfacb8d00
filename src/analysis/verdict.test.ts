// Tests every verdict code on a small conflict of its own, who blocks, and what is said of unknown preferences.
import { describe, expect, test } from 'vitest';
import type { Sketch } from '../../tests/support/accounts.ts';
import { accountOf, caseOf, conflictIn, randomAccount, statementOf } from '../../tests/support/accounts.ts';
import { mulberry32 } from '../base/index.ts';
import type { Conflict } from '../model/index.ts';
import { stateName } from '../model/index.ts';
import { analyzeConflict } from './account-analysis.ts';
import { equilibriumIn, stableIn } from './stability.ts';
import type { VerdictCode } from './verdict.ts';
import { isRuledOutByAssumption } from './verdict.ts';

const analyse = (sketch: Sketch) => analyzeConflict(conflictIn(accountOf(sketch)));
const names = (conflict: Conflict, states: readonly number[]): string[] =>
  states.map((s) => stateName(conflict, s));

/** A conflict for each code, as small as the code allows. */
const sketches: readonly (readonly [VerdictCode, string, Sketch])[] = [
  [
    'agreement-stable-reachable',
    'both gain by each step',
    { options: [1, 1], agreement: 'a1 & b1', prefers: { a: ['a1', 'b1'], b: ['b1', 'a1'] } },
  ],
  [
    'agreement-stable-joint',
    'both want to give only if the other does',
    { options: [1, 1], agreement: 'a1 & b1', prefers: { a: ['a1 <-> b1', 'b1'], b: ['a1 <-> b1', 'a1'] } },
  ],
  [
    'agreement-stable-unreachable',
    'stable once it is there, and worse for one than no deal',
    {
      options: [1, 1],
      directions: { a1: 'take', b1: 'take' },
      agreement: 'a1 & b1',
      prefers: { a: ['!a1', '!b1'], b: ['!b1'] },
    },
  ],
  [
    'deal-not-stable',
    'better for both than no deal, and one would leave it unpunished',
    { options: [1, 1], agreement: 'a1 & b1', prefers: { a: ['b1', '!a1'], b: ['b1', 'a1'] } },
  ],
  [
    'no-deal',
    'worse for one',
    { options: [1, 1], agreement: 'a1 & b1', prefers: { a: ['!b1'], b: ['!b1'] } },
  ],
  [
    'no-deal',
    'a contradiction by logic alone',
    {
      options: [1, 1],
      agreement: 'a1 & b1',
      infeasible: [{ text: 'a1 & b1', kind: 'logical' }],
      prefers: {},
    },
  ],
  [
    'no-deal',
    'an agreement that contradicts itself, whatever bars there are',
    { options: [1, 1], agreement: 'a1 & !a1', infeasible: ['b1'], prefers: {} },
  ],
  ...(['legal', 'assumed'] as const).map(
    (kind) =>
      [
        'ruled-out-by-assumption',
        `a ${kind} bar`,
        { options: [1, 1], agreement: 'a1 & b1', infeasible: [{ text: 'a1 & b1', kind }], prefers: {} },
      ] as const,
  ),
  [
    'ruled-out-by-assumption',
    'several bars together',
    {
      options: [1, 1],
      agreement: 'a1',
      infeasible: [
        { text: 'a1 & b1', kind: 'legal' },
        { text: 'a1 & !b1', kind: 'assumed' },
      ],
      prefers: {},
    },
  ],
  ['no-agreement-defined', 'nothing named', { options: [1, 1], prefers: {} }],
];

describe('the verdict code [VER1]', () => {
  test.each(sketches)('%s: %s', (code, _, sketch) => {
    const { verdict } = analyse(sketch);
    expect(verdict.code).toBe(code);
    expect(verdict.codeAtBest).toBeUndefined();
  });

  test('depends on the concept: in a dilemma each is kept by what the other would take back', () => {
    const prefers = { a: ['b1', '!a1'], b: ['a1', '!b1'] };
    const conflict = conflictIn(accountOf({ options: [1, 1], agreement: 'a1 & b1', prefers }));
    const code = (concept: 'nash' | 'seq') =>
      analyzeConflict(conflict, { concepts: [concept], sanctions: 'legal' }).verdict.code;
    expect(code('nash')).toBe('deal-not-stable');
    expect(code('seq')).toBe('agreement-stable-joint');
  });

  test('is the first that holds, over random conflicts (seed 61)', () => {
    const random = mulberry32(61);
    const kind = { decisionMakers: [2, 3], statements: [0, 3], bars: 0.6, oneWay: 0.3 } as const;
    const met = new Set<string>();
    for (let round = 0; round < 1500; round += 1) {
      const concept = round % 2 === 0 ? 'seq' : 'nash';
      const { conflict, stability, reachability, deal, verdict } = analyzeConflict(
        conflictIn(randomAccount(random, kind)),
        { concepts: [concept], sanctions: 'legal' },
      );
      const agreed = Array.from({ length: conflict.size }, (_, s) => s).filter(
        (s) => conflict.agreement?.[s] === 1,
      );
      const stable = agreed.filter((s) => equilibriumIn(stability, s, () => concept) === 'every');
      const code = ((): VerdictCode => {
        if (agreed.length === 0)
          return isRuledOutByAssumption(conflict.account) ? 'ruled-out-by-assumption' : 'no-deal';
        if (stable.some((s) => reachability.byImprovements(s))) return 'agreement-stable-reachable';
        if (stable.some((s) => deal.states.includes(s) && reachability.byMoves(s)))
          return 'agreement-stable-joint';
        if (stable.length > 0) return 'agreement-stable-unreachable';
        return deal.states.length > 0 ? 'deal-not-stable' : 'no-deal';
      })();
      expect(verdict.code, `round ${round}`).toBe(code);
      expect(verdict.agreementStable).toEqual(stable);
      met.add(code);
    }
    expect(met.size).toBe(6);
  });
});

describe('unknown preferences [VER2]', () => {
  const account = accountOf({ options: [1, 1], agreement: 'a1 & b1', prefers: { b: ['b1', 'a1'] } });
  const list = (...texts: string[]) => texts.map((text) => statementOf(text, account.options));

  test('the code speaks of every reading, and the best one stands beside it', () => {
    const lists = [list('a1'), list('!a1')];
    const preferences = { ...account.preferences, a: { kind: 'alternatives' as const, lists } };
    const { verdict } = analyzeConflict(conflictIn({ ...account, preferences }));
    expect(verdict).toMatchObject({ code: 'no-deal', codeAtBest: 'agreement-stable-reachable' });
    expect(verdict.agreementStable).toEqual([]);
    expect(verdict.agreementPossible).toEqual([3]);
  });

  test('there is none beside it where nothing unknown matters', () => {
    const preferences = {
      ...account.preferences,
      a: { kind: 'open-order' as const, statements: list('a1', 'b1') },
    };
    const { verdict } = analyzeConflict(conflictIn({ ...account, preferences }));
    expect(verdict.code).toBe('agreement-stable-reachable');
    expect(verdict.codeAtBest).toBeUndefined();
  });
});

describe('bars that rule out every agreement [VER3]', () => {
  const bar = (text: string, kind: 'logical' | 'physical' | 'legal' | 'assumed') => ({ text, kind });

  test('count where they are legal or assumed and logic and physics leave an agreement', () => {
    const ruledOut = (...infeasible: ReturnType<typeof bar>[]) =>
      isRuledOutByAssumption(accountOf({ options: [1, 1], agreement: 'a1 & b1', infeasible }));
    expect(ruledOut(bar('a1', 'legal'))).toBe(true);
    expect(ruledOut(bar('a1', 'legal'), bar('b1', 'physical'))).toBe(false);
    expect(ruledOut(bar('a1', 'physical'))).toBe(false);
    expect(ruledOut(bar('a1', 'logical'), bar('b1', 'assumed'))).toBe(false);
  });

  test('what an agreement excludes counts too', () => {
    const account = accountOf({ options: [1, 1], agreement: 'a1', infeasible: ['a1'] });
    const [agreement] = account.agreements;
    const excluding = (text: string) => ({
      ...account,
      agreements: [{ ...agreement!, excludes: statementOf(text, account.options).when }],
    });
    expect(isRuledOutByAssumption(excluding('b1'))).toBe(true);
    expect(isRuledOutByAssumption(excluding('a1'))).toBe(false);
  });

  test('in graph form nothing is ruled out: an agreement that excludes its own states is no deal', () => {
    const text = (excludes: string): string =>
      'impasse: 1\ntitle: t\ndecisionMakers: [a]\nstates: [x, y]\nmoves: { a: { x: [y] } }\nstatusQuo: x\n' +
      `agreements: [{ id: k, kind: talks, when: [y], excludes: [${excludes}] }]\npreferences: { a: [y] }`;
    const verdict = (excludes: string) =>
      analyzeConflict(conflictIn(caseOf(text(excludes)).accounts[0]!)).verdict.code;
    expect(verdict('y')).toBe('no-deal');
    expect(verdict('x')).toBe('agreement-stable-reachable');
  });
});

describe('who blocks [VER4]', () => {
  test('is asked of the state with fewest objectors, then one that is a deal, then the first (seed 62)', () => {
    const random = mulberry32(62);
    const kind = { decisionMakers: [2, 3], statements: [1, 3], rivals: 0.2, bars: 0.4, oneWay: 0.2 } as const;
    for (let round = 0; round < 200; round += 1) {
      const { conflict, stability, deal, verdict } = analyzeConflict(conflictIn(randomAccount(random, kind)));
      const objectors = (s: number): number[] =>
        conflict.preferences.flatMap((_, dm) => (stableIn(stability, dm, s, 'seq') === 'every' ? [] : [dm]));
      const ranked = Array.from({ length: conflict.size }, (_, s) => s)
        .filter((s) => conflict.agreement?.[s] === 1)
        .map((s) => [objectors(s).length, deal.states.includes(s) ? 0 : 1, s] as const)
        .sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2]);
      expect(verdict.nearest, `round ${round}`).toBe(ranked[0]?.[2]);
      if (ranked[0] === undefined) continue;
      expect(verdict.blockedBy.map(({ decisionMaker }) => decisionMaker)).toEqual(objectors(ranked[0][2]));
      expect(
        verdict.blockedBy.every(({ state, witness }) => state === ranked[0]![2] && witness.kind === 'open'),
      ).toBe(true);
    }
  });

  test('a deal comes before an earlier state with as many objectors', () => {
    // b leaves both YNY and YYY; only the second is better than no deal for all.
    const { conflict, verdict } = analyse({
      options: [2, 1],
      directions: { a1: 'take', a2: 'take' },
      agreement: 'b1 & a1',
      prefers: { a: ['a2'], b: ['!b1'] },
      more: { signatories: ['a'] },
    });
    expect(names(conflict, [verdict.nearest!])).toEqual(['YYY']);
    expect(verdict.blockedBy.map(({ decisionMaker }) => decisionMaker)).toEqual([1]);
  });
});

// Tests the ripeness panel: every word of every cell, the classes, and what a party's own account says.
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../tests/support/analysis.ts';
import type { RipenessPanel } from './ripeness.ts';
import { ripenessPanel } from './ripeness.ts';
import { stableIn } from './stability.ts';

/** Two parties with one option each, agreed where both take theirs. */
function panelOf(preferences: string, more = ''): RipenessPanel {
  return ripenessPanel(
    analysisOf({
      text: `impasse: 1
title: t
sources: [{ id: s1, title: A speech }]
decisionMakers: [{ id: one, options: [a] }, { id: two, options: [b] }]
statusQuo: []
agreement: a & b
${more}
preferences:
${preferences}`,
    }),
  );
}
const words = ({ parties }: RipenessPanel): readonly (readonly string[])[] =>
  parties.map(({ stuck, hurting, wayOut }) => [stuck.word, hurting.word, wayOut.word]);

/** Each wants the other to give, and gives only if that does not come first. */
const stuck = (first: string): string => `  one: [${first.replace('X', 'b')}, "!a"]
  two: [${first.replace('X', 'a')}, "!b"]
`;

describe('the cells', () => {
  test('stuck is stable under seq at the status quo [RIP1]', () => {
    const panel = panelOf(`  one: [a]
  two: ["!b"]
`);
    expect(words(panel).map(([word]) => word)).toEqual(['no', 'yes']);
    const { stability, conflict } = panel.analysis;
    panel.parties.forEach(({ stuck: cell, decisionMaker }) => {
      expect(cell.why.stable).toBe(stableIn(stability, decisionMaker, conflict.statusQuo, 'seq'));
    });
  });

  test('stuck in some reading where an order is open [RIP1]', () => {
    const panel = panelOf(`  one: { order: unknown, statements: [a, "!a"] }
  two: ["!b"]
`);
    expect(words(panel)[0]?.[0]).toBe('in-some-reading');
    expect(panel.class).toBe('open');
  });

  test('short of its aim only with its own word or evidence [RIP2]', () => {
    const hurting = (first: string): string => words(panelOf(stuck(first)))[0]?.[1] as string;
    expect(hurting('X')).toBe('no-evidence');
    expect(hurting('{ statement: X, word: own }')).toBe('yes');
    expect(hurting('{ statement: X, word: adversary }')).toBe('no-evidence');
    expect(hurting('{ statement: X, evidence: [s1] }')).toBe('yes');
  });

  test('an aim that the status quo meets, a ranking, or an open order is no evidence [RIP2]', () => {
    const panel = panelOf(`  one: [{ statement: "!a", word: own }, b]
  two: { ranking: [YY, NN, NY, YN] }
`);
    expect(words(panel).map(([, word]) => word)).toEqual(['no-evidence', 'no-evidence']);
    expect(panel.parties[0]?.hurting.unmetAim).toBeUndefined();
  });

  test('a way out is an agreement better than no deal for all who sign [RIP3]', () => {
    const out = (preferences: string, more = ''): string =>
      words(panelOf(preferences, more))[0]?.[2] as string;
    expect(out(stuck('X'))).toBe('yes');
    expect(out('  one: ["!b"]\n  two: ["!b"]\n')).toBe('no');
    expect(out('  one: { order: unknown, statements: [b, "!b"] }\n  two: [a]\n')).toBe('in-some-reading');
  });

  test('no agreement named is no evidence of a way out [RIP3]', () => {
    const panel = ripenessPanel(
      analysisOf({
        text: 'impasse: 1\ntitle: t\ndecisionMakers: [{ id: one, options: [a] }]\nstatusQuo: []\npreferences: { one: ["!a"] }\n',
      }),
    );
    expect(words(panel)).toEqual([['yes', 'no-evidence', 'no-evidence']]);
    expect(panel.class).toBe('soft-stalemate');
  });

  test('beside it stands the answer of the account that the party sees, if that is another one [RIP3]', () => {
    const file = 'cases/gallery/family-business/case.yaml';
    const base = analysisOf({ file });
    const view = analysisOf({ file, account: 'founder-view' });
    const { parties } = ripenessPanel(base, (id) => (id === 'founder' ? view : base));
    expect(parties.map(({ wayOut }) => wayOut.ownView)).toEqual([
      { account: 'founder-view', word: 'no' },
      undefined,
      undefined,
    ]);
  });
});

describe('the class', () => {
  const own = '{ statement: X, word: own }';

  test.each([
    ['ripe', stuck(own), ''],
    ['soft-stalemate', stuck('X'), ''],
    ['one-sided-hurt', '  one: [{ statement: b, word: own }, "!a"]\n  two: [a, "!b"]\n', ''],
    ['still-winning', '  one: [a]\n  two: ["!b"]\n', ''],
    [
      'no-way-out',
      '  one: [{ statement: b & !a, word: own }, "!a"]\n  two: [{ statement: a & !b, word: own }, "!b"]\n',
      '',
    ],
    ['open', '  one: { order: unknown, statements: [a, "!a"] }\n  two: ["!b"]\n', ''],
  ])('is %s [RIP4]', (expected, preferences, more) => {
    expect(panelOf(preferences, more).class).toBe(expected);
  });
});

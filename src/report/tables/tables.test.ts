// Checks the tables of an account: what they show, and that nothing in a name changes how they are read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../../tests/support/analysis.ts';
import { expectGolden } from '../../../tests/support/golden.ts';
import type { AccountAnalysis } from '../../analysis/index.ts';
import { latexLimits, latexTable, latexText } from './latex-table.ts';
import { optionTable } from './option-table.ts';
import { stateTable } from './state-table.ts';
import { statesOfInterest } from './states-of-interest.ts';

const syria = analysisOf({ file: 'cases/published/syria-iraq-1975/case.yaml' });
const all = (analysis: AccountAnalysis): number[] =>
  Array.from({ length: analysis.conflict.size }, (_, s) => s);

/** Seven options, 128 states, of which few matter. */
const large = analysisOf({
  text: `impasse: 1
title: Large
decisionMakers:
  - { id: one, options: [a, b, c, d] }
  - { id: two, options: [e, f, g] }
statusQuo: []
agreement: a & e
preferences:
  one: [e, "!a", b, c, d]
  two: [a, "!e", f, g]
`,
});

const graph = analysisOf({
  text: `impasse: 1
title: Graph
decisionMakers: [{ id: one, name: One }]
states: [{ id: s, name: Calm & quiet }, { id: t, name: Storm }]
moves: { one: { s: [t] } }
statusQuo: s
preferences: { one: { ranking: [t, s] } }
`,
});

describe('which states are shown', () => {
  test('[TAB1] all where they are few', () => {
    expect(statesOfInterest(syria, 6)).toEqual({ states: [0, 1, 2, 3, 4, 5], left: 0 });
  });

  test('[TAB1] else status quo and equilibria before agreements, in order, with the number left out', () => {
    const { equilibria, conflict, verdict, deal } = large;
    const stable = new Set(Object.values(equilibria).flat());
    const { states, left } = statesOfInterest(large, 1 + stable.size);
    expect(states).toEqual(
      [...new Set([conflict.statusQuo, ...stable])].sort((a, b) => a - b).slice(0, 1 + stable.size),
    );
    expect(states).toEqual([...states].sort((a, b) => a - b));
    const everything = new Set([conflict.statusQuo, ...stable, verdict.nearest!, ...deal.states]);
    conflict.agreement!.forEach((is, s) => {
      if (is === 1) everything.add(s);
    });
    expect(states.length + left).toBe(everything.size);
    expect(statesOfInterest(large, 1)).toEqual({ states: [conflict.statusQuo], left: everything.size - 1 });
  });
});

describe('the option table', () => {
  test('[TAB2] options by decision maker, letters by state, status quo and agreement marked', () => {
    const table = optionTable(syria, [0, 1, 5]);
    expect(table.states).toEqual([
      { id: 1, name: 'NNN', statusQuo: true, agreement: false },
      { id: 2, name: 'YNN', statusQuo: false, agreement: true },
      { id: 6, name: 'NYY', statusQuo: false, agreement: false },
    ]);
    expect(table.groups).toEqual([
      {
        decisionMaker: 'Syria',
        options: [
          { name: 'Syria releases water', letters: ['N', 'Y', 'N'] },
          { name: 'Syria escalates', letters: ['N', 'N', 'Y'] },
        ],
      },
      { decisionMaker: 'Iraq', options: [{ name: 'Iraq attacks', letters: ['N', 'N', 'Y'] }] },
    ]);
    expect(optionTable(graph, [0, 1])).toMatchObject({ groups: [], states: [{ name: 's' }, { name: 't' }] });
  });

  test("[TAB2] names are the account's own", () => {
    const named = analysisOf({
      file: 'cases/published/syria-iraq-1975/case.yaml',
      edit: (text) =>
        text.replace('preferences:', 'labels: { syria: The upstream state, attack: War }\npreferences:'),
    });
    const { groups } = optionTable(named, [0]);
    expect([groups[0]?.decisionMaker, groups[1]?.options[0]?.name]).toEqual(['The upstream state', 'War']);
  });

  test('[TAB3] published stability of Syria and Iraq: state 6 is an equilibrium, state 1 under gmr alone', () => {
    const table = optionTable(syria, all(syria));
    const holding = (concept: string): number[] =>
      table.equilibria
        .find((row) => row.concept === concept)!
        .marks.flatMap((mark, s) => (mark === 'every' ? [s + 1] : []));
    expect([holding('nash'), holding('seq'), holding('gmr')]).toEqual([[6], [6], [1, 6]]);
    expect(table.stability.map(({ decisionMaker, rows }) => [decisionMaker, rows.length])).toEqual([
      ['Syria', 5],
      ['Iraq', 5],
    ]);
  });

  test('[TAB3] what holds in some readings only is marked as that', () => {
    const open = analysisOf({
      text: `impasse: 1
title: Open
decisionMakers: [{ id: one, options: [a, b] }]
statusQuo: []
preferences: { one: { order: unknown, statements: ["a & !b", "!a"] } }
`,
    });
    const nash = optionTable(open, all(open)).equilibria.find(({ concept }) => concept === 'nash');
    expect(nash?.marks).toContain('some');
    const { rows } = stateTable([open]);
    expect([...rows].map((row) => row[7])).toContainEqual(expect.stringContaining('nash?'));
  });
});

describe('the state table', () => {
  test('[TAB4, TAB5] one row a state, named as the JSON of analyze names it', () => {
    const { columns, rows } = stateTable([syria]);
    expect(columns).toEqual(
      'account id state taken statusQuo agreement stable.syria stable.iraq equilibrium reachable steps deal'.split(
        ' ',
      ),
    );
    expect([...rows].slice(0, 2)).toEqual([
      ['base', 1, 'NNN', '', true, false, 'nash gmr smr seq sseq', 'gmr', 'gmr', 'improvements', 0, null],
      ['base', 2, 'YNN', 'release', false, true, '', 'nash gmr smr seq sseq', '', 'moves', 1, 'no'],
    ]);
  });

  test('[TAB4] accounts stand one below the other, a decision maker that one does not know is empty there', () => {
    const { columns, rows } = stateTable([graph, syria]);
    expect(columns.slice(6, 9)).toEqual(['stable.one', 'stable.syria', 'stable.iraq']);
    const found = [...rows];
    expect(found.map((row) => row[0])).toEqual(Array.from({ length: 8 }, () => 'base'));
    expect(found[0]?.slice(2, 4)).toEqual(['s', 'Calm & quiet']);
    expect([found[0]?.slice(7, 9), found[2]?.[6]]).toEqual([[null, null], null]);
  });
});

/** What LaTeX prints of a text that only the escapes of the tables may mark up. */
function printed(latex: string): string {
  const names: Readonly<Record<string, string>> = {
    textbackslash: '\\',
    textasciitilde: '~',
    textasciicircum: '^',
    textasciigrave: '`',
    textless: '<',
    textgreater: '>',
    textbar: '|',
    textquotedbl: '"',
  };
  const pattern = /\\(text[a-z]+)\{\}|\\([&%$#_{}])|\{([*[\]',-])\}|([^\\{}&%$#_^~`*[\]<>|"])/gy;
  let text = '';
  let at = 0;
  for (const match of latex.matchAll(pattern)) {
    text +=
      match[1] === undefined ? (match[2] ?? match[3] ?? match[4]) : (names[match[1]] ?? `(${match[1]}?)`);
    at = match.index + match[0].length;
  }
  return at === latex.length ? text : `${text} and then ${latex.slice(at)}`;
}

describe('LaTeX', () => {
  test('[TAB7] each letter that LaTeX would act on is escaped', () => {
    expect(latexText('& % $ # _ { } ~ ^ \\')).toBe(
      '\\& \\% \\$ \\# \\_ \\{ \\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}',
    );
    expect(latexText('[a]* --- \'\' ,,\n"x"')).toBe(
      "{[}a{]}{*} {-}{-}- {'}' {,}, \\textquotedbl{}x\\textquotedbl{}",
    );
  });

  test('[TAB7, TAB8] every printable text comes out letter by letter, no ligature among them, seed 9', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 30 }), (text) => {
        const latex = latexText(text);
        expect(printed(latex)).toBe(text.replace(/\s+/g, ' '));
        expect(latex).not.toMatch(/--|''|,,|<<|>>|\?`|!`/);
      }),
      { seed: 9, numRuns: 3000 },
    );
  });

  test('[TAB6, TAB8] Elmira as papers print it', () => {
    const table = latexTable(analysisOf({ file: 'cases/published/elmira-12-states/case.yaml' }));
    expectGolden('tables/elmira.tex', table);
    const rows = table.split('\n').filter((line) => line.endsWith('\\\\'));
    expect(rows.length).toBe(3 + 5 + 15 + 5);
    expect(new Set(rows.map((line) => line.replaceAll('\\&', '').split('&').length))).toEqual(new Set([14]));
  });

  test('[TAB6] many states are cut into tables, and a comment says how many are left out', () => {
    const text = latexTable(large);
    const { states } = statesOfInterest(large, latexLimits.states);
    expect(states.length).toBe(128);
    expect(text.match(/\\begin\{tabular\}/g)?.length).toBe(Math.ceil(128 / latexLimits.across));
    expect(text).toContain('\\caption{Large (10 of 10).');
    expect(text).not.toContain('left out');
    const { conflict } = large;
    const cut = latexTable({ ...large, conflict: { ...conflict, size: 129 } });
    expect(cut).toMatch(/^% Shown: .*; \d+ of 129 states are left out\.\n/);
  });

  test('[TAB6] graph form has the names of its states, and the account says what it leaves out', () => {
    expect(latexTable(graph)).toContain(' &  & s & t \\\\');
    const text = latexTable(
      analysisOf({
        file: 'cases/published/syria-iraq-1975/case.yaml',
        edit: (yaml) =>
          yaml.replace('preferences:', 'leavesOut: ["Turkey, 50 % of the water."]\npreferences:'),
      }),
    );
    expect(text).toContain(
      '\\caption{Syria and Iraq on the Euphrates, 1975, which leaves out: Turkey, 50 \\% of the water. SQ:',
    );
  });
});

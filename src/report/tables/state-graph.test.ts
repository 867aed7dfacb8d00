// Checks the picture of an account: what it shows, that it says whose reading it is, and that names cannot break it.
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../../tests/support/analysis.ts';
import { expectGolden } from '../../../tests/support/golden.ts';
import { drawSvg } from '../../formats/index.ts';
import { stateGraphDot } from './state-graph.ts';

const euphrates = 'cases/published/syria-iraq-1975/case.yaml';

test('[TAB9, TAB10, TAB11] Syria and Iraq: six states, improvements by whom, an equilibrium, an agreement', () => {
  const dot = stateGraphDot(analysisOf({ file: euphrates }));
  expectGolden('tables/syria-iraq.dot', dot);
  expect(dot).toMatch(/s6 \[label="6 {2}NYY\\nholds: all".*peripheries=2/);
  expect(dot).toMatch(/s2 \[.*shape=box/);
  expect(dot).toMatch(/s1 \[label="1 {2}NNN\\nstatus quo.*fillcolor/);
  // Published improvements: Syria 2 to 1 and 3, 3 to 1, 4 to 6, 5 to 4 and 6; Iraq 1 to 4, 3 to 6, 5 to 2.
  const arrows = [...dot.matchAll(/s(\d) -> s(\d) \[color="(#\w+)", style=(\w+)/g)].map((found) =>
    found.slice(1),
  );
  const by = (style: string): string[] =>
    arrows.filter((arrow) => arrow[3] === style).map(([a, b]) => `${a}${b}`);
  expect(by('solid')).toEqual(['21', '23', '31', '46', '54', '56']);
  expect(by('dashed')).toEqual(['14', '36', '52']);
  expect(new Set(arrows.map(([, , colour, style]) => `${colour} ${style}`)).size).toBe(2);
  expect(dot).toMatch(/key0 \[label="Syria"\][\s\S]*key1 \[label="Iraq"\]/);
});

describe('large spaces', () => {
  // Two free options each, and five more that only count.
  const text = `impasse: 1
title: Large
decisionMakers:
  - { id: one, options: [a, b, c, d] }
  - { id: two, options: [e, f, g] }
statusQuo: []
agreement: a & b & c & d & e & f & g
preferences:
  one: [a & b, "!c", "!d"]
  two: [b & e & f, "!g"]
`;

  test('[TAB9] those that matter are drawn, with the ways of improvement to them', () => {
    const analysis = analysisOf({ text });
    const dot = stateGraphDot(analysis, { limit: 20 });
    const drawn = [...dot.matchAll(/^ {2}s(\d+) \[/gm)].map(([, id]) => Number(id) - 1);
    expect(drawn.length).toBeLessThan(40);
    const reached = Object.values(analysis.equilibria)
      .flat()
      .filter((s) => drawn.includes(s) && analysis.reachability.byImprovements(s));
    expect(reached.length).toBeGreaterThan(0);
    for (const s of reached)
      for (const { to } of analysis.reachability.path(s) ?? []) expect(drawn).toContain(to);
    expect(drawn).toContain(analysis.conflict.statusQuo);
    expect(dot).toContain(`${drawn.length} states of 128: those that matter and the ways to them`);
    expect(stateGraphDot(analysis, { limit: 128 }).match(/^ {2}s\d+ \[/gm)?.length).toBe(128);
  });
});

test('[TAB10] of very many improvements those that others add up to are left out, and nothing is cut off', () => {
  const text = `impasse: 1
title: One
decisionMakers: [{ id: one, options: [a, b, c, d, e] }]
statusQuo: []
preferences: { one: [e, d, c, "!b", a] }
`;
  const dot = stateGraphDot(analysisOf({ text }));
  // 32 states in a strict order: 496 improvements, of which 31 make up all others.
  const arrows = [...dot.matchAll(/s(\d+) -> s(\d+)/g)].map(([, from, to]) => `${from} ${to}`);
  expect(arrows.length).toBe(31);
  const next = new Map(arrows.map((arrow) => arrow.split(' ') as [string, string]));
  let [at, steps] = ['3', 0];
  for (; next.has(at); steps += 1) at = next.get(at)!;
  expect([steps, at]).toEqual([31, '30']);
  expect(dot).toContain('not drawn: improvements that two of the same decision maker in a row add up to');
});

describe('whose reading it is', () => {
  test('[TAB12] title, account, author and what it leaves out stand in the picture', () => {
    const dot = stateGraphDot(analysisOf({ file: 'cases/ukraine-2022/case.yaml', account: 'A' }), {
      title: 'Talks',
    });
    expect(dot).toMatch(
      /graph \[label="Talks\\nAs a pro-Russian op-ed has it \(account A\), by Unnamed author\\n/,
    );
    expect(dot).toContain('The account leaves out: ');
  });

  test('[TAB12] no name breaks out of its label', async () => {
    const nasty = '"]; s1 -> s2; \\" \\N <b>&lt;x&gt;</b> \\';
    const dot = stateGraphDot(
      analysisOf({
        file: euphrates,
        edit: (yaml) =>
          yaml
            .replace(/^title: .*/m, `title: ${JSON.stringify(nasty)}`)
            .replace(
              'preferences:',
              `labels: { syria: ${JSON.stringify(nasty)}, attack: "two\\nlines \\u0007" }\npreferences:`,
            ),
      }),
    );
    const svg = await drawSvg(dot);
    expect(svg.match(/class="node"/g)?.length).toBe(6 + 4);
    expect(svg.match(/class="edge"/g)?.length).toBe(9 + 2);
    const shown = svg
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#45;', '-')
      .replaceAll('&amp;', '&')
      .replaceAll('&#160;', ' ');
    expect(shown).toContain(nasty);
  });

  test('[TAB9] graph form is drawn by the names of its states', () => {
    const dot = stateGraphDot(
      analysisOf({
        text: `impasse: 1
title: Graph
decisionMakers: [{ id: one, name: One }]
states: [{ id: s, name: Calm & quiet }, { id: t, name: Storm }]
moves: { one: { s: [t] } }
statusQuo: s
preferences: { one: { ranking: [t, s] } }
`,
      }),
    );
    expect(dot).toContain('s1 [label="Calm &amp; quiet\\nstatus quo"');
    expect(dot).toContain('s1 -> s2');
  });
});

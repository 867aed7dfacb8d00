// Checks that files of GMCR+ and gmcr-chrome-app become cases that are read without complaint, and bad ones are refused.
import { describe, expect, test } from 'vitest';
import { gmcrFixture as fixture, gmcrModel as model } from '../../../tests/support/gmcr.ts';
import { expectGolden } from '../../../tests/support/golden.ts';
import { publishedConflict } from '../../../tests/support/published.ts';
import type { Diagnostic } from '../../base/index.ts';
import type { Conflict } from '../../model/index.ts';
import { conflictOf, movesFrom, patternOf, stateName } from '../../model/index.ts';
import { readCase } from '../case/read-case.ts';
import { importGmcr } from './import-gmcr.ts';

const imported = (text: string, uri = 'x.gmcr') => importGmcr(text, { uri });
const codesOf = (text: string): string[] => imported(text).diagnostics.map(({ code }) => code);
const placed = ({ code, at, message }: Diagnostic): string =>
  `${code} ${at?.start.line}:${at?.start.column} ${message}`;

/** The conflict of an imported file; the case must be read without a diagnostic. */
function conflictIn(text: string): Conflict {
  const { value } = imported(text);
  const { value: found, diagnostics } = readCase(value!.yaml, { uri: 'x.yaml' });
  expect(diagnostics).toEqual([]);
  const built = conflictOf(found!.accounts[0]!);
  expect(built.diagnostics).toEqual([]);
  return built.value!;
}

/** A ranking as patterns, best first. */
function ranking({ preferences, size, ...conflict }: Conflict, dm: number): string[][] {
  const { relation } = preferences[dm]!;
  const ranks = relation.kind === 'preorder' ? relation.rank : new Int32Array();
  return [...new Set(ranks)]
    .sort((a, b) => b - a)
    .map((rank) =>
      Array.from({ length: size }, (_, s) => s)
        .filter((s) => ranks[s] === rank)
        .map((s) => patternOf(conflict.space!, s)),
    );
}

describe('files of every spelling', () => {
  const files = [
    'elmira-ranked',
    'syria-iraq-statements',
    'syria-iraq-vectors',
    'syria-iraq-misperceptions',
    'prisoners-old',
    'cuban-old',
    'shuffled',
    'app',
  ];

  test.each(files)('[GMC2, GMC13] %s becomes a case that is read without a diagnostic', (name) => {
    const { value, diagnostics } = imported(fixture(name), `folder/${name}.gmcr`);
    conflictIn(fixture(name));
    expectGolden(`gmcr/${name}.yaml`, value!.yaml);
    expectGolden(`gmcr/${name}.txt`, [...diagnostics.map(placed), ...value!.notes, ''].join('\n'));
  });

  test('[GMC5, GMC8] Elmira: rankings by number become those that are published, ties kept', () => {
    const conflict = conflictIn(fixture('elmira-ranked'));
    const published = publishedConflict('elmira-12-states');
    published.decisionMakers.forEach(({ name }, dm) => {
      const groups = published.rankings[name]!.map((group) =>
        [group].flat().map((id) => published.states.find((state) => state.id === id)!.pattern),
      );
      expect(ranking(conflict, dm).map((group) => group.sort())).toEqual(groups.map((group) => group.sort()));
    });
    expect(conflict.account.options.map(({ direction }) => direction)).toEqual([
      'take',
      'drop',
      'both',
      'take',
      'both',
    ]);
  });

  test('[GMC2] statements and vectors of Syria and Iraq give the same rankings', () => {
    const [statements, vectors] = [
      conflictIn(fixture('syria-iraq-statements')),
      conflictIn(fixture('syria-iraq-vectors')),
    ];
    expect(ranking(statements, 0)).toEqual([['NNN'], ['NYN'], ['NYY'], ['YNN'], ['NNY'], ['YNY']]);
    expect([0, 1].map((dm) => ranking(statements, dm))).toEqual([0, 1].map((dm) => ranking(vectors, dm)));
  });

  test('[GMC2] of the mutexes of the app no two go together, and directions are read', () => {
    const conflict = conflictIn(fixture('app'));
    expect(Array.from({ length: conflict.size }, (_, s) => stateName(conflict, s))).toEqual([
      'NNN',
      'YNN',
      'NYN',
      'YNY',
      'NYY',
    ]);
    expect(conflict.account.options.map(({ direction }) => direction)).toEqual(['both', 'take', 'drop']);
  });

  test('[GMC4, GMC9] options come in the order of their owners; that of nobody counts as not taken', () => {
    const conflict = conflictIn(fixture('shuffled'));
    expect(conflict.account.options.map(({ key }) => key)).toEqual([
      'if_',
      'north_west.talk',
      'stop_at_once',
      'south.talk',
    ]);
    expect(conflict.size).toBe(12);
    // Over five options, that of nobody highest, states 1 to 12 are those in which it is not taken.
    const first = Array.from({ length: 12 }, (_, s) => patternOf(conflict.space!, s));
    expect(ranking(conflict, 1)).toEqual(first.map((pattern) => [pattern]).reverse());
    expect(ranking(conflict, 0)[1]).toEqual(first.slice(1, 3));
  });

  test('[GMC10, GMC19] doubles, misperceptions and coalitions are warned of', () => {
    expect(codesOf(fixture('syria-iraq-misperceptions'))).toEqual([
      'W4003',
      'W4001',
      'W4001',
      'W4001',
      'W4004',
    ]);
  });

  test('[GMC19] the comment on misperceptions, uncommented, takes away the moves into and out of the states', () => {
    const yaml = imported(fixture('syria-iraq-misperceptions')).value!.yaml;
    const lines = yaml.replace(/^# (forbiddenMoves:| {2}- \{ by)/gm, '$1');
    const { value, diagnostics } = readCase(lines, { uri: 'x.yaml' });
    expect(diagnostics).toEqual([]);
    const conflict = conflictOf(value!.accounts[0]!).value!;
    const named = (dm: number, pattern: string): string[] => {
      const s = Array.from({ length: 6 }, (_, each) => each).find(
        (each) => stateName(conflict, each) === pattern,
      )!;
      return movesFrom(conflict.moves, dm, s).map((q) => stateName(conflict, q));
    };
    expect([named(0, 'NNN'), named(0, 'YNN'), named(1, 'NNN'), named(1, 'NYN')]).toEqual([
      ['NYN'],
      [],
      [],
      ['NYY'],
    ]);
  });

  test('[GMC19] notes name the setting that reproduces the tool, where there are three decision makers', () => {
    expect(imported(fixture('elmira-ranked')).value!.notes.join()).toMatch(/`sanctions: once`/);
    expect(imported(fixture('syria-iraq-statements')).value!.notes.join()).not.toMatch(/sanctions/);
  });
});

describe('the status quo', () => {
  test('[GMC11] is the first feasible state, with a warning', () => {
    const text = model({
      infeasibles: [
        [[0, 'N']],
        [
          [1, 'N'],
          [2, 'N'],
        ],
      ],
    });
    expect(imported(text).value!.yaml).toContain('statusQuo: [a, b]');
    expect(codesOf(text)).toEqual(['W4004']);
    expect(imported(model()).value!.yaml).toContain('statusQuo: []');
  });

  test('[GMC11] without a feasible state there is none', () => {
    expect(codesOf(model({ infeasibles: [[[0, 'N']], [[0, 'Y']]] }))).toEqual(['E4010']);
  });

  test('[GMC9] an option of nobody that must be taken is taken', () => {
    const text = model({
      decisionMakers: [
        {
          name: 'One',
          options: [0],
          preferences: [
            [[1, 'Y']],
            [
              [1, 'N'],
              [0, 'Y'],
            ],
            {
              compound: true,
              members: [
                [
                  [1, 'Y'],
                  [0, 'N'],
                ],
                [[2, 'Y']],
              ],
            },
          ],
        },
        { name: 'Two', options: [2], preferences: [] },
      ],
      infeasibles: [[[1, 'N']]],
    });
    const { value, diagnostics } = imported(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['W4002', 'W4004']);
    // The first statement is always true then and the second never: neither decides anything.
    expect(value!.yaml).toContain('  one:\n    - "!a | c"\n');
    expect(conflictIn(text).size).toBe(4);
  });
});

describe('what is wrong with a model', () => {
  test('[GMC3] everything is said at once, each at its place', () => {
    const text = `{
 "options": [{"name": "A", "permittedDirection": "sideways"}, {"name": 3, "permittedDirection": "both"}, 7],
 "decisionMakers": [
  {"name": "One", "options": [0, 9, -1, 1.5, "0"], "preferences": [[[0, "Q"]], [0], 5, {"members": 1}]},
  [],
  {"options": [1]}
 ],
 "infeasibles": {"a": 1},
 "useManualPreferenceRanking": "yes"
}`;
    expect(imported(text).diagnostics.map(placed)).toEqual([
      'E4005 2:50 `permittedDirection` is "sideways"',
      'E4005 2:72 `name` is 3',
      'E4005 2:106 an option is 7',
      'E4006 4:34 there is no option 9',
      'E4006 4:37 there is no option -1',
      'E4006 4:41 there is no option 1.5',
      'E4005 4:46 there is no option "0"',
      'E4005 4:73 a condition asks an option to be "Q"',
      'E4005 4:81 a condition holds 0',
      'E4005 4:85 a condition is 5',
      'E4005 4:100 `members` is 1',
      'E4005 5:3 a decision maker is a list',
      'E4005 6:3 `name` is missing from an object',
      'E4005 6:3 `preferences` is missing from an object',
      'E4005 8:17 `infeasibles` is an object',
      'E4005 9:32 `useManualPreferenceRanking` (in older files `useManualPreferenceVectors`) is "yes"',
    ]);
  });

  test('[GMC3] a ranking that counts must be there and hold numbers', () => {
    const makers = (extra: object): unknown[] => [
      { name: 'One', options: [0, 1, 2], preferences: [], ...extra },
    ];
    const ranked = (extra: object): string[] =>
      imported(model({ useManualPreferenceRanking: true, decisionMakers: makers(extra) })).diagnostics.map(
        placed,
      );
    expect(ranked({})[0]).toMatch(/^E4005 1:\d+ a decision maker lacks `preferenceRanking`/);
    expect(
      ranked({ preferenceRanking: [1, 'x', [2, 0], 1.5] }).map((line) => line.replace(/ 1:\d+/, '')),
    ).toEqual(['E4005 a ranking holds "x"', 'E4005 a ranking holds 0', 'E4005 a ranking holds 1.5']);
  });

  test('[GMC8] a ranking must hold each feasible state once', () => {
    const text = model({
      useManualPreferenceRanking: true,
      decisionMakers: [
        { name: 'One', options: [0, 1], preferences: [], preferenceRanking: [1, 2, 2, [3, 9], 1e300] },
        { name: 'Two', options: [2], preferences: [], preferenceRanking: [8, 7, 6, 5, 4, 3, 2, 1] },
      ],
    });
    expect(imported(text).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'E4009 the ranking of "One" names states 9, 1e+300, and there are 8 feasible states',
      'E4009 the ranking of "One" names state 2 twice',
      'E4009 the ranking of "One" leaves out states 4, 5, 6, 7, 8',
    ]);
  });

  test('[GMC8] an infeasible combination changes what a number means', () => {
    const parts = {
      useManualPreferenceRanking: true,
      options: ['A', 'B'].map((name) => ({ name, permittedDirection: 'both' })),
      decisionMakers: [{ name: 'One', options: [0, 1], preferences: [], preferenceRanking: [3, 1, 2] }],
    };
    expect(
      ranking(
        conflictIn(
          model({
            ...parts,
            infeasibles: [
              [
                [0, 'Y'],
                [1, 'N'],
              ],
            ],
          }),
        ),
        0,
      ),
    ).toEqual([['YY'], ['NN'], ['NY']]);
    expect(
      ranking(
        conflictIn(
          model({
            ...parts,
            infeasibles: [
              [
                [0, 'Y'],
                [1, 'Y'],
              ],
            ],
          }),
        ),
        0,
      ),
    ).toEqual([['NY'], ['NN'], ['YN']]);
  });

  test('[GMC4] an option has one owner', () => {
    const makers = [0, 1].map((place) => ({ name: `DM ${place}`, options: [0, place + 1], preferences: [] }));
    expect(
      imported(model({ decisionMakers: makers })).diagnostics.map(({ code, message }) => [code, message]),
    ).toEqual([['E4007', 'the option "A" belongs to "DM 0" and to "DM 1"']]);
  });

  test('[GMC10] a condition asks each option for one thing', () => {
    expect(
      codesOf(
        model({
          infeasibles: [
            [
              [0, 'Y'],
              [1, 'N'],
              [0, 'N'],
            ],
          ],
        }),
      ),
    ).toEqual(['E4008']);
  });

  test('[GMC10] what repeats or says nothing is left out', () => {
    const makers = [
      {
        name: 'One',
        options: [0, 1, 2],
        preferences: [
          [
            [0, 'Y'],
            [1, 'N'],
          ],
          [],
          [
            [1, 'N'],
            [0, 'Y'],
          ],
          {
            compound: true,
            members: [
              [
                [1, 'N'],
                [0, 'Y'],
              ],
            ],
          },
        ],
      },
    ];
    const { value, diagnostics } = imported(model({ decisionMakers: makers }));
    expect(diagnostics.map(({ code }) => code)).toEqual(['W4003', 'W4003', 'W4003', 'W4004']);
    expect(value!.yaml).toContain('  one:\n    - a & !b\n');
  });

  test.each([
    ['a list', '[]', 'E4004'],
    ['a number', '3', 'E4004'],
    ['another object', '{"nodes": []}', 'E4004'],
    [
      'no options',
      model({ options: [], decisionMakers: [{ name: 'One', options: [], preferences: [] }] }),
      'E4004',
    ],
    ['no decision makers', model({ decisionMakers: [] }), 'E4004'],
  ])('[GMC3] %s is no model', (_, text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  test('[GMC14] pickles are refused unopened, with the way out', () => {
    for (const text of [
      '\ufffd\u0003}q\u0000',
      '\u0080\u0002}q',
      '(dp0\nS"dms"\n',
      'ccopy_reg\n_reconstructor',
    ]) {
      const [found] = imported(text).diagnostics;
      expect([found?.code, found?.hint]).toEqual(['E4002', expect.stringContaining('enter the model anew')]);
    }
  });

  test('[GMC1] what is no UTF-8 is said to be none', () => {
    expect(codesOf('{"a": "\ufffd"}')).toEqual(['E4001']);
    expect(codesOf('{\u0000"\u0000')).toEqual(['E4001']);
  });
});

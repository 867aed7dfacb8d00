// Holds the reader of case files to its rules: each mistake has its code, its place and its way out.
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../tests/support/repository.ts';
import type { Diagnostic } from '../../base/index.ts';
import { readCase } from './read-case.ts';

/** Line, column, code. */
const problems = (text: string): string[] =>
  readCase(text).diagnostics.map(({ at, code }) => `${at?.start.line}:${at?.start.column} ${code}`);
/** The code of each problem with the letters of the text that it is about. */
const marked = (text: string): string[][] =>
  readCase(text).diagnostics.map(({ at, code }) => [code, text.slice(at?.start.offset, at?.end.offset)]);
const only = (text: string): Diagnostic => {
  const { value, diagnostics } = readCase(text);
  expect(diagnostics, text).toHaveLength(1);
  expect(value === undefined).toBe(diagnostics[0]?.severity === 'error');
  return diagnostics[0] as Diagnostic;
};

/** A sound case of two options, ending with further lines. */
const small = (more = ''): string => `impasse: 1
title: Small
decisionMakers: [{ id: a, options: [x] }, { id: b, options: [y] }]
statusQuo: []
${more}`;

test('[CAS1] a sound case has no diagnostics', () => {
  expect(readCase(small())).toMatchObject({ value: { title: 'Small' }, diagnostics: [] });
});

test('[CAS1] three wrong lines give three diagnostics at the right places', () => {
  const text = textOf('tests/fixtures/case/broken-three-lines.yaml');
  expect(readCase(text, { uri: 'cases/x.yaml' }).diagnostics).toEqual([
    expect.objectContaining({ code: 'E1008', expected: 'one of `both`, `take`, `drop`' }),
    expect.objectContaining({ code: 'E1201', nearest: 's_stop' }),
    expect.objectContaining({ code: 'E1011', hint: 'write "!n_stop if !s_stop"' }),
  ]);
  expect(marked(text)).toEqual([
    ['E1008', 'bothways'],
    ['E1201', 's_stpo'],
    ['E1011', '!n_stop if !s_stop'],
  ]);
  expect(readCase(text, { uri: 'cases/x.yaml' }).diagnostics[0]?.at).toEqual({
    uri: 'cases/x.yaml',
    start: { offset: 108, line: 4, column: 53 },
    end: { offset: 116, line: 4, column: 61 },
  });
});

describe('the file', () => {
  test.each([
    ['', 'E1002'],
    [' \n# nothing\n', 'E1002'],
    ['- a list\n', 'E1002'],
    ['only words', 'E1002'],
    ['impasse: 1\n---\nimpasse: 1\n', 'E1002'],
    ['--- \nimpasse: 1\n...\nimpasse: 1\n', 'E1002'],
    ['impasse: 1\0', 'E1002'],
    ['\uFFFD\uFFFDPNG', 'E1002'],
    ['title: "not closed\n', 'E1001'],
    ['title: a: b\n', 'E1001'],
    ['a:\n\tb: 1\n', 'E1001'],
  ])('[CAS2] %j is %s', (text, code) => {
    const { value, diagnostics } = readCase(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toContain(code);
    expect(diagnostics.every(({ at }) => at !== undefined)).toBe(true);
  });

  test('[CAS2] behind a mistake in the YAML nothing else is reported, before it what is sure', () => {
    expect(problems('titel: x\ndecisionMakers: a: b\nnonsense: 1\n')).toEqual(['1:1 E1005', '2:17 E1001']);
  });

  test('[CAS2] JSON, CRLF, a byte-order mark and a document mark are read', () => {
    const json = JSON.stringify({
      impasse: 1,
      title: 'T',
      decisionMakers: [{ id: 'a', options: ['x'] }],
      statusQuo: [],
      agreement: 'x & z',
    });
    expect(marked(json)).toEqual([['E1201', 'z']]);
    expect(problems(`\uFEFF${small('agreement: x & z\n').replaceAll('\n', '\r\n')}`)).toEqual(['5:16 E1201']);
    expect(problems(`%YAML 1.2\n---\n${small()}...\n`)).toEqual([]);
  });

  test('[CAS3] a value that begins with ! or & is never a tag or an anchor (E1011)', () => {
    const text = small(`preferences:
  a:
    - !x & y
    - & y
    - !(x | z)
    - { statement: !x, because: !why }
    - !!y
    - !!str y
`);
    expect(marked(text)).toEqual([
      ['E1011', '!x & y'],
      ['E1011', '& y'],
      ['E1011', '!(x | z)'],
      ['E1201', 'z'],
      ['E1011', '!x'],
      ['E1011', '!why'],
      ['E1011', '!!y'],
    ]);
    expect(readCase(text).diagnostics[0]?.hint).toBe('write "!x & y"');
  });

  test('[CAS3] anchors that aliases refer to are read, but not before an unquoted expression', () => {
    const anchored = (expression: string): string =>
      small(`preferences:\n  a: [&same ${expression}]\n  b: [*same]\n`);
    expect(readCase(anchored('"x & y"')).value?.accounts[0]?.preferences.b).toMatchObject({
      statements: [{ text: 'x & y' }],
    });
    expect(marked(anchored('y'))).toEqual([['E1011', 'y']]);
    expect(problems(small('preferences: { a: [*missing] }\n'))).toEqual(['5:20 E1001']);
    expect(problems('impasse: &a [*a]\n')).toContain('1:13 E1007');
  });

  test.each([
    ['plain', 'agreement: x & zz'],
    ['plain over lines', 'agreement: x\n  & zz'],
    ['single quotes', "agreement: 'x & zz'"],
    ['double quotes', 'agreement: "x & zz"'],
    [
      'escapes',
      String.raw`agreement: "\x78\u0020&\tzz\
       "`,
    ],
    ['double quotes over lines', 'agreement: "x\n\n   & zz\n  "'],
    ['folded', 'agreement: >- # a comment\n   x &\n\n   zz\n'],
    ['literal', 'agreement: |\n   x &\n     zz\n'],
    ['brackets', 'preferences: { a: [ "y" , "x & zz" ] }'],
    ['a pair in brackets', 'preferences: {a: [{ statement: x & zz, because: no }]}'],
  ])('[CAS4] the place of a token is right in %s', (_, lines) => {
    expect(marked(small(lines))).toEqual([['E1201', 'zz']]);
  });

  test('[CAS4] letters of a pattern have places too', () => {
    expect(marked(small("infeasible: [{ pattern: 'YZ' }, { pattern: YYY }]"))).toEqual([
      ['E1106', 'Z'],
      ['E1105', 'Y'],
    ]);
  });

  test('[CAS5] the version is needed and must be 1 (E1004)', () => {
    expect(only(small().replace('impasse: 1\n', ''))).toMatchObject({
      code: 'E1004',
      expected: expect.stringContaining('`impasse`: 1'),
    });
    expect(only('impasse: 2\nnonsense: true\n')).toMatchObject({ code: 'E1004', expected: '`impasse: 1`' });
    expect(problems('impasse: one\nnonsense: true\n')).toEqual(['1:10 E1007']);
    expect(problems('nonsense: true\nimpasse: !one\n')).toEqual(['2:10 E1011']);
  });

  test.each([
    ['titel: T', 'E1005', 'titel'],
    ['title: again', 'E1006', 'title'],
    ['signatories: { a: 1 }', 'E1007', '{ a: 1 }'],
    ['signatories: []', 'E1007', 'signatories'],
    ['description:', 'E1007', ''],
    ['description: [no, list]', 'E1007', '[no, list]'],
    ['preferences: { a: { weights: { x: many } } }', 'E1007', 'many'],
    ['preferences: { a: [{ statement: x, strong: 1 }] }', 'E1007', '1'],
    ['accounts: []', 'E1007', '[]'],
    ['concepts: { a: nahs }', 'E1008', 'nahs'],
    ['infeasible: [{ when: x, kind: logic }]', 'E1008', 'logic'],
    ['offers: [{ id: o, option: { id: z } }]', 'E1009', 'id'],
    ['infeasible: [{ because: no reason }]', 'E1009', '{'],
    ['preferences: { a: { because: no reason } }', 'E1009', '{'],
    ['checks: [{ finding: confirmed }]', 'E1009', '{'],
    ['infeasible: [{ when: x, pattern: YN }]', 'E1010', 'pattern'],
    ['agreement: x\nagreements: []', 'E1010', 'agreements'],
    ['preferences: { a: { statements: [x], ranking: [YN] } }', 'E1010', 'ranking'],
    ['preferences: { a: { ranking: [YN], order: unknown } }', 'E1010', 'order'],
    ['preferences: { a: { weights: { x: 1 }, unknown: [] } }', 'E1010', 'unknown'],
    ['moves: { a: {} }', 'E1010', 'moves'],
    ['statusQuo: x', 'E1006', 'statusQuo'],
    ['noDeal: x', 'E1007', 'x'],
    ['agreement: [x, y]', 'E1007', 'x'],
    ['noDeal: [x, y, x]', 'E1212', 'x'],
    ['signatories: [a, a]', 'E1212', 'a'],
    ['preferences: { a: { ranking: [YN, [NN, YN]] } }', 'E1212', 'YN'],
    ['preferences: { a: { weights: { x: 1, a.x: 2 } } }', 'E1212', 'a.x'],
    ['preferences: { a: { ranking: [YN], unknown: [[YN, NN, NY]] } }', 'E1007', 'NY'],
    ['preferences: { a: { ranking: [YN], unknown: [[YN, YN]] } }', 'E1212', 'YN'],
    ['preferences: { c: [x] }', 'E1204', 'c'],
    ['forbiddenMoves: [{ by: c, from: x, to: y }]', 'E1204', 'c'],
    ['hypergame: { a: nobody }', 'E1206', 'nobody'],
    ['offers: [{ id: o, to: a, option: { id: x } }]', 'E1208', 'x'],
    ['agreements: [{ id: t, when: x }, { id: t, when: y }]', 'E1208', 't'],
    ['checks: [{ premise: a.1, finding: confirmed }]', 'E1211', 'a.1'],
    ['preferences: { a: [x] }\nchecks: [{ premise: a.2, finding: confirmed }]', 'E1211', 'a.2'],
    ['preferences: { a: [x] }\nchecks: [{ premise: a.1, claim: c, finding: confirmed }]', 'E1010', 'claim'],
  ])('[CAS6] %j is %s at %j', (lines, code, at) => {
    expect(marked(small(lines))).toEqual([[code, at]]);
  });

  test('[CAS6] an unknown key says which there are and which is nearest', () => {
    expect(only(small('statusquo: []'))).toMatchObject({
      code: 'E1005',
      nearest: 'statusQuo',
      expected: expect.stringMatching(/^one of impasse, title, /),
    });
  });

  test('[CAS7] the short form and the long form read alike', () => {
    const short = readCase(
      small(
        'preferences: { a: [x], b: [y] }\ninfeasible: [x & y]\nleavesOut: [That]\nby: Me\nsignatories: a\n',
      ),
    ).value?.accounts[0];
    expect(short).toMatchObject({
      signatories: ['a'],
      leavesOut: [{ says: 'That' }],
      by: { name: 'Me' },
      infeasible: [{ text: 'x & y', kind: 'logical' }],
      preferences: { a: { kind: 'statements', statements: [{ text: 'x' }] } },
    });
    const numbers = readCase(
      'impasse: 1\ntitle: 1984\ndecisionMakers: [{ id: 1, options: [2] }]\nstatusQuo: [2]\n',
    );
    expect(numbers.value).toMatchObject({ title: '1984', options: [{ key: '2', decisionMaker: '1' }] });
  });

  test('[CAS8] a pattern stands for an expression, and a bar without a kind is logical', () => {
    const text = small(
      'infeasible: [YY, { pattern: Y- }, { when: -Y, kind: assumed }]\nagreement: NY\npreferences: { a: [YN] }\n',
    );
    const [account] = readCase(text).value?.accounts ?? [];
    expect(account?.infeasible.map(({ text: bar, kind }) => [bar, kind])).toEqual([
      ['YY', 'logical'],
      ['Y-', 'logical'],
      ['-Y', 'assumed'],
    ]);
    expect(account?.infeasible[1]?.when).toEqual({ kind: 'option', key: 'x' });
    expect(account?.agreements[0]?.when).toMatchObject({ expression: { kind: 'and' } });
  });

  test('[CAS9] ids are given once (E1208) and can stand in expressions (E1209)', () => {
    const text = `impasse: 1
title: T
sources: [{ id: s, title: One }, { id: s, title: Two }]
facts: [{ id: s, says: Three }]
decisionMakers:
  - { id: a, options: [x, x, "two words", not] }
  - { id: a, options: [z] }
  - { id: infeasible, options: [w] }
  - { id: "" }
statusQuo: []
`;
    expect(problems(text)).toEqual([
      '3:40 E1208',
      '4:15 E1208',
      '6:27 E1208',
      '6:30 E1209',
      '6:43 E1209',
      '7:11 E1208',
      '8:11 E1209',
      '9:11 E1209',
    ]);
  });

  test('[CAS9] an option id of two decision makers is qualified', () => {
    const text = `impasse: 1
title: T
decisionMakers: [{ id: a, options: [stop] }, { id: b, options: [stop, go] }]
statusQuo: [b.stop]
agreement: a.stop & stop & b.go
`;
    expect(readCase(text).diagnostics).toEqual([
      expect.objectContaining({ code: 'E1202', expected: '`a.stop` or `b.stop`' }),
    ]);
    const sound = readCase(text.replace('& stop ', ''));
    expect(sound.value?.options.map(({ key }) => key)).toEqual(['a.stop', 'b.stop', 'go']);
    expect(sound.value?.accounts[0]?.statusQuo).toMatchObject({ taken: ['b.stop'] });
  });

  test('[CAS17] what is analysed has a status quo (E1214), and a case has something to decide (E1215)', () => {
    expect(marked('impasse: 1\ntitle: T\ndecisionMakers: [{ id: a, options: [x] }]\n')).toEqual([
      ['E1214', 'title'],
    ]);
    expect(marked('impasse: 1\ntitle: T\ndecisionMakers: [a]\nstatusQuo: []\n')).toEqual([
      ['E1215', 'decisionMakers'],
    ]);
  });

  test('[CAS19] an id that names nothing is a warning (W1001), and there is a case all the same', () => {
    const text = `impasse: 1
title: T
sources: [{ id: s1, title: One }]
facts: [{ id: f1, says: That, source: [s1, s2] }]
decisionMakers: [{ id: a, options: [x] }]
statusQuo: []
preferences: { a: [{ statement: x, evidence: [f1, s1, s12, f2] }] }
checks: [{ claim: c, fact: s1, finding: confirmed }]
`;
    const { value, diagnostics } = readCase(text, { statements: ['s12'] });
    expect(value).toBeDefined();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual(
      Array(3).fill(['W1001', 'warning']),
    );
    expect(diagnostics.map(({ at }) => text.slice(at?.start.offset, at?.end.offset))).toEqual([
      's2',
      'f2',
      's1',
    ]);
  });
});

describe('limits', () => {
  const nested = (n: number): string => `a: ${'['.repeat(n)}${']'.repeat(n)}\n`;

  test.each([
    ['size', 'x'.repeat(5_000_001)],
    ['depth in brackets', nested(101)],
    ['depth in lines', Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['depth on one line', '- '.repeat(5_000)],
    ['parts', '- a\n'.repeat(200_000)],
    ['aliases', `a: &a 1\nb: [${'*a,'.repeat(1_001)}]\n`],
    ['brackets that close nothing', ']'.repeat(1_000)],
  ])('[CAS20] too much %s is E1003', (_, text) => {
    expect(only(text)).toMatchObject({ code: 'E1003', at: expect.anything() });
  });

  test('[CAS20] aliases of aliases end at a bound (E1003)', () => {
    const options = Array.from({ length: 400 }, (_, i) => `o${i}`).join(', ');
    const text = `impasse: 1
title: T
statusQuo: []
decisionMakers:
  - &a { id: a, options: [${options}] }
${'  - *a\n'.repeat(900)}`;
    expect(readCase(text).diagnostics.map(({ code }) => code)).toContain('E1003');
  });

  test('[CAS20] of many problems the first are shown, and that there are more (E1012)', () => {
    const text = small(`preferences: { a: [${Array.from({ length: 500 }, (_, i) => `no${i}`).join(', ')}] }`);
    const { diagnostics } = readCase(text);
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics[99]).toMatchObject({ code: 'E1201', message: expect.stringContaining('no99') });
    expect(diagnostics[100]).toMatchObject({ code: 'E1012' });
    expect(readCase(text, { limits: { diagnostics: 3 } }).diagnostics).toHaveLength(4);
  });

  test('[CAS20] accounts are at most 250 (E1003)', () => {
    const accounts = Array.from({ length: 251 }, (_, i) => `  - { id: k${i} }`).join('\n');
    expect(problems(small(`accounts:\n${accounts}\n`))).toEqual(['256:11 E1003']);
  });
});

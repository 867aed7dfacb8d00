// Holds accounts to the rules of what they take over, and graph form to its own.
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../tests/support/repository.ts';
import type { Account, Case } from '../../model/index.ts';
import { readCase } from './read-case.ts';

const read = (text: string): Case => {
  const { value, diagnostics } = readCase(text);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value as Case;
};
const marked = (text: string): string[][] =>
  readCase(text).diagnostics.map(({ at, code }) => [code, text.slice(at?.start.offset, at?.end.offset)]);
const account = (text: string, id: string): Account =>
  read(text).accounts.find((one) => one.id === id) as Account;
const texts = (one: Account, dm: string): unknown => {
  const preference = one.preferences[dm];
  return preference?.kind === 'statements' ? preference.statements.map(({ text }) => text) : preference?.kind;
};

/** Two parties with two options each, and accounts as given. */
const rivals = (accounts: string, base = ''): string => `impasse: 1
title: Rivals
decisionMakers:
  - { id: a, options: [a1, a2] }
  - { id: b, options: [b1, b2] }
statusQuo: [a1, b1]
${base}accounts:
${accounts}`;

describe('what the contract shows', () => {
  test.each(['contract-euphrates', 'contract-truce', 'contract-commented-keys', 'graph-form'])(
    '[CAS1] %s.yaml reads without a diagnostic',
    (name) => {
      expect(readCase(textOf(`tests/fixtures/case/${name}.yaml`))).toMatchObject({
        value: expect.anything(),
        diagnostics: [],
      });
    },
  );

  test('the first example', () => {
    const [base, ...others] = read(textOf('tests/fixtures/case/contract-euphrates.yaml')).accounts;
    expect(others).toEqual([]);
    expect(base).toMatchObject({
      id: 'base',
      name: 'Euphrates dispute, 1975',
      variant: false,
      statusQuo: { kind: 'options', taken: [] },
      noDeal: { kind: 'statusQuo' },
      signatories: ['syria', 'iraq'],
      agreements: [{ id: 'agreement', kind: 'other', text: 'release & !attack' }],
      infeasible: [
        { text: 'release & escalate', kind: 'logical', because: 'one excludes the other' },
        { text: 'YY-', kind: 'logical' },
      ],
      preferences: {
        syria: {
          kind: 'statements',
          statements: [{}, { text: 'escalate', because: 'leverage over the river' }, {}, {}],
        },
        iraq: {
          kind: 'ranking',
          groups: [[{ taken: ['release'] }], [{ taken: ['attack'] }], {}, {}, {}, {}],
        },
      },
    });
  });

  test('the second example', () => {
    const whole = read(textOf('tests/fixtures/case/contract-truce.yaml'));
    expect(whole.accounts.map(({ id, parent, variant }) => [id, parent, variant])).toEqual([
      ['a', 'base', false],
      ['b', 'base', false],
      ['b2', 'b', true],
    ]);
    const [a, b, b2] = whole.accounts as [Account, Account, Account];
    expect(a.decisionMakers.map(({ id }) => id)).toEqual(['north', 'south']);
    expect(a.options.map(({ key }) => key)).toEqual(['n_stop', 's_stop']);
    expect({ ...a.labels }).toEqual({ south: 'The southern regime', s_stop: 'South gives up' });
    expect(a.preferences.south).toMatchObject({
      kind: 'open-order',
      statements: [{ text: '!s_stop', evidence: ['op1'], word: 'adversary' }, { text: 'n_stop' }],
    });
    expect(a.checks).toMatchObject([{ premise: 'south.1', facts: ['f1'], finding: 'overstated' }]);
    expect([a.agreements.map(({ id }) => id), a.kinds.map(({ id }) => id), a.inexpressible]).toEqual([
      ['truce'],
      ['truce'],
      ['peace'],
    ]);
    expect(b.preferences.south).toMatchObject({ kind: 'alternatives', lists: [{}, {}] });
    expect(b2.preferences.south).toEqual(b.preferences.south);
    expect(b.preferences.patron).toMatchObject({
      kind: 'weights',
      weights: [
        ['guard', -1],
        ['n_stop', 2],
        ['s_stop', 2],
      ],
    });
    expect(b2.preferences.patron).toMatchObject({ kind: 'statements', statements: [{ text: 'guard' }] });
    expect({ ...whole.hypergame }).toEqual({ north: 'a', south: 'b', patron: 'b' });
    expect(whole.offers).toMatchObject([
      { id: 'snapback', to: 'patron', option: { id: 'snap', direction: 'take' } },
    ]);
  });
});

describe('accounts', () => {
  test('[CAS10] preferences are merged decision maker by decision maker, other parts replaced', () => {
    const text = rivals(
      `  - { id: k, preferences: { a: [a1] }, infeasible: [b1 & b2], labels: { a: A }, description: D }
  - { id: l, extends: k, preferences: { b: [b2] }, labels: { b: B } }
`,
      'preferences: { a: [a2], b: [b1] }\ninfeasible: [a1 & a2]\nby: Somebody\n',
    );
    const [base, k, l] = read(text).accounts as [Account, Account, Account];
    expect([base, k, l].map((one) => [texts(one, 'a'), texts(one, 'b')])).toEqual([
      [['a2'], ['b1']],
      [['a1'], ['b1']],
      [['a1'], ['b2']],
    ]);
    expect([base, k, l].map((one) => one.infeasible.map((bar) => bar.text))).toEqual([
      ['a1 & a2'],
      ['b1 & b2'],
      ['b1 & b2'],
    ]);
    expect([{ ...k.labels }, { ...l.labels }]).toEqual([{ a: 'A' }, { b: 'B' }]);
    expect([k.by, l.by]).toEqual([{ name: 'Somebody' }, { name: 'Somebody' }]);
    expect([k.description, l.description, l.name]).toEqual(['D', undefined, 'l']);
  });

  test('[CAS10] an account may extend one that stands below it', () => {
    const text = rivals('  - { id: l, extends: k }\n  - { id: k, preferences: { a: [a1] } }\n');
    expect(read(text).accounts.map(({ id }) => id)).toEqual(['l', 'k']);
    expect(texts(account(text, 'l'), 'a')).toEqual(['a1']);
  });

  test('[CAS11] the base is one more only with preferences of its own', () => {
    const ids = (text: string): string[] => read(text).accounts.map(({ id }) => id);
    expect(ids(rivals('  - { id: k }\n'))).toEqual(['k']);
    expect(ids(rivals('  - { id: k }\n', 'preferences: { a: [a1] }\n'))).toEqual(['base', 'k']);
    expect(marked(rivals('  - { id: base }\n'))).toEqual([['E1209', 'base']]);
  });

  test('[CAS12] extending nothing (E1206) or in a circle (E1207) is an error', () => {
    expect(marked(rivals('  - { id: kyiv, extends: kiyv }\n'))).toEqual([['E1206', 'kiyv']]);
    expect(
      marked(rivals('  - { id: k, extends: l }\n  - { id: l, extends: m }\n  - { id: m, extends: k }\n')),
    ).toEqual([['E1207', 'k']]);
    expect(marked(rivals('  - { id: k, extends: k }\n'))).toEqual([['E1207', 'k']]);
  });

  test('[CAS13] options and decision makers stand in the order of the base', () => {
    const k = account(rivals('  - { id: k, decisionMakers: [b, a], options: [b2, a1] }\n'), 'k');
    expect(k.decisionMakers.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(k.options.map(({ key }) => key)).toEqual(['a1', 'b2']);
  });

  test.each([
    ['statusQuo: [a2]', 'E1203', 'a2'],
    ['preferences: { a: [a1 & !a2] }', 'E1203', 'a2'],
    ['preferences: { b: [a1] }', 'E1205', 'b'],
    ['preferences: { a: { weights: { b1: 2 } } }', 'E1203', 'b1'],
    ['infeasible: [YN]', 'E1105', 'N'],
    ['labels: { b1: B }', 'E1203', 'b1'],
    ['signatories: [b]', 'E1205', 'b'],
    ['concepts: { b: seq }', 'E1205', 'b'],
    ['forbiddenMoves: [{ by: b, from: a1, to: "!a1" }]', 'E1205', 'b'],
  ])('[CAS13] an account of a1 alone that states %j has %s at %j', (lines, code, at) => {
    const text = rivals(`  - id: k
    decisionMakers: [a]
    options: [a1]
    ${lines.replaceAll('\n', '\n    ')}
`);
    expect(marked(text)).toEqual([[code, at]]);
  });

  test('[CAS13] what it lists is known and its own', () => {
    expect(marked(rivals('  - { id: k, decisionMakers: [a], options: [a1, b1, a3] }\n'))).toEqual([
      ['E1205', 'b1'],
      ['E1201', 'a3'],
    ]);
    expect(marked(rivals('  - { id: k, decisionMakers: [a, c, a] }\n'))).toEqual([
      ['E1204', 'c'],
      ['E1212', 'a'],
    ]);
    expect(marked(rivals('  - { id: k, decisionMakers: [] }\n'))).toEqual([['E1007', 'decisionMakers']]);
  });

  test('[CAS14] a status quo loses unmodelled options, a bar that names one is left out with W1002', () => {
    const text = rivals(
      '  - { id: k, decisionMakers: [a], options: [a1] }\n',
      `infeasible: [a1 & b1, "Y---", { when: a1, kind: legal }]
forbiddenMoves: [{ by: a, from: a1, to: b1 }, { by: b, from: b1, to: a1 }]
noDeal: [a1, a2]
signatories: [a, b]
concepts: { a: seq, b: gmr }
labels: { a: A, b: B, a1: One, b1: Two }
`,
    );
    expect(marked(text)).toEqual([
      ['W1002', 'k'],
      ['W1002', 'k'],
    ]);
    const k = account(text, 'k');
    expect(k.statusQuo).toMatchObject({ taken: ['a1'] });
    expect(k.noDeal).toMatchObject({ state: { taken: ['a1'] } });
    // The pattern of four options would mean something else among one.
    expect(k.infeasible.map((bar) => bar.text)).toEqual(['a1', 'a1']);
    expect(k.forbiddenMoves).toEqual([]);
    expect(k.signatories).toEqual(['a']);
    expect({ ...k.concepts }).toEqual({ a: 'seq' });
    expect({ ...k.labels }).toEqual({ a: 'A', a1: 'One' });
  });

  test.each([
    ['preferences: { a: [a1, a1 & a2] }', 1],
    ['preferences: { a: { ranking: [YYYY] } }', 1],
    ['preferences: { a: { statements: [a1], unknown: [[YYYY, NNNN]] } }', 1],
    ['preferences: { a: { alternatives: [[a1], [b1]] } }', 1],
    ['preferences: { a: { order: unknown, statements: [b1, b2] } }', 2],
    ['preferences: { b: [a2] }', 0],
    ['preferences: { a: { weights: { a1: 1, b1: 2 } } }', 0],
    ['signatories: [b]', 1],
  ])('[CAS14] of %j an account of a1 alone takes over with %i errors (E1213)', (base, errors) => {
    const text = rivals('  - { id: k, decisionMakers: [a], options: [a1] }\n', `${base}\n`);
    const found = readCase(text).diagnostics.map(({ code }) => code);
    expect(found).toEqual(Array(errors).fill('E1213'));
  });

  test('[CAS14] states named for fewer options cannot be taken over (E1213)', () => {
    const text = rivals(`  - { id: k, options: [a1, b1], preferences: { a: { ranking: [YY, YN, NY, NN] } } }
  - { id: l, extends: k, options: [a1, b1, b2] }
`);
    expect(marked(text)).toEqual([['E1213', 'l']]);
  });

  test('[CAS15] an account has its own agreement, and is still asked about those of the case', () => {
    const base = 'agreements: [{ id: t, kind: talks, when: a1 }, { id: s, when: a1 & b1, excludes: b2 }]\n';
    const k = account(rivals('  - { id: k, options: [a1, b1], agreement: b1 }\n', base), 'k');
    expect(k.agreements.map(({ id, kind }) => [id, kind])).toEqual([['agreement', 'other']]);
    expect(k.kinds.map(({ id }) => id)).toEqual(['t']);
    expect(k.inexpressible).toEqual(['s']);
    const whole = read(rivals('  - { id: k }\n', base));
    expect(whole.agreements.map(({ id }) => id)).toEqual(['t', 's']);
    expect(whole.accounts[0]?.agreements).toEqual(whole.agreements);
  });

  test('[CAS15] the agreement of an extended account must be expressed (E1213)', () => {
    const text = rivals('  - { id: k, agreement: b2 }\n  - { id: l, extends: k, options: [a1, b1] }\n');
    expect(marked(text)).toEqual([['E1213', 'l']]);
  });

  test('[CAS16] checks are taken over with the premises that they concern', () => {
    const text = rivals(`  - id: k
    preferences: { a: [a1, a2], b: [b1] }
    checks:
      - { premise: a.2, finding: confirmed }
      - { premise: b.1, finding: overstated }
      - { claim: That, finding: not-found }
  - { id: l, extends: k, preferences: { a: [b1, a2], b: [b2] } }
  - { id: m, extends: k, preferences: { a: [a2, a1] }, checks: [] }
  - { id: n, extends: l, preferences: { a: [a2] } }
`);
    const checks = (id: string) => account(text, id).checks.map(({ premise, claim }) => premise ?? claim);
    expect([checks('k'), checks('l'), checks('m'), checks('n')]).toEqual([
      ['a.2', 'b.1', 'That'],
      ['a.2', 'That'],
      [],
      ['a.1', 'That'],
    ]);
  });

  test('[CAS16] premises are statements, bars and forbidden moves, numbered from 1 (E1211)', () => {
    const check = (premise: string): string =>
      rivals(
        `  - id: k
    infeasible: [a1 & a2]
    forbiddenMoves: [{ by: a, from: a1, to: "!a1" }]
    preferences: { a: { alternatives: [[a1], [a2, b1]] }, b: { weights: { b1: 1 } } }
    checks: [{ premise: ${premise}, finding: confirmed }]
`,
      );
    for (const premise of ['infeasible.1', 'forbiddenMoves.1', 'a.1', 'a.3'])
      expect(marked(check(premise)), premise).toEqual([]);
    for (const premise of ['infeasible.2', 'forbiddenMoves.0', 'a.4', 'b.1', 'c.1', 'a', 'a.01'])
      expect(marked(check(premise)), premise).toEqual([['E1211', premise]]);
    expect(readCase(check('a.4')).diagnostics[0]?.expected).toBe('`a.1` to `a.3`');
  });

  test('[CAS17] every account has a status quo (E1214), of its own or taken over', () => {
    const text = rivals('  - { id: k, statusQuo: [a2] }\n  - { id: l, extends: k }\n  - { id: m }\n');
    expect(marked(text.replace('statusQuo: [a1, b1]\n', ''))).toEqual([['E1214', 'm']]);
  });
});

describe('graph form', () => {
  const graph = (more = ''): string => `impasse: 1
title: Graph
decisionMakers: [a, b]
states: [s1, { id: s2, name: Two }, 3]
moves: { a: { s1: [s2, 3] }, b: { s2: s1 } }
statusQuo: s1
${more}`;

  test('[CAS18] states, moves, conditions and rankings are given by ids', () => {
    const [base] = read(
      graph('agreement: [s2, 3]\nnoDeal: 3\npreferences: { a: { ranking: [3, [s1, s2]] } }\n'),
    ).accounts;
    expect(base).toMatchObject({
      options: [],
      graph: {
        states: [
          { id: 's1', name: 's1' },
          { id: 's2', name: 'Two' },
          { id: '3', name: '3' },
        ],
        moves: {
          a: [
            [0, 1],
            [0, 2],
          ],
          b: [[1, 0]],
        },
      },
      statusQuo: { kind: 'name', name: 's1' },
      agreements: [{ when: { kind: 'names', names: ['s2', '3'] }, text: 's2, 3' }],
      noDeal: { kind: 'state', state: { kind: 'name', name: '3' } },
      preferences: { a: { groups: [[{ name: '3' }], [{ name: 's1' }, { name: 's2' }]] } },
    });
  });

  test('[CAS18] an account recognises a part, and may state moves of its own', () => {
    const text = graph(
      'accounts:\n  - { id: k, decisionMakers: [a] }\n  - { id: l, moves: { b: { 3: s1 } } }\n',
    );
    expect(Object.keys(account(text, 'k').graph?.moves ?? {})).toEqual(['a']);
    expect({ ...account(text, 'l').graph?.moves }).toEqual({ b: [[2, 0]] });
  });

  test.each([
    ['agreement: s4', 'E1210', 's4'],
    ['noDeal: [s1, s2]', 'E1007', 's2'],
    ['preferences: { a: { ranking: [s1, s1] } }', 'E1212', 's1'],
    ['preferences: { a: { weights: { s1: 1 } } }', 'E1010', 's1'],
    ['infeasible: [s1]', 'E1010', 'infeasible'],
    ['forbiddenMoves: []', 'E1010', 'forbiddenMoves'],
    ['accounts: [{ id: k, options: [s1] }]', 'E1010', 'options'],
    ['accounts: [{ id: k, moves: { a: { s1: [s1] } } }]', 'E1010', 's1'],
    ['accounts: [{ id: k, moves: { a: { s1: [s2, s2] } } }]', 'E1212', 's2'],
    ['accounts: [{ id: k, moves: { a: { s9: [s2] } } }]', 'E1210', 's9'],
  ])('[CAS18] %j is %s at %j', (lines, code, at) => {
    expect(marked(graph(lines))).toEqual([[code, at]]);
  });

  test('[CAS18] states need moves (E1009), and stand beside no options (E1010)', () => {
    expect(marked(graph().replace(/moves.*\n/, ''))).toEqual([['E1009', 'states']]);
    expect(marked(graph().replace('[a, b]', '[a, { id: b, options: [x] }]'))).toEqual([['E1010', 'options']]);
    expect(marked(graph().replace('[s1, {', '[s1, s1, {'))).toEqual([['E1208', 's1']]);
  });
});

test('names that objects have of their own are ids like others', () => {
  const text = `impasse: 1
title: T
decisionMakers: [{ id: constructor, options: [__proto__] }, { id: toString, options: [x] }]
statusQuo: [__proto__]
preferences: { constructor: [__proto__] }
labels: { __proto__: P }
`;
  const [base] = read(text).accounts as [Account];
  expect(Object.keys(base.preferences)).toEqual(['constructor']);
  expect(base.preferences.toString).toBeUndefined();
  expect(Object.entries(base.labels)).toEqual([['__proto__', 'P']]);
});

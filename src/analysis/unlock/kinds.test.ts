// Checks what each kind of change does to an account, one by one, on conflicts small enough to see through.
import { describe, expect, test } from 'vitest';
import { equilibria, referenceSolve } from '../../engine/index.ts';
import { readCase } from '../../formats/index.ts';
import type { Account, Case, Conflict, Expression } from '../../model/index.ts';
import { conflictOf, graphModel, holds, movesFrom, printExpression, stateName } from '../../model/index.ts';
import { keptOf } from '../kept.ts';
import { applyEdits, editedPreference, listKey } from './apply.ts';
import { editsOf } from './candidates.ts';
import type { Edit, EditKind, StatementEdit } from './edit.ts';
import { allEditKinds, costOf } from './edit.ts';
import { packageGround, packageMoves } from './package-moves.ts';
import { preconditionOf, softened } from './rewrite.ts';
import { defaultUnlockQuestion, unlockOf } from './unlock.ts';

function caseOf(text: string): Case {
  const { value, diagnostics } = readCase(text, { uri: 'case.yaml' });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** Two sides, a third that can help, bars of every kind, and an offer. */
const talks = (more = ''): Case =>
  caseOf(`impasse: 1
title: Talks
decisionMakers:
  - { id: north, options: [{ id: leave }, { id: shell }] }
  - { id: south, options: [{ id: talk }] }
  - { id: third, options: [{ id: guard, direction: take }] }
infeasible:
  - { when: leave & shell, kind: logical }
  - { when: talk & guard, kind: physical }
  - { when: talk & shell, kind: assumed }
  - { when: leave, kind: legal }
statusQuo: [shell]
agreement: talk & !shell
preferences:
  north: [talk, "shell if !talk"]
  south: ["!talk if !leave", "!(talk & shell)", leave]
  third: [talk]
offers: [{ id: aid, to: third, option: { id: money } }]
${more}`);

const base = (value: Case): Account => value.accounts[0] as Account;
const conflict = (value: Case): Conflict => conflictOf(base(value)).value as Conflict;
const editsFor = (value: Case, ...kinds: EditKind[]): readonly Edit[] =>
  editsOf(base(value), value.offers, new Set(kinds));
const key = (name: string): Expression => ({ kind: 'option', key: name });
const not = (of: Expression): Expression => ({ kind: 'not', of });
const formula = (text: string, value = talks()): Expression => {
  const found = caseOf(`impasse: 1
title: one
decisionMakers: [{ id: a, options: [${base(value)
    .options.map((option) => `{ id: ${option.key} }`)
    .join(', ')}] }]
statusQuo: []
preferences: { a: ["${text}"] }`).accounts[0]?.preferences.a;
  const when = found?.kind === 'statements' ? found.statements[0]?.when : undefined;
  if (when?.kind !== 'expression') throw new Error(text);
  return when.expression;
};
const listOf = (account: Account, id: string): readonly string[] => {
  const preference = account.preferences[id];
  return preference?.kind === 'statements'
    ? preference.statements.map(({ when }) =>
        when.kind === 'expression' ? printExpression(when.expression) : '',
      )
    : [];
};

describe('changes of statements', () => {
  const lines = (edits: readonly StatementEdit[], names = ['a', 'b', 'c', 'd']): string | undefined => {
    const statements = names.map((name) => ({
      when: { kind: 'expression', expression: key(name) } as const,
      text: name,
    }));
    const edited = editedPreference({ kind: 'statements', statements }, edits);
    return edited?.kind === 'statements' ? edited.statements.map(({ text }) => text).join('') : undefined;
  };
  const at = (place: number) => ({ decisionMaker: 'x', premise: `x.${place + 1}`, place });
  const move = (from: number, to: number): StatementEdit => ({ ...at(from - 1), kind: 'move', from, to });
  const drop = (place: number): StatementEdit => ({ ...at(place - 1), kind: 'drop' });

  test('[UNL2, UNL10] moves and drops do not depend on the order in which they are named', () => {
    expect(lines([move(1, 3)])).toBe('bcad');
    expect(lines([move(1, 3), move(4, 1)])).toBe('dbac');
    expect(lines([move(4, 1), move(1, 3)])).toBe('dbac');
    expect(lines([drop(2), move(4, 1)])).toBe('dac');
    expect(lines([move(4, 1), drop(2)])).toBe('dac');
  });

  test('[UNL2] changes of one statement, or to one place, exclude each other', () => {
    expect(lines([move(1, 3), move(2, 3)])).toBeUndefined();
    expect(lines([move(1, 3), drop(1)])).toBeUndefined();
    expect(lines([drop(1), drop(1)])).toBeUndefined();
  });

  test('[UNL12] a softened statement is true where it was, and where the step is taken; elsewhere as before', () => {
    for (const text of [
      '!talk',
      '!talk if !leave',
      '!talk if leave',
      'talk & leave',
      '!(talk & shell)',
      'talk if leave & shell',
    ]) {
      const before = formula(text);
      const after = softened(before, key('guard'));
      for (let bits = 0; bits < 16; bits += 1) {
        const taken = new Set(['leave', 'shell', 'talk', 'guard'].filter((_, place) => (bits >> place) & 1));
        expect(holds(after, taken), `${text} ${[...taken]}`).toBe(taken.has('guard') || holds(before, taken));
      }
    }
    expect(printExpression(softened(formula('!talk if !leave'), key('guard')))).toBe(
      '!talk if !(leave | guard)',
    );
    expect(printExpression(softened(formula('!talk'), not(key('shell'))))).toBe('!talk if shell');
  });

  test('[UNL13] a precondition is found in each of its forms, and nothing else is one', () => {
    const isOwn = (name: string): boolean => name === 'talk';
    const found = (text: string): string | undefined => {
      const parts = preconditionOf(formula(text), isOwn);
      return parts === undefined
        ? undefined
        : `${printExpression(parts.own)} if ${printExpression(parts.others)}`;
    };
    expect(found('!talk if !leave')).toBe('!talk if !leave');
    expect(found('!(talk & shell)')).toBe('!talk if shell');
    expect(found('!talk | leave')).toBe('!talk if !leave');
    expect(found('!(talk & shell & guard)')).toBe('!talk if shell & guard');
    for (const text of [
      '!talk',
      'leave',
      'leave if talk',
      'leave if shell',
      'talk & leave',
      '!(leave & shell)',
    ])
      expect(found(text), text).toBeUndefined();
  });

  test('[UNL11, UNL12, UNL13] what is tried on the lists: steps of others that an agreement has, and preconditions', () => {
    const value = talks();
    const tried = editsFor(value, 'soften', 'simultaneous').map((edit) => [
      edit.kind,
      'premise' in edit ? edit.premise : '',
      'becomes' in edit ? edit.becomes.text : '',
    ]);
    expect(tried).toEqual([
      // The third side's guarantee excludes talks by the nature of things: no agreement has it. Money is on offer.
      ['soften', 'north.1', 'talk if !money'],
      ['soften', 'north.2', 'shell if !(talk | money)'],
      ['simultaneous', 'north.2', 'shell <-> !talk'],
      ['soften', 'south.1', '!talk if !(leave | !shell)'],
      ['soften', 'south.1', '!talk if !(leave | money)'],
      ['simultaneous', 'south.1', '!talk <-> !leave'],
      ['soften', 'south.2', '!(talk & shell) if !leave'],
      ['soften', 'south.2', '!(talk & shell) if !money'],
      ['simultaneous', 'south.2', '!talk <-> shell'],
      ['soften', 'south.3', 'leave if shell'],
      ['soften', 'south.3', 'leave if !money'],
      ['soften', 'third.1', 'talk if !leave'],
      ['soften', 'third.1', 'talk if shell'],
    ]);
  });

  test('[UNL3] lists are told apart by their formulas in order, whatever their rankings', () => {
    const [first, second] = ['talk, leave', 'talk, "leave & talk"'].map((list) =>
      caseOf(`impasse: 1
title: t
decisionMakers: [{ id: a, options: [{ id: talk }, { id: leave }] }]
statusQuo: []
preferences: { a: [${list}] }`),
    );
    expect(listKey(base(first as Case).preferences.a!)).not.toBe(
      listKey(base(second as Case).preferences.a!),
    );
  });
});

describe('changes of options, bars and signatories', () => {
  test('[UNL14] legal and assumed bars can be lifted, logical and physical ones never', () => {
    const lifts = editsFor(talks(), 'lift');
    expect(lifts).toEqual([
      { kind: 'lift', premise: 'infeasible.3', place: 2 },
      { kind: 'lift', premise: 'infeasible.4', place: 3, decisionMaker: 'north' },
    ]);
    const lifted = applyEdits(base(talks()), [], lifts)?.account;
    expect(lifted?.infeasible.map(({ kind }) => kind)).toEqual(['logical', 'physical']);
  });

  test('[UNL15] one-way binds a step, two-way frees an option', () => {
    const edits = editsFor(talks(), 'one-way', 'two-way');
    expect(edits).toEqual([
      { kind: 'one-way', decisionMaker: 'north', option: 'leave', direction: 'take' },
      { kind: 'one-way', decisionMaker: 'north', option: 'shell', direction: 'drop' },
      { kind: 'one-way', decisionMaker: 'south', option: 'talk', direction: 'take' },
      { kind: 'two-way', decisionMaker: 'third', option: 'guard' },
    ]);
    const directions = applyEdits(base(talks()), [], edits)?.account.options.map(
      ({ direction }) => direction,
    );
    expect(directions).toEqual(['take', 'drop', 'take', 'both']);
    expect(applyEdits(base(talks()), [], [edits[0]!, edits[0]!])).toBeUndefined();
  });

  test('[UNL16] a first step counts where others make a wish depend on it, and nowhere else', () => {
    const value = talks();
    const phases = editsFor(value, 'phase');
    expect(phases.map((edit) => ('option' in edit ? edit.option : ''))).toEqual(['leave', 'shell', 'talk']);
    const left = applyEdits(base(value), [], [phases[0]!])?.account as Account;
    expect(left.options.at(-1)).toMatchObject({
      key: 'leave_step',
      decisionMaker: 'north',
      direction: 'both',
    });
    expect(left.infeasible.at(-1)?.text).toBe('leave & !leave_step');
    expect(listOf(left, 'south')).toEqual(['!talk if !leave_step', '!talk if shell', 'leave']);
    expect(listOf(left, 'north')).toEqual(listOf(base(value), 'north'));
    const paused = applyEdits(base(value), [], [phases[1]!])?.account as Account;
    expect(paused.infeasible.at(-1)?.text).toBe('!shell & !shell_pause');
    expect(listOf(paused, 'south')[1]).toBe('!talk if shell & !shell_pause');
  });

  test('[UNL17] an offer gives an option that nobody speaks of, and a waiver may rest on it in the same set', () => {
    const value = talks();
    const [offer] = editsFor(value, 'offer');
    expect(offer).toEqual({ kind: 'offer', decisionMaker: 'third', offer: 'aid', option: 'money' });
    const waiver = editsFor(value, 'soften').find((edit) => edit.kind === 'soften' && edit.offer === 'aid')!;
    expect(applyEdits(base(value), value.offers, [waiver])).toBeUndefined();
    const made = applyEdits(base(value), value.offers, [offer!, waiver])?.account;
    expect(made?.options.at(-1)).toMatchObject({ key: 'money', decisionMaker: 'third' });
    expect(listOf(made!, 'north')[0]).toBe('talk if !money');
  });

  test('[UNL18] one consent less, and never the last one', () => {
    const consents = editsFor(talks(), 'consent');
    expect(consents).toHaveLength(3);
    expect(applyEdits(base(talks()), [], consents.slice(0, 2))?.account.signatories).toEqual(['third']);
    expect(applyEdits(base(talks()), [], consents)).toBeUndefined();
  });

  test('[UNL18] who has to act for an agreement has to agree to it', () => {
    const value = (actor: string): Conflict =>
      conflict(
        caseOf(`impasse: 1
title: Consent
decisionMakers:
  - { id: a, options: [{ id: act, direction: take }] }
  - { id: b, options: [{ id: other }] }
statusQuo: []
agreement: act
preferences: { a: [${actor}], b: ["!act"] }`),
      );
    const found = unlockOf(value('act'), [], { ...defaultUnlockQuestion, kinds: ['consent'] });
    expect(found.headline.map(({ edits }) => edits)).toEqual([[{ kind: 'consent', decisionMaker: 'b' }]]);
    expect(found.headline[0]?.opens).toMatchObject([{ deal: true, reachable: 'improvements' }]);
    // Here the other side would have to be made to act without its consent.
    expect(
      unlockOf(value('"!act"'), [], { ...defaultUnlockQuestion, kinds: ['consent', 'drop'] }).headline.map(
        ({ edits }) => edits.map(({ kind }) => kind),
      ),
    ).not.toContainEqual(['consent']);
  });

  test('[UNL19] a package is taken by both owners at once, and falls when either goes back on it', () => {
    const value = caseOf(`impasse: 1
title: Package
decisionMakers:
  - { id: a, options: [{ id: pay }, { id: other }] }
  - { id: b, options: [{ id: stop, direction: drop }] }
statusQuo: [stop]
agreement: pay & !stop
preferences: { a: ["!stop", "!pay"], b: [pay] }`);
    const [link, ...others] = editsFor(value, 'link');
    expect(others).toHaveLength(1);
    expect(link).toEqual({ kind: 'link', members: ['a', 'b'], options: ['pay', 'stop'] });
    const made = applyEdits(base(value), [], [link!]);
    const linked = conflictOf(made!.account).value as Conflict;
    const names = Array.from({ length: linked.size }, (_, s) => stateName(linked, s));
    // Options pay, other, stop: the package is on where pay is taken and stop is not.
    expect(names).toEqual(['YNN', 'YYN', 'NNY', 'NYY']);
    if (linked.moves.kind !== 'option') throw new Error('option form');
    const parts = [{ options: [0, 2], owners: [0, 1], original: [false, true] }] as const;
    const moves = packageMoves(linked.moves, parts);
    const to = (dm: number, name: string): string[] =>
      movesFrom(moves, dm, names.indexOf(name)).map((s) => names[s]!);
    expect(to(0, 'YNN')).toEqual(['YYN', 'NNY', 'NYY']);
    // The second cannot take its step back: its option is one-way.
    expect(to(1, 'YNN')).toEqual([]);
    expect(to(0, 'NNY')).toEqual(['NYY']);
    expect(to(1, 'NNY')).toEqual([]);
    expect(packageGround(linked.moves, parts).packages(names.indexOf('NNY'))).toEqual([
      { movers: [0, 1], to: names.indexOf('YNN') },
    ]);
    expect(packageGround(linked.moves, parts).packages(names.indexOf('YNN'))).toEqual([]);
  });

  test('[UNL20] a joint move: every group of two or more, smaller ones first', () => {
    expect(
      editsFor(talks(), 'joint').map((edit) => ('members' in edit ? edit.members.join('+') : '')),
    ).toEqual(['north+south', 'north+third', 'south+third', 'north+south+third']);
  });

  test('[UNL7] a set costs as many decision makers as have to change or do something', () => {
    const [first, second] = editsFor(talks(), 'consent');
    expect(costOf([first!, second!])).toBe(2);
    expect(costOf([first!, first!])).toBe(1);
    expect(costOf(editsFor(talks(), 'lift'))).toBe(1);
    expect(costOf(editsFor(talks(), 'joint'))).toBe(3);
  });
});

describe('unlocking an account', () => {
  const all = { ...defaultUnlockQuestion, kinds: allEditKinds };

  test('[UNL7] sets are listed by size, then by cost', () => {
    const { found } = unlockOf(conflict(talks()), [], all);
    const keys = found.map(({ edits, cost }) => edits.length * 100 + cost);
    expect(found.length).toBeGreaterThan(3);
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
  });

  test('[UNL8] where an agreement holds already that is said, and nothing is searched for', () => {
    const value = talks().accounts[0]!;
    const eager = { ...value, preferences: {}, statusQuo: { kind: 'options', taken: ['talk'] } as const };
    const found = unlockOf(conflictOf(eager).value as Conflict, [], all);
    expect(found.holds.length).toBeGreaterThan(0);
    expect(found).toMatchObject({ found: [], exhausted: true });
    // It is the status quo itself, and so no deal: the headline is still searched for.
    expect(found.headlineHolds).toEqual([]);
    const none = conflictOf({ ...value, agreements: [] }).value as Conflict;
    expect(unlockOf(none, [], all)).toMatchObject({
      holds: [],
      found: [],
      headline: [],
      candidates: 0,
      exhausted: true,
    });
  });

  test('[UNL9] a stopped search, or one out of its budget, is not exhausted, and keeps what it found', () => {
    const whole = unlockOf(conflict(talks()), [], all);
    const stopped = unlockOf(conflict(talks()), [], all, { stopped: () => true });
    expect(stopped).toMatchObject({ exhausted: false, found: [], searched: 1 });
    const short = unlockOf(conflict(talks()), [], { ...all, maxSets: 40 });
    expect(short).toMatchObject({ exhausted: false, searched: 40 });
    expect(whole.exhausted).toBe(true);
    const texts = whole.found.map(({ edits }) => JSON.stringify(edits));
    for (const { edits } of short.found) expect(texts).toContain(JSON.stringify(edits));
  });

  test('[UNL9] a conflict with over 65,536 states is not searched, and not called exhausted', () => {
    const options = Array.from({ length: 17 }, (_, place) => `{ id: o${place} }`).join(', ');
    const large = caseOf(`impasse: 1
title: Large
decisionMakers: [{ id: a, options: [${options}] }]
statusQuo: []
agreement: o0`);
    expect(unlockOf(conflict(large), [], all)).toMatchObject({
      searched: 0,
      exhausted: false,
      found: [],
      holds: [],
    });
  });

  test('[UNL10] the opposite of a statement is tried only where it is asked for', () => {
    expect(defaultUnlockQuestion.kinds).not.toContain('negate');
    const negations = editsFor(talks(), 'negate').map((edit) => ('becomes' in edit ? edit.becomes.text : ''));
    expect(negations).toEqual([
      '!talk',
      '!(!talk -> shell)',
      '!(!leave -> !talk)',
      'talk & shell',
      '!leave',
      '!talk',
    ]);
  });

  test('[UNL21] rankings cannot be changed, which is said, and take changes of the states out of the search', () => {
    const ranked = caseOf(`impasse: 1
title: Ranked
decisionMakers:
  - { id: a, options: [{ id: x }] }
  - { id: b, options: [{ id: y }] }
infeasible: [{ when: x & y, kind: assumed }]
statusQuo: []
agreement: x & y
preferences:
  a: { ranking: ["YN", "NN", "NY"] }
  b: [y]`);
    const found = unlockOf(conflict(ranked), [], all);
    expect(found.unlisted).toEqual(['a']);
    // Lifting the bar is the only way to an agreement, and the ranking has no place for the new situation.
    expect(found).toMatchObject({ found: [], exhausted: true });
    const listed = { ...base(ranked), preferences: { b: base(ranked).preferences.b! } };
    const { found: opened } = unlockOf(conflictOf(listed).value as Conflict, [], { ...all, reach: 'moves' });
    expect(opened.map(({ edits }) => edits.map(({ kind }) => kind))).toContainEqual(['lift']);
  });

  test('[UNL21] rival lists and lists of unknown order can be changed; then it must hold in every reading', () => {
    const open = caseOf(`impasse: 1
title: Open
decisionMakers:
  - { id: a, options: [{ id: x }] }
  - { id: b, options: [{ id: y }] }
statusQuo: []
agreement: x & y
preferences:
  a: { order: unknown, statements: ["x", "!x if !y", "!x"] }
  b: { alternatives: [[y], [y, "!x"]] }`);
    const { found, unlisted } = unlockOf(conflict(open), [], {
      ...all,
      kinds: ['drop', 'negate', 'move'],
      reach: 'any',
    });
    expect(unlisted).toEqual([]);
    expect(
      found.map(({ edits }) => edits.map((edit) => `${edit.kind} ${'premise' in edit ? edit.premise : ''}`)),
    ).toContainEqual(['drop a.3']);
    for (const { conflict: made, opens } of found)
      for (const { state } of opens) {
        const { stable } = referenceSolve(graphModel(made), { concepts: ['nash'], sanctions: 'legal' });
        expect(equilibria({ stable }, 'nash')).toContain(state);
      }
  });

  test('what opens is described as the account after the changes has it', () => {
    const { headline } = unlockOf(conflict(talks()), [], all);
    for (const { conflict: made, opens } of headline)
      for (const { state, kept, path } of opens) {
        expect(made.agreement?.[state]).toBe(1);
        expect(kept).toEqual(keptOf(made, [state])[0]);
        expect(path?.at(-1)?.to).toBe(state);
      }
    expect(headline.length).toBeGreaterThan(0);
  });
});

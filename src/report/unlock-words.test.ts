// Checks the sentences in which changes, formulas, openings and breaches are told.
import { describe, expect, test } from 'vitest';
import type { Edit } from '../analysis/index.ts';
import { keptOf } from '../analysis/index.ts';
import { readCase } from '../formats/index.ts';
import type { Account, Case, Conflict, Statement } from '../model/index.ts';
import { conflictOf } from '../model/index.ts';
import { keptSentences } from './kept-words.ts';
import { conditionWords, formulaWords } from './unlock-formula-words.ts';
import { editSentence, offerReasons, touchedPremises } from './unlock-words.ts';

const read = (text: string): Case => {
  const { value, diagnostics } = readCase(text, { uri: 'case.yaml' });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
};

const value = read(`impasse: 1
title: Talks
facts: [{ id: f1, says: Nobody left. }]
decisionMakers:
  - { id: north, name: North, options: [{ id: leave, name: North leaves }, { id: shell, name: North shells }] }
  - { id: south, name: South, options: [{ id: talk, name: South talks }] }
infeasible:
  - { when: leave & talk, kind: legal, evidence: [f1] }
  - { when: leave & shell, kind: assumed }
statusQuo: [shell]
agreement: talk & !shell
preferences:
  north: [talk]
  south: [{ statement: "!talk if !leave", because: Troops out first., word: own, evidence: [f1] }]
offers: [{ id: aid, to: north, because: It was named., evidence: [f1], option: { id: money, name: Money } }]`);
const account = value.accounts[0] as Account;
const says = (edit: Edit, alike?: readonly Edit[]): string =>
  editSentence(account, value.offers, edit, alike);
const of = { decisionMaker: 'south', premise: 'south.1', place: 0 };
const wish = 'its wish south.1 (not "South talks" unless "North leaves") [the party\'s own word, f1]';
const becomes = (text: string): Statement => {
  const list = read(`impasse: 1
title: one
decisionMakers: [{ id: a, options: [leave, shell, talk, money] }]
statusQuo: []
preferences: { a: ["${text}"] }`).accounts[0]?.preferences.a;
  return (list?.kind === 'statements' ? list.statements[0] : undefined) as Statement;
};

describe('formulas read aloud', () => {
  test.each([
    ['talk', '"South talks"'],
    ['!talk', 'not "South talks"'],
    ['!talk if !leave', 'not "South talks" unless "North leaves"'],
    ['talk if leave & !shell', '"South talks" if "North leaves" and not "North shells"'],
    ['!(talk & !leave)', 'no "South talks" without "North leaves"'],
    ['!(talk & shell)', 'not both "South talks" and "North shells"'],
    ['talk & (leave | !shell)', '"South talks" and ("North leaves" or not "North shells")'],
    ['!talk <-> !leave', '"South talks" exactly when "North leaves"'],
    ['talk <-> !shell', '"South talks" exactly when not "North shells"'],
  ])('%s is %s', (text, words) => {
    expect(conditionWords(account, becomes(text).when)).toBe(words);
  });

  test('an empty list of parts is said, too', () => {
    expect(formulaWords(account, { kind: 'and', of: [] })).toBe('anything');
    expect(formulaWords(account, { kind: 'constant', value: false })).toBe('nothing');
  });
});

describe('changes in a sentence', () => {
  test.each<[Edit, string]>([
    [{ ...of, kind: 'drop' }, `South gives up ${wish}.`],
    [{ ...of, kind: 'negate', becomes: becomes('talk') }, `South comes to want the opposite of ${wish}.`],
    [
      { ...of, kind: 'soften', option: 'shell', becomes: becomes('talk') },
      `South waives ${wish} once "North shells" ends.`,
    ],
    [
      { ...of, kind: 'soften', option: 'money', offer: 'aid', becomes: becomes('talk') },
      `South waives ${wish} once "Money" comes about.`,
    ],
    [
      { ...of, kind: 'simultaneous', becomes: becomes('!talk <-> !leave') },
      `South no longer waits for the others to go first. In place of ${wish} it would act at the same time: "South talks" exactly when "North leaves".`,
    ],
    [
      { ...of, kind: 'move', from: 1, to: 3 },
      `South ranks ${wish} third among its wishes, in place of first.`,
    ],
    [
      { kind: 'lift', premise: 'infeasible.1', place: 0 },
      'The law behind infeasible.1 ("North leaves" and "South talks") [f1] is changed or waived.',
    ],
    [
      { kind: 'lift', premise: 'infeasible.2', place: 1, decisionMaker: 'north' },
      'The account gives up its assumption that this cannot be: infeasible.2 ("North leaves" and "North shells").',
    ],
    [
      { kind: 'phase', decisionMaker: 'north', option: 'leave' },
      'North takes "North leaves" in two steps: first a part, which it can take back, and on which the others act as if it were the whole.',
    ],
    [
      { kind: 'phase', decisionMaker: 'north', option: 'shell' },
      'North ends "North shells" in two steps: first a pause, which it can break off, and on which the others act as if it were the end.',
    ],
    [
      { kind: 'one-way', decisionMaker: 'north', option: 'leave', direction: 'take' },
      'North binds itself: "North leaves", once done, cannot be undone.',
    ],
    [
      { kind: 'one-way', decisionMaker: 'north', option: 'shell', direction: 'drop' },
      'North binds itself: "North shells", once ended, cannot be taken up again.',
    ],
    [
      { kind: 'two-way', decisionMaker: 'south', option: 'talk' },
      '"South talks" becomes something that South can change both ways.',
    ],
    [
      { kind: 'offer', decisionMaker: 'north', offer: 'aid', option: 'money' },
      'North is given something to offer: "Money".',
    ],
    [
      { kind: 'link', members: ['north', 'south'], options: ['shell', 'talk'] },
      'Two steps become one package: North ends "North shells" and South starts "South talks" at once, and if either goes back on it, both fall.',
    ],
    [{ kind: 'consent', decisionMaker: 'south' }, 'The consent of South is no longer needed.'],
    [
      { kind: 'joint', members: ['north', 'south'] },
      'North and South move together, at one moment, to where each of them gains.',
    ],
  ])('%j', (edit, sentence) => {
    expect(says(edit)).toBe(sentence);
  });

  test('changes of which any one would do are told as one', () => {
    const moves = [2, 3].map((to): Edit => ({ ...of, kind: 'move', from: 1, to }));
    expect(says(moves[0]!, moves)).toBe(
      `South ranks ${wish} second or third among its wishes, in place of first.`,
    );
    const steps = ['shell', 'money'].map(
      (option): Edit => ({ ...of, kind: 'soften', option, becomes: becomes('talk') }),
    );
    expect(says(steps[0]!, steps)).toBe(
      `South waives ${wish} once "North shells" ends or "Money" comes about.`,
    );
  });

  test('the premises touched and the reasons for offers come with their evidence', () => {
    const edits: readonly Edit[] = [
      { ...of, kind: 'drop' },
      { kind: 'offer', decisionMaker: 'north', offer: 'aid', option: 'money' },
    ];
    expect(touchedPremises(account, edits)).toEqual([
      { id: 'south.1', text: '!talk if !leave', because: 'Troops out first.', word: 'own', evidence: ['f1'] },
    ]);
    expect(offerReasons(value, edits)).toEqual(['Offer aid: It was named [f1]']);
  });
});

test('a breach is told with its way, whom it hurts, what cannot be taken back, and what would prevent it', () => {
  const conflict = conflictOf(
    read(`impasse: 1
title: Disarming
decisionMakers:
  - { id: a, name: A, options: [{ id: disarm, name: A disarms, direction: take }] }
  - { id: b, name: B, options: [{ id: stop, name: B holds fire }] }
statusQuo: []
agreement: disarm & stop
preferences: { a: ["stop", "!(disarm & !stop)"], b: ["disarm", "!stop"] }`).accounts[0] as Account,
  ).value as Conflict;
  expect(keptOf(conflict).flatMap((each) => keptSentences(conflict, each))).toEqual([
    'It might not be kept: B ends "B holds fire", which pays for it; that leaves A worse off than without a deal. A cannot take back what it gave for it: "A disarms".',
    'What would prevent it: a guarantee that this stays as agreed: "B holds fire".',
    'Or B would have to value situation 4 (YY) above 1 situation that it now likes better.',
  ]);
});

// Shows what renaming, merging, splitting and recoding change, what they leave, and that all of it can be taken back.
import { describe, expect, test } from 'vitest';
import { coded } from '../../../tests/support/coded.ts';
import type { Codebook } from '../types/codebook.ts';
import type { CodebookEdit } from './edit.ts';
import type { Coded, Recoded } from './recode.ts';
import { recode, undoRecode } from './recode.ts';

const codebook: Codebook = {
  actors: [
    { id: 'north', name: 'The North', aliases: ['N.'], metonyms: ['Northville'], memberOf: [], roles: [] },
    {
      id: 'envoy',
      name: 'envoy',
      aliases: ['the envoy'],
      metonyms: [],
      memberOf: ['north'],
      roles: [{ role: 'envoy' }],
      decisionMaker: 'n',
    },
    { id: 'south', name: 'The South', aliases: [], metonyms: [], memberOf: [], roles: [] },
  ],
  concepts: [
    { id: 'talks', name: 'Talks', keywords: ['talk', 'negotiate'], opposite: 'war' },
    {
      id: 'meeting',
      name: 'Meeting',
      keywords: ['meet', 'talk'],
      parent: 'talks',
      option: 'n.meet',
      value: true,
    },
    { id: 'war', name: 'War', keywords: [], opposite: 'talks', parent: 'meeting' },
  ],
};
const before: Coded = {
  codebook,
  statements: [
    coded({ id: 's1', speaker: ['envoy', 'north'], holder: ['north'], addressee: ['south'] }),
    coded({
      id: 's2',
      speaker: ['south'],
      holder: ['south'],
      concept: 'meeting',
      concepts: [
        { concept: 'meeting', score: 0.9 },
        { concept: 'talks', score: 0.4 },
      ],
    }),
    coded({ id: 's3', speaker: ['A. Name'], holder: ['envoy'], concept: null }),
  ],
};
const stamp = { at: '2024-05-01', by: 'ann' };

function done(edit: CodebookEdit, from = before): Recoded {
  const { value, diagnostics } = recode(from, edit, stamp);
  expect(diagnostics).toEqual([]);
  const recoded = value as Recoded;
  // Whatever is done, evidence stays and all can be taken back.
  const evidence = ({ statements }: Coded): unknown =>
    statements.map(({ id, document, start, end, text, grade, quoted, source, kind, stance }) => [
      id,
      document,
      start,
      end,
      text,
      grade,
      quoted,
      source,
      kind,
      stance,
    ]);
  expect(evidence(recoded.after)).toEqual(evidence(from));
  expect(undoRecode(recoded.after, recoded.undo)).toEqual(from);
  return recoded;
}
const speakers = ({ after }: Recoded): unknown =>
  after.statements.map(({ speaker, holder, addressee }) => [speaker, holder, addressee]);
const problems = (edit: CodebookEdit): unknown =>
  recode(before, edit, stamp).diagnostics.map(({ code, nearest }) => [code, nearest]);

describe('rename', () => {
  test('[COD1] an actor: in the codebook, in what refers to it and in statements', () => {
    const found = done({ kind: 'rename', what: 'actor', id: 'north', to: 'republic' });
    expect(found).toMatchObject({ added: ['republic'], removed: ['north'], altered: ['envoy'] });
    expect(found.after.codebook.actors[0]).toMatchObject({
      id: 'republic',
      name: 'The North',
      aliases: ['N.'],
    });
    expect(found.after.codebook.actors[1]?.memberOf).toEqual(['republic']);
    expect(speakers(found)).toEqual([
      [['envoy', 'republic'], ['republic'], ['south']],
      [['south'], ['south'], []],
      [['A. Name'], ['envoy'], []],
    ]);
    expect(found.changes).toEqual([
      { statement: 's1', field: 'speaker', from: 'north', to: 'republic' },
      { statement: 's1', field: 'holder', from: 'north', to: 'republic' },
    ]);
  });

  test('[COD1] a concept, its name with it where it was the id', () => {
    const found = done({
      kind: 'rename',
      what: 'concept',
      id: 'talks',
      to: 'negotiation',
      name: 'Negotiation',
    });
    expect(found.after.codebook.concepts).toMatchObject([
      { id: 'negotiation', name: 'Negotiation' },
      { id: 'meeting', parent: 'negotiation' },
      { id: 'war', opposite: 'negotiation' },
    ]);
    expect(found.after.statements[1]?.concepts.map(({ concept }) => concept)).toEqual([
      'meeting',
      'negotiation',
    ]);
    const same = done({ kind: 'rename', what: 'actor', id: 'envoy', to: 'herald' });
    expect(same.after.codebook.actors[1]).toMatchObject({ id: 'herald', name: 'herald' });
  });

  test('[COD5] a statement that changes notes by whom, when and what it was', () => {
    const [first, second] = done({ kind: 'rename', what: 'concept', id: 'talks', to: 'negotiation' }).after
      .statements;
    expect(first?.history).toEqual([{ ...stamp, before: { concept: 'talks' } }]);
    expect(second?.history).toEqual([]);
  });
});

describe('merge', () => {
  test('[COD2] actors: the one that stays takes over names, places and the decision maker', () => {
    const found = done({ kind: 'merge', what: 'actor', ids: ['envoy', 'north'], into: 'north' });
    expect(found).toMatchObject({ added: [], removed: ['envoy'], altered: ['north'] });
    expect(found.after.codebook.actors[0]).toEqual({
      id: 'north',
      name: 'The North',
      aliases: ['N.', 'the envoy', 'envoy'],
      metonyms: ['Northville'],
      memberOf: [],
      roles: [{ role: 'envoy' }],
      decisionMaker: 'n',
    });
    // Two speakers that become one are one.
    expect(found.after.statements[0]?.speaker).toEqual(['north']);
    expect(found.after.statements[2]?.holder).toEqual(['north']);
  });

  test('[COD2] concepts: keywords add up, nothing is its own parent or opposite', () => {
    const found = done({ kind: 'merge', what: 'concept', ids: ['meeting'], into: 'talks' });
    expect(found.after.codebook.concepts).toEqual([
      {
        id: 'talks',
        name: 'Talks',
        keywords: ['talk', 'negotiate', 'meet'],
        opposite: 'war',
        option: 'n.meet',
        value: true,
      },
      { id: 'war', name: 'War', keywords: [], opposite: 'talks', parent: 'talks' },
    ]);
    expect(found.after.statements[1]).toMatchObject({
      concept: 'talks',
      concepts: [{ concept: 'talks', score: 0.9 }],
    });
    const opposites = done({ kind: 'merge', what: 'concept', ids: ['war'], into: 'talks' });
    expect(opposites.after.codebook.concepts[0]).not.toHaveProperty('opposite');
  });
});

describe('split and recode', () => {
  test('[COD3] new entries take the statements that are given to them, the others stay', () => {
    const found = done({
      kind: 'split',
      what: 'actor',
      id: 'north',
      into: [{ id: 'army', name: 'The army' }],
      move: new Map([['s1', 'army']]),
    });
    expect(found.after.codebook.actors.map(({ id }) => id)).toEqual(['north', 'envoy', 'south', 'army']);
    expect(found).toMatchObject({ added: ['army'], removed: [], altered: [] });
    expect(found.changes.map(({ field }) => field)).toEqual(['speaker', 'holder']);
    expect(found.after.statements[2]).toBe(before.statements[2]);
  });

  test('[COD4] values of statements alone, in all or in some', () => {
    const named = done({ kind: 'recode', what: 'actor', from: 'A. Name', to: 'north' });
    expect(named.after.codebook).toEqual(codebook);
    expect(named.after.statements[2]?.speaker).toEqual(['north']);
    const some = done({ kind: 'recode', what: 'actor', from: 'south', to: 'north', statements: ['s2'] });
    expect(some.changes.map(({ statement }) => statement)).toEqual(['s2', 's2']);
    expect(done({ kind: 'recode', what: 'concept', from: 'meeting', to: 'war' }).changes).toHaveLength(1);
  });
});

describe('undo', () => {
  test('[COD6] several changes go back one by one, the last one first', () => {
    const first = done({ kind: 'rename', what: 'actor', id: 'north', to: 'republic' });
    const second = done({ kind: 'merge', what: 'actor', ids: ['envoy'], into: 'republic' }, first.after);
    const third = done({ kind: 'rename', what: 'concept', id: 'talks', to: 'x' }, second.after);
    const back = [third, second, first].reduce((now, { undo }) => undoRecode(now, undo), third.after);
    expect(back).toEqual(before);
  });
});

describe('what cannot be done is E3101, with the nearest name', () => {
  test.each([
    [{ kind: 'rename', what: 'actor', id: 'nort', to: 'x' }, 'north'],
    [{ kind: 'rename', what: 'actor', id: 'north', to: 'south' }, undefined],
    [{ kind: 'rename', what: 'actor', id: 'north', to: ' ' }, undefined],
    [{ kind: 'merge', what: 'concept', ids: ['wars'], into: 'talks' }, 'war'],
    [{ kind: 'merge', what: 'concept', ids: ['talks'], into: 'talks' }, undefined],
    [
      { kind: 'split', what: 'concept', id: 'talks', into: [{ id: 'war', name: '' }], move: new Map() },
      undefined,
    ],
    [
      {
        kind: 'split',
        what: 'concept',
        id: 'talks',
        into: [{ id: 'a', name: '' }],
        move: new Map([['s9', 'a']]),
      },
      undefined,
    ],
    [
      {
        kind: 'split',
        what: 'concept',
        id: 'talks',
        into: [{ id: 'ab', name: '' }],
        move: new Map([['s1', 'abc']]),
      },
      'ab',
    ],
    [{ kind: 'recode', what: 'concept', from: 'talks', to: 'wat' }, 'war'],
  ] as [CodebookEdit, string | undefined][])('[COD7] %j', (edit, near) => {
    expect(problems(edit)).toEqual([['E3101', near]]);
  });
});

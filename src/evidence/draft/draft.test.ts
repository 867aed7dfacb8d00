// Checks drafts: what becomes a premise and whose, what orders, what is left out, and that the case can always be read.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { root } from '../../../tests/support/repository.ts';
import { editCase, outlineCase, readCase, readCodebook } from '../../formats/index.ts';
import { conflictOf } from '../../model/index.ts';
import { readStatements } from '../statements/lines.ts';
import type { Codebook } from '../types/codebook.ts';
import type { Statement, StatementKind } from '../types/statement.ts';
import { grades, sourceIdentities, statementKinds } from '../types/statement.ts';
import { draftChanges } from './case-changes.ts';
import { draftAccounts } from './draft.ts';
import type { Draft, DraftAccount, DraftInput, DraftSource } from './frame.ts';
import { emptyFrame } from './frame.ts';

const harbour = `${root}/tests/fixtures/draft/harbour`;
const textOf = (name: string): string => readFileSync(`${harbour}/${name}`, 'utf8');
const caseText = textOf('case.yaml');
const codebook = readCodebook(textOf('codebook.yaml'), 'codebook.yaml').value as Codebook;
const statements = ['gazette', 'review-again', 'review'].flatMap((name) => {
  const { value = [], diagnostics } = readStatements(textOf(`statements/${name}.jsonl`), name);
  expect(diagnostics).toEqual([]);
  return value;
});
const sources: readonly DraftSource[] = [
  { id: 'gazette', title: 'Who needs dockers', author: 'Ada Brook', outlet: 'The Harbour Gazette' },
  { id: 'review', title: 'Back to reason', outlet: 'Port Review', genre: 'editorial' },
  { id: 'review-again', title: 'Back to reason, again', outlet: 'Port Review' },
];
const outline = outlineCase(caseText);
const frame = { ...outline, sources: outline.sources.map(({ id }) => id) };
const input: DraftInput = { frame, sources, statements, codebook };
const draft = draftAccounts(input);
const account = (id: string, of: Draft = draft): DraftAccount =>
  of.accounts.find((each) => each.id === id) as DraftAccount;
const list = (id: string, dm: string, of: Draft = draft): readonly string[] =>
  account(id, of)
    .premises.filter(({ decisionMaker }) => decisionMaker === dm)
    .map(({ text }) => text);
const reasons = (id: string, of: Draft = draft): Readonly<Record<string, string>> =>
  Object.fromEntries(account(id, of).leftOut.map(({ statement, reason }) => [statement, reason]));

/** One statement by the union's chair, coded as given. */
function said(text: string, coded: Partial<Statement>): Statement {
  return {
    ...(statements[3] as Statement),
    id: 's1',
    text,
    end: text.length,
    speaker: ['holt'],
    holder: ['holt'],
    ...coded,
  };
}

function premiseOf(text: string, coded: Partial<Statement>): string | undefined {
  return draftAccounts({ ...input, statements: [said(text, coded)] }).accounts[0]?.premises[0]?.text;
}

describe('what a statement becomes', () => {
  test('[DRA1] options come from the case, from the codebook, and from opposites; what has none is said', () => {
    expect(draft.decisionMakers.map(({ id, options }) => [id, options.map((option) => option.id)])).toEqual([
      ['union', ['strike']],
      ['port', ['raise', 'automate']],
      ['line', ['guarantee']],
    ]);
    expect(draft.unused.map(({ concept, reason }) => [concept, reason])).toEqual([
      ['pensions', 'no-option'],
      ['dredging', 'no-owner'],
      ['weather', 'no-option'],
    ]);
    expect(premiseOf('Back to work', { concept: 'back-to-work', stance: 1, condition: null })).toBe(
      '!strike',
    );
  });

  test('[DRA2] what is not coded, takes no side or is of nobody in the model is left out', () => {
    expect(reasons('brook')).toEqual({
      'gazette-10': 'condition-unclear',
      'gazette-11': 'no-decision-maker',
      'gazette-12': 'no-owner',
      'gazette-13': 'no-concept',
      'gazette-14': 'no-stance',
    });
    const other = draftAccounts({
      ...input,
      statements: [said('a', { stance: 0 }), said('b', { id: 's2', concept: 'gold' })],
    });
    expect(reasons('brook', other)).toEqual({ s1: 'neutral', s2: 'unknown-concept' });
  });

  test('[DRA3] a claim is about the owner, a wish is the holder s, a negative stance denies', () => {
    expect(list('brook', 'port')).toEqual(['automate', '!raise if !guarantee']);
    expect(list('review', 'port')).toContain('!strike');
    expect(list('review', 'union')).toEqual(['strike']);
  });

  test('[DRA4] a ban is a cost unless a person makes it a bar', () => {
    const cost = draftAccounts({ ...input, statements: statements.slice(5, 6) });
    expect(account('brook', cost).premises).toMatchObject([
      { decisionMaker: 'union', text: '!strike', isCost: true, evidence: ['gazette-6'] },
    ]);
    expect(account('brook', cost).bars).toEqual([]);
    const bars = draftAccounts({ ...input, bars: new Map([['gazette-6', 'legal']]) });
    expect(account('brook', bars).bars).toMatchObject([
      { when: 'strike', kind: 'legal', evidence: ['gazette-6'] },
    ]);
    expect(account('brook', bars).premises.some(({ evidence }) => evidence.includes('gazette-6'))).toBe(
      false,
    );
  });

  test.each([
    [
      'We strike only if wages fall short',
      { condition: 'only if the port raises wages', stance: 2 },
      '!strike if !raise',
    ],
    ['We strike unless', { condition: 'unless the port raises wages', stance: 2 }, 'strike if !raise'],
    ['We strike until', { condition: 'until the port raises wages', stance: 1 }, 'strike if !raise'],
    ['We will not strike before', { condition: 'before machines come', stance: -2 }, '!strike if !automate'],
    ['We strike if', { condition: 'if the cranes come', stance: 'conditional' }, 'strike if automate'],
    [
      'We do not strike if',
      { condition: 'if the cranes come', stance: 'conditional' },
      '!strike if automate',
    ],
    ['We strike if', { condition: 'if the port does not raise wages', stance: 1 }, 'strike if !raise'],
    [
      'No strike, only if',
      { condition: 'only if the cranes come', stance: -1, kind: 'refusal' },
      '!strike if !automate',
    ],
    ['No strike, only if', { condition: 'only if the cranes come', stance: -1, kind: 'offer' }, undefined],
    ['We strike if', { condition: 'if the walkout is on', stance: 1 }, undefined],
    ['We strike if', { condition: 'if the moon is full', stance: 1 }, undefined],
  ] as const)('[DRA5] %s ... %o', (text, coded, premise) => {
    expect(premiseOf(`${text} ${coded.condition}`, { kind: 'position', ...coded, concept: 'strike' })).toBe(
      premise,
    );
  });

  test('[DRA5] a condition that is not modelled is kept as a note', () => {
    expect(account('brook').notes).toEqual([
      'gazette-10 holds only under a condition that is not modelled: if the weather holds.',
    ]);
  });

  test('[DRA6] the longest phrase wins, two that fit as well name nothing', () => {
    const book: Codebook = {
      actors: codebook.actors,
      concepts: [
        ...codebook.concepts,
        { id: 'one', name: 'one', keywords: ['night work'], option: 'raise' },
        { id: 'two', name: 'two', keywords: ['night work'], option: 'automate' },
      ],
    };
    const coded = { concept: 'strike', stance: 1, kind: 'position' } as const;
    const text = 'We strike if there is night work';
    const tied = said(text, { ...coded, condition: 'if there is night work' });
    expect(draftAccounts({ ...input, codebook: book, statements: [tied] }).accounts[0]?.premises).toEqual([]);
    expect(premiseOf('Strike if', { ...coded, condition: 'if the line guarantees its traffic' })).toBe(
      'strike if guarantee',
    );
  });
});

describe('order', () => {
  test('[DRA7] comparisons and conditions order, and nothing else does', () => {
    expect(account('brook').orders).toEqual([
      { decisionMaker: 'union', above: 'strike if !raise', below: '!strike', statement: 'gazette-2' },
      { decisionMaker: 'union', above: '!automate', below: 'raise', statement: 'gazette-3' },
    ]);
    const before = account('brook').premises.flatMap((premise) => premise.before);
    expect(before).toEqual(['!strike', 'raise']);
  });

  test('[DRA7] what the case holds comes first; what would close a circle is noted', () => {
    const kept = {
      ...frame,
      accounts: [{ id: 'brook', values: {}, before: { union: [['raise', '!automate'] as const] } }],
    };
    const found = account('brook', draftAccounts({ ...input, frame: kept }));
    expect(found.orders[0]).toEqual({ decisionMaker: 'union', above: 'raise', below: '!automate' });
    expect(found.notes.at(-1)).toMatch(/gazette-3 puts !automate before raise, against/);
    expect(found.premises.findIndex(({ text }) => text === 'raise')).toBeLessThan(
      found.premises.findIndex(({ text }) => text === '!automate'),
    );
  });
});

describe('evidence', () => {
  test('[DRA8] whose word it is', () => {
    const words = (id: string): readonly string[] =>
      account(id).premises.map(({ decisionMaker, text, word }) => `${decisionMaker} ${text} ${word}`);
    expect(words('brook')).toContain('port automate adversary');
    expect(words('brook')).toContain('port !raise if !guarantee own');
    expect(words('review')).toContain('union strike adversary');
    const wordOf = (coded: Partial<Statement>): string | undefined =>
      draftAccounts({
        ...input,
        statements: [said('The walkout is on', { concept: 'strike', stance: 1, ...coded })],
      }).accounts[0]?.premises[0]?.word;
    expect(wordOf({ speaker: ['fisher'], holder: ['holt'], kind: 'position' })).toBe('third');
    expect(
      wordOf({
        grade: 'rumour',
        source: 'unnamed',
        speaker: ['some'],
        holder: ['some'] as string[],
        kind: 'action',
      }),
    ).toBe('third');
    expect(
      wordOf({ grade: 'mental', source: 'author', speaker: ['brook'], holder: ['holt'], kind: 'position' }),
    ).toBe('own');
  });

  test('[DRA9] a reprint counts once, two speakers of one sentence are two', () => {
    expect(reasons('review')).toEqual({ 'review-3': 'reprint' });
    expect(account('review').premises.find(({ text }) => text === '!raise if !guarantee')?.count).toBe(1);
    const two = [
      said('Strike now', { concept: 'strike', stance: 1 }),
      said('Strike now', {
        id: 's2',
        speaker: ['dockers'],
        holder: ['dockers'],
        concept: 'strike',
        stance: 1,
      }),
    ];
    expect(draftAccounts({ ...input, statements: two }).accounts[0]?.premises).toMatchObject([
      { text: 'strike', count: 2 },
    ]);
  });

  test('[DRA10] the interest behind a position stands beside it', () => {
    const find = (id: string, text: string): string | undefined =>
      account(id).premises.find((premise) => premise.text === text)?.because;
    expect(find('brook', 'automate')).toMatch(/^The board wants its cranes/);
    expect(find('review', 'automate')).toBe('Machines would spare the port its pensions');
    const alone = draftAccounts({ ...input, statements: statements.filter(({ id }) => id === 'review-4') });
    expect(reasons('review', alone)).toEqual({ 'review-4': 'interest-without-position' });
  });

  test('[DRA11] a formula stands once with all its statements', () => {
    expect(account('brook').premises.filter(({ text }) => text === 'strike')).toMatchObject([
      { evidence: ['gazette-1', 'gazette-9'], count: 2 },
    ]);
  });

  test('[DRA12] stances both ways are kept and reported', () => {
    expect(account('brook').contradictions).toEqual([
      {
        decisionMaker: 'union',
        option: 'strike',
        holders: ['brook', 'holt'],
        for: ['gazette-1', 'gazette-9'],
        against: ['gazette-6', 'gazette-8'],
      },
    ]);
    expect(list('brook', 'union')).toEqual(expect.arrayContaining(['strike', '!strike']));
  });
});

describe('accounts', () => {
  test('[DRA13] one for each author', () => {
    expect(draft.accounts.map(({ id, by, sources: from }) => [id, by, from])).toEqual([
      ['brook', { name: 'Ada Brook', side: 'union' }, ['gazette']],
      ['review', { name: 'Port Review', side: 'port' }, ['review-again', 'review']],
    ]);
  });

  test('[DRA14, DRA15] a case that says nothing gets a status quo and a proposal, both marked', () => {
    const book: Codebook = {
      ...codebook,
      concepts: codebook.concepts.map((concept) =>
        concept.option === undefined
          ? concept
          : {
              ...concept,
              option:
                concept.option === 'strike' ? 'union.strike' : `port.${concept.option.split('.').at(-1)}`,
            },
      ),
    };
    const bare = draftAccounts({ ...input, frame: emptyFrame, codebook: book });
    expect(account('brook', bare)).toMatchObject({
      statusQuo: ['strike'],
      statusQuoEvidence: ['gazette-1'],
    });
    expect(account('review', bare).statusQuo).toEqual([]);
    expect(bare.agreement).toEqual({
      when: '(!automate | raise | dredge) & !strike',
      evidence: ['gazette-3', 'gazette-4', 'gazette-12', 'review-1'],
    });
    expect(draft.agreement).toBeUndefined();
  });
});

describe('the case with the draft in it', () => {
  const put = (text: string, given: DraftInput): string => {
    const edited = editCase(text, draftChanges(draftAccounts(given), given.frame, given.sources));
    expect(edited.diagnostics).toEqual([]);
    return edited.value as string;
  };

  test('[DRA16] comments and what is not drafted stay, and drafting again changes nothing', () => {
    const once = put(caseText, input);
    expect(once).toMatch(/^# An invented dispute/);
    expect(once).toMatch(/# since Monday/);
    const again = outlineCase(once);
    expect(put(once, { ...input, frame: { ...again, sources: again.sources.map(({ id }) => id) } })).toBe(
      once,
    );
    const mine = once.replace(
      '    preferences:\n',
      '    description: mine\n    preferences:\n      line: [guarantee]\n',
    );
    const kept = outlineCase(mine);
    const redrafted = put(mine, { ...input, frame: { ...kept, sources: kept.sources.map(({ id }) => id) } });
    expect(redrafted).toMatch(/description: mine/);
    expect(redrafted).toMatch(/line: \[ ?guarantee ?\]/);
  });

  test('[DRA16] it can be read and built, whatever the statements are, seed 11', () => {
    const names = fc.constantFrom('holt', 'lund', 'brook', 'review', 'fisher', 'carriers', 'nobody at all');
    const texts = fc.constantFrom(
      'Wages matter more than the cranes',
      'first the strike ends, then wages rise',
      'no: "never" & !x # {a: b}',
      'We will strike unless the port raises wages',
      'the walkout comes before the cranes',
    );
    const statement = fc.record({
      text: texts,
      document: fc.constantFrom('gazette', 'review', 'review-again', 'unlisted'),
      speaker: fc.array(names, { maxLength: 2 }),
      holder: fc.array(names, { maxLength: 2 }),
      grade: fc.constantFrom(...grades),
      source: fc.constantFrom(...sourceIdentities),
      kind: fc.constantFrom(...(statementKinds as readonly StatementKind[])),
      concept: fc.constantFrom(...codebook.concepts.map(({ id }) => id), 'gone', null),
      stance: fc.constantFrom(-2, -1, 0, 1, 2, 'conditional' as const, null),
      condition: fc.constantFrom(
        null,
        'only if the cranes come',
        'unless the port raises wages',
        'until Monday',
      ),
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 25 }), (coded) => {
        const all = coded.map(
          (each, place) => ({ ...(statements[0] as Statement), ...each, id: `s${place}` }) as Statement,
        );
        const given = { ...input, statements: all };
        const drafted = draftAccounts(given);
        const text = put(caseText, given);
        const { value, diagnostics } = readCase(text, { statements: all.map(({ id }) => id) });
        expect(diagnostics).toEqual([]);
        for (const { id, premises } of drafted.accounts) {
          if (premises.length === 0) continue;
          const found = value?.accounts.find((each) => each.id === id);
          expect(conflictOf(found as NonNullable<typeof found>).diagnostics).toEqual([]);
        }
        const used = new Set(
          drafted.accounts.flatMap(({ premises }) => premises.flatMap(({ evidence }) => evidence)),
        );
        const left = new Set(
          drafted.accounts.flatMap(({ leftOut }) => leftOut.map(({ statement: id }) => id)),
        );
        // Every statement is behind a premise or has a reason, and none both.
        expect(all.every(({ id }) => used.has(id) !== left.has(id))).toBe(true);
      }),
      { seed: 11, numRuns: 120 },
    );
  });
});

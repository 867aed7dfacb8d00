// Holds the rule-based suggester to its rules, one construction of English at a time.
import { describe, expect, test } from 'vitest';
import { readCodebook } from '../../formats/index.ts';
import { emptyCodebook } from '../types/codebook.ts';
import type { Document } from '../types/document.ts';
import type { Statement } from '../types/statement.ts';
import { longestRead, suggestByRules } from './suggest.ts';

const document = (body: string, more: Partial<Document> = {}): Document => ({
  id: 'd',
  format: 'text',
  sha256: '',
  offset: 0,
  body,
  ...more,
});
const statementsOf = (body: string, more: Partial<Document> = {}): readonly Statement[] =>
  suggestByRules(document(body, more), emptyCodebook, { stopped: () => false }).statements;
/** Speakers, grade and text of what others are made to say. */
const said = (body: string): readonly string[] =>
  statementsOf(body)
    .filter(({ grade }) => grade !== 'author')
    .map(({ speaker, grade, text }) => `${speaker.join(' & ')} | ${grade} | ${text}`);

describe('long paragraphs', () => {
  test.each([
    ['a line each', '\n'],
    ['on one line', ' '],
  ])('[SUG2] are cut between sentences, so that no statement is lost: %s', (_, between) => {
    const body = Array.from({ length: 300 }, () => 'Bob Gray said that the mine would close.').join(between);
    expect(statementsOf(body).filter(({ text }) => text.startsWith('the mine would close'))).toHaveLength(
      300,
    );
  });
});

describe('direct speech', () => {
  test.each([
    ['before', '“We will not sign this,” said Mayor Ann Lee.', 'Ann Lee | direct | We will not sign this,'],
    [
      'before, in another order',
      '"We will not sign this," Ann Lee said on Monday.',
      'Ann Lee | direct | We will not sign this,',
    ],
    ['behind', 'Ann Lee said: «We will not sign this.»', 'Ann Lee | direct | We will not sign this.'],
    [
      'behind, in German marks',
      'Ann Lee said: „We will not sign this.“',
      'Ann Lee | direct | We will not sign this.',
    ],
    ['in single marks', '‘We won’t sign this,’ Ann Lee said.', 'Ann Lee | direct | We won’t sign this,'],
  ])('[SUG3] with the attribution %s', (_, body, expected) => {
    expect(said(body)).toEqual([expected]);
  });

  test('[SUG3] with the attribution inside, each piece is a statement', () => {
    expect(said('“The dam is ours,” Ann Lee said, “and it will stay ours.”')).toEqual([
      'Ann Lee | direct | The dam is ours,',
      'Ann Lee | direct | and it will stay ours.',
    ]);
  });

  test('[SUG2] [SUG3] over paragraphs, and alone in the next one', () => {
    expect(
      said('“We have waited for two years,” said Ann Lee.\n\n“Nobody has called us.\n\n“Now we will act.”'),
    ).toEqual([
      'Ann Lee | direct | We have waited for two years,',
      'Ann Lee | direct | Nobody has called us.',
      'Ann Lee | direct | Now we will act.',
    ]);
  });

  test('[SUG2] marks within marks', () => {
    expect(said('Ann Lee said: "My answer to the owners is: \'Open the gate.\' That is all."')).toEqual([
      "Ann Lee | direct | My answer to the owners is: 'Open the gate.' That is all.",
    ]);
  });
});

describe('mixed and indirect speech', () => {
  test.each([
    ['that', 'Ann Lee said that the talks had failed.', 'Ann Lee | indirect | the talks had failed'],
    ['no that', 'Ann Lee said the talks had failed.', 'Ann Lee | indirect | the talks had failed'],
    [
      'trailing',
      'The talks have failed, Ann Lee said on Friday.',
      'Ann Lee | indirect | The talks have failed',
    ],
    [
      'trailing, in another order',
      'The talks have failed, said Ann Lee.',
      'Ann Lee | indirect | The talks have failed',
    ],
    [
      'according to',
      'According to Ann Lee, the talks have failed.',
      'Ann Lee | indirect | the talks have failed',
    ],
    [
      'according to, behind',
      'The talks have failed, according to Ann Lee.',
      'Ann Lee | indirect | The talks have failed',
    ],
    [
      'in the view of',
      'In Ann Lee’s view, the talks have failed.',
      'Ann Lee | indirect | the talks have failed',
    ],
    [
      'as she puts it',
      'As Ann Lee puts it, the talks have failed.',
      'Ann Lee | indirect | the talks have failed',
    ],
    [
      'mixed',
      'Ann Lee said the talks were “a farce” from the start.',
      'Ann Lee | mixed | the talks were “a farce” from the start',
    ],
    [
      'told',
      'Ann Lee told reporters that the talks had failed.',
      'Ann Lee | indirect | the talks had failed',
    ],
    ['urged', 'Ann Lee urged the council to vote again.', 'Ann Lee | indirect | to vote again'],
    [
      'demanded',
      'Ann Lee demanded the release of the crews.',
      'Ann Lee | indirect | the release of the crews',
    ],
    [
      'accused',
      'Ann Lee accused the council of breaking its word.',
      'Ann Lee | indirect | breaking its word',
    ],
  ])('[SUG4] %s', (_, body, expected) => {
    expect(said(body)).toEqual([expected]);
  });

  test('[SUG4] who is told, urged or accused is the addressee', () => {
    const addressees = [
      'Ann Lee told reporters that the talks had failed.',
      'Ann Lee urged the council to vote again.',
      'Ann Lee accused the council of breaking its word.',
    ].map((body) => statementsOf(body)[0]?.addressee);
    expect(addressees).toEqual([['reporters'], ['council'], ['council']]);
  });

  test('[SUG7] each clause is a statement, until somebody else speaks', () => {
    expect(
      said(
        'Ann Lee said the offer was dead and that members would vote, while Bo Park said talks would go on.',
      ),
    ).toEqual([
      'Ann Lee | indirect | the offer was dead',
      'Ann Lee | indirect | members would vote',
      'Bo Park | indirect | talks would go on',
    ]);
  });

  test('[SUG8] what is turned down keeps its verb', () => {
    const [one] = statementsOf('The union rejected the latest offer of the company.');
    expect(one).toMatchObject({
      text: 'rejected the latest offer of the company',
      kind: 'refusal',
      speaker: ['union'],
    });
  });

  test('[SUG10] what is reported within what is reported names the outer statement', () => {
    const [outer, inner] = statementsOf(
      'Ann Lee said that the envoy had told them that the border would open.',
    );
    expect(inner).toMatchObject({ text: 'the border would open', within: outer?.id });
  });
});

describe('speakers', () => {
  test.each([
    ['a role before the name', 'Deputy Foreign Minister Bo Park said the road was closed.', ['Bo Park']],
    [
      'a role behind the name',
      'Bo Park, the head of the Road Office, said the road was closed.',
      ['Bo Park'],
    ],
    [
      'a name behind the role',
      'The head of the Road Office, Bo Park, said the road was closed.',
      ['Bo Park'],
    ],
    ['two names', 'Bo Park and Ann Lee said the road was closed.', ['Bo Park', 'Ann Lee']],
    ['a body', 'The Foreign Ministry said the road was closed.', ['Foreign Ministry']],
    ['a day', 'A judge on Tuesday said the road was closed.', ['judge']],
    ['a clause between', 'Bo Park, who built the road, said the road was closed.', ['Bo Park']],
    ['a scene before', 'At a meeting with Ann Lee, Bo Park said the road was closed.', ['Bo Park']],
  ])('[SUG5] %s', (_, body, speaker) => {
    expect(statementsOf(body)[0]?.speaker).toEqual(speaker);
  });

  test('[SUG5] roles side by side with names, joined by "and"', () => {
    const [one] = statementsOf(
      'The chair of the Water and Harvest Board, Danek, and the lawyer of the millers, Polak, said the weir would stay.',
    );
    expect(one?.speaker).toEqual(['Danek', 'Polak']);
  });

  test('[SUG6] a surname leads to the name, a pronoun to whoever spoke last', () => {
    const speakers = statementsOf(
      'Union leader Ann Lee said the strike would go on. Lee told members that the fund was full. “We are not tired,” she added.',
    ).map(({ speaker }) => speaker);
    expect(speakers).toEqual([['Ann Lee'], ['Ann Lee'], ['Ann Lee']]);
  });

  test('[SUG6] "they" are those who spoke together', () => {
    const speakers = statementsOf(
      'Bo Park and Ann Lee said the road was closed. In their opinion, the bridge must close too.',
    ).map(({ speaker }) => speaker);
    expect(speakers).toEqual([
      ['Bo Park', 'Ann Lee'],
      ['Bo Park', 'Ann Lee'],
    ]);
  });

  test('[SUG6] for a spokesperson the body is the holder', () => {
    const [one] = statementsOf('A spokesman for the Road Office, Bo Park, said the road was closed.');
    expect(one).toMatchObject({ speaker: ['Bo Park'], holder: ['Road Office'] });
  });

  test('[SUG6] a codebook gives ids: by name, alias, surname and metonym', () => {
    const codebook = readCodebook(
      'actors: [{ id: lee, name: Ann Lee, aliases: [the union chief] }, { id: gov, name: Government of Arland, metonyms: Arla }]',
      'c.yaml',
    ).value;
    const body =
      'Lee said the road was closed. The union chief said the bridge was open. Arla said the port was free.';
    expect(
      suggestByRules(document(body), codebook ?? emptyCodebook, { stopped: () => false }).statements.map(
        ({ speaker }) => speaker,
      ),
    ).toEqual([['lee'], ['lee'], ['gov']]);
  });
});

describe('thoughts, rumours, irony, the author', () => {
  test('[SUG9] a thought is the author’s statement about whoever is said to have it', () => {
    const [one] = statementsOf('The president hopes that the war will end soon.', { author: 'Ina Writer' });
    expect(one).toMatchObject({
      grade: 'mental',
      speaker: ['Ina Writer'],
      holder: ['president'],
      text: 'The president hopes that the war will end soon',
    });
  });

  test.each([
    ['There are rumours of secret talks in the capital.', 'secret talks in the capital'],
    ['Reports that the crews had been freed caused joy.', 'the crews had been freed caused joy'],
    ['It is rumoured that the front is close to splitting.', 'the front is close to splitting'],
    [
      'Stones were reportedly thrown at the police during the talks.',
      'Stones were reportedly thrown at the police during the talks',
    ],
    ['According to Western officials, the deal is done.', 'the deal is done'],
  ])('[SUG11] %s', (body, text) => {
    expect(statementsOf(body).filter(({ grade }) => grade === 'rumour')).toMatchObject([
      { text, source: 'unnamed' },
    ]);
  });

  test.each([
    'The “friends” of the junta have learned nothing from the war.',
    'Farmers here live by the old saying “Rain asks nobody,” and the dam is no exception.',
    'The so-called “peace plan” is a trap, and the treaty is dead.',
    'The film “No Way Home” opened the festival.',
  ])('[SUG13] no statement of another’s in: %s', (body) => {
    expect(statementsOf(body).filter(({ speaker }) => speaker.join() !== 'author')).toEqual([]);
  });

  test('[SUG12] the author’s own clauses, without their openers, and by kind', () => {
    const body =
      'It is clear that the law forbids any talks. Moreover, the war is a good business for the arms makers, who gain by every shot. Without a third party, an agreement is impossible, and the fighting will go on. The bridge was built in 1904.';
    expect(
      statementsOf(body, { genre: 'op-ed' })
        .filter(({ grade }) => grade === 'author')
        .slice(0, 4)
        .map(({ kind, text }) => `${kind}: ${text}`),
    ).toEqual([
      'constraint: the law forbids any talks',
      'incentive: the war is a good business for the arms makers, who gain by every shot',
      'constraint: Without a third party, an agreement is impossible',
      'prediction: the fighting will go on',
    ]);
  });

  test('[SUG12] what a statement says of its own party is the author’s voice', () => {
    const body = 'Arland demands that the border be opened. Sudland demands that it stay closed.';
    const grades = statementsOf(body, { title: 'Arland, statement at the assembly', genre: 'speech' }).map(
      ({ grade, text }) => `${grade}: ${text}`,
    );
    expect(grades).toEqual(['author: Arland demands that the border be opened', 'indirect: it stay closed']);
  });

  test('[SUG12] a report proposes only what is in dispute', () => {
    const body =
      'The sun shone on the old harbour. Talks on the treaty will resume on Monday. Children ate ice cream.';
    expect(statementsOf(body, { genre: 'news report' }).map(({ text }) => text)).toEqual([
      'Talks on the treaty will resume on Monday',
    ]);
  });
});

describe('what is coded', () => {
  test('[SUG14] every suggestion names its rule and waits for a person', () => {
    const all = statementsOf(
      'Ann Lee said the brutal regime may fall. The talks have failed, and the treaty is dead.',
      { genre: 'op-ed' },
    );
    expect(all.length).toBeGreaterThan(1);
    for (const { rule, origin, status, score, history } of all) {
      expect(origin).toBe(`rule:${rule}`);
      expect(rule).toMatch(/^[A-Z]\d+\+?$/);
      expect(status).toBe('suggested');
      expect(score).toBeGreaterThan(0);
      expect(history).toEqual([]);
    }
    expect(all[0]?.loaded.map(({ text }) => text)).toEqual(['brutal', 'regime']);
    expect(all[0]?.hedges.map(({ text }) => text)).toEqual(['may']);
  });

  test('[SUG14] loaded words and hedges change no score', () => {
    const [plain] = statementsOf('Ann Lee said the government would fall.');
    const [marked] = statementsOf('Ann Lee said the brutal regime might perhaps fall.');
    expect(marked?.score).toBe(plain?.score);
  });

  test.each([
    [
      'The minister said no talks would begin until the army had left.',
      'precondition',
      'until the army had left',
    ],
    ['The minister said they would sign only if the army left.', 'precondition', 'only if the army left'],
    ['The minister said the army would stay.', 'position', null],
  ])('[SUG14] %s: a condition is kept', (body, kind, condition) => {
    expect(statementsOf(body)[0]).toMatchObject({ condition, ...(condition === null ? {} : { kind }) });
  });

  test('[SUG17] concepts come from the codebook, three at most, and stance is a guess', () => {
    const codebook = readCodebook(
      `concepts:
  - { id: withdrawal, name: Withdrawal of the army, keywords: [army leaves, withdraw] }
  - { id: talks, name: Talks, keywords: [talks, negotiate] }
  - { id: aid, name: Aid, keywords: [aid] }
  - { id: army, name: Army, keywords: [army] }
  - { id: talks2, name: More talks, keywords: [talks] }`,
      'c.yaml',
    ).value;
    const [one] = suggestByRules(
      document('The minister said there would be no talks with the army.'),
      codebook ?? emptyCodebook,
      { stopped: () => false },
    ).statements;
    expect(one?.concepts).toHaveLength(3);
    expect(one?.concepts[0]?.concept).toBe('talks');
    expect(one).toMatchObject({ concept: 'talks', stance: -1 });
    expect(statementsOf('The minister said there would be no talks.')[0]).toMatchObject({
      concepts: [],
      concept: null,
      stance: null,
    });
  });

  test('[SUG15] dates are resolved against the document’s', () => {
    const body = 'Ann Lee said yesterday that the talks had failed.';
    expect(statementsOf(body, { date: '2023-03-08' })[0]?.dates).toMatchObject([
      { text: 'yesterday', date: '2023-03-07' },
    ]);
    expect(statementsOf(body)[0]?.dates).toEqual([]);
    const absolute = 'Ann Lee said on 5 May 2021 that the talks had failed.';
    expect(statementsOf(absolute)[0]?.dates).toMatchObject([{ date: '2021-05-05' }]);
  });
});

describe('bounds', () => {
  test('[SUG16] work that is stopped says how far it came', () => {
    const body = 'Ann Lee said the talks had failed.\n\n'.repeat(50);
    let asked = 0;
    const { read, truncated, statements } = suggestByRules(document(body), emptyCodebook, {
      stopped: () => {
        asked += 1;
        return asked > 10;
      },
    });
    expect(truncated).toBe(true);
    expect(read).toBeLessThan(body.length);
    expect(statements).toHaveLength(10);
  });

  test('[SUG16] of a longer body the rest is left out', () => {
    const body = `Ann Lee said the talks had failed.\n${'\n'.repeat(longestRead)}Bo Park said no.`;
    const { read, truncated, statements } = suggestByRules(document(body), emptyCodebook, {
      stopped: () => false,
    });
    expect({ read, truncated, count: statements.length }).toEqual({
      read: longestRead,
      truncated: true,
      count: 1,
    });
  });

  test('[SUG1] an empty body has no statement', () => {
    expect(statementsOf('')).toEqual([]);
    expect(statementsOf(' \n\t\r\n ')).toEqual([]);
  });
});

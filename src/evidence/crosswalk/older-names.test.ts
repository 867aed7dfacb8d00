// Shows what annotations with older names become, and that every name has a translation.
import { describe, expect, test } from 'vitest';
import { grades, statementKinds } from '../types/statement.ts';
import type { OlderAnnotation } from './older-names.ts';
import { fromOlderNames, olderGrades, olderKinds, olderStances } from './older-names.ts';

const article = { speaker: 'A reporter', genre: 'news report' };
const speech = { speaker: 'The minister', genre: 'official speech, partisan' };
const annotation: OlderAnnotation = {
  start: 10,
  end: 25,
  quote: 'we will not go.',
  speaker: 'The minister',
  grade: 'direct_quote',
  kind: 'refusal',
  concept: 'talks',
  stance: 'opposes',
};

describe('older names', () => {
  test('[COD10] every older name becomes one of today', () => {
    expect(Object.values(olderGrades).filter((grade) => !grades.includes(grade))).toEqual([]);
    expect(
      Object.values(olderKinds)
        .flat()
        .filter((kind) => !statementKinds.includes(kind)),
    ).toEqual([]);
    expect(Object.values(olderStances)).toEqual([1, -1, 0, 'conditional']);
  });

  test('[COD10] a quotation in a report', () => {
    expect(fromOlderNames(annotation, article)).toEqual({
      start: 10,
      end: 25,
      text: 'we will not go.',
      speaker: ['The minister'],
      holder: ['The minister'],
      grade: 'direct',
      quoted: true,
      source: 'named',
      kind: 'refusal',
      orKinds: [],
      concept: 'talks',
      stance: -1,
    });
  });

  test.each([
    ['fact', 'action', ['constraint']],
    ['assessment', 'position', ['constraint', 'incentive']],
    ['report', 'position', ['action']],
    ['appeal', 'demand', []],
    ['forecast', 'prediction', []],
  ] as const)('[COD11] %s becomes %s, and what it may mean too is said', (kind, now, also) => {
    expect(fromOlderNames({ ...annotation, kind }, article)).toMatchObject({ kind: now, orKinds: also });
  });

  test('[COD12] the holder is the speaker where none is given', () => {
    expect(fromOlderNames({ ...annotation, holder: 'The president' }, article)?.holder).toEqual([
      'The president',
    ]);
    expect(fromOlderNames(annotation, article)?.holder).toEqual(['The minister']);
  });

  test("[COD13] a speech's own words are its author's", () => {
    expect(fromOlderNames(annotation, speech)).toMatchObject({
      grade: 'author',
      source: 'author',
      quoted: false,
    });
    const other = { ...annotation, speaker: 'A farmer' };
    expect(fromOlderNames(other, speech)).toMatchObject({ grade: 'direct', source: 'named', quoted: true });
    const opEd = { speaker: 'The minister', genre: 'op-ed' };
    expect(fromOlderNames(annotation, opEd)).toMatchObject({ grade: 'direct', source: 'author' });
  });

  test('[COD10] quoted words within a paraphrase make it mixed; sources may be unnamed', () => {
    const mixed = { ...annotation, grade: 'paraphrase', quote: 'they would "not go"' };
    expect(fromOlderNames(mixed, article)).toMatchObject({ grade: 'mixed', quoted: true });
    expect(fromOlderNames({ ...annotation, grade: 'paraphrase' }, article)).toMatchObject({
      grade: 'indirect',
      quoted: false,
    });
    const rumour = { ...annotation, grade: 'rumour', speaker: 'Unnamed (rumours)' };
    expect(fromOlderNames(rumour, article)).toMatchObject({ grade: 'rumour', source: 'unnamed' });
    expect(
      fromOlderNames({ ...annotation, grade: 'author assertion', speaker: 'A reporter' }, article),
    ).toMatchObject({
      grade: 'author',
      source: 'author',
    });
  });

  test('[COD10] a name that is none of them is not guessed at', () => {
    expect(fromOlderNames({ ...annotation, kind: 'poem' }, article)).toBeUndefined();
    expect(fromOlderNames({ ...annotation, grade: 'hearsay' }, article)).toBeUndefined();
    expect(fromOlderNames({ ...annotation, stance: 'maybe' }, article)).toBeUndefined();
    expect(fromOlderNames({ ...annotation, stance: null }, article)?.stance).toBeNull();
  });
});

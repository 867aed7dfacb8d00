// Holds the suggester to its targets on the fixture texts, and on the sample texts where they lie beside the repository.
import { describe, expect, test } from 'vitest';
import { emptyCodebook, loadRuleSuggester } from '../../src/evidence/index.ts';
import { documentOf } from './document.ts';
import type { Class, Score, Share } from './score.ts';
import { score, speakersAgree } from './score.ts';
import type { AnnotatedText } from './texts.ts';
import { fixtureTexts, readTexts, sampleTexts } from './texts.ts';

const suggest = await loadRuleSuggester();
const fixtures = readTexts(fixtureTexts);
const samples = readTexts(sampleTexts);

function scores(texts: readonly AnnotatedText[]): readonly Score[] {
  return texts.map((text) => {
    const document = documentOf(text);
    return score(text, document.body, suggest(document, emptyCodebook, { stopped: () => false }).statements);
  });
}
const share = (all: readonly Score[], pick: (one: Score) => Share): number =>
  all.reduce((sum, one) => sum + pick(one).right, 0) / all.reduce((sum, one) => sum + pick(one).of, 0);

describe('annotated texts', () => {
  test.each([...fixtures, ...samples])('$name: every annotation is verbatim', ({ text, gold }) => {
    const body = text.slice(text.indexOf('---BODY---\n') + '---BODY---\n'.length);
    expect(gold.length).toBeGreaterThan(5);
    for (const { start, end, quote } of gold) expect(body.slice(start, end)).toBe(quote);
  });

  test('the fixtures reach the targets', () => {
    const all = scores(fixtures);
    expect(all.length).toBeGreaterThanOrEqual(8);
    const recall = (each: Class): number => share(all, (one) => one.recall[each]);
    const precision = (each: Class): number => share(all, (one) => one.precision[each]);
    expect(recall('direct')).toBeGreaterThanOrEqual(0.9);
    expect(precision('direct')).toBeGreaterThanOrEqual(0.85);
    expect(recall('mixed')).toBeGreaterThanOrEqual(0.65);
    expect(recall('indirect')).toBeGreaterThanOrEqual(0.45);
    expect(precision('indirect')).toBeGreaterThanOrEqual(0.7);
    expect(recall('author')).toBeGreaterThanOrEqual(0.65);
    expect(precision('author')).toBeGreaterThanOrEqual(0.65);
    expect(share(all, ({ speaker }) => speaker)).toBeGreaterThanOrEqual(0.88);
  });

  test.skipIf(samples.length === 0)(
    'the sample texts give spans that are verbatim (they lie beside the repository)',
    () => {
      for (const text of samples) {
        const document = documentOf(text);
        const { statements } = suggest(document, emptyCodebook, { stopped: () => false });
        expect(statements.length).toBeGreaterThan(3);
        for (const each of statements) expect(document.body.slice(each.start, each.end)).toBe(each.text);
      }
    },
  );
});

describe('the score', () => {
  const record = { speaker: 'Ann Lee', attributions: ['Mayor Ann Lee said'] };
  const agree = (speaker: readonly string[], gold = record): boolean =>
    speakersAgree(
      { speakers: gold.speaker.split(' & '), attributions: gold.attributions },
      { speaker, holder: [], grade: 'direct' },
    );

  test('takes a surname for the name, and nobody for somebody not named', () => {
    expect(agree(['Lee'])).toBe(true);
    expect(agree(['Bo Park'])).toBe(false);
    expect(agree([])).toBe(false);
    expect(agree([], { speaker: 'Unnamed (rumour)', attributions: [''] })).toBe(true);
  });

  test('wants every speaker', () => {
    const both = { speaker: 'Ann Lee & Bo Park', attributions: ['they said'] };
    expect(agree(['Ann Lee', 'Bo Park'], both)).toBe(true);
    expect(agree(['Ann Lee'], both)).toBe(false);
  });
});

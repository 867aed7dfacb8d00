// Shows how spans of two coders are compared, with scores counted by hand.
import { describe, expect, test } from 'vitest';
import { lettersBefore, matchSpans, overlaps, spanScores, union } from './spans.ts';

const body = 'We will not go. They must stop now.';
const span = (text: string): { start: number; end: number } => {
  const start = body.indexOf(text);
  return { start, end: start + text.length };
};

describe('scores of spans', () => {
  test('[AGR6] exact, soft and character, counted by hand', () => {
    const reference = [span('We will not go'), span('They must stop now')];
    const found = [span('We will not go'), span('must stop now.'), span('now')];
    const { exact, soft, character } = spanScores(reference, found, body);
    expect(exact).toMatchObject({ hits: 1, precision: 1 / 3, recall: 1 / 2, f1: 2 / 5 });
    // "must stop now" has 11 of the 15 letters of the whole sentence: 11/15 > 1/2. "now" is left over.
    expect(soft).toMatchObject({ hits: 2, precision: 2 / 3, recall: 1, f1: 4 / 5 });
    // Letters: 11 of the first sentence in both; 11 of the second in both, 15 in the reference.
    expect(character).toMatchObject({ hits: 22, found: 22, reference: 26, precision: 1, f1: 44 / 48 });
  });

  test('[AGR6] half of the letters is enough, less is not; signs and spaces do not count', () => {
    const letters = lettersBefore('ab, cd!');
    const whole = [{ start: 0, end: 7 }];
    expect(overlaps(whole, [{ start: 0, end: 2 }], letters)).toEqual([{ first: 0, second: 0, jaccard: 0.5 }]);
    expect(overlaps(whole, [{ start: 0, end: 1 }], letters)).toEqual([]);
    expect(spanScores([{ start: 0, end: 6 }], whole, 'ab, cd!').soft.hits).toBe(1);
    expect(spanScores([{ start: 0, end: 6 }], whole, 'ab, cd!').exact.hits).toBe(0);
  });

  test('[AGR6] spans pair one to one, the best first', () => {
    const twice = [span('We will not go'), span('We will not go')];
    expect(spanScores(twice, [span('We will not go')], body).exact).toMatchObject({ hits: 1, f1: 2 / 3 });
    const scores = spanScores([span('not go'), span('will not go')], [span('will not go')], body);
    expect(scores.soft.hits).toBe(1);
    expect(scores.exact.hits).toBe(1);
    expect(matchSpans([span('not go'), span('will not go')], [span('will not go')], body)).toEqual([
      { first: 1, second: 0, jaccard: 1 },
    ]);
  });

  test('[AGR7] text that nobody marked changes nothing, however much there is', () => {
    const [reference, found] = [[span('We will')], [span('will not')]];
    expect(spanScores(reference, found, body + ' Nobody said this.'.repeat(100))).toEqual(
      spanScores(reference, found, body),
    );
    expect(spanScores([], [], body).character.f1).toBeNull();
  });

  test('[AGR6] letters beyond the basic plane count once', () => {
    // Two units of UTF-16 are one letter.
    expect([...lettersBefore('𐐷a')]).toEqual([0, 0, 1, 2]);
  });
});

test('[AGR8] spans that overlap are one stretch, those that touch are two', () => {
  const spans = [
    { start: 5, end: 7 },
    { start: 0, end: 3 },
    { start: 3, end: 4 },
    { start: 6, end: 9 },
  ];
  expect(union(spans)).toEqual([
    { start: 0, end: 3 },
    { start: 3, end: 4 },
    { start: 5, end: 9 },
  ]);
});

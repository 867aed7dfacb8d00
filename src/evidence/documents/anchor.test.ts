// Shows that an anchor is verbatim, and found again exactly or not at all.
import { describe, expect, test } from 'vitest';
import { anchorAt, reanchor } from './anchor.ts';
import { sentenceAround } from './sentence.ts';

const body = 'We will not go. They said: “We will not go.” Nobody went.';
const second = body.lastIndexOf('We will not go');

describe('an anchor', () => {
  test('[DOC1] is the text with what stands on both sides', () => {
    expect(anchorAt(body, second, second + 14)).toEqual({
      start: second,
      end: second + 14,
      text: 'We will not go',
      prefix: body.slice(0, second),
      suffix: '.” Nobody went.',
    });
  });

  test('[DOC1] outside the body is a caller’s mistake', () => {
    expect(() => anchorAt('abc', 2, 4)).toThrow(/E2001/);
    expect(() => anchorAt('abc', 2, 1)).toThrow(/E2001/);
  });
});

describe('in a changed text', () => {
  const anchor = anchorAt(body, second, second + 14);
  test('[DOC6] it stays where text and context stand', () => {
    expect(reanchor(anchor, body)).toEqual({ outcome: 'same', anchor });
  });

  test('[DOC6] it moves with its context, although its text stands elsewhere too', () => {
    const found = reanchor(anchor, `An added sentence. ${body}`);
    expect(found).toMatchObject({ outcome: 'moved', anchor: { start: second + 19 } });
  });

  test('[DOC6] other spaces and quotation marks are said to be other ones', () => {
    const wide = anchorAt(body, body.indexOf('They'), body.indexOf(' Nobody'));
    const found = reanchor(wide, 'They  said:\n"We will not go." Nobody went.');
    expect(found).toMatchObject({ outcome: 'altered', anchor: { text: 'They  said:\n"We will not go."' } });
  });

  test('[DOC7] of places that fit alike none is chosen', () => {
    const bare = { ...anchor, prefix: '', suffix: '' };
    expect(reanchor(bare, `x ${body}`)).toMatchObject({ outcome: 'ambiguous', places: [2, second + 2] });
  });

  test('[DOC7] a short text without any of its context is not taken for it', () => {
    expect(reanchor(anchor, 'Later, elsewhere: We will not go!')).toMatchObject({ outcome: 'ambiguous' });
  });

  test('[DOC7] what is gone is lost', () => {
    expect(reanchor(anchor, 'We will go.')).toEqual({ outcome: 'lost' });
  });
});

test('the sentence around a stretch ends at full stops and line ends', () => {
  const sentence = (from: number, to: number): string => {
    const { start, end } = sentenceAround(body, from, to);
    return body.slice(start, end);
  };
  expect(sentence(3, 7)).toBe('We will not go.');
  expect(sentence(second, second + 14)).toBe('They said: “We will not go.”');
  expect(sentenceAround('one\ntwo three\nfour', 4, 7)).toEqual({ start: 4, end: 13 });
});

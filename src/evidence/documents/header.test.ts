// Shows where a body begins and what a header says.
import { describe, expect, test } from 'vitest';
import { isoDate, readHeader } from './header.ts';

describe('the header of a text', () => {
  test('[DOC2] ends at a line ---BODY---, behind which the body begins', () => {
    const text =
      'title: Two banks\nauthor: A. Writer\ndate: 3 March 2021\nnote: none\n---BODY---\nBody: here.\n';
    const { offset, metadata } = readHeader(text, false);
    expect(text.slice(offset)).toBe('Body: here.\n');
    expect(metadata).toEqual({ title: 'Two banks', author: 'A. Writer', date: '2021-03-03' });
  });

  test('[DOC2] keeps to UTF-16 units and any line end', () => {
    const text = 'title: \u{1F30A} flood\r\nspeaker: B\r\n---BODY---\r\nText';
    const { offset, metadata } = readHeader(text, false);
    expect(text.slice(offset)).toBe('Text');
    expect(metadata).toEqual({ title: '\u{1F30A} flood', author: 'B' });
  });

  test('[DOC2] is none without that line: the file is the body', () => {
    expect(readHeader('title: A\n\nText', false)).toEqual({ offset: 0, metadata: {} });
    expect(readHeader('', false).offset).toBe(0);
    expect(readHeader('text ---BODY--- text', false).offset).toBe(0);
  });

  test('[DOC2] leaves out what is not stated, no address, or two dates at once', () => {
    const text =
      'author: not stated\nsource: a newspaper\nsource: https://example.org/1\ndate: 03/04/2021\n---BODY---\nx';
    expect(readHeader(text, false).metadata).toEqual({ url: 'https://example.org/1' });
  });

  test('[DOC2] of Markdown is read and stays part of the body', () => {
    const text = '---\nauthor: "C. D."\ndate: 2020-02-30\n---\n# A title #\n\nText';
    expect(readHeader(text, true)).toEqual({ offset: 0, metadata: { title: 'A title', author: 'C. D.' } });
  });
});

test.each([
  ['2022-11-16', '2022-11-16'],
  ['2022-11-16T08:00:00Z', '2022-11-16'],
  ['2022-11', '2022-11'],
  ['16 November 2022', '2022-11-16'],
  ['Wednesday, November 16th, 2022', '2022-11-16'],
  ['1 Sept 2022', '2022-09-01'],
  ['2022-13-01', undefined],
  ['31 April 2022', undefined],
  ['4/5/2022', undefined],
  ['soon', undefined],
])('[DOC2] %j is the date %j', (text, date) => {
  expect(isoDate(text)).toBe(date);
});

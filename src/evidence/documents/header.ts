// Reads what a plain text says of itself before its body: header lines before `---BODY---`, or Markdown's front matter.
import type { Metadata } from '../types/document.ts';

/** Where the body begins, and what stands before it. */
export interface Header {
  /** In UTF-16 units of the text. */
  readonly offset: number;
  readonly metadata: Metadata;
}

/** Longer than this nothing is a header, in UTF-16 units. */
const longest = 20_000;

/** What header lines may be called, and which field each fills; the first that is there counts. */
const fields: Readonly<Record<string, keyof Metadata>> = {
  title: 'title',
  headline: 'title',
  author: 'author',
  by: 'author',
  speaker: 'author',
  byline: 'author',
  outlet: 'outlet',
  publisher: 'outlet',
  publication: 'outlet',
  site: 'outlet',
  date: 'date',
  published: 'date',
  url: 'url',
  link: 'url',
  source: 'url',
  language: 'language',
  lang: 'language',
  genre: 'genre',
  type: 'genre',
};

/**
 * The header of a text without its byte-order mark.                                           Rule [DOC2].
 *
 * A line `---BODY---` ends a header of `name: value` lines, and the body begins behind its line break. In Markdown
 * the body is the whole file, and front matter between two lines `---` is only read. Any other text is all body.
 * @complexity O(length of the header)
 * @example readHeader('title: A\n---BODY---\nText', false).offset // => 20
 */
export function readHeader(text: string, isMarkdown: boolean): Header {
  const head = text.slice(0, longest);
  const mark = /(?:^|\n)---BODY---[^\S\n]*(?:\n|$)/.exec(head);
  if (mark !== null) {
    return { offset: mark.index + mark[0].length, metadata: metadataIn(head.slice(0, mark.index)) };
  }
  if (!isMarkdown) return { offset: 0, metadata: {} };
  const front = /^---[^\S\n]*\r?\n([\s\S]*?)\n---[^\S\n]*(?:\r?\n|$)/.exec(head)?.[1];
  const title = /^#\s+(.+?)\s*#*\s*$/m.exec(head)?.[1];
  return { offset: 0, metadata: { ...(title === undefined ? {} : { title }), ...metadataIn(front ?? '') } };
}

function metadataIn(text: string): Metadata {
  const found: Partial<Record<keyof Metadata, string>> = {};
  for (const line of text.split(/\r\n?|\n/)) {
    const [, name = '', value = ''] = /^\s*([A-Za-z-]{2,20})\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    const field = fields[name.toLowerCase()];
    const plain = value.replace(/^(["'])(.*)\1$/, '$2');
    if (field === undefined || plain === '' || found[field] !== undefined) continue;
    if (/^(?:not stated|unknown|none|n\/a|-)$/i.test(plain)) continue;
    if (field === 'url' && !/^[a-z][a-z+.-]*:\S+$/i.test(plain)) continue;
    if (field === 'date') {
      const date = isoDate(plain);
      if (date !== undefined) found.date = date;
    } else found[field] = plain;
  }
  return found;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * A date as ISO 8601, as precise as it is written; nothing where it is not plain which day is meant.
 * @example isoDate('16 November 2022') // => '2022-11-16'
 */
export function isoDate(text: string): string | undefined {
  const plain = text.trim();
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T\s])/.exec(plain);
  if (iso !== null)
    return isDay(iso[1], iso[2], iso[3]) ? [iso[1], iso[2], iso[3]].filter(Boolean).join('-') : undefined;
  const [, day, month, year] =
    /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})\b/i.exec(plain) ?? [];
  const [, month2, day2, year2] =
    /^(?:[a-z]+day,?\s+)?([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(plain) ?? [];
  const name = (month ?? month2 ?? '').toLowerCase();
  const number = name.length < 3 ? 0 : months.findIndex((each) => each.startsWith(name)) + 1;
  if (number === 0) return undefined;
  const two = (part: string | number): string => String(part).padStart(2, '0');
  const [y, d] = [year ?? year2 ?? '', two(day ?? day2 ?? '')];
  return isDay(y, two(number), d) ? `${y}-${two(number)}-${d}` : undefined;
}

function isDay(year: string | undefined, month = '01', day = '01'): boolean {
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= length;
}

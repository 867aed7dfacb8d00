// Takes the readable part of a page as plain paragraphs; nothing of it is run, fetched or kept but its text.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Metadata } from '../../src/evidence/index.ts';
import { isoDate } from '../../src/evidence/index.ts';
import type { Extracted } from './extracted.ts';

/** A page deeper or larger than this is read without looking for its readable part: all of its text is taken. */
const deepest = 400;
const largest = 5_000_000;

const blocks =
  'address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  );
const isBlock = new Set(blocks);
const unread =
  'script style noscript template iframe object embed svg math canvas audio video head select textarea button nav form'.split(
    ' ',
  );
const isUnread = new Set(unread);

/** The text of a page, with what it says of its title, author, outlet, date and language. */
export function readHtml(html: string): Extracted {
  const metadata = metadataOf(html.slice(0, 500_000));
  if (html.length > largest || depthOf(html) > deepest) return { body: stripTags(html), metadata };
  try {
    const { document } = parseHTML(html);
    const article = new Readability(document as never, { maxElemsToParse: 50_000 }).parse();
    const body =
      article?.content === null || article?.content === undefined ? '' : stripTags(article.content);
    const title = metadata.title ?? clean(article?.title ?? '');
    const author = metadata.author ?? clean(article?.byline ?? '');
    const outlet = metadata.outlet ?? clean(article?.siteName ?? '');
    const found = {
      ...metadata,
      ...(title === '' ? {} : { title }),
      ...(author === '' ? {} : { author: author.replace(/^by\s+/i, '') }),
      ...(outlet === '' ? {} : { outlet }),
    };
    // A page with little on it is no article to the library; all of its text is better than none.
    return { body: body.trim().length >= 25 ? body : stripTags(html), metadata: found };
  } catch {
    return { body: stripTags(html), metadata };
  }
}

/** How deep elements are nested, roughly: end tags that are left out count as depth for void elements never. */
function depthOf(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [, slash, name = '', rest = ''] of html.matchAll(
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)/g,
  )) {
    if (
      /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li)$/i.test(name) ||
      rest.endsWith('/')
    )
      continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    most = Math.max(most, depth);
    if (most > deepest) return most;
  }
  return most;
}

/**
 * All text of a page, one pass: blocks become paragraphs, what is not shown is left out, entities are decoded.
 * @complexity O(length)
 */
export function stripTags(html: string): string {
  const parts: string[] = [];
  const hidden: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (hidden.length === 0 && text !== '') parts.push(decodeEntities(text.replace(/\s+/g, ' ')));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/.exec(html.slice(open, open + 50));
    if (tag === null) {
      const isMarkup = /^<[!?/]/.test(html.slice(open, open + 2));
      const close = isMarkup ? html.indexOf('>', open) : open;
      if (!isMarkup && hidden.length === 0) parts.push('<');
      at = isMarkup ? (close < 0 ? html.length : close + 1) : open + 1;
      continue;
    }
    const close = html.indexOf('>', open);
    const [, slash, given = ''] = tag;
    const name = given.toLowerCase();
    at = close < 0 ? html.length : close + 1;
    if (isUnread.has(name) && html[close - 1] !== '/') {
      if (slash !== '/') {
        if (name === 'script' || name === 'style' || name === 'textarea' || name === 'noscript') {
          // Their content is no markup: it ends at the end tag alone.
          const end = html.slice(at).search(new RegExp(`</${name}`, 'i'));
          if (end < 0) break;
          at = at + end;
        }
        hidden.push(name);
      } else if (hidden.includes(name)) hidden.length = hidden.lastIndexOf(name);
    } else if (hidden.length > 0 && slash === '/' && (name === 'body' || name === 'html')) hidden.length = 0;
    if (isBlock.has(name)) parts.push('\n');
  }
  return parts
    .join('')
    .split(/\n+/)
    .map((line) => line.replace(/[ \t\f\v\u00A0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n\n');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '',
  copy: '©',
  reg: '®',
  euro: '€',
  pound: '£',
  cent: '¢',
  deg: '°',
  middot: '·',
  bull: '•',
  times: '×',
  frac12: '½',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  auml: 'ä',
  aring: 'å',
  ccedil: 'ç',
  ecirc: 'ê',
  euml: 'ë',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ouml: 'ö',
  oslash: 'ø',
  uacute: 'ú',
  ucirc: 'û',
  uuml: 'ü',
  szlig: 'ß',
  aelig: 'æ',
  Eacute: 'É',
  Ouml: 'Ö',
  Uuml: 'Ü',
  Auml: 'Ä',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    },
  );
}

const clean = (text: string): string => decodeEntities(text).replace(/\s+/g, ' ').trim();

function metadataOf(html: string): Metadata {
  const metas = new Map<string, string>();
  for (const [tag] of html.matchAll(/<meta\b[^>]{0,2000}>/gi)) {
    const name = attribute(tag, 'property') ?? attribute(tag, 'name') ?? attribute(tag, 'itemprop');
    const content = attribute(tag, 'content');
    if (name !== undefined && content !== undefined && !metas.has(name.toLowerCase()))
      metas.set(name.toLowerCase(), content);
  }
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => clean(metas.get(name) ?? '')).find((text) => text !== '');
  const title =
    first('og:title', 'dc.title') ?? (clean(/<title[^>]*>([^<]{1,500})/i.exec(html)?.[1] ?? '') || undefined);
  const author = first('author', 'article:author', 'dc.creator');
  const outlet = first('og:site_name', 'dc.publisher');
  const date = isoDate(
    first('article:published_time', 'date', 'dc.date', 'datepublished', 'pubdate') ?? '',
  )?.slice(0, 10);
  const language = /<html\b[^>]*\blang\s*=\s*["']?([a-zA-Z-]{2,12})/i.exec(html)?.[1];
  const url =
    first('og:url') ?? attribute(/<link\b[^>]*rel=["']?canonical["']?[^>]*>/i.exec(html)?.[0] ?? '', 'href');
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined || /^https?:/.test(author) ? {} : { author }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined || !/^https?:\/\//.test(url) ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  };
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

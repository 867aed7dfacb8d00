// Takes the paragraphs of a Word document straight from its XML: no macro, no entity, no link of it is followed.
import { strFromU8, Unzip, UnzipInflate } from 'fflate';
import { isoDate } from '../../src/evidence/index.ts';
import type { Extracted } from './extracted.ts';
import { Unreadable } from './extracted.ts';

/** A part of the file may unfold to this many bytes; a zip bomb would go on. */
const largestPart = 64_000_000;
const wanted = new Set(['word/document.xml', 'docProps/core.xml', 'docProps/app.xml']);

/**
 * The text of a .docx file: paragraphs, also those of tables; what was deleted under tracked changes is left out.
 * @throws Unreadable
 */
export function readDocx(bytes: Uint8Array): Extracted {
  // An encrypted document is no zip but an old compound file.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Unreadable(
      'E3006',
      'the document is encrypted, or in the old .doc format',
      'remove the password, or save it as .docx',
    );
  const parts = unzip(bytes);
  const xml = parts.get('word/document.xml');
  if (xml === undefined)
    throw new Unreadable(
      'E3005',
      'the file holds no Word document',
      'open it in a word processor and save it as .docx',
    );
  const core = parts.get('docProps/core.xml') ?? '';
  const property = (name: string): string =>
    decode(new RegExp(`<(?:\\w+:)?${name}[^>]*>([^<]*)<`).exec(core)?.[1] ?? '').trim();
  const [title, author, date] = [
    property('title'),
    property('creator'),
    isoDate(property('created'))?.slice(0, 10),
  ];
  return {
    body: paragraphs(xml),
    metadata: {
      ...(title === '' ? {} : { title }),
      ...(author === '' ? {} : { author }),
      ...(date === undefined ? {} : { date }),
    },
  };
}

function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let failure: Unreadable | undefined;
  const reader = new Unzip((file) => {
    if (!wanted.has(file.name) || found.has(file.name)) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, isLast) => {
      if (error !== null)
        failure ??= new Unreadable('E3005', 'the file is damaged: a part of it cannot be unpacked');
      if (failure !== undefined) return;
      size += chunk.length;
      if (size > largestPart) {
        failure = new Unreadable('E3003', `the document unpacks to more than ${largestPart / 1e6} MB`);
        file.terminate();
        return;
      }
      chunks.push(chunk);
      if (isLast) found.set(file.name, strFromU8(joined(chunks, size)));
    };
    file.start();
  });
  reader.register(UnzipInflate);
  // In pieces, so that a bomb is noticed before it has unfolded.
  for (let at = 0; at < bytes.length && failure === undefined; at += 65_536) {
    try {
      reader.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
    } catch {
      failure ??= new Unreadable('E3005', 'the file is damaged: it is no zip archive');
    }
  }
  if (failure !== undefined) throw failure;
  return found;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function paragraphs(xml: string): string {
  const lines: string[] = [];
  let line = '';
  let skipped = 0;
  let inText = false;
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (inText && skipped === 0) line += decode(xml.slice(at, open < 0 ? xml.length : open));
    if (open < 0) break;
    const close = xml.indexOf('>', open);
    if (close < 0) break;
    const tag = xml.slice(open + 1, close);
    at = close + 1;
    const isEnd = tag.startsWith('/');
    const isEmpty = tag.endsWith('/');
    const name = /^\/?([\w:.-]+)/.exec(tag)?.[1] ?? '';
    if (/^(?:mc:Fallback|w:del|w:moveFrom|w:instrText|w:footnoteReference)$/.test(name) && !isEmpty)
      skipped = Math.max(0, skipped + (isEnd ? -1 : 1));
    else if (name === 'w:t') inText = !isEnd && !isEmpty;
    else if (name === 'w:tab') line += ' ';
    else if (name === 'w:br' || name === 'w:cr') line += '\n';
    else if (name === 'w:noBreakHyphen') line += '-';
    else if (name === 'w:p' && (isEnd || isEmpty)) {
      if (line.trim() !== '') lines.push(line.trim());
      line = '';
    }
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines.join('\n\n');
}

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});/g, (entity) => {
    const named = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }[entity];
    if (named !== undefined) return named;
    const point = entity.startsWith('&#x')
      ? Number.parseInt(entity.slice(3), 16)
      : Number(entity.slice(2, -1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
}

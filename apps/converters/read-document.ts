// Turns the bytes of a file into a document, by the kind that its name and first bytes say.
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Code, Outcome } from '../../src/base/index.ts';
import { diagnostic } from '../../src/base/index.ts';
import type { Document, DocumentFormat } from '../../src/evidence/index.ts';
import { readHeader } from '../../src/evidence/index.ts';
import { convertBounded } from './bounded.ts';
import { decodeText } from './decode.ts';
import { Unreadable } from './extracted.ts';

/** Kinds of document by the ending of a file's name. */
const formats: Readonly<Record<string, DocumentFormat>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

/** The endings that are read, with their full stop. */
export const documentExtensions: readonly string[] = Object.keys(formats);

/** In bytes. */
export const largestFile = 64_000_000;

export interface ReadDocumentOptions {
  /** A label of the WHATWG Encoding Standard, for text and HTML; default UTF-8, or what a page says of itself. */
  readonly encoding?: string;
  /** Ids that are taken. */
  readonly taken?: ReadonlySet<string>;
}

/**
 * The document in a file.                                                          Rules [DOC3], [DOC4], [DOC5].
 * @param path - as the user gave it: for its ending, its id and diagnostics
 */
export async function readDocument(
  bytes: Uint8Array,
  path: string,
  { encoding, taken = new Set() }: ReadDocumentOptions = {},
): Promise<Outcome<Document>> {
  const fail = (code: Code, message: string, hint?: string): Outcome<Document> => ({
    diagnostics: [
      diagnostic(code, message, {
        at: { uri: path, start: origin, end: origin },
        ...(hint === undefined ? {} : { hint }),
      }),
    ],
  });
  const format = formatOf(bytes, path);
  if (format === undefined)
    return fail(
      'E3001',
      `\`${extname(path) || basename(path)}\` is no kind of document that is read`,
      `what is read: ${documentExtensions.join(' ')}`,
    );
  if (bytes.length > largestFile)
    return fail('E3003', `the file has ${bytes.length} bytes; ${largestFile} are read`, 'split it');
  if (bytes.length === 0) return fail('E3002', 'the file is empty');
  const base = { id: idFor(path, taken), format, sha256: createHash('sha256').update(bytes).digest('hex') };
  if (format === 'text' || format === 'markdown') {
    const { value: text, diagnostics } = decodeText(bytes, path, encoding);
    if (text === undefined) return { diagnostics };
    const { offset, metadata } = readHeader(text, format === 'markdown');
    const body = text.slice(offset);
    if (body.trim() === '') return fail('E3002', 'the document holds no text');
    return { value: { ...base, ...metadata, offset, body }, diagnostics };
  }
  try {
    let work: Parameters<typeof convertBounded>[0] | undefined;
    if (format === 'html') {
      const { value: text, diagnostics } = decodeText(bytes, path, encoding ?? charsetOf(bytes));
      if (text === undefined) return { diagnostics };
      work = { convert: 'html', text };
    } else work = { convert: format, bytes };
    const { body, metadata } = await convertBounded(work);
    if (body.trim() === '') return fail('E3002', 'the document holds no text');
    return { value: { ...base, ...metadata, offset: 0, body }, diagnostics: [] };
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.code, error.message, error.hint);
    throw error;
  }
}

const origin = { offset: 0, line: 1, column: 1 };

/** What the first bytes say goes before the name: a PDF that is called .txt is a PDF. */
function formatOf(bytes: Uint8Array, path: string): DocumentFormat | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start === '%PDF-') return 'pdf';
  const named = formats[extname(path).toLowerCase()];
  return named;
}

/** What a page says of its encoding in its first bytes. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return (
    /<meta[^>]*charset\s*=\s*["']?([\w-]{2,20})/i.exec(head)?.[1] ??
    /<\?xml[^>]*encoding\s*=\s*["']([\w-]{2,20})/i.exec(head)?.[1]
  );
}

/** An id from a file's name; a number behind it where the id is taken. */
function idFor(path: string, taken: ReadonlySet<string>): string {
  const stem = basename(path, extname(path))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const id = stem === '' ? 'document' : stem;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

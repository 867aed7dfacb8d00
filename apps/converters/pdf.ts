// Takes the text of a PDF, line by line and page by page, and joins lines to paragraphs; scripts in it are never run.
import type { Extracted } from './extracted.ts';
import { Unreadable } from './extracted.ts';

const mostPages = 2000;

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/**
 * The text of a PDF.
 * @throws Unreadable where it is encrypted, damaged, too long, or holds pictures alone
 */
export async function readPdf(bytes: Uint8Array): Promise<Extracted> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > mostPages)
      throw new Unreadable('E3003', `the PDF has ${pdf.numPages} pages; ${mostPages} are read`, 'split it');
    const lines: Line[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      lines.push(linesOf(items.filter((item) => 'str' in item) as readonly TextItem[]));
      page.cleanup();
    }
    const body = paragraphsOf(withoutRepeats(lines));
    if (!/[\p{L}]{2}/u.test(body))
      throw new Unreadable(
        'E3007',
        'the PDF holds pictures of pages and no text',
        'run it through text recognition (OCR) first',
      );
    const { info } = await pdf.getMetadata();
    const { Title: title, Author: author } = info as { readonly Title?: unknown; readonly Author?: unknown };
    return {
      body,
      metadata: {
        ...(typeof title === 'string' && title.trim() !== '' ? { title: title.trim() } : {}),
        ...(typeof author === 'string' && author.trim() !== '' ? { author: author.trim() } : {}),
      },
    };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const { name, message } = error as Error;
    if (name === 'PasswordException')
      throw new Unreadable('E3006', 'the PDF is encrypted', 'save a copy without a password');
    throw new Unreadable('E3005', `the PDF is damaged: ${message}`);
  } finally {
    await task.destroy();
  }
}

function linesOf(items: readonly TextItem[]): Line[] {
  const lines: Line[] = [];
  let text = '';
  let y = 0;
  let height = 0;
  for (const item of items) {
    if (text === '') y = item.transform[5] ?? 0;
    text += item.str;
    height = Math.max(height, item.height);
    if (!item.hasEOL) continue;
    if (text.trim() !== '') lines.push({ text: text.trim(), y, height });
    [text, height] = ['', 0];
  }
  if (text.trim() !== '') lines.push({ text: text.trim(), y, height });
  return lines;
}

/** Headers, footers and page numbers: first and last lines that most pages have, but for their numbers. */
function withoutRepeats(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  if (pages.length < 3) return pages;
  const plain = ({ text }: Line): string => text.replace(/\d+/g, '#');
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(
      [page[0], page.at(-1)].flatMap((line) => (line === undefined ? [] : [plain(line)])),
    ))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return pages.map((page) =>
    page.filter(
      (line, at) => (at > 0 && at < page.length - 1) || (counts.get(plain(line)) ?? 0) <= pages.length / 2,
    ),
  );
}

/** Lines of one paragraph are joined; a wider gap, or a short line that ends a sentence, parts two. */
function paragraphsOf(pages: readonly (readonly Line[])[]): string {
  const paragraphs: string[] = [];
  let text = '';
  const close = (): void => {
    if (text !== '') paragraphs.push(text);
    text = '';
  };
  for (const page of pages) {
    const widest = Math.max(0, ...page.map((line) => line.text.length));
    page.forEach((line, at) => {
      const before = page[at - 1];
      const gap = before === undefined ? 0 : before.y - line.y;
      const ended =
        before !== undefined && /[.!?:”"]$/.test(before.text) && before.text.length < widest * 0.75;
      if (before !== undefined && (gap > 1.7 * Math.max(before.height, 1) || gap < -1 || ended)) close();
      if (text === '') text = line.text;
      else if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line.text)) text = `${text.slice(0, -1)}${line.text}`;
      else text = `${text} ${line.text}`;
    });
    if (/[.!?”"]$/.test(text)) close();
  }
  close();
  return paragraphs.join('\n\n');
}

// Shows what is taken from files of each kind, and that hostile ones are refused in a sentence.
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Code } from '../../src/base/index.ts';
import type { Document } from '../../src/evidence/index.ts';
import { largestFile, readDocument } from './read-document.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
async function open(bytes: Uint8Array, path: string, encoding?: string): Promise<Document> {
  const { value, diagnostics } = await readDocument(bytes, path, encoding === undefined ? {} : { encoding });
  expect(diagnostics).toEqual([]);
  return value as Document;
}
async function refusal(bytes: Uint8Array, path: string, encoding?: string): Promise<Code | undefined> {
  const { value, diagnostics } = await readDocument(bytes, path, encoding === undefined ? {} : { encoding });
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.message).toMatch(/^[^\n]{10,300}$/);
  return diagnostics[0]?.code;
}

describe('text', () => {
  test('[DOC3] is UTF-8; a byte-order mark is no part of it', async () => {
    const text = '\uFEFFtitle: Ä\n---BODY---\nZeile “eins”\r\nשלום \u{1F30A}\0';
    const document = await open(bytesOf(text), 'folder/Der Text (1).txt');
    expect(document).toMatchObject({ id: 'Der-Text-1', format: 'text', title: 'Ä', offset: 20 });
    expect(document.body).toBe(text.slice(21));
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('[DOC3] may be UTF-16 with a mark, half characters kept', async () => {
    const units = '\uFEFFab\ud800c';
    const bytes = new Uint8Array(units.length * 2);
    for (const [at, unit] of [...Array(units.length).keys()].map((at) => [at, units.charCodeAt(at)] as const))
      new DataView(bytes.buffer).setUint16(at * 2, unit, true);
    expect((await open(bytes, 'a.txt')).body).toBe('ab\ud800c');
  });

  test('[DOC3] [E3004] in another encoding is an error unless it is named', async () => {
    const bytes = new Uint8Array([0x63, 0x61, 0x66, 0xe9]);
    expect(await refusal(bytes, 'a.txt')).toBe('E3004');
    expect(await refusal(bytes, 'a.txt', 'klingon')).toBe('E3004');
    expect((await open(bytes, 'a.txt', 'windows-1252')).body).toBe('café');
    const { diagnostics } = await readDocument(bytes, 'a.txt');
    expect(diagnostics[0]?.message).toContain('byte 3');
  });

  test('[DOC3] [E3005] full of zero bytes is none', async () => {
    expect(await refusal(bytesOf('a\0b\0c\0'), 'a.txt')).toBe('E3005');
  });

  test('[DOC2] Markdown is its own body', async () => {
    const text = '# On water\n\nThe dam is *ours*.\n';
    expect(await open(bytesOf(text), 'a.md')).toMatchObject({ body: text, offset: 0, title: 'On water' });
  });

  test.each<readonly [string, Uint8Array, string, Code]>([
    ['of another kind', bytesOf('x'), 'a.exe', 'E3001'],
    ['without a kind', bytesOf('x'), 'README', 'E3001'],
    ['that is empty', bytesOf(''), 'a.txt', 'E3002'],
    ['of spaces alone', bytesOf(' \n\t '), 'a.txt', 'E3002'],
    ['with a header alone', bytesOf('title: A\n---BODY---\n'), 'a.txt', 'E3002'],
    ['that is too large', new Uint8Array(largestFile + 1), 'a.txt', 'E3003'],
  ])('[DOC5] a file %s is refused', async (_, bytes, path, code) => {
    expect(await refusal(bytes, path)).toBe(code);
  });
});

const page = (body: string, head = ''): Uint8Array =>
  bytesOf(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);

describe('HTML', () => {
  test('[DOC4] gives its readable part as paragraphs, and what it says of itself', async () => {
    const paragraphs = Array.from(
      { length: 6 },
      (_, at) =>
        `<p>Paragraph ${at} of the article says that the dam &amp; the river, which have been argued about for years, stay where they are.</p>`,
    ).join('');
    const document = await open(
      page(
        `<nav><a href="/">Home</a></nav><article><h1>The dam</h1>${paragraphs}<script>alert("no")</script></article><footer>About us</footer>`,
        '<title>The dam | Courier</title><meta property="og:title" content="The dam"><meta name="author" content="Ina Writer"><meta property="og:site_name" content="Courier"><meta property="article:published_time" content="2023-03-08T10:00:00Z">',
      ),
      'a.html',
    );
    expect(document).toMatchObject({
      title: 'The dam',
      author: 'Ina Writer',
      outlet: 'Courier',
      date: '2023-03-08',
      language: 'en',
      offset: 0,
    });
    expect(document.body).toContain('says that the dam & the river, which');
    expect(document.body.split('\n\n').length).toBeGreaterThanOrEqual(6);
    expect(document.body).not.toMatch(/alert|Home|About us|</);
  });

  test('[DOC4] runs and keeps nothing of scripts, styles, forms, comments and event handlers', async () => {
    const { body } = await open(
      page(
        '<p onclick="steal()">One sentence that stays, long enough.</p><script>bad()</script><style>p{}</style><!-- gone --><iframe src="http://x"></iframe><img src=x onerror=bad()><p>Another &#x27;one&#39; stays too.',
      ),
      'a.htm',
    );
    expect(body).toContain('One sentence that stays');
    expect(body).toContain("Another 'one' stays too.");
    expect(body).not.toMatch(/steal|bad|p\{|gone|http|onerror/);
  });

  test('[DOC4] takes the encoding from the page', async () => {
    const bytes = Uint8Array.from(
      Buffer.from(
        '<html><meta charset="windows-1252"><p>Caf\xe9 owners said no to the plan.</p></html>',
        'latin1',
      ),
    );
    expect((await open(bytes, 'a.html')).body).toContain('Café owners');
  });

  test('[DOC5] nested ten thousand deep is read within bounds', async () => {
    const { body } = await open(
      page(`${'<div>'.repeat(10_000)}The sentence inside.${'</div>'.repeat(10_000)}`),
      'a.html',
    );
    expect(body).toBe('The sentence inside.');
  });

  test('[DOC5] of tags alone, or broken off, ends', async () => {
    expect(await refusal(page('<p></p>'), 'a.html')).toBe('E3002');
    expect((await open(bytesOf(`<p>Text ${'<'.repeat(200_000)}`), 'a.html')).body).toContain('Text');
  });
});

const documentXml = (inside: string): string =>
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x"><w:body>${inside}</w:body></w:document>`;
const docx = (inside: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(documentXml(inside)), ...more });

describe('DOCX', () => {
  test('[DOC4] gives paragraphs, also of tables, without what was deleted', async () => {
    const document = await open(
      docx(
        '<w:p><w:r><w:t>The dam &amp; the</w:t></w:r><w:r><w:t xml:space="preserve"> river.</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A cell</w:t><w:br/><w:t>of two lines</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        {
          'docProps/core.xml': strToU8(
            '<c><dc:title>On water</dc:title><dc:creator>Ina Writer</dc:creator><dcterms:created x="y">2021-05-04T00:00:00Z</dcterms:created></c>',
          ),
        },
      ),
      'a.docx',
    );
    expect(document).toMatchObject({
      title: 'On water',
      author: 'Ina Writer',
      date: '2021-05-04',
      body: 'The dam & the river.\n\nA cell\nof two lines',
    });
  });

  test('[DOC4] follows no external entity', async () => {
    expect((await open(docx('<w:p><w:r><w:t>x &e; y</w:t></w:r></w:p>'), 'a.docx')).body).toBe('x &e; y');
  });

  test.each<readonly [string, Uint8Array, Code]>([
    ['that is no zip', bytesOf('PK but no zip at all'), 'E3005'],
    ['that holds something else', zipSync({ 'a.txt': strToU8('x') }), 'E3005'],
    ['that is cut off', docx('<w:p><w:r><w:t>text</w:t></w:r></w:p>').subarray(0, 120), 'E3005'],
    ['that is encrypted', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'E3006'],
    ['that unfolds to 80 MB', zipSync({ 'word/document.xml': new Uint8Array(80_000_000) }), 'E3003'],
  ])('[DOC5] a file %s is refused', async (_, bytes, code) => {
    expect(await refusal(bytes, 'a.docx')).toBe(code);
  });
});

/** A PDF with one content stream on each page. */
function pdf(pages: readonly string[], trailer = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((text, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * at} 0 R >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}
const lines = (...texts: readonly string[]): string =>
  `BT /F1 12 Tf 72 720 Td 14 TL ${texts.map((text) => `(${text}) Tj T*`).join(' ')} ET`;

describe('PDF', () => {
  test('[DOC4] gives paragraphs of joined lines', async () => {
    const { body, format } = await open(
      pdf([lines('The minister said the dam would not be emp-', 'tied before the harvest.')]),
      'a.pdf',
    );
    expect({ body, format }).toEqual({
      body: 'The minister said the dam would not be emptied before the harvest.',
      format: 'pdf',
    });
  });

  test('[DOC5] [E3007] of pictures alone is refused, whatever its name', async () => {
    expect(await refusal(pdf(['0 0 100 100 re f']), 'a.txt')).toBe('E3007');
  });

  test('[DOC5] [E3006] that is encrypted is refused', async () => {
    const key = `<${'00'.repeat(32)}>`;
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00><00>]`;
    expect(await refusal(pdf([lines('secret')], encrypt), 'a.pdf')).toBe('E3006');
  });

  test('[DOC5] [E3005] that is damaged is refused', async () => {
    expect(await refusal(bytesOf('%PDF-1.4\nnothing more'), 'a.pdf')).toBe('E3005');
  });

  test('[DOC5] whose stream unfolds to 200 MB ends within bounds', async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000, 32));
    const head = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`;
    const bytes = Buffer.concat([
      Buffer.from(head),
      bomb,
      Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
    ]);
    expect(['E3005', 'E3007', 'E3008']).toContain(await refusal(bytes, 'a.pdf'));
  });
});

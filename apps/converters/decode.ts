// Turns bytes into text: by a byte-order mark, by the encoding that is named, or else as UTF-8, strictly.
import type { Outcome } from '../../src/base/index.ts';
import { diagnostic } from '../../src/base/index.ts';

/**
 * The text of a file, without its byte-order mark.                                            Rule [DOC3].
 * @param encoding - a label of the WHATWG Encoding Standard; a byte-order mark goes before it
 */
export function decodeText(bytes: Uint8Array, name: string, encoding?: string): Outcome<string> {
  const marked = markedEncoding(bytes);
  const label = marked ?? encoding ?? 'utf-8';
  const at = { uri: name, start: origin, end: origin };
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    return {
      diagnostics: [
        diagnostic('E3004', `no encoding is called \`${label}\``, {
          at,
          hint: 'such as utf-8, utf-16le, windows-1252, windows-1251',
        }),
      ],
    };
  }
  try {
    const text = decoder.decode(bytes);
    const zeros = text.length < 1_000_000 ? countZeros(text) : countZeros(text.slice(0, 1_000_000));
    if (zeros > 0 && zeros * 20 > Math.min(text.length, 1_000_000))
      return {
        diagnostics: [
          diagnostic('E3005', 'this is no text: it is full of zero bytes', {
            at,
            hint: 'if it is text in UTF-16, give `--encoding utf-16le`',
          }),
        ],
      };
    return { value: text, diagnostics: [] };
  } catch {
    // UTF-16 may hold half a character, which is kept: offsets count units, whatever they are.
    if (/^utf-?16/i.test(label)) return { value: decodeUnits(bytes, /be$/i.test(label)), diagnostics: [] };
    const place = firstBad(bytes, label);
    return {
      diagnostics: [
        diagnostic('E3004', `byte ${place} is not ${label.toUpperCase()}`, {
          at,
          expected: 'plain text in UTF-8',
          hint: 'save it as UTF-8, or say what it is: `--encoding windows-1252`',
        }),
      ],
    };
  }
}

const origin = { offset: 0, line: 1, column: 1 };

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function countZeros(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1)) count += 1;
  return count;
}

function decodeUnits(bytes: Uint8Array, isBigEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 1 < bytes.length; at += 8192) {
    const units: number[] = [];
    for (let unit = at; unit + 1 < Math.min(bytes.length, at + 8192); unit += 2)
      units.push(view.getUint16(unit, !isBigEndian));
    parts.push(String.fromCharCode(...units));
  }
  const text = parts.join('');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The first byte that cannot be read, from 0, found by halving. */
function firstBad(bytes: Uint8Array, label: string): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

// Makes ids that can be read and written in expressions out of the free names of another format.
import { isKeyword } from '../../model/index.ts';

const longest = 40;
const reserved = new Set(['infeasible', 'forbiddenmoves', 'null']);

/**
 * An id made of a name: its letters and digits in lower case, anything between them as `_`.                Rule [GMC7].
 * @param fallback - used where the name holds no letter and no digit
 * @param used - ids that are taken already; the new one is added
 * @example readableId('Release Water!', 'option', new Set()) // => 'release_water'
 */
export function readableId(name: string, fallback: string, used: Set<string>): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  const text = (words ?? [fallback]).join('_');
  const short =
    text.length <= longest ? text : text.slice(0, longest).replace(/_[^_]*$|[\ud800-\udfff]$/, '');
  const base = /^\p{N}/u.test(short) ? `${fallback}_${short}` : short;
  const root = isKeyword(base) || reserved.has(base) ? `${base}_` : base;
  let id = root;
  for (let count = 2; used.has(id); count += 1) id = `${root}_${count}`;
  used.add(id);
  return id;
}

/**
 * A name on one line, without letters that a text file cannot hold.
 * @example cleanName(' Release\nwater ', 'option 1') // => 'Release water'
 */
export function cleanName(name: string, fallback: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = /[\x00-\x20\x7f-\xa0\u2028\u2029\ufeff\ufffd-\uffff]+/g;
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const text = name.replace(lone, ' ').replace(controls, ' ').trim();
  return text === '' ? fallback : text;
}

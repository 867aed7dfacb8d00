// Finds statements that were printed more than once, so that they count once.
import type { Statement } from '../types/statement.ts';

/** So long a text is the same text whoever is named beside it. */
const longText = 40;

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * For each reprint, the statement that was first: the same words of the same concept in another document, by the same
 * speaker or at some length. Two speakers of one sentence in one document are two.                Rule [DRA9].
 * @param sameName - names of one actor come to one text
 */
export function reprintsOf(
  statements: readonly Statement[],
  sameName: (name: string) => string,
): ReadonlyMap<string, string> {
  const first = new Map<string, Statement>();
  const reprints = new Map<string, string>();
  for (const statement of statements) {
    const text = fold(statement.text);
    const speakers = statement.grade === 'author' ? '' : statement.speaker.map(sameName).sort().join('|');
    const keys = [`${statement.concept}|${speakers}|${text}`];
    if (text.length >= longText) keys.push(`${statement.concept}||${text}`);
    const known = keys
      .map((key) => first.get(key))
      .find((one) => one !== undefined && one.document !== statement.document);
    if (known !== undefined) reprints.set(statement.id, known.id);
    else for (const key of keys) if (!first.has(key)) first.set(key, statement);
  }
  return reprints;
}

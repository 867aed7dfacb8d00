// Tells verbs from other words in a row of items, and finds where clauses begin.
import type { Item } from './units.ts';

const auxiliaries = new Set(
  "is are was were be been being am has have had having do does did will would shall should can could may might must 's 're 've 'd 'll ca wo".split(
    ' ',
  ),
);

/** Is it an auxiliary? A possessive 's is not. */
export function isAuxiliary({ lower, pos }: Item): boolean {
  return auxiliaries.has(lower) && pos !== 'PART';
}

/** Is it a verb that can carry a clause: no infinitive, no participle alone? */
export function isFiniteVerb(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item === undefined || item.quotation !== undefined) return false;
  if (isAuxiliary(item) && !['be', 'been', 'being', 'having'].includes(item.lower)) return true;
  if (item.pos !== 'VERB') return false;
  if (/ing$/.test(item.lower)) return false;
  if (/^\p{Lu}/u.test(item.text) && index > 0) return false;
  const before = items[index - 1];
  return before?.lower !== 'to' && before?.pos !== 'DET' && before?.pos !== 'ADJ';
}

/** Is there a verb that carries a clause between two indices? */
export function hasFinite(items: readonly Item[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (isFiniteVerb(items, index)) return true;
  return false;
}

/**
 * Does a clause of its own begin at this index: a subject, and a verb behind it before the next comma?
 */
export function opensClause(items: readonly Item[], index: number): boolean {
  const first = items[index];
  if (first === undefined || first.quotation !== undefined) return false;
  let nouns = 0;
  for (let at = index; at < Math.min(items.length, index + 22); at += 1) {
    const item = items[at] as Item;
    // A second verb of the clause before shares its subject: "urges talks and considers".
    if (isFiniteVerb(items, at)) return nouns > 0 && !/^(?:and|or|but)$/.test(items[at - 1]?.lower ?? '');
    if (
      item.quotation !== undefined &&
      nouns > 0 &&
      /^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|cannot|could|should|must)\b/.test(
        item.text,
      )
    )
      return true;
    const before = items[at - 1];
    // "the strike would end": behind an article a verb is a noun.
    const isNoun = item.pos === 'VERB' && at > index && (before?.pos === 'DET' || before?.pos === 'ADJ');
    if (isNoun || ['NOUN', 'PROPN', 'PRON', 'NUM', 'QUOTE'].includes(item.pos)) nouns += 1;
    else if (
      item.pos === 'SCONJ' ||
      item.lower === 'that' ||
      /^[,;:.!?—–]$/.test(item.text) ||
      item.lower === 'to'
    )
      return false;
  }
  return false;
}

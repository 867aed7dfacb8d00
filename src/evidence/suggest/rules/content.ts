// Finds how far reported words reach, and cuts them into clauses and quotations.
import { verbForms } from '../lexicon/cue-verbs.ts';
import type { Item } from '../reading/units.ts';
import { hasFinite, isFiniteVerb, opensClause } from '../reading/verbs.ts';

/** Items `from` to `to`, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const joins = /^(?:while|whereas|but|and|though|although)$/;

/** Is it a cue verb in -ing that adds to what was said: ", adding that"? */
export function addsCue(items: readonly Item[], index: number): boolean {
  const item = items[index];
  return item !== undefined && item.quotation === undefined && verbForms.get(item.lower)?.form === 'ing';
}

/** Does somebody speak between two indices: a cue verb that is a verb? */
export function hasCue(items: readonly Item[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const item = items[index] as Item;
    if (verbForms.has(item.lower) && isFiniteVerb(items, index)) return true;
  }
  return false;
}

/**
 * The clauses of what is reported from `from` on: the first, and those joined to it that nobody else is made to say.
 * Rule [SUG7].
 * @param isPresent - the cue is in the present ("claims"), behind which ", but" is the author's own answer
 */
export function clausesFrom(items: readonly Item[], from: number, isPresent = false): readonly Stretch[] {
  const clauses: Stretch[] = [];
  let start = from;
  for (let at = from; at < items.length; at += 1) {
    const item = items[at] as Item;
    const next = items[at + 1];
    if (item.text === ';') {
      clauses.push({ from: start, to: at });
      if (hasCue(items, at + 1, items.length)) return clauses;
      start = at + 1;
      continue;
    }
    if (item.text === ':') {
      clauses.push({ from: start, to: at });
      if (next?.quotation !== undefined || hasCue(items, at + 1, items.length)) return clauses;
      start = at + 1;
      continue;
    }
    if (
      /^(?:and|but)$/.test(item.lower) &&
      next?.lower === 'that' &&
      at > start &&
      opensClause(items, at + 2)
    ) {
      clauses.push({ from: start, to: items[at - 1]?.text === ',' ? at - 1 : at });
      start = at + 2;
      at = start;
      continue;
    }
    if (/^(?:and|but|or)$/.test(item.lower) && sharesSubject(items, at + 1)) {
      clauses.push({ from: start, to: at });
      return clauses;
    }
    if (item.lower === 'because' && next?.quotation !== undefined && isWhole(next)) {
      clauses.push({ from: start, to: at }, { from: at + 1, to: at + 2 });
      return clauses;
    }
    if (
      item.lower === 'and' &&
      at > start + 3 &&
      items[at - 1]?.text !== ',' &&
      hasFinite(items, start, at) &&
      opensClause(items, at + 1) &&
      !hasCue(items, at + 1, items.length)
    ) {
      clauses.push({ from: start, to: at });
      start = at + 1;
      at = start;
      continue;
    }
    const before = items[at - 1];
    const isBreak =
      item.text === ',' ||
      (before?.quotation !== undefined && /[,.]["”'’]$/.test(before.text) && joins.test(item.lower));
    if (!isBreak || at === from) continue;
    const after = item.text === ',' ? at + 1 : at;
    const word = items[after];
    if (word === undefined) continue;
    if (word.lower === 'according' || addsCue(items, after)) {
      clauses.push({ from: start, to: at });
      return clauses;
    }
    if (word.lower === 'as' && items[after + 1]?.pos === 'PRON' && opensClause(items, after + 1)) {
      clauses.push({ from: start, to: at });
      start = after + 1;
      at = after;
      continue;
    }
    if (joins.test(word.lower)) {
      const opens = word.lower === 'and' && items[after + 1]?.lower === 'that' ? after + 2 : after + 1;
      const isContrast = /^(?:while|whereas|but)$/.test(word.lower) && hasFinite(items, opens, items.length);
      if (!isContrast && !opensClause(items, opens)) continue;
      clauses.push({ from: start, to: at });
      if (hasCue(items, opens, items.length) || (isPresent && word.lower === 'but')) return clauses;
      start = opens;
      at = opens;
      continue;
    }
    // "..., the minister said": words behind which nothing more is reported.
    if (isTrailingCue(items, after)) {
      clauses.push({ from: start, to: at });
      return clauses;
    }
  }
  clauses.push({ from: start, to: items.length });
  return clauses.filter(({ from: first, to }) => to > first);
}

/** "... and added that": the next verb is one of speech and has the subject of the first. */
function sharesSubject(items: readonly Item[], at: number): boolean {
  const verb = items[at]?.pos === 'ADV' ? at + 1 : at;
  const item = items[verb];
  if (item === undefined || item.quotation !== undefined || !isFiniteVerb(items, verb)) return false;
  const form = verbForms.get(item.lower);
  if (form === undefined || form.form === 'ing' || form.form === 'base') return false;
  const next = items[verb + 1];
  const accuses =
    /^(?:accuse|urge|demand|reject|refuse|deny|warn|call)$/.test(form.lemma) && form.form === 'past';
  return (
    accuses ||
    (form.lemma === 'say' && opensClause(items, verb + 1)) ||
    next?.lower === 'that' ||
    next?.quotation !== undefined ||
    next?.text === ':' ||
    next?.lower === 'to'
  );
}

/** Is what follows only who said it? */
export function isTrailingCue(items: readonly Item[], from: number): boolean {
  for (let at = from; at < Math.min(items.length, from + 12); at += 1) {
    const item = items[at] as Item;
    if (item.quotation !== undefined || /^[;:.!?]$/.test(item.text)) return false;
    if (verbForms.has(item.lower) && (isFiniteVerb(items, at) || item.pos === 'NOUN')) {
      const isSpeech =
        /^(?:say|add|tell|report|note|state|explain|argue|claim|warn|announce|insist|write|comment|stress|admit|confirm)$/.test(
          verbForms.get(item.lower)?.lemma ?? '',
        );
      const comma = items.findIndex(({ text }, place) => place > at && text === ',');
      const stop = comma < 0 ? items.length : comma;
      return (
        isSpeech &&
        at > from &&
        !hasFinite(items, at + 1, stop) &&
        !items.slice(at + 1, stop).some(({ quotation, lower }) => quotation !== undefined || lower === 'that')
      );
    }
    if (isFiniteVerb(items, at)) return false;
  }
  return false;
}

/** Does a quotation hold a sentence rather than words from one? */
export function isWhole({ quotation, text }: Item): boolean {
  if (quotation === undefined) return false;
  const words = text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const ends = /[.!?…,]["”'’»“]*$/.test(text);
  const begins = /^\W*\p{Lu}/u.test(text);
  const verb =
    /\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|don't|will|would|shall|should|can|cannot|could|may|might|must|let|go|want|need|\w+n['’]t|we|i|they|he|she)\b|['’](?:s|re|ll|ve|m|d)\b/i.test(
      text,
    );
  return (
    (words.length >= 4 && verb && (ends || begins || words.length >= 8)) ||
    (words.length >= 3 && begins && ends)
  );
}

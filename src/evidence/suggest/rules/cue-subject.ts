// Finds who speaks by a cue verb: its subject, that of the verb before it, or whose statement it is.
import type { Mention } from '../names.ts';
import { mentionOf } from '../names.ts';
import type { Item } from '../reading/units.ts';
import { isAuxiliary, isFiniteVerb } from '../reading/verbs.ts';
import type { Subject } from '../speakers.ts';
import { subjectAfter, subjectBefore } from '../speakers.ts';

/**
 * The subject of the cue at `at`.
 * @param form - of the verb: a form in -ing shares a subject
 * @param last - the subject of the cue before it
 */
export function subjectOf(
  body: string,
  items: readonly Item[],
  at: number,
  form: string,
  last: Subject | undefined,
  inverted: boolean,
): Subject | undefined {
  if (inverted) return subjectAfter(body, items, at);
  let left = at - 1;
  while (left > 0 && (isAuxiliary(items[left] as Item) || items[left]?.pos === 'ADV')) left -= 1;
  if (/^(?:which|that)$/.test(items[left]?.lower ?? '')) return undefined;
  const before = items[at - 1];
  if (form === 'ing' && !isAuxiliaryBefore(items, at)) {
    const owner = statementBefore(body, items, at);
    if (owner !== undefined) return owner;
    const quotes = items[at + 1]?.quotation !== undefined || items[at + 2]?.quotation !== undefined;
    if (quotes && before?.text !== ',')
      return subjectBefore(body, items, at) ?? last ?? firstSubject(body, items, at);
    if (before?.text !== ',' && !/^(?:as|by|and|while|before|after)$/.test(before?.lower ?? ''))
      return undefined;
    return last ?? firstSubject(body, items, at);
  }
  const own = subjectBefore(body, items, at);
  if (own !== undefined) return own;
  // "he resigned and said": the verb shares the subject of the one before it.
  if (
    /^(?:and|but|or|then|also|,)$/.test(before?.lower ?? '') ||
    before?.pos === 'ADV' ||
    isAuxiliaryBefore(items, at)
  )
    return last ?? firstSubject(body, items, at);
  if (before?.lower === 'to') return last ?? firstSubject(body, items, at);
  return undefined;
}

function isAuxiliaryBefore(items: readonly Item[], at: number): boolean {
  return items.slice(Math.max(0, at - 2), at).some((item) => isAuxiliary(item));
}

/** The subject of the first verb of the sentence. */
function firstSubject(body: string, items: readonly Item[], before: number): Subject | undefined {
  for (let at = 1; at < before; at += 1) {
    if (!isFiniteVerb(items, at)) continue;
    const subject = subjectBefore(body, items, at);
    if (subject !== undefined) return subject;
  }
  return undefined;
}

/** "a statement on state television saying that": what speaks is named behind the noun. */
function statementBefore(body: string, items: readonly Item[], at: number): Subject | undefined {
  for (let index = at - 1; index >= Math.max(0, at - 9); index -= 1) {
    const item = items[index] as Item;
    if (item.quotation !== undefined || item.text === ',') return undefined;
    if (
      !/^(?:statement|communiqu[eé]|letter|report|message|resolution|document|decree|speech|email|post|tweet)$/.test(
        item.lower,
      )
    )
      continue;
    const source = items.findIndex(
      (each, place) => place > index && place < at && /^(?:by|from|on|of|in)$/.test(each.lower),
    );
    const owner = ownerBefore(body, items, index);
    if (owner !== undefined) return owner;
    if (source < 0) return undefined;
    let end = source + 1;
    while (end < at && (items[end] as Item).pos !== 'ADV' && (items[end] as Item).pos !== 'VERB') end += 1;
    return phrase(body, items, source + 1, end, index);
  }
  return undefined;
}

/** "the union's statement": whose it is. */
export function ownerBefore(body: string, items: readonly Item[], noun: number): Subject | undefined {
  for (let at = noun - 1; at >= Math.max(0, noun - 4); at -= 1) {
    const item = items[at] as Item;
    if (/^(?:his|her|their|its)$/.test(item.lower)) {
      const name = { his: 'he', her: 'she', their: 'they', its: 'it' }[item.lower] as string;
      const mention: Mention = {
        start: item.start,
        end: item.end,
        name,
        kind: 'pronoun',
        isPlural: name === 'they',
        isNamed: false,
      };
      return { mentions: [mention], from: at, to: at + 1 };
    }
    if (item.text === "'s" || item.text === '’s' || item.text === "'" || item.text === '’') {
      let from = at - 1;
      while (from > 0 && /^(?:NOUN|PROPN|ADJ|DET)$/.test((items[from - 1] as Item).pos)) from -= 1;
      return phrase(body, items, from, at, from);
    }
    if (!/^(?:ADJ|NOUN|ADV|NUM)$/.test(item.pos)) return undefined;
  }
  return undefined;
}

/** A noun phrase as a subject. */
export function phrase(
  body: string,
  items: readonly Item[],
  from: number,
  to: number,
  start: number,
): Subject | undefined {
  const [first, lastItem] = [items[from], items[to - 1]];
  if (first === undefined || lastItem === undefined || to <= from) return undefined;
  const mention = mentionOf(body.slice(first.start, lastItem.end), first.start, lastItem.end);
  return mention === undefined ? undefined : { mentions: [mention], from: start, to };
}

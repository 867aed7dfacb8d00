// Finds the noun phrase that speaks: the subject left or right of a verb, with appositions and conjoined names.
import { organisationWords, titles } from './lexicon/names.ts';
import type { Mention } from './names.ts';
import { mentionOf } from './names.ts';
import type { Item } from './reading/units.ts';
import { hasFinite, isAuxiliary, isFiniteVerb } from './reading/verbs.ts';

/** Speakers, and the stretch of items in which they are named. */
export interface Subject {
  readonly mentions: readonly Mention[];
  readonly from: number;
  readonly to: number;
}

const isComma = (item: Item | undefined): boolean =>
  item?.text === ',' || item?.text === '—' || item?.text === '–' || item?.text === '(' || item?.text === ')';
const endsClause = (item: Item): boolean =>
  item.quotation !== undefined ||
  /^[;:.!?…]$/.test(item.text) ||
  /^(?:that|while|whereas|although|though|because|if|unless|but|whether|as|than|where|when)$/.test(
    item.lower,
  );

interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * The subject of the verb at `verb`, to its left.                                              Rules [SUG5], [SUG6].
 * @returns nothing where there is none in the clause
 */
export function subjectBefore(body: string, items: readonly Item[], verb: number): Subject | undefined {
  let to = verb;
  while (to > 0 && isBetween(items[to - 1] as Item)) to -= 1;
  if (/^(?:and|or|but)$/.test(items[to - 1]?.lower ?? '')) return undefined;
  const segments: Segment[] = [];
  let end = to;
  let at = to - 1;
  let isBehindVerb = false;
  for (; at >= 0; at -= 1) {
    const item = items[at] as Item;
    if (item.text === ')') {
      const open = items.findLastIndex(({ text }, place) => place < at && text === '(');
      if (open >= 0) {
        if (end === at + 1) end = open;
        at = open;
        continue;
      }
    }
    if (isComma(item)) {
      segments.unshift({ from: at + 1, to: end });
      end = at;
      continue;
    }
    if (endsClause(item) && !(item.lower === 'that' && item.pos === 'DET')) {
      if (item.lower === 'as' && segments.length > 0) continue;
      break;
    }
    if (isFiniteVerb(items, at) && !/^(?:who|which|that)$/.test(items[at - 1]?.lower ?? '')) {
      // A verb behind "who", or in a segment that is left out below, belongs to no clause of its own.
      const opener = openerOf(items, at);
      if (opener === undefined) {
        if (segments.length === 0 && end === to) return undefined;
        isBehindVerb = true;
        break;
      }
      segments.unshift({ from: opener, to: end });
      end = opener;
      at = opener;
      if (isComma(items[opener - 1])) end = opener - 1;
      at = end;
    }
  }
  // What stands behind another verb is that one's object.
  if (!isBehindVerb) segments.unshift({ from: at + 1, to: end });
  return fromSegments(
    body,
    items,
    segments.filter(({ from, to: stop }) => stop > from),
  );
}

/** The subject right of a verb, as in `"...", said the minister`. */
export function subjectAfter(body: string, items: readonly Item[], verb: number): Subject | undefined {
  const segments: Segment[] = [];
  let from = verb + 1;
  let at = from;
  for (; at < items.length; at += 1) {
    const item = items[at] as Item;
    if (isComma(item)) {
      segments.push({ from, to: at });
      from = at + 1;
      // Only an apposition goes on behind a comma: no verb, and closed by a comma or the end.
      const close = items.findIndex(
        (each, place) =>
          place >= from && (isComma(each) || each.quotation !== undefined || /^[.;:]$/.test(each.text)),
      );
      const stop = close < 0 ? items.length : close;
      if (
        segments.length > 1 ||
        stop === from ||
        hasFinite(items, from, stop) ||
        items[stop]?.quotation !== undefined
      ) {
        at = from - 1;
        from = at;
        break;
      }
      continue;
    }
    if (item.quotation !== undefined || /^[;:.!?…]$/.test(item.text)) break;
    if (
      /^(?:that|while|but|because|if|when|after|before|during|in|at|on|as|over|who|which|about)$/.test(
        item.lower,
      ) &&
      at > from
    )
      break;
    if (isFiniteVerb(items, at) || item.pos === 'ADV' || /ing$/.test(item.lower)) break;
  }
  if (at > from) segments.push({ from, to: at });
  const first = segments[0];
  if (first === undefined) return undefined;
  return fromSegments(body, items, segments.slice(0, 2));
}

const isBetween = (item: Item): boolean =>
  isAuxiliary(item) ||
  item.pos === 'ADV' ||
  /^(?:not|n't|also|once|then|later|again|recently|repeatedly|further|himself|herself|themselves|itself|even|both|all|publicly|had|has|have)$/.test(
    item.lower,
  );

/** Where a relative clause or participle that holds index `at` begins, behind its comma. */
function openerOf(items: readonly Item[], at: number): number | undefined {
  for (let index = at; index >= Math.max(0, at - 12); index -= 1) {
    const item = items[index] as Item;
    if (/^(?:who|which|whose)$/.test(item.lower)) return index;
    if (isComma(item) || endsClause(item)) return undefined;
  }
  return undefined;
}

/**
 * Reads segments between commas as names with appositions: "the minister, Jane Doe, and the adviser, John Roe".
 */
function fromSegments(body: string, items: readonly Item[], given: readonly Segment[]): Subject | undefined {
  const segments = given.map((segment) => withoutScene(items, withoutConjunction(items, segment)));
  // What begins with a preposition, an adverb or a participle only sets the scene.
  const main = segments.filter(({ from, to }) => to > from && !isScene(items, from, to));
  if (main.length === 0) return undefined;
  const mentions: Mention[] = [];
  let index = 0;
  while (index < main.length) {
    const segment = main[index] as Segment;
    const next = main[index + 1];
    const own = splitConjoined(body, items, segment);
    const apposed =
      next === undefined || startsConjoined(items, next) ? undefined : mention(body, items, next);
    const first = own.at(-1);
    const isRole = first !== undefined && first.kind !== 'person';
    if (own.length === 1 && first !== undefined && apposed !== undefined) {
      // Of a name and a role side by side, the name counts.
      const named =
        isRole && apposed.kind === 'person'
          ? { ...apposed, ...behalf(first) }
          : { ...first, ...behalf(apposed) };
      mentions.push({ ...named, start: first.start, end: apposed.end });
      index += 2;
      continue;
    }
    mentions.push(...own);
    index += 1;
  }
  const first = main[0] as Segment;
  const last = main.at(-1) as Segment;
  return mentions.length === 0
    ? undefined
    : { mentions: mentions.slice(0, 6), from: first.from, to: last.to };
}

const behalf = ({ onBehalfOf }: Mention): { readonly onBehalfOf?: string } =>
  onBehalfOf === undefined ? {} : { onBehalfOf };

function withoutConjunction(items: readonly Item[], { from, to }: Segment): Segment {
  let [start, end] = [from, to];
  while (
    start < end &&
    /^(?:and|or|but|so|yet|plus|then|however|meanwhile|moreover|both)$/.test(items[start]?.lower ?? '')
  )
    start += 1;
  while (end > start && /^(?:and|or|but|has|have|had|also)$/.test(items[end - 1]?.lower ?? '')) end -= 1;
  return { from: start, to: end };
}

/** "In Geneva the minister", "by then he": the subject behind words that set the scene without a comma. */
function withoutScene(items: readonly Item[], { from, to }: Segment): Segment {
  const first = items[from];
  if (first === undefined || (first.pos !== 'ADP' && first.pos !== 'SCONJ' && first.pos !== 'ADV'))
    return { from, to };
  const last = items[to - 1] as Item;
  if (/^(?:he|she|they|it|we|i)$/.test(last.lower)) return { from: to - 1, to };
  for (let at = to - 1; at > from + 1; at -= 1) {
    const item = items[at] as Item;
    const before = items[at - 1] as Item;
    if (item.pos === 'DET' && /^(?:NOUN|PROPN|NUM)$/.test(before.pos)) return { from: at, to };
  }
  return { from, to };
}

const startsConjoined = (items: readonly Item[], { from }: Segment): boolean =>
  /^(?:and|or)$/.test(items[from - 1]?.lower ?? '');

function isScene(items: readonly Item[], from: number, to: number): boolean {
  const first = items[from] as Item;
  if (
    /^(?:who|which|whose|where|when|if|as|since|speaking|writing|asked|quoted|citing|addressing|visiting|seen|reached|pictured|once|now)$/.test(
      first.lower,
    )
  )
    return true;
  if (first.pos === 'ADP' || first.pos === 'SCONJ' || first.pos === 'ADV') return true;
  if (
    (first.pos === 'VERB' || /(?:ing|ed)$/.test(first.lower)) &&
    /^\p{Ll}/u.test(first.text) &&
    first.pos !== 'NOUN'
  )
    return true;
  if (from === 0 && /^(?:\w+ing)$/.test(first.lower) && first.pos === 'VERB') return true;
  return (
    /^\d+$/.test(first.text) ||
    (to - from <= 2 &&
      /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|meanwhile|however|moreover|earlier|later)$/.test(
        first.lower,
      )) ||
    (to - from === 2 && /^(?:last|this|next)$/.test(first.lower))
  );
}

/** "Doe and Roe" are two; "the Ministry of Health and Welfare" is one. */
function splitConjoined(body: string, items: readonly Item[], { from, to }: Segment): readonly Mention[] {
  for (let at = from + 1; at < to - 1; at += 1) {
    if (!/^(?:and|&)$/.test(items[at]?.lower ?? '')) continue;
    const left = mention(body, items, { from, to: at });
    const right = mention(body, items, { from: at + 1, to });
    if (left === undefined || right === undefined) continue;
    const isPair =
      (left.isNamed && right.isNamed && left.kind !== 'role' && right.kind !== 'role') ||
      (left.kind === 'person' && right.kind === 'person');
    // "the Ministry of Health and Welfare" is one.
    const isInside =
      items.slice(from, at).some(({ lower }) => /^(?:of|for)$/.test(lower)) && !opensName(items[at + 1]);
    const isOneBody =
      right.kind === 'body' &&
      organisationWords.has(items[to - 1]?.lower ?? '') &&
      left.kind === 'person' &&
      !left.name.includes(' ');
    if (isPair && !isInside && !isOneBody)
      return [left, ...splitConjoined(body, items, { from: at + 1, to })];
  }
  const one = mention(body, items, { from, to });
  return one === undefined ? [] : [one];
}

const opensName = (item: Item | undefined): boolean => item?.pos === 'DET' || titles.has(item?.lower ?? '');

function mention(body: string, items: readonly Item[], { from, to }: Segment): Mention | undefined {
  const [first, last] = [items[from], items[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  return mentionOf(body.slice(first.start, last.end), first.start, last.end);
}

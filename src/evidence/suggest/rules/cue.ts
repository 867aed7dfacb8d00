// Decides whether a word that can report does so here, and how it is built in: passive, negated, before its subject.
import type { CueVerb } from '../lexicon/cue-verbs.ts';
import { verbForms, verbsOf } from '../lexicon/cue-verbs.ts';
import type { Item } from '../reading/units.ts';
import { opensClause } from '../reading/verbs.ts';
import { subjectBefore } from '../speakers.ts';

const be = /^(?:is|are|was|were|be|been|being|am|get|gets|got)$/;

/** Is this word, which can be a cue, a verb here? */
export function isCue(items: readonly Item[], at: number, form: string): boolean {
  const item = items[at] as Item;
  const before = items[at - 1];
  const after = items[at + 1];
  if (/^\p{Lu}/u.test(item.text) && at > 0 && before?.quotation === undefined) return false;
  // "so-called"
  if (before?.text === '-' || after?.text === '-') return false;
  if (before?.pos === 'DET' || before?.text === "'s" || before?.text === '’s' || before?.lower === 'no')
    return false;
  if (before?.pos === 'ADJ' && item.pos === 'NOUN') return false;
  if (form !== 'past' && isNounHere(items, at)) return false;
  if (before?.lower === 'to')
    return (
      at > 1 &&
      /^(?:that|:)$/.test(after?.lower ?? '') &&
      !/^(?:refused|declined|failed|unable)$/.test(items[at - 2]?.lower ?? '')
    );
  if (before?.pos === 'ADP' && form !== 'past') return form === 'ing' && before.lower === 'as';
  if (item.pos === 'VERB' || item.pos === 'AUX') return true;
  if (form === 'past') return item.pos !== 'ADJ' || before?.pos === 'PROPN' || before?.pos === 'PRON';
  // "marched through the city shouting “...”"
  if (form === 'ing' && (after?.quotation !== undefined || items[at + 2]?.quotation !== undefined))
    return true;
  if (form === 'ing') return before?.text === ',' && (item.pos !== 'NOUN' || after?.lower === 'that');
  const takesObject =
    verbsOf.get(verbForms.get(item.lower)?.lemma ?? '')?.some(({ frames }) => frames.includes('object')) ===
    true;
  const governs =
    (takesObject && after?.pos === 'DET') ||
    after?.lower === 'that' ||
    after?.quotation !== undefined ||
    after?.lower === 'to' ||
    opensClause(items, at + 1) ||
    /^(?:on|for)$/.test(after?.lower ?? '');
  return (
    governs &&
    (before?.pos === 'PROPN' ||
      before?.pos === 'PRON' ||
      before?.pos === 'NOUN' ||
      before?.text === ',' ||
      before?.pos === 'ADV' ||
      before?.lower === 'and')
  );
}

const alsoNouns =
  /^(?:reports?|claims?|comments?|demands?|offers?|calls?|plans?|requests?|orders?|threats?|hopes?|fears?|promises?|pledges?|doubts?|wishes|backs?|supports?|notes?|remarks?|replies|reply|warns?|tweets?|posts?)$/;

/** "on media reports", "rejected offers": the word closes a noun phrase that a preposition or a verb governs. */
function isNounHere(items: readonly Item[], at: number): boolean {
  if (!alsoNouns.test((items[at] as Item).lower)) return false;
  if (/^(?:is|are|was|were|been|no|many|some)$/.test(items[at - 1]?.lower ?? '')) return true;
  let from = at;
  while (from > 0 && /^(?:ADJ|NOUN|PROPN)$/.test((items[from - 1] as Item).pos)) from -= 1;
  const before = items[from - 1];
  // "the reports", but "the president hopes".
  return before?.pos === 'ADP' || (before?.pos === 'DET' && from >= at) || before?.pos === 'VERB';
}

/** The entry whose particle stands behind the verb, or else the one without. */
export function chooseVerb(
  items: readonly Item[],
  at: number,
  entries: readonly CueVerb[],
): CueVerb | undefined {
  return entries.find(({ particle }) => {
    if (particle === undefined) return true;
    return particleEnd(items, at, particle) !== undefined;
  });
}

/** Behind the particle, which an adverb may part from its verb: "spoke only of". */
export function particleEnd(items: readonly Item[], at: number, particle: string): number | undefined {
  const from =
    items[at + 1]?.pos === 'ADV' && items[at + 1]?.lower !== particle.split(' ')[0] ? at + 2 : at + 1;
  const words = particle.split(' ');
  return words.every((word, index) => items[from + index]?.lower === word) ? from + words.length : undefined;
}

export function isPassiveAt(items: readonly Item[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 3); index -= 1) {
    const item = items[index] as Item;
    if (be.test(item.lower)) return true;
    if (item.pos !== 'ADV' && item.lower !== 'not' && item.lower !== "n't") return false;
  }
  return false;
}

export function isNegated(items: readonly Item[], at: number): boolean {
  return items.slice(Math.max(0, at - 3), at).some(({ lower }) => /^(?:not|n't|never)$/.test(lower));
}

/** `"...", said the minister`: the verb stands right behind a quotation or a comma, its subject behind it. */
export function isInverted(body: string, items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  const after = items[at + 1];
  if (after === undefined || after.quotation !== undefined) return false;
  const isBehind = before?.quotation !== undefined || (before?.text === ',' && at > 1);
  if (!isBehind) return false;
  if (
    before?.quotation === undefined &&
    hasQuotation(items, 0, at) === false &&
    verbForms.get(items[at]?.lower ?? '')?.lemma !== 'say'
  )
    return false;
  if (before?.quotation === undefined && subjectBefore(body, items, at) !== undefined) return false;
  return (
    ['DET', 'PROPN', 'PRON', 'NOUN', 'ADJ', 'NUM'].includes(after.pos) &&
    !/^(?:that|this|these|those)$/.test(after.lower)
  );
}

const hasQuotation = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from, to).some(({ quotation }) => quotation !== undefined);

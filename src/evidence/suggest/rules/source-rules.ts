// Proposes what is reported without a verb: "according to", "in X's opinion", "rumours of"; rules A (according) and N (noun).
import type { Candidate } from '../candidate.ts';
import { verbForms } from '../lexicon/cue-verbs.ts';
import type { Item, Unit } from '../reading/units.ts';
import { hasFinite, isFiniteVerb } from '../reading/verbs.ts';
import type { Subject } from '../speakers.ts';
import { subjectAfter, subjectBefore } from '../speakers.ts';
import { clausesFrom, isWhole } from './content.ts';
import { isCue } from './cue.ts';
import { ownerBefore, phrase } from './cue-subject.ts';
import { clauseStart, fromStretch } from './from-stretch.ts';

const rumourNouns = /^(?:rumou?rs?|speculation|gossip|whispers?)$/;
const clauseNouns =
  /^(?:statements?|claims?|reports?|warnings?|assertions?|allegations?|accusations?|suggestions?|announcements?|assurances?|promises?|pledges?|threats?|demands?|insistence|belief|view|opinion|hopes?|fears?|concerns?|news|position|argument|rumou?rs?|speculation)$/;
const actNouns =
  /^(?:demands?|calls?|appeals?|refusals?|willingness|unwillingness|readiness|offers?|proposals?|threats?|pledges?|promises?|commitments?|plans?|intention|opposition|support|rejection|desire|reluctance|objections?)$/;

/**
 * Applies the rules that need no verb.                                                     Rules [SUG10], [SUG11].
 * @param claimed - items that the verb rules have used; those of new candidates are added
 */
export function sourceRules(body: string, { items }: Unit, claimed: Set<Item>): readonly Candidate[] {
  return [
    ...according(body, items, claimed),
    ...attitudes(body, items, claimed),
    ...putsIt(body, items, claimed),
    ...opinions(body, items, claimed),
    ...nouns(body, items, claimed),
  ];
}

/**
 * "reports that X": what a noun holds.                                                        Rule [SUG11].
 * @param reported - items of what is found are added
 */
export function nounClauses(body: string, { items }: Unit, reported: Set<Item>): readonly Candidate[] {
  return items.flatMap((item, at): readonly Candidate[] => {
    if (item.quotation !== undefined || !clauseNouns.test(item.lower)) return [];
    const form = verbForms.get(item.lower)?.form;
    if (form !== undefined && isCue(items, at, form)) return [];
    const that = findThat(items, at + 1);
    if (that === undefined || !hasFinite(items, that, items.length) || isRelative(items, that)) return [];
    const stretch = clausesFrom(items, that)[0];
    if (stretch === undefined || reported.has(items[that] as Item)) return [];
    claim(items, stretch.from, stretch.to, reported);
    const owned =
      ownerBefore(body, items, at) ?? ownerBehind(body, items, at) ?? sourceBetween(body, items, at, that);
    const made = fromStretch(items, stretch, {
      mentions: owned?.mentions ?? [],
      attribution: { start: item.start, end: (items[that - 1] as Item).end },
      rule: 'N1',
      score: 0.65,
    });
    if (made === undefined) return [];
    return [
      owned === undefined || /^(?:rumou?r|report|speculation|news)/.test(item.lower)
        ? { ...made, grade: 'rumour' }
        : made,
    ];
  });
}

const claim = (items: readonly Item[], from: number, to: number, claimed: Set<Item>): void => {
  for (let at = from; at < to; at += 1) claimed.add(items[at] as Item);
};

function according(body: string, items: readonly Item[], claimed: Set<Item>): readonly Candidate[] {
  return items.flatMap((item, at): readonly Candidate[] => {
    if (item.lower !== 'according' || items[at + 1]?.lower !== 'to') return [];
    const source = subjectAfter(body, items, at + 1);
    if (source === undefined) return [];
    const attribution = { start: item.start, end: (items[source.to - 1] as Item).end };
    const base = { mentions: source.mentions, attribution, score: 0.85 };
    const opens = at <= 2 && !hasFinite(items, 0, at);
    if (opens) {
      const comma = items.findIndex((each, place) => place >= source.to && each.text === ',');
      const from = openingAfter(items, source.to, comma);
      if (from === undefined) return [];
      return clausesFrom(items, from).flatMap((stretch, index) => {
        const lone = loneQuotation(items, stretch.from, stretch.to);
        const made = fromStretch(items, lone ?? stretch, { ...base, rule: index === 0 ? 'A1' : 'A1+' });
        claim(items, stretch.from, stretch.to, claimed);
        return made === undefined ? [] : [made];
      });
    }
    const between =
      items[source.to]?.text === ',' && items[at - 1]?.text === ',' && !hasFinite(items, 0, at - 1);
    if (between && hasFinite(items, source.to + 1, items.length)) {
      const stretch = clausesFrom(items, source.to + 1)[0];
      if (stretch === undefined) return [];
      claim(items, 0, stretch.to, claimed);
      const made = fromStretch(items, stretch, { ...base, rule: 'A6' });
      return made === undefined ? [] : [made];
    }
    let end = at;
    if (items[end - 1]?.text === ',') end -= 1;
    const last = items[end - 1];
    if (
      last?.quotation !== undefined &&
      (isWhole(last) || last.text.split(/\s+/).length >= 4) &&
      !claimed.has(last)
    ) {
      claim(items, end - 1, end, claimed);
      const made = fromStretch(items, { from: end - 1, to: end }, { ...base, rule: 'A2' });
      return made === undefined ? [] : [made];
    }
    const from = clauseStart(items, end);
    if (!hasFinite(items, from, end) || items.slice(from, end).every((each) => claimed.has(each))) return [];
    claim(items, from, end, claimed);
    const made = fromStretch(items, { from, to: end }, { ...base, rule: 'A3' });
    return made === undefined ? [] : [made];
  });
}

function loneQuotation(
  items: readonly Item[],
  from: number,
  to: number,
): { from: number; to: number } | undefined {
  const item = items[from];
  const rest = items.slice(from + 1, to).filter(({ text }) => !/^[.,;:]$/.test(text));
  return item?.quotation !== undefined && rest.length === 0 ? { from, to: from + 1 } : undefined;
}

/** Where the content begins behind "according to X, who gave no name, ...". */
function openingAfter(items: readonly Item[], from: number, comma: number): number | undefined {
  if (comma < 0) return undefined;
  let at = comma + 1;
  for (let guard = 0; guard < 3; guard += 1) {
    const item = items[at];
    if (item === undefined) return undefined;
    if (!/^(?:who|which|whose|speaking|writing|an?|the)$/.test(item.lower)) return at;
    const next = items.findIndex((each, place) => place > at && each.text === ',');
    const isAside =
      /^(?:who|which|whose|speaking|writing)$/.test(item.lower) || (next >= 0 && !hasFinite(items, at, next));
    if (!isAside || next < 0) return at;
    at = next + 1;
  }
  return Math.max(from, at);
}

const attitude =
  /^\W*(?:convinced|confident|certain|sure|hopeful|optimistic|pessimistic|doubtful|ready|willing|unwilling|prepared|determined|reluctant|eager|open|concerned|worried|afraid)\W*$/;

/** "X is “convinced” that Y" is partly quoted; "X is ready to Y" is what the author says of X's mind. */
function attitudes(body: string, items: readonly Item[], claimed: Set<Item>): readonly Candidate[] {
  return items.flatMap((item, at): readonly Candidate[] => {
    const word = item.quotation === undefined ? item.lower : item.text.toLowerCase();
    if (at < 2 || !attitude.test(word) || claimed.has(item)) return [];
    if (!/^(?:is|are|was|were|remains?|remained|be|'s)$/.test(items[at - 1]?.lower ?? '')) return [];
    if (!/^(?:that|to)$/.test(items[at + 1]?.lower ?? '')) return [];
    const subject = subjectBefore(body, items, at);
    if (subject === undefined || subject.mentions.some(({ name }) => /^(?:i|we|it|there)$/.test(name)))
      return [];
    const stretch = clausesFrom(items, subject.from)[0];
    if (
      stretch === undefined ||
      stretch.to <= at ||
      items.slice(subject.from, stretch.to).some((each) => claimed.has(each))
    )
      return [];
    claim(items, stretch.from, stretch.to, claimed);
    const made = fromStretch(items, stretch, {
      mentions: subject.mentions,
      attribution: null,
      rule: 'M2',
      score: 0.6,
    });
    if (made === undefined) return [];
    return [item.quotation === undefined ? { ...made, grade: 'mental' } : made];
  });
}

/** "As she puts it, X". */
function putsIt(body: string, items: readonly Item[], claimed: Set<Item>): readonly Candidate[] {
  if (items[0]?.lower !== 'as') return [];
  const put = items.findIndex(
    ({ lower }, at) => at > 1 && at < 8 && /^puts?$/.test(lower) && items[at + 1]?.lower === 'it',
  );
  const comma = items[put + 2];
  const subject = put < 0 ? undefined : phrase(body, items, 1, put, 0);
  if (subject === undefined || comma?.text !== ',') return [];
  const attribution = { start: (items[0] as Item).start, end: (items[put + 1] as Item).end };
  return clausesFrom(items, put + 3).flatMap((stretch) => {
    claim(items, 0, stretch.to, claimed);
    const lone = loneQuotation(items, stretch.from, stretch.to);
    const made = fromStretch(items, lone ?? stretch, {
      mentions: subject.mentions,
      attribution,
      rule: 'A5',
      score: 0.85,
    });
    return made === undefined ? [] : [made];
  });
}

/** "In their opinion, X"; "from the union's point of view, X". */
function opinions(body: string, items: readonly Item[], claimed: Set<Item>): readonly Candidate[] {
  if (!/^(?:in|from|to)$/.test(items[0]?.lower ?? '')) return [];
  const noun = items.findIndex(
    ({ lower }, at) =>
      at < 8 &&
      /^(?:opinion|view|words|eyes|mind|perspective|standpoint|view|judgement|judgment)$/.test(lower),
  );
  if (noun < 1) return [];
  const comma = items.findIndex(({ text }, at) => at > noun && text === ',');
  const owner: Subject | undefined =
    ownerBefore(body, items, noun) ??
    (items[noun + 1]?.lower === 'of' ? phrase(body, items, noun + 2, comma, 0) : undefined);
  if (comma < 0 || owner === undefined) return [];
  if (owner.mentions.some(({ name }) => /^(?:my|our|we|i)$/i.test(name))) return [];
  const attribution = { start: (items[0] as Item).start, end: (items[comma - 1] as Item).end };
  return clausesFrom(items, comma + 1).flatMap((stretch) => {
    claim(items, stretch.from, stretch.to, claimed);
    const made = fromStretch(items, stretch, {
      mentions: owner.mentions,
      attribution,
      rule: 'A4',
      score: 0.85,
    });
    return made === undefined ? [] : [made];
  });
}

/** "rumours of talks", "reports that X", "the union's demand for Y", "their willingness to negotiate". */
function nouns(body: string, items: readonly Item[], claimed: Set<Item>): readonly Candidate[] {
  return items.flatMap((item, at): readonly Candidate[] => {
    if (item.quotation !== undefined || !/^(?:NOUN|VERB|ADJ|PROPN)$/.test(item.pos) || claimed.has(item))
      return [];
    const next = items[at + 1];
    const owner = ownerBefore(body, items, at) ?? ownerBehind(body, items, at);
    if (rumourNouns.test(item.lower) && /^(?:of|about|over)$/.test(next?.lower ?? '')) {
      const stretch = clausesFrom(items, at + 2)[0];
      if (stretch === undefined) return [];
      const verb = firstFinite(items, stretch.from, stretch.to);
      // "rumours of talks are baseless" is the author's clause, not a rumour's content.
      const isSubject = at <= 2 || /^(?:and|but|,|the|while)$/.test(items[at - 1]?.lower ?? '');
      if (
        verb !== undefined &&
        isSubject &&
        !items.slice(at, verb).some(({ lower }) => /^(?:after|since|when|that|which|who)$/.test(lower))
      )
        return [];
      claim(items, at, stretch.to, claimed);
      const made = fromStretch(items, stretch, {
        mentions: owner?.mentions ?? [],
        attribution: { start: item.start, end: item.end },
        rule: 'N2',
        score: 0.6,
      });
      return made === undefined ? [] : [{ ...made, grade: 'rumour' }];
    }
    if (
      actNouns.test(item.lower) &&
      owner !== undefined &&
      /^(?:for|to|of|that|not)$/.test(next?.lower ?? '')
    ) {
      const stretch = clausesFrom(items, at + 1)[0];
      if (stretch === undefined || owner.from >= at) return [];
      const verb = firstFinite(items, stretch.from, stretch.to) ?? stretch.to;
      const as = items.findIndex(({ lower }, place) => place > at && place < verb && lower === 'as');
      const end = as < 0 ? verb : as;
      const to = /^(?:and|but|or)$/.test(items[end - 1]?.lower ?? '') ? end - 1 : end;
      claim(items, at, to, claimed);
      const made = fromStretch(
        items,
        { from: at, to },
        { mentions: owner.mentions, attribution: null, rule: 'N3', score: 0.55 },
      );
      return made === undefined || made.end - made.start < 16 ? [] : [made];
    }
    return [];
  });
}

function ownerBehind(body: string, items: readonly Item[], noun: number): Subject | undefined {
  if (!/^(?:by|from)$/.test(items[noun + 1]?.lower ?? '')) return undefined;
  return subjectAfter(body, items, noun + 1);
}

function sourceBetween(
  body: string,
  items: readonly Item[],
  noun: number,
  that: number,
): Subject | undefined {
  const at = items.findIndex(
    ({ lower }, place) => place > noun && place < that && /^(?:in|on|by|from)$/.test(lower),
  );
  if (at >= 0) return phrase(body, items, at + 1, that - 1, at);
  let from = noun;
  while (from > 0 && /^(?:ADJ|NOUN|PROPN)$/.test((items[from - 1] as Item).pos)) from -= 1;
  return from < noun ? phrase(body, items, from, noun, from) : undefined;
}

function findThat(items: readonly Item[], from: number): number | undefined {
  for (let at = from; at < Math.min(items.length, from + 8); at += 1) {
    const item = items[at] as Item;
    if (item.lower === 'that') return at + 1;
    if (item.quotation !== undefined || /^[,;:.]$/.test(item.text) || isFiniteVerb(items, at))
      return undefined;
  }
  return undefined;
}

/** "a statement that was published": the verb follows at once, so that `that` is its subject. */
const isRelative = (items: readonly Item[], at: number): boolean =>
  isFiniteVerb(items, at) || items[at]?.pos === 'ADV';

function firstFinite(items: readonly Item[], from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) if (isFiniteVerb(items, at)) return at;
  return undefined;
}

/** Names the source in "These are the words of A and B", which points back to a quotation. */
export function pointsBack(body: string, { items }: Unit): Subject | undefined {
  if (!/^(?:this|that|these|those|such)$/.test(items[0]?.lower ?? '')) return undefined;
  const noun = items.findIndex(
    ({ lower }, at) =>
      at < 10 &&
      /^(?:rhetoric|words?|position|demands?|line|slogan|conditions?|claims?|message|mantra|view)$/.test(
        lower,
      ),
  );
  if (noun < 0 || items[noun + 1]?.lower !== 'of') return undefined;
  return subjectAfter(body, items, noun + 1);
}

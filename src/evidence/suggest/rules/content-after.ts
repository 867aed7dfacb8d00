// Finds what follows a cue verb: a quotation, a clause, a person told, an infinitive, a noun phrase.
import type { Candidate } from '../candidate.ts';
import type { CueVerb } from '../lexicon/cue-verbs.ts';
import { verbForms } from '../lexicon/cue-verbs.ts';
import type { Mention } from '../names.ts';
import type { Item } from '../reading/units.ts';
import { hasFinite, isFiniteVerb, opensClause } from '../reading/verbs.ts';
import type { Stretch } from './content.ts';
import { clausesFrom, isWhole } from './content.ts';
import { phrase } from './cue-subject.ts';
import type { Propose } from './from-stretch.ts';

/** To agree to something is an act that the author records, not words. */
const consent: Partial<Candidate> = { grade: 'author' };
const isConsent = ({ lemma, kind }: CueVerb): boolean =>
  kind === 'commitment' && /^(?:agree|accept)$/.test(lemma);
const nobody: readonly Mention[] = [];

/** What follows the verb: a quotation, a clause, a person told, an infinitive, a noun phrase. */
export function contentAfter(
  body: string,
  items: readonly Item[],
  from: number,
  verbAt: number,
  verb: CueVerb,
  subjectFrom: number,
  propose: Propose,
): boolean {
  const has = (frame: CueVerb['frames'][number]): boolean => verb.frames.includes(frame);
  const isPresent = /^(?:third|base)$/.test(verbForms.get(items[verbAt]?.lower ?? '')?.form ?? '');
  const next = items[from];
  if (next === undefined) return false;
  if (has('of')) {
    const of = findWord(items, from, /^(?:of|for)$/, 14);
    if (of === undefined) return false;
    const whom = phrase(body, items, from, of, from);
    propose(one(clausesFrom(items, of + 1)), 'S8', 0.85, { addressees: whom?.mentions ?? nobody });
    return true;
  }
  const tells = has('told') || has('toldTo');
  const opener =
    tells || mayOpenLater(items, from, verb) ? contentOpener(items, from, tells, verb) : undefined;
  if (opener !== undefined && (has('that') || has('quote') || has('told'))) {
    const told =
      opener.told === undefined
        ? nobody
        : (phrase(body, items, opener.told.from, opener.told.to, from)?.mentions ?? nobody);
    const rule = opener.isQuote ? 'S2' : told.length > 0 ? 'S7' : 'S3';
    if (!opener.isQuote || has('quote') || has('told') || has('that')) {
      proposeClauses(items, opener.at, rule, opener.isQuote ? 0.95 : 0.9, propose, isPresent, {
        addressees: told,
      });
      return true;
    }
  }
  if (has('toldTo')) {
    const to = findWord(items, from, /^to$/, 12);
    if (to !== undefined && items[to + 1]?.pos === 'VERB' && !hasFinite(items, from, to)) {
      propose(one(clausesFrom(items, to)), 'S9', 0.85, {
        addressees: phrase(body, items, from, to, from)?.mentions ?? nobody,
      });
      return true;
    }
  }
  if (
    has('infinitive') &&
    (next.lower === 'to' || (next.lower === 'not' && items[from + 1]?.lower === 'to'))
  ) {
    if (isConsent(verb))
      propose(toComma(items, from, one(clausesFrom(items, subjectFrom))), 'T3', 0.7, consent);
    else if (verb.manner === 'stance') propose(stanceStretch(items, verbAt, from), 'T1', 0.8);
    else propose(one(clausesFrom(items, from)), 'S10', 0.8);
    return true;
  }
  if ((has('that') || has('told')) && !has('toldTo') && opensClause(items, from)) {
    proposeClauses(items, from, 'S6', 0.75, propose, isPresent);
    return true;
  }
  if (has('object') && opensPhrase(items, from)) {
    if (isConsent(verb))
      propose(toComma(items, from, one(clausesFrom(items, subjectFrom))), 'T3', 0.65, consent);
    else if (verb.manner === 'stance') propose(stanceStretch(items, verbAt, from), 'T2', 0.7);
    else propose(one(clausesFrom(items, from)), 'S11', 0.7);
    return true;
  }
  return false;
}

/** Before `that` or a quotation only words of time, place and manner may stand; of a stance nothing. */
function mayOpenLater(items: readonly Item[], from: number, verb: CueVerb): boolean {
  const next = items[from] as Item;
  if (naming.test(verb.lemma)) return true;
  if (next.quotation !== undefined || next.lower === 'that' || /^[,:]$/.test(next.text)) return true;
  if (verb.manner !== 'speech') return false;
  return (
    /^(?:ADP|ADV|SCONJ)$/.test(next.pos) ||
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|last|this|earlier|the|a|his|her|it|them|such|how|what)$/.test(
      next.lower,
    )
  );
}

/** What is taken up or turned down, without what a noun such as "reports" is said to hold. */
function stanceStretch(items: readonly Item[], verbAt: number, from: number): Stretch {
  const whole = one(clausesFrom(items, verbAt));
  const that = items.findIndex((item, at) => at > from && at < whole.to && item.lower === 'that');
  const holdsClause =
    that > 0 &&
    items
      .slice(from, that)
      .some(({ lower }) =>
        /^(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|statements?)$/.test(lower),
      );
  return holdsClause ? { from: verbAt, to: that } : whole;
}

function toComma(items: readonly Item[], from: number, { from: start, to }: Stretch): Stretch {
  const comma = items.findIndex(({ text }, at) => at > from + 2 && at < to && text === ',');
  return { from: start, to: comma < 0 ? to : comma };
}

export const one = (stretches: readonly Stretch[]): Stretch => stretches[0] ?? { from: 0, to: 0 };

export function opensPhrase(items: readonly Item[], from: number): boolean {
  const item = items[from];
  if (item === undefined) return false;
  if (item.quotation !== undefined) return true;
  const next = items[from + 1];
  if (item.pos === 'PRON' || item.pos === 'DET')
    if (next === undefined || /^[.,;:]$/.test(next.text)) return false;
  if (/^(?:it|him|her|them|himself|itself|themselves|in|on|at|by)$/.test(item.lower)) return false;
  return ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON', 'VERB'].includes(item.pos);
}

export function findWord(
  items: readonly Item[],
  from: number,
  word: RegExp,
  within: number,
): number | undefined {
  for (let at = from; at < Math.min(items.length, from + within); at += 1) {
    const item = items[at] as Item;
    if (word.test(item.lower)) return at;
    if (item.quotation !== undefined || /^[,;:.]$/.test(item.text)) return undefined;
  }
  return undefined;
}

/** "called the suit “a waste of time”": the quotation is what somebody says of something. */
const naming = /^(?:call|term|label|brand|dub|describe|characteri[sz]e|denounce|dismiss)$/;

interface Opener {
  readonly at: number;
  readonly isQuote: boolean;
  readonly told: Stretch | undefined;
}

/**
 * Where the content opens behind words that only say when, where and to whom: at `that`, a colon or a quotation.
 */
function contentOpener(
  items: readonly Item[],
  from: number,
  tells: boolean,
  verb?: CueVerb,
): Opener | undefined {
  let told: Stretch | undefined;
  for (let at = from; at < Math.min(items.length, from + 16); at += 1) {
    const item = items[at] as Item;
    if (item.quotation !== undefined) {
      const names = verb !== undefined && naming.test(verb.lemma);
      // Of a single word the sense is in what it is said of.
      if (names && at > from && item.text.split(/\s+/).length < 2)
        return { at: from, isQuote: false, told: undefined };
      const isNaming = names && item.text.split(/\s+/).length >= 2;
      const isAlone =
        isNaming ||
        at === from ||
        /^[,:]$/.test(items[at - 1]?.text ?? '') ||
        /^(?:even|just|only|how|is|was)$/.test(items[at - 1]?.lower ?? '') ||
        told !== undefined;
      if (!isAlone && !isWhole(item)) return undefined;
      return { at, isQuote: true, told: tells && at > from ? { from, to: at } : undefined };
    }
    if (item.lower === 'that') {
      const isRelative = at > from && !tells && items[at - 1]?.pos === 'NOUN' && isFiniteVerb(items, at + 1);
      if (isRelative) return undefined;
      return { at: at + 1, isQuote: false, told: tells && at > from ? { from, to: at } : undefined };
    }
    if (item.text === ':' && at + 1 < items.length) {
      return { at: at + 1, isQuote: items[at + 1]?.quotation !== undefined, told: undefined };
    }
    if (item.text === ',') {
      if (items[at + 1]?.quotation === undefined) return undefined;
      told = tells && at > from ? { from, to: at } : undefined;
      continue;
    }
    if (/^[;.!?]$/.test(item.text)) return undefined;
    if (isFiniteVerb(items, at) && at > from) {
      // "told reporters the talks had failed"
      if (!tells || at < from + 2) return undefined;
      const opens = [from + 1, from + 2, from + 3].find(
        (place) => items[place]?.pos === 'DET' || items[place]?.pos === 'PRON',
      );
      if (opens === undefined || opens >= at) return undefined;
      return { at: opens, isQuote: false, told: { from, to: opens } };
    }
    if (
      /^(?:yesterday|today|tonight|earlier|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(
        item.lower,
      )
    )
      continue;
    if (at === from && opensClause(items, from) && !tells) return undefined;
  }
  return undefined;
}

/** Proposes each clause; a quotation that is a sentence of its own stands for itself. */
function proposeClauses(
  items: readonly Item[],
  from: number,
  rule: string,
  score: number,
  propose: Propose,
  isPresent: boolean,
  more: Partial<Candidate> = {},
): void {
  clausesFrom(items, from, isPresent).forEach((clause, index) => {
    const firstWhole = items.findIndex(
      (item, at) => at >= clause.from && at < clause.to && item.quotation !== undefined && isWhole(item),
    );
    const isLone = firstWhole >= 0 && firstWhole <= clause.from + 1;
    if (isLone) {
      propose({ from: firstWhole, to: firstWhole + 1 }, index === 0 ? rule : `${rule}+`, score, more);
      return;
    }
    propose(clause, index === 0 ? rule : `${rule}+`, index === 0 ? score : score - 0.1, more);
  });
  const colon = items.findIndex(
    (item, at) => at >= from && item.text === ':' && items[at + 1]?.quotation !== undefined,
  );
  if (colon >= from) propose({ from: colon + 1, to: colon + 2 }, 'S2', 0.9, more);
}

// Codes what a rule proposed: kind, stance, condition, highlighted words, concepts and dates.
import { parse } from 'chrono-node/en';
import type { Codebook, CodebookConcept } from '../types/codebook.ts';
import type { Quote } from '../types/span.ts';
import type { ConceptGuess, DatedQuote, Stance, StatementKind } from '../types/statement.ts';
import { kindRules } from './lexicon/author-cues.ts';
import { kinOf } from './lexicon/kindred-words.ts';
import { hedges, loaded } from './lexicon/marked-words.ts';

/** The kind that a text makes on its own; what the verb says goes first where it is more than a report. */
export function kindOf(text: string, fromCue: StatementKind | undefined): StatementKind {
  const rule = kindRules.find(({ pattern }) => pattern.test(text));
  if (fromCue !== undefined && !(fromCue === 'commitment' && rule?.kind === 'precondition')) return fromCue;
  return rule?.kind ?? 'position';
}

const conditionPattern =
  /\b(?:only (?:if|when|after|once|with|on condition that)|unless|until|on (?:the )?condition that|provided that|as long as|if)\b[^.;]{3,}/i;

/** The words on which a statement depends. */
export function conditionOf(text: string): string | null {
  return conditionPattern.exec(text)?.[0].trim() ?? null;
}

const against =
  /\b(?:not|n['’]t|no|never|neither|nor|cannot|without|refus\w+|reject\w*|den(?:y|ies|ied|ying)|oppos\w+|against|condemn\w*|declin\w+|unacceptable|impossible|fail\w*|lack\w*|unwilling\w*|reluctan\w+|rul(?:e|es|ed|ing) out|dismiss\w*|ban(?:s|ned)?)\b/gi;

/**
 * A stance to be looked at: against where an odd number of words deny, conditional where there is a condition, else
 * for. Never more than a suggestion.                                                          Rule [SUG14].
 */
export function stanceOf(text: string, condition: string | null, concept: string | null): Stance {
  if (concept === null) return null;
  if (condition !== null) return 'conditional';
  return (text.match(against)?.length ?? 0) % 2 === 1 ? -1 : 1;
}

/** Words of a list in a stretch of the body. */
function marksIn(body: string, start: number, end: number, pattern: RegExp): readonly Quote[] {
  return Array.from(body.slice(start, end).matchAll(pattern), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    text: match[0],
  }));
}

export const hedgesIn = (body: string, start: number, end: number): readonly Quote[] =>
  marksIn(body, start, end, hedges);
export const loadedIn = (body: string, start: number, end: number): readonly Quote[] =>
  marksIn(body, start, end, loaded);

/** A concept's words, folded once. */
interface ConceptWords {
  readonly concept: CodebookConcept;
  readonly phrases: readonly (readonly string[])[];
  readonly words: ReadonlySet<string>;
}

const stem = (word: string): string => word.replace(/(?:ations?|ments?|ing|ed|es|s|ly)$/, '').slice(0, 8);
const kin = kinOf(stem);
const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter(
      (word) =>
        word.length > 2 && !/^(?:the|and|for|with|from|that|this|are|was|has|have|not|its)$/.test(word),
    )
    .map(stem);

/** How well each word of a list must be matched to count: words that many concepts share say less. */
type Weight = (word: string) => number;

/**
 * Suggests concepts of a codebook, best first, three at most.                                 Rule [SUG17].
 *
 * A concept is matched by the words of its name and by its keywords, as far as they stand in the text, or, for less,
 * by kindred words or in the sentence around it. Of two ways to match either is enough: 1 - (1 - 0.8 k)(1 - 0.7 n), where k is the share
 * of the best keyword, n that of the name.
 */
export function conceptFinder(
  codebook: Codebook,
): (text: string, context: string) => readonly ConceptGuess[] {
  const known: readonly ConceptWords[] = codebook.concepts.map((concept) => ({
    concept,
    phrases: concept.keywords.map(stemsOf).filter((phrase) => phrase.length > 0),
    words: new Set(stemsOf(concept.name)),
  }));
  if (known.length === 0) return () => [];
  const counts = new Map<string, number>();
  for (const { phrases, words } of known)
    for (const word of new Set([...words, ...phrases.flat()])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight: Weight = (word) => 1 / (counts.get(word) ?? 1);
  return (text, context) => {
    const [own, around] = [new Set(stemsOf(text)), new Set(stemsOf(context))];
    const kindred = new Set([...own].flatMap((word) => kin.get(word) ?? []));
    const closeness = (word: string): number => {
      if (own.has(word)) return 1;
      if (kin.get(word)?.some((group) => kindred.has(group)) === true) return 0.6;
      return around.has(word) ? 0.4 : 0;
    };
    const share = (stems: readonly string[]): number => {
      const total = stems.reduce((sum, word) => sum + weight(word), 0);
      const matched = stems.reduce((sum, word) => sum + weight(word) * closeness(word), 0);
      return total === 0 ? 0 : matched / total;
    };
    return known
      .map(({ concept, phrases, words }) => {
        const keyword = Math.max(0, ...phrases.map(share));
        return { concept: concept.id, score: 1 - (1 - 0.8 * keyword) * (1 - 0.7 * share([...words])) };
      })
      .filter(({ score }) => score >= 0.15)
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ concept, score }) => ({ concept, score: Math.round(score * 100) / 100 }));
  };
}

const datish =
  /\b(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} may|may \d{1,2}|(?:jan|febr)uary|march|april|june|july|august|(?:septem|octo|novem|decem)ber|\d{4}-\d\d-\d\d|(?:last|next|this) (?:week|month|year)|\d+ (?:days|weeks|months|years) ago)\b/i;

/**
 * Dates in a sentence, resolved against the document's date; none where that is needed and not known.  Rule [SUG15].
 * @param date - ISO 8601
 */
export function datesIn(
  body: string,
  start: number,
  end: number,
  date: string | undefined,
): readonly DatedQuote[] {
  const text = body.slice(start, Math.min(end, start + 1000));
  if (!datish.test(text)) return [];
  const known = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? '');
  const reference =
    known === null
      ? new Date(2000, 0, 1, 12)
      : new Date(Number(known[1]), Number(known[2]) - 1, Number(known[3]), 12);
  return parse(text, reference).flatMap(({ index, text: found, start: parts }) => {
    const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
    if (year === null || month === null || (known === null && !/\d{4}/.test(found))) return [];
    if (/^(?:now|\d{1,2}(?::\d\d)?(?: ?[ap]m)?)$/i.test(found.trim())) return [];
    const two = (part: number): string => String(part).padStart(2, '0');
    const isDay = parts.isCertain('day') || parts.isCertain('weekday') || !parts.isCertain('month');
    const iso = `${String(year).padStart(4, '0')}-${two(month)}${isDay && day !== null ? `-${two(day)}` : ''}`;
    return [{ start: start + index, end: start + index + found.length, text: found, date: iso }];
  });
}

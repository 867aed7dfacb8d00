// Proposes what the author says in the author's own voice: clauses that nobody else is made to say; rules V (voice).
import type { Candidate } from '../candidate.ts';
import {
  background,
  conflictWords,
  firstPerson,
  judgement,
  kindRules,
  openers,
} from '../lexicon/author-cues.ts';
import type { Item, Unit } from '../reading/units.ts';
import { hasFinite, isFiniteVerb, opensClause } from '../reading/verbs.ts';
import type { Stretch } from './content.ts';

/** How the document speaks: as a report of others, or as somebody who takes a side. */
export type Voice = 'report' | 'argument';

/** From which score on a clause is proposed. */
const least: Readonly<Record<Voice, number>> = { report: 1.3, argument: 0.3 };

/**
 * The author's clauses in a unit.                                                              Rule [SUG12].
 * @param claimed - items that belong to what others say
 */
export function authorRules(
  body: string,
  { items }: Unit,
  claimed: ReadonlySet<Item>,
  voice: Voice,
): readonly Candidate[] {
  if (items.length < 5 || items.at(-1)?.text === '?') return [];
  return clausesOf(items).flatMap((clause): readonly Candidate[] => {
    const own = items.slice(clause.from, clause.to);
    if (own.some((item) => claimed.has(item))) return [];
    const made = trim(body, items, clause);
    if (made === undefined) return [];
    const text = body.slice(made.start, made.end);
    const isHearsay = hearsay.test(text);
    const score = weigh(text, made.opened, voice);
    if (score < least[voice] && !isHearsay) return [];
    const kind = kindRules.find(({ pattern }) => pattern.test(text));
    return [
      {
        start: made.start,
        end: made.end,
        grade: isHearsay ? 'rumour' : 'author',
        quoted: own.some(({ quotation }) => quotation !== undefined),
        mentions: [],
        addressees: [],
        attribution: null,
        rule: isHearsay ? 'V3' : made.opened ? 'V1' : 'V2',
        score: Math.min(0.9, 0.3 + score / 12),
        ...(kind === undefined ? {} : { kind: kind.kind }),
      },
    ];
  });
}

/** Adverbs by which an author passes on what nobody named vouches for. */
const hearsay = /\b(?:reportedly|allegedly|purportedly|supposedly|rumou?red)\b/i;

/** Main clauses: cut at semicolons, and at commas with a conjunction and a subject with its verb behind. */
function clausesOf(items: readonly Item[]): readonly Stretch[] {
  const clauses: Stretch[] = [];
  let from = 0;
  for (let at = 1; at < items.length - 1; at += 1) {
    const item = items[at] as Item;
    const after = items[at + 1];
    if (item.text === ';') {
      clauses.push({ from, to: at });
      from = at + 1;
    } else if (
      item.quotation !== undefined &&
      /,["”»]$/.test(item.text) &&
      /^(?:and|but|so|while)$/.test(after?.lower ?? '') &&
      opensClause(items, at + 2)
    ) {
      clauses.push({ from, to: at + 1 });
      from = at + 2;
    } else if (
      (item.text === ',' || item.text === '—' || item.text === '–') &&
      /^(?:and|but|so|while|whereas|yet|or)$/.test(after?.lower ?? '') &&
      hasFinite(items, from, at) &&
      (opensClause(items, at + 2) ||
        (/^(?:while|whereas|but)$/.test(after?.lower ?? '') && hasFinite(items, at + 2, items.length)))
    ) {
      clauses.push({ from, to: at });
      from = at + 2;
    }
  }
  clauses.push({ from, to: items.length });
  return clauses.filter(({ from: start, to }) => to - start >= 4 && hasFinite(items, start, to));
}

interface Trimmed {
  readonly start: number;
  readonly end: number;
  readonly opened: boolean;
}

/** Without the opener ("It is clear that"), what only sets the scene before the first comma, and marks at the ends. */
function trim(body: string, items: readonly Item[], { from, to }: Stretch): Trimmed | undefined {
  let end = to;
  while (
    end > from &&
    items[end - 1]?.quotation === undefined &&
    /^[.,;:!…—–]$/.test(items[end - 1]?.text ?? '')
  )
    end -= 1;
  // "..., an indication that": what follows explains the clause.
  const aside = items.findIndex(
    (item, at) =>
      at > from + 3 &&
      at < end &&
      item.text === ',' &&
      items[at + 1]?.pos === 'DET' &&
      items[at + 2]?.pos === 'NOUN' &&
      items[at + 3]?.lower === 'that',
  );
  if (aside > 0) end = aside;
  const [first, last] = [items[from], items[end - 1]];
  if (first === undefined || last === undefined) return undefined;
  let start = first.start;
  let opened = false;
  for (let guard = 0; guard < 4; guard += 1) {
    const rest = body.slice(start, last.end);
    const match = openers.map((pattern) => pattern.exec(rest)?.[0] ?? '').find((text) => text !== '');
    if (match === undefined) break;
    start += match.length;
    opened ||= /that\s*$|^(?:in fact|surely|clearly|obviously|of course|unfortunately|undoubtedly)/i.test(
      match,
    );
  }
  const scene = sceneEnd(items, start, end);
  if (scene !== undefined) start = scene;
  return last.end - start < 15 ? undefined : { start, end: last.end, opened };
}

/** "After the meeting in May, they adopted": words without a verb of their own before the first comma. */
function sceneEnd(items: readonly Item[], start: number, end: number): number | undefined {
  const from = items.findIndex((item) => item.start >= start);
  if (from < 0 || !/^(?:ADP|ADV|SCONJ)$/.test(items[from]?.pos ?? '')) return undefined;
  // "Because they are private, a strike would be lawful": the main clause stands for itself.
  if (
    /^as (?:long|soon|far) as\b/i.test(
      items
        .slice(from, from + 3)
        .map(({ text }) => text)
        .join(' '),
    )
  )
    return undefined;
  if (
    /^(?:because|although|though|while|whereas|as|when|since|even|after|before)$/.test(
      items[from]?.lower ?? '',
    )
  ) {
    const commas = items.flatMap(({ text }, at) => (at > from && at < end && text === ',' ? [at] : []));
    const main = commas.find((at) => opensClause(items, at + 1));
    return main === undefined ? undefined : items[main + 1]?.start;
  }
  if (/^(?:with|without|if|unless|until|only|due)$/.test(items[from]?.lower ?? '')) return undefined;
  const comma = items.findIndex(
    (item, at) => at > from && at < Math.min(end, from + 22) && item.text === ',',
  );
  if (comma < 0 || hasFinite(items, from, comma) || !opensClause(items, comma + 1)) return undefined;
  return items[comma + 1]?.start;
}

/** How much speaks for a premise: words of conflict, a judgement, what must or will be, a party's own "we". */
function weigh(text: string, opened: boolean, voice: Voice): number {
  if (background.test(text)) return 0;
  const conflict = new Set(Array.from(text.matchAll(conflictWords), ([word]) => word.toLowerCase())).size;
  let score = Math.min(3, conflict) * 0.9;
  if (opened) score += 2;
  if (judgement.test(text)) score += 1;
  if (kindRules.some(({ id, pattern }) => id !== 'K12' && id !== 'K11' && pattern.test(text))) score += 1.2;
  else if (kindRules.some(({ pattern }) => pattern.test(text))) score += 0.7;
  if (voice === 'argument' && firstPerson.test(text)) score += 0.8;
  if (voice === 'report' && /\b(?:said|told|according)\b/i.test(text)) score -= 2;
  if (
    /\b(?:due|scheduled|set|expected) to (?:resume|begin|start|end|meet|continue|expire|vote|take place)\b/i.test(
      text,
    )
  )
    score += 1;
  if (text.length < 35) score -= 0.5;
  return score;
}

/** Does the whole text argue or report? By its first person, its judgements, and how much others are made to say. */
export function voiceOf(body: string, reported: number, sentences: number, genre: string | undefined): Voice {
  if (genre !== undefined) {
    if (
      /\b(?:op-?ed|opinion|editorial|speech|statement|address|comment|column|letter|essay|blog|press release|communiqu)/i.test(
        genre,
      )
    )
      return 'argument';
    if (/\b(?:news|report|article|wire|dispatch)/i.test(genre)) return 'report';
  }
  const sample = body.slice(0, 20_000).replace(/[“"«][^”"»]{0,2000}[”"»]/g, '');
  const words = Math.max(1, sample.split(/\s+/).length);
  const own = (sample.match(/\b(?:we|our|ours|us|I|my)\b/g) ?? []).length / words;
  const judged =
    (
      sample.match(
        /\b(?:must|should|surely|clear(?:ly)?|obvious(?:ly)?|of course|in fact|unfortunately|impossible|simply|indeed|moreover|nevertheless|yet)\b/gi,
      ) ?? []
    ).length / words;
  const quoted = reported / Math.max(1, sentences);
  return own > 0.012 || judged > 0.008 || (quoted < 0.15 && own + judged > 0.006) ? 'argument' : 'report';
}

/** Is there a verb that carries a clause among the items of a unit? */
export function isSentence(items: readonly Item[]): boolean {
  return items.some((_, at) => isFiniteVerb(items, at));
}

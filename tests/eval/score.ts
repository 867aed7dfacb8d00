// Scores suggestions against annotations: spans by the letters they share, speakers by name, each class apart.
import type { Statement } from '../../src/evidence/index.ts';
import type { AnnotatedText, GoldRecord } from './texts.ts';

/** The classes that are scored. */
export const classes = ['direct', 'mixed', 'indirect', 'author'] as const;
export type Class = (typeof classes)[number];

/** How many of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** What one text gives. */
export interface Score {
  readonly recall: Readonly<Record<Class, Share>>;
  readonly precision: Readonly<Record<Class, Share>>;
  readonly soft: { readonly found: Share; readonly true: Share };
  readonly exact: { readonly found: Share; readonly true: Share };
  readonly letters: { readonly found: Share; readonly true: Share };
  readonly speaker: Share;
  readonly missed: readonly string[];
  readonly spurious: readonly string[];
  readonly misattributed: readonly string[];
}

/** One gold span; records of one span are one, with several speakers. */
interface Gold {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly speakers: readonly string[];
  readonly attributions: readonly string[];
  readonly class: Class;
}

/**
 * The crosswalk from the annotations' words to ours: `direct_quote` is direct, or the author's where the speaker is
 * the document's; `paraphrase` and `rumour` are mixed with quotation marks inside and else indirect;
 * `author_assertion` is the author's. The holder is the speaker.
 */
export function classOf({ grade, speaker, quote }: GoldRecord, author: string): Class {
  if (grade === 'author_assertion' || speaker === author) return 'author';
  if (grade === 'direct_quote') return 'direct';
  return /[“”"«»]/.test(quote) ? 'mixed' : 'indirect';
}

const letters = (body: string, start: number, end: number): Set<number> => {
  const set = new Set<number>();
  for (let at = start; at < end; at += 1) if (/[\p{L}\p{N}]/u.test(body[at] as string)) set.add(at);
  return set;
};

/** Shared letters over all letters of two spans. */
export function overlap(
  body: string,
  a: { start: number; end: number },
  b: { start: number; end: number },
): number {
  if (a.end <= b.start || b.end <= a.start) return 0;
  const [one, other] = [letters(body, a.start, a.end), letters(body, b.start, b.end)];
  const shared = [...one].filter((at) => other.has(at)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}

const bare = (text: string): string => text.replace(/^(?:that\s+)|^[\s"“”'‘’,.;:]+|[\s"“”'‘’,.;:!?…]+$/g, '');

/** Scores one text. */
export function score(text: AnnotatedText, body: string, statements: readonly Statement[]): Score {
  const golds = mergeGold(text);
  const classFor = ({ grade }: Statement): Class | 'mental' =>
    grade === 'rumour' ? 'indirect' : grade === 'mental' ? 'mental' : grade === 'author' ? 'author' : grade;
  const mayMatch = (gold: Gold, statement: Statement): boolean => {
    const group = classFor(statement);
    return group === 'mental' || (gold.class === 'author') === (group === 'author');
  };
  const pairs = golds
    .flatMap((gold, g) =>
      statements.flatMap((statement, s) => {
        const share = mayMatch(gold, statement) ? overlap(body, gold, statement) : 0;
        return share >= 0.5 ? [{ g, s, share }] : [];
      }),
    )
    .sort((a, b) => b.share - a.share);
  const [byGold, byStatement] = [new Map<number, number>(), new Map<number, number>()];
  for (const { g, s } of pairs) {
    if (byGold.has(g) || byStatement.has(s)) continue;
    byGold.set(g, s);
    byStatement.set(s, g);
  }
  const recall = {} as Record<Class, Share>;
  const precision = {} as Record<Class, Share>;
  for (const each of classes) {
    const of = golds.flatMap((gold, g) => (gold.class === each ? [g] : []));
    recall[each] = { right: of.filter((g) => byGold.has(g)).length, of: of.length };
    // A thought that was matched to what somebody said is no claim about the author's voice.
    const made = statements.flatMap((statement, s) => {
      const group = classFor(statement);
      const matched = golds[byStatement.get(s) ?? -1];
      if (group === 'mental')
        return each === 'author' && (matched === undefined || matched.class === 'author') ? [s] : [];
      return group === each ? [s] : [];
    });
    const counts = each !== 'author' || text.isFull;
    precision[each] = counts
      ? { right: made.filter((s) => byStatement.has(s)).length, of: made.length }
      : { right: 0, of: 0 };
  }
  const counted = statements.flatMap((statement, s) =>
    text.isFull ||
    (classFor(statement) !== 'author' && classFor(statement) !== 'mental') ||
    byStatement.has(s)
      ? [s]
      : [],
  );
  const isExact = (g: number, s: number): boolean =>
    bare((golds[g] as Gold).quote) === bare((statements[s] as Statement).text);
  const exactCount = [...byGold].filter(([g, s]) => isExact(g, s)).length;
  const goldLetters = new Set(golds.flatMap(({ start, end }) => [...letters(body, start, end)]));
  const ourLetters = new Set(
    counted.flatMap((s) => [
      ...letters(body, (statements[s] as Statement).start, (statements[s] as Statement).end),
    ]),
  );
  const sharedLetters = [...goldLetters].filter((at) => ourLetters.has(at)).length;
  const attributed = [...byGold].filter(([g]) => (golds[g] as Gold).class !== 'author');
  const wrong = attributed.filter(([g, s]) => !speakersAgree(golds[g] as Gold, statements[s] as Statement));
  return {
    recall,
    precision,
    soft: {
      found: { right: byGold.size, of: golds.length },
      true: { right: byStatement.size, of: counted.length },
    },
    exact: {
      found: { right: exactCount, of: golds.length },
      true: { right: exactCount, of: counted.length },
    },
    letters: {
      found: { right: sharedLetters, of: goldLetters.size },
      true: { right: sharedLetters, of: ourLetters.size },
    },
    speaker: { right: attributed.length - wrong.length, of: attributed.length },
    missed: golds.flatMap((gold, g) =>
      byGold.has(g) ? [] : [`${gold.class}: ${gold.speakers.join(' & ')}: ${gold.quote}`],
    ),
    spurious: counted.flatMap((s) => {
      const each = statements[s] as Statement;
      return byStatement.has(s)
        ? []
        : [`${each.grade} ${each.rule}: ${each.speaker.join(' & ')}: ${each.text}`];
    }),
    misattributed: wrong.map(
      ([g, s]) =>
        `${(golds[g] as Gold).speakers.join(' & ')} | ${(statements[s] as Statement).speaker.join(' & ')}: ${(golds[g] as Gold).quote.slice(0, 60)}`,
    ),
  };
}

function mergeGold({ gold, author }: AnnotatedText): readonly Gold[] {
  const merged = new Map<string, Gold>();
  for (const record of gold) {
    const key = `${record.start} ${record.end}`;
    const known = merged.get(key);
    const attribution = record.attribution?.text ?? '';
    merged.set(key, {
      start: record.start,
      end: record.end,
      quote: record.quote,
      speakers: [...(known?.speakers ?? []), record.speaker],
      attributions: [...(known?.attributions ?? []), attribution],
      class: known?.class ?? classOf(record, author),
    });
  }
  return [...merged.values()].sort((a, b) => a.start - b.start);
}

const wordsIn = (name: string): string[] =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
    ?.filter((word) => !/^(?:the|a|an|of|for|unnamed|government|s)$/.test(word)) ?? [];

/**
 * Are they the same speakers? A name is right if its last word is the other's, or if all of its words stand in the
 * words that the annotation gives as the attribution; every speaker must be found.
 */
export function speakersAgree(
  gold: { readonly speakers: readonly string[]; readonly attributions: readonly string[] },
  { speaker: words, holder, grade }: Pick<Statement, 'speaker' | 'holder' | 'grade'>,
): boolean {
  // Of a thought the annotation names whose it is.
  const speaker = grade === 'mental' ? holder : words;
  const isUnnamed = gold.speakers.every((name) => /unnamed|rumou?r/i.test(name));
  if (speaker.length === 0) return isUnnamed;
  const attribution = new Set(gold.attributions.flatMap(wordsIn));
  const same = (name: string, ours: string): boolean => {
    const [a, b] = [wordsIn(name), wordsIn(ours)];
    return (
      a.length > 0 &&
      b.length > 0 &&
      (a.at(-1) === b.at(-1) || a.includes(b.at(-1) as string) || b.includes(a.at(-1) as string))
    );
  };
  const inAttribution = (ours: string): boolean =>
    wordsIn(ours).length > 0 && wordsIn(ours).every((word) => attribution.has(word));
  const isPronoun = gold.attributions.every((text) => /^\W*(?:\w+ )?(?:he|she|they|it)\b/i.test(text));
  const ok = speaker.every(
    (ours) => gold.speakers.some((name) => same(name, ours)) || (!isPronoun && inAttribution(ours)),
  );
  return ok && speaker.length >= Math.min(gold.speakers.length, 2);
}

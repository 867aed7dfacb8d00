// Compares the stretches that two coders marked in one text: exactly, softly and by character.
import type { Span } from '../types/span.ts';

/** How well found spans fit those that they are compared with; null where there is nothing to divide by. */
export interface Score {
  /** Of found spans (or characters), the share that fits. */
  readonly precision: number | null;
  /** Of spans (or characters) that were to be found, the share that was. */
  readonly recall: number | null;
  /** 2 · hits / (found + reference); the same whichever coder comes first. */
  readonly f1: number | null;
  readonly hits: number;
  readonly found: number;
  readonly reference: number;
}

export interface SpanScores {
  readonly exact: Score;
  readonly soft: Score;
  readonly character: Score;
}

/** Two spans, by their index in either list, and how far they overlap. */
export interface SpanPair {
  readonly first: number;
  readonly second: number;
  /** |A ∩ B| / |A ∪ B| over letters and digits, in [0, 1]. */
  readonly jaccard: number;
}

/** From this overlap on, two spans are taken for one. */
export const softOverlap = 0.5;

/**
 * The score of so many hits.
 * @example score(1, 2, 2).f1 // => 0.5
 */
export function score(hits: number, found: number, reference: number): Score {
  const share = (whole: number): number | null => (whole === 0 ? null : hits / whole);
  const sum = found + reference;
  return {
    precision: share(found),
    recall: share(reference),
    f1: sum === 0 ? null : (2 * hits) / sum,
    hits,
    found,
    reference,
  };
}

/**
 * Scores of found spans against others: exact (same start and end), soft (Jaccard of letters and digits at least
 * one half) and character (letters and digits in any span). Spans pair one to one. Characters that neither marked
 * count nowhere.                                                                                   Rules [AGR6], [AGR7].
 * @param body - the text into which both point
 * @complexity O(length of the body + pairs that overlap · log)
 * @example spanScores([{ start: 0, end: 3 }], [{ start: 0, end: 3 }], 'the end').exact.f1 // => 1
 */
export function spanScores(reference: readonly Span[], found: readonly Span[], body: string): SpanScores {
  const letters = lettersBefore(body);
  const pairs = bestPairs(overlaps(reference, found, letters));
  const same = bestPairs(
    overlaps(reference, found, letters, 0).filter(({ first, second }) => {
      const [a, b] = [reference[first] as Span, found[second] as Span];
      return a.start === b.start && a.end === b.end;
    }),
  );
  const marked = (spans: readonly Span[]): number => countLetters(union(spans), letters);
  const [inReference, inFound, inEither] = [
    marked(reference),
    marked(found),
    marked([...reference, ...found]),
  ];
  return {
    exact: score(same.length, found.length, reference.length),
    soft: score(pairs.length, found.length, reference.length),
    character: score(inReference + inFound - inEither, inFound, inReference),
  };
}

/**
 * The spans of two lists that are one: pairs whose letters and digits overlap by half or more, one to one, the best
 * first.                                                                                          Rule [AGR6].
 * @param body - the text into which both point
 * @complexity O(length of the body + pairs that overlap · log)
 * @example matchSpans([{ start: 0, end: 3 }], [{ start: 1, end: 3 }], 'the end').length // => 1
 */
export function matchSpans(
  reference: readonly Span[],
  found: readonly Span[],
  body: string,
): readonly SpanPair[] {
  return bestPairs(overlaps(reference, found, lettersBefore(body)));
}

/**
 * How many letters and digits stand before each place of a text.
 * @returns one number more than the text has units
 * @example lettersBefore('a b')[3] // => 2
 */
export function lettersBefore(body: string): Uint32Array {
  const counts = new Uint32Array(body.length + 1);
  for (const { 0: letter, index } of body.matchAll(/[\p{L}\p{N}]/gu)) counts[index + letter.length] = 1;
  for (let at = 1; at <= body.length; at += 1)
    counts[at] = (counts[at] as number) + (counts[at - 1] as number);
  return counts;
}

/**
 * The pairs of spans that overlap by a share at least.
 * @param letters - of the body, as `lettersBefore` counts them
 * @complexity O((n + m) log(n + m) + pairs that touch)
 */
export function overlaps(
  firsts: readonly Span[],
  seconds: readonly Span[],
  letters: Uint32Array,
  least = softOverlap,
): readonly SpanPair[] {
  const byStart = seconds
    .map((span, second) => ({ span, second }))
    .sort((a, b) => a.span.start - b.span.start);
  const longest = seconds.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const count = (start: number, end: number): number =>
    end <= start ? 0 : (letters[end] as number) - (letters[start] as number);
  return firsts.flatMap((a, first) => {
    const pairs: SpanPair[] = [];
    for (let at = firstAtOrAfter(byStart, a.start - longest); at < byStart.length; at += 1) {
      const { span: b, second } = byStart[at] as (typeof byStart)[number];
      if (b.start >= a.end) break;
      const shared = count(Math.max(a.start, b.start), Math.min(a.end, b.end));
      const either = count(a.start, a.end) + count(b.start, b.end) - shared;
      const equal = a.start === b.start && a.end === b.end;
      const jaccard = equal ? 1 : either === 0 ? 0 : shared / either;
      if (jaccard >= least) pairs.push({ first, second, jaccard });
    }
    return pairs;
  });
}

function firstAtOrAfter(sorted: readonly { readonly span: Span }[], start: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as { readonly span: Span }).span.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One to one, the largest overlap first, then the earliest. */
function bestPairs(pairs: readonly SpanPair[]): readonly SpanPair[] {
  const [firsts, seconds] = [new Set<number>(), new Set<number>()];
  return pairs
    .toSorted((a, b) => b.jaccard - a.jaccard || a.first - b.first || a.second - b.second)
    .filter(({ first, second }) => {
      if (firsts.has(first) || seconds.has(second)) return false;
      firsts.add(first);
      seconds.add(second);
      return true;
    });
}

/**
 * The spans in order, those that overlap made one.
 * @example union([{ start: 2, end: 4 }, { start: 0, end: 3 }]) // => [{ start: 0, end: 4 }]
 */
export function union(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function countLetters(spans: readonly Span[], letters: Uint32Array): number {
  return spans.reduce(
    (sum, { start, end }) => sum + (letters[end] as number) - (letters[start] as number),
    0,
  );
}

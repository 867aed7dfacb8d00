// Makes a candidate of a stretch of items, and finds where clauses before a cue begin.
import type { Candidate } from '../candidate.ts';
import type { CueVerb } from '../lexicon/cue-verbs.ts';
import type { Mention } from '../names.ts';
import type { Item } from '../reading/units.ts';
import { opensClause } from '../reading/verbs.ts';
import type { Stretch } from './content.ts';

export interface Base {
  readonly rule: string;
  readonly score: number;
  readonly mentions: readonly Mention[];
  readonly attribution: { readonly start: number; readonly end: number } | null;
  readonly verb?: CueVerb;
}

/** A candidate from a stretch of items: a lone quotation without its marks, else from the first to the last word. */
export function fromStretch(items: readonly Item[], stretch: Stretch, base: Base): Candidate | undefined {
  let { from, to } = stretch;
  const isMark = (item: Item | undefined): boolean =>
    item !== undefined && item.quotation === undefined && /^[,;:.!?…—–()]$/.test(item.text);
  while (from < to && isMark(items[from])) from += 1;
  while (to > from && isMark(items[to - 1])) to -= 1;
  while (
    from < to &&
    /^(?:even|just|only|that|how)$/.test(items[from]?.lower ?? '') &&
    items[from + 1]?.quotation !== undefined
  )
    from += 1;
  const [first, last] = [items[from], items[to - 1]];
  if (first === undefined || last === undefined || to <= from) return undefined;
  const isQuotation = first.quotation !== undefined && to - from === 1;
  const quotations = items.slice(from, to).filter(({ quotation }) => quotation !== undefined);
  const { start, end } = isQuotation
    ? (first.quotation?.inner ?? first)
    : { start: first.start, end: last.end };
  if (end - start < 8) return undefined;
  const { verb, ...rest } = base;
  return {
    ...rest,
    start,
    end,
    grade: isQuotation ? 'direct' : quotations.length > 0 ? 'mixed' : 'indirect',
    quoted: quotations.length > 0,
    addressees: [],
    ...(verb?.kind === undefined ? {} : { kind: verb.kind }),
  };
}

/** Where the clause that ends before `to` begins. */
export function clauseStart(items: readonly Item[], to: number): number {
  for (let at = to - 1; at > 0; at -= 1) {
    const item = items[at - 1] as Item;
    if (item.text === ';' || item.text === ':') return at;
    if (
      item.text === ',' &&
      /^(?:but|and|while|so)$/.test(items[at]?.lower ?? '') &&
      opensClause(items, at + 1)
    )
      return at + 1;
  }
  return /^(?:but|and|so|yet)$/.test(items[0]?.lower ?? '') ? 1 : 0;
}

/** Takes a stretch for a statement by a rule. */
export type Propose = (stretch: Stretch, rule: string, score: number, more?: Partial<Candidate>) => void;

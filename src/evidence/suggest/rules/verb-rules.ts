// Proposes what somebody says, takes up or thinks, from the verb that reports it: rules S (speech), T (stance), M (mind).
import type { Candidate } from '../candidate.ts';
import type { CueVerb } from '../lexicon/cue-verbs.ts';
import { verbForms, verbsOf } from '../lexicon/cue-verbs.ts';
import { bodyNouns } from '../lexicon/names.ts';
import type { Mention } from '../names.ts';
import type { Item, Unit } from '../reading/units.ts';
import { hasFinite, opensClause } from '../reading/verbs.ts';
import type { Subject } from '../speakers.ts';
import { subjectAfter, subjectBefore } from '../speakers.ts';
import type { Stretch } from './content.ts';
import { clausesFrom, isWhole } from './content.ts';
import { contentAfter, findWord, one, opensPhrase } from './content-after.ts';
import { chooseVerb, isCue, isInverted, isNegated, isPassiveAt, particleEnd } from './cue.ts';
import { phrase, subjectOf } from './cue-subject.ts';
import type { Propose } from './from-stretch.ts';
import { clauseStart, fromStretch } from './from-stretch.ts';

/** What the rules find in a unit: proposals, quotations that are spoken for, and who was last to speak. */
export interface VerbFindings {
  readonly candidates: readonly Candidate[];
  readonly claimed: ReadonlySet<Item>;
  readonly lastSubject: readonly Mention[] | undefined;
}

const nobody: readonly Mention[] = [];

/**
 * Applies the verb rules to one unit.                                             Rules [SUG3], [SUG4], [SUG8], [SUG9].
 * @param own - names of those for whom the author speaks
 * @param reported - items that a noun such as "reports that" already makes somebody say
 * @complexity O(items²) at worst, O(items) as sentences are
 */
export function verbRules(
  body: string,
  unit: Unit,
  reported: ReadonlySet<Item>,
  own: ReadonlySet<string> = new Set(),
): VerbFindings {
  const candidates: Candidate[] = [];
  const claimed = new Set<Item>();
  // What turns out to be a verb is marked as one for what comes behind it.
  const items: Item[] = [...unit.items];
  let last: Subject | undefined;
  let covered = -1;

  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as Item;
    const form = item.quotation === undefined ? verbForms.get(item.lower) : undefined;
    if (form === undefined || !isCue(items, at, form.form)) continue;
    const verb = chooseVerb(items, at, verbsOf.get(form.lemma) ?? []);
    if (verb === undefined) continue;
    if (item.pos === 'NOUN') items[at] = { ...item, pos: 'VERB' };
    const afterVerb =
      (verb.particle === undefined ? undefined : particleEnd(items, at, verb.particle)) ?? at + 1;
    const isPassive = form.form === 'past' && isPassiveAt(items, at);
    if (isPassive) {
      for (const made of passive(body, items, at, afterVerb, verb)) {
        candidates.push(made);
        const from = Math.min(made.start, made.attribution?.start ?? made.start);
        for (const each of unit.items) if (each.start >= from && each.end <= made.end) claimed.add(each);
      }
      continue;
    }
    if (form.form === 'past' && items[afterVerb]?.lower === 'by') continue;
    if (isNegated(items, at) && verb.manner === 'speech') continue;
    const inverted = isInverted(body, items, at);
    const subject = subjectOf(body, items, at, form.form, last, inverted);
    if (subject === undefined) continue;
    if (subject.mentions.some(({ name, kind }) => kind === 'pronoun' && /^(?:i|we|you)$/.test(name)))
      continue;
    if (speaksForOwn(items, subject, own)) continue;
    if (
      subject.mentions.some(({ name }) => /^(?:it|this|that|there|which|what)$/i.test(name)) &&
      verb.manner !== 'speech' &&
      verb.manner !== 'stance'
    )
      continue;

    const attribution = spanOf(
      items,
      inverted ? at : Math.min(subject.from, at),
      inverted ? subject.to : afterVerb,
      form.form === 'ing' ? at : undefined,
    );
    const propose = (stretch: Stretch, rule: string, score: number, more: Partial<Candidate> = {}): void => {
      const made = fromStretch(items, stretch, {
        rule,
        score,
        mentions: subject.mentions,
        attribution,
        verb,
      });
      if (made === undefined) return;
      for (let index = stretch.from; index < stretch.to; index += 1) claimed.add(unit.items[index] as Item);
      const nested = at < covered ? ({ isNested: true } as const) : {};
      candidates.push({ ...made, ...nested, ...more });
      covered = Math.max(covered, stretch.to);
    };

    const found =
      verb.manner === 'mind'
        ? mindRules(items, at, afterVerb, subject, verb, at < covered || reported.has(item), propose)
        : [
            quoteBefore(items, inverted ? at : subject.from, propose, verb),
            contentAfter(
              body,
              items,
              inverted ? subject.to : afterVerb,
              at,
              verb,
              Math.min(at, subject.from),
              propose,
            ),
          ].some((did) => did) ||
          clauseBefore(items, inverted ? at : subject.from, inverted ? subject.to : afterVerb, verb, propose);
    if (found) last = subject;
  }
  return { candidates, claimed, lastSubject: last?.mentions };
}

function spanOf(
  items: readonly Item[],
  from: number,
  to: number,
  only?: number,
): { start: number; end: number } | null {
  const [first, lastItem] = [items[only ?? from], items[Math.max(only ?? from, to - 1)]];
  return first === undefined || lastItem === undefined
    ? null
    : { start: first.start, end: Math.max(first.end, lastItem.end) };
}

/** `"...," she said`: quotations right before who says them, back to the last other words. */
function quoteBefore(items: readonly Item[], subjectFrom: number, propose: Propose, verb: CueVerb): boolean {
  let at = subjectFrom - 1;
  if (items[at]?.text === ',') at -= 1;
  const quoted = items[at];
  if (quoted?.quotation === undefined || !verb.frames.includes('quote')) return false;
  if (!isWhole(quoted) && at > 0 && hasFinite(items, 0, at)) {
    // Only its last words are quoted: the whole clause is reported.
    propose({ from: clauseStart(items, at), to: at + 1 }, 'S4', 0.75);
    return true;
  }
  propose({ from: at, to: at + 1 }, 'S1', 0.95);
  return true;
}

/** `Talks will resume, the minister said.` */
function clauseBefore(
  items: readonly Item[],
  subjectFrom: number,
  after: number,
  verb: CueVerb,
  propose: Propose,
): boolean {
  const comma = subjectFrom - 1;
  if (items[comma]?.text !== ',' || !verb.frames.includes('that')) return false;
  const stop = items.findIndex(({ text }, at) => at >= after && text === ',');
  if (hasFinite(items, after, stop < 0 ? items.length : stop)) return false;
  const next = items[after];
  if (next !== undefined && !/^(?:ADP|ADV|PUNCT|SCONJ)$/.test(next.pos) && !/day$/.test(next.lower))
    return false;
  if (next?.lower === 'to') return false;
  const from = clauseStart(items, comma);
  if (!hasFinite(items, from, comma)) return false;
  propose({ from, to: comma }, 'S5', 0.8);
  return true;
}

/** "Our government will", "my country": the author speaks for it. */
function speaksForOwn(
  items: readonly Item[],
  { mentions, from, to }: Subject,
  own: ReadonlySet<string>,
): boolean {
  if (mentions.every(({ name }) => own.has(name.toLowerCase()))) return true;
  if (!/^(?:my|our)$/.test(items[from]?.lower ?? '')) return false;
  return items
    .slice(from + 1, to)
    .some(({ lower }) => bodyNouns.has(lower) || /^(?:people|nation|citizens)$/.test(lower));
}

/** What somebody thinks or wants, as the author has it: the whole clause is the author's statement about a mind. */
function mindRules(
  items: readonly Item[],
  at: number,
  after: number,
  subject: Subject,
  verb: CueVerb,
  isReported: boolean,
  propose: Propose,
): boolean {
  if (isReported) return false;
  const next = items[after];
  if (next === undefined) return false;
  const governs =
    (verb.frames.includes('that') && (next.lower === 'that' || opensClause(items, after))) ||
    (verb.frames.includes('infinitive') && next.lower === 'to') ||
    (verb.frames.includes('object') && opensPhrase(items, after) && next.pos !== 'VERB');
  if (!governs) return false;
  const isFar = subject.to < at - 6;
  const clauses = clausesFrom(items, isFar ? at : subject.from);
  const stretch = one(clauses);
  if (stretch.to <= at) return false;
  propose(stretch, 'M1', 0.65, { grade: 'mental' });
  const second = clauses[1];
  if (second !== undefined && next.lower === 'that' && items[second.from - 1]?.lower === 'and')
    propose(second, 'M1+', 0.55, { grade: 'mental' });
  return true;
}

/** Who stands behind "by", up to the next preposition. */
function agentOf(body: string, items: readonly Item[], by: number): Subject | undefined {
  const stop = items.findIndex(
    ({ lower, text }, at) =>
      at > by && (/^(?:for|over|after|in|on|at|during|as)$/.test(lower) || /^[,;:.!?]$/.test(text)),
  );
  return stop < 0 || /^[,;:.!?]$/.test(items[stop]?.text ?? '')
    ? undefined
    : phrase(body, items, by + 1, stop, by + 1);
}

/** "X is accused of Y", "it is said that Y", "Y is denied by X". */
function passive(
  body: string,
  items: readonly Item[],
  at: number,
  after: number,
  verb: CueVerb,
): readonly Candidate[] {
  const by = findWord(items, after, /^by$/, 8);
  const agent = by === undefined ? undefined : (agentOf(body, items, by) ?? subjectAfter(body, items, by));
  const subject = subjectBefore(body, items, at);
  const attribution = spanOf(items, subject?.from ?? at, after);
  const mentions = agent?.mentions ?? nobody;
  const base = { rule: 'P1', score: 0.6, mentions, attribution, verb };
  if (verb.frames.includes('of')) {
    const of = findWord(items, after, /^of$/, 10);
    const made = of === undefined ? undefined : fromStretch(items, one(clausesFrom(items, of + 1)), base);
    return made === undefined
      ? []
      : [
          {
            ...made,
            grade: agent === undefined ? 'rumour' : made.grade,
            addressees: subject?.mentions ?? nobody,
          },
        ];
  }
  const isImpersonal = /^(?:it)$/i.test(subject?.mentions[0]?.name ?? '');
  if (
    isImpersonal &&
    items[after]?.lower === 'that' &&
    /^(?:say|believe|report|think|expect|understand|claim|allege|rumou?r)$/.test(verb.lemma)
  ) {
    const made = fromStretch(items, one(clausesFrom(items, after + 1)), base);
    return made === undefined ? [] : [{ ...made, grade: 'rumour', rule: 'P2' }];
  }
  if (agent !== undefined && subject !== undefined && verb.manner === 'stance') {
    // Behind the agent stands what it is for: "criticised by A for B".
    const whole = one(clausesFrom(items, subject.from));
    const stretch = whole.to > at ? whole : { from: subject.from, to: agent.to };
    const made = fromStretch(items, stretch, base);
    return made === undefined ? [] : [{ ...made, rule: 'P3' }];
  }
  return [];
}

// Goes through a body from top to bottom and finds what others are made to say, remembering who spoke last.
import type { Watch } from '../../base/index.ts';
import type { Candidate } from './candidate.ts';
import type { Mention } from './names.ts';
import type { Carry, Item, Unit } from './reading/units.ts';
import { paragraphsOf, readParagraph } from './reading/units.ts';
import { isFiniteVerb } from './reading/verbs.ts';
import type { Registry } from './registry.ts';
import { isWhole } from './rules/content.ts';
import { fromStretch } from './rules/from-stretch.ts';
import { nounClauses, pointsBack, sourceRules } from './rules/source-rules.ts';
import { verbRules } from './rules/verb-rules.ts';
import { subjectBefore } from './speakers.ts';

/** A candidate whose speakers have been resolved in the order of the text. */
export interface Resolved extends Candidate {
  readonly speakers: readonly string[];
  readonly principals: readonly string[];
  readonly isNamed: boolean;
  readonly toWhom: readonly string[];
}

/** What was heard in a unit, and which of its items it takes up. */
export interface Heard {
  readonly unit: Unit;
  readonly found: readonly Resolved[];
  readonly claimed: ReadonlySet<Item>;
}

/** Who spoke last, and in which paragraph; and a quotation that waits for the next sentence to say whose it is. */
interface Memory {
  last: readonly Mention[];
  paragraph: number;
  waiting: Item | undefined;
}

/**
 * Each unit with what was heard in it, one behind: the next one may say whose a quotation was.
 * @param own - names of those for whom the author speaks
 * @returns how much of the body was gone through, in UTF-16 units
 */
export function* heardIn(
  body: string,
  names: Registry,
  own: ReadonlySet<string>,
  watch: Watch,
): Generator<Heard, number> {
  const memory: Memory = { last: [], paragraph: -9, waiting: undefined };
  let carry: Carry = { quoteOpen: false };
  let number = 0;
  let held: Heard | undefined;
  let read = 0;
  for (const span of paragraphsOf(body)) {
    if (watch.stopped()) break;
    const { paragraph, carry: next } = readParagraph(body, span, number, carry);
    carry = next;
    number += 1;
    for (const unit of paragraph.isHeading ? [] : paragraph.units) {
      const { waiting } = memory;
      const owner = waiting === undefined ? undefined : pointsBack(body, unit);
      if (held !== undefined && waiting !== undefined && owner !== undefined) {
        const attribution = { start: unit.start, end: unit.end };
        const base = { rule: 'N4', score: 0.7, mentions: owner.mentions, attribution };
        const made = fromStretch([waiting], { from: 0, to: 1 }, base);
        if (made !== undefined) held = { ...held, found: [...held.found, resolve(made, names)] };
      }
      if (held !== undefined) yield held;
      held = hear(body, unit, number, names, own, memory, owner !== undefined);
    }
    read = span.end;
    watch.progress?.(read, body.length, 'characters');
  }
  if (held !== undefined) yield held;
  const isDone = !watch.stopped();
  if (isDone) watch.progress?.(body.length, body.length, 'characters');
  return isDone ? body.length : read;
}

function hear(
  body: string,
  unit: Unit,
  number: number,
  names: Registry,
  ownNames: ReadonlySet<string>,
  memory: Memory,
  onlyPointsBack: boolean,
): Heard {
  const reported = new Set<Item>();
  const nouns = nounClauses(body, unit, reported);
  const verbs = verbRules(body, unit, reported, ownNames);
  const claimed = new Set([...verbs.claimed, ...reported]);
  const own = [...verbs.candidates, ...nouns, ...sourceRules(body, unit, claimed)];
  own.sort((a, b) => a.start - b.start);
  if (onlyPointsBack) for (const item of unit.items) claimed.add(item);
  memory.waiting = undefined;
  const found: Resolved[] = [];
  for (const candidate of own) {
    found.push(resolve(candidate, names));
    if (candidate.mentions.length === 0 || candidate.isNested === true) continue;
    names.note(candidate.mentions);
    if (candidate.grade === 'mental') continue;
    memory.last = candidate.mentions;
    memory.paragraph = number;
  }
  const subject = sentenceSubject(body, unit);
  if (subject !== undefined) names.note(subject);
  unit.items.forEach((item, at) => {
    if (item.quotation === undefined || claimed.has(item)) return;
    const isAlone = unit.items.every((each) => each === item || /^[.,;:!?—–-]$/.test(each.text));
    if (isWhole(item) && isNear(memory, number) && (isAlone || own.length > 0 || item.quotation.continues)) {
      const base = { rule: 'F1', score: 0.7, mentions: memory.last, attribution: null };
      const made = fromStretch(unit.items, { from: at, to: at + 1 }, base);
      if (made === undefined) return;
      found.push(resolve(made, names));
      claimed.add(item);
      memory.paragraph = number;
    } else if (!isAlone && item.text.split(/\s+/).length >= 4) memory.waiting = item;
  });
  return { unit, found, claimed };
}

/** Whoever spoke in this paragraph, or the one before it, may go on. */
const isNear = ({ last, paragraph }: Memory, number: number): boolean =>
  last.length > 0 && number - paragraph <= 1;

function resolve(candidate: Candidate, names: Registry): Resolved {
  const { names: speakers, principals, isNamed, isVague } = names.resolve(candidate.mentions);
  const isRumour = candidate.grade === 'indirect' && !isNamed && isVague;
  return {
    ...candidate,
    ...(isRumour ? { grade: 'rumour' as const } : {}),
    speakers,
    principals,
    isNamed,
    toWhom: names.resolve(candidate.addressees).names,
  };
}

/** The subject of the first verb, which a pronoun in the next sentence may mean. */
function sentenceSubject(body: string, { items }: Unit): readonly Mention[] | undefined {
  const verb = items.findIndex((_, at) => at > 0 && isFiniteVerb(items, at));
  const mentions = verb < 0 ? undefined : subjectBefore(body, items, verb)?.mentions;
  return mentions?.every(({ isNamed, kind }) => isNamed && (kind === 'person' || kind === 'body'))
    ? mentions
    : undefined;
}

// The rule-based suggester: reads a document once, from top to bottom, and proposes statements with the rule of each.
import { anchorAt } from '../documents/anchor.ts';
import type { Codebook } from '../types/codebook.ts';
import type { Document } from '../types/document.ts';
import type { Statement } from '../types/statement.ts';
import type { Suggester } from '../types/suggester.ts';
import type { Candidate } from './candidate.ts';
import { conceptFinder, conditionOf, datesIn, hedgesIn, kindOf, loadedIn, stanceOf } from './coding.ts';
import type { Heard, Resolved } from './heard.ts';
import { heardIn } from './heard.ts';
import { isBodyName, personalName } from './names.ts';
import { ownParty } from './own-party.ts';
import type { Unit } from './reading/units.ts';
import { registry } from './registry.ts';
import { authorRules, voiceOf } from './rules/author-rules.ts';

/** How much of a body is looked at, in UTF-16 units: of a longer one the rest is left out, and that is said. */
export const longestRead = 6_000_000;

/** By this many sentences it is plain whether a text argues or reports. */
const telling = 300;

/**
 * Proposes the statements of a document by rules alone.                                Rules [SUG1] to [SUG17].
 *
 * Every span is verbatim, none is a quotation of irony, stance is a guess for a person to look at, and `rule` says
 * which rule made it.
 * @complexity O(length); about 10 ms for 5,000 characters
 */
export const suggestByRules: Suggester = (document, codebook, watch) => {
  const body = document.body.length > longestRead ? document.body.slice(0, longestRead) : document.body;
  const names = registry(fullNames(body), codebook);
  const take = taker(document, codebook, body);
  const units = heardIn(body, names, ownParty(document), watch);
  const first: Heard[] = [];
  let next = units.next();
  for (; next.done !== true && first.length < telling; next = units.next()) first.push(next.value);
  const reported = first.filter(({ found }) => found.length > 0).length;
  const voice = voiceOf(body, reported, first.length, document.genre);
  const statements: Statement[] = [];
  const add = ({ unit, found, claimed }: Heard): void => {
    const own = authorRules(body, unit, claimed, voice).map(byAuthor);
    const all = [...found, ...own].sort((a, b) => a.start - b.start || b.end - a.end);
    let outer: Statement | undefined;
    for (const one of withoutDoubles(all)) {
      const statement = take(unit, one, statements.length + 1, outer);
      if (one.isNested !== true) outer = statement;
      statements.push(statement);
    }
  };
  for (const heard of first) add(heard);
  for (; next.done !== true; next = units.next()) add(next.value);
  return { statements, read: next.value, truncated: next.value < document.body.length };
};

const byAuthor = (candidate: Candidate): Resolved => ({
  ...candidate,
  speakers: [],
  principals: [],
  isNamed: candidate.grade !== 'rumour',
  toWhom: [],
});

/** Of proposals that cover the same words, the surer one. */
function withoutDoubles(all: readonly Resolved[]): readonly Resolved[] {
  return all.filter((one, index) =>
    all.every((other, place) => {
      if (place === index) return true;
      const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      const isSame = shared > 0.7 * Math.max(one.end - one.start, other.end - other.start);
      return !isSame || one.score > other.score || (one.score === other.score && index < place);
    }),
  );
}

/** Turns a proposal into a statement, with all that is coded of it. */
function taker(
  document: Document,
  codebook: Codebook,
  body: string,
): (unit: Unit, one: Resolved, number: number, outer: Statement | undefined) => Statement {
  const concepts = conceptFinder(codebook);
  const author = document.author ?? document.outlet?.split(/ \(|, /)[0] ?? 'author';
  return (unit, one, number, outer) => {
    const { start, end, grade, rule, attribution } = one;
    const text = body.slice(start, end);
    const guesses = concepts(text, body.slice(unit.start, Math.min(unit.end, unit.start + 2000)));
    const [best] = guesses;
    const concept = best !== undefined && best.score >= 0.4 ? best.concept : null;
    const condition = conditionOf(text);
    const isOwn = grade === 'author' || grade === 'mental';
    const speaker = isOwn ? [author] : one.speakers;
    const ofAnother = isOwn && one.speakers.length > 0;
    return {
      id: `${document.id}-${number}`,
      document: document.id,
      ...anchorAt(document.body, start, end),
      speaker,
      holder: ofAnother ? one.speakers : one.principals.length > 0 ? one.principals : speaker,
      addressee: one.toWhom,
      grade,
      quoted: one.quoted,
      source: isOwn ? 'author' : one.isNamed ? 'named' : 'unnamed',
      kind: kindOf(text, one.kind),
      concept,
      concepts: guesses,
      stance: stanceOf(text, condition, concept),
      condition,
      hedges: hedgesIn(body, start, end),
      loaded: loadedIn(body, start, end),
      attribution:
        attribution === null
          ? null
          : { ...attribution, text: body.slice(attribution.start, attribution.end) },
      within: one.isNested === true && outer !== undefined ? outer.id : null,
      dates: datesIn(body, unit.start, unit.end, document.date),
      coder: 'rules',
      origin: `rule:${rule}`,
      rule,
      score: Math.round(one.score * 100) / 100,
      status: 'suggested',
      history: [],
    };
  };
}

const namePattern =
  /\p{Lu}[\p{L}'’]+(?:-\p{Lu}\p{L}+)*(?:[ \t]+(?:(?:van|von|der|de|del|di|da|al|bin|ibn)[ \t]+)?\p{Lu}[\p{L}.'’-]*)+/gu;

/** Every personal name of two words or more in a text. */
function* fullNames(body: string): Generator<string> {
  for (const [run] of body.matchAll(namePattern)) {
    const name = personalName(run.split(/[ \t]+/).map((word) => word.replace(/['’]s$|[.,]$/u, '')));
    if (name?.includes(' ') && name.split(' ').length <= 4 && !isBodyName(name) && !isAdjective(name))
      yield name;
  }
}

/** "Western Kiev", "Northern Ireland": the first word is no first name. */
const isAdjective = (name: string): boolean =>
  /^(?:North|South|East|West|New|\p{L}+ern|\p{L}{3,}(?:ish|ese)|\p{L}{4,}(?:ean|ian|can)) /u.test(name) &&
  !/^(?:Christian|Adrian|Sebastian|Vivian|Lillian|Florian|Damian|Duncan|Sean) /.test(name);

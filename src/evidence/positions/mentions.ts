// Takes from statements what positions and networks are made of: one actor, one concept, one stance, one day.
import type { Stance, Statement } from '../types/statement.ts';
import { dateOfDay, dayOf, isoWeekNumber, weekOf } from './calendar.ts';

/** One actor takes one position on one concept in one statement. */
export interface Mention {
  /** Id of the statement. */
  readonly statement: string;
  readonly document: string;
  readonly actor: string;
  readonly concept: string;
  readonly stance: Stance;
  /** Of the document's date; null where it is not known to the day. */
  readonly day: number | null;
}

/**
 * The mentions of statements that have a concept and an actor: a statement of two holders is two mentions.
 *                                                                                                  Rule [POS1].
 * @param dates - ISO dates by id of the document
 * @param by - whether the actor is who holds the stance or who speaks
 * @param nameOf - under which name an actor counts, as `rollUp` has it
 */
export function mentionsOf(
  statements: readonly Statement[],
  dates: ReadonlyMap<string, string>,
  by: 'holder' | 'speaker' = 'holder',
  nameOf: (actor: string) => string = (actor) => actor,
): readonly Mention[] {
  return statements.flatMap((each) => {
    const { id, document, concept, stance } = each;
    if (concept === null) return [];
    const day = dayOf(dates.get(document) ?? '');
    return [...new Set(each[by].map(nameOf))].map((actor) => ({
      statement: id,
      document,
      actor,
      concept,
      stance,
      day,
    }));
  });
}

export const duplicatePolicies = [
  'include',
  'document',
  'week',
  'month',
  'year',
  'across',
  'dna-week',
  'dna-month',
] as const;
/**
 * How often the same actor, concept and stance counts: each time; once in a document, calendar week, month or year; or
 * once at all. `dna-week` and `dna-month` are as DNA 3.1 has them: by the number of the week or the month alone, so
 * that March of one year is March of any other.
 */
export type DuplicatePolicy = (typeof duplicatePolicies)[number];

/**
 * Leaves out mentions that repeat one before them.                                                 Rule [POS2].
 *
 * A mention without a day is its own period, so that nothing is left out by a guess.
 * @param compareStance - whether the same concept with another stance is something else
 * @complexity O(mentions)
 */
export function withoutDuplicates(
  mentions: readonly Mention[],
  policy: DuplicatePolicy,
  compareStance: boolean,
): readonly Mention[] {
  if (policy === 'include') return mentions;
  const seen = new Set<string>();
  return mentions.filter((each) => {
    const key = JSON.stringify([
      each.actor,
      each.concept,
      compareStance ? each.stance : null,
      periodOf(each, policy),
    ]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function periodOf(
  { document, statement, day }: Mention,
  policy: Exclude<DuplicatePolicy, 'include'>,
): string | number {
  if (policy === 'across') return 0;
  if (policy === 'document') return document;
  if (day === null) return `${document} ${statement}`;
  const date = dateOfDay(day);
  switch (policy) {
    case 'week':
      return weekOf(day);
    case 'month':
      return date.slice(0, 7);
    case 'year':
      return date.slice(0, 4);
    case 'dna-week':
      return isoWeekNumber(day);
    case 'dna-month':
      return date.slice(5, 7);
  }
}

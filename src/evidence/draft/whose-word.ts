// Decides whose word a premise about a decision maker rests on.
import type { Word } from '../../model/index.ts';
import type { Statement } from '../types/statement.ts';
import type { Actors } from './options.ts';

/**
 * The party's own where one of its people speaks; the adversary's where somebody of another decision maker does; else
 * a third party's. What the author says, or makes somebody think, is the author's word; so is what nobody is named
 * for, except that an author cannot vouch in this way for its own side.                          Rule [DRA8].
 * @param author - the author's decision maker, if it speaks for one
 */
export function wordOf(
  { source, grade, speaker }: Statement,
  decisionMaker: string,
  author: string | undefined,
  { decisionMaker: sideOf }: Actors,
): Word {
  const isNobodys = source === 'unnamed' || grade === 'rumour' || speaker.length === 0;
  const isAuthors = source === 'author' || grade === 'author' || grade === 'mental';
  const sides = isNobodys || isAuthors ? [author] : speaker.map(sideOf);
  if (sides.includes(decisionMaker)) return isNobodys ? 'third' : 'own';
  return sides.some((side) => side !== undefined) ? 'adversary' : 'third';
}

/** Of several statements the one nearest to the party counts: where it says so itself, no adversary is needed. */
export function nearestWord(words: readonly Word[]): Word {
  return (['own', 'third', 'adversary'] as const).find((word) => words.includes(word)) ?? 'third';
}

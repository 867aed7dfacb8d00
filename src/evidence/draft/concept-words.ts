// Finds the concept that some words name, by the keywords of the codebook, each word by its beginning.
import type { Codebook } from '../types/codebook.ts';
import type { Literal, Options } from './options.ts';

/** What words name: an option, and whether they deny it. */
export type ReadWords = (text: string) => Literal | undefined;

const denial =
  /\b(?:not|no|never|neither|nor|without|cannot|stops?|stopped|stopping|ceas\w+|halt\w*|ends?|ended|ending|refus\w+|abandon\w*|give[sn]? up|gave up|drop(?:s|ped)?)\b|n['’]t\b/i;

/**
 * The option that words name: of all concepts with an option the one with the longest phrase that is found, denied
 * where a word beside the phrase denies it. Nothing where none is found or two different ones fit as well. Rule [DRA6].
 */
export function conceptWords({ concepts }: Codebook, { literal }: Options): ReadWords {
  const known = concepts.flatMap((concept) => {
    const meant = literal(concept.id);
    const phrases = [concept.name, ...concept.keywords].filter((phrase) => /\p{L}/u.test(phrase));
    return meant === undefined
      ? []
      : phrases.map((phrase) => ({ meant, length: phrase.length, pattern: patternOf(phrase) }));
  });
  return (text) => {
    let best: { readonly meant: Literal; readonly length: number; readonly rest: string } | undefined;
    let isTied = false;
    for (const { meant, length, pattern } of known) {
      const match = pattern.exec(text);
      if (match === null || length < (best?.length ?? 0)) continue;
      const isSame = best?.meant.key === meant.key && best.meant.isTaken === meant.isTaken;
      isTied = best !== undefined && length === best.length && !isSame;
      best = { meant, length, rest: text.slice(0, match.index) + text.slice(match.index + match[0].length) };
    }
    if (best === undefined || isTied) return undefined;
    return denial.test(best.rest) ? { ...best.meant, isTaken: !best.meant.isTaken } : best.meant;
  };
}

/** Each word by its beginning, one after the other, with at most one word between. */
function patternOf(phrase: string): RegExp {
  const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
  const beginnings = words.map((word) => `${word}[\\p{L}\\p{N}]*`);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${beginnings.join('[^\\p{L}\\p{N}]+(?:[\\p{L}\\p{N}]+[^\\p{L}\\p{N}]+)?')}`,
    'iu',
  );
}

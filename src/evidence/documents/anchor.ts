// Makes what a statement keeps of its place, and finds the place again in a changed text: exactly, or not at all.
import { ImpasseError } from '../../base/index.ts';
import type { Anchor } from '../types/span.ts';

/** How much text is kept on each side, in UTF-16 units. */
export const contextLength = 32;

/**
 * The anchor of a stretch.                                                                    Rule [DOC1].
 * @throws ImpasseError E2001 where the stretch is outside the body
 * @complexity O(length of the stretch)
 * @example anchorAt('We will not go.', 3, 7).text // => 'will'
 */
export function anchorAt(body: string, start: number, end: number): Anchor {
  if (start < 0 || end < start || end > body.length)
    throw new ImpasseError('E2001', 'a span is outside the body', { start, end, length: body.length });
  return {
    start,
    end,
    text: body.slice(start, end),
    prefix: body.slice(Math.max(0, start - contextLength), start),
    suffix: body.slice(end, end + contextLength),
  };
}

/**
 * What became of an anchor in another text: it stands where it stood; it moved, verbatim, and nothing else fits as
 * well; its text is there with other spaces or quotation marks; several places fit; none does. Only the first three
 * have a new place, and whoever asks decides whether to take it.
 */
export type Reanchored =
  | { readonly outcome: 'same' | 'moved' | 'altered'; readonly anchor: Anchor }
  | { readonly outcome: 'ambiguous'; readonly places: readonly number[] }
  | { readonly outcome: 'lost' };

const mostPlaces = 1000;

/**
 * Looks for an anchor in a changed body.                                                 Rules [DOC6], [DOC7].
 * @complexity O(length of the body) for each place that fits, at most 1,000 of them
 */
export function reanchor(anchor: Anchor, body: string): Reanchored {
  const { start, end, text, prefix, suffix } = anchor;
  const isHere = body.slice(start, end) === text;
  if (isHere && body.slice(0, start).endsWith(prefix) && body.startsWith(suffix, end))
    return { outcome: 'same', anchor: anchorAt(body, start, end) };
  if (text === '') return { outcome: 'lost' };
  const places: number[] = [];
  for (let at = body.indexOf(text); at >= 0 && places.length < mostPlaces; at = body.indexOf(text, at + 1))
    places.push(at);
  if (places.length === 0) return altered(anchor, body);
  const fits = places.map((at) => ({ at, fit: alike(body, at, at + text.length, prefix, suffix) }));
  const best = Math.max(...fits.map(({ fit }) => fit));
  const chosen = fits.filter(({ fit }) => fit === best);
  const [only] = chosen;
  if (only === undefined || chosen.length > 1)
    return { outcome: 'ambiguous', places: chosen.map(({ at }) => at) };
  // A short text that fits in letters alone may be any other occurrence of common words.
  if (best === 0 && prefix + suffix !== '' && text.length < contextLength)
    return { outcome: 'ambiguous', places };
  return {
    outcome: only.at === start ? 'same' : 'moved',
    anchor: anchorAt(body, only.at, only.at + text.length),
  };
}

/** How many units of the context agree, counted from the stretch outwards. */
function alike(body: string, start: number, end: number, prefix: string, suffix: string): number {
  let before = 0;
  while (before < prefix.length && body[start - 1 - before] === prefix[prefix.length - 1 - before])
    before += 1;
  let after = 0;
  while (after < suffix.length && body[end + after] === suffix[after]) after += 1;
  return before + after;
}

/** The text with other spaces, dashes or quotation marks, in one place only. */
function altered({ text }: Anchor, body: string): Reanchored {
  const { folded, origins } = fold(body);
  const wanted = fold(text).folded.trim();
  if (wanted === '') return { outcome: 'lost' };
  const first = folded.indexOf(wanted);
  if (first < 0) return { outcome: 'lost' };
  const second = folded.indexOf(wanted, first + 1);
  if (second >= 0)
    return { outcome: 'ambiguous', places: [origins[first] as number, origins[second] as number] };
  const last = first + wanted.length - 1;
  return {
    outcome: 'altered',
    anchor: anchorAt(body, origins[first] as number, (origins[last] as number) + 1),
  };
}

function fold(text: string): { readonly folded: string; readonly origins: readonly number[] } {
  const letters: string[] = [];
  const origins: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    const plain = /\s/.test(letter)
      ? ' '
      : /[“”„«»]/.test(letter)
        ? '"'
        : /[‘’‚]/.test(letter)
          ? "'"
          : /[–—−]/.test(letter)
            ? '-'
            : letter;
    if (plain === ' ' && letters.at(-1) === ' ') continue;
    letters.push(plain);
    origins.push(at);
  }
  return { folded: letters.join(''), origins };
}

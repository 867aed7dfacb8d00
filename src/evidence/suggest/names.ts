// Turns the words that name a speaker into a name: strips titles, finds the fullest form, tells persons from bodies.
import { bodyNouns, openers, organisationWords, personNouns, titles, unnamedNouns } from './lexicon/names.ts';

/** What a mention of somebody is. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** As short as it can stand: without title and article. */
  readonly name: string;
  readonly kind: 'person' | 'body' | 'role' | 'pronoun';
  readonly isPlural: boolean;
  /** It says who, not merely what sort of person. */
  readonly isNamed: boolean;
  /** It is one of those who are usually not named: an official, a source, an analyst. */
  readonly isVague?: true;
  /** A title stands before the name. */
  readonly isTitled?: true;
  /** The body for which a spokesperson speaks. */
  readonly onBehalfOf?: string;
}

const particles = new Set(
  'van von der den de del della di da dos la le al el bin ibn ben abu ter ten du'.split(' '),
);
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
const hasLowerRest = (word: string): boolean => /^\p{Lu}[\p{Ll}.'’-]/u.test(word);

/** The words of a text with letters, digits and what joins them. */
export function wordsOf(text: string): string[] {
  return (
    text
      .match(/[\p{L}\p{N}][\p{L}\p{N}.'’&-]*/gu)
      ?.map((word) =>
        word.replace(/(?:['’]s?|[.])$/u, (end) => (/^\p{Lu}\.(?:\p{Lu}\.)*$/u.test(word) ? end : '')),
      ) ?? []
  );
}

/**
 * The personal name at the end of a noun phrase: "Deputy Harbour Master Jane Doe" → "Jane Doe".
 * @returns nothing where the phrase ends in no capitalised words but titles
 * @example personalName(['Mayor', 'Jane', 'Doe']) // => 'Jane Doe'
 */
export function personalName(words: readonly string[]): string | undefined {
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] as string;
    const isParticle = particles.has(word.toLowerCase()) && from < words.length;
    if (!isParticle && !isCapital(word)) break;
    from -= 1;
  }
  while (
    from < words.length &&
    particles.has((words[from] as string).toLowerCase()) &&
    !isCapital(words[from] as string)
  )
    from += 1;
  let name = words.slice(from);
  const lastTitle = name.findLastIndex((word) => titles.has(word.toLowerCase().replace(/\.$/, '')));
  if (lastTitle >= 0) name = name.slice(lastTitle + 1);
  if (lastTitle < 0 && name.length > 1 && openers.has((name[0] as string).toLowerCase()))
    name = name.slice(1);
  return name.length === 0 ? undefined : name.join(' ');
}

/** Is it the name of a body, of a place or an acronym, and not of a person? */
export function isBodyName(name: string): boolean {
  const words = name.split(' ');
  if (words.some((word) => organisationWords.has(word.toLowerCase()))) return true;
  return words.length === 1 && /^[\p{Lu}\d.&-]{2,}$/u.test(name);
}

/** "a judge on Tuesday": when it was is no part of who it was. */
const whenBehind =
  /\s+(?:(?:on|in|at|late|early|since|until|by)\s+)?(?:(?:last|this|next|late|early)\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|(?:jan|febr)uary|march|april|june|july|august|(?:septem|octo|novem|decem)ber|\d{4}|week|month|year|morning|evening|afternoon|night)(?:\s+(?:morning|evening|afternoon|night|\d{1,4}))*$/i;

/**
 * What a noun phrase names.
 * @param phrase - its text, without marks at the ends
 */
export function mentionOf(given: string, start: number, end: number): Mention | undefined {
  const phrase = given.replace(whenBehind, '');
  const words = wordsOf(phrase);
  if (words.length === 0) return undefined;
  const lower = words.map((word) => word.toLowerCase());
  const first = lower[0] as string;
  const span = { start, end };
  if (words.length === 1 && /^(?:he|she|they|it|we|i|you)$/.test(first))
    return {
      ...span,
      name: first,
      kind: 'pronoun',
      isPlural: first === 'they' || first === 'we',
      isNamed: false,
    };
  const spokesAt = lower.findIndex((word) => /^spokes(?:man|woman|person|men|people)$/.test(word));
  const onBehalfOf = spokesAt < 0 ? undefined : principal(words, lower, spokesAt);
  const extra = onBehalfOf === undefined ? {} : { onBehalfOf };
  const name = affiliated(words) ?? personalName(words);
  const isBody = name !== undefined && isBodyName(name);
  const isPlace =
    name !== undefined &&
    / of | for | in | at /.test(` ${lower.slice(0, -name.split(' ').length).join(' ')} `) &&
    !hasTitleBefore(lower, name);
  if (name !== undefined && !isPlace && hasLowerRestAll(name)) {
    // "the Foreign Ministry" is a body whose name is the whole phrase.
    const titled = titles.has(lower.at(-name.split(' ').length - 1) ?? '')
      ? ({ isTitled: true } as const)
      : {};
    const whole = isBody ? trimArticle(words).join(' ') : name;
    return {
      ...span,
      name: whole,
      kind: isBody ? 'body' : 'person',
      isPlural: false,
      isNamed: true,
      ...titled,
      ...extra,
    };
  }
  const trimmed = trimArticle(words);
  const head = headOf(lower);
  const isPlural = /[^s]s$|people|media|men$|police/.test(head);
  const isIndefinite =
    /^(?:a|an|some|many|several|most|other|others|unnamed|anonymous|one|two|three|few)$/.test(first);
  const hasName = words.slice(1).some((word) => isCapital(word));
  const isPerson = personNouns.has(head);
  const isDefinite = /^(?:the|both|his|her|its|their|our)$/.test(first) || !isPlural;
  // "the two leaders" are somebody; "some leaders", and officials and sources of any kind, are not.
  const isVague =
    unnamedNouns.has(head) ||
    (isPlural && isPerson && /^(?:some|many|several|other|others|unnamed)$/.test(first));
  const isNamed =
    (!isIndefinite && isDefinite && !isVague && (isPerson || bodyNouns.has(head) || hasName)) ||
    (name !== undefined && isBody);
  return {
    ...span,
    name: trimmed.join(' '),
    kind: isPerson ? 'role' : 'body',
    isPlural,
    isNamed,
    ...(isVague ? { isVague } : {}),
    ...extra,
  };
}

/** "Jane Doe of the Institute": the name before the preposition, where it is one of two words or more. */
function affiliated(words: readonly string[]): string | undefined {
  const at = words.findIndex((word, index) => index > 0 && /^(?:of|from|at|with)$/.test(word));
  if (at < 2) return undefined;
  const name = personalName(words.slice(0, at));
  return name?.includes(' ') && !isBodyName(name) ? name : undefined;
}

function hasLowerRestAll(name: string): boolean {
  return name.split(' ').some((word) => hasLowerRest(word) || /^[\p{Lu}\d.&-]{2,}$/u.test(word));
}

/** Is the name in "head of X" that of a person: does a title stand right before it? */
function hasTitleBefore(lower: readonly string[], name: string): boolean {
  const before = lower[lower.length - name.split(' ').length - 1];
  return (before !== undefined && titles.has(before)) || name.split(' ').length > 1;
}

function trimArticle(words: readonly string[]): readonly string[] {
  return /^(?:the|a|an|both|his|her|its|their)$/i.test(words[0] ?? '') && words.length > 1
    ? words.slice(1)
    : words;
}

/** The noun that a phrase is about: the last one before a preposition. */
export function headOf(lower: readonly string[]): string {
  const stop = lower.findIndex(
    (word, index) =>
      index > 0 && /^(?:of|for|in|at|on|from|with|to|who|which|close|familiar|involved)$/.test(word),
  );
  const phrase = stop < 0 ? lower : lower.slice(0, stop);
  return phrase.findLast((word) => personNouns.has(word) || bodyNouns.has(word)) ?? phrase.at(-1) ?? '';
}

function principal(words: readonly string[], lower: readonly string[], at: number): string | undefined {
  if (/^(?:for|of)$/.test(lower[at + 1] ?? '')) {
    const rest = words.slice(at + 2);
    return trimArticle(rest).join(' ') || undefined;
  }
  const before = trimArticle(words.slice(0, at));
  return before.length === 0 || before.every((word) => !isCapital(word) && !bodyNouns.has(word.toLowerCase()))
    ? undefined
    : before.join(' ').replace(/['’]s$/, '');
}

// Keeps who has been named, so that a surname, a pronoun or an alias leads to one name.
import type { Actor, Codebook } from '../types/codebook.ts';
import type { Mention } from './names.ts';

/** Resolves mentions in the order of the text. */
export interface Registry {
  /** Notes a mention as the last to speak or act. */
  readonly note: (mentions: readonly Mention[]) => void;
  /** Names, or ids of actors; empty where a pronoun leads to nobody. */
  readonly resolve: (mentions: readonly Mention[]) => Resolved;
}

export interface Resolved {
  readonly names: readonly string[];
  /** The bodies that spokespersons speak for, where there are any. */
  readonly principals: readonly string[];
  readonly isNamed: boolean;
  /** Nobody but those who are usually not named. */
  readonly isVague: boolean;
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:the|a|an)\s+/, '')
    .replace(/['’]s?$/, '');

/**
 * A registry over the names of a document.                                                   Rule [SUG6].
 * @param names - every name of more than one word in the document
 */
export function registry(names: Iterable<string>, codebook: Codebook): Registry {
  const full = new Map<string, string | null>();
  for (const name of names) {
    const words = name.split(' ');
    if (words.length < 2) continue;
    for (const word of [words[0] as string, words.at(-1) as string, words.slice(1).join(' ')]) {
      const key = fold(word);
      const known = full.get(key);
      if (known === undefined || known === name) full.set(key, name);
      else if (known !== null && (known.endsWith(name) || name.endsWith(known)))
        full.set(key, known.length >= name.length ? known : name);
      else if (
        fold(words.at(-1) as string) === key &&
        known !== null &&
        fold(known.split(' ').at(-1) as string) !== key
      )
        full.set(key, name);
      else full.set(key, null);
    }
  }
  const actors = actorIndex(codebook.actors);
  let person: Mention | undefined;
  let body: Mention | undefined;
  let group: readonly Mention[] = [];

  const nameOf = (mention: Mention): string => {
    const fuller = mention.name.includes(' ') ? mention.name : (full.get(fold(mention.name)) ?? mention.name);
    return actors.get(fold(fuller)) ?? actors.get(fold(mention.name)) ?? fuller;
  };

  /** A lone capitalised word is a person where the text has it as somebody's surname, else a place or a body. */
  const withKind = (mention: Mention): Mention =>
    mention.kind === 'person' &&
    !mention.name.includes(' ') &&
    (full.get(fold(mention.name)) ?? null) === null &&
    !mention.isTitled
      ? { ...mention, kind: 'body' }
      : mention;

  const antecedents = (mention: Mention): readonly Mention[] => {
    if (mention.kind !== 'pronoun') return [mention];
    if (/^(?:he|she)$/.test(mention.name)) return person === undefined ? [] : [person];
    if (mention.name === 'it') return body === undefined ? [] : [body];
    if (mention.name === 'they') return group.length > 0 ? group : body === undefined ? [] : [body];
    return [];
  };

  return {
    note: (mentions) => {
      const real = mentions.filter(({ kind }) => kind !== 'pronoun').map(withKind);
      const single = real.length === 1 ? real[0] : undefined;
      if (real.length > 1) group = real;
      if (single?.isPlural) group = real;
      else if (single !== undefined && single.kind !== 'body') person = single;
      else if (single !== undefined) body = single;
      if (real.length > 1) person = real.findLast(({ kind }) => kind === 'person') ?? person;
    },
    resolve: (mentions) => {
      const found = mentions.flatMap((mention) => antecedents(mention));
      const kept = [...new Set(found.map(nameOf))];
      return {
        names: kept,
        principals: [
          ...new Set(
            found.flatMap(({ onBehalfOf }) =>
              onBehalfOf === undefined ? [] : [actors.get(fold(onBehalfOf)) ?? onBehalfOf],
            ),
          ),
        ],
        isNamed: found.some(({ isNamed }) => isNamed),
        isVague: found.every((mention) => mention.isVague === true && mention.isPlural),
      };
    },
  };
}

/** Ids by name, alias and metonym; a surname too, where it is one actor's alone. */
function actorIndex(actors: readonly Actor[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  const surnames = new Map<string, string | null>();
  for (const { id, name, aliases, metonyms } of actors) {
    for (const each of [name, ...aliases, ...metonyms, id])
      if (!index.has(fold(each))) index.set(fold(each), id);
    const last = fold(name.split(' ').at(-1) as string);
    if (name.includes(' ')) surnames.set(last, surnames.has(last) && surnames.get(last) !== id ? null : id);
  }
  for (const [surname, id] of surnames) if (id !== null && !index.has(surname)) index.set(surname, id);
  return index;
}

// Changes the entries of a codebook as an edit asks, and everything in it that refers to them.
import type { Actor, Codebook, CodebookConcept } from '../types/codebook.ts';
import type { CodebookEdit, What } from './edit.ts';

/** An actor or a concept. */
export type Entry = Actor | CodebookConcept;

/** The entries that an edit is about. */
export const entriesOf = (codebook: Codebook, what: What): readonly Entry[] =>
  what === 'actor' ? codebook.actors : codebook.concepts;

type Mapping = (id: string) => string;

/** The codebook after an edit that it allows. */
export function codebookAfter(codebook: Codebook, edit: CodebookEdit): Codebook {
  return edit.what === 'actor' ? withActors(codebook, edit) : withConcepts(codebook, edit);
}

function withActors(codebook: Codebook, edit: CodebookEdit): Codebook {
  const mapped = referencesOf(edit);
  const actors = entriesAfter(codebook.actors, edit, mergedActor, (id, name) => ({
    id,
    name,
    aliases: [],
    metonyms: [],
    memberOf: [],
    roles: [],
  })).map((actor) => {
    const memberOf = actor.memberOf.map(mapped).filter((id) => id !== actor.id);
    return { ...actor, memberOf: [...new Set(memberOf)] };
  });
  return { ...codebook, actors };
}

function withConcepts(codebook: Codebook, edit: CodebookEdit): Codebook {
  const mapped = referencesOf(edit);
  const concepts = entriesAfter(codebook.concepts, edit, mergedConcept, (id, name) => ({
    id,
    name,
    keywords: [],
  })).map(({ parent, opposite, ...concept }): CodebookConcept => {
    const other = (id: string | undefined): string | undefined =>
      id === undefined || mapped(id) === concept.id ? undefined : mapped(id);
    const [above, against] = [other(parent), other(opposite)];
    return {
      ...concept,
      ...(above === undefined ? {} : { parent: above }),
      ...(against === undefined ? {} : { opposite: against }),
    };
  });
  return { ...codebook, concepts };
}

/** Which ids within the codebook become which. */
function referencesOf(edit: CodebookEdit): Mapping {
  if (edit.kind === 'rename') return (id) => (id === edit.id ? edit.to : id);
  if (edit.kind === 'merge') return (id) => (edit.ids.includes(id) ? edit.into : id);
  return (id) => id;
}

function entriesAfter<T extends Entry>(
  entries: readonly T[],
  edit: CodebookEdit,
  merged: (into: T, others: readonly T[]) => T,
  made: (id: string, name: string) => T,
): readonly T[] {
  switch (edit.kind) {
    case 'rename':
      return entries.map((each) =>
        each.id === edit.id
          ? // A name that was only the id follows it.
            { ...each, id: edit.to, name: edit.name ?? (each.name === each.id ? edit.to : each.name) }
          : each,
      );
    case 'merge': {
      const others = entries.filter(({ id }) => id !== edit.into && edit.ids.includes(id));
      return entries
        .filter((each) => !others.includes(each))
        .map((each) => (each.id === edit.into ? merged(each, others) : each));
    }
    case 'split':
      return [...entries, ...edit.into.map(({ id, name }) => made(id, name))];
    case 'recode':
      return entries;
  }
}

const together = (lists: readonly (readonly string[])[], without: string): readonly string[] =>
  [...new Set(lists.flat())].filter((each) => each !== without);

function mergedActor(into: Actor, others: readonly Actor[]): Actor {
  const all = [into, ...others];
  const maker = all.find(({ decisionMaker }) => decisionMaker !== undefined)?.decisionMaker;
  return {
    ...into,
    aliases: together(
      all.map(({ name, aliases }) => [...aliases, name]),
      into.name,
    ),
    metonyms: together(
      all.map(({ metonyms }) => metonyms),
      into.name,
    ),
    memberOf: together(
      all.map(({ memberOf }) => memberOf),
      into.id,
    ),
    roles: all.flatMap(({ roles }) => roles),
    ...(maker === undefined ? {} : { decisionMaker: maker }),
  };
}

/** The option of the one that stays counts; it is taken over from another only where it has none. */
function mergedConcept(into: CodebookConcept, others: readonly CodebookConcept[]): CodebookConcept {
  const all = [into, ...others];
  const mapped = all.find(({ option }) => option !== undefined);
  return {
    ...into,
    keywords: [...new Set(all.flatMap(({ keywords }) => keywords))],
    ...(mapped?.option === undefined ? {} : { option: mapped.option }),
    ...(mapped?.value === undefined ? {} : { value: mapped.value }),
  };
}

/** Ids of entries that come, go or change. */
export function difference(
  before: readonly Entry[],
  after: readonly Entry[],
): {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly altered: readonly string[];
} {
  const [was, is] = [
    new Map(before.map((each) => [each.id, each])),
    new Map(after.map((each) => [each.id, each])),
  ];
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    altered: [...is]
      .filter(([id, each]) => was.has(id) && !sameEntry(was.get(id) as Entry, each))
      .map(([id]) => id),
  };
}

/** Equal fields, in whatever order. */
function sameEntry(a: Entry, b: Entry): boolean {
  const sorted = (entry: Entry): string =>
    JSON.stringify(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)));
  return sorted(a) === sorted(b);
}

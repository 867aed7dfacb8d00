// Leads from a concept of the codebook to an option of a decision maker, and from a name to a decision maker.
import { isId } from '../../model/index.ts';
import type { Actor, Codebook, CodebookConcept } from '../types/codebook.ts';
import type { CaseFrame, FrameDecisionMaker, Unused } from './frame.ts';

/** An option, taken or not. */
export interface Literal {
  /** As expressions name the option. */
  readonly key: string;
  readonly owner: string;
  readonly isTaken: boolean;
}

export const negated = (literal: Literal): Literal => ({ ...literal, isTaken: !literal.isTaken });
export const textOf = ({ key, isTaken }: Literal): string => (isTaken ? key : `!${key}`);

/** What concepts mean in terms of options. */
export interface Options {
  readonly decisionMakers: readonly FrameDecisionMaker[];
  /** What support for a concept means; nothing where it has no option, or the option no owner. */
  readonly literal: (concept: string) => Literal | undefined;
  readonly unused: readonly Unused[];
  /** All keys, in the order of the case. */
  readonly keys: readonly string[];
}

/**
 * Options with their owners. The case says whose an option is; one that it does not have is `decisionMaker.option`
 * in the codebook. A concept with no option of its own is the opposite of its `opposite`.            Rule [DRA1].
 */
export function optionsOf({ decisionMakers: declared }: CaseFrame, { actors, concepts }: Codebook): Options {
  const owners = new Map(declared.map((dm) => [dm.id, { ...dm, options: [...dm.options] }]));
  const owned = new Map<string, { readonly owner: string; readonly id: string }>();
  for (const { option, name } of concepts) {
    if (option === undefined || owned.has(option)) continue;
    const [owner, id] = ownerOf(option, [...owners.values()]) ?? [];
    if (owner === undefined || id === undefined) continue;
    owned.set(option, { owner, id });
    const known = owners.get(owner) ?? { id: owner, name: nameOf(owner, actors), options: [] };
    owners.set(owner, known);
    if (!known.options.some((each) => each.id === id)) known.options.push({ id, name });
  }
  const decisionMakers = [...owners.values()];
  const ids = decisionMakers.flatMap(({ options }) => options.map(({ id }) => id));
  const keyOf = (owner: string, id: string): string =>
    ids.filter((each) => each === id).length > 1 ? `${owner}.${id}` : id;
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const own = ({ option, value = true }: CodebookConcept): Literal | undefined => {
    const found = option === undefined ? undefined : owned.get(option);
    return found && { key: keyOf(found.owner, found.id), owner: found.owner, isTaken: value };
  };
  const literal = (id: string): Literal | undefined => {
    const concept = byId.get(id);
    if (concept === undefined) return undefined;
    const opposite = byId.get(concept.opposite ?? '');
    const other = concept.option === undefined && opposite !== undefined ? own(opposite) : undefined;
    return own(concept) ?? (other && negated(other));
  };
  return {
    decisionMakers,
    literal,
    unused: concepts.flatMap((concept): Unused[] => {
      if (literal(concept.id) !== undefined) return [];
      return concept.option === undefined
        ? [{ concept: concept.id, reason: 'no-option', says: `the concept ${concept.id} maps to no option` }]
        : [
            {
              concept: concept.id,
              reason: 'no-owner',
              says: `no decision maker has the option ${concept.option} of the concept ${concept.id}`,
            },
          ];
    }),
    keys: decisionMakers.flatMap(({ id: owner, options }) => options.map(({ id }) => keyOf(owner, id))),
  };
}

/** The owner and the id within it: as the case has it, else as `decisionMaker.option`. */
function ownerOf(
  option: string,
  decisionMakers: readonly FrameDecisionMaker[],
): readonly [owner: string, id: string] | undefined {
  const holders = decisionMakers.filter(({ options }) => options.some(({ id }) => id === option));
  if (holders.length === 1) return [holders[0]?.id as string, option];
  const [owner = '', id = '', ...rest] = option.split('.');
  return rest.length === 0 && isId(owner) && isId(id) ? [owner, id] : undefined;
}

function nameOf(decisionMaker: string, actors: readonly Actor[]): string {
  const actor =
    actors.find(({ id }) => id === decisionMaker) ??
    actors.find((each) => each.decisionMaker === decisionMaker && each.memberOf.length === 0);
  return actor?.name ?? decisionMaker;
}

/** Who speaks for whom. */
export interface Actors {
  readonly actor: (name: string) => Actor | undefined;
  /** The decision maker that somebody speaks for, by itself or through those to whom it belongs. */
  readonly decisionMaker: (name: string) => string | undefined;
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(?:the|a|an)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Names lead to actors by id, name, alias or metonym, in any case. */
export function actorsOf({ actors }: Codebook, decisionMakers: readonly FrameDecisionMaker[]): Actors {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const index = new Map<string, Actor>();
  for (const actor of actors)
    for (const name of [actor.id, actor.name, ...actor.aliases, ...actor.metonyms])
      if (!index.has(fold(name))) index.set(fold(name), actor);
  const known = new Map(
    decisionMakers.flatMap(({ id, name }) => [[fold(name), id] as const, [fold(id), id] as const]),
  );
  const actor = (name: string): Actor | undefined => byId.get(name) ?? index.get(fold(name));
  const through = (one: Actor, seen: ReadonlySet<string>): string | undefined => {
    if (one.decisionMaker !== undefined) return one.decisionMaker;
    const own = known.get(fold(one.id)) ?? known.get(fold(one.name));
    if (own !== undefined) return own;
    for (const id of one.memberOf) {
      const body = byId.get(id);
      if (body === undefined) {
        const direct = known.get(fold(id));
        if (direct !== undefined) return direct;
      } else if (!seen.has(id)) {
        const found = through(body, new Set([...seen, id]));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  return {
    actor,
    decisionMaker: (name) => {
      const found = actor(name);
      return found === undefined ? known.get(fold(name)) : through(found, new Set([found.id]));
    },
  };
}

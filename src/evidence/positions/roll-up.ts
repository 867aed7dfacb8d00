// Says under which name an actor counts: its own, that of its group, or that of the decision maker it speaks for.
import type { Actor, Codebook } from '../types/codebook.ts';

export const actorLevels = ['own', 'group', 'decision-maker'] as const;
export type ActorLevel = (typeof actorLevels)[number];

/**
 * The name under which each actor counts.                                                         Rule [POS6].
 *
 * A group is the outermost one that is reached by the first entries of `memberOf`. A decision maker is the actor's
 * own, else that of the nearest group. An actor that the codebook does not know counts as itself.
 * @returns a function of an id, or of a name or alias in any case
 * @complexity O(actors) once, then O(depth of groups)
 */
export function rollUp({ actors }: Codebook, level: ActorLevel): (actor: string) => string {
  if (level === 'own') return (actor) => actor;
  const byId = new Map(actors.map((each) => [each.id, each]));
  const byName = new Map(
    actors.flatMap((each) => [each.name, ...each.aliases].map((name) => [name.toLowerCase(), each] as const)),
  );
  return (name) => {
    const actor = byId.get(name) ?? byName.get(name.toLowerCase());
    if (actor === undefined) return name;
    const chain = chainOf(actor, byId);
    if (level === 'group') return (chain.at(-1) as Actor).id;
    return chain.find(({ decisionMaker }) => decisionMaker !== undefined)?.decisionMaker ?? actor.id;
  };
}

/** The actor, its group, the group of that, and so on; a circle ends where it closes. */
function chainOf(actor: Actor, byId: ReadonlyMap<string, Actor>): readonly Actor[] {
  const chain = [actor];
  for (;;) {
    const next = byId.get(chain.at(-1)?.memberOf[0] ?? '');
    if (next === undefined || chain.includes(next)) return chain;
    chain.push(next);
  }
}

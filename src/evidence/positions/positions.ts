// Says who stands where: for every actor and concept, how often it is mentioned, with which stance, by which evidence.
import { grouped } from '../grouped.ts';
import type { Mention } from './mentions.ts';

/** What one actor is on record with about one concept. */
export interface Position {
  readonly actor: string;
  readonly concept: string;
  /** All mentions; the kinds of stance add up to it. */
  readonly count: number;
  readonly for: number;
  readonly against: number;
  readonly neutral: number;
  readonly conditional: number;
  /** Mentions whose stance is not coded. */
  readonly unknown: number;
  /** The mean of stances on the scale from -2 to 2; null where none is on it. */
  readonly mean: number | null;
  /** Ids of statements, each once, in the order given. */
  readonly statements: readonly string[];
  /** Ids of documents, each once: how many sources there are, however often each says it. */
  readonly documents: readonly string[];
}

/** Actors × concepts; a cell is there where there is a mention. */
export interface Positions {
  /** By falling number of mentions, then by id. */
  readonly actors: readonly string[];
  readonly concepts: readonly string[];
  /** By actor, then concept, in their order. */
  readonly cells: readonly Position[];
}

/**
 * The positions of actors.                                                                         Rule [POS3].
 *
 * Counts measure how often something was printed, not how much it matters to anybody.
 * @complexity O(mentions + cells · log cells)
 */
export function positionsOf(mentions: readonly Mention[]): Positions {
  const actors = byFrequency(mentions, ({ actor }) => actor);
  const concepts = byFrequency(mentions, ({ concept }) => concept);
  const ofActor = grouped(mentions, ({ actor }) => actor);
  const cells = actors.flatMap((actor) => {
    const onConcept = grouped(ofActor.get(actor) ?? [], ({ concept }) => concept);
    return concepts.flatMap((concept) => {
      const own = onConcept.get(concept);
      return own === undefined ? [] : [positionOf(actor, concept, own)];
    });
  });
  return { actors, concepts, cells };
}

function positionOf(actor: string, concept: string, mentions: readonly Mention[]): Position {
  const stances = mentions.map(({ stance }) => stance);
  const onScale = stances.filter((stance) => typeof stance === 'number');
  const count = (which: (stance: (typeof stances)[number]) => boolean): number =>
    stances.filter(which).length;
  return {
    actor,
    concept,
    count: mentions.length,
    for: count((stance) => typeof stance === 'number' && stance > 0),
    against: count((stance) => typeof stance === 'number' && stance < 0),
    neutral: count((stance) => stance === 0),
    conditional: count((stance) => stance === 'conditional'),
    unknown: count((stance) => stance === null),
    mean: onScale.length === 0 ? null : onScale.reduce<number>((sum, each) => sum + each, 0) / onScale.length,
    statements: [...new Set(mentions.map(({ statement }) => statement))],
    documents: [...new Set(mentions.map(({ document }) => document))],
  };
}

function byFrequency(mentions: readonly Mention[], of: (mention: Mention) => string): readonly string[] {
  return [...grouped(mentions, of)]
    .sort(([a, own], [b, other]) => other.length - own.length || (a < b ? -1 : 1))
    .map(([id]) => id);
}

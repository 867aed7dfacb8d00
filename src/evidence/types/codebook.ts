// Says what a codebook is: the actors and concepts that statements are coded with.

/** A role that an actor has, for a time. */
export interface Role {
  readonly role: string;
  readonly from?: string;
  readonly to?: string;
}

/** Somebody who speaks or holds a stance. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Other names of it, in any case. */
  readonly aliases: readonly string[];
  /** Names of places that stand for it: a capital for its government. */
  readonly metonyms: readonly string[];
  /** Ids of actors to which it belongs. */
  readonly memberOf: readonly string[];
  readonly roles: readonly Role[];
  /** The decision maker of the case that it speaks for. */
  readonly decisionMaker?: string;
}

/** Something that actors are for or against. */
export interface CodebookConcept {
  readonly id: string;
  readonly name: string;
  /** Words and phrases that point to it; each word matches by its beginning. */
  readonly keywords: readonly string[];
  readonly parent?: string;
  readonly opposite?: string;
  /** The option of the case that it maps to. */
  readonly option?: string;
  /** Whether support for the concept means that the option is taken; true where it is not said. */
  readonly value?: boolean;
}

/** Actors and concepts, each in the order of the file. */
export interface Codebook {
  readonly actors: readonly Actor[];
  readonly concepts: readonly CodebookConcept[];
}

/** A codebook that holds nothing. */
export const emptyCodebook: Codebook = { actors: [], concepts: [] };

// Reads the published conflicts that stand as data under tests/fixtures/models.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Concept, Direction, GraphModel } from '../../src/model/index.ts';
import { matches, optionModel, preorder, rankingOf, spaceWithout } from './models.ts';

type Lists = Readonly<Record<string, readonly number[]>>;

/** A conflict as it was published, and what was published of its solution; states by their published ids. */
export interface Published {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly decisionMakers: readonly { readonly name: string; readonly options: readonly string[] }[];
  readonly infeasible: readonly string[];
  readonly states: readonly { readonly id: number; readonly pattern: string }[];
  readonly oneWay: readonly { readonly option: string; readonly direction: Direction }[];
  /** Best first, inner lists tied. */
  readonly rankings: Readonly<Record<string, readonly (number | readonly number[])[]>>;
  /** By decision maker, most important first; each holds where one of its patterns matches. */
  readonly statements?: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly statusQuo?: number;
  /** Where the print contradicts the definitions: states that it calls unstable although they are stable. */
  readonly disagreements?: readonly {
    readonly decisionMaker: string;
    readonly concept: Concept;
    readonly state: number;
    readonly because: string;
  }[];
  readonly published: {
    /** The states of which equilibria were published; all where missing. */
    readonly scope?: readonly number[];
    readonly equilibria?: Partial<Record<Concept, readonly number[]>>;
    readonly stable?: Readonly<Record<string, Partial<Record<Concept, readonly number[]>>>>;
    readonly moves?: Readonly<Record<string, Lists>>;
    readonly improvements?: Readonly<Record<string, Lists>>;
    readonly statusQuo?: {
      readonly moves: readonly {
        readonly by: string;
        readonly from: number;
        readonly to: readonly number[];
        readonly improvements: readonly number[];
      }[];
      readonly reachable: readonly {
        readonly from: number;
        readonly to: number;
        readonly byUIsOnly: boolean;
        readonly reachable: boolean;
      }[];
    };
    /** How many of the rankings with these places permuted make a state an equilibrium. */
    readonly rankingsThatHold?: readonly {
      readonly target: number;
      readonly vary: Readonly<Record<string, readonly [from: number, to: number]>>;
      readonly rankings: number;
      readonly counts: Partial<Record<Concept, number>>;
    }[];
  };
}

const folder = join(import.meta.dirname, '..', 'fixtures', 'models');

/** All of them, in order of their ids. */
export const publishedConflicts: readonly Published[] = readdirSync(folder)
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Published);

/** The one with this id. */
export function publishedConflict(id: string): Published {
  const found = publishedConflicts.find((conflict) => conflict.id === id);
  if (found === undefined) throw new Error(`no published conflict ${id}`);
  return found;
}

/** Its model, with its own rankings or others. */
export function modelOf(
  conflict: Published,
  rankings: Published['rankings'] = conflict.rankings,
): GraphModel {
  const options = conflict.decisionMakers.flatMap((dm) => dm.options);
  return optionModel({
    options: conflict.decisionMakers.map((dm) => dm.options.length),
    space: spaceWithout(options.length, conflict.infeasible),
    directions: options.map(
      (option) => conflict.oneWay.find((entry) => entry.option === option)?.direction ?? 'both',
    ),
    relations: conflict.decisionMakers.map(({ name }) =>
      preorder(
        rankingOf(
          conflict.states.length,
          rankings[name]!.map((group) => [group].flat().map((id) => indexIn(conflict, id as number))),
        ),
      ),
    ),
  });
}

/** A published state's index: the states stand in increasing decimal order in print too. */
export function indexIn(conflict: Published, id: number): number {
  return conflict.states.findIndex((state) => state.id === id);
}

/** The published ids of states. */
export function idsOf(conflict: Published, states: Iterable<number>): number[] {
  return [...states].map((s) => conflict.states[s]!.id);
}

/** The place of a decision maker. */
export function placeOf(conflict: Published, name: string): number {
  return conflict.decisionMakers.findIndex((dm) => dm.name === name);
}

/** The published ids of the states that one of the patterns matches. */
export function matchingStates(conflict: Published, anyOf: readonly string[]): ReadonlySet<number> {
  return new Set(
    conflict.states.filter(({ pattern }) => anyOf.some((one) => matches(one, pattern))).map(({ id }) => id),
  );
}

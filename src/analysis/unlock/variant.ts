// Judges many preference lists over one set of states and moves: what depends on these alone is done once.
import type { Settings, Solution } from '../../engine/index.ts';
import { conceptBit, defaultSettings, solver } from '../../engine/index.ts';
import type {
  Account,
  Concept,
  Conflict,
  ConflictPreference,
  Offer,
  Relation,
  StateCondition,
  StateIndex,
} from '../../model/index.ts';
import {
  buildPreference,
  compare,
  conditionOver,
  conflictOf,
  denseRank,
  rankByStatements,
} from '../../model/index.ts';
import { stabilityOf } from '../stability.ts';
import { applyStructure } from './apply.ts';
import type { Edit } from './edit.ts';
import { linkedGround } from './linked-ground.ts';
import { seeingAfter, seenBy } from './phase.ts';
import type { Plan } from './plans.ts';
import type { Ground, Ways } from './ways.ts';
import { walk } from './ways.ts';

/** One structure of the conflict, under which plans, one list for each decision maker, are judged. */
export interface Variant {
  readonly conflict: Conflict;
  readonly ground: Ground;
  /** The conflict with these lists. */
  readonly conflictWith: (plans: readonly Plan[]) => Conflict;
  /** Agreement states that are stable for all, in every reading, under the concept of the variant. */
  readonly stable: (plans: readonly Plan[]) => readonly StateIndex[];
  /** What legal moves lead to from the status quo, whoever gains. */
  readonly byMoves: () => Ways;
  /** The states that a coalition can reach together from a state. */
  readonly together: (coalition: readonly number[], s: StateIndex) => readonly StateIndex[];
}

/** The concepts under which a decision maker's own ranking decides, whatever the others want. */
const own: readonly Concept[] = ['nash', 'gmr', 'smr'];

/** What every stable state is at least, by own ranking alone; nash is enough for all. Rules of the engine's SPEC. */
const least: Readonly<Record<Concept, Concept>> = {
  nash: 'nash',
  gmr: 'gmr',
  smr: 'smr',
  seq: 'gmr',
  sseq: 'smr',
};

/**
 * The variant of an account after structural changes.
 * @returns nothing where they exclude each other or leave no model, such as a ranking that no longer fits
 */
export function variantOf(
  account: Account,
  offers: readonly Offer[],
  edits: readonly Edit[],
  concept: Concept,
): Variant | undefined {
  const edited = applyStructure(account, offers, edits);
  if (edited === undefined) return undefined;
  // Lists are judged plan by plan; anything else must fit the states, which building the conflict shows.
  const others = Object.entries(edited.account.preferences).filter(([, { kind }]) => kind !== 'statements');
  const built = conflictOf({ ...edited.account, preferences: Object.fromEntries(others) }).value;
  if (built === undefined) return undefined;
  const conflict = { ...built, account: edited.account };
  return variantOver(conflict, edited.links, seeingAfter(account, edits), concept);
}

function variantOver(
  built: Conflict,
  links: readonly { readonly options: readonly [string, string] }[],
  sees: (id: string, when: StateCondition) => StateCondition,
  concept: Concept,
): Variant {
  const { conflict, ground } = linkedGround(built, links);
  const { size, account } = conflict;
  const keys = account.options.map(({ key }) => key);
  const states = {
    size,
    keys,
    names: conflict.names,
    ...(conflict.space === undefined ? {} : { space: conflict.space }),
  };
  const ids = account.decisionMakers.map(({ id }) => id);
  const agreement = [...(conflict.agreement ?? []).entries()].flatMap(([s, member]) =>
    member === 1 ? [s] : [],
  );

  const truths = ids.map(() => new Map<StateCondition, Uint8Array>());
  const truthOf = (dm: number, when: StateCondition): Uint8Array => {
    const known = truths[dm] as Map<StateCondition, Uint8Array>;
    let truth = known.get(when);
    if (truth === undefined) {
      truth = conditionOver(sees(ids[dm] as string, when), conflict.space, keys, conflict.names);
      known.set(when, truth);
    }
    return truth;
  };
  const preferences: ConflictPreference[][] = ids.map(() => []);
  const preferenceOf = (dm: number, { id, preference }: Plan): ConflictPreference => {
    const known = preferences[dm] as ConflictPreference[];
    known[id] ??=
      preference?.kind === 'statements' && preference.unknown === undefined
        ? ofTruths(
            preference.statements.map(({ when }) => truthOf(dm, when)),
            size,
          )
        : (buildPreference(
            states,
            preference === undefined
              ? undefined
              : seenBy(preference, (when) => sees(ids[dm] as string, when)),
          ).value as ConflictPreference);
    return known[id] as ConflictPreference;
  };
  const conflictWith = (plans: readonly Plan[]): Conflict => ({
    ...conflict,
    preferences: plans.map((plan, dm) => preferenceOf(dm, plan)),
  });

  const ownSolvers = new Map<Concept, (relations: readonly Relation[]) => Solution>();
  const solverFor = (asked: Concept): ((relations: readonly Relation[]) => Solution) => {
    const settings: Settings = { ...defaultSettings, concepts: [asked] };
    const known = ownSolvers.get(asked) ?? solver(conflict.moves, settings);
    ownSolvers.set(asked, known);
    return known;
  };
  const masks: Partial<Record<Concept, Int32Array[][]>> = {};
  /** Of the agreement states those that are stable for one decision maker by its own ranking, one bit each. */
  const maskOf = (asked: Concept, dm: number, plan: Plan): Int32Array => {
    masks[asked] ??= ids.map(() => []);
    const known = masks[asked][dm] as Int32Array[];
    const { relation } = preferenceOf(dm, plan);
    known[plan.id] ??=
      asked === 'nash'
        ? bitsOf(agreement, (s) => hasNoImprovement(ground.moves(dm, s), relation, s))
        : bitsBy(solverFor(asked)(ids.map(() => relation)), asked, dm);
    return known[plan.id] as Int32Array;
  };
  const bitsBy = ({ stable }: Solution, asked: Concept, dm: number): Int32Array => {
    const bit = conceptBit(asked);
    return bitsOf(agreement, (s) => ((stable[dm]?.[s] as number) & bit) !== 0);
  };
  const allOf = (asked: Concept, plans: readonly Plan[]): Int32Array => {
    const all = maskOf(asked, 0, plans[0] as Plan).slice();
    for (let dm = 1; dm < plans.length; dm += 1) {
      const mask = maskOf(asked, dm, plans[dm] as Plan);
      for (let word = 0; word < all.length; word += 1)
        all[word] = (all[word] as number) & (mask[word] as number);
    }
    return all;
  };
  const rankIds = ids.map(() => ({ byPlan: [] as number[], byContent: new Map<string, number>() }));
  const rankId = (dm: number, plan: Plan, rank: Int32Array): number => {
    const { byPlan, byContent } = rankIds[dm] as (typeof rankIds)[number];
    if (byPlan[plan.id] === undefined) {
      const content = String.fromCharCode(...denseRank(rank));
      const known = byContent.get(content) ?? byContent.size;
      byContent.set(content, known);
      byPlan[plan.id] = known;
    }
    return byPlan[plan.id] as number;
  };
  const solved = new Map<string, Int32Array>();
  /** By one solution; lists that come to the same rankings are solved once. */
  const bySolution = (plans: readonly Plan[]): Int32Array => {
    const relations = plans.map((plan, dm) => preferenceOf(dm, plan).relation);
    const isSmall = size <= 2 ** 12;
    const key = isSmall
      ? plans.map((plan, dm) => rankId(dm, plan, (relations[dm] as { rank: Int32Array }).rank)).join()
      : plans.map(({ id }) => id).join();
    let bits = solved.get(key);
    if (bits === undefined) {
      const { stable } = solverFor(concept)(relations);
      const bit = conceptBit(concept);
      bits = bitsOf(agreement, (s) => stable.every((row) => ((row[s] as number) & bit) !== 0));
      solved.set(key, bits);
    }
    return bits;
  };
  const byReadings = (plans: readonly Plan[]): Int32Array => {
    const { stable } = stabilityOf(conflictWith(plans), { ...defaultSettings, concepts: [concept] });
    const bit = conceptBit(concept);
    return bitsOf(agreement, (s) => stable.every((row) => ((row[s] as number) & bit) !== 0));
  };
  const stableBits = (plans: readonly Plan[]): Int32Array => {
    const isPlain = plans.every((plan, dm) => preferenceOf(dm, plan).relation.kind === 'preorder');
    if (!isPlain) return byReadings(plans);
    const most = allOf(least[concept], plans);
    if (own.includes(concept) || isEmpty(most)) return most;
    const sure = allOf('nash', plans);
    return most.every((word, index) => word === sure[index]) ? sure : bySolution(plans);
  };

  let moves: Ways | undefined;
  const everybody = ids.map((_, dm) => dm);
  const reached = new Map<string, readonly StateIndex[]>();
  return {
    conflict,
    ground,
    conflictWith,
    stable: (plans) => {
      if (agreement.length === 0) return [];
      const bits = stableBits(plans);
      return isEmpty(bits) ? [] : agreement.filter((_, index) => hasBit(bits, index));
    },
    byMoves: () => {
      moves ??= walk(ground, conflict.statusQuo, { movers: everybody, counts: () => true });
      return moves;
    },
    together: (coalition, s) => {
      const key = `${coalition.join()} ${s}`;
      let found = reached.get(key);
      if (found === undefined) {
        found = walk(ground, s, { movers: coalition, counts: () => true })
          .states()
          .filter((q) => q !== s);
        reached.set(key, found);
      }
      return found;
    },
  };
}

/** Ranks without closing their gaps, where the truth values fit into one number; only comparisons count. */
function ofTruths(truths: readonly Uint8Array[], size: number): ConflictPreference {
  if (truths.length > 30) return plain(rankByStatements(truths, size), truths);
  const rank = new Int32Array(size);
  for (const truth of truths)
    for (let s = 0; s < size; s += 1) rank[s] = (rank[s] as number) * 2 + (truth[s] as number);
  return plain(rank, truths);
}

function plain(rank: Int32Array, truths: readonly Uint8Array[]): ConflictPreference {
  return { relation: { kind: 'preorder', rank }, truths, isOrderOpen: false };
}

function hasNoImprovement(
  targets: readonly StateIndex[] | Uint32Array,
  relation: Relation,
  s: StateIndex,
): boolean {
  for (const q of targets) {
    const word = compare(relation, q, s);
    if (word === '>' || word === '?') return false;
  }
  return true;
}

function bitsOf(states: readonly StateIndex[], test: (s: StateIndex) => boolean): Int32Array {
  const bits = new Int32Array(Math.ceil(states.length / 32));
  states.forEach((s, index) => {
    if (test(s)) bits[index >>> 5] = (bits[index >>> 5] as number) | (1 << (index & 31));
  });
  return bits;
}

function isEmpty(bits: Int32Array): boolean {
  return bits.every((word) => word === 0);
}

function hasBit(bits: Int32Array, index: number): boolean {
  return (((bits[index >>> 5] as number) >>> (index & 31)) & 1) === 1;
}

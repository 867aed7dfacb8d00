// Tries sets of changes by size, and keeps every minimal one that opens an agreement.
import type { Watch } from '../../base/index.ts';
import type { Account, Concept, Offer, StateIndex } from '../../model/index.ts';
import { coalitions } from './candidates.ts';
import type { Edit } from './edit.ts';
import { isStatementEdit } from './edit.ts';
import { improvementWays, isDeal } from './goals.ts';
import type { Plan } from './plans.ts';
import { planOf } from './plans.ts';
import type { Variant } from './variant.ts';
import { variantOf } from './variant.ts';

/** How an agreement must be reached from the status quo: step by step, by moves nobody need gain from, or no matter. */
export type Reach = 'improvements' | 'moves' | 'any';

/**
 * What a set of changes must do.
 *
 * - `asked`: some agreement state is an equilibrium, reached as asked.
 * - `headline`: some agreement state is an equilibrium, a deal, and reached by improvements with at most one joint
 *   move of a coalition in which all members gain.
 */
export type Goal = 'asked' | 'headline';
const goals: readonly Goal[] = ['asked', 'headline'];
const bit = { asked: 1, headline: 2, both: 3 } as const;

/** A minimal set, by the numbers of its changes, and the agreement states that it opens. */
export interface FoundSet {
  readonly edits: readonly Edit[];
  readonly opens: readonly StateIndex[];
}

/** What a search finds; nothing for a goal that is met without any change, whose states `holds` gives. */
export interface Search {
  readonly holds: Readonly<Record<Goal, readonly StateIndex[]>>;
  readonly found: Readonly<Record<Goal, readonly FoundSet[]>>;
  /** How many sets were judged, the empty one included. */
  readonly searched: number;
  /** True where every set was tried that could be minimal. */
  readonly exhausted: boolean;
}

/** Where there is nothing to search for. */
export const nothingSearched: Search = {
  holds: { asked: [], headline: [] },
  found: { asked: [], headline: [] },
  searched: 0,
  exhausted: true,
};

/** What is searched for, among what, and how far. */
export interface Task {
  readonly account: Account;
  readonly offers: readonly Offer[];
  readonly edits: readonly Edit[];
  readonly concept: Concept;
  readonly reach: Reach;
  /** The most changes of a set. */
  readonly maxEdits: number;
  /** The most sets that are judged. */
  readonly maxSets: number;
}

/** A set of changes under way. */
interface Node {
  readonly chosen: readonly number[];
  readonly structural: readonly Edit[];
  readonly variant: Variant;
  readonly plans: readonly Plan[];
  readonly released: readonly number[];
  readonly joint: readonly number[] | undefined;
  /** Goals that a part of the set meets, or that are no concern of one of its changes: one bit each. */
  readonly closed: number;
  /** The names of all its subsets. */
  readonly subsets: readonly number[];
}

/**
 * Every minimal set of changes up to a size, for both goals at once.                     Rules [UNL1] to [UNL6].
 *
 * Sets are tried by size. A set of which a part meets a goal is not tried for it; sets that come to the same lists
 * and the same structure are one, the first.
 * @complexity one judgement for each set; most take no solution, since nash, gmr and smr are judged decision maker by
 *   decision maker
 */
export function searchEdits(task: Task, watch: Watch): Search {
  const { account, offers, edits, concept, reach } = task;
  const ids = account.decisionMakers.map(({ id }) => id);
  const everyone = coalitions(ids.map((_, dm) => dm));
  const base = edits.length + 1;
  const met = goals.map(() => new Set<number>());
  const known = goals.map(() => new Set<string>());
  const found: Record<Goal, FoundSet[]> = { asked: [], headline: [] };
  const total = sizesUpTo(edits.length, task.maxEdits);
  const singles = new Map<number, Variant | undefined>();
  let searched = 0;
  let passed = 0;
  let ticks = 0;
  let isStopped = false;

  const judge = ({ variant, plans, released, joint, closed }: Node): readonly (readonly StateIndex[])[] => {
    searched += 1;
    const stable = variant.stable(plans);
    if (stable.length === 0) return [[], []];
    const conflict = variant.conflictWith(plans);
    const isReached = (s: StateIndex): boolean => {
      if (reach === 'any') return true;
      if (!variant.byMoves().reaches(s)) return false;
      return reach === 'moves' || ways.reaches(s);
    };
    const ways =
      reach === 'improvements' && (closed & bit.asked) === 0
        ? improvementWays(variant, conflict, joint === undefined ? [] : [joint])
        : variant.byMoves();
    const asked = (closed & bit.asked) !== 0 ? [] : stable.filter(isReached);
    const deals = (closed & bit.headline) !== 0 ? [] : stable.filter((s) => isDeal(conflict, s, released));
    if (deals.length === 0) return [asked, []];
    const anyWay = improvementWays(variant, conflict, everyone);
    return [asked, deals.filter((s) => anyWay.reaches(s))];
  };

  const record = (node: Node, name: number, opens: readonly (readonly StateIndex[])[]): void => {
    for (const [place, goal] of goals.entries()) {
      const states = opens[place] as readonly StateIndex[];
      if (states.length === 0) continue;
      (met[place] as Set<number>).add(name);
      const key = resultKey(node);
      if ((known[place] as Set<string>).has(key)) continue;
      (known[place] as Set<string>).add(key);
      const set = node.chosen.map((number) => edits[number] as Edit);
      if (!found[goal].some((other) => hasSmallerCoalition(other.edits, set)))
        found[goal].push({ edits: set, opens: states });
    }
  };

  /** The goals that a part of the set with one more change meets: a part that has that change, since it is new. */
  const closedWith = ({ closed, subsets }: Node, number: number): number => {
    let all = closed;
    for (const [place, goal] of goals.entries()) {
      const names = met[place] as Set<number>;
      if ((all & bit[goal]) !== 0 || names.size === 0) continue;
      for (const name of subsets)
        if (names.has(name * base + number + 1)) {
          all |= bit[goal];
          break;
        }
    }
    return all;
  };

  const extend = (before: Node, number: number, closed: number): Node | undefined => {
    const edit = edits[number] as Edit;
    const chosen = [...before.chosen, number];
    const node = before.closed === closed ? before : { ...before, closed };
    if (isStatementEdit(edit)) {
      if (
        edit.kind === 'soften' &&
        edit.offer !== undefined &&
        !node.structural.some((each) => each.kind === 'offer' && each.offer === edit.offer)
      )
        return undefined;
      const dm = ids.indexOf(edit.decisionMaker);
      const plan = node.plans[dm]?.extended(edit, number);
      if (plan === undefined) return undefined;
      const plans = node.plans.slice();
      plans[dm] = plan;
      return { ...node, chosen, plans };
    }
    if (edit.kind === 'joint') {
      if (node.joint !== undefined) return undefined;
      const joint = edit.members.map((id) => ids.indexOf(id));
      const skipped = node.closed | bit.headline | (reach === 'improvements' ? 0 : bit.asked);
      return { ...node, chosen, joint, closed: skipped };
    }
    if (edit.kind === 'consent') {
      const released = [...node.released, ids.indexOf(edit.decisionMaker)];
      if (released.length === account.signatories.length) return undefined;
      return { ...node, chosen, released, closed: node.closed | bit.asked };
    }
    const structural = [...node.structural, edit];
    let variant: Variant | undefined;
    if (structural.length === 1) {
      if (!singles.has(number)) singles.set(number, variantOf(account, offers, structural, concept));
      variant = singles.get(number);
    } else variant = variantOf(account, offers, structural, concept);
    return variant === undefined ? undefined : { ...node, chosen, structural, variant };
  };

  const descend = (node: Node, left: number, from: number): void => {
    for (let number = from; number + left <= edits.length; number += 1) {
      if (searched >= task.maxSets || (ticks % 64 === 0 && watch.stopped())) isStopped = true;
      if (isStopped) return;
      ticks += 1;
      if (ticks % 1024 === 0) watch.progress?.(passed, total, 'sets of changes');
      const below = choices(edits.length - number - 1, left - 1);
      const closed = closedWith(node, number);
      const next = closed === bit.both ? undefined : extend(node, number, closed);
      if (next === undefined || next.closed === bit.both) {
        passed += below;
      } else if (left === 1) {
        passed += 1;
        record(next, nameOf(next.chosen, base), judge(next));
      } else {
        const subsets = [...node.subsets, ...node.subsets.map((name) => name * base + number + 1)];
        descend({ ...next, subsets }, left - 1, number + 1);
      }
    }
  };

  const variant = variantOf(account, offers, [], concept);
  if (variant === undefined) return nothingSearched;
  const plans = ids.map((id) => planOf(account.preferences[id]));
  const root: Node = {
    chosen: [],
    structural: [],
    variant,
    plans,
    released: [],
    joint: undefined,
    closed: 0,
    subsets: [0],
  };
  const [asked = [], headline = []] = judge(root);
  const start = {
    ...root,
    closed: (asked.length > 0 ? bit.asked : 0) | (headline.length > 0 ? bit.headline : 0),
  };
  for (let size = 1; size <= task.maxEdits && start.closed !== bit.both; size += 1) descend(start, size, 0);
  return { holds: { asked, headline }, found, searched, exhausted: !isStopped };
}

/** Sets of one name have the same changes: their numbers from 1 as digits. */
function nameOf(chosen: readonly number[], base: number): number {
  return chosen.reduce((name, number) => name * base + number + 1, 0);
}

function resultKey({ structural, plans, joint, released }: Node): string {
  return JSON.stringify([structural, plans.map(({ key }) => key), joint ?? [], released]);
}

/** Does `set` have the same changes as `other`, but for a joint move of a larger group?                Rule [UNL5]. */
function hasSmallerCoalition(other: readonly Edit[], set: readonly Edit[]): boolean {
  if (other.length !== set.length) return false;
  return set.every((edit, place) => {
    const its = other[place] as Edit;
    return edit.kind === 'joint' && its.kind === 'joint'
      ? its.members.every((id) => edit.members.includes(id))
      : its === edit;
  });
}

function choices(of: number, size: number): number {
  let product = 1;
  for (let each = 0; each < size; each += 1) product = (product * (of - each)) / (each + 1);
  return Math.max(0, Math.round(product));
}

function sizesUpTo(of: number, size: number): number {
  let sum = 0;
  for (let each = 1; each <= size; each += 1) sum += choices(of, each);
  return sum;
}

// Says how a conflict can move on from a state: what is reached, in how many moves, by which way.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { GraphModel, StateIndex } from '../model/index.ts';
import { compare, decisionMakersOf } from '../model/index.ts';
import { requireState } from './guard.ts';
import { rememberedMoves } from './remembered.ts';
import type { Step } from './solution.ts';
import type { Moving, Walk } from './walk.ts';
import { walkerOf, wayTo } from './walk.ts';

/** What can be reached from a state, by moves or by improvements; `truncated` where the work was stopped. */
export interface Evolution extends Walk {
  readonly by: Moving;
}

/**
 * The states that legal sequences reach from `from`, each at its earliest step and with its last movers there.
 *
 * V_0 = {(from, none)}; V_k = {(q, j) : (x, l) ∈ V_{k-1}, j ≠ l, q ∈ R_j(x)}, or R_j^+(x) by improvements, where
 * only known preferences count. A state's step is the least k with (q, j) in V_k, its last movers all such j.
 * Rules [EVO1], [EVO2], [EVO3].
 * @param from - the state to start from, as a rule the status quo
 * @throws ImpasseError E2001 if `from` is no state
 * @complexity O(n m log m) in option form (by improvements: with complete preorders); else O(n · moves)
 * @source Li, Kilgour & Hipel 2005.
 */
export function evolution(
  model: GraphModel,
  from: StateIndex,
  by: Moving,
  watch: Watch = unwatched,
): Evolution {
  requireState(model, from);
  const everybody = Array.from({ length: decisionMakersOf(model) }, (_, dm) => dm);
  return { ...walkerOf(model, everybody, by)(from, undefined, watch), by };
}

/**
 * The moves of one shortest legal sequence to `to`: none for the start, nothing where it is not reached.
 *
 * Rule [EVO4].
 * @complexity O(its length)
 */
export function shortestPath(found: Evolution, to: StateIndex): readonly Step[] | undefined {
  return found.steps[to] >= 0 ? wayTo(found, to) : undefined;
}

/**
 * Does `dm` end a shortest legal sequence to `to`? Nobody does at the start. Rule [EVO2].
 * @complexity O(1)
 */
export function isLastMover(found: Evolution, to: StateIndex, dm: number): boolean {
  const words = found.lastMovers.length / found.steps.length;
  return (found.lastMovers[to * words + (dm >>> 5)] >>> (dm & 31)) % 2 === 1;
}

/** A state of the improvement tree, with the improvements that may follow. */
export interface TreeNode {
  readonly state: StateIndex;
  /** Who moved here; nobody at the root. */
  readonly by?: number;
  readonly children: readonly TreeNode[];
  /** True where the same decision maker's move to the same state stands earlier, and is followed up there. */
  readonly isRepeated: boolean;
}

/** The improvement tree, and whether the limit cut it short. */
export interface ImprovementTree {
  readonly root: TreeNode;
  readonly truncated: boolean;
}

/**
 * The tree of legal sequences of improvements from a state, nearest states first.
 *
 * Rule [EVO5].
 * @param limit - the most nodes below the root
 * @throws ImpasseError E2001 if `from` is no state
 * @complexity O(limit · moves of a state)
 */
export function improvementTree(model: GraphModel, from: StateIndex, limit = 1000): ImprovementTree {
  requireState(model, from);
  type Growing = TreeNode & { readonly children: Growing[] };
  const moves = rememberedMoves(model);
  const root: Growing = { state: from, children: [], isRepeated: false };
  const queue: Growing[] = [root];
  const met = new Set<string>();
  let size = 0;
  for (const node of queue) {
    if (node.isRepeated) continue;
    for (const [dm, relation] of model.relations.entries()) {
      if (dm === node.by) continue;
      for (const state of moves(dm, node.state)) {
        if (compare(relation, state, node.state) !== '>') continue;
        if (size === limit) return { root, truncated: true };
        const name = `${state} ${dm}`;
        const child: Growing = { state, by: dm, children: [], isRepeated: met.has(name) };
        met.add(name);
        node.children.push(child);
        queue.push(child);
        size += 1;
      }
    }
  }
  return { root, truncated: false };
}

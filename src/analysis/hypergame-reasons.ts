// Finds what in the account that a decision maker sees makes its verdict differ from that of another account.
import type { Step } from '../engine/index.ts';
import type { Concept, Conflict, StateIndex } from '../model/index.ts';
import { compare, movesFrom, takes } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import type { HypergameAgainst, HypergameState, Seer } from './hypergame.ts';
import { whyOf } from './why.ts';

/** A move of one decision maker between two states of an account. */
export interface ReplyMove {
  readonly decisionMaker: number;
  readonly from: StateIndex;
  readonly to: StateIndex;
}

/** Why the account measured against does not bear out a verdict. */
export type Mismatch =
  /** It does not know the state. */
  | { readonly kind: 'unknown-state' }
  /** It does not know a move of the reply, or the one who makes it. */
  | { readonly kind: 'no-such-move'; readonly move: ReplyMove }
  /** There the mover does not gain by it, so that the reply is none that pays. */
  | { readonly kind: 'reply-does-not-pay'; readonly move: ReplyMove }
  /** There the decision maker has an improvement that its own account does not give it, or that nothing deters there. */
  | { readonly kind: 'improvement'; readonly to: StateIndex }
  /** There every improvement is deterred, or there is none. */
  | { readonly kind: 'deterred' }
  /** Neither of these in one step: the two accounts differ in more than one place. */
  | { readonly kind: 'other' };

/** A decision maker whose own verdict on a state differs from what the account measured against has for it. */
export interface Misperception {
  readonly seer: Seer;
  readonly concept: Concept;
  /** The state in the account that it sees. */
  readonly state: StateIndex;
  /** Does it stay there, by its own account? */
  readonly stays: boolean;
  /** An improvement of its own account, with the reply that deters it; or the open improvement. Missing without one. */
  readonly improvement?: StateIndex;
  /** The reply's move on which the two accounts part, in its own account. */
  readonly reply?: readonly ReplyMove[];
  readonly mismatch: Mismatch;
}

/**
 * For a state and a concept, each decision maker that is mistaken about it, measured against an account, and the first
 * thing that shows it.                                                                         Rule [HYP5].
 * @complexity that of one witness in each account
 */
export function misperceptions(
  { base }: HypergameAgainst,
  found: HypergameState,
  concept: Concept,
  seers: readonly Seer[],
): readonly Misperception[] {
  return found.verdicts.flatMap(({ state, own, base: inBase }, place): Misperception[] => {
    const seer = seers[place] as Seer;
    if (state === undefined || (inBase !== undefined && own.includes(concept) === inBase.includes(concept)))
      return [];
    const stays = own.includes(concept);
    if (inBase === undefined) {
      // A state that the other account does not know: only what holds here for lack of knowledge there is worth a word.
      return found.base === undefined && stays
        ? [{ seer, concept, state, stays, mismatch: { kind: 'unknown-state' } }]
        : [];
    }
    return [explain(seer, base, concept, state, found.base as StateIndex, stays)];
  });
}

function explain(
  seer: Seer,
  base: AccountAnalysis,
  concept: Concept,
  state: StateIndex,
  baseState: StateIndex,
  stays: boolean,
): Misperception {
  const { view, place, id } = seer;
  const head = { seer, concept, state, stays };
  const inBase = base.conflict.account.decisionMakers.findIndex((dm) => dm.id === id);
  const own = whyOf(view.conflict, view.stability, concept, place, state).witness;
  const there = whyOf(base.conflict, base.stability, concept, inBase, baseState).witness;
  if (own.kind === 'open') return { ...head, improvement: own.improvement, mismatch: { kind: 'deterred' } };
  if (there.kind !== 'open') return { ...head, mismatch: { kind: 'other' } };
  const open = translate(base.conflict, there.improvement, view.conflict);
  if (own.kind === 'deterred') {
    const reply = own.replies.find(({ improvement }) => improvement === open) ?? undefined;
    if (reply !== undefined) {
      const path = movesOf(reply.improvement, reply.path);
      const shown = { ...head, improvement: reply.improvement, reply: path };
      const pays = concept === 'seq' || concept === 'sseq';
      for (const move of path) {
        const mismatch = mismatchOf(move, view.conflict, base.conflict, pays);
        if (mismatch !== undefined) return { ...shown, mismatch };
      }
      return { ...shown, mismatch: { kind: 'other' } };
    }
  }
  return { ...head, mismatch: { kind: 'improvement', to: there.improvement } };
}

function movesOf(from: StateIndex, path: readonly Step[]): readonly ReplyMove[] {
  let at = from;
  return path.map(({ decisionMaker, to }) => {
    const move = { decisionMaker, from: at, to };
    at = to;
    return move;
  });
}

/** Does the other account lack the move, or does the mover not gain by it there? */
function mismatchOf(
  move: ReplyMove,
  view: Conflict,
  base: Conflict,
  pays: boolean,
): Extract<Mismatch, { readonly move: ReplyMove }> | undefined {
  const mover = base.account.decisionMakers.findIndex(
    ({ id }) => id === view.account.decisionMakers[move.decisionMaker]?.id,
  );
  const from = translate(view, move.from, base);
  const to = translate(view, move.to, base);
  if (mover < 0 || from === undefined || to === undefined || !movesFrom(base.moves, mover, from).includes(to))
    return { kind: 'no-such-move', move };
  const relation = base.preferences[mover]?.relation;
  const gains = relation !== undefined && compare(relation, to, from) === '>';
  return pays && !gains ? { kind: 'reply-does-not-pay', move } : undefined;
}

/** The state of another account in which the same options are taken; nothing where it does not know it. */
export function translate(from: Conflict, state: StateIndex, into: Conflict): StateIndex | undefined {
  if (from.space === undefined || into.space === undefined) {
    const name = from.names[state];
    const found = name === undefined ? -1 : into.names.indexOf(name);
    return found < 0 ? undefined : found;
  }
  const { space } = from;
  const taken = new Set(
    from.account.options.flatMap(({ key }, place) => (takes(space, state, place) ? [key] : [])),
  );
  const known = into.account.options.filter(({ key }) => taken.has(key)).length;
  if (known < taken.size) return undefined;
  const target = into.space;
  for (let s = 0; s < into.size; s += 1)
    if (into.account.options.every(({ key }, place) => takes(target, s, place) === taken.has(key))) return s;
  return undefined;
}

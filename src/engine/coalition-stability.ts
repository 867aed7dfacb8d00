// Decides which states are stable for a coalition, whose members move one after another and gain together.
import type { Watch } from '../base/index.ts';
import { ImpasseError, unwatched } from '../base/index.ts';
import type { Comparison, Concept, GraphModel, StateIndex } from '../model/index.ts';
import { compare, decisionMakersOf } from '../model/index.ts';
import { requireDecisionMaker, requireState } from './guard.ts';
import { isCountered, isCredible } from './reference/definitions.ts';
import { remembered, rememberedMoves } from './remembered.ts';
import type { Next } from './sequences.ts';
import { sequences } from './sequences.ts';
import { conceptBit } from './solution.ts';

/**
 * When q is an improvement on s for a coalition: every member prefers q (`all`), or none prefers s and some prefers q
 * (`pareto`).
 */
export type CoalitionGain = 'all' | 'pareto';

/** Judges coalitions of one model; what it works out for one serves the others. */
export interface CoalitionJudge {
  /** CI_H(s): what H can reach and gains by, in increasing order. */
  readonly improvements: (coalition: readonly number[], s: StateIndex) => readonly StateIndex[];
  /** Do the others deter H from going from s to its improvement x, under the concept? */
  readonly deters: (concept: Concept, coalition: readonly number[], s: StateIndex, x: StateIndex) => boolean;
  /**
   * Bit `conceptBit(c)` of state s is set where s is stable for H under c. Shape (m,); nothing where the work was stopped.
   */
  readonly stable: (
    coalition: readonly number[],
    concepts: readonly Concept[],
    watch?: Watch,
  ) => Uint8Array | undefined;
}

/** Under seq and sseq the others answer by all their coalitions: more opponents than this make too many. */
const mostOthers = 12;

/**
 * Coalition stability over legal sequences.
 *
 * With R_H(s) what H reaches from s by a legal sequence, CI_H(s) = { q ∈ R_H(s) : q >_i s for every i in H } (steps
 * between may hurt) and NB_H(s) = { q : q is no such gain over s }, s is stable for H iff for every x in CI_H(s) there
 * is a y in NB_H(s) such that
 *
 * - nash: never, so that CI_H(s) must be empty;
 * - gmr: y ∈ R_{N∖H}(x);
 * - smr: y ∈ R_{N∖H}(x), and every z in R_H(y) is in NB_H(s);
 * - seq: coalitions K of N∖H lead from x to y, each step in some CI_K, none twice in succession;
 * - sseq: seq's y with smr's condition; an extension by analogy, in no source.
 *
 * For H = N nobody is left to answer, and all five are nash. With unknown pairs: stable in every completion.
 * Rules [CNA1], [CGM1], [CSM1], [CSE1], [CSS1], [CPA1].
 * @throws ImpasseError E2001 if there is no such decision maker or state, or the coalition is empty; E2002 under seq
 *   and sseq with over 12 opponents
 * @complexity O(m · moves of H) for its improvements; seq and sseq take those of every coalition of the others
 * @source Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008.
 */
export function coalitionJudge(model: GraphModel, gain: CoalitionGain = 'all'): CoalitionJudge {
  const n = decisionMakersOf(model);
  const moves = rememberedMoves(model);
  const everybody = Array.from({ length: n }, (_, dm) => dm);
  const byMask = new Map<number, Coalition>();

  const coalitionOf = (members: readonly number[]): Coalition => {
    if (members.length === 0) throw new ImpasseError('E2001', 'a coalition has at least one member', {});
    for (const dm of members) requireDecisionMaker(model, dm);
    if (n > 30)
      throw new ImpasseError('E2002', 'coalitions are judged among at most 30 decision makers', { n });
    const mask = members.reduce((sum, dm) => sum | (1 << dm), 0);
    const known = byMask.get(mask);
    if (known !== undefined) return known;
    const made = build(everybody.filter((dm) => (mask >>> dm) % 2 === 1));
    byMask.set(mask, made);
    return made;
  };

  const build = (members: readonly number[]): Coalition => {
    const others = everybody.filter((dm) => !members.includes(dm));
    const words = (q: StateIndex, s: StateIndex): readonly Comparison[] =>
      members.map((dm) => compare(model.relations[dm], q, s));
    const reach = remembered((s) => statesOf(moves, members, s, model.size));
    const replies = remembered((x) => statesOf(moves, others, x, model.size));
    const gains = (q: StateIndex, s: StateIndex): boolean => isGain(gain, words(q, s), 'possible');
    const credible: (x: StateIndex) => readonly StateIndex[] = remembered((x) => {
      const subsets = nonEmptySubsets(others).map(coalitionOf);
      const next: Next = (k, q) => subsets[k].certain(q);
      return statesOf(
        next,
        subsets.map((_, k) => k),
        x,
        model.size,
      );
    });
    const escapes = (y: StateIndex, s: StateIndex): boolean => reach(y).some((z) => gains(z, s));
    return {
      improvements: (s) => reach(s).filter((q) => gains(q, s)),
      certain: remembered((s) => reach(s).filter((q) => isGain(gain, words(q, s), 'certain'))),
      deters: (concept, s, x) => {
        if (concept === 'nash') return false;
        if (isCredible(concept) && others.length > mostOthers)
          throw new ImpasseError('E2002', `over ${mostOthers} opponents form too many coalitions`, {
            members,
          });
        return (isCredible(concept) ? credible : replies)(x).some(
          (y) => !gains(y, s) && !(isCountered(concept) && escapes(y, s)),
        );
      },
    };
  };

  return {
    improvements: (members, s) => {
      requireState(model, s);
      return coalitionOf(members).improvements(s);
    },
    deters: (concept, members, s, x) => {
      requireState(model, s);
      requireState(model, x);
      return coalitionOf(members).deters(concept, s, x);
    },
    stable: (members, concepts, watch = unwatched) => {
      const coalition = coalitionOf(members);
      const bits = new Uint8Array(model.size);
      for (let s = 0; s < model.size; s += 1) {
        if (watch.stopped()) return undefined;
        const improvements = coalition.improvements(s);
        for (const concept of concepts)
          if (improvements.every((x) => coalition.deters(concept, s, x))) bits[s] |= conceptBit(concept);
      }
      return bits;
    },
  };
}

/** The sets of the definitions for one coalition. */
interface Coalition {
  readonly improvements: (s: StateIndex) => readonly StateIndex[];
  /** Those that are improvements whatever the unknown pairs turn out to be: by these it would answer others. */
  readonly certain: (s: StateIndex) => readonly StateIndex[];
  readonly deters: (concept: Concept, s: StateIndex, x: StateIndex) => boolean;
}

function isGain(gain: CoalitionGain, words: readonly Comparison[], how: 'possible' | 'certain'): boolean {
  const better = (word: Comparison): boolean => word === '>' || (how === 'possible' && word === '?');
  return gain === 'all'
    ? words.every(better)
    : words.some(better) && words.every((word) => word === '~' || better(word));
}

function statesOf(
  next: Next,
  movers: readonly number[],
  from: StateIndex,
  size: number,
): readonly StateIndex[] {
  const found = new Set<StateIndex>();
  for (const { state } of sequences(next, movers, from, size)) found.add(state);
  return [...found].sort((a, b) => a - b);
}

/**
 * All non-empty subsets, smaller ones first, those of one size in the order of the items.
 * @complexity O(2^k · k) for k items
 * @example nonEmptySubsets([0, 1]) // => [[0], [1], [0, 1]]
 */
export function nonEmptySubsets(items: readonly number[]): readonly (readonly number[])[] {
  const subsets: (readonly number[])[] = [];
  const extend = (chosen: readonly number[], from: number, left: number): void => {
    if (left === 0) subsets.push(chosen);
    else
      for (let place = from; place <= items.length - left; place += 1)
        extend([...chosen, items[place]], place + 1, left - 1);
  };
  for (let size = 1; size <= items.length; size += 1) extend([], 0, size);
  return subsets;
}

// Finds which situations hold against parties that move together, and who would have to move together to leave one.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { CoalitionGain } from '../engine/index.ts';
import { coalitionImprovements, coalitionJudge, conceptBit, nonEmptySubsets } from '../engine/index.ts';
import type { Concept, StateIndex } from '../model/index.ts';
import { concepts as allConcepts, graphModel } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';

/** What is asked about coalitions. */
export interface CoalitionQuestion {
  /** The coalitions to judge, members in increasing order; all of them by default. */
  readonly coalitions?: readonly (readonly number[])[];
  readonly gain: CoalitionGain;
  readonly concepts: readonly Concept[];
}

/** The states that are stable for one coalition, by concept, in increasing order. */
export interface CoalitionFinding {
  readonly members: readonly number[];
  readonly stable: StatesByConcept;
}

type StatesByConcept = Readonly<Partial<Record<Concept, readonly StateIndex[]>>>;

/** A state that two or more decision makers reach by moving together, to the gain of each, and none alone. */
export interface JointMove {
  readonly members: readonly number[];
  readonly from: StateIndex;
  readonly to: StateIndex;
  /** The concepts under which the others have no answer that deters it. */
  readonly open: readonly Concept[];
}

/** What a conflict answers about its coalitions. */
export interface CoalitionAnalysis {
  readonly analysis: AccountAnalysis;
  readonly question: CoalitionQuestion;
  readonly coalitions: readonly CoalitionFinding[];
  /** States stable for every coalition there is; missing where only some were judged. */
  readonly universal?: StatesByConcept;
  /** Minimal coalitions first. */
  readonly joint: readonly JointMove[];
  readonly complete: boolean;
}

/** More decision makers than this form too many coalitions to judge them all. */
export const coalitionLimit = 10;

/** Every coalition, and gains for all its members. */
export const defaultCoalitionQuestion: CoalitionQuestion = { gain: 'all', concepts: allConcepts };

/**
 * Judges the coalitions of an analysed conflict. What a list of unknown order leaves open counts as unknown pairs, so
 * that what is said to hold, holds in every order.                                   Rules [COA1] to [COA4].
 *
 * A joint move is a coalition's improvement from the status quo, or from a state that improvements lead to and that is
 * stable for all under the question's first concept, to a state where no part of that coalition would get by its own
 * improvements, nor everybody by improvements one after another.
 * @complexity that of each coalition, of which there are 2^n − 1
 */
export function coalitionAnalysis(
  analysis: AccountAnalysis,
  question: CoalitionQuestion = defaultCoalitionQuestion,
  watch: Watch = unwatched,
): CoalitionAnalysis {
  const { conflict } = analysis;
  const judge = coalitionJudge(graphModel(conflict), question.gain);
  const everybody = conflict.account.decisionMakers.map((_, dm) => dm);
  const coalitions = question.coalitions ?? nonEmptySubsets(everybody);
  const found: CoalitionFinding[] = [];
  const universal = new Uint8Array(conflict.size).fill(0xff);
  for (const members of coalitions) {
    const bits = judge.stable(members, question.concepts, watch);
    if (bits === undefined) break;
    for (let s = 0; s < conflict.size; s += 1) universal[s] = (universal[s] as number) & (bits[s] as number);
    found.push({ members, stable: statesByConcept(bits, question.concepts) });
    watch.progress?.(found.length, coalitions.length, 'coalitions');
  }
  const complete = found.length === coalitions.length;
  const joint = complete ? jointMoves(analysis, coalitions, question, judge) : [];
  return {
    analysis,
    question,
    coalitions: found,
    ...(complete && question.coalitions === undefined
      ? { universal: statesByConcept(universal, question.concepts) }
      : {}),
    joint,
    complete,
  };
}

function statesByConcept(bits: Uint8Array, concepts: readonly Concept[]): StatesByConcept {
  return Object.fromEntries(
    concepts.map((concept) => [
      concept,
      [...bits.keys()].filter((s) => ((bits[s] as number) & conceptBit(concept)) !== 0),
    ]),
  );
}

/** The status quo, and the equilibria that improvements lead to from it. */
function startsOf({ conflict, equilibria, question, reachability }: AccountAnalysis): readonly StateIndex[] {
  const resting = (equilibria[question.concepts[0] ?? 'seq'] ?? []).filter(
    (s) => s !== conflict.statusQuo && reachability.byImprovements(s),
  );
  return [conflict.statusQuo, ...resting];
}

function jointMoves(
  analysis: AccountAnalysis,
  coalitions: readonly (readonly number[])[],
  { concepts }: CoalitionQuestion,
  judge: ReturnType<typeof coalitionJudge>,
): readonly JointMove[] {
  const model = graphModel(analysis.conflict);
  const found: JointMove[] = [];
  for (const from of startsOf(analysis)) {
    const stepwise = new Set(
      coalitionImprovements(
        model,
        model.relations.map((_, dm) => dm),
        from,
      ),
    );
    for (const members of coalitions) {
      if (members.length < 2) continue;
      const parts = nonEmptySubsets(members).slice(0, -1);
      const byPart = new Set(parts.flatMap((part) => judge.improvements(part, from)));
      for (const to of judge.improvements(members, from)) {
        if (byPart.has(to) || stepwise.has(to)) continue;
        const open = concepts.filter((concept) => !judge.deters(concept, members, from, to));
        found.push({ members, from, to, open });
      }
    }
  }
  return found.sort((a, b) => a.members.length - b.members.length);
}

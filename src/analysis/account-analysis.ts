// Gathers everything that the model of one account answers: stability, deal test, evolution, verdict, equilibria.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Settings } from '../engine/index.ts';
import { defaultSettings } from '../engine/index.ts';
import type { Concept, Conflict, StateIndex } from '../model/index.ts';
import { concepts } from '../model/index.ts';
import type { DealTest } from './deal.ts';
import { dealTest } from './deal.ts';
import { whatIfLimit } from './effort.ts';
import type { Reachability } from './reachability.ts';
import { reachabilityOf } from './reachability.ts';
import type { Stability } from './stability.ts';
import { equilibriaOf, stabilityOf } from './stability.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdict.ts';

/** What people may ask for; the first concept is the one by which the verdict judges. */
export interface Question {
  readonly concepts: readonly Concept[];
  readonly sanctions: Settings['sanctions'];
}

/** All concepts, and the verdict by seq. */
export const defaultQuestion: Question = {
  concepts: ['seq', 'nash', 'gmr', 'smr', 'sseq'],
  sanctions: 'legal',
};

/** What the model of one account answers. */
export interface AccountAnalysis {
  readonly conflict: Conflict;
  /** As asked, the verdict's concept first. */
  readonly question: Question;
  readonly stability: Stability;
  readonly reachability: Reachability;
  readonly deal: DealTest;
  /**
   * The deal test against each stable state that improvements lead to, where the fallback itself is not stable; in a
   * conflict of more than 4,096 states against the five nearest.
   */
  readonly otherDeals: readonly DealTest[];
  readonly verdict: Verdict;
  /** States that are stable for all under a concept asked for, in every reading, in increasing order. */
  readonly equilibria: Readonly<Partial<Record<Concept, readonly StateIndex[]>>>;
  /** Those that are so for each decision maker in some reading only. */
  readonly possibleEquilibria: Readonly<Partial<Record<Concept, readonly StateIndex[]>>>;
  /** Each decision maker judged by the concept that the account gives it; missing where it gives none. */
  readonly mixed?: { readonly conceptOf: readonly Concept[]; readonly states: readonly StateIndex[] };
  readonly complete: boolean;
}

/**
 * Analyses one account's conflict.
 * @param watch - where it stops the work, what was found is returned with `complete: false`
 * @complexity one solution (one for each order of open lists), and O(m · n) for the rest
 */
export function analyzeConflict(
  conflict: Conflict,
  question: Question = defaultQuestion,
  watch: Watch = unwatched,
): AccountAnalysis {
  const first = question.concepts[0] ?? 'seq';
  const mixedConcepts = conflict.account.decisionMakers.map(
    ({ id }) => conflict.account.concepts[id] ?? first,
  );
  const isMixed = Object.keys(conflict.account.concepts).length > 0;
  const needed = new Set([first, ...question.concepts, ...(isMixed ? mixedConcepts : [])]);
  const settings = {
    ...defaultSettings,
    concepts: concepts.filter((concept) => needed.has(concept)),
    sanctions: question.sanctions,
  };
  const stability = stabilityOf(conflict, settings, watch);
  const reachability = reachabilityOf(conflict, watch);
  const deal = dealTest(conflict);
  const found = question.concepts.map((concept) => equilibriaOf(stability, conflict.size, () => concept));
  const byConcept = (wanted: 'every' | 'some'): AccountAnalysis['equilibria'] =>
    Object.fromEntries(question.concepts.map((concept, index) => [concept, found[index]?.[wanted]]));
  const equilibria = byConcept('every');
  const mixed = (dm: number): Concept => mixedConcepts[dm] as Concept;
  return {
    conflict,
    question,
    stability,
    reachability,
    deal,
    otherDeals: stability.complete ? otherDeals(conflict, equilibria[first] ?? [], reachability) : [],
    verdict: verdictOf(conflict, { stability, deal, reachability }, first),
    equilibria,
    possibleEquilibria: byConcept('some'),
    ...(isMixed
      ? { mixed: { conceptOf: mixedConcepts, states: equilibriaOf(stability, conflict.size, mixed).every } }
      : {}),
    complete: stability.complete && reachability.complete,
  };
}

/** So many fallbacks are tested in a large conflict, the nearest to the status quo. */
const fewFallbacks = 5;

/**
 * An unstable fallback will not last: what happens without a deal is rather where improvements come to rest.
 *                                                                                              Rule [DEA4].
 */
function otherDeals(
  conflict: Conflict,
  equilibria: readonly StateIndex[],
  reachability: Reachability,
): readonly DealTest[] {
  const { fallback, agreement } = conflict;
  if (fallback.kind !== 'state' || agreement === undefined || equilibria.includes(fallback.state)) return [];
  const resting = equilibria.filter((s) => agreement[s] === 0 && reachability.byImprovements(s));
  const tested =
    conflict.size <= whatIfLimit
      ? resting
      : resting
          .sort((a, b) => (reachability.steps(a) ?? 0) - (reachability.steps(b) ?? 0) || a - b)
          .slice(0, fewFallbacks);
  return tested.map((state) =>
    dealTest(conflict, { kind: 'state', state, isStatusQuo: state === conflict.statusQuo }),
  );
}

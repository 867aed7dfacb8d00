// Says how far the findings on an account depend on what is not known of its preferences, and on whose.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import { defaultSettings, solve } from '../engine/index.ts';
import type { Concept, Conflict, StateIndex } from '../model/index.ts';
import { concepts as allConcepts, graphModel } from '../model/index.ts';
import { shareInterval } from './interval.ts';
import type { Flip } from './robust-flips.ts';
import { flips } from './robust-flips.ts';
import type { RobustPlan, RobustTally } from './robust-tally.ts';
import { placeOf, robustPlanFor, tallyRange } from './robust-tally.ts';
import type { Modality, Stability } from './stability.ts';
import { equilibriumIn } from './stability.ts';

/** In which readings something holds. */
export interface Robustness {
  readonly word: Modality;
  /** The share of the readings looked at, in [0, 1]. */
  readonly share: number;
  /** The 95 % interval of the share of all readings, where these are a sample. */
  readonly interval?: readonly [number, number];
  /** True where the word holds of all readings, and not only of those drawn. */
  readonly isProven: boolean;
  /**
   * In which completions of the unknown pairs it holds, each pair on its own and possibly a tie, where some are unknown.
   * A reading is a completion, but not each completion a reading: an order or a rival list settles many pairs at once.
   */
  readonly completions?: Modality;
}

/** One decision maker's part in what is not known. */
export interface Variation {
  readonly decisionMaker: number;
  readonly method: 'exact' | 'sampled';
  /** The readings of its preference. */
  readonly total: number;
  /** In which of them the verdict is yes, the others' preferences as listed. */
  readonly verdict: Modality;
}

/** What the readings of one account's preferences show. */
export interface RobustAnalysis {
  readonly plan: RobustPlan;
  readonly tally: RobustTally;
  /** How a state stands as an equilibrium under a concept. */
  readonly equilibrium: (s: StateIndex, concept: Concept) => Robustness;
  /** Does some agreement state hold under the concept? Nothing where the account names no agreement. */
  readonly agreement: (concept: Concept) => Robustness | undefined;
  /** Those whose preference is not fully known, the verdict with each of them alone varying. */
  readonly variations: readonly Variation[];
  /** Those whose unknowns alone change the verdict. */
  readonly decidedBy: readonly number[];
  /** The nearest break of each equilibrium of the preferences as listed. */
  readonly flips: readonly Flip[];
  readonly complete: boolean;
}

/** The concept by which the verdict is judged: does an agreement hold, or the status quo where none is named? */
export const verdictConcept: Concept = 'seq';

/**
 * What a count over readings shows.                                                     Rules [ROB7] to [ROB11].
 * @param tally - over all readings of the plan, or as many as there was time for
 * @complexity one solution for each reading of each decision maker's preference alone
 */
export function robustAnalysis(
  plan: RobustPlan,
  tally: RobustTally,
  watch: Watch = unwatched,
): RobustAnalysis {
  const { conflict, parts } = plan;
  const complete = tally.solved === plan.size;
  const completionWord = completionWords(plan, watch);
  const robustness = (count: number, completions?: Modality): Robustness => {
    const share = tally.readings === 0 ? 0 : count / tally.readings;
    const isExact = plan.method === 'exact' && complete;
    const certain = isExact || completions === 'some' ? undefined : completions;
    return {
      word: certain ?? wordOf(count, tally.readings),
      share,
      ...(plan.method === 'exact' || tally.readings === 0
        ? {}
        : { interval: shareInterval(count, tally.readings) }),
      isProven: isExact || certain !== undefined || (count > 0 && count < tally.readings),
      ...(completions === undefined ? {} : { completions }),
    };
  };
  const variations = parts.flatMap((part, dm): Variation[] => {
    if (part.total === 1 || watch.stopped()) return [];
    const alone = robustPlanFor(plan, dm);
    const counted = tallyRange(alone, 0, alone.size, watch);
    const verdict = wordOf(verdictCount(conflict, counted), counted.readings);
    return [{ decisionMaker: dm, method: alone.method, total: part.total, verdict }];
  });
  const listed = graphModel(
    conflict,
    parts.map(({ asListed }) => asListed),
  );
  return {
    plan,
    tally,
    equilibrium: (s, concept) =>
      robustness(
        tally.equilibrium[placeOf(concept) * conflict.size + s] as number,
        completionWord?.(s, concept),
      ),
    agreement: (concept) =>
      conflict.agreement === undefined ? undefined : robustness(tally.agreement[placeOf(concept)] as number),
    variations,
    decidedBy: variations
      .filter(({ verdict }) => verdict === 'some')
      .map(({ decisionMaker }) => decisionMaker),
    flips: flips(listed, allConcepts, watch),
    complete,
  };
}

/** In how many readings the verdict is yes. */
function verdictCount(conflict: Conflict, tally: RobustTally): number {
  return conflict.agreement === undefined
    ? (tally.equilibrium[placeOf(verdictConcept) * conflict.size + conflict.statusQuo] as number)
    : (tally.agreement[placeOf(verdictConcept)] as number);
}

function wordOf(count: number, of: number): Modality {
  if (count === 0) return 'none';
  return count === of ? 'every' : 'some';
}

/** Completions of larger models are not judged: only the reference engine can. */
const completionLimit = 2 ** 10;

/**
 * What holds in every completion of the unknown pairs, or in none, holds so in all readings: each reading is one.
 * Under noise priorities change places, and nothing follows.
 */
function completionWords(
  { conflict, settings }: RobustPlan,
  watch: Watch,
): ((s: StateIndex, concept: Concept) => Modality) | undefined {
  const isPartial = conflict.preferences.some(({ relation }) => relation.kind === 'partial');
  if (!isPartial || settings.noise > 0 || conflict.size > completionLimit) return undefined;
  const solution: Stability = solve(graphModel(conflict), defaultSettings, watch);
  return solution.complete ? (s, concept) => equilibriumIn(solution, s, () => concept) : undefined;
}

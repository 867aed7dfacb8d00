// Decides in one word what an account's model says of an agreement, and who stands in its way.
import type { Witness } from '../engine/index.ts';
import type { Account, Agreement, Concept, Conflict, Expression, StateIndex } from '../model/index.ts';
import { feasibility, isSatisfiable } from '../model/index.ts';
import type { DealTest } from './deal.ts';
import type { Reachability } from './reachability.ts';
import type { Modality, Stability } from './stability.ts';
import { equilibriumIn, stableIn } from './stability.ts';
import { whyUnstable } from './why.ts';

/**
 * What the model says; the codes never change meaning.
 *
 * - `agreement-stable-reachable`: an agreement state is an equilibrium and improvements lead to it.
 * - `agreement-stable-joint`: one is an equilibrium that all signatories would take over the fallback; improvements do
 *   not lead to it, a joint move does.
 * - `agreement-stable-unreachable`: one is an equilibrium, and neither holds of it.
 * - `deal-not-stable`: none is an equilibrium, but one is better for the signatories than no deal.
 * - `no-deal`: none is an equilibrium, and none is better for all signatories than no deal.
 * - `ruled-out-by-assumption`: no feasible state is an agreement, because of legal or assumed bars.
 * - `no-agreement-defined`: the account does not say what an agreement is.
 * - `undecided`: the work was stopped before it was known which of them holds.
 */
export type VerdictCode =
  | 'agreement-stable-reachable'
  | 'agreement-stable-joint'
  | 'agreement-stable-unreachable'
  | 'deal-not-stable'
  | 'no-deal'
  | 'ruled-out-by-assumption'
  | 'no-agreement-defined'
  | 'undecided';

/** What a verdict is about: agreements, and their states. */
export interface Asked {
  readonly agreements: readonly Agreement[];
  /** Shape (m,): 1 for a state of any of them. */
  readonly members: Uint8Array;
}

/** A decision maker that would leave the agreement state nearest to holding. */
export interface Blocker {
  readonly decisionMaker: number;
  readonly state: StateIndex;
  readonly witness: Witness;
}

/** The verdict under one concept. */
export interface Verdict {
  readonly code: VerdictCode;
  /** The best code that some readings may allow, each of its parts by itself; missing where that is the code. */
  readonly codeAtBest?: VerdictCode;
  /** The concept by which "stable" is judged here. */
  readonly concept: Concept;
  /** Agreement states that are equilibria in every reading, in increasing order. */
  readonly agreementStable: readonly StateIndex[];
  /** Those that are stable for each decision maker in some reading only. */
  readonly agreementPossible: readonly StateIndex[];
  /** The agreement state nearest to holding: fewest objectors, then one that is a deal, then the first. */
  readonly nearest?: StateIndex;
  readonly blockedBy: readonly Blocker[];
}

/** The findings that a verdict is drawn from. */
export interface Findings {
  readonly stability: Stability;
  readonly deal: DealTest;
  readonly reachability: Reachability;
}

/**
 * The verdict of a conflict under a concept.                                             Rules [VER1] to [VER5].
 * @param asked - what counts as an agreement; by default what the account says
 * @complexity O(m · n), and one witness for each blocker
 */
export function verdictOf(
  conflict: Conflict,
  findings: Findings,
  concept: Concept,
  asked: Asked | undefined = ownAgreements(conflict),
): Verdict {
  const empty = { concept, agreementStable: [], agreementPossible: [], blockedBy: [] };
  if (asked === undefined) return { code: 'no-agreement-defined', ...empty };
  const agreement: StateIndex[] = [];
  for (let s = 0; s < conflict.size; s += 1) if (asked.members[s] === 1) agreement.push(s);
  if (agreement.length === 0) {
    const isAssumed = isRuledOutByAssumption(conflict.account, asked.agreements);
    return { code: isAssumed ? 'ruled-out-by-assumption' : 'no-deal', ...empty };
  }
  const { stability, deal } = findings;
  const stable: Record<Modality, StateIndex[]> = { every: [], some: [], none: [] };
  for (const s of agreement) stable[equilibriumIn(stability, s, () => concept)].push(s);
  const { reachability } = findings;
  const code = codeOf(stable.every, deal.states, reachability.byImprovements, reachability);
  const found = { concept, agreementStable: stable.every, agreementPossible: stable.some };
  const isWhole = stability.complete && reachability.complete;
  const codeAtBest = isWhole
    ? codeOf(
        [...stable.every, ...stable.some],
        [...deal.states, ...deal.possible],
        reachability.byPossibleImprovements,
        reachability,
      )
    : code;
  return {
    ...found,
    code: isSettled(code, stable.every, findings) ? code : 'undecided',
    ...(codeAtBest === code ? {} : { codeAtBest }),
    // Who objects is not known before the stability of every state is.
    ...(stability.complete ? blockers(conflict, agreement, findings, concept) : { blockedBy: [] }),
  };
}

/** Who would leave the agreement state nearest to holding, and why.                                Rule [VER4]. */
function blockers(
  conflict: Conflict,
  agreement: readonly StateIndex[],
  findings: Findings,
  concept: Concept,
): Required<Pick<Verdict, 'nearest' | 'blockedBy'>> {
  const { stability } = findings;
  const nearest = nearestAgreement(agreement, findings, concept);
  return {
    nearest,
    blockedBy: objectorsTo(nearest, stability, concept).map((decisionMaker) => ({
      decisionMaker,
      state: nearest,
      witness: whyUnstable(conflict, stability.settings, concept, decisionMaker, nearest),
    })),
  };
}

function ownAgreements({ agreement, account }: Conflict): Asked | undefined {
  return agreement === undefined ? undefined : { members: agreement, agreements: account.agreements };
}

function codeOf(
  stable: readonly StateIndex[],
  deal: readonly StateIndex[],
  isReached: (s: StateIndex) => boolean,
  { byMoves }: Reachability,
): VerdictCode {
  if (stable.length === 0) return deal.length > 0 ? 'deal-not-stable' : 'no-deal';
  if (stable.some(isReached)) return 'agreement-stable-reachable';
  const deals = new Set(deal);
  const isJoint = stable.some((s) => deals.has(s) && byMoves(s));
  return isJoint ? 'agreement-stable-joint' : 'agreement-stable-unreachable';
}

/** What was found before the work was stopped stands, so the best code does; any other might give way to a better. */
function isSettled(
  code: VerdictCode,
  stable: readonly StateIndex[],
  { stability, reachability }: Findings,
): boolean {
  if (code === 'agreement-stable-reachable') return true;
  return stability.complete && (reachability.complete || stable.length === 0);
}

function objectorsTo(s: StateIndex, stability: Stability, concept: Concept): readonly number[] {
  return [...stability.stable.keys()].filter((dm) => stableIn(stability, dm, s, concept) !== 'every');
}

function countObjectors(s: StateIndex, stability: Stability, concept: Concept): number {
  let count = 0;
  for (let dm = 0; dm < stability.stable.length; dm += 1)
    if (stableIn(stability, dm, s, concept) !== 'every') count += 1;
  return count;
}

/** Fewest objectors, then one that is a deal, then the first.                                     Rule [VER4]. */
function nearestAgreement(
  agreement: readonly StateIndex[],
  { stability, deal }: Findings,
  concept: Concept,
): StateIndex {
  const deals = new Set(deal.states);
  let best = agreement[0] as StateIndex;
  let fewest = Number.POSITIVE_INFINITY;
  for (const s of agreement) {
    const distance = countObjectors(s, stability, concept) + (deals.has(s) ? 0 : 0.5);
    if (distance < fewest) [best, fewest] = [s, distance];
  }
  return best;
}

/**
 * Would there be an agreement state if only what logic and physics forbid were infeasible?         Rule [VER3].
 * @param agreements - by default those that the account's verdict is about
 */
export function isRuledOutByAssumption(
  account: Account,
  agreements: readonly Agreement[] = account.agreements,
): boolean {
  const lasting = account.infeasible.filter(({ kind }) => kind === 'logical' || kind === 'physical');
  return isAgreementPossible(account, lasting, agreements);
}

/**
 * Is there a state that counts as one of these agreements and that none of these bars rules out?
 *
 * Graph form has no bars: there an agreement is possible iff it names a state that it does not exclude.
 */
export function isAgreementPossible(
  account: Account,
  bars: Account['infeasible'],
  agreements: readonly Agreement[] = account.agreements,
): boolean {
  const keys = account.options.map(({ key }) => key);
  return agreements.some(({ when, excludes }) => {
    if (when.kind === 'names') {
      const excluded = new Set(excludes?.kind === 'names' ? excludes.names : []);
      return when.names.some((name) => !excluded.has(name));
    }
    const parts: Expression[] = [feasibility(bars), when.expression];
    if (excludes?.kind === 'expression') parts.push({ kind: 'not', of: excludes.expression });
    return isSatisfiable({ kind: 'and', of: parts }, keys);
  });
}

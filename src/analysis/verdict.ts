// Decides in one word what an account's model says of an agreement, and who stands in its way.
import type { Witness } from '../engine/index.ts';
import type { Account, Concept, Conflict, Expression, StateIndex } from '../model/index.ts';
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
 */
export type VerdictCode =
  | 'agreement-stable-reachable'
  | 'agreement-stable-joint'
  | 'agreement-stable-unreachable'
  | 'deal-not-stable'
  | 'no-deal'
  | 'ruled-out-by-assumption'
  | 'no-agreement-defined';

/** A decision maker that would leave the agreement state nearest to holding. */
export interface Blocker {
  readonly decisionMaker: number;
  readonly state: StateIndex;
  readonly witness: Witness;
}

/** The verdict under one concept. */
export interface Verdict {
  readonly code: VerdictCode;
  /** The code if everything that is not known turned out in favour of agreement, where that differs. */
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
 * The verdict of a conflict under a concept.                                             Rules [VER1] to [VER4].
 * @param isAgreement - shape (m,); by default the account's own agreement
 * @complexity O(m · n), and one witness for each blocker
 */
export function verdictOf(
  conflict: Conflict,
  findings: Findings,
  concept: Concept,
  isAgreement: Uint8Array | undefined = conflict.agreement,
): Verdict {
  const empty = { concept, agreementStable: [], agreementPossible: [], blockedBy: [] };
  if (isAgreement === undefined) return { code: 'no-agreement-defined', ...empty };
  const agreement = [...isAgreement.keys()].filter((s) => isAgreement[s] === 1);
  if (agreement.length === 0) {
    return {
      code: isRuledOutByAssumption(conflict.account) ? 'ruled-out-by-assumption' : 'no-deal',
      ...empty,
    };
  }
  const words = agreement.map((s) => equilibriumIn(findings.stability, s, () => concept));
  const having = (...wanted: readonly Modality[]): readonly StateIndex[] =>
    agreement.filter((_, index) => wanted.includes(words[index] as Modality));
  const agreementStable = having('every');
  const code = codeOf(agreementStable, findings.deal.states, findings);
  const codeAtBest = codeOf(
    having('every', 'some'),
    [...findings.deal.states, ...findings.deal.possible],
    findings,
  );
  const nearest = nearestAgreement(agreement, findings, concept);
  const objectors = objectorsTo(nearest, findings.stability, concept);
  return {
    code,
    ...(codeAtBest === code ? {} : { codeAtBest }),
    concept,
    agreementStable,
    agreementPossible: having('some'),
    nearest,
    blockedBy: objectors.map((decisionMaker) => ({
      decisionMaker,
      state: nearest,
      witness: whyUnstable(conflict, findings.stability.settings, concept, decisionMaker, nearest),
    })),
  };
}

function codeOf(
  stable: readonly StateIndex[],
  deal: readonly StateIndex[],
  { reachability }: Findings,
): VerdictCode {
  if (stable.some((s) => reachability.byImprovements(s))) return 'agreement-stable-reachable';
  if (stable.some((s) => deal.includes(s) && reachability.byMoves(s))) return 'agreement-stable-joint';
  if (stable.length > 0) return 'agreement-stable-unreachable';
  return deal.length > 0 ? 'deal-not-stable' : 'no-deal';
}

function objectorsTo(s: StateIndex, stability: Stability, concept: Concept): readonly number[] {
  return [...stability.stable.keys()].filter((dm) => stableIn(stability, dm, s, concept) !== 'every');
}

function nearestAgreement(
  agreement: readonly StateIndex[],
  { stability, deal }: Findings,
  concept: Concept,
): StateIndex {
  const deals = new Set(deal.states);
  let best = agreement[0] as StateIndex;
  let fewest = Number.POSITIVE_INFINITY;
  for (const s of agreement) {
    const distance = objectorsTo(s, stability, concept).length + (deals.has(s) ? 0 : 0.5);
    if (distance < fewest) [best, fewest] = [s, distance];
  }
  return best;
}

/** Would there be an agreement state if only what logic and physics forbid were infeasible?         Rule [VER3]. */
export function isRuledOutByAssumption(account: Account): boolean {
  const lasting = account.infeasible.filter(({ kind }) => kind === 'logical' || kind === 'physical');
  return isAgreementPossible(account, lasting);
}

/** Is there a state that counts as an agreement of the account and that none of these bars rules out? */
export function isAgreementPossible(account: Account, bars: Account['infeasible']): boolean {
  if (account.graph !== undefined)
    return account.agreements.some(({ when }) => when.kind === 'names' && when.names.length > 0);
  const keys = account.options.map(({ key }) => key);
  return account.agreements.some(({ when, excludes }) => {
    const parts: Expression[] = [feasibility(bars)];
    if (when.kind === 'expression') parts.push(when.expression);
    if (excludes?.kind === 'expression') parts.push({ kind: 'not', of: excludes.expression });
    return isSatisfiable({ kind: 'and', of: parts }, keys);
  });
}

// What the analysis layer gives to the layers above it.
export type { AccountAnalysis, Question } from './account-analysis.ts';
export { analyzeConflict, defaultQuestion } from './account-analysis.ts';
export type { CoalitionAnalysis, CoalitionFinding, CoalitionQuestion, JointMove } from './coalitions.ts';
export { coalitionAnalysis, coalitionLimit, defaultCoalitionQuestion } from './coalitions.ts';
export type { CaseComparison, Cell, CompareQuestion } from './compare.ts';
export { compareAccounts } from './compare.ts';
export type { DealTest } from './deal.ts';
export { acceptance, dealTest } from './deal.ts';
export type { Deciding, Decision, NotTransplantable } from './decides.ts';
export { decisionBetween } from './decides.ts';
export type { Difference, Pair } from './differences.ts';
export { differencesOf, missingFor } from './differences.ts';
export { isLight, whatIfLimit } from './effort.ts';
export { exchanged } from './exchange.ts';
export type {
  Expectation,
  HypergameAgainst,
  HypergameAnalysis,
  HypergameLabel,
  HypergameState,
  OwnVerdict,
  Seer,
} from './hypergame.ts';
export { hypergame, seersOf } from './hypergame.ts';
export type { Mismatch, Misperception, ReplyMove } from './hypergame-reasons.ts';
export { misperceptions, translate } from './hypergame-reasons.ts';
export { shareInterval } from './interval.ts';
export type { Inverse, InverseAnalysis, Joint } from './inverse.ts';
export { inverseLimit, inverseOf } from './inverse.ts';
export type { Alternative, Clause, Condition } from './inverse-condition.ts';
export {
  conditionHolds,
  leastSwaps,
  raised,
  rankingsFulfilling,
  stabilityCondition,
} from './inverse-condition.ts';
export type { Breach, Kept, Repair } from './kept.ts';
export { keptLimit, keptOf } from './kept.ts';
export type { Warning } from './lint.ts';
export { lint } from './lint.ts';
export type { OrderCount, OrderSensitivity } from './order-sensitivity.ts';
export { headlineBudget, orderSensitivity } from './order-sensitivity.ts';
export type { OpenOrders, OrderingQuestion, OrderOutcome, OutcomeCounts } from './ordering-question.ts';
export { openOrders, orderOutcomes } from './ordering-question.ts';
export type { OrderBudget, Part, Reading, Readings, WeightedRanking } from './orders.ts';
export { openOrderBudget, rankingsOfOrders, readingsOf } from './orders.ts';
export { countOrders, factorial } from './partial-orders.ts';
export type { Premise } from './premises.ts';
export { premisesOf, statementsOf, withoutPremises } from './premises.ts';
export type { Reachability } from './reachability.ts';
export { reachabilityOf } from './reachability.ts';
export type {
  HurtingCell,
  PartyRipeness,
  RipenessClass,
  RipenessPanel,
  RipenessWord,
  StuckCell,
  WayOutCell,
} from './ripeness.ts';
export { ripenessPanel } from './ripeness.ts';
export type { RobustAnalysis, Robustness, Variation } from './robust.ts';
export { robustAnalysis, verdictConcept } from './robust.ts';
export type { AcrossAccounts, Everywhere, LastingState } from './robust-everywhere.ts';
export { everywhere } from './robust-everywhere.ts';
export type { Flip } from './robust-flips.ts';
export { flipLimit, flips } from './robust-flips.ts';
export { settledRelation } from './robust-pairs.ts';
export type { RobustPart, RobustSettings, WeightedRelation } from './robust-parts.ts';
export { defaultRobustSettings, robustParts } from './robust-parts.ts';
export type { StrengthFinding } from './robust-strength.ts';
export { strengthOf } from './robust-strength.ts';
export type { RobustPlan, RobustTally } from './robust-tally.ts';
export { addTallies, emptyTally, robustPlan, robustPlanFor, tallyRange } from './robust-tally.ts';
export type { AgreementVerdict, FallbackVerdict, Sensitivity } from './sensitivity.ts';
export { agreementVerdicts, sensitivityOf } from './sensitivity.ts';
export type { Modality, Stability } from './stability.ts';
export { equilibriaOf, equilibriumIn, stabilityOf, stableIn } from './stability.ts';
export type { Standing } from './standing.ts';
export { standings } from './standing.ts';
export type { Edit, EditKind } from './unlock/edit.ts';
export { allEditKinds, costOf, editKinds, ownersOf } from './unlock/edit.ts';
export type { Opening, Reachable } from './unlock/opening.ts';
export type { Reach } from './unlock/search.ts';
export type { Unlocked, Unlocking, UnlockQuestion } from './unlock/unlock.ts';
export { defaultUnlockQuestion, unlockLimit, unlockOf } from './unlock/unlock.ts';
export type { Ground, Leg } from './unlock/ways.ts';
export type { Asked, Blocker, Findings, Verdict, VerdictCode } from './verdict.ts';
export { isAgreementPossible, isRuledOutByAssumption, verdictOf } from './verdict.ts';
export { whatIf } from './what-if.ts';
export type { Why } from './why.ts';
export { whyOf, whyUnstable } from './why.ts';

// What the model layer gives to the layers above it.
export type {
  Account,
  Agreement,
  AgreementKind,
  Author,
  BarKind,
  Case,
  Check,
  Concept,
  DecisionMaker,
  Direction,
  Fact,
  Finding,
  ForbiddenMove,
  GraphForm,
  Grounds,
  Infeasible,
  NoDeal,
  Offer,
  Omission,
  Option,
  Preference,
  PreferenceSpec,
  Source,
  StateCondition,
  Statement,
  StateReference,
  UnknownPairs,
  Word,
} from './case.ts';
export { concepts } from './case.ts';
export type { AgreementStates, Conflict, Fallback, Limits } from './conflict.ts';
export { agreementStates, conflictOf, defaultLimits, graphModel, stateName } from './conflict.ts';
export type { DecisionDiagram } from './decision-diagram.ts';
export { countSatisfying, decisionDiagram, isSatisfiable, listSatisfying } from './decision-diagram.ts';
export type { Expression } from './expression.ts';
export { holds, optionsIn, partsOf } from './expression.ts';
export type { TextProblem } from './expression-tokens.ts';
export { isId, isKeyword } from './expression-tokens.ts';
export type {
  ArcMoves,
  Comparison,
  GraphModel,
  Moves,
  OptionMoves,
  Partial,
  Preorder,
  Relation,
} from './graph-model.ts';
export { compare, decisionMakersOf } from './graph-model.ts';
export { movesFrom } from './moves.ts';
export { optionNames } from './option-names.ts';
export type { NameResolver, ParsedExpression } from './parse-expression.ts';
export { parseExpression } from './parse-expression.ts';
export type { ParsedPattern } from './pattern.ts';
export { isPattern, parsePattern, parseStatePattern } from './pattern.ts';
export type { ConflictPreference } from './preference.ts';
export { buildPreference } from './preference.ts';
export { printExpression } from './print-expression.ts';
export type { Precedences } from './priorities.ts';
export { precedencesOf } from './priorities.ts';
export { denseRank, rankByStatements, rankByWeights } from './ranking.ts';
export type { StateIndex, StateSpace } from './state-space.ts';
export { fullSpace, indexOf, patternOf, takes, wordsOf } from './state-space.ts';
export type { States } from './states.ts';
export { buildStates, feasibility, resolveState, withSeparators } from './states.ts';
export { conditionOver, truthOver } from './truth.ts';

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
export type { Expression } from './expression.ts';
export { holds, optionsIn, partsOf } from './expression.ts';
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
export type { StateIndex, StateSpace } from './state-space.ts';
export { fullSpace, indexOf, patternOf, takes, wordsOf } from './state-space.ts';

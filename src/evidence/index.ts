// What the evidence layer gives to the layers above it.
export type { Agreement, FieldAgreement } from './agreement/agreement.ts';
export { agreementOf } from './agreement/agreement.ts';
export type { Coefficient, Rating, Ratings } from './agreement/coefficients.ts';
export { cohenKappa, fleissKappa, percentAgreement } from './agreement/coefficients.ts';
export type { Level } from './agreement/krippendorff.ts';
export { krippendorffAlpha } from './agreement/krippendorff.ts';
export type { ComparedField, MatchedUnit } from './agreement/match-units.ts';
export { comparedFields, matchUnits } from './agreement/match-units.ts';
export type { Score, SpanPair, SpanScores } from './agreement/spans.ts';
export { matchSpans, softOverlap, spanScores } from './agreement/spans.ts';
export type { Unitization, UnitizingAlpha } from './agreement/unitizing.ts';
export { unitizingAlpha } from './agreement/unitizing.ts';
export type { CodebookEdit, What } from './codebook/edit.ts';
export type { Coded, CodingChange, Recoded } from './codebook/recode.ts';
export { recode, undoRecode } from './codebook/recode.ts';
export type { OlderAnnotation, OlderDocument, Translated } from './crosswalk/older-names.ts';
export { fromOlderNames, olderGrades, olderKinds, olderStances } from './crosswalk/older-names.ts';
export type { Cell, ReadCell } from './csv.ts';
export { readRows, writeRows } from './csv.ts';
export type { Reanchored } from './documents/anchor.ts';
export { anchorAt, contextLength, reanchor } from './documents/anchor.ts';
export type { Header } from './documents/header.ts';
export { isoDate, readHeader } from './documents/header.ts';
export { sentenceAround } from './documents/sentence.ts';
export type { DraftChange } from './draft/case-changes.ts';
export { accountValue, draftChanges, isFilled } from './draft/case-changes.ts';
export { draftAccounts } from './draft/draft.ts';
export type {
  CaseFrame,
  Contradiction,
  Draft,
  DraftAccount,
  DraftBar,
  DraftInput,
  DraftOrder,
  DraftPremise,
  DraftSource,
  FrameAccount,
  FrameDecisionMaker,
  LeftOut,
  LeftOutReason,
  Unused,
} from './draft/frame.ts';
export { emptyFrame } from './draft/frame.ts';
export type { NetworkOptions, TimeOptions, TimeSlice } from './networks/build.ts';
export { networkOf, networksOver } from './networks/build.ts';
export type { StanceScale } from './networks/counts.ts';
export { stanceScales } from './networks/counts.ts';
export { networkCsv, slicesCsv } from './networks/export/csv.ts';
export { networkDl } from './networks/export/dl.ts';
export { networkGexf } from './networks/export/gexf.ts';
export { networkGraphml } from './networks/export/graphml.ts';
export type { Kernel } from './networks/kernels.ts';
export { kernels, kernelWeight } from './networks/kernels.ts';
export type { Network } from './networks/network.ts';
export type { OneModeAggregation, OneModeNormalisation } from './networks/one-mode.ts';
export { oneModeAggregations, oneModeNormalisations } from './networks/one-mode.ts';
export type { TwoModeAggregation, TwoModeNormalisation } from './networks/two-mode.ts';
export { twoModeAggregations, twoModeNormalisations } from './networks/two-mode.ts';
export type { TimeUnit } from './positions/calendar.ts';
export { dateOfDay, dayOf, timeUnits } from './positions/calendar.ts';
export type { DuplicatePolicy, Mention } from './positions/mentions.ts';
export { duplicatePolicies, mentionsOf, withoutDuplicates } from './positions/mentions.ts';
export type { Position, Positions } from './positions/positions.ts';
export { positionsOf } from './positions/positions.ts';
export type { ActorLevel } from './positions/roll-up.ts';
export { actorLevels, rollUp } from './positions/roll-up.ts';
export type { TimeWindow, WindowOptions } from './positions/windows.ts';
export { dnaWindows, rangeOf, windowsOver, within } from './positions/windows.ts';
export type { Edit, Edited, Patch } from './statements/history.ts';
export { applyEdit, changed, unchanged } from './statements/history.ts';
export { inOrder, misplaced, readStatements, writeStatements } from './statements/lines.ts';
export { statementFields, statementRecord } from './statements/record.ts';
export type { TableImport } from './statements/table.ts';
export { readStatementTable, writeStatementTable } from './statements/table.ts';
export { loadRuleSuggester } from './suggest/load.ts';
export type { Actor, Codebook, CodebookConcept, Role } from './types/codebook.ts';
export { emptyCodebook } from './types/codebook.ts';
export type { Document, DocumentFormat, Metadata } from './types/document.ts';
export type { Anchor, Quote, Span } from './types/span.ts';
export type {
  Change,
  Coding,
  ConceptGuess,
  DatedQuote,
  Grade,
  SourceIdentity,
  Stance,
  Statement,
  StatementKind,
  StatementStatus,
} from './types/statement.ts';
export { grades, sourceIdentities, statementKinds, statementStatuses } from './types/statement.ts';
export type { Suggested, Suggester } from './types/suggester.ts';

// What the report layer gives to the apps.
export { accountReport } from './account-report.ts';
export { accountsJson } from './accounts-json.ts';
export type { AccountFindings } from './analysis-json.ts';
export { caseJson, listLimit, resultVersion, statesToList, witnessJson } from './analysis-json.ts';
export { caseReport } from './case-report.ts';
export { coalitionJson } from './coalition-json.ts';
export { coalitionReport } from './coalition-report.ts';
export {
  agreementJson,
  codebookJson,
  importJson,
  networksJson,
  positionsJson,
  statementsJson,
} from './coded-json.ts';
export {
  agreementSchema,
  codebookSchema,
  networksSchema,
  positionsSchema,
  statementsSchema,
} from './coded-schemas.ts';
export {
  agreementReport,
  codebookReport,
  importReport,
  networkReport,
  positionsReport,
  recodeReport,
  slicesReport,
  stanceText,
  statementsReport,
} from './coded-words.ts';
export { comparisonJson } from './comparison-json.ts';
export { comparisonReport } from './comparison-report.ts';
export { decisionSentences, differenceText } from './comparison-words.ts';
export type { Block, Document, Item, Tone } from './document.ts';
export { heading, list, paragraph, table } from './document.ts';
export type { DraftFindings } from './draft-report.ts';
export { draftReport } from './draft-report.ts';
export { draftSchema } from './draft-schema.ts';
export type { CitedStatement } from './evidence-list.ts';
export { evidenceBlocks, premiseBlocks, statementText } from './evidence-list.ts';
export { coalitionsSchema, hypergameSchema, ripenessSchema, robustSchema } from './further-schemas.ts';
export { hypergameJson } from './hypergame-json.ts';
export { hypergameReport } from './hypergame-report.ts';
export { misperceptionText } from './hypergame-words.ts';
export { inverseJson } from './inverse-json.ts';
export { inverseReport } from './inverse-report.ts';
export { analyzeSchema, checkSchema, compareSchema, jsonSchemas } from './json-schemas.ts';
export { keptBlocks, keptJson, keptSentences } from './kept-words.ts';
export type { Names } from './naming.ts';
export { namesOf } from './naming.ts';
export type { DecidingPremise } from './premise-words.ts';
export { decidingPremise, premiseName, premiseText } from './premise-words.ts';
export { readReport } from './read-report.ts';
export { readSchema } from './read-schema.ts';
export { ripenessJson } from './ripeness-json.ts';
export type { RipenessGrounds } from './ripeness-report.ts';
export { ripenessGrounds, ripenessReport } from './ripeness-report.ts';
export { everywhereJson, robustJson } from './robust-json.ts';
export { robustReport } from './robust-report.ts';
export { strengthBlocks, strengthJson } from './robust-strength-report.ts';
export { sensitivitySentences } from './sensitivity-words.ts';
export { latexTable, latexText } from './tables/latex-table.ts';
export type { OptionGroup, OptionTable, StabilityRow } from './tables/option-table.ts';
export { optionTable } from './tables/option-table.ts';
export type { GraphChoice } from './tables/state-graph.ts';
export { stateGraphDot } from './tables/state-graph.ts';
export type { StateTable } from './tables/state-table.ts';
export { stateTable } from './tables/state-table.ts';
export type { Selection } from './tables/states-of-interest.ts';
export { statesOfInterest } from './tables/states-of-interest.ts';
export type { UnlockFindings } from './unlock-json.ts';
export { unlockJson } from './unlock-json.ts';
export { unlockReport } from './unlock-report.ts';
export { inverseSchema, unlockSchema } from './unlock-schemas.ts';
export { editSentence } from './unlock-words.ts';
export { accountName, accountTitle, headline, verdictNames } from './verdict-words.ts';
export { warningLines, warningText } from './warning-words.ts';
export { whyReport } from './why-report.ts';
export type { Reason } from './why-words.ts';
export { conceptWords, reasonFor, whyForAll } from './why-words.ts';
export { capital, counted, grouped, listed, percent, printable, sentence } from './wording.ts';

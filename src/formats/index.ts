// What the formats layer gives.
export type { CaseChange } from './case/edit-case.ts';
export { editCase, migrateCase } from './case/edit-case.ts';
export { caseSchema } from './case/json-schema.ts';
export type { ReadCaseOptions } from './case/read-case.ts';
export { readCase } from './case/read-case.ts';
export { writeCase } from './case/write-case.ts';
export type { ReadLimits } from './case/yaml-scan.ts';
export { defaultReadLimits } from './case/yaml-scan.ts';
export type { Cell } from './csv.ts';
export { writeCsv } from './csv.ts';
export type { Imported } from './gmcr/import-gmcr.ts';
export { importGmcr } from './gmcr/import-gmcr.ts';
export { writeGmcr } from './gmcr/write-gmcr.ts';
export { writeNfg } from './nfg.ts';
export type { RenderOptions } from './render-diagnostic.ts';
export { renderDiagnostic } from './render-diagnostic.ts';
export { drawSvg } from './svg.ts';

// Finds the cases that come with the product, and the results that are expected of them.
import { parse } from 'yaml';
import type { AccountAnalysis } from '../../src/analysis/index.ts';
import { analyzeConflict, defaultQuestion } from '../../src/analysis/index.ts';
import { readCase } from '../../src/formats/index.ts';
import type { Case, Concept } from '../../src/model/index.ts';
import { conflictOf } from '../../src/model/index.ts';
import { repositoryFiles, textOf } from '../support/repository.ts';

/** What an independent engine found for one account; patterns have one letter for each option of the account. */
export interface ExpectedAccount {
  readonly options: readonly string[];
  readonly states: number;
  readonly agreementStates: number;
  readonly statusQuo: string;
  readonly equilibria: Readonly<Record<Concept, readonly string[]>>;
  readonly agreementEquilibria: Readonly<Record<Concept, number>>;
  readonly statusQuoStable: Readonly<Record<string, readonly Concept[]>>;
  readonly deal: readonly string[];
  readonly otherImprovements: readonly string[];
  readonly reachable: Readonly<Record<string, 'improvements' | 'moves' | 'no'>>;
  readonly verdict: string;
  readonly orders?: {
    readonly total: number;
    readonly exact: true;
    readonly agreementNash: number;
    readonly agreementSeq: number;
    readonly deal: number;
  };
}

/** What a publication prints; `sim` and `seqOrSim` are no concepts of the product. */
export interface Published {
  readonly account: string;
  readonly equilibria?: Readonly<Record<string, readonly string[] | null>>;
  readonly stable?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly moves?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly improvements?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly evolution?: {
    readonly reachable?: readonly {
      readonly from: string;
      readonly to: string;
      readonly by: 'moves' | 'improvements';
      readonly holds: boolean;
    }[];
  };
  readonly scope?: readonly string[] | null;
  readonly disagreements?: readonly Disagreement[];
}

/** Something in print that contradicts the definitions; with a state where it is about one verdict. */
export interface Disagreement {
  readonly what: string;
  readonly witness: string;
  readonly decisionMaker?: string;
  readonly concept?: Concept;
  readonly state?: string;
}

export interface ExpectedCase {
  readonly confirmedBy: string;
  readonly accounts: Readonly<Record<string, ExpectedAccount>>;
  readonly published?: Published;
}

/** The folders under `cases` that hold a case. */
export const caseFolders: readonly string[] = repositoryFiles().flatMap(
  (path) => /^(cases\/.*)\/case\.yaml$/.exec(path)?.[1] ?? [],
);

/** The case of a folder; a case that cannot be read is a fault here. */
export function caseIn(folder: string): Case {
  const { value, diagnostics } = readCase(textOf(`${folder}/case.yaml`), { uri: `${folder}/case.yaml` });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

export function expectedIn(folder: string): ExpectedCase {
  return parse(textOf(`${folder}/expected.yaml`));
}

/** The analysis of one account. */
export function analysisOf(value: Case, id: string): AccountAnalysis {
  const account = value.accounts.find((each) => each.id === id);
  if (account === undefined) throw new Error(`no account ${id}`);
  const conflict = conflictOf(account);
  if (conflict.value === undefined)
    throw new Error(conflict.diagnostics.map(({ message }) => message).join('\n'));
  return analyzeConflict(conflict.value, defaultQuestion);
}

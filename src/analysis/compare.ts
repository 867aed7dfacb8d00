// Puts the answers of several accounts of one conflict side by side, and says which premises part them.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Case, StateIndex } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import type { Decision } from './decides.ts';
import { decisionBetween } from './decides.ts';
import type { AgreementVerdict } from './sensitivity.ts';
import { agreementVerdicts } from './sensitivity.ts';
import { stableIn } from './stability.ts';
import type { VerdictCode } from './verdict.ts';

/** What is asked of every account; `kind` asks about an agreement of the case, whatever the account itself asks for. */
export type CompareQuestion =
  | { readonly id: 'verdict' | 'deal' | 'statusQuo' | 'blockedBy' }
  | { readonly id: `kind.${string}`; readonly kind: string };

/** An account's answer: a word of a closed list, and the states or decision makers that it is about. */
export interface Cell {
  readonly word: VerdictCode | 'yes' | 'in-some-reading' | 'no' | 'not-expressible' | 'not-defined';
  readonly states: readonly StateIndex[];
  readonly decisionMakers: readonly string[];
}

/** Accounts side by side: rows are questions, columns are accounts. */
export interface CaseComparison {
  readonly questions: readonly CompareQuestion[];
  readonly accounts: readonly AccountAnalysis[];
  /** One row for each question, one cell for each account. */
  readonly table: readonly (readonly Cell[])[];
  /** For each two accounts with different verdicts. */
  readonly decides: readonly Decision[];
  readonly complete: boolean;
}

/**
 * Compares the accounts of a case. They are named, never counted: adding one changes nothing for the others.
 *                                                                                    Rules [CMP1] to [CMP5].
 * @param analyses - of the accounts to compare, in order
 */
export function compareAccounts(
  { agreements }: Case,
  analyses: readonly AccountAnalysis[],
  watch: Watch = unwatched,
): CaseComparison {
  const questions: CompareQuestion[] = [
    { id: 'verdict' },
    { id: 'deal' },
    { id: 'statusQuo' },
    { id: 'blockedBy' },
    ...agreements.map(({ id }) => ({ id: `kind.${id}` as const, kind: id })),
  ];
  const decides: Decision[] = [];
  analyses.forEach((first, index) => {
    for (const second of analyses.slice(index + 1)) {
      if (watch.stopped()) return;
      const codes = [first.verdict.code, second.verdict.code];
      if (codes[0] !== codes[1] && !codes.includes('undecided'))
        decides.push(decisionBetween(first, second, watch));
    }
  });
  const kinds = new Map(analyses.map((analysis) => [analysis, agreementVerdicts(analysis)]));
  return {
    questions,
    accounts: analyses,
    table: questions.map((question) =>
      analyses.map((analysis) => cellOf(question, analysis, kinds.get(analysis) ?? [])),
    ),
    decides,
    complete: !watch.stopped() && analyses.every(({ complete }) => complete),
  };
}

function cellOf(
  question: CompareQuestion,
  analysis: AccountAnalysis,
  kinds: readonly AgreementVerdict[],
): Cell {
  const { verdict, deal, conflict, stability } = analysis;
  const ids = (places: readonly number[]): readonly string[] =>
    places.map((dm) => conflict.account.decisionMakers[dm]?.id as string);
  switch (question.id) {
    case 'verdict':
      return { word: verdict.code, states: verdict.agreementStable, decisionMakers: [] };
    case 'deal': {
      if (conflict.agreement === undefined) return { word: 'not-defined', states: [], decisionMakers: [] };
      const word = deal.states.length > 0 ? 'yes' : deal.possible.length > 0 ? 'in-some-reading' : 'no';
      return { word, states: [...deal.states, ...deal.possible], decisionMakers: [] };
    }
    case 'statusQuo': {
      const words = conflict.account.decisionMakers.map((_, dm) =>
        stableIn(analysis.stability, dm, conflict.statusQuo, verdict.concept),
      );
      if (!stability.complete && words.some((stable) => stable !== 'every'))
        return { word: 'undecided', states: [conflict.statusQuo], decisionMakers: [] };
      const word = words.includes('none') ? 'no' : words.includes('some') ? 'in-some-reading' : 'yes';
      const leaving = words.flatMap((stable, dm) => (stable === 'every' ? [] : [dm]));
      return { word, states: [conflict.statusQuo], decisionMakers: ids(leaving) };
    }
    case 'blockedBy': {
      if (conflict.agreement === undefined) return { word: 'not-defined', states: [], decisionMakers: [] };
      if (!stability.complete) return { word: 'undecided', states: [], decisionMakers: [] };
      const blockers = verdict.blockedBy.map(({ decisionMaker }) => decisionMaker);
      const states = verdict.nearest === undefined ? [] : [verdict.nearest];
      return { word: blockers.length > 0 ? 'yes' : 'no', states, decisionMakers: ids(blockers) };
    }
    default: {
      const { kind } = question as Extract<CompareQuestion, { readonly kind: string }>;
      const found = kinds.find(({ agreement }) => agreement.id === kind);
      if (found === undefined) return { word: 'not-expressible', states: [], decisionMakers: [] };
      return { word: found.code, states: found.stable, decisionMakers: [] };
    }
  }
}

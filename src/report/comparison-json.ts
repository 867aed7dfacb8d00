// Writes a comparison as the JSON that `compare --json` prints.
import type { CaseComparison, Decision, Difference } from '../analysis/index.ts';
import type { Account, Case } from '../model/index.ts';
import { differenceText } from './comparison-words.ts';

/** The JSON value of a comparison; ids of states from 1, as in `analyze --json`. */
export function comparisonJson(
  { title }: Case,
  comparison: CaseComparison,
): Readonly<Record<string, unknown>> {
  const { questions, accounts, table, decides, complete } = comparison;
  return {
    impasse: 1,
    case: title,
    questions: questions.map(({ id }) => id),
    accounts: accounts.map(({ conflict }) => ({
      id: conflict.account.id,
      name: conflict.account.name,
      leavesOut: conflict.account.leavesOut.map(({ says }) => says),
    })),
    table: table.map((row, index) => ({
      question: questions[index]?.id,
      cells: Object.fromEntries(
        row.map(({ word, states, decisionMakers }, column) => [
          accounts[column]?.conflict.account.id,
          { word, states: states.map((s) => s + 1), decisionMakers },
        ]),
      ),
    })),
    decides: decides.flatMap(decidesJson),
    notTransplantable: decides.flatMap((decision) =>
      decision.notTransplantable.map(({ difference, into, options }) => ({
        between: between(decision),
        into: accountsOf(decision)[into].id,
        ...premiseJson(decision, difference),
        options,
      })),
    ),
    ...(complete ? { complete: true } : { truncated: true }),
  };
}

const accountsOf = ({ pair }: Decision): readonly [Account, Account] => [
  pair[0].conflict.account,
  pair[1].conflict.account,
];
const between = (decision: Decision): readonly string[] => accountsOf(decision).map(({ id }) => id);

/** One entry for each minimal set; one with no premises where none was found. */
function decidesJson(decision: Decision): readonly Readonly<Record<string, unknown>>[] {
  const { found, searched, upTo, complete, pair } = decision;
  const search = { searched, upTo, exhausted: complete };
  if (found.length === 0) return [{ between: between(decision), premises: [], flips: {}, ...search }];
  return found.map(({ differences, flips }) => ({
    between: between(decision),
    premises: differences.map((difference) => premiseJson(decision, difference)),
    flips: Object.fromEntries(
      ([0, 1] as const)
        .filter((side) => flips === 'both' || flips === side)
        .map((side) => [accountsOf(decision)[side].id, pair[1 - side]?.verdict.code]),
    ),
    ...search,
  }));
}

function premiseJson(decision: Decision, difference: Difference): Readonly<Record<string, unknown>> {
  const accounts = accountsOf(decision);
  return {
    kind: difference.kind,
    ...('decisionMaker' in difference ? { decisionMaker: difference.decisionMaker } : {}),
    ...('premise' in difference
      ? { premise: difference.premise, text: difference.text, account: accounts[difference.holder].id }
      : {}),
    says: differenceText(accounts, difference),
  };
}

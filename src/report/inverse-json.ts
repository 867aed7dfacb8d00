// Writes an inverse analysis as the JSON that `inverse --json` prints; the published schema says what each field means.
import type { Condition, Inverse, InverseAnalysis } from '../analysis/index.ts';
import type { Case, Concept } from '../model/index.ts';
import { concepts, stateName } from '../model/index.ts';
import { accountsJson } from './accounts-json.ts';
import { wayJson } from './kept-words.ts';

/** The JSON of a case. */
export function inverseJson(
  value: Case,
  analyses: readonly InverseAnalysis[],
  isCounted: boolean,
): Readonly<Record<string, unknown>> {
  return accountsJson(
    value.title,
    analyses.map((each) => analysisJson(each, isCounted)),
  );
}

function analysisJson(analysis: InverseAnalysis, isCounted: boolean): Readonly<Record<string, unknown>> {
  const { conflict, state, decisionMakers, together, rankings } = analysis;
  const ids = conflict.account.decisionMakers.map(({ id }) => id);
  const byMaker = (of: (each: Inverse, concept: Concept) => unknown): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      ids.map((id, dm) => [
        id,
        Object.fromEntries(
          concepts.map((concept) => [
            concept,
            of((decisionMakers[dm] as Record<Concept, Inverse>)[concept], concept),
          ]),
        ),
      ]),
    );
  return {
    account: conflict.account.id,
    name: conflict.account.name,
    state: state + 1,
    [conflict.space === undefined ? 'name' : 'pattern']: stateName(conflict, state),
    decisionMakers: byMaker(({ holds, swaps, condition }) => ({
      holds: holds === 'every',
      ...(holds === 'some' ? { holdsInSome: true } : {}),
      swaps: swaps ?? null,
      condition: conditionJson(analysis, condition),
    })),
    together,
    ...(isCounted
      ? {
          rankings: exact(rankings),
          counts: byMaker(({ count }) => (count === undefined ? null : exact(count))),
        }
      : {}),
  };
}

function conditionJson({ conflict }: InverseAnalysis, { all }: Condition): Readonly<Record<string, unknown>> {
  return {
    all: all.map(({ move, any }) => ({
      move: move + 1,
      any: any.map(({ noBetter, reply }) => ({
        noBetter: noBetter.map((q) => q + 1),
        reply: wayJson(conflict, reply),
      })),
    })),
  };
}

/** A number where it is exact as one, else its digits. */
function exact(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : String(value);
}

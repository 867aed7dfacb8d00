// Writes a hypergame as the JSON that `hypergame --json` prints.
import type { HypergameAgainst, HypergameAnalysis, HypergameState } from '../analysis/index.ts';
import { misperceptions } from '../analysis/index.ts';
import type { Case, Concept } from '../model/index.ts';
import { leaverText, misperceptionText } from './hypergame-words.ts';

/** The JSON value; a pattern has one letter for each option of the case, in its order. */
export function hypergameJson(
  value: Case,
  found: HypergameAnalysis,
  unseeing: readonly string[],
): Readonly<Record<string, unknown>> {
  const { seers, expectations, against, concepts, complete } = found;
  const [first] = against;
  return {
    impasse: 1,
    case: value.title,
    options: value.options.map(({ key }) => key),
    hypergame: Object.fromEntries(seers.map(({ id, view }) => [id, view.conflict.account.id])),
    leftOut: unseeing,
    levels: 1,
    equilibria: Object.fromEntries(
      concepts.map((concept) => [
        concept,
        (first?.states ?? [])
          .filter(({ equilibrium }) => equilibrium.includes(concept))
          .map(({ taken }) => nameOf(value, taken)),
      ]),
    ),
    expected: expectations.map(
      ({ view, seers: seeing, taken, state, concepts: held, leavers, unknownTo }) => ({
        account: view.conflict.account.id,
        by: seeing.map(({ id }) => id),
        state: nameOf(value, taken),
        taken,
        id: state + 1,
        concepts: held,
        leavers: leavers.map((leaver) => ({
          decisionMaker: leaver.seer.id,
          account: leaver.seer.view.conflict.account.id,
          ...(leaver.improvement === undefined ? {} : { to: leaver.improvement + 1 }),
          says: leaverText(leaver),
        })),
        unknownTo,
      }),
    ),
    against: against.map((each) => ({
      account: each.base.conflict.account.id,
      states: each.states.map((state) => stateJson(value, found, each, state)),
    })),
    ...(complete ? { complete: true } : { truncated: true }),
  };
}

/** The pattern over all options of the case; in graph form the id of the state. */
function nameOf({ options }: Case, taken: readonly string[]): string {
  return options.length === 0
    ? taken.join()
    : options.map(({ key }) => (taken.includes(key) ? 'Y' : 'N')).join('');
}

function stateJson(
  value: Case,
  found: HypergameAnalysis,
  against: HypergameAgainst,
  state: HypergameState,
): Readonly<Record<string, unknown>> {
  const { taken, base, verdicts, equilibrium, baseEquilibrium, labels, unrecognisedBy } = state;
  return {
    state: nameOf(value, taken),
    taken,
    ...(base === undefined ? {} : { id: base + 1 }),
    equilibrium,
    accountEquilibrium: baseEquilibrium,
    labels,
    unrecognisedBy,
    views: Object.fromEntries(
      verdicts.map(({ decisionMaker, state: s, own, base: inBase }) => [
        decisionMaker,
        {
          recognised: s !== undefined,
          ...(s === undefined ? {} : { state: s + 1 }),
          stable: own,
          ...(inBase === undefined ? {} : { stableInAccount: inBase }),
        },
      ]),
    ),
    because: (Object.entries(labels) as [Concept, string][])
      .filter(([, label]) => label !== 'agreed')
      .flatMap(([concept]) =>
        misperceptions(against, state, concept, found.seers).map((each) => ({
          concept,
          decisionMaker: each.seer.id,
          stays: each.stays,
          reason: each.mismatch.kind,
          says: misperceptionText(each, against.base.conflict),
        })),
      ),
  };
}

// Writes what readings show as the JSON that `robust --json` prints.
import type { Everywhere, RobustAnalysis, Robustness } from '../analysis/index.ts';
import type { StateIndex } from '../model/index.ts';
import { concepts as allConcepts, stateName } from '../model/index.ts';
import { listLimit } from './analysis-json.ts';

/** The JSON value for one account; ids of states from 1, as in `analyze --json`. */
export function robustJson(found: RobustAnalysis): Readonly<Record<string, unknown>> {
  const { plan, tally, variations, decidedBy, complete } = found;
  const { conflict, settings, method, total } = plan;
  const { account } = conflict;
  const id = (dm: number): string | undefined => account.decisionMakers[dm]?.id;
  const states = statesToList(found);
  const agreements = allConcepts.flatMap((concept) => {
    const word = found.agreement(concept);
    return word === undefined ? [] : [[concept, robustnessJson(word)] as const];
  });
  return {
    account: account.id,
    name: account.name,
    method,
    readings: tally.readings,
    total,
    ...(method === 'sampled' ? { seed: settings.seed } : {}),
    noise: settings.noise,
    ties: settings.ties,
    stateCount: conflict.size,
    states: states.map((s) => ({
      id: s + 1,
      [conflict.space === undefined ? 'name' : 'pattern']: stateName(conflict, s),
      agreement: conflict.agreement?.[s] === 1,
      statusQuo: s === conflict.statusQuo,
      concepts: Object.fromEntries(
        allConcepts.map((concept) => [concept, robustnessJson(found.equilibrium(s, concept))]),
      ),
      flips: flipsJson(found, s),
    })),
    ...(agreements.length === 0 ? {} : { agreement: Object.fromEntries(agreements) }),
    decidedBy: decidedBy.map(id),
    variations: variations.map(({ decisionMaker, ...rest }) => ({
      decisionMaker: id(decisionMaker),
      ...rest,
    })),
    ...(complete ? { complete: true } : { truncated: true }),
  };
}

/** Every state where they are few, else the status quo and those that hold in some reading. */
function statesToList(found: RobustAnalysis): readonly StateIndex[] {
  const { conflict } = found.plan;
  const states = Array.from({ length: conflict.size }, (_, s) => s);
  if (conflict.size <= listLimit) return states;
  const holds = (s: StateIndex): boolean =>
    allConcepts.some((concept) => found.equilibrium(s, concept).share > 0);
  return states.filter((s) => s === conflict.statusQuo || holds(s)).slice(0, listLimit);
}

function robustnessJson({
  word,
  share,
  interval,
  isProven,
  completions,
}: Robustness): Readonly<Record<string, unknown>> {
  return {
    word,
    share,
    ...(interval === undefined ? {} : { interval }),
    proven: isProven,
    ...(completions === undefined ? {} : { completions }),
  };
}

/** By concept, the nearest break of a state that is an equilibrium of the preferences as listed. */
function flipsJson({ flips, plan }: RobustAnalysis, s: StateIndex): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    flips
      .filter(({ state }) => state === s)
      .map(({ concept, decisionMaker, swaps, isExact }) => [
        concept,
        {
          decisionMaker: plan.conflict.account.decisionMakers[decisionMaker]?.id,
          swaps,
          exact: isExact,
        },
      ]),
  );
}

/** What holds in every account, by name. */
export function everywhereJson(common: Everywhere): Readonly<Record<string, unknown>> {
  return {
    accounts: common.accounts,
    questions: common.questions.map(({ question, concept, answers, everywhere }) => ({
      question,
      concept,
      answers: Object.fromEntries(answers.map(({ account, word }) => [account, word])),
      ...(everywhere === undefined ? {} : { everywhere }),
    })),
    ...(common.states === undefined
      ? {}
      : {
          states: common.states.map(({ name, states, concepts }) => ({
            name,
            states: Object.fromEntries(states.map(({ account, state }) => [account, state + 1])),
            concepts,
          })),
        }),
  };
}

// Writes findings about coalitions as the JSON that `coalitions --json` prints.
import type { CoalitionAnalysis } from '../analysis/index.ts';
import type { Concept, StateIndex } from '../model/index.ts';

/** The JSON value for one account; ids of states from 1, as in `analyze --json`. */
export function coalitionJson(found: CoalitionAnalysis): Readonly<Record<string, unknown>> {
  const { analysis, question, coalitions, universal, joint, complete } = found;
  const { conflict } = analysis;
  const { account } = conflict;
  const ids = (members: readonly number[]): readonly (string | undefined)[] =>
    members.map((dm) => account.decisionMakers[dm]?.id);
  return {
    account: account.id,
    name: account.name,
    gain: question.gain,
    coalitions: coalitions.map(({ members, stable }) => ({
      members: ids(members),
      concepts: statesJson(stable),
    })),
    ...(universal === undefined ? {} : { universal: statesJson(universal) }),
    joint: joint.map(({ members, from, to, open }) => ({
      members: ids(members),
      from: from + 1,
      to: to + 1,
      agreement: conflict.agreement?.[to] === 1,
      open,
    })),
    extensions: question.concepts.filter((concept) => concept === 'sseq'),
    ...(complete ? { complete: true } : { truncated: true }),
  };
}

function statesJson(
  states: Readonly<Partial<Record<Concept, readonly StateIndex[]>>>,
): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    Object.entries(states).map(([concept, list]) => [concept, list.map((s) => s + 1)]),
  );
}

// Writes the ripeness panel as the JSON that `ripeness --json` prints.
import type { RipenessPanel } from '../analysis/index.ts';
import { ripenessGrounds } from './ripeness-report.ts';

/** The JSON value for one account. */
export function ripenessJson({
  analysis,
  parties,
  class: kind,
}: RipenessPanel): Readonly<Record<string, unknown>> {
  const { conflict } = analysis;
  const { account } = conflict;
  return {
    account: account.id,
    name: account.name,
    class: kind,
    parties: parties.map((party) => {
      const grounds = ripenessGrounds(conflict, party);
      const cell = (name: (typeof grounds)[number]['cell']): Readonly<Record<string, unknown>> => {
        const found = grounds.find((each) => each.cell === name);
        return { word: party[name].word, says: found?.text, evidence: found?.evidence };
      };
      const { state, ownView } = party.wayOut;
      return {
        decisionMaker: account.decisionMakers[party.decisionMaker]?.id,
        stuck: cell('stuck'),
        hurting: cell('hurting'),
        wayOut: {
          ...cell('wayOut'),
          ...(state === undefined ? {} : { state: state + 1 }),
          ...(ownView === undefined ? {} : { ownView }),
        },
      };
    }),
  };
}

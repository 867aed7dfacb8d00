// Lists states one a row, for spreadsheets: what each is, for whom it is stable, whether it is reached and a deal.
import type { AccountAnalysis } from '../../analysis/index.ts';
import { conceptBit } from '../../engine/index.ts';
import type { Concept, StateIndex } from '../../model/index.ts';
import { concepts as allConcepts, stateName, takes } from '../../model/index.ts';

type Cell = string | number | boolean | null;

/** Columns, and rows made as they are asked for: there may be millions. */
export interface StateTable {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/**
 * The states of one or several accounts, the first column naming the account.                     Rules [TAB4], [TAB5].
 *
 * Columns are named as in the JSON of `analyze`; `stable.DM` and `equilibrium` list concepts, one that holds only in
 * some readings of what is not known with a question mark. A decision maker that an account does not recognise has an
 * empty cell.
 * @complexity O(h + n · concepts) for each row
 */
export function stateTable(analyses: readonly AccountAnalysis[]): StateTable {
  const makers = [
    ...new Set(analyses.flatMap(({ conflict }) => conflict.account.decisionMakers.map(({ id }) => id))),
  ];
  return {
    columns: [
      'account',
      'id',
      'state',
      'taken',
      'statusQuo',
      'agreement',
      ...makers.map((id) => `stable.${id}`),
      'equilibrium',
      'reachable',
      'steps',
      'deal',
    ],
    rows: rowsOf(analyses, makers),
  };
}

function* rowsOf(analyses: readonly AccountAnalysis[], makers: readonly string[]): Iterable<readonly Cell[]> {
  for (const analysis of analyses) {
    const { conflict, deal, reachability, question, mixed } = analysis;
    const { account, space } = conflict;
    const { stable, possible } = analysis.stability;
    const list = conceptLists(question.concepts);
    const places = makers.map((id) => account.decisionMakers.findIndex((dm) => dm.id === id));
    const [deals, possibleDeals] = [new Set(deal.states), new Set(deal.possible)];
    const isMixed = new Set(mixed?.states ?? []);
    for (let s = 0; s < conflict.size; s += 1) {
      const isAgreement = conflict.agreement?.[s] === 1;
      yield [
        account.id,
        s + 1,
        stateName(conflict, s),
        space === undefined
          ? (account.graph?.states[s]?.name ?? '')
          : account.options.flatMap(({ key }, place) => (takes(space, s, place) ? [key] : [])).join(' '),
        s === conflict.statusQuo,
        isAgreement,
        ...places.map((dm) => (dm < 0 ? null : list(stable[dm]?.[s] as number, possible[dm]?.[s] as number))),
        list(inAll(stable, s), inAll(possible, s), isMixed.has(s)),
        reachedBy(reachability, s),
        reachability.steps(s),
        isAgreement ? (deals.has(s) ? 'yes' : possibleDeals.has(s) ? 'in some readings' : 'no') : null,
      ];
    }
  }
}

/** Words for bits of concepts: those that hold in every reading and, with a question mark, in some; each made once. */
function conceptLists(asked: readonly Concept[]): (every: number, some: number, isMixed?: boolean) => string {
  const concepts = allConcepts.filter((concept) => asked.includes(concept));
  const made = new Map<number, string>();
  return (every, some, isMixed = false) => {
    const key = (every << 9) | (some << 1) | (isMixed ? 1 : 0);
    let text = made.get(key);
    if (text === undefined) {
      const words = concepts.flatMap((concept) => {
        const bit = conceptBit(concept);
        return (every & bit) !== 0 ? [concept] : (some & bit) !== 0 ? [`${concept}?`] : [];
      });
      text = [...words, ...(isMixed ? ['mixed'] : [])].join(' ');
      made.set(key, text);
    }
    return text;
  };
}

/** The bits that a state has for every decision maker. */
function inAll(bits: readonly Uint8Array[], s: StateIndex): number {
  let all = 0xff;
  for (const each of bits) all &= each[s] as number;
  return all;
}

function reachedBy({ byImprovements, byMoves }: AccountAnalysis['reachability'], s: StateIndex): string {
  return byImprovements(s) ? 'improvements' : byMoves(s) ? 'moves' : 'no';
}

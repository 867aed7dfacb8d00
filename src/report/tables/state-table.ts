// Lists states one a row, for spreadsheets: what each is, for whom it is stable, whether it is reached and a deal.
import type { AccountAnalysis } from '../../analysis/index.ts';
import { equilibriumIn, stableIn } from '../../analysis/index.ts';
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
    const { conflict, deal, reachability, question, stability, mixed } = analysis;
    const { account, space } = conflict;
    const concepts = allConcepts.filter((concept) => question.concepts.includes(concept));
    const places = makers.map((id) => account.decisionMakers.findIndex((dm) => dm.id === id));
    const [sure, possible] = [new Set(deal.states), new Set(deal.possible)];
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
        ...places.map((dm) =>
          dm < 0 ? null : listed(concepts, (concept) => stableIn(stability, dm, s, concept)),
        ),
        [
          listed(concepts, (concept) => equilibriumIn(stability, s, () => concept)),
          isMixed.has(s) ? 'mixed' : '',
        ]
          .filter((word) => word !== '')
          .join(' '),
        reachedBy(reachability, s),
        reachability.steps(s),
        isAgreement ? (sure.has(s) ? 'yes' : possible.has(s) ? 'in some readings' : 'no') : null,
      ];
    }
  }
}

function listed(concepts: readonly Concept[], word: (concept: Concept) => string): string {
  const marks = { every: '', some: '?', none: undefined } as Readonly<Record<string, string | undefined>>;
  return concepts
    .flatMap((concept) => {
      const mark = marks[word(concept)];
      return mark === undefined ? [] : [concept + mark];
    })
    .join(' ');
}

function reachedBy({ byImprovements, byMoves }: AccountAnalysis['reachability'], s: StateIndex): string {
  return byImprovements(s) ? 'improvements' : byMoves(s) ? 'moves' : 'no';
}

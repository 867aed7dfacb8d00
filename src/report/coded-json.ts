// Writes statements, positions, networks and agreement as the JSON that their commands print.
import type {
  Agreement,
  Codebook,
  Coefficient,
  Network,
  NetworkOptions,
  Positions,
  Recoded,
  Statement,
  TableImport,
  TimeSlice,
  TimeWindow,
} from '../evidence/index.ts';
import { dateOfDay, inOrder } from '../evidence/index.ts';

type Json = Readonly<Record<string, unknown>>;

/** What `statements --json` prints. */
export function statementsJson(title: string, statements: readonly Statement[]): Json {
  return { impasse: 1, case: title, statements: statements.map(inOrder) };
}

/** What `statements --import --json` prints; a table that is wrong has no `import`. */
export function importJson(
  title: string,
  found: TableImport | undefined,
  isWritten: boolean,
  diagnostics: readonly unknown[],
): Json {
  const imported = found && {
    added: found.added.map(inOrder),
    changed: found.changed.map(({ before, after, fields }) => ({
      id: before.id,
      fields: Object.fromEntries(
        fields.map((field) => {
          const name = field as keyof Statement;
          return [field, { from: before[name], to: after[name] }];
        }),
      ),
    })),
    unchanged: found.unchanged,
    written: isWritten,
  };
  return { impasse: 1, case: title, ...(imported === undefined ? {} : { import: imported }), diagnostics };
}

/** What `codebook --json` prints: the codebook, after the change where one was asked for. */
export function codebookJson(
  title: string,
  { actors, concepts }: Codebook,
  statements: readonly Statement[],
  change?: Recoded & { readonly isWritten: boolean },
): Json {
  const idsWith = (has: (statement: Statement) => boolean): readonly string[] =>
    statements.filter(has).map(({ id }) => id);
  return {
    impasse: 1,
    case: title,
    actors: actors.map((each) => ({
      ...each,
      statements: idsWith(({ speaker, holder }) => [...speaker, ...holder].includes(each.id)),
    })),
    concepts: concepts.map((each) => ({
      ...each,
      statements: idsWith(({ concept }) => concept === each.id),
    })),
    ...(change === undefined
      ? {}
      : {
          change: {
            statements: change.changes,
            added: change.added,
            removed: change.removed,
            altered: change.altered,
            written: change.isWritten,
          },
        }),
  };
}

/** What `positions --json` prints. */
export function positionsJson(
  title: string,
  found: Positions,
  windows?: readonly { readonly window: TimeWindow; readonly positions: Positions }[],
): Json {
  return {
    impasse: 1,
    case: title,
    ...partsOf(found),
    ...(windows === undefined
      ? {}
      : {
          windows: windows.map(({ window, positions }) => ({ ...windowJson(window), ...partsOf(positions) })),
        }),
  };
}

const partsOf = ({ actors, concepts, cells }: Positions): Json => ({ actors, concepts, positions: cells });

const windowJson = ({ start, middle, end }: TimeWindow): Json => ({
  start: dateOfDay(start),
  middle: dateOfDay(middle),
  end: dateOfDay(end),
});

/** What `networks --json` prints: one network, or one for each window. */
export function networksJson(
  title: string,
  options: NetworkOptions,
  found: Network | readonly TimeSlice[],
): Json {
  const { mode, aggregation, normalisation, scale, duplicates } = options;
  const settings = { mode, aggregate: aggregation, normalise: normalisation, stance: scale, duplicates };
  return {
    impasse: 1,
    case: title,
    settings,
    ...('weights' in found
      ? { network: networkJson(found) }
      : {
          windows: found.map((slice) => ({
            ...windowJson(slice),
            mentions: slice.mentions,
            network: networkJson(slice.network),
          })),
        }),
  };
}

function networkJson({ mode, kinds, rows, columns, weights, legend, leftOut }: Network): Json {
  return {
    mode,
    kinds,
    rows,
    columns,
    weights,
    ...(legend === undefined ? {} : { legend: Object.fromEntries(legend) }),
    leftOut,
  };
}

/** What `agreement --json` prints. */
export function agreementJson(title: string, found: Agreement): Json {
  const { coders, documents, notCompared, statements, units, shared, spans, unitizing, fields } = found;
  return {
    impasse: 1,
    case: title,
    coders,
    documents,
    notCompared,
    statements,
    shared,
    units: units.map((unit) => ({
      document: unit.document,
      statements: unit.statements.map((each) => each?.id ?? null),
    })),
    spans: spans.map(({ between, scores }) => ({ between, ...scores })),
    unitizing: {
      alike: coefficientJson(unitizing.alike),
      byKind: coefficientJson(unitizing.byKind),
      kinds: Object.fromEntries(
        [...unitizing.byKind.categories].map(([kind, each]) => [kind, coefficientJson(each)]),
      ),
    },
    fields,
  };
}

const coefficientJson = ({ value, observed, expected, units }: Coefficient): Json => ({
  value,
  observed,
  expected,
  units,
});

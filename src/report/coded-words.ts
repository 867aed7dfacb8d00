// Says in words what was coded, by whom it is held and how far coders agree: listings for people.
import type {
  Agreement,
  Codebook,
  Coefficient,
  FieldAgreement,
  Network,
  Position,
  Positions,
  Recoded,
  Score,
  Statement,
  TableImport,
  TimeSlice,
} from '../evidence/index.ts';
import { dateOfDay } from '../evidence/index.ts';
import type { Document } from './document.ts';
import { heading, list, paragraph, table } from './document.ts';
import { counted, listed, printable } from './wording.ts';

/** Statements, one point each, with what is coded of them. */
export function statementsReport(statements: readonly Statement[], all: number): Document {
  const some = statements.length === all ? '' : ` of ${all}`;
  return [
    paragraph(`${counted(statements.length, 'statement')}${some}.`, 'strong'),
    ...list(
      statements.map((each) => ({
        text: printable(`${each.id}  ${codedText(each)}`),
        points: [printable(`“${plain(each.text)}”`)],
      })),
    ),
  ];
}

function codedText({
  speaker,
  holder,
  kind,
  grade,
  concept,
  stance,
  condition,
  status,
  coder,
}: Statement): string {
  const who = speaker.length === 0 ? 'somebody not named' : listed(speaker);
  const whose = holder.join() === speaker.join() ? '' : `, stance of ${listed(holder) || 'nobody'}`;
  const what = concept === null ? 'no concept' : `${concept} ${stanceText(stance)}`;
  return `${who}${whose}: ${kind}, ${grade}; ${what}${condition === null ? '' : ` (${condition})`}; ${status}, ${coder}`;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A stance with its sign. */
export function stanceText(stance: Statement['stance']): string {
  if (stance === null) return '?';
  return typeof stance === 'number' ? signed(stance) : stance;
}

const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));

/** What a table changes, or has changed. */
export function importReport({ added, changed, unchanged }: TableImport, isWritten: boolean): Document {
  const would = isWritten ? '' : 'would be ';
  return [
    paragraph(
      `${counted(changed.length, 'statement')} ${would}changed, ${added.length} ${would}added; ${unchanged} as before.`,
      'strong',
    ),
    ...list([
      ...changed.map(({ before, after, fields }) => ({
        text: printable(before.id),
        points: fields.map((field) => {
          const [from, to] = [before, after].map((each) => valueText(each[field as keyof Statement]));
          return printable(`${field}: ${from} becomes ${to}`);
        }),
      })),
      ...added.map((each) => ({
        text: printable(`${each.id}  new: ${codedText(each)}`),
        points: [printable(`“${plain(each.text)}”`)],
      })),
    ]),
    ...(isWritten || changed.length + added.length === 0
      ? []
      : [paragraph('Nothing is written yet: --write does it.', 'quiet')]),
  ];
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'nobody' : value.join(', ');
  if (value === null) return 'nothing';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : plain(String(value));
}

/** Actors and concepts, with how many statements have each. */
export function codebookReport({ actors, concepts }: Codebook, statements: readonly Statement[]): Document {
  const having = (has: (statement: Statement) => boolean): string =>
    counted(statements.filter(has).length, 'statement');
  return [
    heading(3, counted(actors.length, 'actor')),
    ...list(
      actors.map(({ id, name, aliases, metonyms }) =>
        printable(
          `${id}: ${[name, ...aliases, ...metonyms].join(', ')}; ${having((each) => [...each.speaker, ...each.holder].includes(id))}`,
        ),
      ),
    ),
    heading(3, counted(concepts.length, 'concept')),
    ...list(
      concepts.map(({ id, name, option, parent, opposite }) =>
        printable(
          [
            `${id}: ${name}`,
            ...(option === undefined ? [] : [`option ${option}`]),
            ...(parent === undefined ? [] : [`part of ${parent}`]),
            ...(opposite === undefined ? [] : [`opposite of ${opposite}`]),
            having(({ concept }) => concept === id),
          ].join('; '),
        ),
      ),
    ),
  ];
}

/** What a change of the codebook does, or has done, to statements. */
export function recodeReport({ changes, added, removed, altered }: Recoded, isWritten: boolean): Document {
  const would = isWritten ? '' : 'would be ';
  const count = new Set(changes.map(({ statement }) => statement)).size;
  const entries = [
    [added, 'new'],
    [removed, 'gone'],
    [altered, 'changed'],
  ] as const;
  return [
    paragraph(`${counted(count, 'statement')} ${would}changed.`, 'strong'),
    ...list(entries.flatMap(([ids, what]) => ids.map((id) => printable(`codebook: ${id} ${would}${what}`)))),
    ...list(
      changes.map(({ statement, field, from, to }) =>
        printable(`${statement}  ${field}: ${from} becomes ${to}`),
      ),
    ),
    ...(isWritten ? [] : [paragraph('Nothing is written yet: --write does it.', 'quiet')]),
  ];
}

/** Who stands where, as a table of signs and with the evidence of each cell. */
export function positionsReport(found: Positions): Document {
  if (found.cells.length === 0)
    return [paragraph('Nobody is on record with a concept among these statements.')];
  const byActor = new Map(
    found.actors.map((actor) => [actor, found.cells.filter((cell) => cell.actor === actor)]),
  );
  return [
    ...(found.concepts.length <= 8
      ? table(
          ['', ...found.concepts.map(printable)],
          found.actors.map((actor) => [
            printable(actor),
            ...found.concepts.map((concept) => {
              const cell = byActor.get(actor)?.find((each) => each.concept === concept);
              return cell === undefined ? '' : countsText(cell);
            }),
          ]),
        )
      : []),
    ...[...byActor].flatMap(([actor, cells]) => [
      heading(3, printable(actor)),
      ...list(
        cells.map((cell) =>
          printable(
            `${cell.concept}: ${countsText(cell)}${cell.mean === null ? '' : `, mean ${rounded(cell.mean)}`}; ${counted(cell.documents.length, 'document')}; ${cell.statements.join(', ')}`,
          ),
        ),
      ),
    ]),
    paragraph(
      '+ for, − against, 0 neutral, c conditional, ? stance not coded. Numbers say how often something was printed, not how much it matters.',
      'quiet',
    ),
  ];
}

function countsText(cell: Position): string {
  const parts = [
    [cell.for, '+'],
    [cell.against, '−'],
    [cell.neutral, '0'],
    [cell.conditional, 'c'],
    [cell.unknown, '?'],
  ] as const;
  return parts.flatMap(([count, mark]) => (count === 0 ? [] : [`${count}${mark}`])).join(' ');
}

/** At most three decimals. */
const rounded = (value: number): string => signed(Math.round(value * 1000) / 1000);

/** The ties of a network, the strongest first. */
export function networkReport(network: Network): Document {
  const { mode, rows, columns, weights, legend, leftOut } = network;
  const ties = weights
    .flatMap((row, i) =>
      row.flatMap((weight, j) =>
        weight === 0 || (mode === 'one-mode' && j <= i) ? [] : [{ from: rows[i], to: columns[j], weight }],
      ),
    )
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const nodes =
    mode === 'one-mode'
      ? counted(rows.length, network.kinds[0])
      : `${counted(rows.length, 'actor')}, ${counted(columns.length, 'concept')}`;
  const shown = ties.slice(0, mostTies);
  return [
    paragraph(`${nodes}, ${counted(ties.length, 'tie')}.`, 'strong'),
    ...table(
      ['from', 'to', 'weight'],
      shown.map(({ from = '', to = '', weight }) => [printable(from), printable(to), rounded(weight)]),
    ),
    ...(shown.length < ties.length
      ? [paragraph(`The ${mostTies} strongest; --to and --json give all.`, 'quiet')]
      : []),
    ...list([...(legend ?? [])].map(([weight, levels]) => `${weight}: stances ${levels}`)),
    ...(leftOut === 0
      ? []
      : [
          paragraph(
            `${counted(leftOut, 'mention')} left out: the stance is conditional, unknown or neutral.`,
            'quiet',
          ),
        ]),
  ];
}

const mostTies = 40;

/** The network of each window. */
export function slicesReport(slices: readonly TimeSlice[]): Document {
  if (slices.length === 0) return [paragraph('No statement has a date to the day.')];
  return slices.flatMap((slice) => [
    heading(3, `${dateOfDay(slice.start)} to ${dateOfDay(slice.end)}: ${counted(slice.mentions, 'mention')}`),
    ...networkReport(slice.network),
  ]);
}

/** How far coders agree, with how much was compared. */
export function agreementReport(found: Agreement): Document {
  const { coders, documents, notCompared, statements, shared, spans, unitizing, fields } = found;
  if (documents.length === 0)
    return [paragraph(`${listed(coders)} have no document in common whose text is there.`)];
  const byKind = [...unitizing.byKind.categories].map(([kind, each]) => [
    printable(kind),
    ...coefficientCells(each),
  ]);
  return [
    paragraph(
      `${listed(coders.map((coder, at) => `${printable(coder)} (${statements[at]})`))} in ${counted(documents.length, 'document')}; ${counted(shared, 'unit')} in common.`,
      'strong',
    ),
    ...(notCompared.length === 0
      ? []
      : [
          paragraph(`Not compared, since a coder has no statement there: ${printable(listed(notCompared))}.`),
        ]),
    heading(3, 'Spans (F1)'),
    ...table(
      ['', 'exact', 'soft', 'character'],
      spans.map(({ between, scores: { exact, soft, character } }) => [
        printable(listed(between)),
        ...[exact, soft, character].map(scoreText),
      ]),
    ),
    heading(3, 'Units (unitizing alpha)'),
    ...table(
      ['', 'alpha', 'units'],
      [
        ['all alike', ...coefficientCells(unitizing.alike)],
        ['by kind', ...coefficientCells(unitizing.byKind)],
        ...byKind,
      ],
    ),
    heading(3, 'What is coded of common units'),
    ...table(
      ['', 'units', 'percent', 'Cohen', 'Fleiss', 'alpha'],
      fields.map((each) => fieldCells(each)),
    ),
    paragraph(
      'Text that nobody coded counts nowhere. – where a figure is not defined: nothing to compare, or no variation.',
      'quiet',
    ),
  ];
}

function fieldCells({
  field,
  level,
  percent,
  cohen,
  fleiss,
  krippendorff,
}: FieldAgreement): readonly string[] {
  return [
    level === 'ordinal' ? `${field} (ordinal)` : field,
    String(percent.units),
    decimals(percent.value),
    cohen === undefined ? '' : decimals(cohen.value),
    decimals(fleiss.value),
    decimals(krippendorff.value),
  ];
}

const coefficientCells = ({ value, units }: Coefficient): readonly string[] => [
  decimals(value),
  String(units),
];
const scoreText = ({ f1 }: Score): string => decimals(f1);
const decimals = (value: number | null): string =>
  value === null ? '–' : value.toFixed(3).replace('-', '−');

// Reads one row of a table of statements: what it says of each field, and where its text stands.
import type { Code, Place } from '../../base/index.ts';
import { nearest } from '../../base/index.ts';
import type { ReadCell } from '../csv.ts';
import { anchorAt } from '../documents/anchor.ts';
import type { Anchor } from '../types/span.ts';
import type { Statement } from '../types/statement.ts';
import { grades, sourceIdentities, statementKinds, statementStatuses } from '../types/statement.ts';
import type { Patch } from './history.ts';
import { splitNames } from './names-list.ts';

/** Columns that are read back. */
export const codingColumns = [
  'start',
  'end',
  'text',
  'speaker',
  'holder',
  'addressee',
  'grade',
  'quoted',
  'source',
  'kind',
  'concept',
  'stance',
  'condition',
  'status',
] as const;
export type CodingColumn = (typeof codingColumns)[number];

export type Report = (
  code: Code,
  message: string,
  at: Place,
  more?: { readonly expected?: string; readonly nearest?: string; readonly hint?: string },
) => void;

/** A row by the names of its columns. */
export interface Row {
  readonly has: (name: string) => boolean;
  /** Empty where there is no such column. */
  readonly text: (name: string) => string;
  /** The cell, or the row where there is no such column. */
  readonly at: (name: string) => Place;
}

/** A row by its columns; undefined where it has more cells than they are. */
export function rowOf(
  cells: readonly ReadCell[],
  header: ReadonlyMap<string, number>,
  report: Report,
): Row | undefined {
  const [first] = cells as readonly [ReadCell];
  if (cells.length > header.size) {
    const { at } = cells[header.size] as ReadCell;
    report('E3203', `the row has ${cells.length} cells; there are ${header.size} columns`, at);
    return undefined;
  }
  const cell = (name: string): ReadCell | undefined => cells[header.get(name) ?? -1];
  return {
    has: (name) => header.has(name),
    text: (name) => cell(name)?.text ?? '',
    at: (name) => cell(name)?.at ?? first.at,
  };
}

/** What the row says of each field that it has a column for; undefined where a value is wrong. */
export function patchOf(row: Row, before: Statement | undefined, report: Report): Patch | undefined {
  const patch: Record<string, unknown> = {};
  let isRight = true;
  const wrong = (name: string, expected: string, near?: string): void => {
    isRight = false;
    report('E3203', `\`${row.text(name)}\` is no ${name} of a statement`, row.at(name), {
      expected,
      ...(near === undefined ? {} : { nearest: near }),
    });
  };
  const oneOf = (name: string, words: readonly string[]): void => {
    const value = row.text(name).trim().toLowerCase();
    if (words.includes(value)) patch[name] = value;
    // What is left empty stays as it is; a new statement gets its plain value later.
    else if (value !== '') wrong(name, words.join(', '), nearest(value, words));
  };
  for (const name of codingColumns) {
    if (!row.has(name)) continue;
    switch (name) {
      case 'start':
      case 'end':
      case 'text':
        break;
      case 'speaker':
      case 'holder':
      case 'addressee':
        patch[name] = splitNames(row.text(name));
        break;
      case 'grade':
        oneOf(name, grades);
        break;
      case 'source':
        oneOf(name, sourceIdentities);
        break;
      case 'kind':
        oneOf(name, statementKinds);
        break;
      case 'status':
        oneOf(name, statementStatuses);
        break;
      case 'quoted': {
        const value = row.text(name).trim().toLowerCase();
        if (value === 'yes' || value === 'no') patch[name] = value === 'yes';
        else if (value !== '') wrong(name, 'yes or no');
        break;
      }
      case 'stance': {
        const value = row.text(name).trim().toLowerCase();
        if (value === '') patch[name] = null;
        else if (value === 'conditional') patch[name] = value;
        else if (/^[+-]?[012]$/.test(value)) patch[name] = Number(value) + 0;
        else wrong(name, '-2, -1, 0, 1, 2, `conditional`, or nothing where it is not known');
        break;
      }
      case 'concept':
      case 'condition':
        patch[name] = row.text(name) === '' ? null : row.text(name);
    }
  }
  if (before === undefined && patch.holder === undefined) patch.holder = patch.speaker ?? [];
  return isRight ? (patch as Patch) : undefined;
}

/** Where the span stands; undefined where it does not, which is reported. */
export function anchorFor(
  row: Row,
  before: Statement | undefined,
  document: string,
  bodies: ReadonlyMap<string, string>,
  report: Report,
): Anchor | Record<string, never> | undefined {
  const text = row.has('text') ? row.text('text') : (before?.text ?? '');
  const numberIn = (name: string): number | null => (row.text(name) === '' ? null : Number(row.text(name)));
  const [start, end] = [numberIn('start'), numberIn('end')];
  // A spreadsheet may have changed line breaks within a cell.
  const asBefore =
    before !== undefined &&
    folded(text) === folded(before.text) &&
    (start ?? before.start) === before.start &&
    (end ?? before.end) === before.end;
  if (asBefore) return {};
  const body = bodies.get(document);
  if (body === undefined) {
    const near = nearest(document, [...bodies.keys()]);
    report(
      'E3204',
      `there is no document \`${document}\``,
      row.at('document'),
      near === undefined ? {} : { nearest: near },
    );
    return undefined;
  }
  if (text === '') {
    report('E3204', 'the statement has no text', row.at('text'));
    return undefined;
  }
  if (
    start !== null &&
    body.slice(start, start + text.length) === text &&
    (end ?? start + text.length) === start + text.length
  )
    return anchorAt(body, start, start + text.length);
  const place = body.indexOf(text);
  if (place >= 0 && body.indexOf(text, place + 1) < 0) return anchorAt(body, place, place + text.length);
  report(
    'E3204',
    place < 0
      ? `the text does not stand in \`${document}\``
      : `the text stands in \`${document}\` more than once`,
    row.at('text'),
    {
      hint:
        place < 0
          ? 'a text is verbatim, spaces and line breaks too'
          : 'say in `start` and `end` which one is meant',
    },
  );
  return undefined;
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

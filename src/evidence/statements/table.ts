// Writes statements as a table, and takes over from a table what a person changed or added in it.
import type { Diagnostic, Outcome } from '../../base/index.ts';
import { diagnostic, nearest } from '../../base/index.ts';
import type { Cell, ReadCell } from '../csv.ts';
import { readRows, writeRows } from '../csv.ts';
import type { Anchor } from '../types/span.ts';
import type { Change, Coding, Statement } from '../types/statement.ts';
import { grades, statementKinds } from '../types/statement.ts';
import type { Patch } from './history.ts';
import { changed } from './history.ts';
import { joinNames } from './names-list.ts';
import type { CodingColumn, Report, Row } from './table-row.ts';
import { anchorFor, codingColumns, patchOf, rowOf } from './table-row.ts';

/** Columns that are written for whoever reads the table, and not read back. */
const shownColumns = ['date', 'rule', 'score', 'hedges', 'loaded', 'within', 'origin'] as const;
const columns = ['id', 'document', ...codingColumns, 'coder', ...shownColumns] as const;

/**
 * Statements as CSV, one a row, every field a column.                                              Rule [STM23].
 *
 * Names are parted by semicolons, what is quoted is `yes` or `no`, what is not known is empty.
 * @param dates - ISO dates by id of the document
 * @complexity O(size of the text)
 */
export function writeStatementTable(
  statements: readonly Statement[],
  dates: ReadonlyMap<string, string> = new Map(),
): string {
  return writeRows([columns, ...statements.map((each) => columns.map((name) => cellOf(each, name, dates)))]);
}

function cellOf(
  statement: Statement,
  name: (typeof columns)[number],
  dates: ReadonlyMap<string, string>,
): Cell {
  switch (name) {
    case 'date':
      return dates.get(statement.document) ?? null;
    case 'speaker':
    case 'holder':
    case 'addressee':
      return joinNames(statement[name]);
    case 'hedges':
    case 'loaded':
      return joinNames(statement[name].map(({ text }) => text));
    case 'quoted':
      return statement.quoted ? 'yes' : 'no';
    default:
      return statement[name];
  }
}

/** What a table changes. */
export interface TableImport {
  /** All statements afterwards: those that were there in their order, then the new ones. */
  readonly statements: readonly Statement[];
  readonly added: readonly Statement[];
  readonly changed: readonly {
    readonly before: Statement;
    readonly after: Statement;
    readonly fields: readonly string[];
  }[];
  /** Rows that say what is known already. */
  readonly unchanged: number;
}

export interface TableContext {
  readonly statements: readonly Statement[];
  /** Texts by id of the document. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Who takes the table over, and when, in ISO 8601. */
  readonly stamp: Omit<Change, 'before'>;
}

/** More problems than this are not listed. */
const mostProblems = 100;

/**
 * Reads a table of statements against those that are there: a row with an id that is known changes that statement, any
 * other row is a new one. Nothing is taken over where any row is wrong.                    Rules [STM24] to [STM27].
 *
 * Columns may stand in any order, and any may be missing but `text` and `document`, or `id`: what is missing stays as
 * it is. A span that does not stand where it says is looked for in its document, and taken where it is there once.
 * @param uri - how diagnostics name the file
 * @complexity O(size of the table + rows · length of a document)
 */
export function readStatementTable(
  text: string,
  uri: string,
  { statements, bodies, stamp }: TableContext,
): Outcome<TableImport> {
  const { value: rows, diagnostics: broken } = readRows(text, uri);
  if (rows === undefined) return { diagnostics: broken };
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, message, at, more = {}) => {
    if (diagnostics.length < mostProblems) diagnostics.push(diagnostic(code, message, { at, ...more }));
  };
  const header = headerOf(rows[0] ?? [], uri, report);
  const known = new Map(statements.map((each) => [each.id, each]));
  const ids = new Set(known.keys());
  const seen = new Set<string>();
  const added: Statement[] = [];
  const changes: { before: Statement; after: Statement; fields: readonly string[] }[] = [];
  let unchanged = 0;
  for (const cells of header === undefined ? [] : rows.slice(1)) {
    const row = rowOf(cells, header as ReadonlyMap<string, number>, report);
    if (row === undefined) continue;
    const id = row.text('id');
    if (id !== '' && seen.has(id)) {
      report('E3203', `the id \`${id}\` is given twice`, row.at('id'));
      continue;
    }
    seen.add(id);
    const before = known.get(id);
    const patch = patchOf(row, before, report);
    const document = before?.document ?? row.text('document');
    const anchor = anchorFor(row, before, document, bodies, report);
    if (patch === undefined || anchor === undefined) continue;
    if (before !== undefined) {
      const after = changed(before, { ...patch, ...anchor }, stamp);
      if (after === before) unchanged += 1;
      else changes.push({ before, after, fields: fieldsOf(before, after) });
      continue;
    }
    const made = newStatement(
      id === '' ? freeId(document, ids) : id,
      document,
      anchor,
      patch,
      row,
      report,
      stamp,
    );
    if (made === undefined) continue;
    ids.add(made.id);
    added.push(made);
  }
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  const after = new Map(changes.map((each) => [each.before.id, each.after]));
  const all = [...statements.map((each) => after.get(each.id) ?? each), ...added];
  return { value: { statements: all, added, changed: changes, unchanged }, diagnostics };
}

/** Which column has which name; undefined where rows cannot be read by it. */
function headerOf(
  cells: readonly ReadCell[],
  uri: string,
  report: Report,
): ReadonlyMap<string, number> | undefined {
  const header = new Map<string, number>();
  let isRight = true;
  cells.forEach(({ text, at }, index) => {
    const name = text.trim().toLowerCase();
    if (header.has(name)) {
      isRight = false;
      report('E3202', `there are two columns \`${name}\``, at);
    }
    if (!(columns as readonly string[]).includes(name) && name !== '') {
      const near = nearest(name, columns);
      report('W3201', `the column \`${name}\` is not read`, at, near === undefined ? {} : { nearest: near });
    }
    header.set(name, index);
  });
  if (!isRight) return undefined;
  if (header.has('id') || (header.has('document') && header.has('text'))) return header;
  const start = { offset: 0, line: 1, column: 1 };
  report('E3202', 'the table says not which statements it has', cells[0]?.at ?? { uri, start, end: start }, {
    expected: 'a column `id`, or the columns `document` and `text`',
  });
  return undefined;
}

function newStatement(
  id: string,
  document: string,
  anchor: Anchor | Record<string, never>,
  patch: Patch,
  row: Row,
  report: Report,
  stamp: Omit<Change, 'before'>,
): Statement | undefined {
  const missing = (['grade', 'kind'] as const).filter((name) => patch[name] === undefined);
  for (const name of missing)
    report('E3203', `a new statement needs a ${name}`, row.at(name), {
      expected: (name === 'grade' ? grades : statementKinds).join(', '),
    });
  if (missing.length > 0) return undefined;
  const coding: Coding = {
    speaker: [],
    holder: [],
    addressee: [],
    grade: 'direct',
    quoted: false,
    source: 'named',
    kind: 'position',
    concept: null,
    stance: null,
    condition: null,
    ...patch,
    ...(anchor as Anchor),
  };
  return {
    id,
    document,
    ...coding,
    hedges: [],
    loaded: [],
    attribution: null,
    within: null,
    concepts: [],
    dates: [],
    coder: row.text('coder') || stamp.by,
    origin: 'human',
    rule: null,
    score: null,
    status: patch.status ?? 'suggested',
    history: [],
  };
}

function freeId(document: string, ids: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const id = `${document}-t${number}`;
    if (!ids.has(id)) return id;
  }
}

/** What differs, without the text around a span. */
function fieldsOf(before: Statement, after: Statement): readonly CodingColumn[] {
  return codingColumns.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

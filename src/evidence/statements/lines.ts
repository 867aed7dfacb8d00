// Reads and writes statements as lines of JSON, one each, so that git shows what changed.
import type { Diagnostic, Outcome, Place } from '../../base/index.ts';
import { diagnostic } from '../../base/index.ts';
import type { Document } from '../types/document.ts';
import type { Statement } from '../types/statement.ts';
import { statementRecord } from './record.ts';

/** More problems than this are not listed. */
const mostProblems = 100;

/**
 * Statements as text, one line each, fields always in the same order.                         Rule [STM1].
 * @complexity O(size of the text)
 */
export function writeStatements(statements: readonly Statement[]): string {
  return statements.map((statement) => `${JSON.stringify(inOrder(statement))}\n`).join('');
}

/** A record with its fields in the order of the schema. */
export function inOrder(statement: Statement): Record<string, unknown> {
  const { id, document, start, end, text, speaker, holder, addressee, grade, quoted, source, kind, ...rest } =
    statement;
  const { concept, stance, condition, hedges, loaded, rule, score, status, ...more } = rest;
  const { attribution, within, concepts, dates, prefix, suffix, coder, origin, history } = more;
  return {
    id,
    document,
    ...{ start, end, text, speaker, holder, addressee, grade, quoted, source, kind },
    ...{ concept, stance, condition, hedges, loaded, rule, score, status },
    ...{ attribution, within, concepts, dates, prefix, suffix, coder, origin, history },
  };
}

/**
 * Reads lines of statements; every line that is wrong is reported, the others are read.   Rules [STM2], [STM3].
 *
 * Fields that may be left out get their plain value, and the holder is the speaker.
 * @complexity O(size of the text)
 */
export function readStatements(given: string, uri: string): Outcome<readonly Statement[]> {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const statements: Statement[] = [];
  const diagnostics: Diagnostic[] = [];
  const ids = new Set<string>();
  let offset = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const at = place(uri, offset, index + 1, line.length);
    offset += raw.length + 1;
    if (line.trim() === '') continue;
    const statement = readLine(line, ids, (message, hint) => {
      if (diagnostics.length < mostProblems)
        diagnostics.push(diagnostic('E3020', message, { at, ...(hint === undefined ? {} : { hint }) }));
    });
    if (statement !== undefined) statements.push(statement);
  }
  return { value: statements, diagnostics };
}

/** @param ids - those of the lines before, to which this one's is added */
function readLine(
  line: string,
  ids: Set<string>,
  problem: (message: string, hint?: string) => void,
): Statement | undefined {
  const value = parseLine(line);
  if (value === undefined) {
    problem('the line is no JSON object', 'one statement is one line');
    return undefined;
  }
  const read = statementRecord.safeParse(value);
  if (!read.success) {
    for (const { path, message } of read.error.issues.slice(0, 5))
      problem(`${path.length === 0 ? 'the statement' : `\`${path.join('.')}\``}: ${message}`);
    return undefined;
  }
  const statement = read.data as unknown as Statement;
  if (statement.text.length !== statement.end - statement.start) {
    problem('`text` is not as long as `start` and `end` say', 'offsets count UTF-16 units');
    return undefined;
  }
  if (ids.has(statement.id)) {
    problem(`the id \`${statement.id}\` is given twice`);
    return undefined;
  }
  ids.add(statement.id);
  return 'holder' in value ? statement : { ...statement, holder: statement.speaker };
}

/**
 * The statements whose text does not stand where they say in their document, each as a problem.   Rule [STM4].
 * @param uri - how diagnostics name the file of statements
 * @complexity O(number of statements)
 */
export function misplaced(
  statements: readonly Statement[],
  { id, body }: Document,
  uri: string,
): readonly Diagnostic[] {
  return statements
    .filter(({ start, end, text }) => body.slice(start, end) !== text)
    .map((statement) =>
      diagnostic('E3021', `\`${statement.id}\` does not stand at ${statement.start} in \`${id}\``, {
        at: place(uri, 0, 1, 0),
        expected: JSON.stringify(statement.text.slice(0, 80)),
        hint: 'the document has changed: look for the statement again, or restore the document',
      }),
    );
}

function parseLine(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function place(uri: string, offset: number, line: number, length: number): Place {
  return {
    uri,
    start: { offset, line, column: 1 },
    end: { offset: offset + length, line, column: length + 1 },
  };
}

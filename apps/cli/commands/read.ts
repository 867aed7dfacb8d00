// The command `read`: the statements that the rules suggest in documents, one document after another.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Watch } from '../../../src/base/index.ts';
import { diagnostic, hasErrors } from '../../../src/base/index.ts';
import type { Document, Suggested } from '../../../src/evidence/index.ts';
import { emptyCodebook, inOrder, loadRuleSuggester } from '../../../src/evidence/index.ts';
import { readReport } from '../../../src/report/index.ts';
import { largestFile, readDocument } from '../../converters/index.ts';
import { findDocuments } from '../find-documents.ts';
import { printDiagnostics } from '../load-case.ts';
import { loadCodebook } from '../load-codebook.ts';
import { whyUnreadable } from '../read-file.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface ReadOptions {
  readonly codebook?: string;
  readonly encoding?: string;
  readonly json?: true;
  readonly body?: true;
}

/** Milliseconds that the rules may take for one document. */
const longest = 12_000;

export const registerRead: RegisterCommand = (program, terminal) => {
  program
    .command('read')
    .summary('suggest who says what in documents, each with its sentence')
    .description(
      'Reads documents (txt, md, html, docx, pdf, or folders of them) and suggests their statements, by rules and offline. A person accepts them.',
    )
    .argument('<documents...>', 'files, or folders')
    .option('--codebook <file>', 'actors and concepts to code with (codebook.yaml)')
    .option('--encoding <label>', 'the encoding of text and HTML that is not in UTF-8, such as windows-1252')
    .option('--json', 'print JSON, as the published schema has it')
    .option('--body', 'with --json: the text of each document too')
    .action((paths: readonly string[], options: ReadOptions) => read(paths, options, terminal));
};

async function read(given: readonly string[], options: ReadOptions, terminal: Terminal): Promise<void> {
  const codebook = options.codebook === undefined ? emptyCodebook : loadCodebook(options.codebook, terminal);
  if (codebook === undefined) return;
  const { paths, problems } = findDocuments(given, terminal.cwd);
  for (const problem of problems) terminal.err(`${problem}\n`);
  if (problems.length > 0) terminal.setExitCode(exit.problems);
  const suggest = await loadRuleSuggester();
  const taken = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  let count = 0;
  if (options.json === true) terminal.out('{"impasse":1,"documents":[');
  for (const path of paths) {
    if (terminal.watch.stopped()) break;
    if (paths.length > 1) terminal.watch.progress?.(count, paths.length, 'documents');
    const found = await open(path, options, taken, terminal);
    diagnostics.push(...found.diagnostics);
    printDiagnostics(found.diagnostics, new Map(), terminal);
    if (found.document === undefined) continue;
    taken.add(found.document.id);
    const suggested = suggest(found.document, codebook, untilDeadline(terminal.watch, paths.length > 1));
    if (suggested.truncated) {
      const warning = truncation(path, found.document, suggested);
      diagnostics.push(warning);
      printDiagnostics([warning], new Map(), terminal);
    }
    if (options.json === true)
      terminal.out(
        `${count === 0 ? '\n' : ',\n'}${json(path, found.document, suggested, options.body === true)}`,
      );
    else {
      const style = { columns: terminal.columns, colour: terminal.colour.out };
      terminal.out(renderText(readReport(found.document, suggested.statements, suggested.read), style));
    }
    count += 1;
  }
  if (paths.length > 1) terminal.watch.progress?.(paths.length, paths.length, 'documents');
  if (options.json === true) terminal.out(`\n],"diagnostics":${JSON.stringify(diagnostics)}}\n`);
  if (hasErrors(diagnostics)) terminal.setExitCode(exit.problems);
}

async function open(
  path: string,
  { encoding }: ReadOptions,
  taken: ReadonlySet<string>,
  terminal: Terminal,
): Promise<{ readonly document?: Document; readonly diagnostics: readonly Diagnostic[] }> {
  const full = resolve(terminal.cwd, path);
  try {
    const { size, isFile } = fileFacts(full);
    // A pipe or a device may never end, and waiting for it cannot be interrupted.
    if (!isFile) throw Object.assign(new Error('no file'), { code: 'NO_FILE' });
    // Not even read: the message says how large it is.
    if (size > largestFile) {
      const at = { offset: 0, line: 1, column: 1 };
      return {
        diagnostics: [
          diagnostic('E3003', `the file has ${size} bytes; ${largestFile} are read`, {
            at: { uri: path, start: at, end: at },
            hint: 'split it',
          }),
        ],
      };
    }
    const bytes = readFileSync(full);
    const { value, diagnostics } = await readDocument(bytes, path, {
      taken,
      ...(encoding === undefined ? {} : { encoding }),
    });
    return { diagnostics, ...(value === undefined ? {} : { document: value }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    terminal.err(`${path}: ${whyUnreadable(error)}\n`);
    terminal.setExitCode(exit.problems);
    return { diagnostics: [] };
  }
}

function fileFacts(path: string): { readonly size: number; readonly isFile: boolean } {
  const facts = statSync(path);
  return { size: facts.size, isFile: facts.isFile() };
}

/** Stops with the user, or when a document has had its time; of many documents the progress is counted, not of each. */
function untilDeadline(watch: Watch, isOneOfMany: boolean): Watch {
  const end = performance.now() + longest;
  return {
    stopped: () => watch.stopped() || performance.now() > end,
    ...(isOneOfMany || watch.progress === undefined ? {} : { progress: watch.progress }),
  };
}

function truncation(path: string, { body }: Document, { read: done }: Suggested): Diagnostic {
  const at = { offset: done, line: 1, column: 1 };
  return diagnostic('W3001', `${done} of ${body.length} characters were looked at for statements`, {
    at: { uri: path, start: at, end: at },
    hint: 'split the document',
  });
}

function json(
  path: string,
  document: Document,
  { statements, truncated }: Suggested,
  withBody: boolean,
): string {
  const { id, body, format, sha256, offset, ...metadata } = document;
  return JSON.stringify({
    document: id,
    path,
    format,
    sha256,
    bodySha256: createHash('sha256').update(body).digest('hex'),
    offset,
    length: body.length,
    ...metadata,
    ...(withBody ? { body } : {}),
    ...(truncated ? { truncated } : {}),
    statements: statements.map((statement) => {
      const { document: _, ...record } = inOrder(statement);
      return record;
    }),
  });
}

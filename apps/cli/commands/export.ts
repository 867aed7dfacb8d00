// The command `export`: accounts of a case, or what follows from them, in the formats of other tools.
import { InvalidArgumentError } from 'commander';
import type { AccountAnalysis } from '../../../src/analysis/index.ts';
import { analyzeConflict, defaultQuestion } from '../../../src/analysis/index.ts';
import type { Outcome } from '../../../src/base/index.ts';
import { nearest } from '../../../src/base/index.ts';
import { drawSvg, writeCsv, writeGmcr, writeNfg } from '../../../src/formats/index.ts';
import type { Conflict } from '../../../src/model/index.ts';
import { caseJson, latexTable, listed, stateGraphDot, stateTable } from '../../../src/report/index.ts';
import { chooseAccounts } from '../choose-accounts.ts';
import { findingsOf } from '../findings.ts';
import type { LoadedCase } from '../load-case.ts';
import { loadCase, printDiagnostics } from '../load-case.ts';
import { buildConflicts } from '../load-conflicts.ts';
import { collected } from '../option-values.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import { writeOutput } from '../write-output.ts';
import type { RegisterCommand } from './command.ts';

interface ExportOptions {
  readonly to: Format;
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly output?: string;
  readonly bom?: true;
}

/** What a format is given: all accounts at once, or one. */
const formats = {
  csv: 'several',
  json: 'several',
  latex: 'several',
  dot: 'one',
  svg: 'one',
  gmcr: 'one',
  nfg: 'one',
} as const;
type Format = keyof typeof formats;
const formatNames = Object.keys(formats) as Format[];

export const registerExport: RegisterCommand = (program, terminal) => {
  program
    .command('export')
    .summary('write accounts in the format of another tool')
    .description(
      'Writes accounts of a case, or what follows from them. csv: every state a row, the first column names the ' +
        'account. json: as `analyze --json --all` prints it, accounts in a list. latex: tables as papers print them, one ' +
        'account after another. Of one account: dot and svg, the graph of states; gmcr, a file of GMCR+; nfg, a game of ' +
        'Gambit.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .requiredOption('--to <format>', `one of ${listed(formatNames, 'or')}`, parseFormat)
    .option('--account <id>', 'only this account; may be given several times', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option('-o, --output <file>', 'write to this new file in place of standard output')
    .option('--bom', 'begin a csv with a byte-order mark, which some versions of Excel need')
    .action((path: string, options: ExportOptions) => exportCase(path, options, terminal));
};

function parseFormat(value: string): Format {
  const word = value.toLowerCase();
  const found = formatNames.find((name) => name === word);
  if (found !== undefined) return found;
  const near = nearest(word, formatNames);
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new InvalidArgumentError(`Formats are ${listed(formatNames)}.${meant}`);
}

async function exportCase(path: string, options: ExportOptions, terminal: Terminal): Promise<void> {
  const loaded = loadCase(path, terminal);
  if (loaded === undefined) return;
  const accounts = chooseAccounts(loaded.value, options, terminal);
  if (accounts === undefined) return;
  if (formats[options.to] === 'one' && accounts.length > 1) {
    const ids = listed(accounts.map(({ id }) => id));
    terminal.err(`${options.to} holds one account: choose one with --account. There are ${ids}.\n`);
    terminal.setExitCode(exit.usage);
    return;
  }
  const conflicts = buildConflicts(accounts, loaded, terminal);
  const pieces = conflicts && (await piecesOf(loaded, conflicts, options, terminal));
  if (pieces !== undefined) writeOutput(options.output, pieces, terminal);
}

async function piecesOf(
  loaded: LoadedCase,
  conflicts: readonly Conflict[],
  { to, bom }: ExportOptions,
  terminal: Terminal,
): Promise<Iterable<string> | undefined> {
  const { title } = loaded.value;
  const first = conflicts[0] as Conflict;
  switch (to) {
    case 'json':
      return caseJson(
        title,
        conflicts.map((conflict) => findingsOf(conflict, defaultQuestion, terminal)),
        true,
      );
    case 'csv':
      return csvPieces(analysesOf(conflicts, terminal), bom === true);
    case 'latex':
      return analysesOf(conflicts, terminal).map((analysis) => latexTable(analysis));
    case 'dot':
    case 'svg': {
      const dot = analysesOf([first], terminal).map((analysis) => stateGraphDot(analysis, { title }));
      return to === 'dot' ? dot : [await drawSvg(dot.join(''))];
    }
    case 'gmcr':
      return written(writeGmcr(first), loaded, terminal);
    case 'nfg':
      return written(writeNfg(first), loaded, terminal);
  }
}

function analysesOf(conflicts: readonly Conflict[], terminal: Terminal): readonly AccountAnalysis[] {
  const analyses = conflicts.map((conflict) => analyzeConflict(conflict, defaultQuestion, terminal.watch));
  if (analyses.some(({ complete }) => !complete))
    terminal.err('The work was stopped before its end: states may be stable that are not marked so.\n');
  return analyses;
}

/** Ten thousand rows at a time: there may be millions. */
function* csvPieces(analyses: readonly AccountAnalysis[], bom: boolean): Iterable<string> {
  const { columns, rows } = stateTable(analyses);
  yield writeCsv([columns], { bom });
  let batch: (readonly (string | number | boolean | null)[])[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < 10_000) continue;
    yield writeCsv(batch);
    batch = [];
  }
  if (batch.length > 0) yield writeCsv(batch);
}

function written(
  { value, diagnostics }: Outcome<string>,
  loaded: LoadedCase,
  terminal: Terminal,
): Iterable<string> | undefined {
  printDiagnostics(diagnostics, new Map([[loaded.path, loaded.text]]), terminal);
  if (value === undefined) terminal.setExitCode(exit.problems);
  return value === undefined ? undefined : [value];
}

// The command `positions`: who is on record with what, how often, with which stance, by which statements.
import { join } from 'node:path';
import type {
  ActorLevel,
  DuplicatePolicy,
  Mention,
  Positions,
  TimeWindow,
  WindowOptions,
} from '../../../src/evidence/index.ts';
import {
  actorLevels,
  dateOfDay,
  duplicatePolicies,
  emptyCodebook,
  mentionsOf,
  positionsOf,
  rangeOf,
  rollUp,
  windowsOver,
  within,
  withoutDuplicates,
  writeRows,
} from '../../../src/evidence/index.ts';
import type { Document } from '../../../src/report/index.ts';
import { counted, heading, listed, positionsJson, positionsReport } from '../../../src/report/index.ts';
import { openCodedCase } from '../coded-case.ts';
import { caseCodebook } from '../load-codebook.ts';
import { renderText } from '../render-text.ts';
import type { StatementFilter } from '../statement-filter.ts';
import { acceptedStatuses, filtered, fromOne, oneOf, withStatementFilter } from '../statement-filter.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import type { Stretch } from '../time-option.ts';
import { overWindows, parseStretch } from '../time-option.ts';
import { writeOutput } from '../write-output.ts';
import type { RegisterCommand } from './command.ts';

/** What `positions` and `networks` both ask. */
export interface MentionOptions extends StatementFilter {
  readonly actor: 'holder' | 'speaker';
  readonly level: ActorLevel;
  readonly duplicates: DuplicatePolicy;
  readonly window?: Stretch;
  readonly step?: number;
}

interface PositionsOptions extends MentionOptions {
  readonly csv?: true;
  readonly output?: string;
  readonly json?: true;
}

export const registerPositions: RegisterCommand = (program, terminal) => {
  const command = program
    .command('positions')
    .summary('who is on record with what: counts, stance and the statements behind them')
    .description(
      'Actors × concepts from the coded statements of a case: how often, for or against, by which statements; over time with --window. How often something is printed says nothing of how much it matters.',
    )
    .argument('<case>', 'a folder with statements/, or the case file in it');
  withMentionOptions(withStatementFilter(command, 'accepted and adjudicated'))
    .option('--csv', 'print a row for each actor and concept')
    .option('-o, --output <file>', 'write to this new file in place of standard output')
    .option('--json', 'print JSON')
    .action((path: string, options: PositionsOptions) => positions(path, options, terminal));
};

/** Adds the options that make mentions of statements. */
export function withMentionOptions(command: ReturnType<typeof withStatementFilter>): typeof command {
  return command
    .option(
      '--actor <who>',
      'who counts as the actor: the holder of the stance, or the speaker',
      oneOf(['holder', 'speaker']),
      'holder',
    )
    .option(
      '--level <level>',
      `count actors by themselves, by the group they belong to, or by the decision maker they speak for: ${listed(actorLevels, 'or')}`,
      oneOf(actorLevels),
      'own',
    )
    .option(
      '--duplicates <policy>',
      `count the same actor, concept and stance each time, or once in a document, week, month, year or at all: ${listed(duplicatePolicies, 'or')}`,
      oneOf(duplicatePolicies),
      'include',
    )
    .option(
      '--window <time>',
      'one result for each window of so many days, weeks, months or years',
      parseStretch,
    )
    .option('--step <number>', 'with --window: the next window begins so many units later', fromOne);
}

/** The mentions of the statements asked for; says where several coders count each. */
export async function openMentions(
  path: string,
  options: MentionOptions,
  terminal: Terminal,
): Promise<{ readonly title: string; readonly mentions: readonly Mention[] } | undefined> {
  const opened = await openCodedCase(path, terminal, false);
  if (opened === undefined) return undefined;
  const chosen = filtered(opened.statements, options, acceptedStatuses);
  if (chosen.length === 0 && opened.statements.length > 0)
    terminal.err(
      `None of ${counted(opened.statements.length, 'statement')} is used: accept some, or choose others with --status.\n`,
    );
  const coders = [...new Set(chosen.map(({ coder }) => coder))];
  if (coders.length > 1)
    terminal.err(`Statements of ${listed(coders)} count each; choose one with --coder.\n`);
  const codebook =
    options.level === 'own'
      ? emptyCodebook
      : caseCodebook(join(opened.folder, 'case.yaml'), undefined, terminal);
  if (codebook === undefined) return undefined;
  const nameOf = rollUp(codebook, options.level);
  return { title: opened.title, mentions: mentionsOf(chosen, opened.dates, options.actor, nameOf) };
}

async function positions(path: string, options: PositionsOptions, terminal: Terminal): Promise<void> {
  const { window, step, csv, json, output } = options;
  const wrong = csv && json ? 'Choose one of --csv and --json.' : wrongWindow(options);
  if (wrong !== undefined) {
    terminal.err(`${wrong}\n`);
    terminal.setExitCode(exit.usage);
    return;
  }
  const opened = await openMentions(path, options, terminal);
  if (opened === undefined) return;
  const mentions = withoutDuplicates(opened.mentions, options.duplicates, true);
  const found = positionsOf(mentions);
  const cut = window && { ...window, ...(step === undefined ? {} : { step }) };
  const times = cut && overWindows(() => windowsOfTime(mentions, cut), terminal);
  if (cut !== undefined && times === undefined) return;
  const windows = times?.map((each) => ({ window: each, positions: positionsOf(within(mentions, each)) }));
  const style = { columns: terminal.columns, colour: terminal.colour.out && output === undefined };
  const text = csv
    ? positionsCsv(windows ?? [{ positions: found }])
    : json
      ? `${JSON.stringify(positionsJson(opened.title, found, windows), null, 2)}\n`
      : renderText(reportOf(found, windows), style);
  writeOutput(output, [text], terminal);
}

/** What is wrong with how windows of time are asked for. */
export function wrongWindow({ window, step }: MentionOptions): string | undefined {
  return step !== undefined && window === undefined ? '--step belongs to --window.' : undefined;
}

function windowsOfTime(mentions: readonly Mention[], options: WindowOptions): readonly TimeWindow[] {
  const range = rangeOf(mentions);
  return range === null ? [] : windowsOver(range.first, range.last, options);
}

interface Windowed {
  readonly window?: TimeWindow;
  readonly positions: Positions;
}

function reportOf(found: Positions, windows: readonly Windowed[] | undefined): Document {
  if (windows === undefined) return positionsReport(found);
  if (windows.length === 0)
    return [{ kind: 'paragraph', text: 'No statement has a date to the day.', tone: 'plain' }];
  return windows.flatMap(({ window, positions: own }) => [
    ...(window === undefined ? [] : [heading(2, `${dateOfDay(window.start)} to ${dateOfDay(window.end)}`)]),
    ...positionsReport(own),
  ]);
}

function positionsCsv(windows: readonly Windowed[]): string {
  const timed = windows.some(({ window }) => window !== undefined);
  const stances = ['count', 'for', 'against', 'neutral', 'conditional', 'unknown', 'mean'] as const;
  return writeRows([
    [...(timed ? ['start', 'end'] : []), 'actor', 'concept', ...stances, 'documents', 'statements'],
    ...windows.flatMap(({ window, positions: { cells } }) =>
      cells.map((cell) => [
        ...(window === undefined ? [] : [dateOfDay(window.start), dateOfDay(window.end)]),
        cell.actor,
        cell.concept,
        ...stances.map((name) => cell[name]),
        cell.documents.join(' '),
        cell.statements.join(' '),
      ]),
    ),
  ]);
}

// The command `networks`: actors and concepts as networks, for other tools too, as a whole or over time.
import type {
  Kernel,
  Mention,
  Network,
  NetworkOptions,
  OneModeAggregation,
  OneModeNormalisation,
  StanceScale,
  TimeOptions,
  TimeSlice,
  TwoModeAggregation,
  TwoModeNormalisation,
} from '../../../src/evidence/index.ts';
import {
  dnaWindows,
  kernels,
  networkCsv,
  networkDl,
  networkGexf,
  networkGraphml,
  networkOf,
  networksOver,
  oneModeAggregations,
  oneModeNormalisations,
  rangeOf,
  slicesCsv,
  stanceScales,
  twoModeAggregations,
  twoModeNormalisations,
} from '../../../src/evidence/index.ts';
import { listed, networkReport, networksJson, slicesReport } from '../../../src/report/index.ts';
import { renderText } from '../render-text.ts';
import { fromOne, oneOf, withStatementFilter } from '../statement-filter.ts';
import type { Terminal } from '../terminal.ts';
import { exit } from '../terminal.ts';
import { overWindows } from '../time-option.ts';
import { writeOutput } from '../write-output.ts';
import type { RegisterCommand } from './command.ts';
import type { MentionOptions } from './positions.ts';
import { openMentions, withMentionOptions, wrongWindow } from './positions.ts';

const formats = ['csv', 'graphml', 'dl', 'gexf'] as const;
type Format = (typeof formats)[number];
const modes = ['two-mode', 'actors', 'concepts'] as const;
const aggregations = [...new Set([...twoModeAggregations, ...oneModeAggregations])];
const normalisations = [...new Set([...twoModeNormalisations, ...oneModeNormalisations])];

interface NetworksOptions extends MentionOptions {
  readonly mode: (typeof modes)[number];
  readonly aggregate?: TwoModeAggregation | OneModeAggregation;
  readonly normalise: TwoModeNormalisation | OneModeNormalisation;
  readonly stance: StanceScale;
  readonly leastActors: number;
  readonly leastConcepts: number;
  readonly kernel?: Kernel;
  readonly dnaWindows?: true;
  readonly slice?: number;
  readonly to?: Format;
  readonly output?: string;
  readonly json?: true;
}

export const registerNetworks: RegisterCommand = (program, terminal) => {
  const command = program
    .command('networks')
    .summary('networks of actors and concepts, for Gephi, UCINET and others too')
    .description(
      'Networks from the coded statements of a case. Names that begin with dna- compute what Discourse Network Analyzer 3.1.2 does; all others are exact.',
    )
    .argument('<case>', 'a folder with statements/, or the case file in it');
  const asked = withMentionOptions(withStatementFilter(command, 'accepted and adjudicated'))
    .option(
      '--mode <mode>',
      `ties between actors and concepts, or within either: ${listed(modes, 'or')}`,
      oneOf(modes),
      'two-mode',
    )
    .option(
      '--aggregate <how>',
      `what becomes of stances: two-mode ${listed(twoModeAggregations, 'or')} (default: subtract); else ${listed(oneModeAggregations, 'or')} (default: congruence)`,
      oneOf(aggregations),
    )
    .option(
      '--normalise <how>',
      `two-mode ${listed(twoModeNormalisations, 'or')}; else ${listed(oneModeNormalisations, 'or')}`,
      oneOf(normalisations),
      'none',
    )
    .option(
      '--stance <scale>',
      `compare stances by ${listed(stanceScales, 'or')}`,
      oneOf(stanceScales),
      'sign',
    )
    .option('--least-actors <number>', 'leave out actors with fewer mentions', fromOne, 1)
    .option('--least-concepts <number>', 'leave out concepts with fewer mentions', fromOne, 1)
    .option(
      '--kernel <kernel>',
      `with --window: weigh by distance in time, ${listed(kernels, 'or')}`,
      oneOf(kernels),
    )
    .option('--dna-windows', 'with --window: windows as DNA makes them')
    .option('--slice <number>', 'with --window: only this window, from 1', fromOne)
    .option('--to <format>', `print for another tool: ${listed(formats, 'or')}`, oneOf(formats));
  asked
    .option('-o, --output <file>', 'write to this new file in place of standard output')
    .option('--json', 'print JSON')
    .action((path: string, options: NetworksOptions) => networks(path, options, terminal));
};

async function networks(path: string, options: NetworksOptions, terminal: Terminal): Promise<void> {
  const fail = (text: string): void => {
    terminal.err(`${text}\n`);
    terminal.setExitCode(exit.usage);
  };
  const settings = settingsOf(options);
  const wrong = typeof settings === 'string' ? settings : (wrongWindow(options) ?? wrongTime(options));
  if (typeof settings === 'string' || wrong !== undefined) {
    fail(wrong as string);
    return;
  }
  const opened = await openMentions(path, options, terminal);
  if (opened === undefined) return;
  const { title, mentions } = opened;
  if (
    options.normalise === 'dna-prominence' &&
    settings.aggregation === 'combine' &&
    !isSquare(mentions, settings)
  ) {
    fail(
      'The prominence of combined stances in DNA needs as many actors as concepts; prominence does without.',
    );
    return;
  }
  const one = options.window === undefined ? networkOf(mentions, settings) : undefined;
  const all = one === undefined ? overWindows(() => slicesOf(mentions, settings, options), terminal) : [];
  if (all === undefined) return;
  const chosen = options.slice === undefined ? undefined : all[options.slice - 1];
  if (options.slice !== undefined && chosen === undefined) {
    fail(`There are ${all.length} windows; --slice chooses one of them.`);
    return;
  }
  const found = one ?? (chosen === undefined ? all : [chosen]);
  writeOutput(options.output, [textOf(title, found, settings, options, terminal)], terminal);
}

/** The settings, or what does not go together. */
function settingsOf(options: NetworksOptions): NetworkOptions | string {
  const { mode, aggregate, normalise, stance, duplicates, leastActors, leastConcepts, json, to } = options;
  if (json && to !== undefined) return 'Choose one of --json and --to.';
  const common = { scale: stance, duplicates, atLeast: { actors: leastActors, concepts: leastConcepts } };
  const [ways, divisors]: readonly [readonly string[], readonly string[]] =
    mode === 'two-mode'
      ? [twoModeAggregations, twoModeNormalisations]
      : [oneModeAggregations, oneModeNormalisations];
  const aggregation = aggregate ?? (mode === 'two-mode' ? 'subtract' : 'congruence');
  if (!ways.includes(aggregation)) return `--aggregate of ${mode} is ${listed(ways, 'or')}.`;
  if (!divisors.includes(normalise)) return `--normalise of ${mode} is ${listed(divisors, 'or')}.`;
  return { ...common, mode, aggregation, normalisation: normalise } as NetworkOptions;
}

function wrongTime({
  window,
  kernel,
  dnaWindows: asDna,
  step,
  slice,
  to,
}: NetworksOptions): string | undefined {
  if (window === undefined)
    return kernel !== undefined || asDna || slice !== undefined
      ? '--kernel, --dna-windows and --slice belong to --window.'
      : undefined;
  if ((kernel !== undefined || asDna) && step !== undefined)
    return 'With --kernel and --dna-windows the window moves by one unit; --step has no place.';
  if (kernel !== undefined && asDna) return 'Choose one of --kernel and --dna-windows.';
  if (to !== undefined && to !== 'csv' && slice === undefined)
    return `${to} holds one network: choose a window with --slice.`;
  return undefined;
}

function isSquare(mentions: readonly Mention[], settings: NetworkOptions): boolean {
  const plain = { ...settings, normalisation: 'none' } as NetworkOptions;
  const { rows, columns } = networkOf(mentions, plain);
  return rows.length === columns.length;
}

function slicesOf(
  mentions: readonly Mention[],
  settings: NetworkOptions,
  { window, kernel, step, dnaWindows: asDna }: NetworksOptions,
): readonly TimeSlice[] {
  const { size, unit } = window as NonNullable<typeof window>;
  const range = rangeOf(mentions);
  if (range === null) return [];
  const time: TimeOptions = {
    size,
    unit,
    ...(kernel === undefined ? {} : { kernel }),
    ...(step === undefined ? {} : { step }),
    ...(asDna ? { windows: dnaWindows(range.first, range.last, { size, unit }) } : {}),
  };
  return networksOver(mentions, settings, time);
}

const writers: Readonly<Record<Format, (network: Network) => string>> = {
  csv: networkCsv,
  graphml: networkGraphml,
  dl: networkDl,
  gexf: networkGexf,
};

function textOf(
  title: string,
  found: Network | readonly TimeSlice[],
  settings: NetworkOptions,
  { to, json, output, slice }: NetworksOptions,
  terminal: Terminal,
): string {
  if (json) return `${JSON.stringify(networksJson(title, settings, found), null, 2)}\n`;
  const one = 'weights' in found ? found : slice === undefined ? undefined : found[0]?.network;
  if (to !== undefined)
    return one === undefined ? slicesCsv(found as readonly TimeSlice[]) : writers[to](one);
  const style = { columns: terminal.columns, colour: terminal.colour.out && output === undefined };
  return renderText('weights' in found ? networkReport(found) : slicesReport(found), style);
}

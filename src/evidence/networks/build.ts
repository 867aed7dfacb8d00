// Makes a network of mentions as asked for: all of them, or one network for each window of time.
import { grouped } from '../grouped.ts';
import type { TimeUnit } from '../positions/calendar.ts';
import type { DuplicatePolicy, Mention } from '../positions/mentions.ts';
import { withoutDuplicates } from '../positions/mentions.ts';
import type { TimeWindow } from '../positions/windows.ts';
import { middles, rangeOf, windowsOver, within } from '../positions/windows.ts';
import type { CountOptions, StanceScale } from './counts.ts';
import { countMentions, labelsOf } from './counts.ts';
import type { Kernel } from './kernels.ts';
import { kernelWeight } from './kernels.ts';
import type { Network } from './network.ts';
import type { OneModeAggregation, OneModeNormalisation } from './one-mode.ts';
import { oneModeNetwork } from './one-mode.ts';
import type { TwoModeAggregation, TwoModeNormalisation } from './two-mode.ts';
import { twoModeNetwork } from './two-mode.ts';

interface CommonOptions {
  readonly scale: StanceScale;
  readonly duplicates: DuplicatePolicy;
  /** Actors and concepts with fewer mentions are left out, counted before anything is. */
  readonly atLeast?: { readonly actors: number; readonly concepts: number };
}

/** Actors × concepts; or actors × actors, or concepts × concepts. */
export type NetworkOptions = CommonOptions &
  (
    | {
        readonly mode: 'two-mode';
        readonly aggregation: TwoModeAggregation;
        readonly normalisation: TwoModeNormalisation;
      }
    | {
        readonly mode: 'actors' | 'concepts';
        readonly aggregation: OneModeAggregation;
        readonly normalisation: OneModeNormalisation;
      }
  );

export interface TimeOptions {
  /** How many units a window is wide. */
  readonly size: number;
  readonly unit: TimeUnit;
  /** Without one, every mention in a window counts 1 and all others 0. */
  readonly kernel?: Kernel;
  /** Without a kernel: by how many units the next window begins later. */
  readonly step?: number;
  /** Without a kernel: other windows than `windowsOver` makes. */
  readonly windows?: readonly TimeWindow[];
}

/** The network of one window of time. */
export interface TimeSlice extends TimeWindow {
  readonly network: Network;
  /** How many mentions fall into it; with a Gaussian kernel, all. */
  readonly mentions: number;
}

/**
 * The network of mentions.                                                                        Rule [NET11].
 * @complexity as `twoModeNetwork` and `oneModeNetwork`
 */
export function networkOf(mentions: readonly Mention[], options: NetworkOptions): Network {
  return build(selected(mentions, options), options);
}

/**
 * One network for each window, all with the same rows and columns. Mentions without a day are left out.
 *                                                                                            Rules [NET12], [NET13].
 *
 * With a kernel, middles move by one unit from the first day to the last, and a mention weighs the kernel of its
 * distance; a pair of mentions weighs the root of the product of both.
 * @complexity windows · (mentions + the network)
 */
export function networksOver(
  mentions: readonly Mention[],
  options: NetworkOptions,
  time: TimeOptions,
): readonly TimeSlice[] {
  const chosen = selected(mentions, options).filter(({ day }) => day !== null);
  const range = rangeOf(chosen);
  if (range === null) return [];
  const labels = labelsOf(chosen);
  const { kernel, size, unit } = time;
  if (kernel === undefined)
    return (time.windows ?? windowsOver(range.first, range.last, time)).map((window) => {
      const own = within(chosen, window);
      return { ...window, mentions: own.length, network: build(own, options, labels) };
    });
  return middles(range.first, range.last, unit).map((middle) => {
    const weights = new Map(
      chosen.map((each) => [each, kernelWeight(kernel, each.day as number, middle, size, unit)]),
    );
    const own = chosen.filter((each) => (weights.get(each) as number) > 0);
    const days = own.map(({ day }) => day as number);
    return {
      start: days.reduce((a, b) => Math.min(a, b), middle),
      end: days.reduce((a, b) => Math.max(a, b), middle),
      middle,
      mentions: own.length,
      network: build(chosen, options, labels, (each) => weights.get(each) as number),
    };
  });
}

/** Those of frequent actors and concepts, without what the duplicates policy leaves out. */
function selected(mentions: readonly Mention[], options: NetworkOptions): readonly Mention[] {
  const { actors = 1, concepts = 1 } = options.atLeast ?? {};
  const rare = (of: (mention: Mention) => string, least: number): ReadonlySet<string> =>
    new Set([...grouped(mentions, of)].filter(([, own]) => own.length < least).map(([name]) => name));
  const [rareActors, rareConcepts] = [
    rare(({ actor }) => actor, actors),
    rare(({ concept }) => concept, concepts),
  ];
  const frequent = mentions.filter(
    ({ actor, concept }) => !rareActors.has(actor) && !rareConcepts.has(concept),
  );
  return withoutDuplicates(frequent, options.duplicates, options.aggregation !== 'ignore');
}

function build(
  mentions: readonly Mention[],
  options: NetworkOptions,
  labels = labelsOf(mentions),
  weightOf?: (mention: Mention) => number,
): Network {
  const scale = options.mode === 'two-mode' && options.aggregation === 'ignore' ? 'ignore' : options.scale;
  const counting: CountOptions = { scale, labels, transposed: options.mode === 'concepts' };
  if (options.mode === 'two-mode')
    return twoModeNetwork(
      countMentions(mentions, weightOf === undefined ? counting : { ...counting, weightOf }),
      options.aggregation,
      options.normalisation,
    );
  const ignoring = options.aggregation === 'ignore' && !options.normalisation.startsWith('dna-');
  const how: CountOptions = { ...counting, scale: ignoring ? 'ignore' : options.scale };
  const counts = countMentions(
    mentions,
    weightOf === undefined ? how : { ...how, weightOf: (each) => Math.sqrt(weightOf(each)) },
  );
  return oneModeNetwork(counts, {
    aggregation: options.aggregation,
    scale: options.scale,
    normalisation: options.normalisation,
    kind: options.mode === 'actors' ? 'actor' : 'concept',
    ...(weightOf === undefined ? {} : { unweighted: countMentions(mentions, how) }),
  });
}

// The command `robust`: how much of the findings rests on what is not known of the preferences, and on whom.
import { InvalidArgumentError } from 'commander';
import type { RobustAnalysis, RobustSettings } from '../../../src/analysis/index.ts';
import {
  defaultRobustSettings,
  everywhere,
  robustAnalysis,
  robustPlan,
  strengthOf,
} from '../../../src/analysis/index.ts';
import { concepts } from '../../../src/model/index.ts';
import type { Document } from '../../../src/report/index.ts';
import {
  accountsJson,
  everywhereJson,
  robustJson,
  robustReport,
  strengthBlocks,
  strengthJson,
} from '../../../src/report/index.ts';
import { loadConflicts } from '../load-conflicts.ts';
import { collected } from '../option-values.ts';
import { renderText } from '../render-text.ts';
import { tallyReadings } from '../robust-threads.ts';
import type { Terminal } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface RobustOptions {
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly samples?: number;
  readonly seed: number;
  readonly noise: number;
  readonly ties?: true;
  readonly strength?: true;
  readonly json?: true;
}

export const registerRobust: RegisterCommand = (program, terminal) => {
  program
    .command('robust')
    .summary('say what holds whatever is not known, how often, and whose unknowns decide')
    .description(
      'Reads what is not known of the preferences every way there is, or draws readings at random where they are too ' +
        'many: unknown orders, rival lists, unknown pairs. Says which situations hold in every, in some or in no reading.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--account <id>', 'only this account; may be given several times', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option(
      '--samples <number>',
      'how many readings are drawn where they are too many to go through (default: 10000)',
      wholeNumber(1, 1e8),
    )
    .option(
      '--seed <number>',
      'the seed of the samples: the same seed, the same result',
      wholeNumber(0, 2 ** 31),
      1,
    )
    .option(
      '--noise <number>',
      'exchange so many neighbouring priorities in each list of known order, places in a ranking',
      wholeNumber(0, 100),
      0,
    )
    .option('--ties', 'let an unknown pair also be a tie')
    .option(
      '--strength',
      'also say which situations are held by fear of something much worse (`strong: true`)',
    )
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: RobustOptions) => robust(path, options, terminal));
};

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return value;
  };
}

async function robust(path: string, options: RobustOptions, terminal: Terminal): Promise<void> {
  const loaded = loadConflicts(path, options, terminal);
  if (loaded === undefined) return;
  const { conflicts } = loaded;
  const settings: RobustSettings = {
    ...defaultRobustSettings,
    seed: options.seed,
    noise: options.noise,
    ties: options.ties === true,
    ...(options.samples === undefined ? {} : { samples: options.samples }),
  };
  const found: RobustAnalysis[] = [];
  for (const conflict of conflicts) {
    const plan = robustPlan(conflict, settings);
    found.push(robustAnalysis(plan, await tallyReadings(plan, terminal.watch), terminal.watch));
  }
  const common = everywhere(found, concepts);
  const strength = ({ plan }: RobustAnalysis): ReturnType<typeof strengthOf> =>
    strengthOf(plan.conflict, terminal.watch);
  const strengthOfEach = (each: RobustAnalysis): Document =>
    options.strength === true ? strengthBlocks(each.plan.conflict, strength(each)) : [];
  if (options.json === true) {
    const json = {
      ...accountsJson(
        loaded.value.title,
        found.map((each) => ({
          ...robustJson(each),
          ...(options.strength === true
            ? { strength: strengthJson(each.plan.conflict, strength(each)) }
            : {}),
        })),
      ),
      ...(common === undefined ? {} : { everyAccount: everywhereJson(common) }),
    };
    terminal.out(`${JSON.stringify(json, null, 1)}\n`);
  } else {
    terminal.out(
      renderText(robustReport(loaded.value, found, common, strengthOfEach), {
        columns: terminal.columns,
        colour: terminal.colour.out,
      }),
    );
  }
}

// The command `unlock`: the smallest changes that open an agreement, and whose changes they are.
import { InvalidArgumentError } from 'commander';
import type { EditKind, Reach, UnlockQuestion } from '../../../src/analysis/index.ts';
import {
  allEditKinds,
  defaultUnlockQuestion,
  editKinds,
  keptLimit,
  keptOf,
  unlockOf,
} from '../../../src/analysis/index.ts';
import type { Concept } from '../../../src/model/index.ts';
import { listed, unlockJson, unlockReport } from '../../../src/report/index.ts';
import { loadConflicts } from '../load-conflicts.ts';
import { collected, parseConcepts } from '../option-values.ts';
import { renderText } from '../render-text.ts';
import type { Terminal } from '../terminal.ts';
import type { RegisterCommand } from './command.ts';

interface UnlockOptions {
  readonly account?: readonly string[];
  readonly variants?: true;
  readonly concept: Concept;
  readonly reach: Reach;
  readonly maxEdits: number;
  readonly kinds?: readonly EditKind[];
  readonly diagnostic?: true;
  readonly all?: true;
  readonly json?: true;
}

/** Sets of more changes would be too many to try, and too much to ask of anybody. */
const mostEdits = 6;

export const registerUnlock: RegisterCommand = (program, terminal) => {
  program
    .command('unlock')
    .summary('find the smallest changes that open an agreement, and whose changes they are')
    .description(
      'Tries every set of changes to each account, up to a size, and lists all minimal ones after which an agreement ' +
        'holds and can be reached; each with the premise that it touches, its evidence, and whether the deal would be kept.',
    )
    .argument('<case>', 'a case file, or a folder with a case.yaml')
    .option('--account <id>', 'only this account; may be given several times', collected)
    .option('--variants', 'also the what-if variants of accounts')
    .option('--concept <concept>', 'the concept by which an agreement must hold', parseConcept, 'nash')
    .option(
      '--reach <how>',
      'how it must be reached: by improvements, by moves nobody need gain from, or any',
      parseReach,
      'improvements',
    )
    .option('--max-edits <number>', 'the most changes of one set', parseMaxEdits, 2)
    .option('--kinds <list>', `only these kinds of changes: ${editKinds.join(', ')}`, parseKinds)
    .option('--diagnostic', 'also turn wishes into their opposite, which is no proposal')
    .option('--all', 'list every set, however many there are')
    .option('--json', 'print JSON, as the published schema has it')
    .action((path: string, options: UnlockOptions) => unlock(path, options, terminal));
};

function parseConcept(value: string): Concept {
  const [concept, ...others] = parseConcepts(value);
  if (concept === undefined || others.length > 0) throw new InvalidArgumentError('It is one concept.');
  return concept;
}

function parseReach(value: string): Reach {
  if (value === 'improvements' || value === 'moves' || value === 'any') return value;
  throw new InvalidArgumentError('It is one of improvements, moves and any.');
}

function parseMaxEdits(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= mostEdits) return number;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${mostEdits}.`);
}

function parseKinds(value: string, before: readonly EditKind[] = []): readonly EditKind[] {
  const asked = collected(value);
  const unknown = asked.filter((word) => !(allEditKinds as readonly string[]).includes(word));
  if (unknown.length > 0) throw new InvalidArgumentError(`Known kinds are ${listed(allEditKinds)}.`);
  return [...new Set([...before, ...(asked as EditKind[])])];
}

function unlock(path: string, options: UnlockOptions, terminal: Terminal): void {
  const loaded = loadConflicts(path, options, terminal);
  if (loaded === undefined) return;
  const { conflicts } = loaded;
  const { concept, reach, maxEdits } = options;
  const kinds = new Set([
    ...(options.kinds ?? editKinds),
    ...(options.diagnostic === true ? (['negate'] as const) : []),
  ]);
  const question: UnlockQuestion = { ...defaultUnlockQuestion, concept, reach, maxEdits, kinds: [...kinds] };
  const findings = conflicts.map((conflict) => ({
    unlocked: unlockOf(conflict, loaded.value.offers, question, terminal.watch),
    kept: conflict.size > keptLimit ? [] : keptOf(conflict, undefined, undefined, terminal.watch),
  }));
  terminal.out(
    options.json === true
      ? `${JSON.stringify(unlockJson(loaded.value, findings), null, 1)}\n`
      : renderText(unlockReport(loaded.value, findings, options.all === true), {
          columns: terminal.columns,
          colour: terminal.colour.out,
        }),
  );
}

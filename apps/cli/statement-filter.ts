// Gives commands on evidence their options for which statements to use, and applies them.
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { nearest } from '../../src/base/index.ts';
import type { Statement } from '../../src/evidence/index.ts';
import { grades, statementKinds, statementStatuses } from '../../src/evidence/index.ts';
import { listed } from '../../src/report/index.ts';

/** What the user asked for; a list means any of it, several lists mean all of them. */
export interface StatementFilter {
  readonly speaker?: readonly string[];
  readonly holder?: readonly string[];
  readonly concept?: readonly string[];
  readonly kind?: readonly string[];
  readonly grade?: readonly string[];
  readonly status?: readonly string[];
  readonly document?: readonly string[];
  readonly coder?: readonly string[];
}

/** Adds the options to a command. */
export function withStatementFilter(command: Command, statusDefault: string): Command {
  return command
    .option('--speaker <name>', 'only whose words are of this actor; may be given several times', collect)
    .option('--holder <name>', 'only whose stance is of this actor', collect)
    .option('--concept <id>', 'only on this concept; `none` for those without', collect)
    .option('--kind <kind>', 'only of this kind: demand, offer, threat, ...', collectOf(statementKinds))
    .option('--grade <grade>', `only of this grade: ${listed(grades, 'or')}`, collectOf(grades))
    .option(
      '--status <status>',
      `only of this status: ${listed([...statementStatuses, 'all'], 'or')} (default: ${statusDefault})`,
      collectOf([...statementStatuses, 'all']),
    )
    .option('--document <id>', 'only of this document', collect)
    .option('--coder <name>', 'only as this person, rule or model coded them', collect);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** An option that takes one of some words, several times. */
function collectOf(words: readonly string[]) {
  return (value: string, before: readonly string[] = []): readonly string[] => [
    ...before,
    oneOf(words)(value),
  ];
}

/** A parser of an option that takes one of some words. */
export function oneOf<T extends string>(words: readonly T[]): (value: string) => T {
  return (value) => {
    const word = value.toLowerCase();
    const found = words.find((each) => each === word);
    if (found !== undefined) return found;
    const near = nearest(word, words);
    throw new InvalidArgumentError(
      `It is one of ${listed(words, 'or')}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
    );
  };
}

/** A parser of an option that takes a whole number from 1. */
export function fromOne(value: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('It is a whole number from 1.');
}

/**
 * The statements that were asked for; names count in any case.
 * @param statuses - those that count where the user says nothing
 */
export function filtered(
  statements: readonly Statement[],
  filter: StatementFilter,
  statuses: readonly string[],
): readonly Statement[] {
  const allowed = filter.status ?? statuses;
  const named = (asked: readonly string[] | undefined, names: readonly string[]): boolean => {
    if (asked === undefined) return true;
    const folded = names.map((name) => name.toLowerCase());
    return asked.some((name) => folded.includes(name.toLowerCase()));
  };
  return statements.filter(
    (each) =>
      (allowed.includes('all') || allowed.includes(each.status)) &&
      named(filter.speaker, each.speaker) &&
      named(filter.holder, each.holder) &&
      named(filter.concept, [each.concept ?? 'none']) &&
      named(filter.kind, [each.kind]) &&
      named(filter.grade, [each.grade]) &&
      named(filter.document, [each.document]) &&
      named(filter.coder, [each.coder]),
  );
}

/** What counts where a command builds on statements: what a person has looked at. */
export const acceptedStatuses = ['accepted', 'adjudicated'] as const;

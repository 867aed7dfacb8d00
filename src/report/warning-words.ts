// Says what each warning about a model means for somebody who reads its verdict.
import type { Warning } from '../analysis/index.ts';
import type { Conflict, StateIndex } from '../model/index.ts';
import { concepts as allConcepts } from '../model/index.ts';
import { namesOf } from './naming.ts';
import { counted, listed } from './wording.ts';

/** Kinds of warnings that are told in one line for all that they concern. */
const together: Readonly<Partial<Record<Warning['code'], string>>> = {
  W2006: 'No preference mentions',
  W2007:
    'These can never matter where they stand, since what comes before them decides every pair that they could part',
  W2008: 'These premises cite no evidence',
};

/** All warnings, each in a sentence with its code; those that only list premises or options share one. */
export function warningLines(conflict: Conflict, warnings: readonly Warning[]): readonly string[] {
  const lines: string[] = [];
  const told = new Set<string>();
  for (const warning of warnings) {
    const same = warnings.filter(({ code }) => code === warning.code);
    const intro = together[warning.code];
    if (intro === undefined || same.length === 1) {
      lines.push(`${warningText(conflict, warning)} (${warning.code})`);
    } else if (!told.has(warning.code)) {
      told.add(warning.code);
      const what = same.map(
        ({ premise, option }) => premise ?? (option === undefined ? '' : optionName(conflict, option)),
      );
      lines.push(`${intro}: ${listed(what)}. (${warning.code})`);
    }
  }
  return lines;
}

function optionName(conflict: Conflict, key: string): string {
  const place = conflict.account.options.findIndex((each) => each.key === key);
  return place < 0 ? `"${key}"` : `"${namesOf(conflict).option(place)}"`;
}

/** A warning in one or two sentences. */
export function warningText(conflict: Conflict, warning: Warning): string {
  const { account } = conflict;
  const names = namesOf(conflict);
  const option = (key: string | undefined): string => optionName(conflict, key ?? '');
  const party = (id: string | undefined): string =>
    names.decisionMaker(account.decisionMakers.findIndex((dm) => dm.id === id));
  const where = situations(conflict, warning.states ?? []);
  const hold = warning.states?.length === 1 ? 'holds' : 'hold';
  const by = `By ${conceptList(warning.concepts ?? [])}, ${where} ${hold}`;
  switch (warning.code) {
    case 'W2001':
      return warning.bar?.startsWith('forbiddenMoves.') === true
        ? `${by} only because a move is forbidden (${warning.bar}).`
        : `${by} only because ${option(warning.bar)} cannot be ${directionWord(conflict, warning.bar)}: irreversibility, not satisfaction.`;
    case 'W2002':
      return (
        `${by} only because a better move leads to a combination that the account ` +
        `takes to be infeasible (${barText(conflict, warning.bar)}).`
      );
    case 'W2003':
      return `One bar alone removes every agreement: ${barText(conflict, warning.bar)}. It is ${barKind(conflict, warning.bar)}, not a fact of logic.`;
    case 'W2004':
      return 'No feasible situation counts as the agreement, and no single legal or assumed bar is the cause.';
    case 'W2005':
      return `${party(warning.decisionMaker)} is indifferent between all situations: nothing is said of what it prefers.`;
    case 'W2006':
      return `No preference mentions ${option(warning.option)}: nobody is said to care about it.`;
    case 'W2007':
      return `${warning.premise} can never matter where it stands: what comes before it decides every pair of situations that it could part.`;
    case 'W2008':
      return `${warning.premise} cites no evidence.`;
    case 'W2009':
      return `The verdict rests on one piece of evidence, ${warning.evidence}: without the premises that cite it alone (${warning.premise?.replaceAll(' ', ', ')}) it would be another.`;
    case 'W2010':
      return `What happens without a deal, ${where}, is not stable itself: the deal test compares with something that would not last.`;
    case 'W2011': {
      const about = warning.premise === undefined ? 'a claim of this account' : warning.premise;
      return `A recorded fact contradicts ${about} (${listed(warning.facts ?? [])}).`;
    }
    default:
      return warning.code;
  }
}

function directionWord({ account }: Conflict, key: string | undefined): string {
  return account.options.find((option) => option.key === key)?.direction === 'take'
    ? 'taken back'
    : 'taken up again';
}

function barOf(
  { account }: Conflict,
  id: string | undefined,
): Conflict['account']['infeasible'][number] | undefined {
  return account.infeasible[Number(id?.split('.')[1]) - 1];
}

function barText(conflict: Conflict, id: string | undefined): string {
  const bar = barOf(conflict, id);
  return `${id} "${bar?.text}"${bar?.because === undefined ? '' : `: ${bar.because.replace(/\.$/, '')}`}`;
}

function barKind(conflict: Conflict, id: string | undefined): string {
  return barOf(conflict, id)?.kind === 'legal' ? 'a legal bar' : 'an assumption';
}

function situations(conflict: Conflict, states: readonly StateIndex[]): string {
  const names = namesOf(conflict);
  const shown = states.slice(0, 3).map((s) => names.situation(s));
  const more = states.length - shown.length;
  return listed(more > 0 ? [...shown, counted(more, 'more situation')] : shown);
}

function conceptList(concepts: NonNullable<Warning['concepts']>): string {
  return concepts.length === allConcepts.length
    ? 'every concept'
    : listed(allConcepts.filter((concept) => concepts.includes(concept)));
}

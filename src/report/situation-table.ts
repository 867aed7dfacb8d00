// Lays out situations as the field does: actions and parties down the side, situations across.
import type { AccountAnalysis } from '../analysis/index.ts';
import { stableIn } from '../analysis/index.ts';
import type { Conflict, StateIndex, StateSpace } from '../model/index.ts';
import { concepts as allConcepts, stateName, takes } from '../model/index.ts';
import type { Document } from './document.ts';
import { heading, paragraph, table } from './document.ts';
import { namesOf } from './naming.ts';
import { counted, grouped } from './wording.ts';

/** How many situations are shown unless all are asked for, and how many stand side by side. */
const shownLimit = 10;
const across = 5;

/** The situations that matter: status quo, those that hold, the agreement nearest to holding, and deals. */
export function situationBlocks(analysis: AccountAnalysis, all: boolean): Document {
  const { conflict } = analysis;
  const matter = [...situationsThatMatter(analysis)];
  const shown = all ? everySituation(matter, conflict.size) : matter.slice(0, shownLimit);
  const tables: Document[] = [];
  const width = Math.ceil(shown.length / Math.ceil(shown.length / across));
  for (let at = 0; at < shown.length; at += width)
    tables.push(situationTable(analysis, shown.slice(at, at + width)));
  const more = (all ? 0 : matter.length) - shown.length;
  const rest = more > 0 ? `${counted(more, 'more situation')} hold or are deals. ` : '';
  const hidden =
    conflict.account.options.length > 12
      ? ' Actions that nobody takes in these situations are not shown.'
      : '';
  return [
    heading(3, 'The situations that matter'),
    ...tables.flat(),
    paragraph(
      `A party stays by the concepts named; "all" are ${allConcepts.filter((each) => analysis.question.concepts.includes(each)).join(', ')}.` +
        hidden +
        (all || shown.length === conflict.size
          ? ''
          : ` ${rest}--all shows every one of ${grouped(conflict.size)}.`),
      'quiet',
    ),
  ];
}

function situationsThatMatter({
  conflict,
  verdict,
  deal,
  equilibria,
  question,
}: AccountAnalysis): Set<StateIndex> {
  const first = question.concepts[0] ?? 'seq';
  return new Set<StateIndex>([
    conflict.statusQuo,
    ...(equilibria[first] ?? []),
    ...(equilibria.nash ?? []),
    ...(verdict.nearest === undefined ? [] : [verdict.nearest]),
    ...deal.states,
  ]);
}

function everySituation(first: readonly StateIndex[], size: number): readonly StateIndex[] {
  const known = new Set(first);
  return [...first, ...Array.from({ length: size }, (_, s) => s).filter((s) => !known.has(s))];
}

function situationTable(analysis: AccountAnalysis, states: readonly StateIndex[]): Document {
  const { conflict, deal, question, equilibria } = analysis;
  const { account, space } = conflict;
  const names = namesOf(conflict);
  const asked = allConcepts.filter((concept) => question.concepts.includes(concept));
  const actions = space === undefined ? [] : actionRows(conflict, space, states);
  const parties = account.decisionMakers.map((_, dm) => [
    `${names.decisionMaker(dm)} stays?`,
    ...states.map((s) => stableWords(analysis, dm, s)),
  ]);
  const holds = states.map((s) => {
    const held = asked.filter((concept) => equilibria[concept]?.includes(s));
    return held.length === asked.length ? 'all' : held.length === 0 ? 'no' : held.join(' ');
  });
  return table(
    ['', ...states.map((s) => headOf(conflict, s))],
    [
      ['', ...states.map((s) => marksOf(analysis, s))],
      ...actions,
      ...parties,
      ['Holds for all?', ...holds],
      ...(conflict.agreement === undefined
        ? []
        : [['Better than no deal for all who sign?', ...states.map((s) => dealWord(deal, s))]]),
      ['From the status quo', ...states.map((s) => reachWord(analysis, s))],
    ],
  );
}

/** Number and pattern; a long pattern would leave no room for anything else. */
function headOf(conflict: Conflict, s: StateIndex): string {
  const name = stateName(conflict, s);
  return conflict.space !== undefined && name.length > 12 ? `${s + 1}` : `${s + 1} ${name}`;
}

/** One row for each action; of many, only those that somebody takes in one of these situations. */
function actionRows(
  conflict: Conflict,
  space: StateSpace,
  states: readonly StateIndex[],
): readonly (readonly string[])[] {
  const { account } = conflict;
  const names = namesOf(conflict);
  const isShort = account.options.length <= 12;
  return account.options.flatMap((option, place) => {
    if (!isShort && !states.some((s) => takes(space, s, place))) return [];
    const owner = names.decisionMaker(
      account.decisionMakers.findIndex(({ id }) => id === option.decisionMaker),
    );
    const name = names.option(place);
    const label = name.startsWith(owner) ? name : `${owner}: ${name}`;
    return [[label, ...states.map((s) => (takes(space, s, place) ? 'yes' : '-'))]];
  });
}

function marksOf({ conflict }: AccountAnalysis, s: StateIndex): string {
  const marks = [
    ...(s === conflict.statusQuo ? ['status quo'] : []),
    ...(conflict.agreement?.[s] === 1 ? ['agreement'] : []),
  ];
  return marks.join(', ');
}

function dealWord(
  { states, possible, otherImprovements, otherPossible }: AccountAnalysis['deal'],
  s: StateIndex,
): string {
  if (states.includes(s) || otherImprovements.includes(s)) return 'yes';
  return possible.includes(s) || otherPossible.includes(s) ? 'in some readings' : 'no';
}

function stableWords({ stability, question }: AccountAnalysis, dm: number, s: StateIndex): string {
  const asked = allConcepts.filter((concept) => question.concepts.includes(concept));
  const every = asked.filter((concept) => stableIn(stability, dm, s, concept) === 'every');
  const some = asked.filter((concept) => stableIn(stability, dm, s, concept) === 'some');
  if (every.length === asked.length) return asked.length === 1 ? (asked[0] as string) : 'all';
  if (every.length + some.length === 0) return stability.complete ? 'leaves' : 'not known';
  const inSome = some.length === 0 ? '' : `in some readings ${some.join(' ')}`;
  return [every.join(' '), inSome].filter((part) => part !== '').join('; ');
}

function reachWord({ reachability }: AccountAnalysis, s: StateIndex): string {
  const steps = reachability.steps(s);
  if (steps === null) return 'no way';
  if (steps === 0) return 'here';
  return reachability.byImprovements(s)
    ? `${counted(steps, 'step')} that pay`
    : `${counted(steps, 'move')}, not all pay`;
}

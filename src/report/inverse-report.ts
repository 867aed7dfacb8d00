// Builds the report of `inverse`: what each party would have to think of a situation for it to hold.
import type { Condition, Inverse, InverseAnalysis } from '../analysis/index.ts';
import type { Case, Concept, Conflict } from '../model/index.ts';
import { concepts } from '../model/index.ts';
import type { Block, Document, Item } from './document.ts';
import { heading, list, paragraph, table } from './document.ts';
import { wayWords } from './kept-words.ts';
import { namesOf } from './naming.ts';
import { accountName, accountTitle } from './verdict-words.ts';
import { conceptWords } from './why-words.ts';
import { counted, grouped, listed } from './wording.ts';

/** Points of one condition that are printed, and answers that are told one by one; `--json` has them all. */
const shownPoints = 4;
const shownAnswers = 2;
const shownMoves = 8;

/** The report of a case. */
export function inverseReport(value: Case, analyses: readonly InverseAnalysis[]): Document {
  return [
    heading(1, value.title),
    ...analyses.flatMap(analysisBlocks),
    heading(3, 'The concepts: a situation holds for a party if ...'),
    ...list(concepts.map((concept) => `${concept}: ${conceptWords[concept]}`)),
  ];
}

function analysisBlocks(analysis: InverseAnalysis): Document {
  const { conflict, state, decisionMakers } = analysis;
  const names = namesOf(conflict);
  return [
    heading(2, accountTitle(conflict)),
    paragraph(
      `What would make ${names.situation(state)} hold in ${accountName(conflict)}: ${names.actions(state)}.`,
      'strong',
    ),
    ...decisionMakers.flatMap((byConcept, dm) => makerBlocks(analysis, byConcept, dm)),
    ...togetherBlocks(analysis),
  ];
}

function makerBlocks(
  { conflict, state, rankings }: InverseAnalysis,
  byConcept: Readonly<Record<Concept, Inverse>>,
  dm: number,
): Document {
  const maker = namesOf(conflict).decisionMaker(dm);
  const isCounted = concepts.some((concept) => byConcept[concept].count !== undefined);
  const rows = concepts.map((concept) => {
    const { holds, swaps, count } = byConcept[concept];
    return [
      concept,
      { every: 'yes', some: 'in some reading', none: 'no' }[holds],
      swaps === undefined ? 'not one ranking' : swaps === 0 ? 'none' : grouped(swaps),
      ...(isCounted
        ? [count === undefined ? 'not counted' : `${grouped(Number(count))} of ${grouped(Number(rankings))}`]
        : []),
    ];
  });
  const groups = sameConditions(byConcept);
  return [
    heading(3, maker),
    ...table(['by', 'holds', 'swaps needed', ...(isCounted ? ['rankings that hold it'] : [])], rows),
    ...groups.flatMap(({ names, condition }): readonly Block[] =>
      conditionBlocks(conflict, state, maker, names, condition),
    ),
  ];
}

/** Concepts whose conditions are the same are told once. */
function sameConditions(
  byConcept: Readonly<Record<Concept, Inverse>>,
): readonly { readonly names: readonly Concept[]; readonly condition: Condition }[] {
  const groups = new Map<string, { readonly names: Concept[]; readonly condition: Condition }>();
  for (const concept of concepts) {
    const { condition } = byConcept[concept];
    const key = JSON.stringify(
      condition.all.map(({ move, any }) => [move, any.map(({ noBetter }) => noBetter)]),
    );
    const group = groups.get(key) ?? { names: [], condition };
    group.names.push(concept);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function conditionBlocks(
  conflict: Conflict,
  state: number,
  maker: string,
  by: readonly Concept[],
  { all }: Condition,
): readonly Block[] {
  const which = `By ${listed(by)}`;
  if (all.length === 0) return [paragraph(`${which} it holds for ${maker} whatever ${maker} thinks.`)];
  const items = all.slice(0, shownMoves).map((clause): Item => clauseItem(conflict, state, clause));
  const more =
    all.length > shownMoves
      ? [`and so for ${counted(all.length - shownMoves, 'more move')} (--json has them).`]
      : [];
  return [
    paragraph(
      `${which} it holds for ${maker} if, for every move that ${maker} could make from it, one of these is so:`,
    ),
    ...list([...items, ...more]),
  ];
}

/** A move, and the alternatives of which one must be so; answers to single situations are told together if many. */
function clauseItem(conflict: Conflict, state: number, { move, any }: Condition['all'][number]): Item {
  const names = namesOf(conflict);
  const itself = any.filter(({ reply }) => reply.length === 0);
  const single = any.filter(({ reply, noBetter }) => reply.length > 0 && noBetter.length === 1);
  const several = any.filter(({ noBetter }) => noBetter.length > 1);
  const told = single.length <= shownAnswers ? [...single, ...several] : several;
  const shown = told.slice(0, shownPoints);
  const where = (q: number): string => names.situation(q);
  const points = [
    ...itself.flatMap(({ noBetter }) => noBetter.map((q) => `${where(q)} is no better for it`)),
    ...(single.length <= shownAnswers
      ? []
      : [
          `or one of these, to which the others could answer, is no better for it: ${listed(
            single.flatMap(({ noBetter }) => noBetter.map(where)),
            'or',
          )}`,
        ]),
    ...shown.map(({ noBetter, reply }) => {
      const be = noBetter.length === 1 ? 'is' : noBetter.length === 2 ? 'are both' : 'are all';
      const answer = wayWords(conflict, move, reply);
      return `or ${listed(noBetter.map(where))} ${be} no better for it (the others' answer: ${answer})`;
    }),
    ...(told.length > shown.length
      ? [`or one of ${counted(told.length - shown.length, 'more answer')} is such (--json has them)`]
      : []),
  ];
  return { text: `If it ${names.move(state, move)} (${names.situation(move)}):`, points };
}

function togetherBlocks({ conflict, together }: InverseAnalysis): Document {
  const lines = concepts.flatMap((concept) => {
    const found = together[concept];
    if (found === undefined) return [];
    if (found.swaps === 0) return [`By ${concept} it holds for all as it is.`];
    const result = found.holds ? 'then it holds for all' : 'but then it still does not hold for all';
    return [`By ${concept} it takes ${counted(found.swaps, 'swap')} in all; ${result} (solved again).`];
  });
  return lines.length === 0
    ? []
    : [heading(3, `For all parties of ${accountName(conflict)} together`), ...list(lines)];
}

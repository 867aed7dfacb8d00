// Says in plain words what parties could do together: who would leave which situation, and what nobody would leave.
import type { CoalitionAnalysis, JointMove } from '../analysis/index.ts';
import type { Case, Concept, StateIndex } from '../model/index.ts';
import { stateName } from '../model/index.ts';
import type { Document, Item } from './document.ts';
import { heading, list, paragraph, table } from './document.ts';
import type { Names } from './naming.ts';
import { namesOf } from './naming.ts';
import { accountName, accountTitle } from './verdict-words.ts';
import { capital, counted, listed } from './wording.ts';

/** How many joint moves of one coalition are told, and how many situations stand side by side. */
const toldLimit = 3;
const across = 5;

/** The report on the coalitions of some accounts. */
export function coalitionReport({ title }: Case, found: readonly CoalitionAnalysis[]): Document {
  return [heading(1, title), ...found.flatMap(accountBlocks)];
}

function accountBlocks(found: CoalitionAnalysis): Document {
  const { analysis, joint, complete, question } = found;
  const names = namesOf(analysis.conflict);
  return [
    heading(2, accountTitle(analysis.conflict)),
    ...(complete
      ? [paragraph(headline(found, names), 'strong')]
      : [
          paragraph(
            'Stopped before the end: the coalitions below were judged, the others were not.',
            'warning',
          ),
        ]),
    ...(joint.length === 0
      ? []
      : [heading(3, 'Who would have to move together'), ...list(jointItems(found, names))]),
    ...universalBlocks(found, names),
    heading(3, 'Who stays, alone or together'),
    ...stayingTables(found, names),
    paragraph(
      'A coalition stays by the concepts named, "all" are all of them; sseq for coalitions is an extension by analogy. ' +
        (question.gain === 'all'
          ? 'A coalition leaves only if each member gains.'
          : 'With --pareto a coalition leaves if some member gains and none loses.'),
      'quiet',
    ),
  ];
}

function headline({ analysis, joint }: CoalitionAnalysis, names: Names): string {
  const { conflict } = analysis;
  const [first] = joint;
  if (first === undefined)
    return (
      `In ${accountName(conflict)} nobody gains by moving together, from the status quo or from where single steps that ` +
      'pay come to rest, beyond what such steps bring.'
    );
  const agreements = joint.filter(({ to }) => conflict.agreement?.[to] === 1);
  const best = agreements[0] ?? first;
  const what = conflict.agreement?.[best.to] === 1 ? 'an agreement, ' : '';
  return (
    `In ${accountName(conflict)} ${members(best, names)} would each gain by moving together from ` +
    `${place(conflict.statusQuo, best.from, names)} to ${what}${names.situation(best.to)}, where single steps do not lead.` +
    (best.members.length === conflict.account.decisionMakers.length
      ? ' Nobody is left to answer.'
      : best.open.includes('seq')
        ? ' No answer that pays for the others deters it.'
        : '')
  );
}

const place = (statusQuo: StateIndex, s: StateIndex, names: Names): string =>
  s === statusQuo ? `the status quo, ${names.situation(s)},` : names.situation(s);

const members = ({ members: who }: Pick<JointMove, 'members'>, names: Names): string =>
  listed(who.map(names.decisionMaker));

/** One item for each coalition and start; agreements first among where it leads. */
function jointItems({ analysis, joint, question }: CoalitionAnalysis, names: Names): readonly Item[] {
  const { conflict } = analysis;
  const isAgreement = (s: StateIndex): boolean => conflict.agreement?.[s] === 1;
  const groups = new Map<string, JointMove[]>();
  for (const move of joint) {
    const key = `${move.from} ${move.members}`;
    groups.set(key, [...(groups.get(key) ?? []), move]);
  }
  return [...groups.values()].map((moves) => {
    const [first] = moves as [JointMove];
    const sorted = moves.toSorted((a, b) => Number(isAgreement(b.to)) - Number(isAgreement(a.to)));
    const more = sorted.length - toldLimit;
    return {
      text: `${capital(members(first, names))}, from ${place(conflict.statusQuo, first.from, names).replace(/,$/, '')}:`,
      points: [
        ...sorted.slice(0, toldLimit).map(({ from, to, open }) => {
          const mark = isAgreement(to) ? 'an agreement, ' : '';
          return `to ${mark}${names.situation(to)}, ${names.difference(from, to)}; ${first.members.length === conflict.account.decisionMakers.length ? 'nobody is left to answer' : answerWords(open, question.concepts)}`;
        }),
        ...(more > 0 ? [`and to ${counted(more, 'more situation')}`] : []),
      ],
    };
  });
}

function answerWords(open: readonly Concept[], asked: readonly Concept[]): string {
  const deterring = asked.filter((concept) => !open.includes(concept));
  if (deterring.length === 0) return 'no answer of the others makes it a bad move for any of them';
  return `the others could deter it by ${listed(deterring)}, not by ${listed(open)}`;
}

function universalBlocks({ universal, question, analysis }: CoalitionAnalysis, names: Names): Document {
  if (universal === undefined) return [];
  const { conflict } = analysis;
  const byStates = new Map<string, Concept[]>();
  for (const concept of question.concepts) {
    const key = (universal[concept] ?? []).join(' ');
    byStates.set(key, [...(byStates.get(key) ?? []), concept]);
  }
  const items = [...byStates].map(([key, concepts]): string => {
    const states = key === '' ? [] : key.split(' ').map(Number);
    const shown = states.slice(0, 6).map((s) => {
      const marks = [
        ...(s === conflict.statusQuo ? ['status quo'] : []),
        ...(conflict.agreement?.[s] === 1 ? ['agreement'] : []),
      ];
      return `${s + 1} (${[stateName(conflict, s), ...marks].join(', ')})`;
    });
    const more = states.length > shown.length ? ` and ${states.length - shown.length} more` : '';
    const which = states.length === 0 ? 'none' : `${shown.join(', ')}${more}`;
    return `By ${listed(concepts)}: ${which}.`;
  });
  const lasting = universal.nash ?? [];
  const best = lasting.find((s) => conflict.agreement?.[s] === 1) ?? lasting[0];
  return [
    heading(3, 'Situations that no party and no coalition would leave'),
    ...list(items),
    ...(best === undefined
      ? []
      : [paragraph(`${capital(names.situation(best))}: ${names.actions(best)}.`, 'quiet')]),
  ];
}

/** The situations that the joint moves are about, then those that hold for all alone. */
function stayingTables({ analysis, coalitions, joint, question }: CoalitionAnalysis, names: Names): Document {
  const { conflict, equilibria } = analysis;
  const states = [
    ...new Set([
      conflict.statusQuo,
      ...joint.flatMap(({ from }) => [from]),
      ...joint.filter(({ to }) => conflict.agreement?.[to] === 1).map(({ to }) => to),
      ...(equilibria.nash ?? []),
    ]),
  ].slice(0, across);
  const cell = (stable: CoalitionAnalysis['coalitions'][number]['stable'], s: StateIndex): string => {
    const held = question.concepts.filter((concept) => stable[concept]?.includes(s));
    if (held.length === question.concepts.length) return 'all';
    return held.length === 0 ? 'leaves' : held.join(' ');
  };
  return table(
    ['', ...states.map((s) => `${s + 1} ${stateName(conflict, s)}`)],
    [
      [
        '',
        ...states.map((s) =>
          s === conflict.statusQuo ? 'status quo' : conflict.agreement?.[s] === 1 ? 'agreement' : '',
        ),
      ],
      ...coalitions.map((each) => [
        each.members.map(names.decisionMaker).join(' + '),
        ...states.map((s) => cell(each.stable, s)),
      ]),
    ],
  );
}

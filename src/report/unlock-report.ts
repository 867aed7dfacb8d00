// Builds the report of `unlock`: the smallest change first, then all of them by whose change each is.
import type { Unlocked, Unlocking } from '../analysis/index.ts';
import { keptLimit, ownersOf, unlockLimit } from '../analysis/index.ts';
import type { Case, Conflict } from '../model/index.ts';
import type { Document, Item } from './document.ts';
import { heading, list, paragraph } from './document.ts';
import { evidenceBlocks } from './evidence-list.ts';
import { keptBlocks, keptSentences } from './kept-words.ts';
import { premiseText } from './premise-words.ts';
import type { UnlockFindings } from './unlock-json.ts';
import { bestOpening, openingWords } from './unlock-opening-words.ts';
import { editSentence, makerName, offerReasons, touchedPremises } from './unlock-words.ts';
import { accountName, accountTitle } from './verdict-words.ts';
import { conceptWords } from './why-words.ts';
import { capital, counted, grouped, listed } from './wording.ts';

/** How much a report shows unless all is asked for: openings of a group, sets of an opening, deals of an account. */
const shown = { openings: 2, sets: 4, deals: 4 };
const everything = {
  openings: Number.POSITIVE_INFINITY,
  sets: Number.POSITIVE_INFINITY,
  deals: Number.POSITIVE_INFINITY,
};

/** The report of a case. */
export function unlockReport(value: Case, findings: readonly UnlockFindings[], all = false): Document {
  const limits = all ? everything : shown;
  const cited = findings.flatMap(({ unlocked }) =>
    shownSets(unlocked, limits).flatMap(({ edits }) => touchedPremises(unlocked.conflict.account, edits)),
  );
  return [
    heading(1, value.title),
    ...findings.flatMap((each) => accountBlocks(value, each, limits)),
    ...evidenceBlocks(value, cited),
  ];
}

function accountBlocks(value: Case, { unlocked, kept }: UnlockFindings, limits: typeof shown): Document {
  const { conflict, exhausted, question } = unlocked;
  const title = heading(2, accountTitle(conflict));
  if (conflict.agreement === undefined)
    return [
      title,
      paragraph(`${capital(accountName(conflict))} does not say what counts as an agreement.`, 'strong'),
    ];
  return [
    title,
    paragraph(headlineOf(value, unlocked), 'strong'),
    paragraph(`Holding is judged by ${question.concept}: ${conceptWords[question.concept]}.`, 'quiet'),
    ...(exhausted ? [] : [paragraph('Stopped before the end: what follows is truncated.', 'warning')]),
    ...groupBlocks(value, unlocked, 'headline', limits),
    ...groupBlocks(value, unlocked, 'rest', limits),
    ...premiseBlocks(value, unlocked, limits),
    ...(conflict.size > keptLimit
      ? [
          paragraph(
            `Whether deals would be kept is not asked of more than ${grouped(keptLimit)} situations.`,
            'quiet',
          ),
        ]
      : keptBlocks(conflict, kept, limits.deals)),
    ...triedBlocks(unlocked),
  ];
}

/** The answer in a sentence or two. */
function headlineOf(value: Case, unlocked: Unlocked): string {
  const { conflict, headlineHolds, headline, holds, found, question } = unlocked;
  const where = accountName(conflict);
  const best = bestOpening(headlineHolds);
  if (best !== undefined) {
    const what =
      best.reachable === 'joint'
        ? 'an agreement would hold, and no premise has to change for it: what is missing is a joint move.'
        : 'an agreement already holds, and no change is needed to unlock one.';
    return `In ${where} ${what} ${openingWords(conflict, conflict, best)}`;
  }
  const held = bestOpening(holds);
  const already =
    held === undefined
      ? ''
      : ` One holds already, but it is no deal. ${openingWords(conflict, conflict, held)}`;
  const [first] = headline;
  const [other] = found;
  const isOtherSmaller =
    other !== undefined && (first === undefined || other.edits.length < first.edits.length);
  const less = isOtherSmaller ? ` Without asking for a deal, ${smallest(value, unlocked, found)}` : '';
  if (first === undefined) {
    const most =
      question.maxEdits === 1 ? 'no single change' : `no set of up to ${question.maxEdits} changes`;
    return `In ${where} ${most} of those tried opens an agreement that holds, is a deal, and is reached by steps that pay or by one joint move.${already}${less}`;
  }
  return `In ${where} ${smallest(value, unlocked, headline)}${already}${less}`;
}

/** The first of the smallest sets, how many there are of its size, and whose they are. */
function smallest(value: Case, { conflict }: Unlocked, sets: readonly Unlocking[]): string {
  const [first] = sets;
  if (first === undefined) return '';
  const size = first.edits.length;
  const equals = sets.filter(({ edits }) => edits.length === size);
  const number = size === 1 ? 'one change' : `${grouped(size)} changes together`;
  const owners = [...new Set(equals.flatMap(({ edits }) => edits.flatMap(ownersOf)))];
  const whose =
    owners.length === 0 ? '' : `, by ${listed(owners.map((id) => makerName(conflict.account, id)))}`;
  const others =
    equals.length === 1 ? '' : ` This is the first of ${grouped(equals.length)} of that size${whose}.`;
  const opening = bestOpening(first.opens);
  const what = opening === undefined ? '' : ` ${openingWords(conflict, first.conflict, opening)}`;
  return `the smallest thing that unlocks an agreement is ${number}: ${setWords(value, conflict, [first])}${what}${others}`;
}

/** Sets that make the headline, or those found as asked beside them. */
function setsOf(unlocked: Unlocked, which: 'headline' | 'rest'): readonly Unlocking[] {
  if (which === 'headline') return unlocked.headline;
  const key = (edits: Unlocking['edits']): string =>
    JSON.stringify(edits.filter(({ kind }) => kind !== 'joint'));
  const known = new Set(unlocked.headline.map(({ edits }) => key(edits)));
  // With a joint move added, a set of the headline, or none at all, meets what is asked: nothing new.
  if (unlocked.headlineHolds.length > 0) known.add('[]');
  return unlocked.found.filter(({ edits }) => !known.has(key(edits)));
}

const titles = {
  headline: (where: string) => `Changes that open a deal in ${where}, by whose change it is`,
  rest: (where: string) => `Other changes after which an agreement holds in ${where} and is reached as asked`,
} as const;

interface Opened {
  readonly what: string;
  readonly sets: Unlocking[];
}

/** Sets by whose change they are, and there by what they open. */
function grouping(
  before: Conflict,
  sets: readonly Unlocking[],
): readonly { readonly owners: readonly string[]; readonly opened: readonly Opened[] }[] {
  const groups = new Map<
    string,
    { readonly owners: readonly string[]; readonly opened: Map<string, Opened> }
  >();
  for (const set of sets) {
    const owners = [...new Set(set.edits.flatMap(ownersOf))].sort();
    const group = groups.get(owners.join()) ?? { owners, opened: new Map<string, Opened>() };
    groups.set(owners.join(), group);
    const best = bestOpening(set.opens);
    const what = best === undefined ? '' : openingWords(before, set.conflict, best);
    const same = group.opened.get(what) ?? { what, sets: [] };
    group.opened.set(what, same);
    same.sets.push(set);
  }
  return [...groups.values()].map(({ owners, opened }) => ({ owners, opened: [...opened.values()] }));
}

/** The sets that a report with these limits shows. */
function shownSets(unlocked: Unlocked, limits: typeof shown): readonly Unlocking[] {
  return (['headline', 'rest'] as const).flatMap((which) =>
    grouping(unlocked.conflict, setsOf(unlocked, which)).flatMap(({ opened }) =>
      opened.slice(0, limits.openings).flatMap(({ sets }) => sets.slice(0, limits.sets)),
    ),
  );
}

function groupBlocks(
  value: Case,
  unlocked: Unlocked,
  which: 'headline' | 'rest',
  limits: typeof shown,
): Document {
  const { conflict } = unlocked;
  const groups = grouping(conflict, setsOf(unlocked, which));
  if (groups.length === 0) return [];
  const where = accountName(conflict);
  return [
    heading(3, titles[which](where)),
    ...groups.flatMap(({ owners, opened }): Document => {
      const title =
        owners.length === 0
          ? `A change of what ${where} takes to be impossible`
          : `By ${listed(owners.map((id) => makerName(conflict.account, id)))}`;
      const hidden = opened.slice(limits.openings).reduce((sum, { sets }) => sum + sets.length, 0);
      return [
        paragraph(`${title}:`),
        ...list([
          ...opened.slice(0, limits.openings).map((each) => openedItem(value, conflict, each, limits.sets)),
          ...(hidden > 0
            ? [`${counted(hidden, 'more set')} of changes open other agreements; --all lists them.`]
            : []),
        ]),
      ];
    }),
  ];
}

function openedItem(value: Case, before: Conflict, { what, sets }: Opened, most: number): Item {
  const [first] = sets;
  const best = first === undefined ? undefined : bestOpening(first.opens);
  const risk =
    first === undefined || best?.kept === undefined || best.kept.kept
      ? []
      : keptSentences(first.conflict, best.kept);
  const lines = alikeSets(sets);
  const how = lines.length === 1 ? 'It opens if this is done:' : 'It opens if any one of these is done:';
  return {
    text: `${what} ${how}`,
    points: [
      ...lines.slice(0, most).map((alike) => setWords(value, before, alike)),
      ...(lines.length > most ? [`${grouped(lines.length - most)} more; --all lists them.`] : []),
      ...risk,
    ],
  };
}

/** Sets that differ only in the place to which their last change moves a wish, or in the step for which it waives one. */
function alikeSets(sets: readonly Unlocking[]): readonly (readonly Unlocking[])[] {
  const groups = new Map<string, Unlocking[]>();
  for (const set of sets) {
    const last = set.edits.at(-1);
    const rest = set.edits.slice(0, -1);
    const key =
      last?.kind === 'move' || last?.kind === 'soften'
        ? JSON.stringify([rest, last.kind, last.premise])
        : JSON.stringify(set.edits);
    const group = groups.get(key) ?? [];
    group.push(set);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The changes of a set, or of several alike, each with the premise that it touches, whose word it is, and evidence. */
function setWords(value: Case, { account }: Conflict, alike: readonly Unlocking[]): string {
  const edits = alike[0]?.edits ?? [];
  return edits
    .map((edit, place) => {
      const others = alike.map((set) => set.edits[place] ?? edit);
      return editSentence(account, value.offers, edit, place === edits.length - 1 ? others : [edit]);
    })
    .join(' And: ');
}

/** The premises that the changes shown touch, with their reasons and evidence; and the reasons for offers. */
function premiseBlocks(value: Case, unlocked: Unlocked, limits: typeof shown): Document {
  const edits = shownSets(unlocked, limits).flatMap((set) => set.edits);
  const { conflict } = unlocked;
  const lines = [
    ...touchedPremises(conflict.account, edits).map((premise) => premiseText(premise)),
    ...new Set(offerReasons(value, edits)),
  ];
  if (lines.length === 0) return [];
  return [heading(3, `The premises of ${accountName(conflict)} that these changes touch`), ...list(lines)];
}

function triedBlocks(unlocked: Unlocked): Document {
  const { conflict, candidates, searched, exhausted, question, unlisted, holds, headlineHolds } = unlocked;
  const where = accountName(conflict);
  if (conflict.size > unlockLimit)
    return [
      paragraph(
        `${capital(where)} has more situations than the ${grouped(unlockLimit)} that are solved again for every change.`,
        'warning',
      ),
    ];
  const names = unlisted.map((id) => makerName(conflict.account, id));
  const lists =
    names.length === 0
      ? ''
      : ` What ${listed(names)} ${names.length === 1 ? 'wants' : 'want'} is no list of wishes but a ranking or weights, so no single wish of theirs could be changed; \`inverse\` says how far such a ranking is from holding a situation.`;
  const upTo = question.maxEdits === 1 ? 'one by one' : `in sets of up to ${question.maxEdits}`;
  const end = exhausted
    ? 'none that could be minimal was left out'
    : 'the search ended before all were tried';
  const tried =
    holds.length > 0 && headlineHolds.length > 0
      ? ''
      : `Tried in ${where}: ${counted(candidates, 'single change')}, ${upTo}; ${counted(searched, 'set')} tried, ${end}.`;
  const text = `${tried}${lists}`.trim();
  return text === '' ? [] : [paragraph(text, 'quiet')];
}

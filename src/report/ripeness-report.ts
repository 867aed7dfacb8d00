// Lays out the ripeness of a conflict: stuck, hurting, way out, for each party of each account, with the grounds of each.
import type { PartyRipeness, RipenessClass, RipenessPanel, RipenessWord } from '../analysis/index.ts';
import type { Case, Conflict, Fallback, StateIndex } from '../model/index.ts';
import type { Document, Item } from './document.ts';
import { heading, list, paragraph, table } from './document.ts';
import { namesOf } from './naming.ts';
import type { DecidingPremise } from './premise-words.ts';
import { decidingPremise, premiseName } from './premise-words.ts';
import { accountName, accountTitle } from './verdict-words.ts';
import { reasonFor } from './why-words.ts';
import { capital } from './wording.ts';

const words: Readonly<Record<RipenessWord, string>> = {
  yes: 'yes',
  'in-some-reading': 'in some readings',
  no: 'no',
  'no-evidence': 'no evidence',
};

/** What each class means, of an account. */
export const ripenessWords: Readonly<Record<RipenessClass, string>> = {
  ripe: 'each party is stuck, falls short of its first aim, and would have a way out',
  'no-way-out':
    'each party is stuck and falls short of its first aim, but no agreement is better for all than none',
  'one-sided-hurt': 'each party is stuck, but not of each is it recorded that it falls short',
  'soft-stalemate': 'each party is stuck, and of none is it recorded that this hurts it',
  'still-winning': 'some party has a move that pays and that nothing deters',
  open: 'it depends on what is not known',
};

/** The panels of some accounts. */
export function ripenessReport({ title }: Case, panels: readonly RipenessPanel[]): Document {
  return [
    heading(1, title),
    ...panels.flatMap(panelBlocks),
    paragraph(
      'Stuck: the party would not leave the status quo, by seq. Hurting: it falls short of the first aim on its list, and ' +
        'the case has this in its own word or with evidence; costs themselves are not recorded in a case. Way out: some ' +
        'agreement is better than no deal for all who sign. These are necessary conditions, not a forecast, and ' +
        '"no evidence" is no "no".',
      'quiet',
    ),
  ];
}

function panelBlocks({ analysis, parties, class: kind }: RipenessPanel): Document {
  const { conflict } = analysis;
  const names = namesOf(conflict);
  return [
    heading(2, accountTitle(conflict)),
    paragraph(`${capital(`in ${accountName(conflict)}`)} ${ripenessWords[kind]}.`, 'strong'),
    ...table(
      ['', 'stuck?', 'hurting?', 'way out?'],
      parties.map(({ decisionMaker, stuck, hurting, wayOut }) => [
        names.decisionMaker(decisionMaker),
        words[stuck.word],
        hurting.word === 'yes' ? 'short of its aim' : words[hurting.word],
        words[wayOut.word],
      ]),
    ),
    ...list(parties.map((party) => groundsOf(conflict, party))),
  ];
}

/** The grounds of one party's cells. */
function groundsOf(conflict: Conflict, party: PartyRipeness): Item {
  const names = namesOf(conflict);
  return {
    text: `${names.decisionMaker(party.decisionMaker)}:`,
    points: ripenessGrounds(conflict, party).map(({ text }) => text),
  };
}

/** What a cell rests on: a sentence, and the evidence that its premises cite. */
export interface RipenessGrounds {
  readonly cell: 'stuck' | 'hurting' | 'wayOut';
  readonly text: string;
  readonly evidence: readonly string[];
}

/** One sentence for each of a party's cells. */
export function ripenessGrounds(conflict: Conflict, party: PartyRipeness): readonly RipenessGrounds[] {
  const { decisionMaker: dm, stuck, hurting, wayOut } = party;
  const names = namesOf(conflict);
  const reason = reasonFor(conflict, stuck.why);
  const [premise] = reason.premises;
  const aim = aimOf(conflict, dm, hurting.unmetAim);
  const out = wayOut.state === undefined ? undefined : wayOutPremise(conflict, dm, wayOut.state);
  const own =
    wayOut.ownView === undefined || wayOut.ownView.word === wayOut.word
      ? ''
      : ` In account ${wayOut.ownView.account}, which it sees itself: ${words[wayOut.ownView.word]}.`;
  return [
    {
      cell: 'stuck',
      text: `Stuck: ${words[stuck.word]}. ${reason.text}${cited(premise)}`,
      evidence: premise?.evidence ?? [],
    },
    {
      cell: 'hurting',
      text:
        aim === undefined
          ? 'Hurting: no evidence. The status quo meets the first aim on its list, or it has no list.'
          : hurting.word === 'yes'
            ? `Hurting: short of its aim. The status quo fails its first aim, ${premiseName(aim)}.`
            : `Hurting: no evidence. The status quo fails its first aim, ${premiseName(aim)}; the case cites nothing for it.`,
      evidence: aim?.evidence ?? [],
    },
    {
      cell: 'wayOut',
      text: `Way out: ${words[wayOut.word]}.${wayOutText(conflict, wayOut.state, names.situation)}${cited(out)}${own}`,
      evidence: out?.evidence ?? [],
    },
  ];
}

function cited(premise: DecidingPremise | undefined): string {
  return premise === undefined ? '' : ` Premise ${premiseName(premise)}.`;
}

function wayOutText(
  { agreement }: Conflict,
  state: StateIndex | undefined,
  situation: (s: StateIndex) => string,
): string {
  if (agreement === undefined) return ' The account names no agreement.';
  return state === undefined
    ? ' No agreement is better than no deal for all who sign.'
    : ` ${capital(situation(state))} is better than no deal for all who sign.`;
}

/** The party's aim at a place of its list. */
function aimOf(conflict: Conflict, dm: number, place: number | undefined): DecidingPremise | undefined {
  const { id } = conflict.account.decisionMakers[dm] as (typeof conflict.account.decisionMakers)[number];
  const preference = conflict.account.preferences[id];
  const statement =
    place === undefined || preference?.kind !== 'statements' ? undefined : preference.statements[place];
  if (statement === undefined || place === undefined) return undefined;
  const { text, because, word, evidence = [] } = statement;
  return {
    id: `${id}.${place + 1}`,
    text,
    ...(because === undefined ? {} : { because }),
    ...(word === undefined ? {} : { word }),
    evidence,
  };
}

function wayOutPremise(conflict: Conflict, dm: number, state: StateIndex): DecidingPremise | undefined {
  const fallback: Fallback = conflict.fallback;
  return fallback.kind === 'state' ? decidingPremise(conflict, dm, state, fallback.state) : undefined;
}

// Says what a change to an account would be, in a mediator's words, with the premise that it touches and its evidence.
import type { Edit } from '../analysis/index.ts';
import { premisesOf, statementsOf } from '../analysis/index.ts';
import type { Account, Case, Offer, Statement } from '../model/index.ts';
import type { DecidingPremise } from './premise-words.ts';
import { wordNames } from './premise-words.ts';
import { conditionWords, formulaWords, optionName } from './unlock-formula-words.ts';
import { listed } from './wording.ts';

/** The name of a decision maker as the account has it. */
export function makerName({ labels, decisionMakers }: Account, id: string): string {
  return labels[id] ?? decisionMakers.find((dm) => dm.id === id)?.name ?? id;
}

/**
 * One change as a sentence.
 * @param account - as it stands before the change
 * @param alike - changes of which any one would do: of the same wish, to another place or for another step
 */
export function editSentence(
  account: Account,
  offers: readonly Offer[],
  edit: Edit,
  alike: readonly Edit[] = [edit],
): string {
  const maker = (id: string): string => makerName(account, id);
  const option = (key: string): string => `"${optionOf(account, offers, key)}"`;
  const taken = (key: string): boolean =>
    account.statusQuo.kind === 'options' && account.statusQuo.taken.includes(key);
  switch (edit.kind) {
    case 'drop':
      return `${maker(edit.decisionMaker)} gives up ${wish(account, edit)}.`;
    case 'negate':
      return `${maker(edit.decisionMaker)} comes to want the opposite of ${wish(account, edit)}.`;
    case 'soften': {
      const steps = alike.map((each) => {
        const key = each.kind === 'soften' ? each.option : edit.option;
        return `${option(key)} ${taken(key) ? 'ends' : 'comes about'}`;
      });
      return `${maker(edit.decisionMaker)} waives ${wish(account, edit)} once ${listed(steps, 'or')}.`;
    }
    case 'simultaneous':
      return (
        `${maker(edit.decisionMaker)} no longer waits for the others to go first. In place of ${wish(account, edit)} it ` +
        `would act at the same time: ${conditionWords(account, edit.becomes.when)}.`
      );
    case 'move': {
      const places = alike.map((each) => ordinal(each.kind === 'move' ? each.to : edit.to));
      return `${maker(edit.decisionMaker)} ranks ${wish(account, edit)} ${listed(places, 'or')} among its wishes, in place of ${ordinal(edit.from)}.`;
    }
    case 'lift': {
      const bar = account.infeasible[edit.place];
      const what = bar === undefined ? edit.premise : `${edit.premise} (${formulaWords(account, bar.when)})`;
      const cited = bar?.evidence === undefined ? '' : ` [${bar.evidence.join(', ')}]`;
      return bar?.kind === 'legal'
        ? `The law behind ${what}${cited} is changed or waived.`
        : `The account gives up its assumption that this cannot be: ${what}${cited}.`;
    }
    case 'phase':
      return taken(edit.option)
        ? `${maker(edit.decisionMaker)} ends ${option(edit.option)} in two steps: first a pause, which it can break off, and on which the others act as if it were the end.`
        : `${maker(edit.decisionMaker)} takes ${option(edit.option)} in two steps: first a part, which it can take back, and on which the others act as if it were the whole.`;
    case 'one-way':
      return edit.direction === 'take'
        ? `${maker(edit.decisionMaker)} binds itself: ${option(edit.option)}, once done, cannot be undone.`
        : `${maker(edit.decisionMaker)} binds itself: ${option(edit.option)}, once ended, cannot be taken up again.`;
    case 'two-way':
      return `${option(edit.option)} becomes something that ${maker(edit.decisionMaker)} can change both ways.`;
    case 'offer':
      return `${maker(edit.decisionMaker)} is given something to offer: ${option(edit.option)}.`;
    case 'link': {
      const steps = edit.options.map(
        (key, place) =>
          `${maker(edit.members[place] as string)} ${taken(key) ? 'ends' : 'starts'} ${option(key)}`,
      );
      return `Two steps become one package: ${listed(steps)} at once, and if either goes back on it, both fall.`;
    }
    case 'consent':
      return `The consent of ${maker(edit.decisionMaker)} is no longer needed.`;
    case 'joint':
      return `${listed(edit.members.map(maker))} move together, at one moment, to where each of them gains.`;
  }
}

/** The wish by its number and in words, with whose word it is and its evidence. */
function wish(
  account: Account,
  {
    premise,
    decisionMaker,
    place,
  }: { readonly premise: string; readonly decisionMaker: string; readonly place: number },
): string {
  const statement = statementAt(account, decisionMaker, place);
  if (statement === undefined) return `its wish ${premise}`;
  const { word, evidence = [] } = statement;
  const notes = [...(word === undefined ? [] : [wordNames[word]]), ...evidence];
  const cited = notes.length === 0 ? '' : ` [${notes.join(', ')}]`;
  return `its wish ${premise} (${conditionWords(account, statement.when)})${cited}`;
}

function statementAt(account: Account, id: string, place: number): Statement | undefined {
  const preference = account.preferences[id];
  return preference === undefined ? undefined : statementsOf(preference)?.[place];
}

function optionOf(account: Account, offers: readonly Offer[], key: string): string {
  const offered = offers.find((offer) => offer.option.id === key);
  return account.options.some((option) => option.key === key) || offered === undefined
    ? optionName(account, key)
    : offered.option.name;
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

function ordinal(place: number): string {
  return ordinals[place - 1] ?? `number ${place}`;
}

/** The premises that some changes touch, each once, with their reasons and evidence. */
export function touchedPremises(account: Account, edits: readonly Edit[]): readonly DecidingPremise[] {
  const ids = new Set(edits.flatMap((edit) => ('premise' in edit ? [edit.premise] : [])));
  return premisesOf(account)
    .filter(({ id }) => ids.has(id))
    .map(({ id, text, because, word, evidence = [] }) => ({
      id,
      text,
      ...(because === undefined ? {} : { because }),
      ...(word === undefined ? {} : { word }),
      evidence,
    }));
}

/** The reason that the case gives for an offer, where some change takes it up. */
export function offerReasons({ offers }: Case, edits: readonly Edit[]): readonly string[] {
  return edits.flatMap((edit) => {
    const offer = edit.kind === 'offer' ? offers.find(({ id }) => id === edit.offer) : undefined;
    const { because, evidence = [] } = offer ?? {};
    if (offer === undefined || (because === undefined && evidence.length === 0)) return [];
    return [
      `Offer ${offer.id}${because === undefined ? '' : `: ${because.replace(/\.$/, '')}`}${evidence.length === 0 ? '' : ` [${evidence.join(', ')}]`}`,
    ];
  });
}

// Makes the account that a set of changes leaves, whatever the order in which they are named.
import type {
  Account,
  Expression,
  Infeasible,
  Offer,
  Option,
  Preference,
  Statement,
} from '../../model/index.ts';
import { statementsOf } from '../premises.ts';
import type { Edit, StatementEdit } from './edit.ts';
import { isStatementEdit } from './edit.ts';
import { phaseOf, seeingAfter, seenBy } from './phase.ts';

/** Two options whose changes against the status quo are taken together and fall together. */
export interface Link {
  readonly options: readonly [string, string];
}

/** An account after some changes; links and joint moves are no parts of an account and stand beside it. */
export interface Edited {
  readonly account: Account;
  readonly links: readonly Link[];
}

/**
 * The account after a set of changes.                                                           Rule [UNL2].
 *
 * Statements are changed first, in the original lists; then what changes options, bars and signatories.
 * @returns nothing where the changes exclude each other: two of one statement, or two of one option
 */
export function applyEdits(
  account: Account,
  offers: readonly Offer[],
  edits: readonly Edit[],
): Edited | undefined {
  const statementEdits = edits.filter(isStatementEdit);
  const given = new Set(edits.flatMap((edit) => (edit.kind === 'offer' ? [edit.offer] : [])));
  if (
    statementEdits.some(
      (edit) => edit.kind === 'soften' && edit.offer !== undefined && !given.has(edit.offer),
    )
  )
    return undefined;
  const preferences: Record<string, Preference> = { ...account.preferences };
  for (const id of new Set(statementEdits.map(({ decisionMaker }) => decisionMaker))) {
    const edited = editedPreference(
      preferences[id] as Preference,
      statementEdits.filter(({ decisionMaker }) => decisionMaker === id),
    );
    if (edited === undefined) return undefined;
    preferences[id] = edited;
  }
  return applyStructure({ ...account, preferences }, offers, edits);
}

/** The part of `applyEdits` that changes options, bars and signatories, and what statements say of phased options. */
export function applyStructure(
  account: Account,
  offers: readonly Offer[],
  edits: readonly Edit[],
): Edited | undefined {
  const structural = edits.filter((edit) => !isStatementEdit(edit) && edit.kind !== 'joint');
  const touched = structural.flatMap((edit) =>
    edit.kind === 'link' ? edit.options : 'option' in edit ? [edit.option] : [],
  );
  if (new Set(touched).size < touched.length) return undefined;
  const lifted = new Set(structural.flatMap((edit) => (edit.kind === 'lift' ? [edit.place] : [])));
  const released = new Set(
    structural.flatMap((edit) => (edit.kind === 'consent' ? [edit.decisionMaker] : [])),
  );
  const signatories = account.signatories.filter((id) => !released.has(id));
  if (signatories.length === 0) return undefined;
  const phased = structural.flatMap((edit) => (edit.kind === 'phase' ? [phaseOf(account, edit.option)] : []));
  const sees = seeingAfter(account, structural);
  const links = structural.flatMap((edit) => (edit.kind === 'link' ? [{ options: edit.options }] : []));
  const options = account.options.map((option): Option => {
    const edit = structural.find((each) => 'option' in each && each.option === option.key);
    if (edit?.kind === 'one-way') return { ...option, direction: edit.direction };
    return edit?.kind === 'two-way' ? { ...option, direction: 'both' } : option;
  });
  const offered = structural.flatMap((edit): readonly Option[] => {
    const offer = edit.kind === 'offer' ? offers.find(({ id }) => id === edit.offer) : undefined;
    return offer === undefined ? [] : [{ key: offer.option.id, ...offer.option, decisionMaker: offer.to }];
  });
  return {
    links,
    account: {
      ...account,
      options: [...options, ...phased.map(({ step }) => step), ...offered],
      infeasible: [
        ...account.infeasible.filter((_, place) => !lifted.has(place)),
        ...phased.map(({ bar }) => bar),
        ...links.map((link) => linkBar(account, link)),
      ],
      signatories,
      preferences: Object.fromEntries(
        Object.entries(account.preferences).map(([id, preference]) => [
          id,
          phased.length === 0 ? preference : seenBy(preference, (when) => sees(id, when)),
        ]),
      ),
    },
  };
}

/** Half a package cannot be: either both options stand as in the status quo, or neither does.         Rule [UNL19]. */
function linkBar({ statusQuo }: Account, { options }: Link): Infeasible {
  const taken = new Set(statusQuo.kind === 'options' ? statusQuo.taken : []);
  const [first, second] = options.map((key): Expression => {
    const option: Expression = { kind: 'option', key };
    return taken.has(key) ? { kind: 'not', of: option } : option;
  }) as [Expression, Expression];
  return {
    when: { kind: 'not', of: { kind: 'iff', of: [first, second] } },
    text: `half of the package ${options.join(', ')}`,
    kind: 'assumed',
  };
}

/**
 * One decision maker's preference after changes of its statements.                         Rules [UNL2], [UNL10].
 *
 * A moved statement stands at its place `to` in the end, before anything is dropped; the others fill the places left,
 * in their order.
 * @returns nothing where two changes are of one statement, or lead to one place
 */
export function editedPreference(
  preference: Preference,
  edits: readonly StatementEdit[],
): Preference | undefined {
  const statements = statementsOf(preference);
  if (statements === undefined) return undefined;
  const places = edits.map(({ place }) => place);
  const targets = edits.flatMap((edit) => (edit.kind === 'move' ? [edit.to] : []));
  const rewrites = edits.filter(({ kind }) => kind !== 'move').map(({ place }) => place);
  const dropped = new Set(edits.flatMap((edit) => (edit.kind === 'drop' ? [edit.place] : [])));
  const moved = new Map(
    edits.flatMap((edit) => (edit.kind === 'move' ? [[edit.place, edit.to - 1]] : [])) as [number, number][],
  );
  const isClear =
    places.every((place) => place < statements.length) &&
    new Set(targets).size === targets.length &&
    moved.size === targets.length &&
    new Set(rewrites).size === rewrites.length &&
    ![...moved.keys()].some((place) => dropped.has(place));
  if (!isClear) return undefined;
  const become = new Map(
    edits.flatMap((edit) => ('becomes' in edit ? [[edit.place, edit.becomes] as const] : [])),
  );
  const rest = statements.map((_, place) => place).filter((place) => !moved.has(place));
  const order = new Map([...moved].map(([place, target]) => [target, place]));
  const arranged = statements.map((_, target) => order.get(target) ?? (rest.shift() as number));
  const kept = (from: number, to: number): readonly Statement[] =>
    arranged
      .filter((place) => place >= from && place < to && !dropped.has(place))
      .map((place) => become.get(place) ?? (statements[place] as Statement));
  if (preference.kind === 'alternatives') {
    let from = 0;
    const lists = preference.lists.map((list) => {
      const part = kept(from, from + list.length);
      from += list.length;
      return part;
    });
    return { ...preference, lists };
  }
  return { ...preference, statements: kept(0, statements.length) } as Preference;
}

/** What makes two lists equal: the formulas in their order, not their reasons or evidence. */
export function listKey(preference: Preference): string {
  switch (preference.kind) {
    case 'statements':
    case 'open-order':
      return JSON.stringify(preference.statements.map(({ when }) => when));
    case 'alternatives':
      return JSON.stringify(preference.lists.map((list) => list.map(({ when }) => when)));
    default:
      return preference.kind;
  }
}

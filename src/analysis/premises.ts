// Names the premises of an account one by one, and makes accounts that lack some of them.
import type { Account, Grounds, Preference, Statement, Word } from '../model/index.ts';

/** One thing that an account takes for granted and that may be doubted. */
export interface Premise extends Grounds {
  /** `DM.k` for the k-th statement of that decision maker, `infeasible.k`, `forbiddenMoves.k`, from 1. */
  readonly id: string;
  readonly text: string;
  readonly decisionMaker?: string;
  readonly word?: Word;
}

/**
 * All premises: each decision maker's statements in order, then bars, then forbidden moves.           Rule [PRE1].
 *
 * Rival lists are numbered through. A ranking or weights are one premise, `DM.1`.
 */
export function premisesOf(account: Account): readonly Premise[] {
  const preferences = account.decisionMakers.flatMap(({ id }) => {
    const preference = account.preferences[id];
    if (preference === undefined) return [];
    const statements = statementsOf(preference);
    if (statements === undefined)
      return [{ ...grounds(preference), id: `${id}.1`, text: preference.kind, decisionMaker: id }];
    return statements.map((statement, index) => ({
      ...grounds(statement),
      id: `${id}.${index + 1}`,
      text: statement.text,
      decisionMaker: id,
    }));
  });
  const bars = account.infeasible.map((bar, index) => ({
    ...grounds(bar),
    id: `infeasible.${index + 1}`,
    text: bar.text,
  }));
  const forbidden = account.forbiddenMoves.map((move, index) => ({
    ...grounds(move),
    id: `forbiddenMoves.${index + 1}`,
    text: move.text,
  }));
  return [...preferences, ...bars, ...forbidden];
}

/** The statements of a preference in the order of their numbers; nothing for a ranking or weights. */
export function statementsOf(preference: Preference): readonly Statement[] | undefined {
  switch (preference.kind) {
    case 'statements':
    case 'open-order':
      return preference.statements;
    case 'alternatives':
      return preference.lists.flat();
    default:
      return undefined;
  }
}

function grounds(part: Grounds & { readonly word?: Word }): Grounds & { readonly word?: Word } {
  const { because, evidence, at, word } = part;
  return {
    ...(because === undefined ? {} : { because }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(at === undefined ? {} : { at }),
    ...(word === undefined ? {} : { word }),
  };
}

/**
 * The account without the premises whose ids are given.                                           Rule [PRE2].
 *
 * A rival list that loses all its statements is gone with them; a decision maker that loses all is indifferent.
 */
export function withoutPremises(account: Account, ids: ReadonlySet<string>): Account {
  const kept = <T>(list: readonly T[], name: string): readonly T[] =>
    list.filter((_, index) => !ids.has(`${name}.${index + 1}`));
  const preferences = Object.entries(account.preferences).flatMap(([id, preference]) => {
    const left = withoutStatements(preference, (place) => !ids.has(`${id}.${place + 1}`));
    return left === undefined ? [] : [[id, left] as const];
  });
  return {
    ...account,
    preferences: Object.fromEntries(preferences),
    infeasible: kept(account.infeasible, 'infeasible'),
    forbiddenMoves: kept(account.forbiddenMoves, 'forbiddenMoves'),
  };
}

function withoutStatements(preference: Preference, keep: (place: number) => boolean): Preference | undefined {
  switch (preference.kind) {
    case 'statements':
    case 'open-order':
      return { ...preference, statements: preference.statements.filter((_, place) => keep(place)) };
    case 'alternatives': {
      let place = 0;
      const lists = preference.lists.map((list) => ({ list, left: list.filter(() => keep(place++)) }));
      const remaining = lists.filter(({ list, left }) => left.length > 0 || list.length === 0);
      if (remaining.length === 0) return undefined;
      return { ...preference, lists: remaining.map(({ left }) => left) };
    }
    default:
      return keep(0) ? preference : undefined;
  }
}

// Ties the checks of an account to its premises, which are numbered from 1 in each list.
import type { Account, Check } from '../../model/index.ts';
import type { CheckDraft } from './case-shape.ts';
import type { Declarations } from './declarations.ts';
import type { Reading } from './reading.ts';
import { reportUnknown } from './scope.ts';
import type { Word } from './shape.ts';

/** The texts of the premises in one list of an account: of a decision maker, `infeasible`, or `forbiddenMoves`. */
function premisesOf(account: Account, list: string): readonly string[] {
  if (list === 'infeasible' || list === 'forbiddenMoves') return account[list].map(({ text }) => text);
  const preference = account.preferences[list];
  switch (preference?.kind) {
    case 'statements':
    case 'open-order':
      return preference.statements.map(({ text }) => text);
    case 'alternatives':
      return preference.lists.flat().map(({ text }) => text);
    default:
      return [];
  }
}

/** Splits `south.1` into list and place from 0. */
function partsOfPremise(premise: string): { readonly list: string; readonly place: number } {
  const dot = premise.lastIndexOf('.');
  const place = /^[1-9]\d*$/.test(premise.slice(dot + 1)) ? Number(premise.slice(dot + 1)) - 1 : -1;
  return { list: premise.slice(0, Math.max(dot, 0)), place };
}

/** The checks that an account states. */
export function readChecks(
  drafts: readonly CheckDraft[],
  account: Account,
  declared: Declarations,
  reading: Reading,
): readonly Check[] {
  return drafts.map((draft) => {
    const { premise, claim, fact, finding, note, keys, range } = draft;
    if (keys.has('premise') === keys.has('claim'))
      reading.report(
        keys.has('claim') ? 'E1010' : 'E1009',
        keys.get('claim') ?? [range[0], range[0] + 1],
        keys.has('claim') ? '`claim` cannot stand beside `premise`' : 'a check has no object',
        { expected: '`premise`, such as `DM.1`, or `claim`, a sentence' },
      );
    if (premise !== undefined) checkPremise(premise, account, reading);
    const facts = (fact ?? []).map((name) => {
      if (!declared.factIds.has(name.text)) {
        const near = reading.suggest(name.text, declared.factIds);
        reading.report('W1001', name.range, `there is no fact \`${name.text}\``, {
          ...(near === undefined ? {} : { nearest: near }),
        });
      }
      return name.text;
    });
    return {
      ...(premise === undefined ? {} : { premise: premise.text }),
      ...(claim === undefined ? {} : { claim }),
      facts,
      finding: finding ?? 'not-found',
      ...(note === undefined ? {} : { note }),
      at: reading.placeOf(range),
    };
  });
}

function checkPremise(premise: Word, account: Account, reading: Reading): void {
  const { list, place } = partsOfPremise(premise.text);
  const premises = premisesOf(account, list);
  if (place >= 0 && place < premises.length) return;
  const lists = ['infeasible', 'forbiddenMoves', ...Object.keys(account.preferences)];
  const known = lists.flatMap((name) => premisesOf(account, name).map((_, index) => `${name}.${index + 1}`));
  if (premises.length === 0) {
    reportUnknown('E1211', 'premise', premise, new Set(known), reading);
    return;
  }
  reading.report('E1211', premise.range, `there is no premise \`${premise.text}\``, {
    expected: premises.length === 1 ? `\`${list}.1\`` : `\`${list}.1\` to \`${list}.${premises.length}\``,
  });
}

/**
 * The checks that an account takes over: those of claims, and those of premises that it holds too, under the number
 * that they have in its own list.
 */
export function carriedChecks(from: Account, to: Account): readonly Check[] {
  return from.checks.flatMap((check): Check[] => {
    if (check.premise === undefined) return [check];
    const { list, place } = partsOfPremise(check.premise);
    const text = premisesOf(from, list)[place];
    if (text === undefined) return [];
    const own = premisesOf(to, list);
    const now = own[place] === text ? place : own.indexOf(text);
    return now < 0 ? [] : [{ ...check, premise: `${list}.${now + 1}` }];
  });
}

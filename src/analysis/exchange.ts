// Makes the account that takes some premises from another account and is otherwise as it was.
import type { Account, Statement, StateReference } from '../model/index.ts';
import type { Difference, Pair } from './differences.ts';
import { common, forbiddenKey, keyOf, listOf, sharedSignatories, sharedTaken } from './differences.ts';

/**
 * The account `pair[into]` with some differences taken over from the other.                        Rule [CMP3].
 *
 * A statement that it has and the other has not goes; one that the other has comes in before the next statement of
 * the other's list that both have, so that it keeps its place among them.
 */
export function exchanged(pair: Pair, differences: readonly Difference[], into: 0 | 1): Account {
  return differences.reduce((account, difference) => take(account, pair, difference, into), pair[into]);
}

function take(account: Account, pair: Pair, difference: Difference, into: 0 | 1): Account {
  const giver = pair[1 - into] as Account;
  switch (difference.kind) {
    case 'agreement':
      return { ...account, agreements: giver.agreements };
    case 'signatories':
      return { ...account, signatories: mergedSignatories(pair, into) };
    case 'noDeal': {
      const { noDeal } = giver;
      return {
        ...account,
        noDeal: noDeal.kind === 'state' ? { ...noDeal, state: merged(pair, noDeal.state, into) } : noDeal,
      };
    }
    case 'statusQuo':
      return { ...account, statusQuo: merged(pair, giver.statusQuo, into) };
    case 'bar':
      return {
        ...account,
        infeasible: exchangedParts(
          account.infeasible,
          giver.infeasible,
          ({ when }) => keyOf(when),
          difference,
          into,
        ),
      };
    case 'forbidden':
      return {
        ...account,
        forbiddenMoves: exchangedParts(
          account.forbiddenMoves,
          giver.forbiddenMoves,
          forbiddenKey,
          difference,
          into,
        ),
      };
    case 'preference': {
      const { [difference.decisionMaker]: _, ...others } = account.preferences;
      const given = giver.preferences[difference.decisionMaker];
      return {
        ...account,
        preferences: given === undefined ? others : { ...others, [difference.decisionMaker]: given },
      };
    }
    default: {
      const id = difference.decisionMaker;
      const own = listOf(account.preferences[id]) ?? [];
      const given = listOf(giver.preferences[id]) ?? [];
      const statements =
        difference.kind === 'order' ? reordered(own, given) : changed(own, given, difference, into);
      return {
        ...account,
        preferences: { ...account.preferences, [id]: { kind: 'statements', statements } },
      };
    }
  }
}

function exchangedParts<T>(
  own: readonly T[],
  given: readonly T[],
  keyOfPart: (part: T) => string,
  { key, holder }: { readonly key: string; readonly holder: 0 | 1 },
  into: 0 | 1,
): readonly T[] {
  return holder === into
    ? own.filter((part) => keyOfPart(part) !== key)
    : [...own, ...given.filter((part) => keyOfPart(part) === key)];
}

/** Those whom the other does not recognise stay as they were. */
function mergedSignatories(pair: Pair, into: 0 | 1): readonly string[] {
  const known = new Set(pair[1 - into]?.decisionMakers.map(({ id }) => id));
  return [
    ...pair[into].signatories.filter((id) => !known.has(id)),
    ...sharedSignatories(pair, (1 - into) as 0 | 1),
  ];
}

/** A state of the other; options that only `pair[into]` has are as at its start. */
function merged(pair: Pair, given: StateReference, into: 0 | 1): StateReference {
  const own = pair[into].statusQuo;
  if (own.kind === 'name' || given.kind === 'name') return given;
  const shared = new Set(pair[1 - into]?.options.map(({ key }) => key));
  return {
    kind: 'options',
    taken: [...own.taken.filter((key) => !shared.has(key)), ...sharedTaken(pair, (1 - into) as 0 | 1, given)],
  };
}

function changed(
  own: readonly Statement[],
  given: readonly Statement[],
  { when, holder }: Difference & { readonly kind: 'statement' },
  into: 0 | 1,
): readonly Statement[] {
  const key = keyOf(when);
  if (holder === into) return own.filter((statement) => keyOf(statement.when) !== key);
  const place = given.findIndex((statement) => keyOf(statement.when) === key);
  const has = new Map(own.map((statement, index) => [keyOf(statement.when), index]));
  const next = given.slice(place + 1).map((statement) => has.get(keyOf(statement.when)));
  const at = next.find((index) => index !== undefined) ?? own.length;
  return [...own.slice(0, at), given[place] as Statement, ...own.slice(at)];
}

/** The shared statements in the other's order, in the places that they had. */
function reordered(own: readonly Statement[], given: readonly Statement[]): readonly Statement[] {
  const order = common(given, own);
  const byKey = new Map(own.map((statement) => [keyOf(statement.when), statement]));
  const queue = order.map((key) => byKey.get(key) as Statement);
  return own.map((statement) =>
    order.includes(keyOf(statement.when)) ? (queue.shift() as Statement) : statement,
  );
}

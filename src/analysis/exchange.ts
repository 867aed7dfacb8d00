// Says in what two accounts differ, premise by premise, and makes the account that takes some of them from the other.
import type {
  Account,
  Agreement,
  Expression,
  Preference,
  StateCondition,
  Statement,
} from '../model/index.ts';
import { optionsIn } from '../model/index.ts';

/**
 * One thing in which two accounts differ and which one can take from the other.
 *
 * - `statement`: a preference statement that `holder` has and the other has not; `premise` is its id there.
 * - `order`: the statements that both have, which they rank differently.
 * - `preference`: a decision maker's whole preference, where it is not a list in both.
 * - `bar`: an infeasible combination of `holder` that the other does not have.
 * - `agreement`: what counts as an agreement. - `statusQuo`: the options taken at the start.
 */
export type Difference =
  | {
      readonly kind: 'statement';
      readonly decisionMaker: string;
      readonly holder: 0 | 1;
      readonly premise: string;
      readonly text: string;
      readonly when: StateCondition;
    }
  | { readonly kind: 'order'; readonly decisionMaker: string }
  | { readonly kind: 'preference'; readonly decisionMaker: string }
  | {
      readonly kind: 'bar';
      readonly holder: 0 | 1;
      readonly premise: string;
      readonly text: string;
      readonly when: Expression;
    }
  | { readonly kind: 'agreement' }
  | { readonly kind: 'statusQuo' };

/** Two accounts of one case. */
export type Pair = readonly [Account, Account];

/** All differences of two accounts that are more than names, in a fixed order. */
export function differencesOf(pair: Pair): readonly Difference[] {
  const [first, second] = pair;
  const shared = first.decisionMakers.filter(({ id }) =>
    second.decisionMakers.some((other) => other.id === id),
  );
  const differences: Difference[] = [];
  if (agreementKey(first) !== agreementKey(second)) differences.push({ kind: 'agreement' });
  if (sharedStatusQuo(pair, 0).join() !== sharedStatusQuo(pair, 1).join())
    differences.push({ kind: 'statusQuo' });
  for (const { id } of shared) differences.push(...preferenceDifferences(pair, id));
  for (const holder of [0, 1] as const) {
    const others = new Set(pair[1 - holder]?.infeasible.map(({ when }) => keyOf(when)));
    pair[holder].infeasible.forEach((bar, index) => {
      if (others.has(keyOf(bar.when))) return;
      differences.push({
        kind: 'bar',
        holder,
        premise: `infeasible.${index + 1}`,
        text: bar.text,
        when: bar.when,
      });
    });
  }
  return differences;
}

function preferenceDifferences(pair: Pair, id: string): readonly Difference[] {
  const preferences = pair.map((account) => account.preferences[id]) as [Preference?, Preference?];
  const lists = preferences.map(listOf);
  const [first, second] = lists;
  if (first === undefined || second === undefined) {
    const isSame = JSON.stringify(preferences[0], contents) === JSON.stringify(preferences[1], contents);
    return isSame ? [] : [{ kind: 'preference', decisionMaker: id }];
  }
  const differences: Difference[] = [];
  for (const holder of [0, 1] as const) {
    const own = lists[holder] as readonly Statement[];
    const others = new Set((lists[1 - holder] as readonly Statement[]).map(({ when }) => keyOf(when)));
    own.forEach(({ when, text }, index) => {
      if (others.has(keyOf(when))) return;
      differences.push({
        kind: 'statement',
        decisionMaker: id,
        holder,
        premise: `${id}.${index + 1}`,
        text,
        when,
      });
    });
  }
  if (common(first, second).join() !== common(second, first).join()) {
    differences.push({ kind: 'order', decisionMaker: id });
  }
  return differences;
}

/** A list in a known order; somebody of whom nothing is said has an empty one. */
function listOf(preference: Preference | undefined): readonly Statement[] | undefined {
  if (preference === undefined) return [];
  return preference.kind === 'statements' && preference.unknown === undefined
    ? preference.statements
    : undefined;
}

/** Places in the file and reasons are no differences. */
function contents(key: string, value: unknown): unknown {
  return ['at', 'because', 'evidence', 'word', 'text'].includes(key) ? undefined : value;
}

function keyOf(condition: StateCondition | Expression): string {
  return JSON.stringify(condition);
}

function agreementKey(account: Account): string {
  return JSON.stringify(account.agreements.map(({ when, excludes }) => [when, excludes]));
}

/** The keys of the first list's statements that the second has too, in the first's order. */
function common(first: readonly Statement[], second: readonly Statement[]): readonly string[] {
  const others = new Set(second.map(({ when }) => keyOf(when)));
  return first.map(({ when }) => keyOf(when)).filter((key) => others.has(key));
}

function sharedStatusQuo(pair: Pair, which: 0 | 1): readonly string[] {
  const { statusQuo } = pair[which];
  if (statusQuo.kind === 'name') return [statusQuo.name];
  const others = new Set(pair[1 - which]?.options.map(({ key }) => key));
  return statusQuo.taken.filter((key) => others.has(key)).sort();
}

/**
 * What keeps an account from taking over a difference: the options that it does not model. Empty where it can.
 * @param into - which account of the pair takes it from the other
 */
export function missingFor(pair: Pair, difference: Difference, into: 0 | 1): readonly string[] {
  const modelled = new Set(pair[into].options.map(({ key }) => key));
  return optionsOf(pair, difference, into).filter((key) => !modelled.has(key));
}

function optionsOf(pair: Pair, difference: Difference, into: 0 | 1): readonly string[] {
  const giver = pair[1 - into] as Account;
  switch (difference.kind) {
    case 'statement':
      return difference.holder === into ? [] : namedIn(difference.when);
    case 'bar':
      return difference.holder === into ? [] : [...optionsIn(difference.when)];
    case 'agreement':
      return giver.agreements.flatMap(agreementOptions);
    case 'preference':
      return preferenceOptions(giver, giver.preferences[difference.decisionMaker]);
    default:
      return [];
  }
}

function namedIn(condition: StateCondition): readonly string[] {
  return condition.kind === 'expression' ? [...optionsIn(condition.expression)] : [];
}

function agreementOptions({ when, excludes }: Agreement): readonly string[] {
  return [...namedIn(when), ...(excludes === undefined ? [] : namedIn(excludes))];
}

/** A ranking is over all options of its account. */
function preferenceOptions(account: Account, preference: Preference | undefined): readonly string[] {
  if (preference === undefined) return [];
  switch (preference.kind) {
    case 'ranking':
      return account.options.map(({ key }) => key);
    case 'weights':
      return preference.weights.map(([key]) => key);
    case 'alternatives':
      return preference.lists.flat().flatMap(({ when }) => namedIn(when));
    default:
      return preference.statements.flatMap(({ when }) => namedIn(when));
  }
}

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
    case 'statusQuo':
      return { ...account, statusQuo: mergedStatusQuo(pair, into) };
    case 'bar': {
      const key = keyOf(difference.when);
      const infeasible =
        difference.holder === into
          ? account.infeasible.filter(({ when }) => keyOf(when) !== key)
          : [...account.infeasible, ...giver.infeasible.filter(({ when }) => keyOf(when) === key)];
      return { ...account, infeasible };
    }
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

function mergedStatusQuo(pair: Pair, into: 0 | 1): Account['statusQuo'] {
  const giver = pair[1 - into] as Account;
  const own = pair[into].statusQuo;
  if (own.kind === 'name' || giver.statusQuo.kind === 'name') return giver.statusQuo;
  const shared = new Set(giver.options.map(({ key }) => key));
  return {
    kind: 'options',
    taken: [...own.taken.filter((key) => !shared.has(key)), ...sharedStatusQuo(pair, (1 - into) as 0 | 1)],
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

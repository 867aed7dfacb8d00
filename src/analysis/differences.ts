// Says in what two accounts differ, premise by premise, and what one would need to take a difference from the other.
import type {
  Account,
  Agreement,
  Expression,
  Preference,
  StateCondition,
  Statement,
  StateReference,
} from '../model/index.ts';
import { optionsIn } from '../model/index.ts';

/**
 * One thing in which two accounts differ and which one can take from the other.
 *
 * - `statement`: a preference statement that `holder` has and the other has not; `premise` is its id there.
 * - `order`: the statements that both have, which they rank differently.
 * - `preference`: a decision maker's whole preference, where it is not a list in both.
 * - `bar`: an infeasible combination of `holder` that the other does not have; `forbidden`: a forbidden move likewise.
 * - `agreement`: what counts as an agreement. - `signatories`: whose consent it needs. - `noDeal`: what happens without
 *   one. - `statusQuo`: the options taken at the start.
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
      readonly kind: 'bar' | 'forbidden';
      readonly holder: 0 | 1;
      readonly premise: string;
      readonly text: string;
      /** What tells it from others. */
      readonly key: string;
      readonly options: readonly string[];
    }
  | { readonly kind: 'agreement' | 'signatories' | 'noDeal' | 'statusQuo' };

/** Two accounts of one case. */
export type Pair = readonly [Account, Account];

/** All differences of two accounts that are more than names, in a fixed order.                      Rule [CMP5]. */
export function differencesOf(pair: Pair): readonly Difference[] {
  const differences: Difference[] = [];
  const [first, second] = pair;
  if (agreementKey(first) !== agreementKey(second)) differences.push({ kind: 'agreement' });
  if (sharedSignatories(pair, 0).join() !== sharedSignatories(pair, 1).join())
    differences.push({ kind: 'signatories' });
  if (noDealKey(first) !== noDealKey(second)) differences.push({ kind: 'noDeal' });
  if (sharedStart(pair, 0).join() !== sharedStart(pair, 1).join()) differences.push({ kind: 'statusQuo' });
  for (const { id } of first.decisionMakers)
    if (second.decisionMakers.some((other) => other.id === id))
      differences.push(...preferenceDifferences(pair, id));
  return [...differences, ...barDifferences(pair), ...forbiddenDifferences(pair)];
}

function preferenceDifferences(pair: Pair, id: string): readonly Difference[] {
  const preferences = pair.map((account) => account.preferences[id]) as [Preference?, Preference?];
  const lists = preferences.map(listOf);
  const [first, second] = lists;
  if (first === undefined || second === undefined) {
    const isSame = JSON.stringify(preferences[0], contents) === JSON.stringify(preferences[1], contents);
    return isSame ? [] : [{ kind: 'preference', decisionMaker: id }];
  }
  const differences = ([0, 1] as const).flatMap((holder): Difference[] => {
    const others = new Set(lists[1 - holder]?.map(({ when }) => keyOf(when)));
    const preference = preferences[holder];
    const numbered = preference?.kind === 'statements' ? preference.statements : [];
    return (lists[holder] ?? [])
      .filter(({ when }) => !others.has(keyOf(when)))
      .map((statement) => {
        const { when, text } = statement;
        const premise = `${id}.${numbered.indexOf(statement) + 1}`;
        return { kind: 'statement', decisionMaker: id, holder, premise, text, when };
      });
  });
  if (common(first, second).join() !== common(second, first).join())
    differences.push({ kind: 'order', decisionMaker: id });
  return differences;
}

function barDifferences(pair: Pair): readonly Difference[] {
  return ([0, 1] as const).flatMap((holder) => {
    const others = new Set(pair[1 - holder]?.infeasible.map(({ when }) => keyOf(when)));
    return pair[holder].infeasible.flatMap(({ when, text }, index): Difference[] => {
      const [key, premise] = [keyOf(when), `infeasible.${index + 1}`];
      return others.has(key)
        ? []
        : [{ kind: 'bar', holder, premise, text, key, options: [...optionsIn(when)] }];
    });
  });
}

function forbiddenDifferences(pair: Pair): readonly Difference[] {
  const shared = new Set(pair[0].decisionMakers.map(({ id }) => id));
  return ([0, 1] as const).flatMap((holder) => {
    const others = new Set(pair[1 - holder]?.forbiddenMoves.map(forbiddenKey));
    const known = new Set(pair[1 - holder]?.decisionMakers.map(({ id }) => id));
    return pair[holder].forbiddenMoves.flatMap((move, index): Difference[] => {
      const [key, premise] = [forbiddenKey(move), `forbiddenMoves.${index + 1}`];
      if (others.has(key) || !known.has(move.by) || !shared.has(move.by)) return [];
      const options = [...optionsIn(move.to, optionsIn(move.from))];
      return [{ kind: 'forbidden', holder, premise, text: move.text, key, options }];
    });
  });
}

/**
 * A list in a known order, without statements that stand in it before; somebody of whom nothing is said has an empty
 * one.
 */
export function listOf(preference: Preference | undefined): readonly Statement[] | undefined {
  if (preference === undefined) return [];
  if (preference.kind !== 'statements' || preference.unknown !== undefined) return undefined;
  const seen = new Set<string>();
  return preference.statements.filter(({ when }) => seen.size < seen.add(keyOf(when)).size);
}

/** Places in the file and reasons are no differences. */
function contents(key: string, value: unknown): unknown {
  return ['at', 'because', 'evidence', 'word', 'text'].includes(key) ? undefined : value;
}

/** What tells one condition from another. */
export function keyOf(condition: StateCondition | Expression): string {
  return JSON.stringify(condition);
}

/** What tells one forbidden move from another. */
export function forbiddenKey({ by, from, to }: Account['forbiddenMoves'][number]): string {
  return JSON.stringify([by, from, to]);
}

function agreementKey(account: Account): string {
  return JSON.stringify(account.agreements.map(({ when, excludes }) => [when, excludes]));
}

function noDealKey({ noDeal }: Account): string {
  return JSON.stringify(noDeal, (key, value) => (key === 'at' ? undefined : value));
}

/** The keys of the first list's statements that the second has too, in the first's order. */
export function common(first: readonly Statement[], second: readonly Statement[]): readonly string[] {
  const others = new Set(second.map(({ when }) => keyOf(when)));
  return first.map(({ when }) => keyOf(when)).filter((key) => others.has(key));
}

/** Who of those that both accounts recognise has to consent in one of them. */
export function sharedSignatories(pair: Pair, which: 0 | 1): readonly string[] {
  const known = new Set(pair[1 - which]?.decisionMakers.map(({ id }) => id));
  return pair[which].signatories.filter((id) => known.has(id)).sort();
}

function sharedStart(pair: Pair, which: 0 | 1): readonly string[] {
  return sharedTaken(pair, which, pair[which].statusQuo);
}

/** Of the options taken in a state of an account, those that both accounts model; in graph form the state's name. */
export function sharedTaken(pair: Pair, which: 0 | 1, reference: StateReference): readonly string[] {
  if (reference.kind === 'name') return [reference.name];
  const modelled = new Set(pair[1 - which]?.options.map(({ key }) => key));
  return reference.taken.filter((key) => modelled.has(key)).sort();
}

/**
 * The options that `pair[into]` lacks to take a difference over; none where it can.
 */
export function missingFor(pair: Pair, difference: Difference, into: 0 | 1): readonly string[] {
  const modelled = new Set(pair[into].options.map(({ key }) => key));
  return [...new Set(optionsOf(pair, difference, into))].filter((key) => !modelled.has(key));
}

function optionsOf(pair: Pair, difference: Difference, into: 0 | 1): readonly string[] {
  const giver = pair[1 - into] as Account;
  switch (difference.kind) {
    case 'statement':
      return difference.holder === into ? [] : namedIn(difference.when);
    case 'bar':
    case 'forbidden':
      return difference.holder === into ? [] : difference.options;
    case 'agreement':
      return giver.agreements.flatMap(agreementOptions);
    case 'preference':
      return preferenceOptions(giver, giver.preferences[difference.decisionMaker]);
    case 'noDeal':
      return giver.noDeal.kind === 'state' && giver.noDeal.state.kind === 'options'
        ? giver.noDeal.state.taken
        : [];
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

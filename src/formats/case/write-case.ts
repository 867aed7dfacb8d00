// Writes a case as a case file: accounts spelled out, so that reading the file gives the same case again.
import { stringify } from 'yaml';
import type {
  Account,
  Agreement,
  Case,
  Check,
  Grounds,
  Infeasible,
  NoDeal,
  Omission,
  Option,
  Preference,
  StateCondition,
  Statement,
  StateReference,
} from '../../model/index.ts';
import { isPattern, parsePattern, printExpression } from '../../model/index.ts';
import { currentVersion } from './case-shape.ts';

/** What is written under a key; keys without a value are left out. */
type Written = Readonly<Record<string, unknown>>;

/**
 * The text of a case. Reading it gives an equal case, places in the text aside. Rule [CAS22].
 *
 * An account that extends another is written whole, since what it took over and what it stated look the same.
 * @complexity O(size of the case)
 */
export function writeCase(value: Case): string {
  const base = value.accounts.find(({ parent }) => parent === undefined);
  const others = value.accounts.filter((account) => account !== base);
  const graph = value.accounts.find((account) => account.graph !== undefined)?.graph;
  const file = {
    impasse: currentVersion,
    title: value.title,
    description: value.description,
    citation: value.citation,
    sources: unlessEmpty(value.sources),
    facts: unlessEmpty(
      value.facts.map(({ sources, ...fact }) => ({ ...fact, source: unlessEmpty(sources) })),
    ),
    decisionMakers: value.decisionMakers.map(({ id, name, description }) => ({
      id,
      name: name === id ? undefined : name,
      description,
      options: unlessEmpty(value.options.filter((option) => option.decisionMaker === id).map(writeOption)),
    })),
    states: graph?.states,
    ...(base ? writeParts(base, undefined) : {}),
    // What makes a base with accounts beside it an account of its own.
    ...(base && others.length > 0 ? { preferences: writePreferences(base) ?? {} } : {}),
    ...(graph ? { moves: writeMoves(base ?? { graph: { states: graph.states, moves: {} } }) } : {}),
    agreements: unlessEmpty(value.agreements.map(writeAgreement)),
    accounts: unlessEmpty(others.map((account) => writeAccount(account, value, base))),
    hypergame: value.hypergame && map(Object.entries(value.hypergame)),
    offers: unlessEmpty(
      value.offers.map((offer) => ({
        id: offer.id,
        to: offer.to,
        option: offer.option,
        ...writeGrounds(offer),
      })),
    ),
  };
  return stringify(file, { lineWidth: 0, keepUndefined: false, aliasDuplicateObjects: false });
}

function writeAccount(account: Account, whole: Case, base: Account | undefined): Written {
  const isHeir = account.parent !== undefined && account.parent !== 'base';
  const heirOf = whole.accounts.find(({ id }) => id === account.parent) ?? base;
  const ids = account.decisionMakers.map(({ id }) => id);
  const theirs = whole.options.filter(({ decisionMaker }) => ids.includes(decisionMaker));
  return {
    id: account.id,
    name: account.name === account.id ? undefined : account.name,
    description: account.description,
    extends: isHeir ? account.parent : undefined,
    variant: account.variant || undefined,
    sources: isHeir ? account.sources : unlessEmpty(account.sources),
    decisionMakers: isHeir || ids.length < whole.decisionMakers.length ? ids : undefined,
    options:
      account.graph === undefined && (isHeir || account.options.length < theirs.length)
        ? account.options.map(({ key }) => key)
        : undefined,
    ...writeParts(account, heirOf),
    moves: account.graph && writeMoves(account),
    agreements: unlessEmpty(account.agreements.map(writeAgreement), [whole.agreements, heirOf?.agreements]),
  };
}

/** The parts that base and accounts share; an empty list is written where something would be taken over. */
function writeParts(account: Account, from: Account | undefined): Written {
  const all = account.decisionMakers.map(({ id }) => id);
  const isDefault = account.signatories.join() === all.join();
  return {
    by: account.by,
    labels: map(Object.entries(account.labels), [from?.labels]),
    infeasible: unlessEmpty(
      account.infeasible.map((bar) => writeBar(bar, account)),
      [from?.infeasible],
    ),
    forbiddenMoves: unlessEmpty(
      account.forbiddenMoves.map((move) => ({
        by: move.by,
        from: printExpression(move.from),
        to: printExpression(move.to),
        ...writeGrounds(move),
      })),
      [from?.forbiddenMoves],
    ),
    statusQuo: writeState(account.statusQuo),
    signatories: isDefault && from === undefined ? undefined : account.signatories,
    noDeal:
      from === undefined && account.noDeal.kind === 'statusQuo' ? undefined : writeNoDeal(account.noDeal),
    concepts: map(Object.entries(account.concepts), [from?.concepts]),
    preferences: writePreferences(account),
    leavesOut: unlessEmpty(account.leavesOut.map(writeOmission), [from?.leavesOut]),
    checks: unlessEmpty(account.checks.map(writeCheck), [from?.checks]),
  };
}

/** Nothing in place of an empty list, unless one of those that would be taken over holds something. */
function unlessEmpty<T>(
  list: readonly T[],
  inherited: readonly (readonly unknown[] | undefined)[] = [],
): readonly T[] | undefined {
  return list.length > 0 || inherited.some((from) => from !== undefined && from.length > 0)
    ? list
    : undefined;
}

/** A map keeps the order of keys that look like numbers. */
function map(
  entries: readonly (readonly [string, unknown])[],
  inherited: readonly (object | undefined)[] = [],
): ReadonlyMap<string, unknown> | undefined {
  const wouldInherit = inherited.some((from) => from !== undefined && Object.keys(from).length > 0);
  return entries.length > 0 || wouldInherit ? new Map(entries) : undefined;
}

function writeOption({ id, name, direction, description }: Option): Written {
  return {
    id,
    name: name === id ? undefined : name,
    direction: direction === 'both' ? undefined : direction,
    description,
  };
}

function writeGrounds({ because, evidence }: Grounds): Written {
  return { because, evidence };
}

function writeBar(bar: Infeasible, { options }: Account): Written {
  const pattern = isPattern(bar.text)
    ? parsePattern(
        bar.text,
        options.map(({ key }) => key),
      ).value
    : undefined;
  const isWritten = JSON.stringify(pattern) === JSON.stringify(bar.when);
  return { [isWritten ? 'pattern' : 'when']: bar.text, kind: bar.kind, ...writeGrounds(bar) };
}

function writeAgreement({ id, name, kind, when, text, excludes, ...grounds }: Agreement): Written {
  return {
    id,
    name,
    kind,
    when: writeCondition(when, text),
    excludes:
      excludes?.kind === 'expression'
        ? printExpression(excludes.expression)
        : excludes && [...excludes.names],
    ...writeGrounds(grounds),
  };
}

function writeCondition(when: StateCondition, text: string): unknown {
  return when.kind === 'names' ? when.names : text;
}

function writeState(state: StateReference): unknown {
  return state.kind === 'name' ? state.name : state.taken;
}

function writeNoDeal(noDeal: NoDeal): unknown {
  return noDeal.kind === 'state' ? writeState(noDeal.state) : noDeal.kind;
}

function writeMoves({ graph }: Pick<Account, 'graph'>): unknown {
  if (graph === undefined) return undefined;
  const name = (place: number): string => graph.states[place]?.id ?? '';
  return new Map(
    Object.entries(graph.moves).map(([id, arcs]) => {
      const from = new Map<string, string[]>();
      for (const [start, end] of arcs) from.set(name(start), [...(from.get(name(start)) ?? []), name(end)]);
      return [id, from];
    }),
  );
}

function writePreferences(account: Account): ReadonlyMap<string, unknown> | undefined {
  const entries = Object.entries(account.preferences);
  return map(entries.map(([id, preference]) => [id, writePreference(preference, account)]));
}

function writePreference(preference: Preference, account: Account): unknown {
  const ranked = (state: StateReference): string =>
    state.kind === 'name'
      ? state.name
      : account.options.map(({ key }) => (state.taken.includes(key) ? 'Y' : 'N')).join('');
  const more = { word: preference.word, ...writeGrounds(preference) };
  const unknown =
    'unknown' in preference
      ? preference.unknown?.map((pair) => pair.map((state) => ranked(state)))
      : undefined;
  switch (preference.kind) {
    case 'statements': {
      const statements = preference.statements.map(writeStatement);
      const isBare = [unknown, ...Object.values(more)].every((part) => part === undefined);
      return isBare ? statements : { statements, unknown, ...more };
    }
    case 'open-order':
      return { order: 'unknown', statements: preference.statements.map(writeStatement), ...more };
    case 'alternatives':
      return { alternatives: preference.lists.map((list) => list.map(writeStatement)), unknown, ...more };
    case 'weights':
      return { weights: new Map(preference.weights), ...more };
    case 'ranking': {
      const groups = preference.groups.map((group) => group.map(ranked));
      return { ranking: groups.map((group) => (group.length === 1 ? group[0] : group)), unknown, ...more };
    }
  }
}

function writeStatement({ when, text, word, strong, before, because, evidence }: Statement): unknown {
  const statement = writeCondition(when, text);
  const isBare = [word, strong, before, because, evidence].every((part) => part === undefined);
  return isBare ? statement : { statement, word, strong, before, because, evidence };
}

function writeOmission({ says, ...grounds }: Omission): Written {
  return { says, ...writeGrounds(grounds) };
}

function writeCheck({ premise, claim, facts, finding, note }: Check): Written {
  return { premise, claim, fact: unlessEmpty(facts), finding, note };
}

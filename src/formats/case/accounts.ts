// Spells out each account: what it states, and what it takes from the account it extends or from the base.
import type { Account, DecisionMaker, Option } from '../../model/index.ts';
import type { AccountDraft, CaseDraft } from './case-shape.ts';
import { carriedChecks, readChecks } from './checks.ts';
import type { Declarations } from './declarations.ts';
import { uniqueIds } from './declarations.ts';
import type { Speaker } from './fit.ts';
import { fitAccount } from './fit.ts';
import { readParts } from './parts.ts';
import type { Reading } from './reading.ts';
import type { Scope } from './scope.ts';
import { knownIds, makeScope, optionKey, recognised, reportUnknown } from './scope.ts';
import type { Word } from './shape.ts';

const baseId = 'base';
const mostAccounts = 250;

/** What was read of the accounts. */
export interface Accounts {
  readonly base: Speaker;
  /** The base where it is analysed, then the accounts in the order of the file. */
  readonly accounts: readonly Account[];
}

/**
 * Reads base and accounts. An account takes over the parts of the account it `extends`, or else of the base; it merges
 * `preferences` decision maker by decision maker, and replaces every other part that it states. Rules [CAS10] to
 * [CAS16].
 */
export function readAccounts(draft: CaseDraft, declared: Declarations, reading: Reading): Accounts {
  const drafts = accountDrafts(draft, reading);
  const parents = parentsOf(drafts, reading);
  const speakers = new Map<string, Speaker>([[baseId, readBase(draft, declared, reading)]]);
  const base = speakers.get(baseId) as Speaker;
  for (const id of [...drafts.keys()])
    for (const next of lineOf(id, parents, speakers)) {
      const parent = speakers.get(parents.get(next) ?? baseId) ?? base;
      speakers.set(
        next,
        readAccount(next, drafts.get(next) as AccountDraft, parent, base, declared, reading),
      );
    }
  const accounts = [...drafts.keys()].map((id) => (speakers.get(id) as Speaker).account);
  return { base, accounts: isAnalysed(draft) ? [base.account, ...accounts] : accounts };
}

/** Where a case has accounts, the base is one more only if it has preferences of its own. */
function isAnalysed(draft: CaseDraft): boolean {
  return !draft.keys.has('accounts') || draft.keys.has('preferences');
}

function accountDrafts(draft: CaseDraft, reading: Reading): ReadonlyMap<string, AccountDraft> {
  const take = uniqueIds(reading);
  const found = new Map<string, AccountDraft>();
  for (const account of draft.accounts ?? []) {
    const id = take(account.id);
    if (id === undefined || account.id === undefined) continue;
    if (id === baseId || /\s/.test(id))
      reading.report('E1209', account.id.range, `\`${id}\` cannot be the id of an account`, {
        hint:
          id === baseId ? '`base` is what stands outside the accounts' : 'a name with spaces goes to `name`',
      });
    if (found.size === mostAccounts) {
      reading.report('E1003', account.id.range, `the case has more than ${mostAccounts} accounts`);
      break;
    }
    found.set(id, account);
  }
  return found;
}

/** The account that each one extends; one that closes a circle is reported and has none. */
function parentsOf(drafts: ReadonlyMap<string, AccountDraft>, reading: Reading): Map<string, string> {
  const parents = new Map<string, string>();
  const reaches = (from: string, goal: string): boolean => {
    for (let id: string | undefined = from; id !== undefined; id = parents.get(id))
      if (id === goal) return true;
    return false;
  };
  for (const [id, { extends: parent }] of drafts) {
    if (parent === undefined || parent.text === baseId) continue;
    if (!drafts.has(parent.text)) reportUnknown('E1206', 'account', parent, new Set(drafts.keys()), reading);
    else if (reaches(parent.text, id))
      reading.report(
        'E1207',
        parent.range,
        `\`${id}\` and \`${parent.text}\` extend each other in a circle`,
        {
          hint: 'at least one account of a circle extends the base',
        },
      );
    else parents.set(id, parent.text);
  }
  return parents;
}

/** The ancestors of an account that are not read yet and the account itself, eldest first. */
function lineOf(
  id: string,
  parents: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, unknown>,
): readonly string[] {
  const line: string[] = [];
  for (let next: string | undefined = id; next !== undefined && !known.has(next); next = parents.get(next))
    line.push(next);
  return line.reverse();
}

function readBase(draft: CaseDraft, declared: Declarations, reading: Reading): Speaker {
  const scope = scopeOf('the base', declared.decisionMakers, declared.options, declared, reading);
  const parts = readParts(draft, scope, declared, reading);
  const head = draft.keys.get('title') ?? [draft.range[0], draft.range[0] + 1];
  const account = fitAccount(
    { id: baseId, name: draft.title ?? '', variant: false, sources: [], at: reading.placeOf(draft.range) },
    parts,
    { scope, head, isAnalysed: isAnalysed(draft), ofCase: parts.agreements },
    declared,
    reading,
  );
  const checks = readChecks(draft.checks ?? [], account, declared, reading);
  return { scope, parts, sources: [], account: { ...account, checks } };
}

function readAccount(
  id: string,
  draft: AccountDraft,
  parent: Speaker,
  base: Speaker,
  declared: Declarations,
  reading: Reading,
): Speaker {
  const head = draft.id?.range ?? draft.range;
  const title = `account \`${id}\``;
  const decisionMakers = readRecognised(draft, parent, declared, reading);
  const listed =
    draft.options && declared.states === undefined
      ? readModelled(draft.options, title, decisionMakers, declared, reading)
      : parent.listed;
  const theirs = new Set(decisionMakers.map((dm) => dm.id));
  const options = declared.options.filter(
    ({ key, decisionMaker }) => theirs.has(decisionMaker) && (listed?.has(key) ?? true),
  );
  const scope = scopeOf(title, decisionMakers, options, declared, reading);
  const own = readParts(draft, scope, declared, reading);
  const parts = {
    ...parent.parts,
    ...own,
    preferences: new Map([...parent.parts.preferences, ...own.preferences]),
  };
  const sources = draft.sources ? readSources(draft.sources, declared, reading) : parent.sources;
  const account = fitAccount(
    {
      id,
      name: draft.name ?? id,
      ...(draft.description === undefined ? {} : { description: draft.description }),
      parent: parent.account.id,
      variant: draft.variant ?? false,
      sources,
      at: reading.placeOf(draft.range),
    },
    parts,
    { scope, head, isAnalysed: true, ofCase: base.parts.agreements },
    declared,
    reading,
  );
  const checks = draft.checks
    ? readChecks(draft.checks, account, declared, reading)
    : carriedChecks(parent.account, account);
  return { scope, parts, sources, ...(listed ? { listed } : {}), account: { ...account, checks } };
}

function scopeOf(
  title: string,
  decisionMakers: readonly DecisionMaker[],
  options: readonly Option[],
  declared: Declarations,
  reading: Reading,
): Scope {
  const states = declared.states && new Map(declared.states.map((state, place) => [state.id, place]));
  return makeScope(title, decisionMakers, options, declared.options, states, reading);
}

function readRecognised(
  { decisionMakers: names, keys }: AccountDraft,
  parent: Speaker,
  declared: Declarations,
  reading: Reading,
): readonly DecisionMaker[] {
  if (names === undefined) return parent.scope.decisionMakers;
  const key = keys.get('decisionMakers');
  if (names.length === 0 && key !== undefined)
    reading.report('E1007', key, '`decisionMakers` is an empty list', {
      expected: 'at least one decision maker',
    });
  const unknown = (name: Word): void =>
    reportUnknown('E1204', 'decision maker', name, declared.decisionMakerIds, reading);
  const ids = new Set(knownIds(names, declared.decisionMakerIds, unknown, reading));
  return declared.decisionMakers.filter(({ id }) => ids.has(id));
}

/** The keys of the options that an account lists; all of them belong to decision makers it recognises. */
function readModelled(
  names: readonly Word[],
  title: string,
  decisionMakers: readonly DecisionMaker[],
  declared: Declarations,
  reading: Reading,
): ReadonlySet<string> {
  const everything = scopeOf(title, declared.decisionMakers, declared.options, declared, reading);
  const theirs = scopeOf(title, decisionMakers, [], declared, reading);
  const owners = new Map(declared.options.map(({ key, decisionMaker }) => [key, decisionMaker]));
  const keys = new Set<string>();
  for (const name of names) {
    const key = optionKey(name, everything.names, reading);
    if (key === undefined) continue;
    if (keys.has(key)) reading.report('E1212', name.range, `\`${name.text}\` is listed twice`);
    const owner = { ...name, text: owners.get(key) ?? '' };
    if (recognised(owner, theirs, declared.decisionMakerIds, reading) !== undefined) keys.add(key);
  }
  return keys;
}

function readSources(names: readonly Word[], declared: Declarations, reading: Reading): readonly string[] {
  for (const name of names) {
    if (declared.sourceIds.has(name.text)) continue;
    const near = reading.suggest(name.text, declared.sourceIds);
    reading.report('W1001', name.range, `there is no source \`${name.text}\``, {
      ...(near === undefined ? {} : { nearest: near }),
    });
  }
  return names.map(({ text }) => text);
}

// Drafts accounts from coded statements: one for each author, with every part tied to the statements behind it.
import { isId } from '../../model/index.ts';
import type { Statement } from '../types/statement.ts';
import { proposedAgreement } from './agreement.ts';
import { conceptWords } from './concept-words.ts';
import type { Draft, DraftAccount, DraftInput, DraftSource } from './frame.ts';
import { listsOf } from './lists.ts';
import type { Actors } from './options.ts';
import { actorsOf, optionsOf } from './options.ts';
import type { Reader, ReadStatements } from './premises.ts';
import { readAll } from './premises.ts';
import { reprintsOf } from './reprints.ts';

/**
 * Accounts in the form of the case file, from statements and a codebook.               Rules [DRA1] to [DRA15].
 *
 * Nothing is computed and no order is invented: statements are ordered by explicit comparisons, by conditions, and by
 * what the case already says; how often a thing is said is shown and never ranks. What is not used is listed with the
 * reason.
 * @returns one account for each author of the documents, in the order of the first statement of each
 * @complexity O(statements · concepts), and O(k²) for the k premises of a decision maker
 */
export function draftAccounts(input: DraftInput): Draft {
  const { frame, codebook } = input;
  const options = optionsOf(frame, codebook);
  const actors = actorsOf(codebook, options.decisionMakers);
  const read = conceptWords(codebook, options);
  const groups = groupsOf(input, actors);
  const needed = agreementKeys(frame.agreements, options.keys);
  const drafted = groups.map((group) => {
    const reader: Reader = {
      options,
      actors,
      read,
      bars: input.bars ?? new Map(),
      parents: new Map(codebook.concepts.map(({ id, parent }) => [id, parent])),
      author: group.side,
      reprints: reprintsOf(group.statements, (name) => actors.actor(name)?.id ?? name),
    };
    return { group, found: readAll(group.statements, reader) };
  });
  const agreement =
    frame.agreements.length > 0
      ? undefined
      : proposedAgreement(drafted.flatMap(({ found }) => found.readings));
  const inAgreement = new Set([...needed, ...agreementKeys(agreement ? [agreement.when] : [], options.keys)]);
  const ids = new Set<string>();
  const accounts = drafted.map(({ group, found }): DraftAccount => {
    const id = uniqueId(group.id, ids);
    const lists = listsOf(
      options.decisionMakers.map((dm) => dm.id),
      found,
      frame.accounts?.find((account) => account.id === id),
    );
    const modelled = new Set([
      ...inAgreement,
      ...found.readings.flatMap(({ prefers, when }) =>
        when === undefined ? [prefers.key] : [prefers.key, when.key],
      ),
      ...agreementKeys(
        found.bars.map(({ when }) => when),
        options.keys,
      ),
    ]);
    const quo = statusQuoOf(found);
    return {
      id,
      name: `As ${group.name} has it`,
      by: {
        name: group.name,
        ...(group.side === undefined ? {} : { side: group.side }),
        ...(group.kind === undefined ? {} : { kind: group.kind }),
      },
      sources: group.sources,
      options: options.keys.filter((key) => modelled.has(key)),
      ...(frame.hasStatusQuo ? {} : { statusQuo: options.keys.filter((key) => quo.has(key)) }),
      statusQuoEvidence: frame.hasStatusQuo ? [] : [...new Set([...quo.values()].flat())],
      bars: found.bars,
      ...lists,
    };
  });
  const used = new Set(accounts.flatMap((account) => account.options));
  return {
    decisionMakers: usedDecisionMakers(input, options.decisionMakers, accounts, used),
    accounts,
    ...(agreement === undefined ? {} : { agreement }),
    unused: options.unused,
  };
}

/** The statements of one author. */
interface Group {
  readonly id: string;
  readonly name: string;
  readonly side?: string;
  readonly kind?: string;
  readonly sources: readonly string[];
  readonly statements: readonly Statement[];
}

/** Documents by author, else by outlet, else each on its own.                                     Rule [DRA13]. */
function groupsOf({ sources, statements }: DraftInput, actors: Actors): readonly Group[] {
  const known = new Map(sources.map((source) => [source.id, source]));
  const groups = new Map<
    string,
    { readonly first: DraftSource; readonly name: string; readonly statements: Statement[] }
  >();
  for (const statement of statements) {
    const source = known.get(statement.document) ?? { id: statement.document };
    const name =
      source.author ?? source.outlet ?? voiceIn(statements, source.id, actors) ?? source.title ?? source.id;
    const key = source.author ?? source.outlet ?? `document ${source.id}`;
    const id = actors.actor(key)?.id ?? key.toLowerCase();
    const group = groups.get(id) ?? { first: source, name: actors.actor(key)?.name ?? name, statements: [] };
    group.statements.push(statement);
    groups.set(id, group);
  }
  return [...groups].map(([key, { first, name, statements: own }]): Group => {
    const side =
      actors.decisionMaker(first.author ?? '') ??
      actors.decisionMaker(first.outlet ?? '') ??
      sideOf(own, actors);
    return {
      id: key.startsWith('document ') ? first.id : key,
      name,
      ...(side === undefined ? {} : { side }),
      ...(first.genre === undefined ? {} : { kind: first.genre }),
      sources: [...new Set(own.map(({ document }) => document))],
      statements: own,
    };
  });
}

/** Whoever is coded as the author of a document that names none. */
function voiceIn(statements: readonly Statement[], document: string, actors: Actors): string | undefined {
  const own = statements.find((each) => each.document === document && each.grade === 'author');
  const [speaker] = own?.speaker ?? [];
  return speaker === undefined || speaker === 'author' ? undefined : (actors.actor(speaker)?.name ?? speaker);
}

/** Where the document does not say for whom its author speaks, the statements in the author's own voice do. */
function sideOf(statements: readonly Statement[], actors: Actors): string | undefined {
  return statements
    .filter(({ grade, source }) => grade === 'author' || source === 'author')
    .flatMap(({ speaker }) => speaker.map(actors.decisionMaker))
    .find((side) => side !== undefined);
}

/** What is said to be done now, by whoever can do it.                                            Rule [DRA14]. */
function statusQuoOf({ readings }: ReadStatements): ReadonlyMap<string, readonly string[]> {
  const taken = new Map<string, string[]>();
  for (const { prefers, when, statement, decisionMaker } of readings) {
    if (
      statement.kind !== 'action' ||
      when !== undefined ||
      !prefers.isTaken ||
      prefers.owner !== decisionMaker
    )
      continue;
    taken.set(prefers.key, [...(taken.get(prefers.key) ?? []), statement.id]);
  }
  return taken;
}

/** The options that formulas name; a pattern names all. */
function agreementKeys(formulas: readonly string[], keys: readonly string[]): readonly string[] {
  if (formulas.some((formula) => /^[YN-]+$/.test(formula))) return keys;
  const words = new Set(formulas.flatMap((formula) => formula.match(/[\p{L}_][\p{L}\p{N}_.-]*/gu) ?? []));
  return keys.filter((key) => words.has(key) || words.has(key.slice(key.indexOf('.') + 1)));
}

/** Those of the case, and those that an account needs, with the options that one uses. */
function usedDecisionMakers(
  { frame }: DraftInput,
  all: Draft['decisionMakers'],
  accounts: readonly DraftAccount[],
  used: ReadonlySet<string>,
): Draft['decisionMakers'] {
  const declared = new Map(
    frame.decisionMakers.map((dm) => [dm.id, new Set(dm.options.map(({ id }) => id))]),
  );
  const named = new Set(
    accounts.flatMap(({ premises }) => premises.map(({ decisionMaker }) => decisionMaker)),
  );
  return all.flatMap((dm) => {
    const options = dm.options.filter(
      ({ id }) => declared.get(dm.id)?.has(id) || used.has(id) || used.has(`${dm.id}.${id}`),
    );
    return declared.has(dm.id) || options.length > 0 || named.has(dm.id) ? [{ ...dm, options }] : [];
  });
}

function uniqueId(wanted: string, taken: Set<string>): string {
  const plain = wanted
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^[-\p{N}]+|-+$/gu, '')
    .toLowerCase()
    .slice(0, 40);
  const stem = isId(plain) && plain !== 'base' ? plain : 'account';
  let id = stem;
  for (let n = 2; taken.has(id); n += 1) id = `${stem}-${n}`;
  taken.add(id);
  return id;
}

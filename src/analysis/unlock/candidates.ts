// Lists the single changes to an account that are worth trying.
import type {
  Account,
  Direction,
  Expression,
  Offer,
  Option,
  Preference,
  Statement,
} from '../../model/index.ts';
import { feasibility, isSatisfiable, optionsIn } from '../../model/index.ts';
import { statementsOf } from '../premises.ts';
import { editedPreference, listKey } from './apply.ts';
import type { Edit, EditKind, StatementEdit } from './edit.ts';
import { dependsOn } from './phase.ts';
import { negation, preconditionOf, softened, withFormula } from './rewrite.ts';

/** With more decision makers than this, joint moves are tried for pairs and for all together only. */
const mostForAllCoalitions = 6;

/** With more options than this no two are linked. */
const mostOptionsForLinks = 24;

/**
 * The single changes of these kinds, each once: of those that come to the same list the first, and none that leaves
 * its list as it is.                                                                     Rules [UNL3], [UNL10] to [UNL22].
 */
export function editsOf(
  account: Account,
  offers: readonly Offer[],
  kinds: ReadonlySet<EditKind>,
): readonly Edit[] {
  const made = offersFor(account, offers);
  const structural: readonly Edit[] = [
    ...lifts(account),
    ...account.options.flatMap((option) => ofOption(account, option)),
    ...made.map(
      ({ id, to, option }): Edit => ({ kind: 'offer', decisionMaker: to, offer: id, option: option.id }),
    ),
    ...links(account),
    ...consents(account),
    ...coalitions(account.decisionMakers.map(({ id }) => id)).map(
      (members): Edit => ({ kind: 'joint', members }),
    ),
  ];
  const ofLists = account.decisionMakers.flatMap(({ id }) => {
    const preference = account.preferences[id];
    return preference === undefined
      ? []
      : distinct(preference, statementEdits(account, made, id, preference, kinds));
  });
  return [...structural.filter(({ kind }) => kinds.has(kind)), ...ofLists];
}

/** The offers that the account can take up: to somebody whom it recognises, and nothing that it models already. */
function offersFor(account: Account, offers: readonly Offer[]): readonly Offer[] {
  if (account.graph !== undefined) return [];
  return offers.filter(
    ({ to, option }) =>
      account.decisionMakers.some(({ id }) => id === to) &&
      !account.options.some(({ key, id }) => key === option.id || id === option.id),
  );
}

function lifts(account: Account): readonly Edit[] {
  return account.infeasible.flatMap(({ kind, when }, place): readonly Edit[] => {
    if (kind === 'logical' || kind === 'physical') return [];
    const owners = new Set([...optionsIn(when)].map((key) => ownerOf(account, key)));
    const [owner] = owners;
    return [
      {
        kind: 'lift',
        premise: `infeasible.${place + 1}`,
        place,
        ...(owners.size === 1 && owner !== undefined ? { decisionMaker: owner } : {}),
      },
    ];
  });
}

function ownerOf(account: Account, key: string): string | undefined {
  return account.options.find((option) => option.key === key)?.decisionMaker;
}

/** Phased, one-way and two-way forms of an option. */
function ofOption(account: Account, option: Option): readonly Edit[] {
  const { key, decisionMaker, direction } = option;
  const edits: Edit[] = [];
  const step = stepOf(account, option);
  const isCondition = account.decisionMakers.some(
    ({ id }) => id !== decisionMaker && makesDepend(account, id, key),
  );
  if (step !== undefined && isCondition) edits.push({ kind: 'phase', decisionMaker, option: key });
  const away: Direction = isTaken(account, key) ? 'drop' : 'take';
  if (direction !== 'both') edits.push({ kind: 'two-way', decisionMaker, option: key });
  else if (step !== undefined) edits.push({ kind: 'one-way', decisionMaker, option: key, direction: away });
  return edits;
}

function isTaken({ statusQuo }: Account, key: string): boolean {
  return statusQuo.kind === 'options' && statusQuo.taken.includes(key);
}

/**
 * The change of an option against the status quo, as a formula; nothing where its direction does not permit it, or
 * where no agreement has it, even with every legal and assumed bar lifted.                           Rule [UNL11].
 */
function stepOf(account: Account, { key, direction }: Option): Expression | undefined {
  const taken = isTaken(account, key);
  if (direction === (taken ? 'take' : 'drop')) return undefined;
  const option: Expression = { kind: 'option', key };
  const step = taken ? negation(option) : option;
  return isInSomeAgreement(account, step) ? step : undefined;
}

function isInSomeAgreement(account: Account, step: Expression): boolean {
  const lasting = account.infeasible.filter(({ kind }) => kind === 'logical' || kind === 'physical');
  const keys = account.options.map(({ key }) => key);
  return account.agreements.some(({ when, excludes }) => {
    const parts = [feasibility(lasting), step];
    if (when.kind === 'expression') parts.push(when.expression);
    if (excludes?.kind === 'expression') parts.push(negation(excludes.expression));
    return isSatisfiable({ kind: 'and', of: parts }, keys);
  });
}

/** Does some statement of a decision maker make its wish depend on this option of another? */
function makesDepend(account: Account, id: string, key: string): boolean {
  const preference = account.preferences[id];
  const statements = preference === undefined ? [] : (statementsOf(preference) ?? []);
  const isOwn = (other: string): boolean => ownerOf(account, other) === id;
  return statements.some(({ when }) => when.kind === 'expression' && dependsOn(when.expression, key, isOwn));
}

/** Pairs of steps of two decision makers; only where moves are those of option form, and options few. */
function links(account: Account): readonly Edit[] {
  if (account.graph !== undefined || account.forbiddenMoves.length > 0) return [];
  if (account.options.length > mostOptionsForLinks) return [];
  const options = account.options.filter((option) => stepOf(account, option) !== undefined);
  return options.flatMap((first, index) =>
    options
      .slice(index + 1)
      .filter((second) => second.decisionMaker !== first.decisionMaker)
      .map(
        (second): Edit => ({
          kind: 'link',
          members: [first.decisionMaker, second.decisionMaker],
          options: [first.key, second.key],
        }),
      ),
  );
}

function consents({ signatories, graph }: Account): readonly Edit[] {
  if (signatories.length < 2 || graph !== undefined) return [];
  return signatories.map((decisionMaker): Edit => ({ kind: 'consent', decisionMaker }));
}

/**
 * The groups of two decision makers or more, smaller ones first.
 * @example coalitions(['a', 'b', 'c']) // => [['a', 'b'], ['a', 'c'], ['b', 'c'], ['a', 'b', 'c']]
 */
export function coalitions<T>(ids: readonly T[]): readonly (readonly T[])[] {
  const sizes =
    ids.length <= mostForAllCoalitions
      ? Array.from({ length: Math.max(0, ids.length - 1) }, (_, index) => index + 2)
      : [2, ids.length];
  return sizes.flatMap((size) => choose(ids, size));
}

function choose<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    choose(items.slice(index + 1), size - 1).map((rest): readonly T[] => [item, ...rest]),
  );
}

function statementEdits(
  account: Account,
  offers: readonly Offer[],
  id: string,
  preference: Preference,
  kinds: ReadonlySet<EditKind>,
): readonly StatementEdit[] {
  const statements = statementsOf(preference) ?? [];
  const edits: StatementEdit[] = statements.flatMap((statement, place) => {
    const at = { decisionMaker: id, premise: `${id}.${place + 1}`, place };
    return [
      ...softenings(account, offers, id, statement).map((each) => ({ ...at, ...each })),
      ...simultaneities(account, id, statement).map((becomes) => ({
        ...at,
        kind: 'simultaneous' as const,
        becomes,
      })),
      ...moves(preference, statements.length, place).map(({ from, to }) => ({
        ...at,
        kind: 'move' as const,
        from,
        to,
      })),
      { ...at, kind: 'drop' as const },
      ...negations(account, statement).map((becomes) => ({ ...at, kind: 'negate' as const, becomes })),
    ];
  });
  return edits.filter(({ kind }) => kinds.has(kind));
}

function softenings(
  account: Account,
  offers: readonly Offer[],
  id: string,
  statement: Statement,
): readonly {
  readonly kind: 'soften';
  readonly option: string;
  readonly becomes: Statement;
  readonly offer?: string;
}[] {
  const { when } = statement;
  if (when.kind !== 'expression') return [];
  const { expression } = when;
  const named = optionsIn(expression);
  const steps = account.options
    .filter(({ key, decisionMaker }) => decisionMaker !== id && !named.has(key))
    .flatMap((option) => {
      const step = stepOf(account, option);
      return step === undefined ? [] : [{ option: option.key, step, offer: undefined }];
    });
  const offered = offers
    .filter(({ to }) => to !== id)
    .map((offer) => ({
      option: offer.option.id,
      step: { kind: 'option', key: offer.option.id } as const,
      offer: offer.id,
    }));
  return [...steps, ...offered].map(({ option, step, offer }) => ({
    kind: 'soften',
    option,
    becomes: withFormula(statement, softened(expression, step)),
    ...(offer === undefined ? {} : { offer }),
  }));
}

function simultaneities(account: Account, id: string, statement: Statement): readonly Statement[] {
  if (statement.when.kind !== 'expression') return [];
  const found = preconditionOf(statement.when.expression, (key) => ownerOf(account, key) === id);
  return found === undefined ? [] : [withFormula(statement, { kind: 'iff', of: [found.own, found.others] })];
}

/** Places count from 1; only a list in a known order has them. */
function moves(
  preference: Preference,
  count: number,
  place: number,
): readonly { readonly from: number; readonly to: number }[] {
  if (preference.kind !== 'statements') return [];
  return Array.from({ length: count }, (_, to) => ({ from: place + 1, to: to + 1 })).filter(
    ({ from, to }) => from !== to,
  );
}

function negations(account: Account, statement: Statement): readonly Statement[] {
  const { when } = statement;
  if (when.kind === 'expression') return [withFormula(statement, negation(when.expression))];
  const names = (account.graph?.states ?? []).map(({ id }) => id).filter((id) => !when.names.includes(id));
  return [{ ...statement, when: { kind: 'names', names }, text: `not (${statement.text})` }];
}

/** Of the changes that come to the same list the first; none that changes nothing. */
function distinct(preference: Preference, edits: readonly StatementEdit[]): readonly StatementEdit[] {
  const met = new Set([listKey(preference)]);
  return edits.filter((edit) => {
    const edited = editedPreference(preference, [edit]);
    const key = edited === undefined ? undefined : listKey(edited);
    if (key === undefined || met.has(key)) return false;
    met.add(key);
    return true;
  });
}

// Writes one account as a .gmcr file of GMCR+ (gmcr-py 0.4.1), or says what such a file cannot hold.
import type { Diagnostic, Outcome } from '../../base/index.ts';
import { diagnostic, hasErrors } from '../../base/index.ts';
import type { Account, Conflict, Direction, Expression, Preference } from '../../model/index.ts';
import { listedOmissions } from '../omissions.ts';
import type { Conjunction } from './conjunctions.ts';
import { conjunctionsOf } from './conjunctions.ts';

type Pairs = readonly (readonly [option: number, letter: 'Y' | 'N'])[];
type FileCondition = Pairs | { readonly compound: true; readonly members: readonly Pairs[] };

/**
 * The .gmcr file of an account.                                                         Rules [GMC15] to [GMC18].
 *
 * Statements are written where everybody has a plain list of them; else everybody is ranked, and the statements that
 * there are stand beside the rankings. Names are the account's own labels.
 *
 * Errors: E4020 graph form, forbidden moves, preferences that are not known for every pair, formulas too entangled.
 * Warnings: W4020 lists what the file does not hold.
 * @complexity O(m n) and that of taking the formulas apart
 */
export function writeGmcr(conflict: Conflict): Outcome<string> {
  const { account } = conflict;
  const diagnostics = unwritable(conflict);
  const places = new Map(account.options.map(({ key }, place) => [key, place]));
  const members = (expression: Expression, what: string): readonly Pairs[] => {
    const found = conjunctionsOf(expression);
    if (found === undefined) diagnostics.push(cannot(account, `${what} takes more than 1,000 patterns`));
    return (found ?? []).map((member) => pairsOf(member, places));
  };
  // An infeasible condition cannot be compound: each member rules out states of its own.
  const infeasibles = account.infeasible.flatMap(({ when, text }) =>
    members(when, `the infeasible \`${text}\``),
  );
  const statements = account.decisionMakers.map(({ id }) =>
    statementsOf(account.preferences[id]).map((when) => conditionOf(members(when, `a statement of ${id}`))),
  );
  const isRanked = account.decisionMakers.some(({ id }) => !isPlainList(account.preferences[id]));
  if (hasErrors(diagnostics)) return { diagnostics };
  const value = {
    program: 'gmcr-py',
    version: '0.4.1',
    options: account.options.map(({ key, name, direction }) => ({
      name: account.labels[key] ?? name,
      permittedDirection: directions[direction],
    })),
    decisionMakers: account.decisionMakers.map(({ id, name }, dm) => ({
      name: account.labels[id] ?? name,
      options: account.options.flatMap(({ decisionMaker }, place) => (decisionMaker === id ? [place] : [])),
      misperceptions: [],
      preferences: statements[dm],
      ...(isRanked ? { preferenceRanking: numbersOf(conflict, dm) } : {}),
    })),
    coalitions: account.decisionMakers.map((_, dm) => dm),
    infeasibles,
    useManualPreferenceRanking: isRanked,
  };
  return {
    value: `${JSON.stringify(value, null, 1)}\n`,
    diagnostics: [...diagnostics, ...listedOmissions(account, '.gmcr')],
  };
}

const directions: Readonly<Record<Direction, string>> = { both: 'both', take: 'fwd', drop: 'back' };

function unwritable({ account, preferences }: Conflict): Diagnostic[] {
  if (account.graph !== undefined)
    return [cannot(account, 'it is in graph form, and the format lists options')];
  return [
    ...(account.forbiddenMoves.length > 0
      ? [cannot(account, 'it forbids moves, and the format knows only directions of options')]
      : []),
    ...account.decisionMakers.flatMap(({ id }, dm) =>
      preferences[dm]?.relation.kind === 'preorder' && preferences[dm]?.isOrderOpen === false
        ? []
        : [cannot(account, `the preference of ${id} is not known for every pair of states`)],
    ),
  ];
}

function cannot({ id, at }: Account, why: string): Diagnostic {
  const message = `account ${id} cannot be written as .gmcr: ${why}`;
  return diagnostic('E4020', message, {
    ...(at === undefined ? {} : { at }),
    hint: 'choose another account or format',
  });
}

function isPlainList(preference: Preference | undefined): boolean {
  return preference === undefined || (preference.kind === 'statements' && preference.unknown === undefined);
}

function statementsOf(preference: Preference | undefined): Expression[] {
  if (preference?.kind !== 'statements') return [];
  return preference.statements.flatMap(({ when }) => (when.kind === 'expression' ? [when.expression] : []));
}

function conditionOf(members: readonly Pairs[]): FileCondition {
  return members.length === 1 ? (members[0] as Pairs) : { compound: true, members };
}

function pairsOf(member: Conjunction, places: ReadonlyMap<string, number>): Pairs {
  return [...member]
    .map(([key, taken]) => [places.get(key) as number, taken ? 'Y' : 'N'] as const)
    .sort(([a], [b]) => a - b);
}

/** The states by number, best first, tied ones in a list: the account's own order of options is that of their owners. */
function numbersOf({ preferences, size }: Conflict, dm: number): (number | readonly number[])[] {
  const relation = preferences[dm]?.relation;
  if (relation?.kind !== 'preorder') return [];
  const groups = new Map<number, number[]>();
  for (let s = 0; s < size; s += 1) {
    const rank = relation.rank[s] as number;
    const group = groups.get(rank);
    if (group === undefined) groups.set(rank, [s + 1]);
    else group.push(s + 1);
  }
  return [...groups]
    .sort(([a], [b]) => b - a)
    .map(([, group]) => (group.length === 1 ? (group[0] as number) : group));
}

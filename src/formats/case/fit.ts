// Fits the parts of an account to what it models: what it cannot express is left out, or is an error.
import type {
  Account,
  Agreement,
  Expression,
  ForbiddenMove,
  Infeasible,
  NoDeal,
  Preference,
  StateCondition,
  Statement,
  StateReference,
} from '../../model/index.ts';
import { isPattern, optionsIn, printExpression } from '../../model/index.ts';
import type { Declarations } from './declarations.ts';
import type { Parts, Stated } from './parts.ts';
import { recordOf } from './parts.ts';
import type { Reading } from './reading.ts';
import type { Scope } from './scope.ts';
import type { Range } from './yaml-source.ts';

/** One who speaks, the base or an account: its parts as they were stated, and the account that they make. */
export interface Speaker {
  readonly scope: Scope;
  readonly parts: Parts;
  readonly sources: readonly string[];
  /** The keys of the options that it, or one it extends, lists; missing where none does. */
  readonly listed?: ReadonlySet<string>;
  readonly account: Account;
}

type Heading = Pick<Account, 'id' | 'name' | 'description' | 'parent' | 'variant' | 'sources' | 'at'>;

/** What the parts are fitted to. */
interface Frame {
  readonly scope: Scope;
  /** Where problems with what is taken over are reported. */
  readonly head: Range;
  readonly isAnalysed: boolean;
  readonly ofCase: Stated<readonly Agreement[]> | undefined;
}

/** The account that parts make; its checks are still to be read. */
export function fitAccount(
  heading: Heading,
  parts: Parts,
  frame: Frame,
  declared: Declarations,
  reading: Reading,
): Account {
  const { scope, head, ofCase } = frame;
  const fit = fitting(scope);
  const kinds = ofCase?.value.filter((agreement) => fit.hasAgreement(agreement)) ?? [];
  const kindIds = new Set(kinds.map(({ id }) => id));
  const recognised = scope.recognised;
  if (parts.statusQuo === undefined && frame.isAnalysed)
    reading.report('E1214', head, `${scope.title} has no status quo`, {
      expected: declared.states
        ? '`statusQuo`, the id of a state'
        : '`statusQuo`, the options taken: `[]` if none',
    });
  return {
    ...heading,
    ...(parts.by && { by: parts.by.value }),
    decisionMakers: scope.decisionMakers,
    options: scope.options,
    labels: recordOf(
      Object.entries(parts.labels?.value ?? {}).filter(([id]) => recognised.has(id) || fit.keys.has(id)),
    ),
    ...(declared.states && {
      graph: {
        states: declared.states,
        moves: recordOf(Object.entries(parts.moves?.value ?? {}).filter(([id]) => recognised.has(id))),
      },
    }),
    infeasible: fitBars(parts.infeasible, frame, fit, reading),
    forbiddenMoves: fitForbiddenMoves(parts.forbiddenMoves, frame, fit, reading),
    statusQuo: fit.state(parts.statusQuo?.value ?? { kind: 'options', taken: [] }),
    agreements: fitAgreements(parts.agreements, frame, fit, reading),
    kinds: ofCase ? kinds.map((agreement) => fit.agreement(agreement, ofCase.scope)) : [],
    inexpressible: ofCase?.value.map(({ id }) => id).filter((id) => !kindIds.has(id)) ?? [],
    signatories: fitSignatories(parts.signatories, frame, reading),
    noDeal: fitNoDeal(parts.noDeal?.value, fit),
    concepts: recordOf(Object.entries(parts.concepts?.value ?? {}).filter(([id]) => recognised.has(id))),
    preferences: recordOf(
      [...parts.preferences]
        .filter(([id]) => recognised.has(id))
        .map(([id, stated]) => [id, fitPreference(id, stated, frame, fit, reading)]),
    ),
    leavesOut: parts.leavesOut?.value ?? [],
    checks: [],
  };
}

/** How one scope takes over what was stated in another. */
interface Fitting {
  readonly keys: ReadonlySet<string>;
  /** Does the other model the same options? */
  readonly same: (from: Scope) => boolean;
  /** The first option that a formula names and the account does not model. */
  readonly lacks: (expression: Expression) => string | undefined;
  readonly hasAgreement: (agreement: Agreement) => boolean;
  readonly state: (state: StateReference) => StateReference;
  /** A text that means the same here: a pattern of other options is written out. */
  readonly text: (text: string, when: StateCondition, from: Scope) => string;
  readonly agreement: (agreement: Agreement, from: Scope) => Agreement;
}

function fitting(scope: Scope): Fitting {
  const keys = new Set(scope.keys);
  const lacks = (expression: Expression): string | undefined =>
    [...optionsIn(expression)].find((key) => !keys.has(key));
  const expresses = (condition: StateCondition | undefined): boolean =>
    condition?.kind !== 'expression' || lacks(condition.expression) === undefined;
  const same = (from: Scope): boolean =>
    from.keys.length === scope.keys.length && from.keys.every((key, place) => key === scope.keys[place]);
  const text: Fitting['text'] = (as, when, from) =>
    when.kind === 'expression' && isPattern(as) && !same(from) ? printExpression(when.expression) : as;
  return {
    keys,
    same,
    lacks,
    hasAgreement: ({ when, excludes }) => expresses(when) && expresses(excludes),
    state: (state) =>
      state.kind === 'name' ? state : { ...state, taken: state.taken.filter((key) => keys.has(key)) },
    text,
    agreement: (agreement, from) => ({ ...agreement, text: text(agreement.text, agreement.when, from) }),
  };
}

function leftOut(what: string, key: string, { scope, head }: Frame, reading: Reading): void {
  reading.report('W1002', head, `${scope.title} leaves out ${what}, since it does not model \`${key}\``, {
    hint: 'state the list in the account if another one is meant',
  });
}

function fitBars(
  stated: Stated<readonly Infeasible[]> | undefined,
  frame: Frame,
  fit: Fitting,
  reading: Reading,
): readonly Infeasible[] {
  if (stated === undefined || fit.same(stated.scope)) return stated?.value ?? [];
  return stated.value.flatMap((bar) => {
    const lacking = fit.lacks(bar.when);
    if (lacking !== undefined) leftOut(`the infeasible combination \`${bar.text}\``, lacking, frame, reading);
    if (lacking !== undefined) return [];
    return [isPattern(bar.text) ? { ...bar, text: printExpression(bar.when) } : bar];
  });
}

function fitForbiddenMoves(
  stated: Stated<readonly ForbiddenMove[]> | undefined,
  frame: Frame,
  fit: Fitting,
  reading: Reading,
): readonly ForbiddenMove[] {
  return (stated?.value ?? []).filter((move) => {
    if (!frame.scope.recognised.has(move.by)) return false;
    const lacking = fit.lacks(move.from) ?? fit.lacks(move.to);
    if (lacking !== undefined) leftOut(`the forbidden move \`${move.text}\``, lacking, frame, reading);
    return lacking === undefined;
  });
}

/** Those of the base are taken as far as they can be expressed; those of another account must be. */
function fitAgreements(
  stated: Stated<readonly Agreement[]> | undefined,
  frame: Frame,
  fit: Fitting,
  reading: Reading,
): readonly Agreement[] {
  if (stated === undefined) return [];
  const able = stated.value.filter((agreement) => fit.hasAgreement(agreement));
  if (able.length < stated.value.length && stated !== frame.ofCase)
    reading.report(
      'E1213',
      frame.head,
      `${frame.scope.title} does not model options of the agreement it takes over`,
      { hint: 'state an `agreement` of its own' },
    );
  return able.map((agreement) => fit.agreement(agreement, stated.scope));
}

function fitSignatories(
  stated: Stated<readonly string[]> | undefined,
  { scope, head }: Frame,
  reading: Reading,
): readonly string[] {
  const found = (stated?.value ?? [...scope.recognised]).filter((id) => scope.recognised.has(id));
  if (found.length === 0 && stated !== undefined && scope.recognised.size > 0)
    reading.report('E1213', head, `${scope.title} has no signatory`, {
      expected: '`signatories`, at least one decision maker that it recognises',
    });
  return found;
}

function fitNoDeal(noDeal: NoDeal | undefined, fit: Fitting): NoDeal {
  if (noDeal?.kind === 'state') return { kind: 'state', state: fit.state(noDeal.state) };
  return noDeal ?? { kind: 'statusQuo' };
}

/** A preference must be expressed whole: without one of its statements it would be another. */
function fitPreference(
  id: string,
  { value, scope: from }: Stated<Preference>,
  { scope, head }: Frame,
  fit: Fitting,
  reading: Reading,
): Preference {
  if (from === scope || fit.same(from)) return value;
  const fail = (lacking: string): void =>
    reading.report(
      'E1213',
      head,
      `${scope.title} takes over the preference of \`${id}\`, which names \`${lacking}\`, an option it does not model`,
      { hint: `give \`${id}\` a preference in this account` },
    );
  const statement = (one: Statement): Statement => {
    const lacking = one.when.kind === 'expression' ? fit.lacks(one.when.expression) : undefined;
    if (lacking !== undefined) fail(lacking);
    return { ...one, text: fit.text(one.text, one.when, from) };
  };
  // States are named by one letter for each option of whoever named them.
  const namesStates = value.kind === 'ranking' || ('unknown' in value && value.unknown !== undefined);
  const lost = from.keys.find((key) => !fit.keys.has(key));
  const gained = scope.keys.find((key) => !from.keys.includes(key));
  if (namesStates && lost !== undefined) fail(lost);
  else if (namesStates && gained !== undefined)
    reading.report(
      'E1213',
      head,
      `${scope.title} takes over states named for \`${id}\` without \`${gained}\`, an option it models`,
      { hint: `give \`${id}\` a preference in this account` },
    );
  switch (value.kind) {
    case 'statements':
    case 'open-order':
      return { ...value, statements: value.statements.map(statement) };
    case 'alternatives':
      return { ...value, lists: value.lists.map((list) => list.map(statement)) };
    case 'weights':
      return { ...value, weights: value.weights.filter(([key]) => fit.keys.has(key)) };
    case 'ranking':
      return value;
  }
}

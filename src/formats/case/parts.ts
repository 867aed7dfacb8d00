// Reads the parts that the base and the accounts state alike, each in the scope of whoever states it.
import type {
  Agreement,
  Author,
  Concept,
  Expression,
  ForbiddenMove,
  Infeasible,
  NoDeal,
  Omission,
  Preference,
  StateReference,
} from '../../model/index.ts';
import { parsePattern, printExpression } from '../../model/index.ts';
import type { CheckDraft, Condition, ForbiddenMoveDraft, InfeasibleDraft, PartsDraft } from './case-shape.ts';
import type { Declarations } from './declarations.ts';
import { readGrounds, uniqueIds } from './declarations.ts';
import { readPreference } from './preferences.ts';
import type { Reading } from './reading.ts';
import type { Scope } from './scope.ts';
import {
  knownIds,
  listedTwice,
  optionKey,
  readCondition,
  readFormula,
  readState,
  recognised,
  stateName,
  textOf,
} from './scope.ts';
import type { Entry, Word } from './shape.ts';

/** A part with the scope in which it was stated. */
export interface Stated<T> {
  readonly value: T;
  readonly scope: Scope;
}

type Arcs = Readonly<Record<string, readonly (readonly [from: number, to: number])[]>>;

/** The parts that somebody stated; those not stated are absent, and come from whom it takes after. */
export interface Parts {
  readonly infeasible?: Stated<readonly Infeasible[]>;
  readonly forbiddenMoves?: Stated<readonly ForbiddenMove[]>;
  readonly statusQuo?: Stated<StateReference>;
  readonly agreements?: Stated<readonly Agreement[]>;
  readonly signatories?: Stated<readonly string[]>;
  readonly noDeal?: Stated<NoDeal>;
  readonly concepts?: Stated<Readonly<Record<string, Concept>>>;
  readonly moves?: Stated<Arcs>;
  readonly preferences: ReadonlyMap<string, Stated<Preference>>;
  readonly labels?: Stated<Readonly<Record<string, string>>>;
  readonly leavesOut?: Stated<readonly Omission[]>;
  readonly checks?: Stated<readonly CheckDraft[]>;
  readonly by?: Stated<Author>;
}

/** A record that has only its own keys, whatever they are called. */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}

/** Reads what `draft` states, in `scope`; in graph form what has no meaning there was reported and is passed over. */
export function readParts(draft: PartsDraft, scope: Scope, declared: Declarations, reading: Reading): Parts {
  const isGraph = scope.states !== undefined;
  const stated = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: Stated<T> } =>
    (value === undefined ? {} : { [key]: { value, scope } }) as { readonly [P in K]?: Stated<T> };
  /** A map from decision makers, each of which the account must recognise. */
  const named = <T, U>(entries: readonly Entry<T>[] | undefined, read: (value: T) => U | undefined) =>
    entries?.flatMap(({ key, value }): (readonly [string, U])[] => {
      const id = recognised(key, scope, declared.decisionMakerIds, reading);
      const found = value === undefined ? undefined : read(value);
      return id === undefined || found === undefined ? [] : [[id, found]];
    });
  const bars = isGraph ? undefined : draft.infeasible;
  const forbidden = isGraph ? undefined : draft.forbiddenMoves;
  const moves = isGraph ? named(draft.moves, (from) => readMoves(from, scope, reading)) : undefined;
  const concepts = named(draft.concepts, (concept) => concept);
  const preferences = named(draft.preferences, (preference) =>
    readPreference(preference, scope, declared, reading),
  );
  return {
    ...stated(
      'infeasible',
      bars?.flatMap((bar) => readBar(bar, scope, declared, reading) ?? []),
    ),
    ...stated(
      'forbiddenMoves',
      forbidden?.flatMap((move) => readForbiddenMove(move, scope, declared, reading) ?? []),
    ),
    ...stated('statusQuo', draft.statusQuo && readState(draft.statusQuo, scope, reading)),
    ...stated('agreements', readAgreements(draft, scope, declared, reading)),
    ...stated('signatories', readSignatories(draft, scope, declared, reading)),
    ...stated('noDeal', draft.noDeal && readNoDeal(draft.noDeal, scope, reading)),
    ...stated('concepts', concepts && recordOf(concepts)),
    ...stated('moves', moves && recordOf(moves)),
    preferences: new Map(preferences?.map(([id, value]) => [id, { value, scope }])),
    ...stated('labels', draft.labels && readLabels(draft.labels, scope, declared, reading)),
    ...stated(
      'leavesOut',
      draft.leavesOut?.map((part) => ({ says: part.says ?? '', ...readGrounds(part, declared, reading) })),
    ),
    ...stated('checks', draft.checks),
    ...stated('by', draft.by && readAuthor(draft.by)),
  };
}

function readBar(
  draft: InfeasibleDraft,
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): Infeasible | undefined {
  const { keys, pattern } = draft;
  const text = draft.when ?? pattern;
  const grounds = readGrounds(draft, declared, reading);
  if (keys.has('when') && keys.has('pattern'))
    reading.report('E1010', keys.get('pattern') ?? draft.range, '`pattern` cannot stand beside `when`', {
      hint: 'make it two entries',
    });
  if (text === undefined) {
    if (!keys.has('when') && !keys.has('pattern'))
      reading.report(
        'E1009',
        [draft.range[0], draft.range[0] + 1],
        'an infeasible combination has no content',
        {
          expected: '`when` (an expression) or `pattern`',
        },
      );
    return undefined;
  }
  const when = text === pattern ? readPattern(pattern, scope, reading) : readFormula(text, scope, reading);
  return when && { when, text: text.text, kind: draft.kind ?? 'logical', ...grounds };
}

function readPattern(pattern: Word, scope: Scope, reading: Reading): Expression | undefined {
  const { value, problems } = parsePattern(pattern.text, scope.keys);
  for (const problem of problems) reading.reportIn(pattern, problem);
  return value;
}

function readForbiddenMove(
  draft: ForbiddenMoveDraft,
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): ForbiddenMove | undefined {
  const by = draft.by && recognised(draft.by, scope, declared.decisionMakerIds, reading);
  const from = draft.from && readFormula(draft.from, scope, reading);
  const to = draft.to && readFormula(draft.to, scope, reading);
  const grounds = readGrounds(draft, declared, reading);
  if (by === undefined || from === undefined || to === undefined) return undefined;
  return { by, from, to, text: `${printExpression(from)} => ${printExpression(to)}`, ...grounds };
}

/** `agreements`, or the single `agreement` as a list of one. */
function readAgreements(
  draft: PartsDraft,
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): readonly Agreement[] | undefined {
  const second = draft.keys.get('agreements');
  if (draft.keys.has('agreement') && second !== undefined)
    reading.report('E1010', second, '`agreements` cannot stand beside `agreement`', {
      hint: 'put all kinds of agreement into `agreements`',
    });
  if (draft.agreement !== undefined) {
    const when = readCondition(draft.agreement, scope, reading);
    const range = [
      draft.agreement.words[0]?.range[0] ?? 0,
      draft.agreement.words.at(-1)?.range[1] ?? 0,
    ] as const;
    const at = reading.placeOf(range);
    return when && [{ id: 'agreement', kind: 'other', when, text: textOf(draft.agreement), at }];
  }
  const take = uniqueIds(reading);
  return draft.agreements?.flatMap((agreement) => {
    const id = take(agreement.id);
    const when = agreement.when && readCondition(agreement.when, scope, reading);
    const excludes = agreement.excludes && readCondition(agreement.excludes, scope, reading);
    const grounds = readGrounds(agreement, declared, reading);
    if (id === undefined || when === undefined || agreement.when === undefined) return [];
    return [
      {
        id,
        ...(agreement.name === undefined ? {} : { name: agreement.name }),
        kind: agreement.kind ?? 'other',
        when,
        text: textOf(agreement.when),
        ...(excludes === undefined ? {} : { excludes }),
        ...grounds,
      },
    ];
  });
}

function readSignatories(
  { signatories, keys }: PartsDraft,
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): readonly string[] | undefined {
  const key = keys.get('signatories');
  if (signatories?.length === 0 && key !== undefined) {
    reading.report('E1007', key, '`signatories` is an empty list', {
      expected: 'at least one decision maker',
    });
    return undefined;
  }
  const unknown = (name: Word): void => {
    recognised(name, scope, declared.decisionMakerIds, reading);
  };
  const ids = signatories && knownIds(signatories, scope.recognised, unknown, reading);
  return ids?.length === 0 ? undefined : ids;
}

function readNoDeal(draft: Condition, scope: Scope, reading: Reading): NoDeal | undefined {
  const [only] = draft.words;
  if (!draft.isList && (only?.text === 'statusQuo' || only?.text === 'security')) return { kind: only.text };
  const state = readState(draft, scope, reading);
  return state && { kind: 'state', state };
}

function readMoves(
  entries: readonly Entry<readonly Word[]>[],
  scope: Scope,
  reading: Reading,
): readonly (readonly [from: number, to: number])[] {
  const place = (name: Word): number | undefined => {
    const id = stateName(name, scope, reading);
    return id === undefined ? undefined : scope.states?.get(id);
  };
  return entries.flatMap(({ key, value }) => {
    const from = place(key);
    const seen = new Set<number>();
    return (value ?? []).flatMap((name) => {
      const to = place(name);
      if (from === undefined || to === undefined) return [];
      if (from === to) reading.report('E1010', name.range, `\`${name.text}\` is where the move begins`);
      if (seen.has(to)) listedTwice(name, reading);
      seen.add(to);
      return [[from, to] as const];
    });
  });
}

/** By decision maker id or option key. */
function readLabels(
  entries: readonly Entry<string>[],
  scope: Scope,
  { decisionMakerIds }: Declarations,
  reading: Reading,
): Readonly<Record<string, string>> {
  return recordOf(
    entries.flatMap(({ key, value }) => {
      const id =
        decisionMakerIds.has(key.text) || scope.states !== undefined
          ? recognised(key, scope, decisionMakerIds, reading)
          : optionKey(key, scope.names, reading);
      return id === undefined || value === undefined ? [] : [[id, value] as const];
    }),
  );
}

function readAuthor({ name, side, kind }: NonNullable<PartsDraft['by']>): Author {
  return {
    name: name ?? '',
    ...(side === undefined ? {} : { side }),
    ...(kind === undefined ? {} : { kind }),
  };
}

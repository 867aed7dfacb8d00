// Spells a draft out as changes of a case file: what is new is added, what a person wrote elsewhere stays.
import type {
  CaseFrame,
  Draft,
  DraftAccount,
  DraftPremise,
  DraftSource,
  FrameDecisionMaker,
} from './frame.ts';

/** What to put at a path of keys and places (from 0), or, without a value, what to take away. */
export interface DraftChange {
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/**
 * The changes that put a draft into its case.                                                    Rule [DRA16].
 *
 * Decision makers, options and sources that the case lacks are added. An account of the same id keeps what the draft
 * does not make; of its preferences, those of decision makers of whom nothing was drafted.
 */
export function draftChanges(
  draft: Draft,
  frame: CaseFrame,
  sources: readonly DraftSource[],
): readonly DraftChange[] {
  return [
    ...sourceChanges(draft, frame, sources),
    ...decisionMakerChanges(draft.decisionMakers, frame.decisionMakers),
    ...(draft.agreement === undefined
      ? []
      : [
          {
            path: ['agreements'],
            value: [
              {
                id: 'exchange',
                name: 'Each side does something that another asks of it',
                kind: 'other',
                when: draft.agreement.when,
                because: 'Proposed by the draft, since the case named no agreement.',
                evidence: draft.agreement.evidence,
              },
            ],
          },
        ]),
    ...accountChanges(draft.accounts.filter(isFilled), frame),
  ];
}

/** Whether anything of an account could be drafted; one in which nothing could is not put into the case. */
export function isFilled({ premises, bars }: DraftAccount): boolean {
  return premises.length > 0 || bars.length > 0;
}

function sourceChanges(
  { accounts }: Draft,
  { sources: declared }: CaseFrame,
  sources: readonly DraftSource[],
): readonly DraftChange[] {
  const cited = [...new Set(accounts.filter(isFilled).flatMap((account) => account.sources))];
  const missing = cited
    .filter((id) => !declared.includes(id))
    .map((id): DraftSource => sources.find((source) => source.id === id) ?? { id })
    .map(({ id, title, author, outlet, date, url }) =>
      defined({ id, title: title ?? id, author, outlet, date, url }),
    );
  return appended('sources', declared.length, missing);
}

function decisionMakerChanges(
  wanted: readonly FrameDecisionMaker[],
  declared: readonly FrameDecisionMaker[],
): readonly DraftChange[] {
  const known = new Map(declared.map((dm, place) => [dm.id, { dm, place }]));
  const added = wanted.filter(({ id }) => !known.has(id)).map(written);
  const changed = wanted.flatMap(({ id, options }): DraftChange[] => {
    const found = known.get(id);
    const has = new Set(found?.dm.options.map((option) => option.id));
    const missing = options.filter((option) => !has.has(option.id)).map(writtenOption);
    if (found === undefined || missing.length === 0) return [];
    const path = ['decisionMakers', found.place, 'options'];
    return has.size === 0
      ? [{ path: ['decisionMakers', found.place], value: written({ ...found.dm, options }) }]
      : missing.map((value, place) => ({ path: [...path, has.size + place], value }));
  });
  return [...changed, ...appended('decisionMakers', declared.length, added)];
}

function accountChanges(accounts: readonly DraftAccount[], frame: CaseFrame): readonly DraftChange[] {
  const known = frame.accounts ?? [];
  const isKnown = ({ id }: DraftAccount): boolean => known.some((account) => account.id === id);
  const added = accounts
    .filter((account) => !isKnown(account))
    .map((account) => accountValue(account, frame));
  const changed = accounts.filter(isKnown).flatMap((account) => {
    const place = known.findIndex(({ id }) => id === account.id);
    const { id, name, by, statusQuo, preferences, ...rest } = accountValue(account, frame);
    const old = known[place]?.values ?? {};
    const parts = { ...rest, ...('statusQuo' in old ? {} : { statusQuo }) };
    return [
      ...replaced(['accounts', place], old, parts),
      ...('preferences' in old
        ? replaced(['accounts', place, 'preferences'], old.preferences, preferences)
        : [{ path: ['accounts', place, 'preferences'], value: preferences }]),
    ];
  });
  return [...changed, ...appended('accounts', frame.accounts?.length ?? 0, added)];
}

/** New values of a map where they differ; taken away first, an old one does not keep the new one on its line. */
function replaced(path: readonly (string | number)[], old: unknown, parts: unknown): readonly DraftChange[] {
  const there = new Map(Object.entries(old ?? {}));
  return Object.entries(parts ?? {}).flatMap(([key, value]): readonly DraftChange[] => {
    const at = [...path, key];
    if (value === undefined || JSON.stringify(there.get(key)) === JSON.stringify(value)) return [];
    return there.has(key) ? [{ path: at }, { path: at, value }] : [{ path: at, value }];
  });
}

/** A new list where there is none or an empty one, else one more item after the other. */
function appended(key: string, length: number, items: readonly unknown[]): readonly DraftChange[] {
  if (items.length === 0) return [];
  // Taken away first, an empty list leaves no brackets behind.
  return length === 0
    ? [{ path: [key] }, { path: [key], value: items }]
    : items.map((value, place) => ({ path: [key, length + place], value }));
}

/** An account as the case file has it. */
export function accountValue(account: DraftAccount, frame: CaseFrame): Readonly<Record<string, unknown>> {
  const { id, name, by, sources, options, statusQuo, bars, premises } = account;
  const decisionMakers = [...new Set(premises.map(({ decisionMaker }) => decisionMaker))];
  return defined({
    id,
    name,
    by,
    sources,
    options,
    statusQuo,
    infeasible: bars.length === 0 ? undefined : [...frame.infeasible, ...bars],
    preferences: Object.fromEntries(
      decisionMakers.map((dm) => [
        dm,
        preferenceValue(premises.filter(({ decisionMaker }) => decisionMaker === dm)),
      ]),
    ),
  });
}

/** A list whose order is all known stands as it is; any other says that its order is not known. */
function preferenceValue(premises: readonly DraftPremise[]): unknown {
  const isChain = premises.every(({ before }, place) => {
    const next = premises[place + 1];
    return next === undefined || before.includes(next.text);
  });
  const statements = premises.map(({ text, before, because, word, evidence }) =>
    defined({
      statement: text,
      before: isChain || before.length === 0 ? undefined : before,
      because,
      word,
      evidence,
    }),
  );
  return isChain ? statements : { order: 'unknown', statements };
}

const written = ({ id, name, options }: FrameDecisionMaker): Readonly<Record<string, unknown>> =>
  defined({
    id,
    name: name === id ? undefined : name,
    options: options.length === 0 ? undefined : options.map(writtenOption),
  });

const writtenOption = ({
  id,
  name,
}: FrameDecisionMaker['options'][number]): Readonly<Record<string, unknown>> =>
  defined({ id, name: name === id ? undefined : name });

function defined(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

// Reads what a whole case shares, whichever account: decision makers, options, states, sources, facts.
import type { DecisionMaker, Fact, Option, Source } from '../../model/index.ts';
import { isId } from '../../model/index.ts';
import type { CaseDraft, GroundsDraft } from './case-shape.ts';
import type { Reading } from './reading.ts';
import type { Word } from './shape.ts';

/** What a case declares. */
export interface Declarations {
  readonly decisionMakers: readonly DecisionMaker[];
  readonly decisionMakerIds: ReadonlySet<string>;
  readonly options: readonly Option[];
  /** In graph form. */
  readonly states?: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly Source[];
  readonly sourceIds: ReadonlySet<string>;
  readonly facts: readonly Fact[];
  readonly factIds: ReadonlySet<string>;
  /** Whatever `evidence` may name. */
  readonly evidenceIds: ReadonlySet<string>;
}

/** Ids that mean something else in the same place. */
const reservedDecisionMakers = ['infeasible', 'forbiddenMoves'];

/** Reads them; duplicate and unusable ids are reported. */
export function readDeclarations(
  draft: CaseDraft,
  statements: Iterable<string>,
  reading: Reading,
): Declarations {
  const decisionMakers = readDecisionMakers(draft, reading);
  const options = readOptions(draft, reading);
  const states = draft.states && readStates(draft, reading);
  checkForm(draft, reading);
  const evidenceNames = uniqueIds(reading);
  const sources = readSources(draft, evidenceNames);
  const sourceIds = new Set(sources.map(({ id }) => id));
  const facts = readFacts(draft, evidenceNames, sourceIds, reading);
  const factIds = new Set(facts.map(({ id }) => id));
  return {
    decisionMakers,
    decisionMakerIds: new Set(decisionMakers.map(({ id }) => id)),
    options,
    ...(states ? { states } : {}),
    sources,
    sourceIds,
    facts,
    factIds,
    evidenceIds: new Set([...sourceIds, ...factIds, ...statements]),
  };
}

/** Takes each id once; reports a second use of it, and an empty one. */
export function uniqueIds(reading: Reading): (id: Word | undefined) => string | undefined {
  const first = new Map<string, Word>();
  return (id) => {
    if (id === undefined) return undefined;
    if (id.text.trim() === '') {
      reading.report('E1209', id.range, 'an id is empty');
      return undefined;
    }
    const before = first.get(id.text);
    if (before !== undefined) {
      const { line } = reading.placeOf(before.range).start;
      reading.report('E1208', id.range, `the id \`${id.text}\` stands already in line ${line}`);
      return undefined;
    }
    first.set(id.text, id);
    return id.text;
  };
}

/** The reason and the evidence of a part, with its place. */
export function readGrounds(
  { because, evidence, range }: GroundsDraft,
  { evidenceIds }: Declarations,
  reading: Reading,
): { because?: string; evidence?: readonly string[]; at: ReturnType<Reading['placeOf']> } {
  for (const name of evidence ?? []) {
    if (evidenceIds.has(name.text)) continue;
    const near = reading.suggest(name.text, evidenceIds);
    reading.report('W1001', name.range, `there is no source, fact or statement \`${name.text}\``, {
      ...(near === undefined ? {} : { nearest: near }),
    });
  }
  return {
    ...(because === undefined ? {} : { because }),
    ...(evidence === undefined ? {} : { evidence: evidence.map(({ text }) => text) }),
    at: reading.placeOf(range),
  };
}

function usableId(id: Word, reading: Reading): boolean {
  if (isId(id.text)) return true;
  reading.report('E1209', id.range, `\`${id.text}\` cannot be an id`, {
    expected:
      'letters, digits and _, with - inside, and none of the words not, and, or, if, iff, true, false',
    ...(/\s/.test(id.text) ? { hint: 'a name with spaces goes to `name`' } : {}),
  });
  return false;
}

function readDecisionMakers(draft: CaseDraft, reading: Reading): DecisionMaker[] {
  const take = uniqueIds(reading);
  return (draft.decisionMakers ?? []).flatMap(({ id: word, name, description, range }) => {
    const id = take(word);
    if (id === undefined || word === undefined || !usableId(word, reading)) return [];
    if (reservedDecisionMakers.includes(id))
      reading.report('E1209', word.range, `\`${id}\` cannot be the id of a decision maker`, {
        hint: `\`${id}.1\` names a premise of another kind`,
      });
    return [
      {
        id,
        name: name ?? id,
        ...(description === undefined ? {} : { description }),
        at: reading.placeOf(range),
      },
    ];
  });
}

function readOptions(draft: CaseDraft, reading: Reading): Option[] {
  const all = (draft.decisionMakers ?? []).flatMap((dm) => {
    const take = uniqueIds(reading);
    return (dm.options ?? []).flatMap((option) => {
      const id = take(option.id);
      if (id === undefined || option.id === undefined || !usableId(option.id, reading)) return [];
      return dm.id === undefined ? [] : [{ option, id, decisionMaker: dm.id.text }];
    });
  });
  const uses = new Map<string, number>();
  for (const { id } of all) uses.set(id, (uses.get(id) ?? 0) + 1);
  return all.map(({ option, id, decisionMaker }) => ({
    key: uses.get(id) === 1 ? id : `${decisionMaker}.${id}`,
    id,
    name: option.name ?? id,
    decisionMaker,
    direction: option.direction ?? 'both',
    ...(option.description === undefined ? {} : { description: option.description }),
    at: reading.placeOf(option.range),
  }));
}

function readStates(draft: CaseDraft, reading: Reading): { id: string; name: string }[] {
  const take = uniqueIds(reading);
  return (draft.states ?? []).flatMap(({ id: word, name }) => {
    const id = take(word);
    return id === undefined ? [] : [{ id, name: name ?? id }];
  });
}

/** Options or states, one of the two; what belongs to the other form is reported. */
function checkForm(draft: CaseDraft, reading: Reading): void {
  const head = draft.keys.get('decisionMakers');
  const excluded = (key: string, range: GroundsDraft['range'] | undefined, why: string): void => {
    if (range !== undefined) reading.report('E1010', range, `\`${key}\` has no meaning ${why}`);
  };
  if (draft.states !== undefined) {
    const why = 'beside `states`: a conflict is made of options or of states';
    for (const dm of draft.decisionMakers ?? []) excluded('options', dm.keys.get('options'), why);
    for (const part of [draft, ...(draft.accounts ?? [])])
      for (const key of ['infeasible', 'forbiddenMoves']) excluded(key, part.keys.get(key), why);
    for (const account of draft.accounts ?? []) excluded('options', account.keys.get('options'), why);
    if (draft.moves === undefined && !draft.keys.has('moves'))
      reading.report('E1009', draft.keys.get('states') ?? draft.range, 'a case with `states` lacks `moves`', {
        expected: '`moves`: for each decision maker, a map from states to lists of states',
      });
  } else {
    for (const part of [draft, ...(draft.accounts ?? [])])
      excluded('moves', part.keys.get('moves'), 'without `states`: moves follow from the options');
    const lacksOptions = draft.decisionMakers?.every(
      ({ options, keys }) => options?.length === 0 || !keys.has('options'),
    );
    if (lacksOptions && !draft.keys.has('states') && head !== undefined)
      reading.report('E1215', head, 'no decision maker has an option', {
        expected: '`options` of a decision maker, or `states` and `moves`',
      });
  }
}

const texts = ['author', 'outlet', 'date', 'url', 'slant', 'note'] as const;

function readSources(draft: CaseDraft, take: ReturnType<typeof uniqueIds>): Source[] {
  return (draft.sources ?? []).flatMap((source) => {
    const id = take(source.id);
    if (id === undefined) return [];
    const more = Object.fromEntries(
      texts.flatMap((key) => (source[key] === undefined ? [] : [[key, source[key]]])),
    );
    return [{ id, title: source.title ?? '', ...more }];
  });
}

function readFacts(
  draft: CaseDraft,
  take: ReturnType<typeof uniqueIds>,
  sourceIds: ReadonlySet<string>,
  reading: Reading,
): Fact[] {
  return (draft.facts ?? []).flatMap(({ id: word, date, speaker, says, source }) => {
    const id = take(word);
    for (const name of source ?? [])
      if (!sourceIds.has(name.text)) {
        const near = reading.suggest(name.text, sourceIds);
        reading.report('W1001', name.range, `there is no source \`${name.text}\``, {
          ...(near === undefined ? {} : { nearest: near }),
        });
      }
    if (id === undefined) return [];
    return [
      {
        id,
        ...(date === undefined ? {} : { date }),
        ...(speaker === undefined ? {} : { speaker }),
        says: says ?? '',
        sources: (source ?? []).map(({ text }) => text),
      },
    ];
  });
}

// Reads what an account says of one decision maker's preference.
import type {
  Preference,
  PreferenceSpec,
  Statement,
  StateReference,
  UnknownPairs,
} from '../../model/index.ts';
import type { PreferenceDraft, StatementDraft } from './case-shape.ts';
import type { Declarations } from './declarations.ts';
import { readGrounds } from './declarations.ts';
import type { Reading } from './reading.ts';
import type { Scope } from './scope.ts';
import { listedTwice, optionKey, readCondition, readRankedState, textOf } from './scope.ts';
import type { Word } from './shape.ts';

const forms = ['statements', 'alternatives', 'weights', 'ranking'] as const;

/** Reads a preference in whichever of its forms it is given; nothing where the form is not clear. */
export function readPreference(
  draft: PreferenceDraft,
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): Preference | undefined {
  const spec = readSpec(draft, scope, declared, reading);
  return (
    spec && {
      ...spec,
      ...readGrounds(draft, declared, reading),
      ...(draft.word === undefined ? {} : { word: draft.word }),
    }
  );
}

function readSpec(
  draft: PreferenceDraft,
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): PreferenceSpec | undefined {
  checkKeys(draft, reading);
  const statements = (list: readonly StatementDraft[]): Statement[] =>
    readOrderedList(list, scope, declared, reading);
  const unknown = draft.unknown && { unknown: readPairs(draft.unknown, scope, reading) };
  if (draft.statements !== undefined)
    return draft.order === 'unknown'
      ? { kind: 'open-order', statements: readOpenList(draft.statements, scope, declared, reading) }
      : { kind: 'statements', statements: statements(draft.statements), ...unknown };
  if (draft.alternatives !== undefined)
    return { kind: 'alternatives', lists: draft.alternatives.map(statements), ...unknown };
  if (draft.weights !== undefined)
    return { kind: 'weights', weights: readWeights(draft.weights, scope, reading) };
  if (draft.ranking !== undefined)
    return { kind: 'ranking', groups: readRanking(draft.ranking, scope, reading), ...unknown };
  return undefined;
}

/** One form, and beside it only what that form takes. */
function checkKeys(draft: PreferenceDraft, reading: Reading): void {
  const { keys, range } = draft;
  const given = forms.filter((form) => keys.has(form));
  const [first, second] = given;
  // A list that stands alone has no keys.
  if (first === undefined && draft.statements === undefined)
    reading.report('E1009', [range[0], range[0] + 1], 'a preference has no content', {
      expected: `one of ${forms.join(', ')}`,
    });
  if (second !== undefined)
    reading.report('E1010', keys.get(second) ?? range, `\`${second}\` cannot stand beside \`${first}\``, {
      expected: `one of ${forms.join(', ')}`,
      ...(first === 'statements' ? { hint: 'rival lists go into `alternatives`' } : {}),
    });
  const order = keys.get('order');
  if (order !== undefined && first !== undefined && first !== 'statements')
    reading.report('E1010', order, `\`order\` cannot stand beside \`${first}\``, {
      hint: 'only a list of `statements` has an order that may be unknown',
    });
  const unknown = keys.get('unknown');
  if (unknown !== undefined && (first === 'weights' || draft.order === 'unknown'))
    reading.report('E1010', unknown, '`unknown` pairs cannot stand here', {
      expected: 'they stand beside `ranking`, `alternatives`, or `statements` whose order is known',
    });
}

/** A list of unknown order: what a statement is put `before` stands further down, as it is written there. */
function readOpenList(
  drafts: readonly StatementDraft[],
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): Statement[] {
  drafts.forEach(({ before = [] }, place) => {
    const below = drafts
      .slice(place + 1)
      .flatMap(({ statement }) => (statement === undefined ? [] : [textOf(statement)]));
    for (const word of before) {
      if (below.includes(word.text)) continue;
      const near = reading.suggest(word.text, below);
      reading.report('E1216', word.range, `no statement further down this list reads \`${word.text}\``, {
        expected: 'a statement that stands below this one, as it is written there',
        ...(near === undefined ? {} : { nearest: near }),
      });
    }
  });
  return drafts.flatMap((statement) => readStatement(statement, scope, declared, reading) ?? []);
}

/** Elsewhere the order of the list says which statement matters more. */
function readOrderedList(
  drafts: readonly StatementDraft[],
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): Statement[] {
  for (const { before, keys } of drafts) {
    const key = keys.get('before');
    if (before !== undefined && key !== undefined)
      reading.report('E1010', key, '`before` cannot stand in a list whose order is known', {
        expected: '`order: unknown` beside `statements`',
      });
  }
  return drafts.flatMap((statement) => readStatement(statement, scope, declared, reading) ?? []);
}

function readStatement(
  draft: StatementDraft,
  scope: Scope,
  declared: Declarations,
  reading: Reading,
): Statement | undefined {
  if (draft.statement === undefined) return undefined;
  const when = readCondition(draft.statement, scope, reading);
  const grounds = readGrounds(draft, declared, reading);
  return (
    when && {
      when,
      text: textOf(draft.statement),
      ...(draft.before === undefined ? {} : { before: draft.before.map(({ text }) => text) }),
      ...grounds,
      ...(draft.word === undefined ? {} : { word: draft.word }),
      ...(draft.strong === undefined ? {} : { strong: draft.strong }),
    }
  );
}

function readWeights(
  entries: NonNullable<PreferenceDraft['weights']>,
  scope: Scope,
  reading: Reading,
): (readonly [string, number])[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key, value }) => {
    if (scope.states !== undefined) {
      reading.report('E1010', key.range, '`weights` has no meaning beside `states`', {
        expected: 'a `ranking`',
      });
      return [];
    }
    const option = optionKey(key, scope.names, reading);
    if (option === undefined || value === undefined) return [];
    if (seen.has(option)) listedTwice(key, reading);
    seen.add(option);
    return [[option, value] as const];
  });
}

function readRanking(
  groups: readonly (readonly Word[])[],
  scope: Scope,
  reading: Reading,
): StateReference[][] {
  const seen = new Set<string>();
  return groups.map((group) =>
    group.flatMap((word) => {
      const state = readRankedState(word, scope, reading);
      if (state === undefined) return [];
      // A pattern is complete, so that equal states have equal texts.
      if (seen.has(word.text)) listedTwice(word, reading);
      seen.add(word.text);
      return [state];
    }),
  );
}

function readPairs(pairs: readonly (readonly Word[])[], scope: Scope, reading: Reading): UnknownPairs {
  return pairs.flatMap((pair) => {
    const [first, second, third] = pair;
    if (third !== undefined)
      reading.report('E1007', third.range, 'a pair has two states', {
        hint: 'give each pair a list of its own',
      });
    if (first === undefined || second === undefined) return [];
    const [one, other] = [readRankedState(first, scope, reading), readRankedState(second, scope, reading)];
    if (first.text === second.text)
      reading.report('E1212', second.range, `\`${second.text}\` is paired with itself`);
    return one && other ? [[one, other] as const] : [];
  });
}

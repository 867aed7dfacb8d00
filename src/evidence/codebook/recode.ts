// Renames, merges, splits and recodes actors and concepts: shows first what would change, and takes it back afterwards.
import type { Diagnostic, Outcome } from '../../base/index.ts';
import { diagnostic, nearest } from '../../base/index.ts';
import type { Patch } from '../statements/history.ts';
import { changed } from '../statements/history.ts';
import type { Codebook } from '../types/codebook.ts';
import type { Change, Statement } from '../types/statement.ts';
import type { CodebookEdit, What } from './edit.ts';
import { codebookAfter, difference, entriesOf } from './entries.ts';

/** A codebook and the statements that are coded with it. */
export interface Coded {
  readonly codebook: Codebook;
  readonly statements: readonly Statement[];
}

/** One field of one statement that changes. */
export interface CodingChange {
  readonly statement: string;
  readonly field: 'speaker' | 'holder' | 'addressee' | 'concept';
  readonly from: string;
  readonly to: string;
}

export interface Recoded {
  readonly after: Coded;
  /** What changes in statements, in their order: the preview. */
  readonly changes: readonly CodingChange[];
  /** Ids of entries of the codebook that come, go or change. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly altered: readonly string[];
  /** What takes it back: the codebook, and the statements that change, as they were. */
  readonly undo: Coded;
}

/**
 * Does a change, or shows what it would do: nothing is written anywhere.                   Rules [COD1] to [COD6].
 *
 * Spans, texts and grades stay as they are; each statement that changes notes it in its history.
 * @param stamp - who changes it, and when, in ISO 8601
 * @returns nothing but problems (E3101) where an id is not there, or a new one is
 * @complexity O(codebook + statements)
 */
export function recode(before: Coded, edit: CodebookEdit, stamp: Omit<Change, 'before'>): Outcome<Recoded> {
  const diagnostics = problemsOf(before, edit);
  if (diagnostics.length > 0) return { diagnostics };
  const codebook = codebookAfter(before.codebook, edit);
  const changes: CodingChange[] = [];
  const was: Statement[] = [];
  const statements = before.statements.map((statement) => {
    const mapped = mappingOf(edit, statement);
    const { after, changes: own } =
      edit.what === 'actor'
        ? recodeActors(statement, mapped, stamp)
        : recodeConcept(statement, mapped, stamp);
    changes.push(...own);
    if (after !== statement) was.push(statement);
    return after;
  });
  return {
    value: {
      after: { codebook, statements },
      changes,
      ...difference(entriesOf(before.codebook, edit.what), entriesOf(codebook, edit.what)),
      undo: { codebook: before.codebook, statements: was },
    },
    diagnostics: [],
  };
}

/**
 * Takes a change back. Of several, the last one goes first.                                        Rule [COD6].
 * @complexity O(statements)
 */
export function undoRecode({ statements }: Coded, undo: Coded): Coded {
  const was = new Map(undo.statements.map((each) => [each.id, each]));
  return { codebook: undo.codebook, statements: statements.map((each) => was.get(each.id) ?? each) };
}

function problemsOf({ codebook, statements }: Coded, edit: CodebookEdit): readonly Diagnostic[] {
  const known = entriesOf(codebook, edit.what).map(({ id }) => id);
  const problem = (message: string, near?: string): Diagnostic =>
    diagnostic('E3101', message, near === undefined ? {} : { nearest: near });
  const missing = (id: string): readonly Diagnostic[] =>
    known.includes(id)
      ? []
      : [problem(`no ${edit.what} of the codebook is called \`${id}\``, nearest(id, known))];
  const taken = (id: string): readonly Diagnostic[] => {
    if (id.trim() === '') return [problem(`an id of ${article(edit.what)} is not empty`)];
    return known.includes(id)
      ? [problem(`there is ${article(edit.what)} \`${id}\` already; merge them`)]
      : [];
  };
  switch (edit.kind) {
    case 'rename':
      return [...missing(edit.id), ...(edit.to === edit.id ? [] : taken(edit.to))];
    case 'merge': {
      if (edit.ids.every((id) => id === edit.into)) return [problem('nothing is to be merged')];
      return [...edit.ids, edit.into].flatMap(missing);
    }
    case 'split': {
      const fresh = edit.into.map(({ id }) => id);
      const double = fresh.filter((id, index) => fresh.indexOf(id) !== index);
      const ids = new Set(statements.map(({ id }) => id));
      return [
        ...missing(edit.id),
        ...fresh.flatMap(taken),
        ...double.map((id) => problem(`\`${id}\` is to be made twice`)),
        ...[...edit.move].flatMap(([statement, to]) => [
          ...(ids.has(statement) ? [] : [problem(`no statement has the id \`${statement}\``)]),
          ...(fresh.includes(to) ? [] : [problem(`\`${to}\` is none of the new ones`, nearest(to, fresh))]),
        ]),
      ];
    }
    case 'recode':
      // A name that a document has, and the codebook has not, may be what is recoded.
      return missing(edit.to);
  }
}

const article = (what: What): string => (what === 'actor' ? 'an actor' : 'a concept');

/** Which ids of a statement become which. */
function mappingOf(edit: CodebookEdit, { id }: Statement): (id: string) => string {
  switch (edit.kind) {
    case 'rename':
      return (each) => (each === edit.id ? edit.to : each);
    case 'merge':
      return (each) => (edit.ids.includes(each) ? edit.into : each);
    case 'split': {
      const to = edit.move.get(id);
      return (each) => (to !== undefined && each === edit.id ? to : each);
    }
    case 'recode': {
      const concerned = edit.statements === undefined || edit.statements.includes(id);
      return (each) => (concerned && each === edit.from ? edit.to : each);
    }
  }
}

interface Changed {
  readonly after: Statement;
  readonly changes: readonly CodingChange[];
}
type Mapping = (id: string) => string;

const actorFields = ['speaker', 'holder', 'addressee'] as const;

function recodeActors(statement: Statement, mapped: Mapping, stamp: Omit<Change, 'before'>): Changed {
  const changes = actorFields.flatMap((field) =>
    statement[field]
      .filter((from) => mapped(from) !== from)
      .map((from): CodingChange => ({ statement: statement.id, field, from, to: mapped(from) })),
  );
  if (changes.length === 0) return { after: statement, changes };
  const patch: Patch = Object.fromEntries(
    actorFields.map((field) => [field, [...new Set(statement[field].map(mapped))]]),
  );
  return { after: changed(statement, patch, stamp), changes };
}

function recodeConcept(statement: Statement, mapped: Mapping, stamp: Omit<Change, 'before'>): Changed {
  const { id, concept, concepts } = statement;
  const to = concept === null ? null : mapped(concept);
  const seen = new Set<string>();
  // Of guesses that become one, the best stays: they are in falling order.
  const guesses = concepts
    .map((guess) => ({ ...guess, concept: mapped(guess.concept) }))
    .filter((guess) => !seen.has(guess.concept) && seen.add(guess.concept));
  const guessed = concepts.some((guess) => mapped(guess.concept) !== guess.concept);
  const after = to === concept ? statement : changed(statement, { concept: to }, stamp);
  return {
    after: guessed ? { ...after, concepts: guesses } : after,
    changes:
      to === concept ? [] : [{ statement: id, field: 'concept', from: concept as string, to: to as string }],
  };
}

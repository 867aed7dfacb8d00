// Changes statements so that every change can be taken back: within one, by its history; in a list, by the opposite edit.
import { ImpasseError } from '../../base/index.ts';
import type { Change, Coding, Statement, StatementStatus } from '../types/statement.ts';

/** What a person may change of a statement. */
export type Patch = Partial<Coding> & { readonly status?: StatementStatus };

/**
 * A statement with some fields changed and the change noted; the same one where nothing differs.   Rule [STM5].
 * @param stamp - who changed it, and when, in ISO 8601
 * @complexity O(number of fields)
 */
export function changed(statement: Statement, patch: Patch, stamp: Omit<Change, 'before'>): Statement {
  const differing = (Object.keys(patch) as (keyof Patch)[]).filter(
    (key) => JSON.stringify(patch[key]) !== JSON.stringify(statement[key]),
  );
  if (differing.length === 0) return statement;
  const pick = (from: Patch): Patch => Object.fromEntries(differing.map((key) => [key, from[key]]));
  return {
    ...statement,
    ...pick(patch),
    history: [...statement.history, { ...stamp, before: pick(statement) }],
  };
}

/** The statement before its last change; the same one where it has none. */
export function unchanged(statement: Statement): Statement {
  const last = statement.history.at(-1);
  return last === undefined
    ? statement
    : { ...statement, ...last.before, history: statement.history.slice(0, -1) };
}

/** A change of a list of statements. */
export type Edit =
  | { readonly kind: 'add'; readonly statement: Statement; readonly at: number }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'replace'; readonly statement: Statement }
  | { readonly kind: 'several'; readonly edits: readonly Edit[] };

/** A list after an edit, and the edit that takes it back. */
export interface Edited {
  readonly statements: readonly Statement[];
  readonly undo: Edit;
}

/**
 * Applies an edit.                                                                            Rule [STM6].
 * @throws ImpasseError E2001 where no statement has the id, or one has it already
 * @complexity O(number of statements) for each single edit
 */
export function applyEdit(statements: readonly Statement[], edit: Edit): Edited {
  switch (edit.kind) {
    case 'add': {
      if (statements.some(({ id }) => id === edit.statement.id))
        throw new ImpasseError('E2001', 'a statement with this id is there already', {
          id: edit.statement.id,
        });
      const at = Math.max(0, Math.min(edit.at, statements.length));
      return {
        statements: statements.toSpliced(at, 0, edit.statement),
        undo: { kind: 'remove', id: edit.statement.id },
      };
    }
    case 'remove': {
      const at = placeOf(statements, edit.id);
      return {
        statements: statements.toSpliced(at, 1),
        undo: { kind: 'add', statement: statements[at] as Statement, at },
      };
    }
    case 'replace': {
      const at = placeOf(statements, edit.statement.id);
      return {
        statements: statements.with(at, edit.statement),
        undo: { kind: 'replace', statement: statements[at] as Statement },
      };
    }
    case 'several': {
      let now = statements;
      const undo: Edit[] = [];
      for (const one of edit.edits) {
        const done = applyEdit(now, one);
        now = done.statements;
        undo.unshift(done.undo);
      }
      return { statements: now, undo: { kind: 'several', edits: undo } };
    }
  }
}

function placeOf(statements: readonly Statement[], id: string): number {
  const at = statements.findIndex((statement) => statement.id === id);
  if (at < 0) throw new ImpasseError('E2001', 'no statement has this id', { id });
  return at;
}

// Keeps the lists that changes make of one decision maker's preference, each made once and known by a number.
import type { Preference } from '../../model/index.ts';
import { editedPreference, listKey } from './apply.ts';
import type { StatementEdit } from './edit.ts';

/** A decision maker's preference after some changes. */
export interface Plan {
  /** Its number among the plans of this decision maker, from 0. */
  readonly id: number;
  /** Missing where nothing is said of the decision maker. */
  readonly preference: Preference | undefined;
  /** What makes it equal to others. */
  readonly key: string;
  /** The plan after one more change, known by the change's number; nothing where the changes exclude each other. */
  readonly extended: (edit: StatementEdit, number: number) => Plan | undefined;
}

/** The plan without changes, from which the others grow. */
export function planOf(preference: Preference | undefined): Plan {
  let count = 0;
  const make = (edits: readonly StatementEdit[], edited: Preference | undefined): Plan => {
    const next = new Map<number, Plan | undefined>();
    const id = count;
    count += 1;
    let key: string | undefined;
    return {
      id,
      preference: edited,
      get key() {
        key ??= edited === undefined ? '' : listKey(edited);
        return key;
      },
      extended: (edit, number) => {
        if (!next.has(number)) {
          const all = [...edits, edit];
          const made = preference === undefined ? undefined : editedPreference(preference, all);
          next.set(number, made === undefined ? undefined : make(all, made));
        }
        return next.get(number);
      },
    };
  };
  return make([], preference);
}

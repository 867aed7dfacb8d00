// Does an edit of a codebook in its file, and leaves comments, order and everything else as they are.
import type { Outcome } from '../base/index.ts';
import { diagnostic } from '../base/index.ts';
import type { Codebook, CodebookEdit } from '../evidence/index.ts';
import type { CaseChange } from './case/edit-case.ts';
import { editCase } from './case/edit-case.ts';
import { readCodebook } from './codebook.ts';

/**
 * The text of a codebook after an edit.                                                           Rule [CBK10].
 * @param text - from which `before` was read
 * @param after - the codebook that `recode` makes of it
 * @returns E3101 where the file says it in a way that is not changed in place, by aliases of YAML
 * @complexity O(length · changes)
 */
export function editCodebook(
  text: string,
  edit: CodebookEdit,
  before: Codebook,
  after: Codebook,
  uri = 'codebook.yaml',
): Outcome<string> {
  const section = edit.what === 'actor' ? 'actors' : 'concepts';
  const goes = (id: string): boolean => edit.kind === 'merge' && id !== edit.into && edit.ids.includes(id);
  const [was, is]: readonly [readonly Entry[], readonly Entry[]] = [before[section], after[section]];
  const changes: CaseChange[] = [];
  let place = 0;
  was.forEach((entry, index) => {
    if (goes(entry.id)) return;
    const next = is[place] as Entry;
    place += 1;
    const [old, now] = [lean(entry), lean(next)];
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
      if (JSON.stringify(old[key]) !== JSON.stringify(now[key]))
        changes.push({ path: [section, index, key], ...(now[key] === undefined ? {} : { value: now[key] }) });
  });
  is.slice(place).forEach((entry, index) => {
    changes.push({ path: [section, was.length + index], value: lean(entry) });
  });
  // From the last one on, so that places above stay what they are.
  was.forEach((entry, index) => {
    if (goes(entry.id)) changes.push({ path: [section, index] });
  });
  changes.sort(
    (a, b) => Number(isRemoval(a)) - Number(isRemoval(b)) || (isRemoval(a) ? placeOf(b) - placeOf(a) : 0),
  );
  const edited = editCase(text, changes, uri);
  if (edited.value === undefined) return edited;
  const { value: read } = readCodebook(edited.value, uri);
  if (read !== undefined && sorted(read) === sorted(after)) return edited;
  return {
    diagnostics: [
      diagnostic('E3101', `${uri} cannot be changed in place`, {
        hint: 'write entries without aliases (`*name`) and anchors (`&name`) of YAML, then try again',
      }),
    ],
  };
}

interface Entry {
  readonly id: string;
}

/** An entry as the file has it: what is empty, and a name that is the id, is left out. */
function lean(entry: Entry): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([key, value]) =>
        !(Array.isArray(value) && value.length === 0) && !(key === 'name' && value === entry.id),
    ),
  );
}

const isRemoval = ({ path, value }: CaseChange): boolean => path.length === 2 && value === undefined;
const placeOf = ({ path }: CaseChange): number => Number(path[1]);

/** As text, keys in order, so that equal codebooks are equal texts. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

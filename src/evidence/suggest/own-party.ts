// Finds for whom a document speaks, so that "Arland demands" in Arland's own statement is the author's voice.
import type { Document } from '../types/document.ts';

const words = (text: string): readonly string[] => text.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];

/** "Arland, statement at the assembly"; "Statement by Arland". */
const before =
  /^([^,:;(]{2,60})[,:]\s*(?:statement|speech|address|remarks|declaration|press release|communiqu)/i;
const behind =
  /\b(?:statement|speech|address|remarks|declaration|press release|communiqu\w+) (?:by|of|from) (?:the )?([^,:;(]{2,60})/i;

/**
 * The names, in lower case, of those for whom the author speaks: the author, whoever a title says the statement is
 * of, and whoever the first lines are "on behalf of".                                          Rule [SUG12].
 */
export function ownParty({ author = '', title = '', body }: Document): ReadonlySet<string> {
  const party = before.exec(title)?.[1] ?? behind.exec(title)?.[1] ?? '';
  const behalf =
    /\bon behalf of (?:the )?(?:\w+ of )?(\p{Lu}[\p{L}'’-]+)/u.exec(body.slice(0, 1500))?.[1] ?? '';
  return new Set([...words(author), ...words(party), ...words(behalf)].map((word) => word.toLowerCase()));
}

// Finds the pages that people read, and the fenced blocks in them.
import { posix } from 'node:path';
import { repositoryFiles, textOf } from '../support/repository.ts';

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** The line of the fence, from 1. */
  readonly line: number;
  readonly language: string;
  /** The last line above the fence that is not empty. */
  readonly above: string;
  readonly lines: readonly string[];
}

/** The pages of the repository, as paths from its folder. */
export const pages: readonly string[] = repositoryFiles().filter((path) => path.endsWith('.md'));

/** The pages whose examples are run: those at the root and in docs. */
export const documents: readonly string[] = pages.filter(
  (path) => posix.dirname(path) === '.' || path.startsWith('docs/'),
);

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string, text: string = textOf(page)): readonly Block[] {
  const blocks: Block[] = [];
  let open: (Omit<Block, 'page'> & { lines: string[] }) | undefined;
  let above = '';
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === undefined) open = { line: index + 1, language: fence[1] as string, above, lines: [] };
    else {
      blocks.push({ page, ...open });
      open = undefined;
    }
    if (line.trim() !== '') above = line;
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: a fence is not closed`);
  return blocks;
}

/** The text of a page without its fenced blocks. */
export function proseOf(text: string): string {
  return text.replace(/^```.*?^```$/gms, '');
}

// Finds the documents that a user names: files as they are, and in folders every file of a kind that is read.
import { readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { documentExtensions } from '../converters/index.ts';

/** Paths as the user would write them, and what could not be found. */
export interface FoundDocuments {
  readonly paths: readonly string[];
  readonly problems: readonly string[];
}

/** Documents in the order of the arguments, those of a folder by name; hidden files and links in folders are left out. */
export function findDocuments(given: readonly string[], cwd: string): FoundDocuments {
  const paths: string[] = [];
  const problems: string[] = [];
  for (const path of given) {
    try {
      if (!statSync(resolve(cwd, path)).isDirectory()) {
        paths.push(path);
        continue;
      }
      const inside = walk(path, cwd);
      if (inside.length === 0)
        problems.push(`${path}: this folder holds no document (${documentExtensions.join(' ')})`);
      paths.push(...inside);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      problems.push(
        `${path}: ${code === 'ENOENT' ? 'there is no such file or folder' : `cannot be read (${code})`}`,
      );
    }
  }
  return { paths: [...new Set(paths)], problems };
}

function walk(folder: string, cwd: string): string[] {
  return readdirSync(resolve(cwd, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path, cwd);
      return entry.isFile() && documentExtensions.includes(extname(entry.name).toLowerCase()) ? [path] : [];
    });
}

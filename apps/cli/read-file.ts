// Reads a file whole, but not without end, and says in words why one cannot be read.
import { closeSync, openSync, readSync } from 'node:fs';

/** More than any case, codebook or export of another tool needs; the readers have lower bounds of their own. */
const most = 32 * 2 ** 20;

/**
 * The bytes of a file, pipe or device.
 * @throws an error with a `code`: the file system's, or `TOO_LARGE` beyond 32 MB
 */
export function readBytes(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const pieces: Buffer[] = [];
    let size = 0;
    for (;;) {
      const piece = Buffer.allocUnsafe(2 ** 16);
      const count = readSync(handle, piece);
      if (count === 0) return Buffer.concat(pieces);
      size += count;
      if (size > most) throw Object.assign(new Error('too large'), { code: 'TOO_LARGE' });
      pieces.push(piece.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
}

/** What keeps a file from being read, in words. */
export function whyUnreadable(error: unknown): string {
  const { code = 'unknown' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? `it cannot be read (${code})`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'this file may not be read',
  EISDIR: 'this is a folder and no file',
  ELOOP: 'this is a link that leads back to itself',
  ENAMETOOLONG: 'this name is longer than a name can be',
  NO_FILE: 'this is a pipe or a device, and no file',
  TOO_LARGE: `this is larger than ${most / 2 ** 20} MB, and not read`,
};

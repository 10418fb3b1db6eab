import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';

const length = 100;

/**
 * The first 100 bytes of a database that this process has open. Where a process that closes a file gives up its locks on
 * it (`../open-files.ts`), another process reads them: `dd`, which every POSIX system has
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/dd.html).
 *
 * @returns null where they cannot be read that way, or the file is shorter
 */
export function readHeader(path: string): Buffer | null {
  const bytes = process.platform === 'win32' ? readHere(path) : readElsewhere(path);
  return bytes?.length === length ? bytes : null;
}

function readElsewhere(path: string): Buffer | null {
  try {
    return execFileSync('dd', [`if=${path}`, `bs=${length}`, 'count=1'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // No such program, or it may not be run: SQLite's own checks of the header remain.
    return null;
  }
}

function readHere(path: string): Buffer {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

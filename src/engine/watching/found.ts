import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a watched folder. */
export interface FoundFile {
  path: string;
  name: string;
  byteSize: number;
  /** Its size and time, by which it is told whether it is still being written, or another by now. */
  look: string;
}

/** Folders are not followed deeper, and no more files are looked at, than a person can mean by a folder to watch. */
const deepest = 32;
const most = 200_000;

/** Files that programs leave beside documents, and that are none. */
const clutter = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)|\.(?:part|crdownload|tmp)$/i;

/** What a path is kept as. */
export function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32);
}

/**
 * The files of a folder and of those in it that came, or became others, after a time. Links are not followed; what cannot
 * be read is passed over. By path.
 *
 * @param since in Unix milliseconds
 */
export async function filesSince(folder: string, since: number): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  let looked = 0;
  const look = async (at: string, depth: number): Promise<void> => {
    for (const entry of await entriesOf(at)) {
      if (looked >= most) return;
      const path = join(at, entry.name);
      if (clutter.test(entry.name)) continue;
      if (entry.isDirectory() && depth < deepest) await look(path, depth + 1);
      if (!entry.isFile()) continue;
      looked += 1;
      // The time of the last change of its entry: a copy keeps the time at which its words were written.
      const stats = await lstat(path).catch(() => null);
      if (stats === null || stats.ctimeMs <= since || stats.size === 0) continue;
      const name = entry.name;
      found.push({ path, name, byteSize: stats.size, look: `${stats.size}:${stats.mtimeMs}` });
    }
  };
  await look(folder, 0);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

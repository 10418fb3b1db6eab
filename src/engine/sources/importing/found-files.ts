import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Dirent } from 'node:fs';

/** A file that is to be imported; `byteSize` is null where that could not be learned, which reading it will tell. */
export interface FoundFile {
  readonly path: string;
  readonly byteSize: number | null;
}

/** Names that systems and programs leave behind for themselves: locks of Office, thumbnails, views of folders. */
const LITTER = /^(?:\..*|~\$.*|thumbs\.db|desktop\.ini|ehthumbs\.db|\$recycle\.bin)$/i;

/**
 * The files among some paths, and those in folders among them with all that is in them, in the order of their names.
 * In folders, what is hidden, what systems left there, and links are passed over: a link could lead anywhere, or round
 * in a circle. A path that was given itself is taken whatever it is.
 */
export async function findFiles(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    signal?.throwIfAborted();
    const stats = await stat(path).catch(() => null);
    if (stats?.isDirectory() !== true) {
      found.push({ path, byteSize: stats?.size ?? null });
      continue;
    }
    const before = found.length;
    await findWithin(path, found, signal);
    // Of a folder with nothing in it a person is told something, too.
    if (found.length === before) found.push({ path, byteSize: null });
  }
  return found;
}

async function findWithin(
  top: string,
  found: FoundFile[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal?.throwIfAborted();
    const inner: string[] = [];
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (LITTER.test(entry.name)) continue;
      if (entry.isDirectory()) inner.push(path);
      else if (entry.isFile()) found.push({ path, byteSize: await sizeOf(path) });
    }
    folders.push(...inner.toReversed());
  }
}

/** Of a folder that cannot be read, none: another program, or another person's folder, must not stop the rest. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function sizeOf(path: string): Promise<number | null> {
  const stats = await lstat(path).catch(() => null);
  return stats?.size ?? null;
}

export function nameOfFile(path: string): string {
  return basename(path);
}

import { lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { FolderEntry, FolderListing } from '#contract/local-host.ts';
import { confine, contains } from './confinement.ts';
import type { Places } from './confinement.ts';
import { fileError } from './file-errors.ts';

/** Most entries of one folder that are shown. */
const mostEntries = 5000;

const byName = new Intl.Collator(undefined, { numeric: true });

/**
 * What lies in a folder, for a chooser: folders and files only, hidden ones and links that lead out left out.
 *
 * @param path in the root, as `confine` answers it
 * @throws CaseError `file.notFound`, `file.notReadable`
 */
export async function listFolder(path: string, places: Places): Promise<FolderListing> {
  const names = await readdir(path).catch((error: unknown) => {
    throw fileError(error, 'reading', { path });
  });
  const shown = names.filter((name) => !name.startsWith('.')).toSorted(byName.compare);
  const entries = await Promise.all(
    shown.slice(0, mostEntries).map((name) => entryAt(join(path, name), places)),
  );
  const found = entries.filter((entry) => entry !== null);
  return {
    path,
    parents: wayDown(path, places.root),
    entries: [
      ...found.filter(({ kind }) => kind === 'folder'),
      ...found.filter(({ kind }) => kind === 'file'),
    ],
    truncated: shown.length > mostEntries,
  };
}

/** @throws CaseError `input.invalid` for an unfit name, `case.exists`, `file.notWritable`, `file.diskFull` */
export async function createFolder(
  parent: string,
  name: string,
  places: Places,
): Promise<FolderEntry> {
  const path = join(parent, plainName(name));
  await mkdir(path).catch((error: unknown) => {
    throw fileError(error, 'writing', { path });
  });
  const entry = await entryAt(path, places);
  if (entry === null) throw new CaseError('file.notWritable', { path });
  return entry;
}

/** @throws CaseError `input.invalid` for an unfit name, `file.outsideRoot` when something there leads out */
export async function placeFile(
  parent: string,
  name: string,
  places: Places,
): Promise<{ path: string; exists: boolean }> {
  const path = await confine(join(parent, plainName(name)), places);
  const exists = await lstat(path).then(
    () => true,
    () => false,
  );
  return { path, exists };
}

/** A name that is no way anywhere and that the chooser would show. */
function plainName(name: string): string {
  if (name.startsWith('.') || /[/\\\0]/.test(name)) {
    throw new CaseError('input.invalid', { reason: name });
  }
  return name;
}

/** Null for what a chooser leaves out, and for what vanished or cannot be looked at. */
async function entryAt(path: string, places: Places): Promise<FolderEntry | null> {
  try {
    const real = await confine(path, places);
    const status = await stat(real);
    if (!status.isFile() && !status.isDirectory()) return null;
    return {
      name: basename(path),
      path: real,
      kind: status.isDirectory() ? 'folder' : 'file',
      size: status.isDirectory() ? 0 : status.size,
      modifiedAt: status.mtime.toISOString(),
    };
  } catch {
    return null;
  }
}

function wayDown(path: string, root: string): FolderListing['parents'] {
  const way = [{ name: basename(path) || path, path }];
  for (let at = path; at !== root && contains(root, dirname(at));) {
    at = dirname(at);
    way.unshift({ name: basename(at) || at, path: at });
    if (at === dirname(at)) break;
  }
  return way;
}

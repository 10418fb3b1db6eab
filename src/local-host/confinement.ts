import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CaseError } from '#contract/error.ts';

/** Folders that paths from the page must lie in, and single files beside them. */
export interface Places {
  /** Absolute, without symbolic links in it. What a relative path starts from. */
  readonly root: string;
  /** Further folders, likewise. */
  readonly folders?: readonly string[];
  /** Files named by whoever started the host, likewise. */
  readonly files?: readonly string[];
}

/**
 * The path with every symbolic link on it followed, if that lies in one of the places; the file itself need not be
 * there yet.
 *
 * @throws CaseError `file.outsideRoot` when it leads out, also by a link; `file.notReadable` when that cannot be told
 */
export async function confine(path: string, places: Places): Promise<string> {
  const outside = new CaseError('file.outsideRoot', { path });
  if (path.includes('\0')) throw outside;
  const asked = resolve(places.root, path);
  const real = await followed(asked).catch((error: unknown) => {
    // Only of a path inside is it told what is wrong with it: whether a file exists outside is nobody's to learn.
    throw isInside(asked, places) ? new CaseError('file.notReadable', { path }, error) : outside;
  });
  if (real === null || !isInside(real, places)) throw outside;
  return real;
}

/** Null for a link that leads nowhere: writing to it would make a file who knows where. */
async function followed(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  if (await isThere(path)) return null;
  const parent = dirname(path);
  if (parent === path) return path;
  const above = await followed(parent);
  return above === null ? null : join(above, basename(path));
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isInside(path: string, places: Places): boolean {
  const { root, folders = [], files = [] } = places;
  return files.includes(path) || [root, ...folders].some((folder) => contains(folder, path));
}

/** Whether the path is the folder or lies in it. Both absolute. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { CaseError } from '#contract/error.ts';

/*
 * How a shared folder lies: CASE/REPLICA/NUMBER-HASH.casepack, where each replica writes only into its own folder. Nothing
 * is ever changed once it is there, so that whatever program carries the folder from laptop to laptop has no two versions
 * of one file to choose between.
 */

/** A package that lies in a shared folder. */
export interface Drop {
  /** Where it lies in the folder of the case, with `/`: that names it. */
  name: string;
  path: string;
  replica: string;
  number: number;
  /** Its size and time, by which it is told whether it is still being copied. */
  look: string;
}

const dropName = /^(\d{6})-[0-9a-f]{12}\.casepack$/;
/** What has not its name yet, or never got it: the program was ended in the middle. */
const draftName = /^\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/;

/** The folder of a case within a shared one. */
function caseFolder(shared: string, caseId: string): string {
  return join(shared, caseId);
}

/** Where a replica's package of this number and hash is to lie; its folder is made. @throws CaseError `file.notWritable` */
export function dropFolder(shared: string, caseId: string, replica: string): string {
  const folder = join(caseFolder(shared, caseId), replica);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CaseError('file.notWritable', { path: folder }, error);
  }
  return folder;
}

export function nameOfDrop(number: number, sha256: string): string {
  return `${String(number).padStart(6, '0')}-${sha256.slice(0, 12)}.casepack`;
}

/** All packages of a case, each replica's in their order; what else lies there is passed over. */
export function dropsIn(shared: string, caseId: string): Drop[] {
  const folder = caseFolder(shared, caseId);
  return entries(folder)
    .toSorted()
    .flatMap((replica) =>
      entries(join(folder, replica))
        .toSorted()
        .flatMap((file): Drop[] => {
          const number = dropName.exec(file)?.[1];
          const path = join(folder, replica, file);
          const stat = number === undefined ? null : fileAt(path);
          if (number === undefined || stat === null) return [];
          const look = `${stat.size} ${stat.mtimeMs}`;
          return [{ name: `${replica}/${file}`, path, replica, number: Number(number), look }];
        }),
    );
}

/**
 * Removes what some replicas dropped, drafts that were never finished among it, and the folders that are empty then. What
 * others dropped, and whatever else lies there, stays.
 *
 * @throws CaseError `file.notWritable`
 */
export function removeDrops(shared: string, caseId: string, replicas: readonly string[]): void {
  const ofCase = caseFolder(shared, caseId);
  for (const replica of replicas) {
    const folder = join(ofCase, replica);
    for (const file of entries(folder)) {
      if (!dropName.test(file) && !draftName.test(file)) continue;
      const path = join(folder, file);
      try {
        rmSync(path, { force: true });
      } catch (error) {
        throw new CaseError('file.notWritable', { path }, error);
      }
    }
    removeEmpty(folder);
  }
  removeEmpty(ofCase);
}

/** Milliseconds: so long no package takes to be written. */
const oldDraft = 24 * 60 * 60 * 1000;

/** Removes from a replica's folder the drafts of a program that was ended in the middle, a day later and no sooner. */
export function removeOldDrafts(folder: string): void {
  for (const file of entries(folder)) {
    if (!draftName.test(file)) continue;
    const path = join(folder, file);
    const stat = fileAt(path);
    if (stat === null || Date.now() - stat.mtimeMs < oldDraft) continue;
    try {
      rmSync(path, { force: true });
    } catch {
      // It is in nobody's way but the disk's.
    }
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something lies there, or there is no such folder: either is well.
  }
}

/** Nothing, where there is no such folder: a stick that is not plugged in. */
function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Null, where there is no file, or one that cannot be got at: a link that leads nowhere, a folder that was shut. */
function fileAt(path: string): Stats | null {
  try {
    const stat = statSync(path);
    return stat.isFile() ? stat : null;
  } catch {
    return null;
  }
}

import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CaseError } from '#contract/error.ts';
import type { Backup, BackupReason } from '#contract/safety.ts';
import type { BackupPlan } from '#contract/settings.ts';
import { writeFailure } from '../write-whole.ts';
import { fileName, folderName, readFileName, readFolderName } from './name.ts';
import { timesToKeep } from './policy.ts';

/** The case that a backup is of, as it is now. */
export interface BackedUpCase {
  id: string;
  title: string;
  path: string;
  encrypted: boolean;
  /** The number of its last change set. */
  revision: number;
}

/** A backup, with what only this room needs to know of it. */
export interface KnownBackup extends Backup {
  revision: number;
}

/** Backups that a plan clears away, as soon as it says so; the others that were not asked for, once they are this old. */
const planned: ReadonlySet<BackupReason> = new Set(['schedule']);

/**
 * The folder in which the backups of this computer's cases are kept, a folder a case. All that must be known of a backup
 * is in its name, so that an encrypted one need not be opened.
 */
export class BackupFolder {
  readonly path: string;
  readonly #own: boolean;

  /**
   * @param path absolute
   * @param own whether it is the program's own, which is made when it is not there; one that a person chose may be on a
   *   drive that is not connected
   */
  constructor(path: string, own: boolean) {
    this.path = path;
    this.#own = own;
  }

  /** The backups of one case, or of all, newest first. */
  list(caseId?: string): KnownBackup[] {
    return namesIn(this.path)
      .flatMap((folder) => {
        const found = readFolderName(folder);
        if (found === null || (caseId !== undefined && found.caseId !== caseId)) return [];
        return namesIn(join(this.path, folder)).flatMap((name) => this.#read(folder, name, found));
      })
      .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
  }

  /** The backup of that id. @throws CaseError `case.notFound` */
  get(id: string): KnownBackup {
    const [folder = '', name = '', ...more] = id.split('/');
    const about = readFolderName(folder);
    const found =
      about === null || more.length > 0 ? undefined : this.#read(folder, name, about).at(0);
    if (found === undefined) throw new CaseError('case.notFound', { path: id });
    return found;
  }

  /**
   * Where the next backup of a case goes; its folder is made.
   *
   * @throws CaseError `file.notFound` when the folder that was chosen is not there, `file.notWritable`, `file.diskFull`
   */
  place(about: BackedUpCase, reason: BackupReason, at: number): string {
    if (!this.#own && !existsSync(this.path)) {
      throw new CaseError('file.notFound', { path: this.path });
    }
    const known = namesIn(this.path).find((name) => readFolderName(name)?.caseId === about.id);
    // The title of an encrypted case is nobody's to read; the name of its file is there to be seen anyway.
    const title = about.encrypted ? basename(about.path).replace(/\.casefile$/u, '') : about.title;
    const folder = join(this.path, known ?? folderName(title, about.id));
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw writeFailure(error, this.path);
    }
    for (let time = at; ; time += 1) {
      const { revision, encrypted } = about;
      const path = join(folder, fileName({ at: time, revision, reason, encrypted }));
      if (!existsSync(path)) return path;
    }
  }

  /** Clears away those backups of a case that the plan does not keep. Those that a person asked for stay. */
  prune(caseId: string, plan: BackupPlan, now: number): void {
    const backups = this.list(caseId);
    const scheduled = backups.filter(({ reason }) => planned.has(reason));
    const kept = timesToKeep(
      scheduled.map(({ at }) => Date.parse(at)),
      plan,
      now,
    );
    const old = now - Math.max(plan.keepWeeks, 4) * 7 * 24 * 3_600_000;
    for (const { path, at, reason } of backups) {
      const time = Date.parse(at);
      const goes = planned.has(reason) ? !kept.has(time) : reason !== 'asked' && time < old;
      if (goes) rmSync(path, { force: true });
    }
  }

  /** Deletes a backup, and the folder of its case when it was the last. @throws CaseError `case.notFound` */
  discard(id: string): void {
    const { path } = this.get(id);
    try {
      rmSync(path);
    } catch (error) {
      throw writeFailure(error, path);
    }
    try {
      rmdirSync(join(path, '..'));
    } catch {
      // It holds other backups.
    }
  }

  #read(
    folder: string,
    name: string,
    { title, caseId }: { title: string; caseId: string },
  ): KnownBackup[] {
    const found = readFileName(name);
    if (found === null) return [];
    const path = join(this.path, folder, name);
    const byteSize = statSync(path, { throwIfNoEntry: false })?.size;
    if (byteSize === undefined) return [];
    const { at, revision, reason, encrypted } = found;
    return [
      {
        id: `${folder}/${name}`,
        caseId,
        title,
        path,
        at: new Date(at).toISOString(),
        byteSize,
        reason,
        encrypted,
        revision,
      },
    ];
  }
}

/** The names in a folder; none when it is not there or cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

import type { BackupReason } from '#contract/safety.ts';
import { BackupReason as Reasons } from '#contract/safety.ts';

/** What the name of a backup's file tells of it. */
export interface BackupName {
  /** Unix time in milliseconds. */
  at: number;
  /** The number of the case's last change set. */
  revision: number;
  reason: BackupReason;
  encrypted: boolean;
}

/** Code units of a title that are put into a folder's name. */
const longestTitle = 60;

/**
 * The folder of a case's backups: its title, as far as file systems take it, and its id, so that two cases of one title
 * have two, and one whose title changed goes on in the same.
 */
export function folderName(title: string, caseId: string): string {
  const safe = title
    .normalize('NFC')
    // What Windows and others do not take in names, and what cannot be seen.
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, longestTitle)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .replace(/^[. ]+|[. ]+$/gu, '');
  return `${safe === '' ? 'case' : safe} ${caseId}`;
}

/** Title and id of the case whose backups are in a folder of that name; null when it is no such folder. */
export function readFolderName(name: string): { title: string; caseId: string } | null {
  const found = /^(.+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(name);
  const [, title, caseId] = found ?? [];
  return title === undefined || caseId === undefined ? null : { title, caseId };
}

/** The name of a backup's file, e.g. `20261122T070005123Z-418-schedule.casefile`. */
export function fileName({ at, revision, reason, encrypted }: BackupName): string {
  const time = new Date(at).toISOString().replaceAll(/[-:.]/gu, '');
  return `${time}-${revision}-${reason}${encrypted ? '-encrypted' : ''}.casefile`;
}

/** What a file's name tells, or null when it is no backup's. */
export function readFileName(name: string): BackupName | null {
  const found =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(\d+)-([a-z]+)(-encrypted)?\.casefile$/u.exec(
      name,
    );
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, milli, revision, word, encrypted] = found;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
  const reason = Reasons.safeParse(word);
  if (Number.isNaN(at) || !reason.success) return null;
  return {
    at,
    revision: Number(revision),
    reason: reason.data,
    encrypted: encrypted !== undefined,
  };
}

import { z } from 'zod';
import { Passphrase } from './case.ts';
import { Id, OnCase, Path } from './common.ts';
import { CaseErrorData } from './error.ts';

/** What `verify` looks at, in the order in which it does. */
export const Check = z.enum([
  'pages',
  'schema',
  'keys',
  'local',
  'journal',
  'records',
  'blobs',
  'texts',
  'passages',
  'dates',
  'clusters',
  'search',
]);
export type Check = z.infer<typeof Check>;

/** One thing that is not as it must be in a case file. */
export const Finding = z.object({
  check: Check,
  table: z.string().describe('empty where the finding is on no table'),
  id: z.string().describe('of the row, or empty'),
  what: z.string().describe('in English, for the report'),
});
export type Finding = z.infer<typeof Finding>;

/** What was looked at in a case file, and what was found not to be as it must. */
export const VerifyReport = z.object({
  path: z.string(),
  sound: z.boolean(),
  findings: z.array(Finding).describe('the first of each check; `total` counts them all'),
  total: z.int(),
  checked: z.array(z.object({ check: Check, count: z.int().describe('things looked at') })),
});
export type VerifyReport = z.infer<typeof VerifyReport>;

/** Why a backup was made: by the schedule, because it was asked for, or before something that changes much. */
export const BackupReason = z.enum(['schedule', 'asked', 'migration', 'merge', 'rekey']);
export type BackupReason = z.infer<typeof BackupReason>;

/** Names a backup in the backup folder of this computer: its path from there, with `/`. */
const BackupId = z.string().min(1).max(512);

/** A backup of a case, as its place and name tell, so that an encrypted one need not be opened. */
export const Backup = z.object({
  id: BackupId,
  caseId: Id,
  title: z.string().describe('of the case, or of an encrypted one the name of its file'),
  path: z.string(),
  at: z.string().describe('ISO 8601, UTC'),
  byteSize: z.int(),
  reason: BackupReason,
  encrypted: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

/** How an open case stands with its backups. */
export const BackupStatus = z.object({
  folder: z.string().describe('where its backups are kept'),
  last: Backup.nullable(),
  changedSince: z.boolean().describe('something was done to the case since its last backup'),
  running: z.boolean(),
  failure: z
    .object({ at: z.string().describe('ISO 8601, UTC'), error: CaseErrorData })
    .nullable()
    .describe('why the last attempt failed; null once one has gone well'),
});
export type BackupStatus = z.infer<typeof BackupStatus>;

/** `path`: where to, instead of the backup folder; such a copy is listed nowhere. Nothing may be there. */
export const BackUpInput = OnCase.extend({ path: Path.optional() });

/** A backup that was made: where, and how large. */
export const MadeBackup = z.object({ path: z.string(), byteSize: z.int() });
export type MadeBackup = z.infer<typeof MadeBackup>;

/** Copies a backup to `path`, where nothing may be, and opens it. The backup stays. */
export const RestoreInput = z.object({
  backup: BackupId,
  path: Path,
  passphrase: Passphrase.optional(),
});

export const DiscardBackupsInput = z.object({ backups: z.array(BackupId).min(1).max(1000) });

/** What came of a table in a repair. */
export const SalvagedTable = z.object({
  table: z.string().describe('as in the file: entity, excerpt, blob, extracted_text, ...'),
  kept: z.int().describe('rows in the new file'),
  restored: z.int().describe('of those, rows that had to be put together from elsewhere in it'),
  lost: z.int().describe('rows known to have been there that are not in the new file'),
});
export type SalvagedTable = z.infer<typeof SalvagedTable>;

/** One thing that a repair lost, or had to change to keep it. */
export const RepairRemark = z.object({
  table: z.string(),
  id: z.string().describe('of the row, or empty when even that is not known'),
  title: z.string().describe('words of it, when there are any'),
  what: z.string().describe('in English, for the report'),
});
export type RepairRemark = z.infer<typeof RepairRemark>;

/** How many remarks of a sort a repair tells one by one; the counts count them all. */
export const mostRemarks = 500;

/** What a repair made of a damaged case file. The damaged file is as it was. */
export const RepairReport = z.object({
  path: z.string(),
  out: z.string(),
  tables: z.array(SalvagedTable),
  lost: z.array(RepairRemark).max(mostRemarks),
  totalLost: z.int(),
  mended: z.array(RepairRemark).max(mostRemarks),
  totalMended: z.int(),
  pages: z.object({
    total: z.int(),
    unreadable: z.int().describe('pages that hold nothing that can be read, or are missing'),
  }),
  untold: z
    .boolean()
    .describe('more may be lost than is counted: it cannot be told what was on some of the pages'),
  history: z.object({
    state: z
      .enum(['whole', 'partly', 'lost'])
      .describe('partly: from the beginning up to the first gesture that was damaged'),
    kept: z.int().describe('gestures'),
    lost: z.int().describe('gestures known to have been there'),
    until: z.string().nullable().describe('time of the last that was kept, ISO 8601, UTC'),
  }),
});
export type RepairReport = z.infer<typeof RepairReport>;

/** `out`: the new case file; nothing may be there. An encrypted one stays so. */
export const RepairInput = z.object({
  path: Path,
  out: Path,
  passphrase: Passphrase.optional(),
});

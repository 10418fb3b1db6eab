import { statSync } from 'node:fs';
import type { BackupReason, MadeBackup } from '#contract/safety.ts';
import { backupStore, type CaseStore } from '../store/index.ts';
import type { BackupFolder } from './folder.ts';
import { aboutCase } from './keeper.ts';

/**
 * Makes a backup of a case here and now, for a host that has no engine running: the command line, before it merges or
 * does anything else that changes much.
 *
 * @throws CaseError `file.notFound`, `file.notWritable`, `file.diskFull`
 */
export async function backUpInto(
  folder: BackupFolder,
  store: CaseStore,
  reason: BackupReason,
): Promise<MadeBackup> {
  const path = folder.place(aboutCase(store), reason, Date.now());
  await backupStore(store, path);
  return { path, byteSize: statSync(path).size };
}

import { existsSync, rmSync } from 'node:fs';
import { constants, copyFile, open, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CaseError } from '#contract/error.ts';
import { openStore } from '../store/index.ts';
import { writeFailure } from '../write-whole.ts';

type Actor = Parameters<typeof openStore>[1]['actor'];

/**
 * Makes a case file of a backup, which stays as it is. The new file is there whole and can be opened, or not at all.
 *
 * @param backup path of the backup
 * @param path of the new file; nothing may be there
 * @throws CaseError `case.notFound`, `case.exists`, `file.notFound` (no such folder), `file.diskFull`,
 *   `case.passphraseNeeded`, `case.passphraseWrong`, `case.damaged`
 */
export async function restoreBackup(
  backup: string,
  path: string,
  { passphrase, actor }: { passphrase?: string | undefined; actor: Actor },
): Promise<{ path: string }> {
  const target = resolve(path);
  if (existsSync(target)) throw new CaseError('case.exists', { path: target });
  if (!existsSync(dirname(target))) throw new CaseError('file.notFound', { path: dirname(target) });
  // Whether it can be opened is asked before anything is made of it.
  openStore(backup, { access: 'read', passphrase, actor }).close();
  const draft = `${target}.part`;
  try {
    rmSync(draft, { force: true });
    await copyFile(backup, draft, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const file = await open(draft, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    if (existsSync(target)) throw new CaseError('case.exists', { path: target });
    await rename(draft, target);
    return { path: target };
  } catch (error) {
    throw writeFailure(error, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

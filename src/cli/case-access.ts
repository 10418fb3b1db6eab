import { readFileSync } from 'node:fs';
import envPaths from 'env-paths';
import { CaseError } from '#contract/error.ts';
import { identityOfFolder, stamped } from '#engine/identity/index.ts';
import { backupFolderOf, type BackupFolder } from '#engine/backups/index.ts';
import { SettingsFile } from '#engine/settings/index.ts';
import { openStore, type CaseStore } from '#engine/store/index.ts';
import type { CommonOptions } from './output.ts';

/** Where what belongs to this computer is kept; `LEGAJO_CONFIG` names another folder. */
export function configFolder(): string {
  return process.env['LEGAJO_CONFIG'] ?? envPaths('legajo', { suffix: '' }).config;
}

/** Who works here, asked anew at each gesture. */
export const actor = () =>
  stamped(new SettingsFile(configFolder()).actor, () => identityOfFolder(configFolder()));

/** Where the backups of this computer's cases are kept. */
export function backupFolder(): BackupFolder {
  return backupFolderOf(new SettingsFile(configFolder()));
}

/** The first line of the passphrase file. @throws CaseError `file.notFound`, `file.notReadable`, `case.passphraseEmpty` */
export function passphraseOf({ passphraseFile }: CommonOptions): string | undefined {
  if (passphraseFile === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(passphraseFile, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CaseError(
      missing ? 'file.notFound' : 'file.notReadable',
      { path: passphraseFile },
      error,
    );
  }
  const [line = ''] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  if (line === '') throw new CaseError('case.passphraseEmpty', { path: passphraseFile });
  return line;
}

/** Runs a command that reads a case; it may be open elsewhere. */
export async function reading<T>(
  file: string,
  options: CommonOptions,
  work: (store: CaseStore) => T | Promise<T>,
): Promise<T> {
  return using(openStore(file, { passphrase: passphraseOf(options), access: 'read', actor }), work);
}

/** Runs a command that changes a case. @throws CaseError `case.inUse`, `case.readOnly` when it may not */
export async function writing<T>(
  file: string,
  options: CommonOptions,
  work: (store: CaseStore) => T | Promise<T>,
): Promise<T> {
  const store = openStore(file, {
    passphrase: passphraseOf(options),
    actor,
    backup: (about) => backupFolder().place(about, 'migration', Date.now()),
  });
  return using(store, (opened) => {
    const { access, holder, path } = opened.opening;
    if (access === 'write') return work(opened);
    throw holder === null
      ? new CaseError('case.readOnly', { path })
      : new CaseError('case.inUse', { path, ...holder });
  });
}

/** Runs work on a store and closes it, whatever happens. */
export async function using<T>(
  store: CaseStore,
  work: (store: CaseStore) => T | Promise<T>,
): Promise<T> {
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

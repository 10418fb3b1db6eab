import { randomUUID } from 'node:crypto';
import { lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { CaseError } from '#contract/error.ts';

/**
 * Writes a file whole or not at all: beside its place first, then put in it.
 *
 * @throws {CaseError} `file.diskFull` or `file.notWritable`
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.part`);
  try {
    await using file = await open(beside, 'wx');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    throw new CaseError(full ? 'file.diskFull' : 'file.notWritable', { path }, error);
  }
}

export interface Revealer {
  showItemInFolder(path: string): void;
}

/**
 * Shows a file in its folder. Only what is there on this computer: asking for a path on another one (`\\server\share`)
 * would be a connection.
 *
 * @throws {CaseError} `file.notFound`
 */
export async function revealFile(shell: Revealer, path: string): Promise<void> {
  if (!isAbsolute(path) || /^[\\/]{2}/.test(path)) throw new CaseError('file.notFound', { path });
  try {
    await lstat(path);
  } catch (error) {
    throw new CaseError('file.notFound', { path }, error);
  }
  shell.showItemInFolder(path);
}

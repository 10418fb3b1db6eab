import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CaseError } from '#contract/error.ts';
import { identityFile } from '#contract/settings.ts';
import { Identity, newPrivateKey } from './identity.ts';

const exclusive = { mode: 0o600, flag: 'wx', flush: true };

/**
 * The identity kept in a file of the settings folder that only its owner can read; made at the first call. Of several
 * processes that begin together one makes it and the others take that one.
 *
 * @throws CaseError `identity.unreadable` when there is a file but no key in it: a new one would be another identity,
 *   so that is for a person to decide; `file.notReadable`, `file.notWritable`
 */
export function identityOfFolder(folder: string): Identity {
  const path = join(folder, identityFile);
  const known = read(path);
  if (known !== null) return known;
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, newPrivateKey(), exclusive);
    try {
      // Unlike renaming, linking fails when another process was first, and what it links is already whole.
      linkSync(draft, path);
    } catch (error) {
      // A file system without links, such as that of a memory stick, takes the file as it is.
      if (codeOf(error) !== 'EEXIST') writeFileSync(path, readFileSync(draft), exclusive);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    throw new CaseError('file.notWritable', { path }, error);
  }
  const made = read(path);
  if (made === null) throw new CaseError('file.notReadable', { path });
  return made;
}

function read(path: string): Identity | null {
  let text: string;
  try {
    // Whoever could read the file until now may have done so; from now on only its owner can.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw new CaseError('file.notReadable', { path }, error);
  }
  try {
    return new Identity(text);
  } catch (error) {
    throw new CaseError('identity.unreadable', { path }, error);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

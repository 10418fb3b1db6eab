import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityFile } from '#contract/settings.ts';
import type { SafeStorage } from './safe-storage.ts';
import { protects } from './safe-storage.ts';

/**
 * The private key of this installation (Ed25519; PKCS #8, PEM), kept encrypted by `safeStorage` and made at the first
 * start. An installation that had its key in the settings folder, because it was used from the terminal first, goes on
 * with that one, so that one person does not have two.
 *
 * @returns null where the system has no keychain to be trusted: the engine then keeps the key in the settings folder
 */
export function ownKey(
  storage: SafeStorage,
  configFolder: string,
  platform: string,
): string | null {
  if (!protects(storage, platform)) return null;
  const folder = join(configFolder, 'desktop');
  const path = join(folder, 'identity.sealed');
  const sealed = bytesOf(path);
  if (sealed !== null) {
    try {
      return storage.decryptString(sealed);
    } catch {
      // Another account or a keychain begun anew: what was sealed stays, should its keychain come back.
      renameSync(path, `${path}.${Date.now()}`);
    }
  }
  const key = bytesOf(join(configFolder, identityFile))?.toString('utf8') ?? newKey();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, storage.encryptString(key), { mode: 0o600, flag: 'wx', flush: true });
  } catch {
    // A key that could not be kept would be another one at the next start.
    return null;
  }
  return key;
}

function newKey(): string {
  return generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import type { SafeStorage } from './safe-storage.ts';
import { protects } from './safe-storage.ts';

/** By id of the case: its passphrase, encrypted by `safeStorage`, base64. */
const Kept = z.record(z.string(), z.base64());
type Kept = z.infer<typeof Kept>;

/**
 * Passphrases of cases that a person had this computer keep. They are encrypted with a key that the system's keychain
 * gives to this program under this account; where there is no such keychain nothing is kept.
 */
export class Keychain {
  readonly #storage: SafeStorage;
  readonly #path: string;
  readonly #platform: string;

  /**
   * @param path of the file they are in
   * @param platform as Node names it
   */
  constructor(storage: SafeStorage, path: string, platform: string) {
    this.#storage = storage;
    this.#path = path;
    this.#platform = platform;
  }

  get available(): boolean {
    return protects(this.#storage, this.#platform);
  }

  has(caseId: string): boolean {
    return this.available && Object.hasOwn(this.#read(), caseId);
  }

  /** The passphrase of a case; null when there is none, or the system does not give it any more. */
  recall(caseId: string): string | null {
    if (!this.has(caseId)) return null;
    try {
      return this.#storage.decryptString(Buffer.from(this.#read()[caseId] ?? '', 'base64'));
    } catch {
      return null;
    }
  }

  /** @throws CaseError `keychain.unavailable` */
  keep(caseId: string, passphrase: string): void {
    if (!this.available) throw new CaseError('keychain.unavailable');
    const encrypted = this.#storage.encryptString(passphrase).toString('base64');
    this.#write({ ...this.#read(), [caseId]: encrypted });
  }

  forget(caseId: string): void {
    const { [caseId]: gone, ...rest } = this.#read();
    if (gone !== undefined) this.#write(rest);
  }

  #read(): Kept {
    try {
      return Kept.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return {};
    }
  }

  #write(kept: Kept): void {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const draft = `${this.#path}.new`;
    writeFileSync(draft, JSON.stringify(kept), { mode: 0o600, flush: true });
    renameSync(draft, this.#path);
  }
}

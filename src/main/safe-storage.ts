/** Electron's `safeStorage`, as far as it is used. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

/**
 * Whether what is encrypted is protected by the person's account: not on a Linux without a keychain, where Electron uses
 * a password that is in its source (`basic_text`), nor before it is known which (`unknown`).
 */
export function protects(storage: SafeStorage, platform: string): boolean {
  if (!storage.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = storage.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}

import { CaseError } from '#contract/error.ts';
import type { ParserOptions } from '../../extraction.ts';
import { CompoundFile } from '../../mail/compound-file.ts';
import { readAgile, type AgileEncryption } from './agile.ts';
import { readStandard } from './standard.ts';

/** What Excel encrypts with when a workbook is only to be kept from being changed ([MS-OFFCRYPTO], 2.4.2.3). */
const EXCELS_OWN = 'VelvetSweatshop';

/** How a password and a document are opened. */
export type OpeningOptions = Pick<ParserOptions, 'passwords' | 'progress'>;

/** Whether a document of Office is in a compound file, as one that is encrypted is. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

/**
 * The package that is encrypted in a compound file ([MS-OFFCRYPTO], 2.3.4): by Office 2007, or since 2010.
 *
 * @throws CaseError `source.passwordNeeded` when none of the passwords opens it; `source.unsupported` for a compound file
 *   of another sort; `source.truncated`, `source.failed`
 */
export async function decryptPackage(
  bytes: Uint8Array,
  { passwords, progress }: OpeningOptions,
): Promise<Buffer> {
  const { root } = new CompoundFile(bytes);
  const streams = new Map(
    root.entries.flatMap((entry) => (entry.kind === 'stream' ? [[entry.name, entry]] : [])),
  );
  const content = streams.get('EncryptedPackage');
  const info = streams.get('EncryptionInfo');
  if (content === undefined) {
    throw new CaseError('source.unsupported', { mediaType: 'application/x-ole-storage' });
  }
  if (info === undefined) {
    throw new CaseError('source.failed', { reason: 'rights that only a server gives' });
  }
  const packed = Buffer.from(content.bytes());
  const step = (): void => {
    progress(0, packed.length, 'bytes');
  };
  const encryption = await encryptionOf(Buffer.from(info.bytes()), step);
  for (const password of [EXCELS_OWN, ...passwords]) {
    const key = encryption.findKey(password);
    if (key !== null) {
      const size = packed.length >= 8 ? Number(packed.readBigUInt64LE(0)) : 0;
      const decrypted = encryption.decrypt(packed.subarray(8), key);
      if (size > decrypted.length) throw new CaseError('source.truncated');
      return decrypted.subarray(0, size);
    }
  }
  throw new CaseError('source.passwordNeeded');
}

async function encryptionOf(info: Buffer, progress: () => void): Promise<AgileEncryption> {
  const [major, minor] = info.length >= 4 ? [info.readUInt16LE(0), info.readUInt16LE(2)] : [0, 0];
  if (major === 4 && minor === 4) return await readAgile(info.subarray(8), progress);
  if (minor === 2) return readStandard(info, progress);
  throw new CaseError('source.failed', { reason: 'an encryption that is not known' });
}

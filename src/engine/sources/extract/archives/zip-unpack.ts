import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipFile } from 'yauzl';
import { CaseError } from '#contract/error.ts';
import type { ByteSource } from '../byte-source.ts';
import { decrypted } from './zip-decrypt.ts';
import type { ZipMember } from './zip-members.ts';

/** Methods of compression (APPNOTE 4.4.5). */
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * The bytes of a member, never more than it says it has.
 *
 * @param passwords tried in turn on a member that is encrypted
 * @throws CaseError `source.passwordNeeded`, `source.unsupported` {mediaType}, `source.truncated`, `source.failed` {reason}
 */
export async function unpackMember(
  zip: ZipFile,
  source: ByteSource,
  { entry, path }: ZipMember,
  passwords: readonly string[],
): Promise<Uint8Array> {
  const packed = await packedBytes(zip, source, { entry, path });
  if ((entry.generalPurposeBitFlag & ENCRYPTED) === 0) {
    return checked(unfold(packed, entry.compressionMethod, entry.uncompressedSize, path), entry);
  }
  for (const password of passwords) {
    const { bytes, method, authentic } = decrypted(packed, entry, password) ?? {};
    if (bytes === undefined || method === undefined) continue;
    try {
      const plain = unfold(bytes, method, entry.uncompressedSize, path);
      return authentic === true ? plain : checked(plain, entry);
    } catch (error) {
      // A wrong password can look right until what comes out is checked.
      if (authentic === true || !(error instanceof CaseError)) throw error;
    }
  }
  throw new CaseError('source.passwordNeeded', { path });
}

async function packedBytes(
  zip: ZipFile,
  source: ByteSource,
  { entry, path }: Pick<ZipMember, 'entry' | 'path'>,
): Promise<Uint8Array> {
  let start: number;
  try {
    ({ fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CaseError('source.failed', { path, reason }, cause);
  }
  const packed = source.at(start, entry.compressedSize);
  if (packed.byteLength < entry.compressedSize) throw new CaseError('source.truncated', { path });
  return packed;
}

function unfold(packed: Uint8Array, method: number, size: number, path: string): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) {
    throw new CaseError('source.unsupported', {
      path,
      mediaType: `application/zip; method=${method}`,
    });
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: size });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CaseError('source.failed', { path, reason }, cause);
  }
}

function checked(bytes: Uint8Array, entry: ZipMember['entry']): Uint8Array {
  if (bytes.byteLength !== entry.uncompressedSize) {
    throw new CaseError('source.failed', { reason: 'another size than it says' });
  }
  if (crc32(bytes) !== entry.crc32) throw new CaseError('source.failed', { reason: 'CRC-32' });
  return bytes;
}

import { createHash } from 'node:crypto';
import type { Entry } from 'yauzl';
import { damaged } from './failure.ts';
import { buffersOf, type Bytes } from './zip-bytes.ts';
import {
  descriptor,
  directoryRecord,
  ending,
  localHeader,
  type PlacedMember,
} from './zip-container.ts';

/** Methods of compression (APPNOTE 4.4.5). */
export const stored = 0;
const deflated = 8;

/**
 * The members lie end to end from the first byte of the file, and the directory and what follows it say of them just
 * what they must.
 */
export async function checkDirectory(
  bytes: Bytes,
  entries: readonly Entry[],
  path: string,
): Promise<void> {
  const expected = createHash('sha256');
  let offset = 0;
  let byteSize = 0;
  for (const entry of entries) {
    const member = placed(entry);
    const known = member.method === stored || member.method === deflated;
    if (!known || member.offset !== offset) throw damaged(path, member.name.toString('utf8'));
    offset += localHeader(member).length + member.compressedSize + descriptor(member).length;
    const record = directoryRecord(member);
    expected.update(record);
    byteSize += record.length;
  }
  const end = ending({ count: entries.length, offset, byteSize });
  if (bytes.size !== offset + byteSize + end.length) throw damaged(path, '');
  const found = createHash('sha256');
  for await (const chunk of buffersOf(bytes.createReadStream({ start: offset, end: bytes.size }))) {
    found.update(chunk);
  }
  if (found.digest('hex') !== expected.update(end).digest('hex')) throw damaged(path, '');
}

export function placed(entry: Entry): PlacedMember {
  return {
    name: entry.fileNameRaw,
    method: entry.compressionMethod,
    crc32: entry.crc32,
    compressedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    offset: entry.relativeOffsetOfLocalHeader,
  };
}

import { constants, gunzipSync } from 'node:zlib';
import { isTarHeader } from './tar.ts';
import { told, type Told } from './told.ts';

/** What is in a gzip, by how that begins: a TAR, a WARC, or one file. */
export function tellGzip(head: Uint8Array): Told {
  let inner: Buffer;
  try {
    inner = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return told('gzip');
  }
  if (isTarHeader(inner)) return told('tar');
  return inner.toString('latin1', 0, 5) === 'WARC/' ? told('warc') : told('gzip');
}

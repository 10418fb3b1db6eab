import { readSync } from 'node:fs';

/**
 * Where the latest committed copy of each page lies in a write-ahead log (https://sqlite.org/fileformat.html#walformat).
 * The log is believed up to the first frame whose checksum does not hold.
 *
 * @returns by page number, the offset of its bytes in the log; and how many pages the database has by it, or 0
 */
export function pagesInLog(
  file: number,
  pageSize: number,
): { offsets: Map<number, number>; pages: number } {
  const offsets = new Map<number, number>();
  const head = Buffer.alloc(32);
  const none = { offsets, pages: 0 };
  if (readSync(file, head, 0, 32, 0) < 32) return none;
  const magic = head.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return none;
  if (head.readUInt32BE(8) !== pageSize) return none;
  const bigEndian = magic === 0x377f0683;
  let sum = checksum(head.subarray(0, 24), [0, 0], bigEndian);
  if (sum[0] !== head.readUInt32BE(24) || sum[1] !== head.readUInt32BE(28)) return none;
  const frame = Buffer.alloc(24 + pageSize);
  const pending = new Map<number, number>();
  let pages = 0;
  for (let at = 32; readSync(file, frame, 0, frame.length, at) === frame.length;) {
    if (!frame.subarray(8, 16).equals(head.subarray(16, 24))) break;
    sum = checksum(frame.subarray(0, 8), sum, bigEndian);
    sum = checksum(frame.subarray(24), sum, bigEndian);
    if (sum[0] !== frame.readUInt32BE(16) || sum[1] !== frame.readUInt32BE(20)) break;
    pending.set(frame.readUInt32BE(0), at + 24);
    const committed = frame.readUInt32BE(4);
    if (committed > 0) {
      for (const [number, offset] of pending) offsets.set(number, offset);
      pending.clear();
      pages = committed;
    }
    at += frame.length;
  }
  return { offsets, pages };
}

function checksum(bytes: Buffer, before: readonly [number, number], bigEndian: boolean) {
  let [first, second] = before;
  for (let at = 0; at < bytes.length; at += 8) {
    const a = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const b = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    first = (first + a + second) >>> 0;
    second = (second + b + first) >>> 0;
  }
  return [first, second] as const;
}

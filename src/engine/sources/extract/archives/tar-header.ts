import { decodedName } from '../../../archives/index.ts';
import { isTarHeader, TAR_BLOCK } from '../kind/tar.ts';

/** What the header of a member of a TAR says (POSIX.1-2017, pax, "ustar Interchange Format"). */
export interface TarHeader {
  readonly name: string;
  /** Bytes; null where what it says is no size. */
  readonly size: number | null;
  readonly type: string;
  readonly isFolder: boolean;
}

/** The header in a block; null where the archive ends, undefined where the block is none. */
export function tarHeader(block: Uint8Array): TarHeader | null | undefined {
  if (block.byteLength < TAR_BLOCK || block.every((byte) => byte === 0)) return null;
  if (!isTarHeader(block)) return undefined;
  const name = words(block, 0, 100);
  const posix = Buffer.from(block).toString('latin1', 257, 263) === 'ustar\0';
  const prefix = posix ? words(block, 345, 155) : '';
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: sizeIn(block.subarray(124, 136)),
    type,
    // Before POSIX a folder was a file whose name ends with a stroke.
    isFolder: type === '5' || type === 'D' || name.endsWith('/'),
  };
}

/** The records of a pax extended header: `length keyword=value\n`, the length in bytes counting all of it. */
export function paxRecords(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  let at = 0;
  while (at < bytes.byteLength) {
    const space = bytes.indexOf(0x20, at);
    if (space < 0 || space - at > 10) break;
    const length = Number(Buffer.from(bytes.subarray(at, space)).toString('latin1'));
    if (!Number.isInteger(length) || length <= space - at || at + length > bytes.byteLength) break;
    const record = bytes.subarray(space + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    if (equals > 0) {
      records.set(
        decodedName(record.subarray(0, equals)),
        decodedName(record.subarray(equals + 1)),
      );
    }
    at += length;
  }
  return records;
}

/** Words up to the first NUL. */
export function words(block: Uint8Array, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return decodedName(end < 0 ? field : field.subarray(0, end));
}

/** Octal digits, or, where they do not suffice, a number to the base 256 (GNU tar). */
function sizeIn(field: Uint8Array): number | null {
  const [first = 0] = field;
  if (first >= 0x80) {
    // With the highest bits set it is negative, which no size is.
    if (first !== 0x80) return null;
    const size = field.subarray(1).reduce((value, byte) => value * 256 + byte, 0);
    return Number.isSafeInteger(size) ? size : null;
  }
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(Buffer.from(field).toString('latin1'))?.[1];
  return digits === undefined ? null : Number.parseInt(digits === '' ? '0' : digits, 8);
}

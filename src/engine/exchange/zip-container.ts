/*
 * What of a package's ZIP is not the contents of a member, byte for byte as `zip-writer.ts` has it written. The hashes
 * and the signature of a package cover its contents; that whatever is around them says what it must, and nothing else,
 * is checked by comparing it with this. So there is no second reading of a package for other programs, and no room in
 * it for what nobody sees. Numbers of sections are those of
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */

/** A member as the ZIP has it. Sizes and the offset of its local header in bytes. */
export interface PlacedMember {
  /** UTF-8. */
  name: Buffer;
  method: number;
  crc32: number;
  compressedSize: number;
  size: number;
  offset: number;
}

/** What a field of 32 bits says when the true number is in a ZIP64 field. */
const elsewhere = 0xffffffff;
/** Sizes follow the contents; names are UTF-8 (4.4.4). */
const flags = 0x0808;
/** 1 January 1980, midnight (4.4.6). */
const time = 0;
const date = 0x0021;
/** On Unix, version 6.3 (4.4.2). */
const madeBy = 0x033f;
/** The version that is needed for folders and deflating, and that for ZIP64 (4.4.3). */
const needed = 20;
const needed64 = 45;
/** A regular file, `-rw-r--r--`. */
const attributes = (0o100644 << 16) >>> 0;

/** What stands before a member's contents (4.3.7). */
export function localHeader({ name, method }: Pick<PlacedMember, 'name' | 'method'>): Buffer {
  return Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    words(needed, flags, method, time, date),
    // CRC-32 and the two sizes.
    doubles(0, 0, 0),
    words(name.length, 0),
    name,
  ]);
}

/** What stands after a member's contents (4.3.9). */
export function descriptor(member: PlacedMember): Buffer {
  const { crc32, compressedSize, size } = member;
  return Buffer.concat([
    Buffer.from('PK\x07\x08', 'latin1'),
    doubles(crc32),
    isLarge(member) ? quads(compressedSize, size) : doubles(compressedSize, size),
  ]);
}

/** What the directory at the end says of a member (4.3.12). */
export function directoryRecord(member: PlacedMember): Buffer {
  const { name, method, crc32, compressedSize, size, offset } = member;
  const large = isLarge(member);
  const more = large
    ? Buffer.concat([words(0x0001, 24), quads(size, compressedSize, offset)])
    : Buffer.alloc(0);
  return Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    words(madeBy, large ? needed64 : needed, flags, method, time, date),
    large ? doubles(crc32, elsewhere, elsewhere) : doubles(crc32, compressedSize, size),
    // Then the length of a comment, a disk, and attributes that mean nothing here.
    words(name.length, more.length, 0, 0, 0),
    doubles(attributes, large ? elsewhere : offset),
    name,
    more,
  ]);
}

/** What stands after the directory, and ends the file (4.3.14 to 4.3.16). */
export function ending(directory: { count: number; offset: number; byteSize: number }): Buffer {
  const { count, offset, byteSize } = directory;
  const shortCount = Math.min(count, 0xffff);
  const shortSize = Math.min(byteSize, elsewhere);
  const shortOffset = Math.min(offset, elsewhere);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06', 'latin1'),
    words(0, 0, shortCount, shortCount),
    doubles(shortSize, shortOffset),
    words(0),
  ]);
  if (shortCount < 0xffff && shortSize < elsewhere && shortOffset < elsewhere) return end;
  return Buffer.concat([
    Buffer.from('PK\x06\x06', 'latin1'),
    quads(44),
    words(madeBy, needed64),
    doubles(0, 0),
    quads(count, count, byteSize, offset),
    Buffer.from('PK\x06\x07', 'latin1'),
    doubles(0),
    quads(offset + byteSize),
    doubles(1),
    end,
  ]);
}

/** Whether any number of a member needs more than 32 bits. */
function isLarge({ size, compressedSize, offset }: PlacedMember): boolean {
  return Math.max(size, compressedSize, offset) >= elsewhere;
}

/** Numbers of 16 bits, the least byte first. */
function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16LE(number, 2 * index);
  return bytes;
}

/** Numbers of 32 bits. */
function doubles(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * index);
  return bytes;
}

/** Numbers of 64 bits. */
function quads(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(8 * numbers.length);
  for (const [index, number] of numbers.entries()) {
    bytes.writeBigUInt64LE(BigInt(number), 8 * index);
  }
  return bytes;
}

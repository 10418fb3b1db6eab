import { isUtf8 } from 'node:buffer';
import { readVarint } from './tree-page.ts';

/** A value in a record. */
export type Value = string | number | null | Buffer;

/**
 * The values of a record (https://sqlite.org/fileformat.html#record_format), or null when the bytes are none.
 *
 * @param bytes of the whole record, or of its beginning
 * @param length of the whole record
 * @param first how many values are wanted; all, when it is left out. Those beyond the bytes given are never read.
 */
export function readRecord(bytes: Buffer, length: number, first?: number): Value[] | null {
  const head = readHead(bytes, length);
  if (head === null) return null;
  const { types } = head;
  const values: Value[] = [];
  let place = head.length;
  for (const type of types.slice(0, first)) {
    const size = sizeOf(type) ?? 0;
    if (place + size > bytes.length) return null;
    const value = readValue(bytes.subarray(place, place + size), type);
    if (value === undefined) return null;
    values.push(value);
    place += size;
  }
  return values;
}

/** How many values a record has, by its beginning; 0 when it is none. @param length of the whole record */
export function widthOfRecord(bytes: Buffer, length: number): number {
  return readHead(bytes, length)?.types.length ?? 0;
}

/** What a record says of its values: their types, and how long this part of it is. */
function readHead(bytes: Buffer, length: number): { types: number[]; length: number } | null {
  const head = readVarint(bytes, 0, bytes.length);
  if (head === null || head.value > length || head.value < head.end) return null;
  const types: number[] = [];
  let sum = head.value;
  for (let at = head.end; at < head.value;) {
    const type = readVarint(bytes, at, Math.min(head.value, bytes.length));
    const size = type === null ? null : sizeOf(type.value);
    if (type === null || size === null) return null;
    types.push(type.value);
    sum += size;
    at = type.end;
  }
  return sum === length ? { types, length: head.value } : null;
}

/** Bytes of a value of that type, or null when there is no such type. */
function sizeOf(type: number): number | null {
  if (type < 0) return null;
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? null;
}

function readValue(bytes: Buffer, type: number): Value | undefined {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7) {
    const value = bytes.length === 8 ? bytes.readBigInt64BE(0) : bytes.readIntBE(0, bytes.length);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : undefined;
  }
  if (type % 2 === 0) return Buffer.from(bytes);
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

import { Bits, Mode, MODE_CODES, RUNS } from './fax-codes.ts';

/** How a fax was coded: the three ways of TIFF 6.0, sections 10 and 11. */
export interface FaxCoding {
  /** `huffman`: rows by themselves, each from a byte on; `group3`: with marks between rows; `group4`: rows as they differ. */
  readonly kind: 'huffman' | 'group3' | 'group4';
  /** Of group 3: rows may be coded as they differ from the one above. */
  readonly twoDimensional: boolean;
  /** The lowest bit of each byte comes first. */
  readonly reversed: boolean;
}

/** Bits of noughts that come before the 1 of an end of line. */
const MARK = 11;

/**
 * Decodes black and white as faxes do (ITU-T T.4 and T.6), a bit for a pixel, 1 for black, rows from a byte on. What comes
 * after a fault is white; of group 3, to the next row that begins whole.
 */
export function decodeFax(
  data: Uint8Array,
  size: { width: number; height: number },
  coding: FaxCoding,
): Uint8Array {
  const { width, height } = size;
  const bits = new Bits(coding.reversed ? data.map(reverse) : data);
  const rowBytes = Math.ceil(width / 8);
  const out = new Uint8Array(rowBytes * height);
  // Where the colour changes, from white to black first.
  let above: number[] = [];
  for (let row = 0; row < height && !bits.ended; row += 1) {
    const changes: number[] = [];
    const flat = coding.kind === 'huffman' || (coding.kind === 'group3' && begins(bits, coding));
    if (coding.kind === 'huffman') bits.toByte();
    const sound = flat
      ? readRow(bits, width, changes)
      : readDifference(bits, width, above, changes);
    paint(out, row * rowBytes, changes, width);
    if (!sound) {
      if (coding.kind !== 'group3' || !toMark(bits)) break;
    }
    above = changes;
  }
  return out;
}

/** Passes the mark before a row of group 3; whether the row stands by itself. */
function begins(bits: Bits, { twoDimensional }: FaxCoding): boolean {
  if (bits.peek(MARK) === 0) {
    while (!bits.ended && bits.peek(1) === 0) bits.skip(1);
    bits.skip(1);
    if (twoDimensional) {
      const flat = bits.peek(1) === 1;
      bits.skip(1);
      return flat;
    }
  }
  return true;
}

/** Goes on to the next mark; whether there is one. */
function toMark(bits: Bits): boolean {
  while (!bits.ended && bits.peek(MARK) !== 0) bits.skip(1);
  return !bits.ended;
}

/** A row by itself: runs of white and black in turn. */
function readRow(bits: Bits, width: number, changes: number[]): boolean {
  let [at, black] = [0, false];
  while (at < width) {
    const run = readRun(bits, black);
    if (run < 0) return false;
    at += run;
    change(changes, at, width);
    black = !black;
  }
  return true;
}

/** A row as it differs from the one above (T.4, 4.2). */
function readDifference(
  bits: Bits,
  width: number,
  above: readonly number[],
  changes: number[],
): boolean {
  let [at, black, passed] = [-1, false, 0];
  while (at < width) {
    while (passed < above.length && (above[passed] ?? width) <= at) passed += 1;
    const next = passed + ((passed & 1) === (black ? 1 : 0) ? 0 : 1);
    const mode = MODE_CODES.take(bits);
    if (mode < 0) return false;
    if (mode === Mode.pass) {
      at = above[next + 1] ?? width;
    } else if (mode === Mode.horizontal) {
      const first = readRun(bits, black);
      const second = first < 0 ? -1 : readRun(bits, !black);
      if (second < 0) return false;
      at = Math.max(0, at) + first;
      change(changes, at, width);
      at += second;
      change(changes, at, width);
    } else {
      const shift = mode < Mode.left ? mode - Mode.vertical : Mode.left - 1 - mode;
      // Never back: a row of such steps would not end.
      at = Math.max((above[next] ?? width) + shift, at, 0);
      change(changes, at, width);
      black = !black;
    }
  }
  return true;
}

/** The pixels of one colour: any number of codes for many, then one for fewer than 64; -1 for a fault. */
function readRun(bits: Bits, black: boolean): number {
  const table = RUNS[black ? 1 : 0];
  let total = 0;
  for (;;) {
    const run = table.take(bits);
    if (run < 0) return -1;
    total += run;
    if (run < 64) return total;
  }
}

/** Notes that the colour changes; two changes at one place are none. */
function change(changes: number[], at: number, width: number): void {
  const place = Math.min(at, width);
  if (changes.at(-1) === place) {
    changes.pop();
  } else {
    changes.push(place);
  }
}

function paint(out: Uint8Array, start: number, changes: readonly number[], width: number): void {
  for (let index = 0; index < changes.length; index += 2) {
    const end = changes[index + 1] ?? width;
    for (let x = changes[index] ?? width; x < end;) {
      const byte = start + (x >> 3);
      if ((x & 7) === 0 && end - x >= 8) {
        out[byte] = 0xff;
        x += 8;
      } else {
        out[byte] = (out[byte] ?? 0) | (0x80 >> (x & 7));
        x += 1;
      }
    }
  }
}

/** The bits of a byte in the other order. */
function reverse(byte: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit += 1) reversed |= ((byte >> bit) & 1) << (7 - bit);
  return reversed;
}

/** The codes of runs of ITU-T T.4, tables 2 and 3: for 0 to 63 pixels, then for 64, 128 and so on to 1,728. */
const WHITE = `
  00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101 101010 101011 0100111
  0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100 0011000 00000010 00000011 00011010 00011011
  00010010 00010011 00010100 00010101 00010110 00010111 00101000 00101001 00101010 00101011 00101100 00101101 00000100
  00000101 00001010 00001011 01010010 01010011 01010100 01010101 00100100 00100101 01011000 01011001 01011010 01011011
  01001010 01001011 00110010 00110011 00110100
  11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100 011001101 011010010 011010011
  011010100 011010101 011010110 011010111 011011000 011011001 011011010 011011011 010011000 010011001 010011010 011000
  010011011`;
const BLACK = `
  0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111 000011000 0000010111
  0000011000 0000001000 00001100111 00001101000 00001101100 00000110111 00000101000 00000010111 00000011000 000011001010
  000011001011 000011001100 000011001101 000001101000 000001101001 000001101010 000001101011 000011010010 000011010011
  000011010100 000011010101 000011010110 000011010111 000001101100 000001101101 000011011010 000011011011 000001010100
  000001010101 000001010110 000001010111 000001100100 000001100101 000001010010 000001010011 000000100100 000000110111
  000000111000 000000100111 000000101000 000001011000 000001011001 000000101011 000000101100 000001011010 000001100110
  000001100111
  0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101 0000001101100 0000001101101
  0000001001010 0000001001011 0000001001100 0000001001101 0000001110010 0000001110011 0000001110100 0000001110101
  0000001110110 0000001110111 0000001010010 0000001010011 0000001010100 0000001010101 0000001011010 0000001011011
  0000001100100 0000001100101`;
/** For 1,792 pixels, 1,856 and so on to 2,560, of either colour. */
const LONG = `
  00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101 000000010110 000000010111
  000000011100 000000011101 000000011110 000000011111`;
/** Pass, horizontal, then vertical: 0, 1, 2 and 3 to the right, 1, 2 and 3 to the left (T.4, table 4). */
const MODES = `0001 001 1 011 000011 0000011 010 000010 0000010`;

/** Of a {@link CodeTable}'s entry. */
const LENGTH_BITS = 4;

/** The longest code. */
const WIDTH = 13;

/** For every thirteen bits that may come, the code that they begin with: its value and its length, or 0 for none. */
class CodeTable {
  readonly #entries = new Int16Array(1 << WIDTH);

  constructor(codes: Iterable<readonly [code: string, value: number]>) {
    for (const [code, value] of codes) {
      const rest = WIDTH - code.length;
      const start = Number.parseInt(code, 2) << rest;
      this.#entries.fill((value << LENGTH_BITS) | code.length, start, start + (1 << rest));
    }
  }

  /** Takes the next code; -1 when what comes is none. */
  take(bits: Bits): number {
    const entry = this.#entries[bits.peek(WIDTH)] ?? 0;
    if (entry === 0) return -1;
    bits.skip(entry & ((1 << LENGTH_BITS) - 1));
    return entry >> LENGTH_BITS;
  }
}

export const Mode = { pass: 0, horizontal: 1, vertical: 2, left: 6 } as const;

const words = (list: string): string[] => list.trim().split(/\s+/);
const runs = (list: string) =>
  new CodeTable([
    ...words(list).map((code, index) => [code, index < 64 ? index : (index - 63) * 64] as const),
    ...words(LONG).map((code, index) => [code, 1792 + index * 64] as const),
  ]);
export const RUNS = [runs(WHITE), runs(BLACK)] as const;
export const MODE_CODES = new CodeTable(words(MODES).map((code, index) => [code, index] as const));

/** Bits of a fax, the highest of each byte first; noughts after the end. */
export class Bits {
  readonly #data: Uint8Array;
  #at = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  get ended(): boolean {
    return this.#at >= this.#data.length * 8;
  }

  /** At most 16. */
  peek(count: number): number {
    const byte = this.#at >>> 3;
    const [one = 0, two = 0, three = 0] = [
      this.#data[byte],
      this.#data[byte + 1],
      this.#data[byte + 2],
    ];
    const three8 = (one << 16) | (two << 8) | three;
    return (three8 >>> (24 - (this.#at & 7) - count)) & ((1 << count) - 1);
  }

  skip(count: number): void {
    this.#at += count;
  }

  toByte(): void {
    this.#at = (this.#at + 7) & ~7;
  }
}

import { joined, numbersIn, part } from './octets.ts';
import type { ReadPicture } from './picture.ts';

const extension = 0x21;
const graphicControl = 0xf9;
const image = 0x2c;
const trailer = 0x3b;
const headerLength = 13;

/** Reads a GIF (89a). Of its extensions only those that say what is transparent stay. @throws RangeError as the others */
export function readGif(bytes: Uint8Array): ReadPicture {
  const numbers = numbersIn(bytes);
  let at = headerLength + colours(numbers.getUint8(10));
  const kept: Uint8Array[] = [part(bytes, 0, at)];
  let drawn = false;
  for (let kind = numbers.getUint8(at); kind !== trailer; kind = numbers.getUint8(at)) {
    const start = at;
    if (kind === extension) {
      at = endOfBlocks(numbers, at + 2);
      if (numbers.getUint8(start + 1) === graphicControl) kept.push(part(bytes, start, at));
    } else if (kind === image) {
      at = endOfBlocks(numbers, at + 11 + colours(numbers.getUint8(at + 9)));
      kept.push(part(bytes, start, at));
      drawn = true;
    } else throw new RangeError('neither picture nor extension');
  }
  if (!drawn) throw new RangeError('no picture in it');
  return {
    width: numbers.getUint16(6, true),
    height: numbers.getUint16(8, true),
    orientation: 1,
    printable: () => joined([...kept, Uint8Array.of(trailer)]),
  };
}

/** Bytes of the table of colours that follows, if one does. */
function colours(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** Where a run of blocks, each with its length before it and the last empty, ends. */
function endOfBlocks(numbers: DataView, from: number): number {
  let at = from;
  for (let length = numbers.getUint8(at); length > 0; length = numbers.getUint8(at)) {
    at += length + 1;
  }
  return at + 1;
}

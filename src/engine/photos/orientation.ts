import { ascii, numbersIn } from './octets.ts';

/** How a picture is to be turned and mirrored to stand upright, as EXIF (CIPA DC-008, tag 274) counts it: 1 is as it is. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
const orientations: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

const tag = 0x01_12;
const short = 3;

/** Whether width and height change places when a picture is put upright. */
export function liesOnItsSide(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** What EXIF data says of the orientation; 1 when it says nothing that can be read. */
export function orientationIn(tiff: Uint8Array): Orientation {
  const order = ascii(tiff, 0, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const little = order === 'II';
  const numbers = numbersIn(tiff);
  try {
    const directory = numbers.getUint32(4, little);
    const entries = numbers.getUint16(directory, little);
    for (let at = directory + 2; at < directory + 2 + entries * 12; at += 12) {
      if (numbers.getUint16(at, little) !== tag) continue;
      const value = numbers.getUint16(at + 8, little);
      return orientations.find((one) => one === value) ?? 1;
    }
  } catch (error) {
    // EXIF data that ends too early is no reason to refuse the picture.
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

/** EXIF data that says the orientation and nothing else. */
export function exifOf(orientation: Orientation): Uint8Array {
  const tiff = new Uint8Array(26);
  const numbers = numbersIn(tiff);
  tiff.set([0x4d, 0x4d, 0, 42]);
  numbers.setUint32(4, 8);
  numbers.setUint16(8, 1);
  numbers.setUint16(10, tag);
  numbers.setUint16(12, short);
  numbers.setUint32(14, 1);
  numbers.setUint16(18, orientation);
  return tiff;
}

import { crc32 } from 'node:zlib';
import { ascii, joined, numbersIn, part } from './octets.ts';
import { exifOf, orientationIn, type Orientation } from './orientation.ts';
import type { ReadPicture } from './picture.ts';

/**
 * The chunks (PNG, third edition, chapter 11) that make the picture: its form, colours, transparency and size on paper. All
 * others are words, times, EXIF, or further frames of an animation.
 */
const ofThePicture = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'mDCV',
  'cLLI',
  'bKGD',
  'pHYs',
]);
const signatureLength = 8;

/** Reads a PNG. @throws RangeError where it ends too early or is not one */
export function readPng(bytes: Uint8Array): ReadPicture {
  const numbers = numbersIn(bytes);
  const kept: Uint8Array[] = [part(bytes, 0, signatureLength)];
  let orientation: Orientation = 1;
  let drawn = false;
  for (let at = signatureLength, type = ''; type !== 'IEND';) {
    const length = numbers.getUint32(at);
    type = ascii(bytes, at + 4, 4);
    if (at === signatureLength && type !== 'IHDR') throw new RangeError('no header');
    const whole = part(bytes, at, at + 12 + length);
    if (type === 'eXIf') orientation = orientationIn(whole.subarray(8, 8 + length));
    if (ofThePicture.has(type)) kept.push(whole);
    drawn ||= type === 'IDAT';
    at += whole.length;
  }
  if (!drawn) throw new RangeError('no picture in it');
  return {
    width: numbers.getUint32(signatureLength + 8),
    height: numbers.getUint32(signatureLength + 12),
    orientation,
    printable: () => {
      const own = orientation === 1 ? [] : [chunk('eXIf', exifOf(orientation))];
      return joined([...kept.slice(0, 2), ...own, ...kept.slice(2)]);
    },
  };
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(content.length + 12);
  const numbers = numbersIn(whole);
  numbers.setUint32(0, content.length);
  whole.set(new TextEncoder().encode(type), 4);
  whole.set(content, 8);
  numbers.setUint32(content.length + 8, crc32(whole.subarray(4, content.length + 8)));
  return whole;
}

import { ascii, joined, numbersIn, part } from './octets.ts';
import { exifOf, orientationIn, type Orientation } from './orientation.ts';
import type { ReadPicture } from './picture.ts';

/*
 * Markers of ITU-T T.81, annex B. A picture is segments, each with its length, up to the scans, whose coded bytes end at
 * the next marker that is neither a stuffed zero nor a restart.
 */
const startOfImage = Uint8Array.of(0xff, 0xd8);
const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;
const exifHeader = 'Exif\0\0';

/** Reads a JPEG. @throws RangeError where it ends too early or is not one */
export function readJpeg(bytes: Uint8Array): ReadPicture {
  const numbers = numbersIn(bytes);
  const kept: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation: Orientation = 1;
  let scanned = false;
  for (let at = startOfImage.length; ;) {
    const start = at;
    if (numbers.getUint8(at) !== 0xff) throw new RangeError('no marker');
    while (numbers.getUint8(at) === 0xff) at += 1;
    const marker = numbers.getUint8(at);
    at += 1;
    if (marker === endOfImage) break;
    const end = at + numbers.getUint16(at);
    const content = part(bytes, at + 2, end);
    if (isFrame(marker)) {
      size ??= { height: numbers.getUint16(at + 3), width: numbers.getUint16(at + 5) };
    }
    if (marker === 0xe1 && ascii(content, 0, 6) === exifHeader) {
      orientation = orientationIn(content.subarray(6));
    }
    const after = marker === startOfScan ? endOfScan(bytes, end) : end;
    scanned ||= marker === startOfScan;
    if (marker === 0xe0 && ascii(content, 0, 5) === 'JFIF\0') kept.push(withoutThumbnail(content));
    else if (isOfThePicture(marker, content)) kept.push(part(bytes, start, after));
    at = after;
  }
  if (size === null || !scanned) throw new RangeError('no picture in it');
  return {
    ...size,
    orientation,
    printable: () => {
      const own = orientation === 1 ? [] : [segment(0xe1, exifHeader, exifOf(orientation))];
      // What is right behind the start must be JFIF's own segment, if there is one.
      const head = kept[0]?.[1] === 0xe0 ? 1 : 0;
      return joined([
        startOfImage,
        ...kept.slice(0, head),
        ...own,
        ...kept.slice(head),
        Uint8Array.of(0xff, endOfImage),
      ]);
    },
  };
}

/** Whether a marker begins a frame, which says the size. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Tables, frames and scans; and of what applications add the colour profile and Adobe's word on how colours are coded. */
function isOfThePicture(marker: number, content: Uint8Array): boolean {
  if (marker === 0xe2) return ascii(content, 0, 12) === 'ICC_PROFILE\0';
  if (marker === 0xee) return ascii(content, 0, 5) === 'Adobe';
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== comment;
}

/** Where the coded bytes of a scan end. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new RangeError('ends too early');
}

function withoutThumbnail(jfif: Uint8Array): Uint8Array {
  return segment(0xe0, '', Uint8Array.of(...part(jfif, 0, 12), 0, 0));
}

function segment(marker: number, header: string, content: Uint8Array): Uint8Array {
  const length = 2 + header.length + content.length;
  return joined([
    Uint8Array.of(0xff, marker, length >> 8, length & 0xff),
    new TextEncoder().encode(header),
    content,
  ]);
}

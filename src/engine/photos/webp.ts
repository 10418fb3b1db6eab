import { ascii, joined, numbersIn, part } from './octets.ts';
import { exifOf, orientationIn, type Orientation } from './orientation.ts';
import type { ReadPicture } from './picture.ts';

/** Chunks of RFC 9649 that make the picture; the others are EXIF, XMP, and what nobody knows. */
const ofThePicture = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of the extended header. */
const hasExif = 0x08;
const hasXmp = 0x04;
/** Of a frame of an animation, before its own chunks: where it stands and how long. */
const frameHeader = 16;
const fileHeader = 12;

interface Chunk {
  type: string;
  content: Uint8Array;
}

/** Reads a WebP. @throws RangeError where it ends too early or is not one */
export function readWebp(bytes: Uint8Array): ReadPicture {
  const end = 8 + numbersIn(bytes).getUint32(4, true);
  const chunks = chunksIn(part(bytes, fileHeader, end));
  const exif = chunks.find(({ type }) => type === 'EXIF')?.content;
  // Some writers put JPEG's header before it.
  const tiff = exif && ascii(exif, 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  const orientation: Orientation = tiff === undefined ? 1 : orientationIn(tiff);
  return {
    ...sizeIn(chunks),
    orientation,
    printable: () => {
      const kept = chunks.flatMap(({ type, content }) => {
        if (type === 'VP8X') {
          const header = Uint8Array.from(content);
          header[0] = ((header[0] ?? 0) & ~(hasExif | hasXmp)) | (orientation === 1 ? 0 : hasExif);
          return [chunk(type, header)];
        }
        if (type === 'ANMF') return [chunk(type, frameOf(content))];
        return ofThePicture.has(type) ? [chunk(type, content)] : [];
      });
      if (orientation !== 1) kept.push(chunk('EXIF', exifOf(orientation)));
      const content = joined(kept);
      const header = Uint8Array.from(part(bytes, 0, fileHeader));
      numbersIn(header).setUint32(4, content.length + 4, true);
      return joined([header, content]);
    },
  };
}

/** Width and height by the first chunk: of the canvas, of a picture with losses, of one without. */
function sizeIn([first, ...others]: readonly Chunk[]): { width: number; height: number } {
  if (first === undefined) throw new RangeError('no picture in it');
  const numbers = numbersIn(first.content);
  const at24 = (at: number) => numbers.getUint16(at, true) | (numbers.getUint8(at + 2) << 16);
  switch (first.type) {
    case 'VP8X':
      if (!others.some(({ type }) => ['VP8 ', 'VP8L', 'ANMF'].includes(type))) break;
      return { width: at24(4) + 1, height: at24(7) + 1 };
    case 'VP8 ':
      if (at24(3) !== 0x2a_01_9d) break;
      return {
        width: numbers.getUint16(6, true) & 0x3f_ff,
        height: numbers.getUint16(8, true) & 0x3f_ff,
      };
    case 'VP8L': {
      if (numbers.getUint8(0) !== 0x2f) break;
      const packed = numbers.getUint32(1, true);
      return { width: (packed & 0x3f_ff) + 1, height: ((packed >>> 14) & 0x3f_ff) + 1 };
    }
    default:
  }
  throw new RangeError('no picture in it');
}

function frameOf(content: Uint8Array): Uint8Array {
  const inner = chunksIn(content.subarray(frameHeader)).filter(({ type }) =>
    ofThePicture.has(type),
  );
  return joined([
    part(content, 0, frameHeader),
    ...inner.map((one) => chunk(one.type, one.content)),
  ]);
}

function chunksIn(bytes: Uint8Array): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = numbersIn(bytes).getUint32(at + 4, true);
    chunks.push({ type: ascii(bytes, at, 4), content: part(bytes, at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(8 + content.length + (content.length % 2));
  whole.set(new TextEncoder().encode(type));
  numbersIn(whole).setUint32(4, content.length, true);
  whole.set(content, 8);
  return whole;
}

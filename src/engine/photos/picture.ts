import { CaseError } from '#contract/error.ts';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { ascii } from './octets.ts';
import { liesOnItsSide, type Orientation } from './orientation.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/** What the bytes of a picture say of it. Nothing is decoded: this is as safe as reading numbers. */
export interface ReadPicture {
  /** Pixels, as they are kept and not as they are to be turned. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** The picture without anything beside it. */
  readonly printable: () => Uint8Array;
}

const readers = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
  'image/gif': readGif,
} as const;
type PictureType = keyof typeof readers;
const pictureTypes: readonly PictureType[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** The pictures of phones and cameras of today have less than either. */
export const mostBytes = 48 * 1024 * 1024;
export const mostPixels = 120_000_000;
/** A JPEG cannot be longer or wider, and what sets it in type should not have to. */
const longestSide = 65_535;

/**
 * Looks at a picture: which sort it is, by its content, and how large in pixels as it is seen, upright.
 *
 * @throws CaseError `photo.unsupported`, `photo.damaged`, `photo.tooManyPixels`
 */
export function lookAt(bytes: Uint8Array): { mediaType: string; width: number; height: number } {
  const mediaType = typeOf(bytes);
  if (mediaType === null) throw new CaseError('photo.unsupported');
  const { width, height, orientation } = read(bytes, mediaType);
  if (width === 0 || height === 0) throw new CaseError('photo.damaged');
  if (Math.max(width, height) > longestSide || width * height > mostPixels) {
    throw new CaseError('photo.tooManyPixels', { width, height, most: mostPixels / 1_000_000 });
  }
  return liesOnItsSide(orientation)
    ? { mediaType, width: height, height: width }
    : { mediaType, width, height };
}

/**
 * A picture as it may leave the case: EXIF with the place and the camera, XMP, comments and thumbnails are gone, every
 * pixel is as it was. What it needs to be seen rightly stays: the profile of its colours, and, when it has to be turned, a
 * new piece of EXIF that says that and nothing else. The same bytes give the same bytes.
 *
 * @param mediaType as `lookAt` told it
 * @throws CaseError `photo.damaged`, `photo.unsupported`
 */
export function printablePhoto(bytes: Uint8Array, mediaType: string): Uint8Array {
  const known = pictureTypes.find((type) => type === mediaType);
  if (known === undefined) throw new CaseError('photo.unsupported');
  return read(bytes, known).printable();
}

function read(bytes: Uint8Array, mediaType: PictureType): ReadPicture {
  try {
    return readers[mediaType](bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new CaseError('photo.damaged', {}, error);
    throw error;
  }
}

function typeOf(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001A\n') return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'image/webp';
  return ['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6)) ? 'image/gif' : null;
}

import { boxesEnd, largestImage } from './boxes.ts';

/** What the header of a picture says, without decoding it. */
export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  /** Whether the file goes on to its end mark, as far as its format has one. */
  readonly whole: boolean;
}

/** The formats whose headers are read here. */
export type HeaderFormat = 'png' | 'jpeg' | 'webp' | 'avif' | 'gif' | 'bmp';

/** The header of a picture, or null where there is none that can be made out. */
export function headerOf(bytes: Uint8Array, format: HeaderFormat): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return READERS[format](view, bytes);
  } catch (cause) {
    // The header goes on past the end of the file.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

type Reader = (view: DataView, bytes: Uint8Array) => PictureHeader | null;

const READERS: Readonly<Record<HeaderFormat, Reader>> = { png, jpeg, webp, avif, gif, bmp };

/** PNG specification, third edition, 5.3 and 11.2. */
function png(view: DataView): PictureHeader | null {
  if (view.getUint32(12) !== 0x49484452) return null;
  let at = 8;
  let whole = false;
  while (!whole && at + 12 <= view.byteLength) {
    whole = view.getUint32(at + 4) === 0x49454e44;
    at += 12 + view.getUint32(at);
  }
  return { width: view.getUint32(16), height: view.getUint32(20), whole };
}

/** ITU-T T.81, annex B: markers up to that of a frame. */
function jpeg(view: DataView, bytes: Uint8Array): PictureHeader | null {
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const filling = marker === 0xff;
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) {
      // Cameras and phones append further pictures and films: the end mark need not stand at the end.
      const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
        END_OF_IMAGE,
        at,
      );
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), whole };
    }
    at += filling ? 1 : alone ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** RFC 9649, 2.5 to 2.7. */
function webp(view: DataView): PictureHeader | null {
  const whole = view.getUint32(4, true) + 8 <= view.byteLength;
  switch (view.getUint32(12)) {
    case 0x56503820: // VP8, lossy
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
        whole,
      };
    case 0x5650384c: {
      // VP8L, lossless
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, whole };
    }
    case 0x56503858: // VP8X, extended
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
        whole,
      };
    default:
      return null;
  }
}

/** AV1 Image File Format: the boxes of HEIF. */
function avif(view: DataView): PictureHeader | null {
  const size = largestImage(view);
  return size === null ? null : { ...size, whole: boxesEnd(view) };
}

/** GIF89a specification, 18 and 27. */
function gif(view: DataView, bytes: Uint8Array): PictureHeader | null {
  const last = bytes.findLast((byte) => byte !== 0);
  return {
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    whole: last === 0x3b,
  };
}

/** The header of a device-independent bitmap, the oldest and all later forms. */
function bmp(view: DataView): PictureHeader | null {
  const size = view.getUint32(14, true);
  const old = size === 12;
  const width = old ? view.getUint16(18, true) : view.getInt32(18, true);
  const height = Math.abs(old ? view.getUint16(20, true) : view.getInt32(22, true));
  const bits = view.getUint16(old ? 24 : 28, true);
  const compressed = !old && ![0, 3].includes(view.getUint32(30, true));
  const rows = Math.ceil((width * bits) / 32) * 4 * height;
  const needed = view.getUint32(10, true) + (compressed ? 0 : rows);
  return width <= 0 ? null : { width, height, whole: needed <= view.byteLength };
}

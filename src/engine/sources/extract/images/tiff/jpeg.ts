import { createCanvas, loadImage } from '@napi-rs/canvas';
import { release } from '../../drawing-memory.ts';
import { headerOf } from '../header.ts';
import { checkPixels, unreadable } from '../picture-file.ts';
import { Photometric } from './samples.ts';

/** `SOI`, then what Adobe writes to say that colours are red, green and blue as they are. */
const START = Uint8Array.of(0xff, 0xd8);
const AS_THEY_ARE = Uint8Array.from([
  0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0,
]);

/**
 * Decodes a piece that is a JPEG of its own, whose tables may be the page's.
 *
 * @param tables the tag `JPEGTables`: a JPEG without a picture
 * @returns red, green and blue of each pixel
 * @throws CaseError `source.failed` {reason}, `source.tooLarge`
 */
export async function decodeJpegPiece(
  data: Uint8Array,
  tables: readonly number[],
  photometric: number,
): Promise<{ width: number; height: number; data: Uint8Array }> {
  const joined = Buffer.concat([
    START,
    photometric === Photometric.rgb ? AS_THEY_ARE : Buffer.alloc(0),
    // Without the marks of its start and end.
    tables.length > 4 ? Uint8Array.from(tables).subarray(2, -2) : Buffer.alloc(0),
    data.subarray(2),
  ]);
  const header = headerOf(joined, 'jpeg');
  if (header === null) throw unreadable('a strip that is no JPEG');
  checkPixels(header);
  const image = await loadImage(joined).catch((cause: unknown) => {
    throw unreadable(cause instanceof Error ? cause.message : String(cause), cause);
  });
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const rgba = context.getImageData(0, 0, width, height).data;
  release(canvas);
  const rgb = new Uint8Array(width * height * 3);
  for (let to = 0, from = 0; to < rgb.length; to += 3, from += 4) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return { width, height, data: rgb };
}

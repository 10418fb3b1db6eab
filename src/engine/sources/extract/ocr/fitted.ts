import { createCanvas, loadImage } from '@napi-rs/canvas';
import { CaseError } from '#contract/error.ts';

/** Pixels of the largest picture that words are told from: a page of A3 at 240 dots per inch, or of A4 at 340. */
const MOST_PIXELS = 12_000_000;

/** Pixels a small picture is brought to, so that letters of 8 pixels, as on screens, are told as well as printed ones. */
const GOOD_PIXELS = 3_000_000;
const MOST_ENLARGED = 3;
/** Enlarging less than this gains nothing. */
const LEAST_ENLARGED = 1.3;

/** Pixels that are decoded at all. */
const MOST_DECODED = 150_000_000;

/** A picture as Tesseract takes it, and how many of its pixels stand for one of the picture that was given. */
export interface Fitted {
  readonly file: Uint8Array;
  readonly scale: number;
}

/**
 * A picture in the size in which words are told best: PNG as it is, or grey pixels (PNM) where its size was changed.
 *
 * @throws CaseError `source.failed` {reason}, `source.tooLarge` {size, limit} in pixels
 */
export async function fitted(png: Uint8Array): Promise<Fitted> {
  const { width, height } = sizeOf(png);
  const pixels = width * height;
  const scale = scaleOf(pixels);
  if (scale === 1) return { file: png, scale };
  if (pixels > MOST_DECODED) {
    throw new CaseError('source.tooLarge', { size: pixels, limit: MOST_DECODED });
  }
  const image = await loadImage(png);
  const canvas = createCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { file: greyMap(data, canvas.width, canvas.height), scale };
}

function scaleOf(pixels: number): number {
  if (pixels > MOST_PIXELS) return Math.sqrt(MOST_PIXELS / pixels);
  const larger = Math.min(MOST_ENLARGED, Math.sqrt(GOOD_PIXELS / pixels));
  return larger < LEAST_ENLARGED ? 1 : larger;
}

/** Width and height as the first chunk of a PNG says (PNG specification, third edition, 11.2.1). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.length < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) {
    throw new CaseError('source.failed', { reason: 'not a PNG' });
  }
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Grey pixels with the header of a binary portable grey map; luma as of ITU-R BT.601. */
export function greyMap(rgba: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const file = new Uint8Array(header.length + width * height);
  file.set(header);
  for (let to = header.length, from = 0; to < file.length; to += 1, from += 4) {
    const [red = 0, green = 0, blue = 0] = [rgba[from], rgba[from + 1], rgba[from + 2]];
    file[to] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return file;
}

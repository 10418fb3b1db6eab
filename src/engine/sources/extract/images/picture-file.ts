import { createCanvas, loadImage, type Canvas, type Image, type ImageData } from '@napi-rs/canvas';
import { CaseError } from '#contract/error.ts';
import { release } from '../drawing-memory.ts';
import { headerOf, type HeaderFormat } from './header.ts';

/** The formats of pictures that are read. */
export type PictureFormat = HeaderFormat | 'tiff' | 'heic';

/** Pixels of the largest picture that is decoded, as the cameras of telephones have them at most: 440 MB. */
export const MOST_PIXELS = 110_000_000;

/** No side is longer: what draws does not go further. */
const LONGEST_SIDE = 65_535;

/** A decoded picture, held once. */
export type Drawing = Canvas | Image;

/** A picture whose header was read. */
export interface PictureFile extends Disposable {
  /** Pages it has; most have one. */
  readonly pages: number;
  /**
   * How large an upright page is, in pixels, where that is known without decoding it; null where it is not.
   */
  size(page: number): { width: number; height: number } | null;
  /**
   * A page, from 1, upright; what is see-through in it may still be so.
   *
   * @throws CaseError `source.tooLarge` {size, limit} in pixels, `source.truncated`, `source.failed` {reason}
   */
  draw(page: number): Promise<Drawing>;
}

/** @throws CaseError as {@link PictureFile.draw} does */
export async function openPicture(bytes: Uint8Array, format: PictureFormat): Promise<PictureFile> {
  if (format === 'tiff') return (await import('./tiff/index.ts')).openTiff(bytes);
  if (format === 'heic') return (await import('./heic.ts')).openHeic(bytes);
  const header = headerOf(bytes, format);
  if (header === null) throw unreadable('no header');
  if (!header.whole) throw new CaseError('source.truncated');
  checkPixels(header);
  return {
    pages: 1,
    size: () => null,
    draw: async () => drawDecoded(bytes),
    [Symbol.dispose]: () => {},
  };
}

/** Skia decodes the other formats and turns them as EXIF says. Of a film, the first picture. */
async function drawDecoded(bytes: Uint8Array): Promise<Drawing> {
  let image: Image;
  try {
    image = await loadImage(bytes);
  } catch (cause) {
    throw unreadable(cause instanceof Error ? cause.message : String(cause), cause);
  }
  checkPixels(image);
  return image;
}

/** @throws CaseError `source.tooLarge` {size, limit}, `source.failed` */
export function checkPixels({ width, height }: { width: number; height: number }): void {
  if (!(width >= 1 && height >= 1)) throw unreadable('no pixels');
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
    throw new CaseError('source.tooLarge', { size: width * height, limit: MOST_PIXELS });
  }
}

/** A new canvas with a picture on white. */
export function onWhite(
  image: Drawing,
  { width, height }: { width: number; height: number },
): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}

/** A canvas with these pixels, red, green, blue and opacity from 0 to 255, turned as EXIF's orientation (1 to 8) says. */
export function uprightCanvas(pixels: ImageData, orientation: number): Canvas {
  const { width, height } = pixels;
  const flat = createCanvas(width, height);
  flat.getContext('2d').putImageData(pixels, 0, 0);
  if (orientation <= 1 || orientation > 8) return flat;
  const turned = orientation >= 5;
  const canvas = createCanvas(turned ? height : width, turned ? width : height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(...matrixOf(orientation, width, height));
  context.drawImage(flat, 0, 0);
  release(flat);
  return canvas;
}

/** Exif 2.32, 4.6.4, tag 274. */
function matrixOf(
  orientation: number,
  width: number,
  height: number,
): [number, number, number, number, number, number] {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, height, 0];
    case 7:
      return [0, -1, -1, 0, height, width];
    case 8:
      return [0, -1, 1, 0, 0, width];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

/** A picture that is damaged, or not what it seems. */
export function unreadable(reason: string, cause?: unknown): CaseError {
  return new CaseError('source.failed', { reason }, cause);
}

import { CaseError } from '#contract/error.ts';
import { release } from '../drawing-memory.ts';
import { onWhite, openPicture, type PictureFormat } from './picture-file.ts';

/** Pixels of the largest picture that is handed out for a screen. */
const MOST_SHOWN = 24_000_000;

const FORMATS: ReadonlyMap<string, PictureFormat> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpeg'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
  ['image/gif', 'gif'],
  ['image/bmp', 'bmp'],
  ['image/tiff', 'tiff'],
  ['image/heic', 'heic'],
]);

/** What is drawn of a document for people to look at. */
export interface PictureWanted {
  readonly mediaType: string;
  /** From 1. */
  readonly page: number;
  /** In pixels; a picture is never enlarged. */
  readonly maxWidth: number;
  /** Tried in turn on a PDF that is encrypted. */
  readonly passwords?: readonly string[];
}

/**
 * A picture, or a page of one or of a PDF, as PNG: upright, on white, no wider than is wanted. In this thread: for workers.
 *
 * @throws CaseError `source.unsupported` {mediaType} for what is no picture, `source.tooLarge` {size, limit} in pixels,
 *   `source.truncated`, `source.passwordNeeded`, `source.failed` {reason}
 */
export async function pictureOf(
  bytes: Uint8Array,
  { mediaType, page, maxWidth, passwords = [] }: PictureWanted,
): Promise<Uint8Array> {
  if (mediaType === 'application/pdf') {
    const { pictureOfPage } = await import('../pdf/picture.ts');
    return pictureOfPage(bytes, { page, width: maxWidth, passwords });
  }
  const format = FORMATS.get(mediaType);
  if (format === undefined) throw new CaseError('source.unsupported', { mediaType });
  using picture = await openPicture(bytes, format);
  if (page < 1 || page > picture.pages) {
    throw new CaseError('source.failed', { reason: `page ${page} of ${picture.pages}` });
  }
  const drawing = await picture.draw(page);
  const { width, height } = drawing;
  const scale = Math.min(1, maxWidth / width, Math.sqrt(MOST_SHOWN / (width * height)));
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const shown = onWhite(drawing, size);
  release(drawing);
  const png = new Uint8Array(await shown.encode('png'));
  release(shown);
  return png;
}

import type { DossierFiles } from '../model.ts';
import type { PrintedPicture } from './printed/index.ts';

/** A photograph, by what its first bytes say that it is. */
export interface Photograph {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly bytes: Uint8Array;
}

/** A picture as it goes into a file: pixels, or a drawing in SVG. */
export type PictureContent = Photograph | { readonly svg: string } | null;

/** The bytes of a picture; null when it is none that a reader of files can be counted on to show. */
export function contentOf(picture: PrintedPicture, files: DossierFiles): PictureContent {
  if ('svg' in picture.from) return { svg: picture.from.svg };
  const bytes = files.get(picture.from.file);
  if (bytes === undefined) return null;
  const mediaType = mediaTypeOf(bytes);
  if (mediaType !== null) return { mediaType, bytes };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return /^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(text) ? { svg: text } : null;
}

function mediaTypeOf(bytes: Uint8Array): Photograph['mediaType'] | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  return /^RIFF[^]{4}WEBP/.test(head) ? 'image/webp' : null;
}

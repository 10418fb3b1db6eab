// oxlint-disable-next-line typescript/triple-slash-reference -- other rooms that reach this file see its types too
/// <reference path="./heic-decode.d.ts" />
import { ImageData } from '@napi-rs/canvas';
import decodeHeic from 'heic-decode';
import { CaseError } from '#contract/error.ts';
import { boxesEnd, largestImage } from './boxes.ts';
import { checkPixels, unreadable, uprightCanvas, type PictureFile } from './picture-file.ts';

/**
 * A HEIC picture, decoded by libheif, which turns it upright itself. Of several, the first that it names; the others are
 * most often further shots of the same burst.
 *
 * @throws CaseError `source.truncated`, `source.unsupported` {mediaType}, `source.failed` {reason}
 */
export async function openHeic(bytes: Uint8Array): Promise<PictureFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!boxesEnd(view)) throw new CaseError('source.truncated');
  const size = largestImage(view);
  if (size !== null) checkPixels(size);
  const images = await decodeHeic.all({ buffer: bytes }).catch((cause: unknown) => {
    // Of a brand that is not known: the sound file of some other kind of picture.
    if (cause instanceof TypeError) {
      throw new CaseError('source.unsupported', { mediaType: 'image/heic' }, cause);
    }
    throw unreadable(cause instanceof Error ? cause.message : String(cause), cause);
  });
  const [first] = images;
  return {
    pages: 1,
    size: () => null,
    async draw() {
      if (first === undefined) throw unreadable('no picture');
      checkPixels(first);
      const { data, width, height } = await first.decode().catch((cause: unknown) => {
        throw unreadable(cause instanceof Error ? cause.message : String(cause), cause);
      });
      return uprightCanvas(new ImageData(data, width, height), 1);
    },
    [Symbol.dispose]() {
      images.dispose();
    },
  };
}

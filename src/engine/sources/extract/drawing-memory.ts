import { setImmediate } from 'node:timers/promises';
import type { Canvas, Image } from '@napi-rs/canvas';

/**
 * Gives back the pixels of a canvas that is needed no more. They lie outside the JavaScript heap, whose collector sees
 * only how small the canvas itself is: sixty pages of a fax came to two gigabytes.
 */
export function release(drawing: Canvas | Image): void {
  if (!('getContext' in drawing)) return;
  drawing.width = 0;
  drawing.height = 0;
}

/** Lets pictures and pixels that were collected be given back, which happens between two turns of the event loop only. */
export async function pixelsFreed(): Promise<void> {
  await setImmediate();
}

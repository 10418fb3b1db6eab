import { loadImage, type Canvas, type Image } from '@napi-rs/canvas';
import { CaseError } from '#contract/error.ts';
import type { OcrLanguage } from '#contract/extraction.ts';
import { pixelsFreed } from '../drawing-memory.ts';
import { pngSize } from './png-size.ts';
import { Recognizer } from './recognizer.ts';
import { toldWords } from './told.ts';
import type { Word } from './words.ts';

export type { Word } from './words.ts';

/** The languages of a page of which nothing is known. */
export const ALL_LANGUAGES: readonly OcrLanguage[] = ['spa', 'por', 'eng'];

/** Pixels of the largest PNG that is decoded. */
const MOST_DECODED = 110_000_000;

/** Milliseconds without a picture after which Tesseract and its memory are given up. */
const IDLE = 30_000;

let current: Recognizer | undefined;
let idle: NodeJS.Timeout | undefined;
/** One picture at a time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Tells the words of a picture, in this thread, which is busy meanwhile: for worker threads. Tesseract is started by the
 * first picture and serves the next ones with the same languages. Nothing is fetched and nothing written.
 *
 * The boxes are in pixels of the picture as it was given, however it was enlarged or turned to tell its words.
 *
 * @param languages at least one; the first is tried first
 * @param signal looked at before each step: what a step is at is ended only with the thread
 * @param progress called now and then, so that a long piece of work is seen to go on
 * @throws CaseError `job.cancelled`; `source.timedOut` {limit} when a picture takes too long; `source.tooLarge` {size, limit}
 *   in pixels; `source.failed` {reason} when it is no picture or Tesseract breaks
 */
export function recognize(
  picture: { png: Uint8Array } | { image: Canvas | Image },
  languages: readonly OcrLanguage[],
  signal?: AbortSignal,
  progress?: () => void,
): Promise<{ words: readonly Word[] }> {
  const next = last.then(async () => {
    clearTimeout(idle);
    try {
      return await words(picture, languages, signal, progress);
    } finally {
      idle = setTimeout(closeRecognizer, IDLE).unref();
    }
  });
  last = next.catch(() => {});
  return next;
}

/** Gives up Tesseract and its memory; a later picture starts it again. */
export function closeRecognizer(): void {
  clearTimeout(idle);
  current = undefined;
}

async function words(
  picture: { png: Uint8Array } | { image: Canvas | Image },
  languages: readonly OcrLanguage[],
  signal: AbortSignal | undefined,
  progress: (() => void) | undefined,
): Promise<{ words: readonly Word[] }> {
  await pixelsFreed();
  stopWhenAborted(signal);
  const image = 'image' in picture ? picture.image : await decoded(picture.png);
  stopWhenAborted(signal);
  const recognizer = await recognizerFor(languages);
  const told = toldWords(
    image,
    (file) => recognizer.read(file, progress),
    () => {
      stopWhenAborted(signal);
    },
  );
  stopWhenAborted(signal);
  return { words: told };
}

async function decoded(png: Uint8Array): ReturnType<typeof loadImage> {
  const size = pngSize(png);
  if (size === null) throw new CaseError('source.failed', { reason: 'not a PNG' });
  const pixels = size.width * size.height;
  if (pixels > MOST_DECODED) {
    throw new CaseError('source.tooLarge', { size: pixels, limit: MOST_DECODED });
  }
  return loadImage(png).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CaseError('source.failed', { reason }, cause);
  });
}

async function recognizerFor(languages: readonly OcrLanguage[]): Promise<Recognizer> {
  const fits = current?.spent === false && current.languages.join() === languages.join();
  if (current === undefined || !fits) {
    // The old one is let go before the new one takes its memory.
    current = undefined;
    current = await Recognizer.start(languages);
  }
  return current;
}

function stopWhenAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CaseError('job.cancelled', {}, signal.reason);
}

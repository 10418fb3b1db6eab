import { CaseError } from '#contract/error.ts';
import type { OcrLanguage } from '#contract/extraction.ts';
import { fitted } from './fitted.ts';
import { Recognizer } from './recognizer.ts';
import type { Word } from './words.ts';

export type { Word } from './words.ts';

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
 * A picture that is very large is made smaller, a small one larger; the boxes are in pixels of the picture as it was given.
 *
 * @param languages at least one; the first is tried first
 * @param signal looked at before each step: what a step is at is ended only with the thread
 * @throws CaseError `job.cancelled`; `source.timedOut` {limit} when a picture takes too long; `source.failed` {reason} when
 *   it is no picture or Tesseract breaks
 */
export function recognize(
  picture: { png: Uint8Array },
  languages: readonly OcrLanguage[],
  signal?: AbortSignal,
): Promise<{ words: Word[] }> {
  const next = last.then(async () => {
    clearTimeout(idle);
    try {
      return await words(picture.png, languages, signal);
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
  png: Uint8Array,
  languages: readonly OcrLanguage[],
  signal: AbortSignal | undefined,
): Promise<{ words: Word[] }> {
  stopWhenAborted(signal);
  const { file, scale } = await fitted(png);
  stopWhenAborted(signal);
  const recognizer = await recognizerFor(languages);
  stopWhenAborted(signal);
  const { words } = recognizer.read(file);
  stopWhenAborted(signal);
  return { words: words.map((word) => scaled(word, 1 / scale)) };
}

async function recognizerFor(languages: readonly OcrLanguage[]): Promise<Recognizer> {
  const fits = current?.spent === false && current.languages.join() === languages.join();
  if (current === undefined || !fits) {
    current = undefined;
    current = await Recognizer.start(languages);
  }
  return current;
}

function scaled(word: Word, by: number): Word {
  const { x, y, width, height } = word;
  return { ...word, x: x * by, y: y * by, width: width * by, height: height * by };
}

function stopWhenAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CaseError('job.cancelled', {}, signal.reason);
}

import { CaseError } from '#contract/error.ts';
import { AskedThread, workerFile } from '../../../threads/index.ts';
import type { PictureQuestion, PictureReply } from './picture-message.ts';
import type { PictureWanted } from './picture.ts';

/** Milliseconds for one picture: a person is waiting for it. */
const LIMIT = 60_000;

let thread: AskedThread<PictureQuestion, PictureReply> | undefined;

/**
 * Draws a picture, or a page of one or of a PDF, as PNG for the screen, in a thread of its own: see `pictureOf`. One that
 * hangs or brings the thread down fails alone.
 *
 * @throws CaseError as `pictureOf` does; `source.timedOut` {limit}; `job.cancelled` when the signal is aborted
 */
export async function drawPicture(
  bytes: Uint8Array,
  wanted: PictureWanted,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  thread ??= new AskedThread(
    () => workerFile(import.meta.url, 'picture-worker'),
    (cause) => new CaseError('source.failed', { reason: String(cause) }, cause),
  );
  const limit = AbortSignal.timeout(LIMIT);
  const either = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  const reply = await thread.ask({ ...wanted, bytes }, either).catch((cause: unknown) => {
    if (limit.aborted && signal?.aborted !== true) {
      throw new CaseError('source.timedOut', { limit: LIMIT }, cause);
    }
    throw cause;
  });
  if ('error' in reply) throw new CaseError(reply.error.code, reply.error.details);
  return reply.png;
}

/** Ends the thread; what is being drawn fails with `job.cancelled`. A later picture starts another. */
export async function closePictures(): Promise<void> {
  const closing = thread;
  thread = undefined;
  await closing?.close();
}

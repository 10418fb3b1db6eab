import { parentPort } from 'node:worker_threads';
import { CaseError, type CaseErrorData } from '#contract/error.ts';
import type { PictureQuestion, PictureReply } from './picture-message.ts';
import { pictureOf } from './picture.ts';

/** Entry of the thread that draws originals for the screen: one picture after another. */

// Decoders write notes about a picture's faults to the console, which would reach the output of the host.
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[method] = () => {};
}

let last: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ id, bytes, ...wanted }: PictureQuestion & { id: number }) => {
  last = last.then(async () => {
    const reply = await pictureOf(bytes, wanted).then(
      (png): PictureReply => ({ id, png }),
      (cause: unknown): PictureReply => ({ id, error: errorData(cause) }),
    );
    parentPort?.postMessage(reply);
  });
});

function errorData(cause: unknown): CaseErrorData {
  if (cause instanceof CaseError) return { code: cause.code, details: cause.details };
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { code: 'source.failed', details: { reason } };
}

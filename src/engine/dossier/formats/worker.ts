import { parentPort } from 'node:worker_threads';
import { CaseError } from '#contract/error.ts';
import { WritingRequest, type WritingReply } from './message.ts';
import { writtenAs } from './written.ts';

/** Entry of the worker that writes dossiers: one at a time, in the order asked. */
const port = parentPort;
let last = Promise.resolve();
port?.on('message', (message: unknown) => {
  last = last.then(async () => {
    const reply = await answerTo(WritingRequest.parse(message));
    port.postMessage(reply, reply.outcome === 'done' ? [reply.bytes.buffer] : []);
  });
});

async function answerTo({
  id,
  form,
  model,
  files,
  ...options
}: WritingRequest): Promise<WritingReply> {
  try {
    return { id, outcome: 'done', bytes: await writtenAs(form, model, files, options) };
  } catch (cause) {
    const reason = cause instanceof CaseError ? cause.details['reason'] : cause;
    return {
      id,
      outcome: 'failed',
      reason: reason instanceof Error ? reason.message : String(reason),
    };
  }
}

import { CaseError } from '#contract/error.ts';
import { startWorker, workerFile } from '../../threads/index.ts';
import type { Step } from './merge-package.ts';
import { Message, type Task } from './task.ts';

type Work<T extends Task = Task> = T extends Task ? Omit<T, 'cancelled'> : never;

/**
 * Does work on a package and a case in a thread of its own. Aborting asks the thread to end; it is never ended where it
 * is, since it may be writing, and what it answers then says whether it was done after all.
 *
 * @throws CaseError what the work threw
 */
export async function inThread(
  work: Work,
  { signal, onStep }: { signal?: AbortSignal | undefined; onStep?: (step: Step) => void } = {},
): Promise<unknown> {
  const cancelled = new SharedArrayBuffer(4);
  const cancel = () => void Atomics.store(new Int32Array(cancelled), 0, 1);
  if (signal?.aborted === true) throw new CaseError('job.cancelled', {});
  const thread = startWorker(workerFile(import.meta.url, 'merge-worker'), {
    workerData: { ...work, cancelled },
  });
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await new Promise<Message & { kind: 'answer' }>((resolve, reject) => {
      thread.on('message', (sent: unknown) => {
        const message = Message.parse(sent);
        if (message.kind === 'answer') resolve(message);
        else onStep?.(message);
      });
      thread.once('error', reject);
      thread.once('exit', () => reject(new CaseError('internal', { reason: 'thread' })));
    });
    if (answer.error === null) return answer.result;
    throw new CaseError(answer.error.code, answer.error.details);
  } finally {
    signal?.removeEventListener('abort', cancel);
    await thread.terminate();
  }
}

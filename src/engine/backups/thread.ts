import type { Worker } from 'node:worker_threads';
import { CaseError } from '#contract/error.ts';
import { startWorker, workerFile } from '../threads/index.ts';
import { Answer, type Task } from './task.ts';

const running = new Set<Worker>();

/**
 * Does a piece of work on a whole case file in a thread of its own, since it may read gigabytes without a pause. Aborting
 * ends the thread where it is; whatever it was writing under another name is cleared away by whoever asked.
 *
 * @throws CaseError what the work threw, or `job.cancelled`
 */
export async function inThread(task: Task, signal?: AbortSignal): Promise<unknown> {
  if (signal?.aborted === true) throw new CaseError('job.cancelled', {});
  const thread = startWorker(workerFile(import.meta.url, 'safety-worker'), { workerData: task });
  running.add(thread);
  const cancel = () => void thread.terminate();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', () => reject(new CaseError('job.cancelled', {})));
    });
    const { error, result } = Answer.parse(answer);
    if (error === null) return result;
    throw new CaseError(error.code, error.details);
  } finally {
    signal?.removeEventListener('abort', cancel);
    running.delete(thread);
    await thread.terminate();
  }
}

/** Ends every such thread; what was asked of them fails as cancelled. */
export async function closeThreads(): Promise<void> {
  await Promise.all([...running].map((thread) => thread.terminate()));
}

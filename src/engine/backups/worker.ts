import { parentPort, workerData } from 'node:worker_threads';
import type { z } from 'zod';
import { CaseError } from '#contract/error.ts';
import { backupStore, openStore, repairFile, verifyStore, type CaseStore } from '../store/index.ts';
import { type Answer, Task } from './task.ts';

/** Nothing is written to the case in this thread, so nobody is asked who works here. */
const nobody = () => ({ name: '', initials: '', organization: '' });

async function done(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'verify':
      return reading(task, (store) => verifyStore(store));
    case 'backup':
      return reading(task, (store) => backupStore(store, task.out));
    case 'repair':
      return repairFile(task.path, task.out, {
        passphrase: task.passphrase,
        actor: () => task.actor,
      });
  }
}

async function reading<T>(
  { path, passphrase }: Task,
  work: (store: CaseStore) => Promise<T>,
): Promise<T> {
  const store = openStore(path, { access: 'read', passphrase, actor: nobody });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

function failed(error: unknown): z.infer<typeof Answer> {
  const { code, details } =
    error instanceof CaseError ? error : new CaseError('internal', { reason: String(error) });
  return { error: { code, details }, result: null };
}

const answer: z.infer<typeof Answer> = await done(Task.parse(workerData)).then(
  (result) => ({ error: null, result }),
  failed,
);
parentPort?.postMessage(answer);

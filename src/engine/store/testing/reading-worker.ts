import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openStore } from '../index.ts';

/* Opens a case for reading in a worker thread, says that it has read in it, and closes it. */
const { path, passphrase } = z
  .object({ path: z.string(), passphrase: z.string().optional() })
  .parse(workerData);
const store = openStore(path, {
  access: 'read',
  passphrase,
  actor: () => ({ name: 'Worker', initials: 'W', organization: '' }),
});
store.one('SELECT 1 FROM case_file');
store.close();
parentPort?.postMessage('read');

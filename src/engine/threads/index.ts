export { AskedThread } from './asked-thread.ts';
export { startWorker, workerFile } from './worker-file.ts';

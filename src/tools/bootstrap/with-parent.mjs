import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a program that npm runs. npm passes a signal on to the shell between it and the program; the shell
 * dies of it and tells the program nothing, which would go on without anyone to end it. So the program ends, as if it
 * had got the signal, when its parent is gone.
 */
if (isMainThread) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}

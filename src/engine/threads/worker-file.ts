import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { packageFolder } from '../resources.ts';

/**
 * The absolute path of a worker's code: from source it is `worker.ts` beside the module that asks; a build puts it into
 * the folder of the main bundles.
 *
 * @param here `import.meta.url` of the module that asks
 * @param built its name in a build, without the ending
 */
export function workerFile(here: string, built: string): string {
  const source = new URL('./worker.ts', here);
  return here.endsWith('.ts') && existsSync(source)
    ? fileURLToPath(source)
    : join(packageFolder(), 'out', 'main', `${built}.js`);
}

/** Starts a worker thread. The host's own flags may be none that a thread accepts, such as `--input-type`. */
export function startWorker(file: string, options: WorkerOptions = {}): Worker {
  return new Worker(file, { ...options, execArgv: [] });
}

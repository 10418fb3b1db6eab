import { existsSync } from 'node:fs';

/**
 * Where the worker's code is: beside this module in the sources, run by Node as TypeScript; once built,
 * `extract-worker.js` in the folder of the bundle, whose shared parts may lie one folder deeper.
 */
export function workerUrl(): URL {
  if (!import.meta.url.endsWith('.js')) {
    return new URL('./worker.ts', import.meta.url);
  }
  const beside = new URL('./extract-worker.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../extract-worker.js', import.meta.url);
}

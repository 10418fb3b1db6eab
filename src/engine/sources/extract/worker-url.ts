/**
 * Where the worker's code is: beside this module in the sources, run by Node as TypeScript; `extract-worker.js` beside
 * the bundle once built.
 */
export function workerUrl(): URL {
  const bundled = import.meta.url.endsWith('.js');
  return new URL(bundled ? './extract-worker.js' : './worker.ts', import.meta.url);
}

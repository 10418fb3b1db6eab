// oxlint-disable-next-line typescript/triple-slash-reference -- other rooms that reach this file see its types too
/// <reference path="./tesseract-core.d.ts" />
// oxlint-disable-next-line typescript/triple-slash-reference -- other rooms that reach this file see its types too
/// <reference path="./web-assembly.d.ts" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TessModule } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { withMemoryLimit } from './memory-limit.ts';

/** Pages of 64 KiB: 768 MiB. The worst picture of the largest size that is given to it takes 450 MiB. */
const MEMORY_PAGES = 12_288;

/** Tesseract, started. */
export interface Core {
  readonly module: TessModule;
  /** Bytes of memory it has come to hold. It never gives any back. */
  readonly memory: () => number;
}

/** The smallest module that needs vector instructions: `v128.const` and `drop`. */
const VECTORS = Uint8Array.from(
  [
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 23, 1, 21, 0, 253, 12],
    Array.from({ length: 16 }, () => 0),
    [26, 11],
  ].flat(),
);

/**
 * Starts Tesseract in this thread, without a worker of its own: it ends when the thread is ended. Its program is read from
 * the installed package; nothing is fetched, and nothing is written but into its own memory.
 *
 * The builds with relaxed vector instructions are left alone: they may tell different words on different processors.
 *
 * @param progress see {@link TessModuleOptions.TesseractProgress}; what it throws ends the recognition
 */
export async function startCore(progress: (percent: number) => void): Promise<Core> {
  const vectors = WebAssembly.validate(VECTORS);
  const folder = dirname(createRequire(import.meta.url).resolve('tesseract.js-core/package.json'));
  const file = vectors ? 'tesseract-core-simd-lstm.wasm' : 'tesseract-core-lstm.wasm';
  const program = await WebAssembly.compile(
    withMemoryLimit(await readFile(join(folder, file)), MEMORY_PAGES),
  );
  const { default: start } = vectors
    ? await import('tesseract.js-core/tesseract-core-simd-lstm.js')
    : await import('tesseract.js-core/tesseract-core-lstm.js');
  let memory: WebAssembly.Memory | undefined;
  const module = await start({
    print: () => {},
    printErr: () => {},
    TesseractProgress: progress,
    instantiateWasm: (imports, started) => {
      const instance = new WebAssembly.Instance(program, imports);
      memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
      started(instance, program);
      return {};
    },
  });
  return { module, memory: () => memory?.buffer.byteLength ?? 0 };
}

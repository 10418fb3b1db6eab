import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/**
 * The files that the compiler sees in its folder besides those that are there. Only what changed is handed over, so that
 * what was worked out from the rest is kept.
 */
export class ShadowFiles {
  readonly #compiler: NodeCompiler;
  readonly #folder: string;
  #seen = new Map<string, Buffer>();

  constructor(compiler: NodeCompiler, folder: string) {
    this.#compiler = compiler;
    this.#folder = folder;
  }

  /** Makes these the only ones, by their paths in the folder. */
  show(files: ReadonlyMap<string, Buffer>): void {
    for (const path of this.#seen.keys()) {
      if (!files.has(path)) this.#compiler.unmapShadow(join(this.#folder, path));
    }
    for (const [path, content] of files) {
      if (this.#seen.get(path)?.equals(content) === true) continue;
      this.#compiler.mapShadow(join(this.#folder, path), content);
    }
    this.#seen = new Map(files);
  }
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * A small JSON file of the shell's own, for what is pleasant to remember and no loss to forget: one that is missing or
 * spoiled reads as `fresh`, and one that cannot be written is let be.
 */
export class KeptFile<S extends z.ZodType> {
  readonly #path: string;
  readonly #schema: S;
  readonly #fresh: z.infer<S>;

  constructor(path: string, schema: S, fresh: z.infer<S>) {
    this.#path = path;
    this.#schema = schema;
    this.#fresh = fresh;
  }

  read(): z.infer<S> {
    try {
      return this.#schema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return this.#fresh;
    }
  }

  write(content: z.infer<S>): void {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(`${this.#path}.new`, JSON.stringify(content));
      renameSync(`${this.#path}.new`, this.#path);
    } catch {
      return;
    }
  }
}

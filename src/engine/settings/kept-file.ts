import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small JSON file of the settings folder. What it holds is checked by who reads it. */
export class KeptFile {
  readonly #folder: string;
  readonly #name: string;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  /** What the file says; undefined when there is none, or when it cannot be read. */
  read(): unknown {
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8'));
    } catch {
      return undefined;
    }
  }

  /** Puts a new file in the place of the old one, so that there is never half of one. */
  write(value: unknown): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const draft = `${this.#path}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, this.#path);
  }

  get #path(): string {
    return join(this.#folder, this.#name);
  }
}

import { z } from 'zod';
import { KeptFile } from './kept-file.ts';

/** What this computer keeps of each case in a file of the settings folder, by the cases' ids: a matter of this computer, as paths are. */
export class KeptByCase<T> {
  readonly #file: KeptFile;
  readonly #all: z.ZodType<Record<string, T>>;

  /** @param one what is kept of a case; a file that says otherwise counts as empty */
  constructor(folder: string, name: string, one: z.ZodType<T>) {
    this.#file = new KeptFile(folder, name);
    this.#all = z.record(z.string(), one);
  }

  of(caseId: string): T | null {
    return this.#read()[caseId] ?? null;
  }

  /** @param value null: nothing any more */
  keep(caseId: string, value: T | null): void {
    const { [caseId]: _, ...others } = this.#read();
    this.#file.write(value === null ? others : { ...others, [caseId]: value });
  }

  #read(): Record<string, T> {
    const kept = this.#all.safeParse(this.#file.read());
    return kept.success ? kept.data : {};
  }
}

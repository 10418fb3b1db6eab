import { z } from 'zod';
import { Language } from '#contract/vocabulary.ts';
import { KeptFile } from './kept-file.ts';

const Kept = z.object({
  language: Language.nullable(),
  colorScheme: z.enum(['light', 'dark', 'auto']),
});
type Kept = z.infer<typeof Kept>;

/**
 * In which language menus and dialogs speak, and whether they and the grounds of windows are light or dark. The page
 * knows both from the engine's settings, but only once it has loaded; what it said last is remembered for until then.
 */
export class Look {
  readonly #file: KeptFile<typeof Kept>;
  #kept: Kept;

  /** @param path of the JSON file it is remembered in */
  constructor(path: string) {
    this.#file = new KeptFile(path, Kept, { language: null, colorScheme: 'auto' });
    this.#kept = this.#file.read();
  }

  get language(): Language | null {
    return this.#kept.language;
  }

  get colorScheme(): Kept['colorScheme'] {
    return this.#kept.colorScheme;
  }

  change(changes: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...changes };
    this.#file.write(this.#kept);
  }
}

import { CaseError } from '#contract/error.ts';

/** Pieces that are put together at a time: a string that is still in its parts takes many times its size. */
const PIECES = 4096;

/** Puts a long text together. Lengths are in UTF-16 code units. */
export class TextWriter {
  readonly #limit: number;
  readonly #parts: string[] = [];
  #pieces: string[] = [];
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  /** @throws CaseError `source.tooLarge` when the text grows beyond the limit */
  write(piece: string): void {
    this.#length += piece.length;
    if (this.#length > this.#limit) {
      throw new CaseError('source.tooLarge', { size: this.#length, limit: this.#limit });
    }
    this.#pieces.push(piece);
    if (this.#pieces.length === PIECES) {
      this.#parts.push(this.#pieces.join(''));
      this.#pieces = [];
    }
  }

  text(): string {
    return this.#parts.join('') + this.#pieces.join('');
  }
}

import { textKey } from '../../sources/index.ts';

/** What stands in place of a word that stays behind: one for each code point, so that positions in code points hold. */
export const mask = '█';

/**
 * Passages that stay behind though their source leaves, and so must not be read in its text, nor in the words of another
 * passage that overlaps them.
 */
export class Masking {
  readonly #spans: ReadonlyMap<string, readonly { start: number; end: number }[]>;

  /** @param spans by `textKey`: UTF-16 code units, as in all of these */
  constructor(spans: ReadonlyMap<string, readonly { start: number; end: number }[]>) {
    this.#spans = spans;
  }

  /** A piece of a text of a source, with what is hidden in it covered. @param at where the piece begins */
  cover(source: string, textSha256: string, at: number, piece: string): string {
    let covered: [number, number][] = [];
    for (const { start, end } of this.#spans.get(textKey(source, textSha256)) ?? []) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, piece.length);
      if (from < to) covered.push([from, to]);
    }
    if (covered.length === 0) return piece;
    covered = covered.toSorted(([one], [other]) => one - other);
    let text = '';
    let next = 0;
    for (const [from, to] of covered) {
      if (to <= next) continue;
      text += piece.slice(next, Math.max(from, next));
      text += mask.repeat(Array.from(piece.slice(Math.max(from, next), to)).length);
      next = to;
    }
    return text + piece.slice(next);
  }
}

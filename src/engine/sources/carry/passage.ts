/** A stretch of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/**
 * Where a passage stands in another text. `exact`: the same words, to the letter; `spaces`: the same but for white space;
 * `bytes`: what the same bytes of the document are in another encoding;
 * `near`: words that are like it, with a `score` below 1.
 */
export interface Place extends Span {
  readonly how: 'exact' | 'spaces' | 'bytes' | 'near';
  /** From 0 to 1: how much of the passage is there, by letters. */
  readonly score: number;
}

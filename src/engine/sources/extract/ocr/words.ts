/** A word told from a picture, and the box around it in pixels from the picture's upper left corner. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the picture, from 0, in reading order. */
  readonly line: number;
  /** Paragraph of the picture, from 0, in reading order. */
  readonly paragraph: number;
  /** Column, caption or other part of the picture that is read by itself, from 0, in reading order. */
  readonly block: number;
  /** From 0 to 100. */
  readonly confidence: number;
}

/** Below it a word is a stain or a pattern, not something that was written. Of 100. */
const LEAST_CONFIDENCE = 25;
const WORD_LEVEL = 5;

/** Below it signs without a letter or digit are most often stains, edges and folds. Of 100. */
const LEAST_OF_SIGNS = 60;

/** Some word of a page of writing is at least this sure, and long enough not to be a stain. Of 100. */
const SURE_OF_WRITING = 60;
const SOME_WORD = /[\p{L}\p{N}]{2}/u;

/**
 * The words in Tesseract's table: tabs between level, page, block, paragraph, line, word, left, top, width, height,
 * confidence and text.
 */
export function wordsOf(table: string): Word[] {
  const words: Word[] = [];
  const lines = new Numbering();
  const paragraphs = new Numbering();
  const blocks = new Numbering();
  for (const row of table.split('\n')) {
    const [level, , block, paragraph, line, , x, y, width, height, confidence, ...rest] =
      row.split('\t');
    const text = rest.join(' ').trim();
    if (Number(level) !== WORD_LEVEL || text === '') continue;
    const least = /[\p{L}\p{N}]/u.test(text) ? LEAST_CONFIDENCE : LEAST_OF_SIGNS;
    if (!(Number(confidence) >= least)) continue;
    words.push({
      text,
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
      line: lines.of(`${block} ${paragraph} ${line}`),
      paragraph: paragraphs.of(`${block} ${paragraph}`),
      block: blocks.of(`${block}`),
      confidence: Number(confidence),
    });
  }
  return words;
}

/** Whether there is any writing among the words: a pattern or a photograph gives words that are none. */
export function isWriting(words: readonly Word[]): boolean {
  return words.some(
    ({ text, confidence }) => confidence >= SURE_OF_WRITING && SOME_WORD.test(text),
  );
}

/** Numbers names in the order they come, from 0. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, known);
    return known;
  }
}

import type { LayoutPage, LayoutRun } from '#contract/extraction.ts';
import type { Segment } from '../extraction.ts';
import type { Word } from '../ocr/index.ts';
import { divideText, type Stretch } from '../segments.ts';

/** A picture, or a page of one, and the words that were told from it. */
export interface ToldPage {
  readonly page: number;
  /** Pixels of the upright picture. */
  readonly width: number;
  readonly height: number;
  readonly ocr: boolean;
  readonly words: readonly Word[];
}

/** A line shorter than this, in UTF-16 code units, was ended by its writer: an item, a sign, a line of an address. */
const SHORTEST_WRAPPED = 20;

/** Of the paragraph's width: how far a line must reach to have been ended by the margin. */
const REACH = 0.75;

/** A word divided at the end of a line. */
const DIVIDED = /(?<=\p{L})[-‐¬]$/u;

/**
 * The text of pages, paragraph by paragraph with blank lines between, and where each word of it stands. Lines that reach the
 * margin are joined by a space, words divided at a line's end by nothing; a line that ends early keeps its end.
 */
export function textOfPages(pages: readonly ToldPage[]): {
  text: string;
  segments: Segment[];
  layout: LayoutPage[];
} {
  const parts: string[] = [];
  let length = 0;
  const write = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  const starts: { start: number; page: number }[] = [];
  const layout = pages.map(({ words, ...page }) => {
    const runs: LayoutRun[] = [];
    for (const paragraph of Map.groupBy(words, (word) => word.paragraph).values()) {
      if (length > 0) write('\n\n');
      starts.push({ start: length, page: page.page });
      for (const { word, text, before } of joined(paragraph)) {
        write(before);
        runs.push([length, length + text.length, ...boxOf(word)]);
        write(text);
      }
    }
    return { ...page, runs };
  });
  const stretches = starts.map(({ page }, index): Stretch => ({
    kind: 'paragraph',
    end: starts[index + 1]?.start ?? length,
    page,
  }));
  const text = parts.join('');
  return { text, segments: divideText(text, stretches), layout };
}

/** The words of a paragraph as they are written, with what stands before each. */
function* joined(
  paragraph: readonly Word[],
): Generator<{ word: Word; text: string; before: string }, void, undefined> {
  const lines = [...Map.groupBy(paragraph, ({ line }) => line).values()];
  const left = Math.min(...paragraph.map(({ x }) => x));
  const right = Math.max(...paragraph.map(({ x, width }) => x + width));
  let before = '';
  for (const [number, line] of lines.entries()) {
    const next = lines[number + 1]?.[0]?.text ?? '';
    for (const [index, word] of line.entries()) {
      const last = index === line.length - 1;
      const divided = last && DIVIDED.test(word.text) && /^\p{Ll}/u.test(next);
      yield { word, text: divided ? word.text.replace(DIVIDED, '') : word.text, before };
      before = !last ? ' ' : divided ? '' : reachesMargin(line, left, right) ? ' ' : '\n';
    }
  }
}

function reachesMargin(line: readonly Word[], left: number, right: number): boolean {
  const length = line.reduce((sum, { text }) => sum + text.length + 1, 0);
  const end = Math.max(...line.map(({ x, width }) => x + width));
  return length >= SHORTEST_WRAPPED && end - left >= (right - left) * REACH;
}

function boxOf({ x, y, width, height }: Word): [number, number, number, number] {
  return [tenth(x), tenth(y), tenth(width), tenth(height)];
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10;
}

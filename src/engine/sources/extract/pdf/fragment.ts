/** A box in points from the upper left corner of its page, as the page is looked at. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch of text drawn in one go. */
export interface TextRun {
  readonly text: string;
  readonly box: Box;
  /** White space stands before it, whether or not the text says so. */
  readonly spaced: boolean;
}

/**
 * Neighbouring runs of one line without a wide gap between them: what a line is made of, and the least that a column or
 * the cell of a table may hold. Positions are in points along the direction of its letters (`left`, `right`) and across
 * it, downwards (`baseline`), so that turned text is read as text that stands upright.
 */
export interface Fragment {
  readonly runs: readonly TextRun[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of its largest letters. */
  readonly size: number;
  /** Its place in the order in which the page draws its text. */
  readonly order: number;
  /** Written from right to left. */
  readonly rtl: boolean;
  /** UTF-16 code units. */
  readonly length: number;
}

/** Text of one direction, and where the page begins and ends in that direction. */
export interface TextDirection {
  /** Degrees clockwise. */
  readonly angle: number;
  readonly top: number;
  readonly bottom: number;
  readonly fragments: readonly Fragment[];
}

/** What somebody noted at a place of a page. */
export interface PlacedComment {
  readonly text: string;
  readonly box: Box;
}

/** The text of a page as it is drawn. */
export interface PageText {
  /** From 1. */
  readonly number: number;
  /** Points, as the page is looked at. */
  readonly width: number;
  readonly height: number;
  /** Its words were told from a picture of it. */
  readonly ocr: boolean;
  /** That of most of its text comes first. */
  readonly directions: readonly TextDirection[];
  readonly comments: readonly PlacedComment[];
  /** Files that hang from the page, by what the library calls them: their names. */
  readonly files: readonly (readonly [id: string, name: string])[];
}

/** How much of a letter's size stands above its baseline, about: capitals and ascenders. */
const ABOVE = 0.75;

export function topOf(fragment: Fragment): number {
  return fragment.baseline - fragment.size * ABOVE;
}

/** The middle of some numbers, the greater of two; 0 for none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The size of the letters of most of some text. */
export function bodySize(fragments: Iterable<{ size: number; length: number }>): number {
  const lengths = new Map<number, number>();
  let all = 0;
  for (const { size, length } of fragments) {
    const rounded = Math.round(size * 10) / 10;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + length);
    all += length;
  }
  let below = 0;
  for (const [size, length] of [...lengths].toSorted(([one], [other]) => one - other)) {
    below += length;
    if (below * 2 >= all) {
      return size;
    }
  }
  return 0;
}

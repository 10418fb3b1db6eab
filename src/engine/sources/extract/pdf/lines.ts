import type { Box, Fragment } from './fragment.ts';

/** Where a stretch of a text stands on its page: UTF-16 offsets in the text it comes with, `end` exclusive. */
export interface PlacedRun {
  readonly start: number;
  readonly end: number;
  readonly box: Box;
}

/** Text in one line, without white space at its ends and with single spaces in it. */
export interface Line {
  readonly text: string;
  readonly runs: readonly PlacedRun[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** It ends within a word, by a hyphen that is only there for the line's end. */
  readonly broken: boolean;
}

const SOFT_HYPHEN = '\u00ad';

/** White space that is more than single spaces. */
const UNEVEN = /[^\S ]| {2}/;

/** Of the letters' size: a gap as wide is white space, whether or not it was drawn as such. */
const SPACE = 0.12;

/**
 * The pieces of each line, from the top downwards, in reading order. Pieces are on one line when most of the lower one's
 * height is beside the other, so that raised and lowered letters stay in their line.
 */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const sorted = fragments.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  const rows: Fragment[][] = [];
  let row: Fragment[] = [];
  let largest: Fragment | undefined;
  for (const fragment of sorted) {
    if (largest !== undefined && beside(largest, fragment)) {
      row.push(fragment);
      largest = fragment.size > largest.size ? fragment : largest;
    } else {
      row = [fragment];
      rows.push(row);
      largest = fragment;
    }
  }
  return rows.map(inReadingOrder);
}

function beside(one: Fragment, other: Fragment): boolean {
  const overlap =
    Math.min(one.baseline, other.baseline) -
    Math.max(one.baseline - one.size * 0.7, other.baseline - other.size * 0.7);
  return overlap >= Math.min(one.size, other.size) * 0.35;
}

/** Pieces of one line from left to right, or from right to left where that is how most of it is written. */
function inReadingOrder(fragments: readonly Fragment[]): Fragment[] {
  const rtl = fragments.reduce((sum, one) => sum + (one.rtl ? one.length : -one.length), 0) > 0;
  return fragments.toSorted((a, b) => (rtl ? b.right - a.right : a.left - b.left));
}

/** The line that pieces make in this order. */
export function lineOf(fragments: readonly Fragment[]): Line {
  let text = '';
  let spaced = false;
  let broken = false;
  const runs: PlacedRun[] = [];
  let previous: Fragment | undefined;
  for (const fragment of fragments) {
    spaced ||= previous !== undefined && gapBetween(previous, fragment) > SPACE * fragment.size;
    for (const run of fragment.runs) {
      const written = UNEVEN.test(run.text) ? run.text.replace(/\s+/g, ' ') : run.text;
      const words = written.replaceAll(SOFT_HYPHEN, '').trim();
      spaced ||= run.spaced || written.startsWith(' ');
      if (words !== '') {
        text += spaced && text !== '' ? ' ' : '';
        runs.push({ start: text.length, end: text.length + words.length, box: run.box });
        text += words;
        spaced = false;
      }
      spaced ||= written.endsWith(' ');
      broken = written.trimEnd().endsWith(SOFT_HYPHEN);
    }
    previous = fragment;
  }
  return {
    text,
    runs,
    left: Math.min(...fragments.map(({ left }) => left)),
    right: Math.max(...fragments.map(({ right }) => right)),
    baseline: fragments.reduce((a, b) => (b.length > a.length ? b : a)).baseline,
    size: Math.max(...fragments.map(({ size }) => size)),
    broken,
  };
}

function gapBetween(one: Fragment, other: Fragment): number {
  return Math.max(other.left - one.right, one.left - other.right);
}

/** Lines of text, without those that are empty. */
export function linesOf(rows: readonly (readonly Fragment[])[]): Line[] {
  return rows.map((row) => lineOf(row)).filter(({ text }) => text !== '');
}

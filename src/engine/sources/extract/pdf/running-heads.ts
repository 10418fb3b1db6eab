import type { Fragment, PageText, TextDirection } from './fragment.ts';
import { lineOf, rowsOf, type Line } from './lines.ts';
import { typicalLeading } from './paragraphs.ts';

/** A page with the lines that it shares with others told apart from its own text. */
export interface HeadedPage {
  readonly page: PageText;
  /** At its top and its foot, from the top downwards. */
  readonly heads: readonly Line[];
  readonly feet: readonly Line[];
  /** Its text without these lines. */
  readonly directions: readonly TextDirection[];
  /** Of this page and those around it: the pieces of text, of which the size of most letters is told. */
  readonly around: readonly (readonly Fragment[])[];
}

/** Pages before and after a page that it is compared with: left and right pages differ, and chapters end. */
const REACH = 4;

/** Lines at the top and at the foot that may be repeated ones. */
const MOST_LINES = 3;

/** The part of a page's height at its top and its foot in which they stand. */
const ZONE = 0.2;

/** Of a page's height: how far the same line may stand apart from page to page. */
const DRIFT = 0.012;

/** Of the usual distance between lines: repeated lines stand further away from the text. */
const APART = 1.25;

interface Row {
  readonly fragments: readonly Fragment[];
  readonly line: Line;
  /** Its words without what numbers it. */
  readonly pattern: string;
  /** From the page's top, as a part of its height. */
  readonly height: number;
}

interface Entry {
  readonly page: PageText;
  readonly rows: readonly Row[];
  readonly leading: number;
}

/**
 * Tells lines that pages repeat at their top or foot, the numbers in them aside, by comparing each page with its
 * neighbours. No more than those are held at a time.
 *
 * @param required pages that must have the same line
 */
export async function* tellRunningHeads(
  pages: AsyncIterable<PageText>,
  required: number,
): AsyncGenerator<HeadedPage> {
  const window: Entry[] = [];
  let next = 0;
  for await (const page of pages) {
    window.push(entryOf(page));
    if (window.length - next > REACH) {
      yield headed(window, next, required);
      next += 1;
    }
    if (next > REACH) {
      window.shift();
      next -= 1;
    }
  }
  for (; next < window.length; next += 1) {
    yield headed(window, next, required);
  }
}

function entryOf(page: PageText): Entry {
  const [main] = page.directions;
  if (main === undefined) {
    return { page, rows: [], leading: 0 };
  }
  const rows = rowsOf(main.fragments);
  const leading = typicalLeading(
    rows.map((row) => ({ baseline: row[0]?.baseline ?? 0, size: row[0]?.size ?? 0 })),
  );
  // Only the outermost are compared with other pages.
  const compared = outermost(rows).map((fragments) => rowOf(fragments, main));
  return { page, rows: compared.filter(({ line }) => line.text !== ''), leading };
}

function rowOf(fragments: readonly Fragment[], { top, bottom }: TextDirection): Row {
  const line = lineOf(fragments);
  const height = (line.baseline - top) / (bottom - top);
  return { fragments, line, pattern: patternOf(line.text), height };
}

/** The rows that may be repeated, and those next to them, which tell how far they stand apart. */
function outermost<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.length <= 2 * MOST_LINES + 2
    ? rows
    : [...rows.slice(0, MOST_LINES + 1), ...rows.slice(-MOST_LINES - 1)];
}

/** Arabic numbers, and small Roman ones that stand alone, are what differs between the heads of pages. */
function patternOf(text: string): string {
  return text
    .replace(/\p{Nd}+/gu, '#')
    .replace(/(?<![\p{L}\p{N}])[ivxlc]{1,8}(?![\p{L}\p{N}])/gu, '#');
}

function headed(window: readonly Entry[], index: number, required: number): HeadedPage {
  const entry = window[index];
  if (entry === undefined) throw new RangeError('No such page is at hand');
  const { page, rows, leading } = entry;
  const others = window.filter((_, at) => at !== index && Math.abs(at - index) <= REACH);
  const heads = repeated(rows, others, { required, leading, from: 'top' });
  const feet = repeated(rows.slice(heads.length).toReversed(), others, {
    required,
    leading,
    from: 'foot',
  }).toReversed();
  const all = heads.length + feet.length < rows.length ? { heads, feet } : { heads: [], feet: [] };
  const taken = new Set([...all.heads, ...all.feet].flatMap(({ fragments }) => fragments));
  const [main, ...rest] = page.directions;
  const near = [entry, ...others].map((one) => one.page.directions[0]?.fragments ?? []);
  return {
    page,
    heads: all.heads.map(({ line }) => line),
    feet: all.feet.map(({ line }) => line),
    directions:
      main === undefined || taken.size === 0
        ? page.directions
        : [{ ...main, fragments: main.fragments.filter((one) => !taken.has(one)) }, ...rest],
    around: near,
  };
}

/** The outermost rows that enough other pages have too, and that stand apart from what follows. */
function repeated(
  rows: readonly Row[],
  others: readonly Entry[],
  { required, leading, from }: { required: number; leading: number; from: 'top' | 'foot' },
): Row[] {
  let count = 0;
  for (const [index, row] of rows.slice(0, MOST_LINES).entries()) {
    const isAtEdge = from === 'top' ? row.height <= ZONE : row.height >= 1 - ZONE;
    const same = others.filter((other) => hasRow(other, row)).length;
    if (!isAtEdge || same < required) {
      break;
    }
    const next = rows[index + 1];
    const gap = next === undefined ? 0 : Math.abs(next.line.baseline - row.line.baseline);
    const differs = next !== undefined && Math.abs(next.line.size / row.line.size - 1) > 0.2;
    if (gap > leading * APART || differs) {
      count = index + 1;
    }
  }
  return rows.slice(0, count);
}

function hasRow({ rows }: Entry, { pattern, height }: Row): boolean {
  return rows.some((row) => row.pattern === pattern && Math.abs(row.height - height) <= DRIFT);
}

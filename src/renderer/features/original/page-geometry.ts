import type { LayoutPage, LayoutRun } from '#contract/extraction.ts';

/** A box on a page, in shares of its width and height. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Boxes whose middles are nearer than this share of their height stand on one line. */
const sameLine = 0.5;
/** Boxes of one line with no wider a gap than this many times their height are drawn as one. */
const joined = 0.8;

/**
 * Where a stretch of text stands on a page: a box a line. A run of which only some letters are meant counts by their share
 * of it, since their widths are not known.
 *
 * @param from offset in the source's text, in UTF-16 code units
 * @param to exclusive
 */
export function boxesOf(page: LayoutPage, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (const run of page.runs) {
    const [start, end] = run;
    if (start >= to || end <= from || end <= start) continue;
    const box = cut(run, Math.max(from, start), Math.min(to, end), page);
    const last = boxes.at(-1);
    if (last !== undefined && goesOn(last, box)) boxes[boxes.length - 1] = around(last, box);
    else boxes.push(box);
  }
  return boxes;
}

/** The part of a run from one offset to another. */
function cut(
  [start, end, x, y, width, height]: LayoutRun,
  from: number,
  to: number,
  page: LayoutPage,
): Box {
  const share = (offset: number) => (offset - start) / (end - start);
  const vertical = isVertical(width, height, end - start);
  return {
    left: (x + (vertical ? 0 : width * share(from))) / page.width,
    top: (y + (vertical ? height * share(from) : 0)) / page.height,
    width: (vertical ? width : width * (share(to) - share(from))) / page.width,
    height: (vertical ? height * (share(to) - share(from)) : height) / page.height,
  };
}

/** Letters under one another: text that was turned. One letter tells nothing. */
function isVertical(width: number, height: number, letters: number): boolean {
  return letters > 2 && height > 2 * width;
}

function goesOn(one: Box, other: Box): boolean {
  const middle = (box: Box) => box.top + box.height / 2;
  const height = Math.max(one.height, other.height);
  const gap = other.left - (one.left + one.width);
  return (
    Math.abs(middle(one) - middle(other)) < sameLine * height &&
    Math.abs(gap) < joined * height &&
    Math.min(one.height, other.height) > 0.6 * height
  );
}

function around(one: Box, other: Box): Box {
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  return {
    left,
    top,
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}

/**
 * The offset in the text of the letter nearest to a point of a page, by the line first, then along it; null on a page
 * without words.
 *
 * @param x share of the page's width
 * @param y share of its height
 */
export function offsetAt(page: LayoutPage, x: number, y: number): number | null {
  const px = x * page.width;
  const py = y * page.height;
  let best: LayoutRun | null = null;
  let least = Infinity;
  for (const run of page.runs) {
    const [start, end, left, top, width, height] = run;
    if (end <= start) continue;
    const across = outside(px, left, left + width);
    // Beside a line is nearer than above or below it, as in any text that is selected with the mouse.
    const down = outside(py, top, top + height) * 4;
    const distance = across * across + down * down;
    if (distance < least) {
      least = distance;
      best = run;
    }
  }
  if (best === null) return null;
  const [start, end, left, top, width, height] = best;
  const along = isVertical(width, height, end - start)
    ? (py - top) / Math.max(height, 1e-9)
    : (px - left) / Math.max(width, 1e-9);
  return start + Math.round(Math.max(0, Math.min(1, along)) * (end - start));
}

/** Whether a point stands on words, rather than beside them. */
export function isOnWords(page: LayoutPage, x: number, y: number): boolean {
  const px = x * page.width;
  const py = y * page.height;
  return page.runs.some(
    ([, , left, top, width, height]) =>
      outside(px, left, left + width) === 0 && outside(py, top, top + height) === 0,
  );
}

function outside(at: number, from: number, to: number): number {
  return Math.max(from - at, 0, at - to);
}

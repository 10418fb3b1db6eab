/** Width and height in one unit. */
export interface Size {
  width: number;
  height: number;
}

/** Where pages stand under one another, in CSS pixels from the upper end. */
export interface PageLayout {
  tops: readonly number[];
  sizes: readonly Size[];
  /** Of all pages with what stands between and around them. */
  height: number;
  /** Of the widest page. */
  width: number;
}

/**
 * Puts pages under one another.
 *
 * @param sizes of the pages, in points
 * @param scale CSS pixels to a point
 * @param gap CSS pixels before, between and after them
 */
export function layPages(sizes: readonly Size[], scale: number, gap: number): PageLayout {
  const tops: number[] = [];
  const drawn: Size[] = [];
  let top = gap;
  let width = 0;
  for (const size of sizes) {
    const page = {
      width: Math.floor(size.width * scale),
      height: Math.floor(size.height * scale),
    };
    tops.push(top);
    drawn.push(page);
    top += page.height + gap;
    width = Math.max(width, page.width);
  }
  return { tops, sizes: drawn, height: top, width };
}

/** The page, from 1, that an offset lies in or after; 1 before the first. */
export function pageAt({ tops }: PageLayout, offset: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** The pages, from 1, of which something stands between two offsets. */
export function pagesBetween(layout: PageLayout, from: number, to: number): number[] {
  const first = pageAt(layout, from);
  const last = pageAt(layout, to);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (page) => page <= layout.tops.length,
  );
}

/** Which page an offset is on, and how far down it as a share of its height. */
export function placeAt(layout: PageLayout, offset: number): { page: number; within: number } {
  const page = pageAt(layout, offset);
  const height = layout.sizes[page - 1]?.height ?? 1;
  return { page, within: (offset - (layout.tops[page - 1] ?? 0)) / height };
}

/** The offset of a place, which stays on the same words when pages are drawn larger or smaller. */
export function offsetOf(
  layout: PageLayout,
  { page, within }: { page: number; within: number },
): number {
  const at = Math.max(1, Math.min(layout.tops.length, page)) - 1;
  return (layout.tops[at] ?? 0) + within * (layout.sizes[at]?.height ?? 0);
}

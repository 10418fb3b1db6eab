import type { Place } from '#contract/annotation.ts';
import type { SegmentPlace } from '#contract/source.ts';
import { bisect } from './interval-index.ts';

/** Where in its source an offset stands: the last segment that starts at or before it. */
export function placeAt(segments: readonly SegmentPlace[], offset: number): Place | undefined {
  const after = bisect(segments.length, (at) => (segments[at]?.start ?? Infinity) > offset);
  const segment = segments[after - 1];
  return segment === undefined ? undefined : { page: segment.page, paragraph: segment.paragraph };
}

/** What the margin says beside one line: its paragraph's number where one starts, and the page where one begins. */
export interface MarginNumber {
  readonly paragraph: number;
  readonly page: number | null;
}

/** The margin number of the line [from, to], or undefined where no segment starts in it. */
export function marginNumber(
  segments: readonly SegmentPlace[],
  from: number,
  to: number,
): MarginNumber | undefined {
  const at = bisect(segments.length, (i) => (segments[i]?.start ?? Infinity) >= from);
  const segment = segments[at];
  if (segment === undefined || segment.start > to) return undefined;
  const before = segments[at - 1]?.page ?? null;
  return {
    paragraph: segment.paragraph,
    page: segment.page !== null && segment.page !== before ? segment.page : null,
  };
}

import type { Stretch } from './interval-index.ts';

/** Lane of a stretch that found no free one within the limit. */
export const NO_LANE = -1;

/**
 * Gives each stretch the first lane in which it overlaps no other, so that stripes side by side never hide one
 * another. First fit in document order uses as few lanes as the deepest overlap needs.
 *
 * @param stretches in document order
 * @param limit lanes there are; a stretch that fits in none gets `NO_LANE`
 * @param reach offset up to which a stretch keeps its lane taken, where that is further than its end: stripes of two
 *   passages on one line of the page would hide one another though the passages do not overlap
 */
export function assignLanes(
  stretches: readonly Stretch[],
  limit: number,
  reach: (stretch: Stretch) => number = (stretch) => stretch.end,
): Map<string, number> {
  const takenUntil: number[] = [];
  const lanes = new Map<string, number>();
  for (const stretch of stretches) {
    let lane = takenUntil.findIndex((until) => until <= stretch.start);
    if (lane < 0) lane = takenUntil.length < limit ? takenUntil.length : NO_LANE;
    if (lane !== NO_LANE) takenUntil[lane] = Math.max(stretch.end, reach(stretch));
    lanes.set(stretch.id, lane);
  }
  return lanes;
}

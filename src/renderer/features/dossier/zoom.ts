/** The sizes that zooming steps through; 1 is the size on paper. */
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** The next larger (1) or smaller (-1) size, and the last of them where there is none. */
export function nextZoom(zoom: number, by: 1 | -1): number {
  // A size that is all but a step counts as that step.
  const slack = 0.005;
  const next =
    by === 1
      ? steps.find((step) => step > zoom + slack)
      : steps.findLast((step) => step < zoom - slack);
  return next ?? (by === 1 ? (steps.at(-1) ?? 1) : steps[0]);
}

/** The page, from 1, that an offset lies in, given where each begins. Pixels. */
export function pageAt(tops: readonly number[], offset: number): number {
  return Math.max(1, tops.findLastIndex((top) => top <= offset) + 1);
}

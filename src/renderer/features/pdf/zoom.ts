/** How large pages are drawn: as the window allows, or by a share of their size on paper. */
export type Zoom = 'width' | 'page' | number;

/** The sizes that zooming steps through; 1 is the size on paper. */
export const steps = [
  0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4,
] as const;

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

/** Largest share of its size on paper at which a page fills the width, so that few words do not fill a large window. */
const WIDEST = 1.4;

/**
 * How large a page is drawn, as a share of its size on paper.
 *
 * @param page its size on paper in CSS pixels
 * @param room what it may fill, in CSS pixels
 */
export function sizeOf(
  zoom: Zoom,
  page: { width: number; height: number },
  room: { width: number; height: number },
): number {
  if (typeof zoom === 'number') return zoom;
  const across = room.width / page.width;
  const fitting = zoom === 'width' ? across : Math.min(across, room.height / page.height);
  return Math.max(0.1, Math.min(fitting, WIDEST));
}

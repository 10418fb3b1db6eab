/** Left and right of each row together, in pixels. */
const rowPadding = 16;

/** The least pixels that a track takes: the first length in it. */
function leastWidth(track: string): number {
  return Number(/(\d+)px/.exec(track)?.[1] ?? 0);
}

/** The least pixels that a row of these columns takes. */
export function leastOf(columns: readonly { width: string }[]): number {
  return columns.reduce((sum, { width }) => sum + leastWidth(width), rowPadding);
}

/** The columns that find room in `width` pixels. */
export function fitting<C extends { width: string; spare?: number }>(
  columns: readonly C[],
  width: number,
): readonly C[] {
  if (width === 0 || leastOf(columns) <= width) return columns;
  const ranks = columns.map(({ spare }) => spare ?? 0);
  const highest = Math.max(...ranks);
  if (highest === 0) return columns;
  return fitting(
    columns.filter(({ spare }) => (spare ?? 0) !== highest),
    width,
  );
}

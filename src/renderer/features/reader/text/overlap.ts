import type { Stretch } from './interval-index.ts';

/** A piece of text over which the same stretches lie from its first to its last code unit. */
export interface Piece<T extends Stretch> {
  readonly from: number;
  readonly to: number;
  /** The innermost of the stretches over it, outermost first; at most as many as were asked for. */
  readonly over: readonly T[];
  /** How many lie over it in all. */
  readonly depth: number;
}

/**
 * Cuts overlapping stretches into pieces that do not overlap, in order, each saying what lies over it. Text under no
 * stretch gets no piece. Pieces are cut off at [from, to).
 *
 * @param stretches in document order
 * @param keep most stretches named in a piece; the depth counts all
 */
export function cutIntoPieces<T extends Stretch>(
  stretches: readonly T[],
  from: number,
  to: number,
  keep = 4,
): Piece<T>[] {
  const edges = new Set<number>();
  for (const { start, end } of stretches) {
    if (end <= from || start >= to || start >= end) continue;
    edges.add(Math.max(start, from));
    edges.add(Math.min(end, to));
  }
  const cuts = [...edges].toSorted((a, b) => a - b);

  const pieces: Piece<T>[] = [];
  let open: T[] = [];
  let next = 0;
  for (const [ordinal, cut] of cuts.entries()) {
    const until = cuts[ordinal + 1];
    if (until === undefined) break;
    open = open.filter(({ end }) => end > cut);
    for (let stretch = stretches[next]; stretch !== undefined; stretch = stretches[next]) {
      if (stretch.start > cut) break;
      if (stretch.end > cut && stretch.start < stretch.end) open.push(stretch);
      next += 1;
    }
    if (open.length === 0) continue;
    pieces.push({ from: cut, to: until, over: open.slice(-keep), depth: open.length });
  }
  return pieces;
}

/** A rectangle of a drawing that is taken. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a label stands, and whether a line leads from it to its point. */
export interface LabelPlace {
  readonly rect: Rect;
  readonly leader: readonly [number, number] | null;
}

/** Directions around a point in the order in which a label is best read there: to the right, to the left, above, below. */
const directions: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0.71, -0.71],
  [0.71, 0.71],
  [-0.71, -0.71],
  [-0.71, 0.71],
  [0, -1],
  [0, 1],
  [0.92, -0.38],
  [0.92, 0.38],
  [-0.92, -0.38],
  [-0.92, 0.38],
  [0.38, -0.92],
  [0.38, 0.92],
  [-0.38, -0.92],
  [-0.38, 0.92],
];
/** Pixels from the point to the nearest edge of its label: beside it, then farther off with a line. */
const distances = [6, 20, 34, 50, 70, 95];
const leaderFrom = 14;

/** What of a drawing is taken, and by what. */
export class Occupied {
  readonly #rects: Rect[] = [];
  readonly #leaders: (readonly [number, number, number, number])[] = [];
  readonly #frame: Rect;

  constructor(frame: Rect) {
    this.#frame = frame;
  }

  take(rect: Rect): void {
    this.#rects.push(rect);
  }

  /** Whether a rectangle lies in the frame and touches nothing that is taken. */
  isFree(rect: Rect): boolean {
    const { x, y, width, height } = this.#frame;
    if (rect.x < x || rect.y < y) return false;
    if (rect.x + rect.width > x + width || rect.y + rect.height > y + height) return false;
    return (
      this.#rects.every((other) => !overlap(rect, other)) &&
      this.#leaders.every(([x1, y1, x2, y2]) => !crosses(rect, x1, y1, x2, y2))
    );
  }

  /** The first free place for a label beside or around a point, which is taken from then on; null when there is none. */
  placeAround(
    [x, y]: readonly [number, number],
    size: { width: number; height: number },
    nearest = 0,
  ): LabelPlace | null {
    for (const distance of distances) {
      for (const [dx, dy] of directions) {
        const gap = distance + nearest;
        const rect = {
          x: x + dx * (gap + size.width / 2) - size.width / 2,
          y: y + dy * (gap + size.height / 2) - size.height / 2,
          ...size,
        };
        if (!this.isFree(rect)) continue;
        if (distance < leaderFrom) {
          this.take(rect);
          return { rect, leader: null };
        }
        const end = nearestOn(rect, x, y);
        const begin = [x + dx * 4, y + dy * 4] as const;
        if (this.#rects.some((other) => crosses(shrunk(other), ...begin, ...end))) continue;
        this.take(rect);
        this.#leaders.push([...begin, ...end]);
        return { rect, leader: end };
      }
    }
    return null;
  }
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A line may touch the edge of what it passes, as it does at the point it comes from. */
function shrunk({ x, y, width, height }: Rect): Rect {
  return { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
}

function nearestOn({ x, y, width, height }: Rect, px: number, py: number): [number, number] {
  return [Math.min(Math.max(px, x), x + width), Math.min(Math.max(py, y), y + height)];
}

/** Whether a stretch of a line lies in a rectangle (Liang and Barsky's clipping). */
function crosses(
  { x, y, width, height }: Rect,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): boolean {
  let from = 0;
  let to = 1;
  const sides = [
    [x1 - x2, x1 - x],
    [x2 - x1, x + width - x1],
    [y1 - y2, y1 - y],
    [y2 - y1, y + height - y1],
  ] as const;
  for (const [toward, distance] of sides) {
    if (toward === 0) {
      if (distance < 0) return false;
      continue;
    }
    const at = distance / toward;
    if (toward < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    if (from > to) return false;
  }
  return true;
}

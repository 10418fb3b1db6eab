import { line, tenth } from '../svg.ts';
import type { ChartLink } from './graph.ts';
import type { Box, Layout, Stub } from './layout.ts';
import type { Measures } from './measures.ts';
import type { Route } from './routes.ts';
import { arrow, box, disc, discRadius, disputedMark, stroke, underEdge } from './shapes.ts';

type Point = readonly [x: number, y: number];

/** The links between the middle and the columns, with their words. */
export function paintStubs(layout: Layout, measures: Measures): string[] {
  const ports = portsOfMiddle(layout);
  return layout.stubs.map((stub) => {
    const outer = layout.boxes.get(stub.outer);
    const inner = layout.boxes.get(stub.inner);
    if (outer === undefined || inner === undefined) return '';
    const way = stub.side === 'left' ? 1 : -1;
    const edge = stub.side === 'left' ? outer.x + outer.width : outer.x;
    const laneEnd = edge + way * measures.lane;
    const { link, y } = stub;
    const hub = stub.side === 'left' ? inner.x : inner.x + inner.width;
    // A short straight piece has room for a mark and an arrowhead, away from the words.
    const straight = laneEnd + way * (link.disputed ? 16 : 4);
    const half = (straight + hub) / 2;
    const port = ports.get(stub) ?? inner.y + inner.height / 2;
    const points = [edge - way * underEdge, y, straight, half, port, hub + way * underEdge].map(
      tenth,
    );
    const [start, at, lane, bend, end, under] = points;
    const middle = (edge + laneEnd) / 2;
    const { size, lineHeight } = measures;
    return [
      stroke(
        `M${start},${at}H${lane}C${bend},${at} ${bend},${end} ${tenth(hub)},${end}H${under}`,
        link.passages > 0,
      ),
      link.directed
        ? link.to === stub.outer
          ? arrow(edge, y, [-way, 0])
          : arrow(straight, y, [way, 0])
        : '',
      link.disputed ? disputedMark(laneEnd + way * 2, y) : '',
      ...stub.above.map((text, index) =>
        line(text, middle, y - 3 - (stub.above.length - 1 - index) * lineHeight, {
          size,
          anchor: 'middle',
        }),
      ),
      ...stub.below.map(({ text, italic }, index) =>
        line(text, middle, y + size + index * lineHeight, { size, anchor: 'middle', italic }),
      ),
    ].join('');
  });
}

/** Where in the middle each line ends: in the order in which they come, so that no two cross. */
function portsOfMiddle({ stubs, boxes }: Layout): Map<Stub, number> {
  const ports = new Map<Stub, number>();
  for (const side of ['left', 'right'] as const) {
    for (const [id, { y, height }] of boxes) {
      const own = stubs
        .filter((stub) => stub.side === side && stub.inner === id)
        .toSorted((a, b) => a.y - b.y);
      const step = Math.min(9, (height - 10) / Math.max(1, own.length - 1));
      own.forEach((stub, index) => {
        ports.set(stub, y + height / 2 + (index - (own.length - 1) / 2) * step);
      });
    }
  }
  return ports;
}

/** The links among those in the middle: straight down to the next, around the boxes to others. */
export function middleRoutes(links: readonly ChartLink[], { boxes }: Layout): Route[] {
  const middle = [...boxes.values()]
    .filter(({ side }) => side === 'middle')
    .toSorted((a, b) => a.y - b.y);
  const besides = new Map<string, number>();
  return links.flatMap((link) => {
    const from = middle.findIndex(({ node }) => node.id === link.from);
    const to = middle.findIndex(({ node }) => node.id === link.to);
    const [a, b] = [middle[from], middle[to]];
    if (a === undefined || b === undefined) return [];
    const pair = [link.from, link.to].toSorted().join(' ');
    const index = besides.get(pair) ?? 0;
    besides.set(pair, index + 1);
    if (Math.abs(from - to) === 1) {
      const x = a.x + a.width / 2 + (index === 0 ? 0 : index % 2 === 0 ? 24 : -24);
      const ends: [Point, Point] =
        from < to
          ? [
              [x, a.y + a.height],
              [x, b.y],
            ]
          : [
              [x, a.y],
              [x, b.y + b.height],
            ];
      return [{ link, corners: ends, along: 0 }];
    }
    const x = a.x + a.width + 10 + 7 * index + 4 * Math.abs(from - to);
    const middleOf = ({ y, height }: Box) => y + height / 2 + (index - 1) * 4;
    const corners: Point[] = [
      [a.x + a.width, middleOf(a)],
      [x, middleOf(a)],
      [x, middleOf(b)],
      [b.x + b.width, middleOf(b)],
    ];
    return [{ link, corners, along: 1 }];
  });
}

/** The numbered links: lines with rounded corners, and their numbers where there is room for them. */
export function paintRoutes(
  routes: readonly Route[],
  size: number,
): { lines: string[]; discs: string[] } {
  const taken: Point[] = [];
  const lines: string[] = [];
  const discs: string[] = [];
  const apart = discRadius(size) * 2 + 1;
  const free = ([x, y]: Point) =>
    taken.every(([a, b]) => Math.abs(a - x) >= apart || Math.abs(b - y) >= apart);
  routes.forEach(({ link, corners, along }, index) => {
    const from = corners[along] ?? [0, 0];
    const to = corners[along + 1] ?? from;
    const at = placesAlong(from, to).find(free) ?? [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    taken.push(at);
    const last = corners.at(-1) ?? [0, 0];
    const before = corners.at(-2) ?? last;
    const way: Point = [Math.sign(last[0] - before[0]), Math.sign(last[1] - before[1])];
    lines.push(
      stroke(rounded(corners), link.passages > 0) + (link.directed ? arrow(...last, way) : ''),
    );
    discs.push(
      disc(index + 1, ...at, size) +
        (link.disputed ? disputedMark(at[0], at[1] + discRadius(size) + 6) : ''),
    );
    if (link.disputed) taken.push([at[0], at[1] + discRadius(size) + 6]);
  });
  return { lines, discs };
}

/** Points of a stretch, the middle first, then by turns to either side. */
function placesAlong([x1, y1]: Point, [x2, y2]: Point): Point[] {
  const steps = 16;
  return Array.from({ length: steps - 1 }, (_, index) => {
    const offset = Math.ceil(index / 2) * (index % 2 === 0 ? 1 : -1);
    const part = 0.5 + offset / steps;
    return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
  });
}

function rounded(corners: readonly Point[]): string {
  const radius = 4;
  let path = '';
  corners.forEach(([x, y], index) => {
    const before = corners[index - 1];
    const after = corners[index + 1];
    if (before === undefined) path += `M${tenth(x)},${tenth(y)}`;
    else if (after === undefined) path += `L${tenth(x)},${tenth(y)}`;
    else {
      const near = ([a, b]: Point): Point => {
        const distance = Math.max(Math.abs(a - x), Math.abs(b - y));
        const part = distance === 0 ? 0 : Math.min(radius, distance / 2) / distance;
        return [x + (a - x) * part, y + (b - y) * part];
      };
      const [enter, leave] = [near(before), near(after)];
      path += `L${tenth(enter[0])},${tenth(enter[1])}Q${tenth(x)},${tenth(y)} ${tenth(leave[0])},${tenth(leave[1])}`;
    }
  });
  return path;
}

/** All boxes. */
export function paintBoxes({ boxes }: Layout, { size, lineHeight }: Measures): string[] {
  return [...boxes.values()].map((own) => box(own, { size, lineHeight }));
}

import type { ChartLink } from './graph.ts';
import type { Box, Layout } from './layout.ts';
import { trackWidth, type Measures } from './measures.ts';

/** A link that has a number in the chart, and its words in the key. */
export interface Route {
  readonly link: ChartLink;
  /** From the box it runs from to the one it runs to: corners of a line. */
  readonly corners: readonly (readonly [x: number, y: number])[];
  /** Which stretch of the line the number stands on, by its first corner. */
  readonly along: number;
}

export interface Routed {
  readonly routes: readonly Route[];
  /** Room above the columns. */
  readonly above: number;
  /** Links for which there was no room beside the columns. */
  readonly noRoom: readonly ChartLink[];
}

/** How many routes can run beside one another along a column. */
const mostTracks = 8;

/** Links between entities of the columns, which run around the outside of the chart. */
export function innerLinks(links: readonly ChartLink[], centre: ReadonlySet<string>): ChartLink[] {
  return links.filter(({ from, to }) => !centre.has(from) && !centre.has(to));
}

interface Wanted {
  readonly link: ChartLink;
  readonly from: Box;
  readonly to: Box;
}

/**
 * Which track each of these links takes beside the columns, so that no two lie on one another: short ones inside, long ones
 * around them, and those from one column to the other over the top. Widths are not needed yet.
 */
export function tracksOf(
  links: readonly ChartLink[],
  boxes: ReadonlyMap<string, Box>,
): { left: number; right: number; over: number; place: (link: ChartLink) => Tracks | undefined } {
  const wanted = links
    .flatMap((link): Wanted[] => {
      const from = boxes.get(link.from);
      const to = boxes.get(link.to);
      return from === undefined || to === undefined ? [] : [{ link, from, to }];
    })
    .toSorted((a, b) => spanOf(a) - spanOf(b));
  const used = { left: [] as Interval[][], right: [] as Interval[][], over: 0 };
  const places = new Map<ChartLink, Tracks>();
  for (const { link, from, to } of wanted) {
    const [a, b] = [middleOf(from), middleOf(to)];
    if (from.side === to.side) {
      const side = from.side === 'right' ? 'right' : 'left';
      const track = take(used[side], [Math.min(a, b), Math.max(a, b)]);
      if (track !== undefined) places.set(link, { [side]: track });
      continue;
    }
    const [left, right] = from.side === 'left' ? [a, b] : [b, a];
    const trackLeft = take(used.left, [-Infinity, left]);
    if (trackLeft === undefined) continue;
    const trackRight = take(used.right, [-Infinity, right]);
    if (trackRight === undefined) {
      used.left[trackLeft]?.pop();
      continue;
    }
    places.set(link, { left: trackLeft, right: trackRight, over: used.over });
    used.over += 1;
  }
  return {
    left: used.left.length,
    right: used.right.length,
    over: used.over,
    place: (link) => places.get(link),
  };
}

interface Tracks {
  readonly left?: number;
  readonly right?: number;
  readonly over?: number;
}
type Interval = readonly [from: number, to: number];

/** The first track that is free from here to there, if there may be one. */
function take(tracks: Interval[][], [from, to]: Interval): number | undefined {
  const apart = 5;
  let track = tracks.findIndex((taken) =>
    taken.every(([a, b]) => to + apart < a || b + apart < from),
  );
  if (track < 0) {
    if (tracks.length >= mostTracks) return undefined;
    track = tracks.push([]) - 1;
  }
  tracks[track]?.push([from, to]);
  return track;
}

function spanOf({ from, to }: Wanted): number {
  const distance = Math.abs(middleOf(from) - middleOf(to));
  return from.side === to.side ? distance : 10_000 + middleOf(from) + middleOf(to);
}

function middleOf({ y, height }: Box): number {
  return y + height / 2;
}

/** The lines of the links that run around the chart. */
export function route(
  links: readonly ChartLink[],
  layout: Layout,
  tracks: ReturnType<typeof tracksOf>,
  measures: Measures,
): Routed {
  const above = tracks.over === 0 ? 0 : (tracks.over + 1) * trackWidth;
  const placed = links.filter((link) => tracks.place(link) !== undefined);
  const portOf = portsOf(placed, layout);
  const xOf = (side: 'left' | 'right', track: number) =>
    side === 'left'
      ? measures.margin.left - (track + 1) * trackWidth
      : measures.width - measures.margin.right + (track + 1) * trackWidth;
  const end = (link: ChartLink, id: string): readonly [number, number] => {
    const box = layout.boxes.get(id);
    if (box === undefined) return [0, 0];
    return [box.side === 'left' ? box.x : box.x + box.width, portOf(link, id)];
  };
  const routes = placed.map((link): Route => {
    const tracksHere = tracks.place(link) ?? {};
    const [from, to] = [end(link, link.from), end(link, link.to)];
    if (tracksHere.over === undefined) {
      const side = tracksHere.left === undefined ? 'right' : 'left';
      const x = xOf(side, tracksHere[side] ?? 0);
      return { link, corners: [from, [x, from[1]], [x, to[1]], to], along: 1 };
    }
    const top = -(tracksHere.over + 1) * trackWidth;
    const xs = {
      left: xOf('left', tracksHere.left ?? 0),
      right: xOf('right', tracksHere.right ?? 0),
    };
    const [first, second] =
      layout.boxes.get(link.from)?.side === 'left' ? [xs.left, xs.right] : [xs.right, xs.left];
    const corners = [
      from,
      [first, from[1]],
      [first, top],
      [second, top],
      [second, to[1]],
      to,
    ] as const;
    return { link, corners, along: 2 };
  });
  return { routes, above, noRoom: links.filter((link) => tracks.place(link) === undefined) };
}

/** Where on the outer edge of a box each of its routes ends: in the order of where they come from. */
function portsOf(links: readonly ChartLink[], { boxes }: Layout) {
  const ports = new Map<string, number>();
  for (const [id, box] of boxes) {
    const own = links
      .filter(({ from, to }) => from === id || to === id)
      .map((link) => {
        const other = boxes.get(link.from === id ? link.to : link.from);
        const at = other === undefined ? 0 : other.side === box.side ? middleOf(other) : -1;
        return { link, at };
      })
      .toSorted((a, b) => a.at - b.at);
    const step = Math.min(8, (box.height - 8) / Math.max(1, own.length - 1));
    own.forEach(({ link }, index) => {
      const offset = own.length === 1 ? 0 : (index - (own.length - 1) / 2) * step;
      ports.set(`${link.id} ${id}`, middleOf(box) + offset);
    });
  }
  return (link: ChartLink, id: string) => ports.get(`${link.id} ${id}`) ?? 0;
}

import { balanced } from '../lettering.ts';
import { otherEnd, type Columns } from './columns.ts';
import type { ChartLink, ChartNode, Chosen } from './graph.ts';
import type { Measures } from './measures.ts';

/** A box with a name in it. */
export interface Box {
  readonly node: ChartNode;
  readonly side: Side;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}
export type Side = 'left' | 'middle' | 'right';

/** Where a link meets the box beside the middle, with its words above and below. */
export interface Stub {
  readonly link: ChartLink;
  readonly outer: string;
  readonly inner: string;
  readonly side: 'left' | 'right';
  readonly y: number;
  readonly above: readonly string[];
  readonly below: readonly { readonly text: string; readonly italic: boolean }[];
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly stubs: readonly Stub[];
  /** Of the columns. */
  readonly height: number;
}

/** Least space between two rows of a column, and between two in the middle, whose links run between them. */
const gap = 7;
const apart = 26;

/** The rows of a box beside the middle: one for each of its links with the middle, and its name. */
function rowOf(node: ChartNode, chosen: Chosen, measures: Measures) {
  const { size, lineHeight, lane, box } = measures;
  const places = new Map(chosen.centre.map(({ id }, index) => [id, index]));
  const words = { width: lane - 12, size };
  let y = 0;
  const ports = chosen.links
    .filter((link) => touches(link, node.id) && places.has(otherEnd(link, node.id)))
    .toSorted(
      (a, b) => (places.get(otherEnd(a, node.id)) ?? 0) - (places.get(otherEnd(b, node.id)) ?? 0),
    )
    .map((link) => {
      const above = balanced(link.label, { ...words, most: 2 });
      const below = [
        ...(link.role === null
          ? []
          : balanced(link.role, { ...words, most: 3 }).map((text) => ({ text, italic: true }))),
        ...(link.dates === null
          ? []
          : balanced(link.dates, { ...words, most: 2 }).map((text) => ({ text, italic: false }))),
      ];
      const at = y + above.length * lineHeight + 3;
      y = at + (below.length === 0 ? 3 : below.length * lineHeight + 3);
      return { link, at, above, below };
    });
  const name = { width: box - 20, size, bold: node.subject };
  const lines = balanced(node.name, { ...name, most: 4 });
  const first = ports.at(0)?.at ?? 0;
  const last = ports.at(-1)?.at ?? 0;
  const height = Math.max(lines.length * lineHeight + 9, last - first + size * 1.4);
  const boxTop = (first + last) / 2 - height / 2;
  const top = Math.min(0, boxTop);
  return {
    node,
    ports: ports.map((port) => ({ ...port, at: port.at - top })),
    lines,
    boxTop: boxTop - top,
    boxHeight: height,
    height: Math.max(y, boxTop + height) - top,
  };
}

/** What an entity takes of a column. */
export function heightIn(chosen: Chosen, measures: Measures) {
  return (node: ChartNode): number => rowOf(node, chosen, measures).height + gap;
}

/** Where everything stands, but for the links that do not run between the middle and a column. */
export function layOut(chosen: Chosen, columns: Columns, measures: Measures): Layout {
  const boxes = new Map<string, Box>();
  const stubs: Stub[] = [];
  const rows = {
    left: columns.left.map((node) => rowOf(node, chosen, measures)),
    right: columns.right.map((node) => rowOf(node, chosen, measures)),
  };
  const middles = chosen.centre.map((node) => middleBox(node, chosen, measures));
  const stacked = (column: readonly { height: number }[], between: number) =>
    column.reduce((sum, row) => sum + row.height + between, -between);
  const heights = [stacked(rows.left, gap), stacked(rows.right, gap), stacked(middles, apart)];
  const height = Math.max(...heights, 0);
  for (const side of ['left', 'right'] as const) {
    // Rows are spread, so that both columns begin and end at the same height.
    const own = rows[side].reduce((sum, row) => sum + row.height, 0);
    const count = rows[side].length;
    const space = count === 0 ? 0 : Math.min((height - own) / count, 36);
    let y = (height - own - space * (count - 1)) / 2;
    const x =
      side === 'left'
        ? measures.margin.left
        : measures.width - measures.margin.right - measures.box;
    for (const { node, ports, lines, boxTop, boxHeight, height: rowHeight } of rows[side]) {
      const { id } = node;
      boxes.set(id, {
        node,
        side,
        x,
        y: y + boxTop,
        width: measures.box,
        height: boxHeight,
        lines,
      });
      for (const { link, at, above, below } of ports) {
        stubs.push({
          link,
          outer: node.id,
          inner: otherEnd(link, node.id),
          side,
          y: y + at,
          above,
          below,
        });
      }
      y += rowHeight + space;
    }
  }
  placeMiddle(middles, stubs, height, measures, boxes);
  return { boxes, stubs, height };
}

function middleBox(node: ChartNode, chosen: Chosen, { size, lineHeight, middle }: Measures) {
  const lines = balanced(node.name, { width: middle - 18, size: size + 0.5, most: 5, bold: true });
  const ports = chosen.links.filter((link) => touches(link, node.id)).length;
  return { node, lines, height: Math.max(lines.length * lineHeight + 14, Math.min(ports * 3, 60)) };
}

/** Each as near as can be to the middle of what it is linked with, in their order and apart. */
function placeMiddle(
  middles: readonly ReturnType<typeof middleBox>[],
  stubs: readonly Stub[],
  height: number,
  { width, middle, margin, box, lane, fan }: Measures,
  boxes: Map<string, Box>,
): void {
  const hasLeft = [...boxes.values()].some(({ side }) => side === 'left');
  const x = hasLeft ? margin.left + box + lane + fan : margin.left;
  const wanted = middles.map((own) => {
    const at = stubs.filter(({ inner }) => inner === own.node.id).map(({ y }) => y);
    const mean = at.length === 0 ? height / 2 : at.reduce((sum, y) => sum + y, 0) / at.length;
    return mean - own.height / 2;
  });
  let least = 0;
  const tops = wanted.map((top, index) => {
    const placed = Math.max(top, least);
    least = placed + (middles[index]?.height ?? 0) + apart;
    return placed;
  });
  let most = height;
  for (let index = tops.length - 1; index >= 0; index -= 1) {
    const own = middles[index];
    if (own === undefined) continue;
    const y = Math.max(Math.min(tops[index] ?? 0, most - own.height), 0);
    most = y - apart;
    boxes.set(own.node.id, {
      node: own.node,
      side: 'middle',
      x,
      y,
      width: Math.min(middle, width),
      height: own.height,
      lines: own.lines,
    });
  }
}

export function touches({ from, to }: ChartLink, id: string): boolean {
  return from === id || to === id;
}

import type { ChartLink, ChartNode, Chosen } from './graph.ts';

/** Entities beside the middle, from top to bottom. */
export interface Columns {
  readonly left: readonly ChartNode[];
  readonly right: readonly ChartNode[];
}

/**
 * Puts the entities beside the middle into two columns: those that are linked with one another side by side and in one
 * column, in the order of what they are linked with in the middle and of their links.
 *
 * @param heightOf what an entity takes of a column
 */
export function columnsOf(chosen: Chosen, heightOf: (node: ChartNode) => number): Columns {
  const row = inOrder(chosen);
  const place = new Map(row.map(({ id }, index) => [id, index]));
  const spans = chosen.links
    .map(({ from, to }) => [place.get(from), place.get(to)])
    .filter((ends): ends is [number, number] => ends.every((end) => end !== undefined));
  const heights = row.map(heightOf);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  let best = { split: row.length, cost: Infinity };
  let above = 0;
  for (let split = 0; split <= row.length; split += 1) {
    const crossing = spans.filter(([a, b]) => a < split !== b < split).length;
    // A link from one column to the other goes round the chart, which is dear.
    const cost = Math.abs(whole - 2 * above) + crossing * 60;
    if (cost < best.cost) best = { split, cost };
    above += heights[split] ?? 0;
  }
  return { left: row.slice(0, best.split), right: row.slice(best.split) };
}

/** All of them in a row: who is linked with whom is near. */
function inOrder({ centre, others, links }: Chosen): ChartNode[] {
  const places = new Map(centre.map(({ id }, index) => [id, index]));
  const rank = new Map<string, readonly [number, number]>();
  const near = new Map<string, string[]>(others.map(({ id }) => [id, []]));
  for (const node of others) {
    const own = links.filter(({ from, to }) => from === node.id || to === node.id);
    const hubs = own
      .map((link) => places.get(otherEnd(link, node.id)))
      .filter((p) => p !== undefined);
    const mean =
      hubs.length === 0 ? centre.length : hubs.reduce((sum, p) => sum + p, 0) / hubs.length;
    const first = links.findIndex(
      (link) => own.includes(link) && (hubs.length === 0 || places.has(otherEnd(link, node.id))),
    );
    rank.set(node.id, [mean, first]);
    near.set(
      node.id,
      own.map((link) => otherEnd(link, node.id)).filter((id) => near.has(id)),
    );
  }
  const before = (a: string, b: string) => {
    const [meanA, firstA] = rank.get(a) ?? [0, 0];
    const [meanB, firstB] = rank.get(b) ?? [0, 0];
    return meanA - meanB || firstA - firstB || (a < b ? -1 : 1);
  };
  const byId = new Map(others.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const row: ChartNode[] = [];
  const visit = (id: string) => {
    const node = byId.get(id);
    if (node === undefined || seen.has(id)) return;
    seen.add(id);
    row.push(node);
    for (const next of (near.get(id) ?? []).toSorted(before)) visit(next);
  };
  for (const id of [...near.keys()].toSorted(before)) visit(id);
  return row;
}

/** Who is at the other end of a link. */
export function otherEnd({ from, to }: ChartLink, id: string): string {
  return from === id ? to : from;
}

import type { ChartGraph, ChartLink, ChartNode, Chosen } from './graph.ts';

/** Subjects that can stand in the middle side by side with their own neighbours still told apart. */
const mostCentre = 5;
/** Links drawn between the same two; the others are counted. */
const mostOfPair = 3;

/**
 * Which entities and links a chart shows: the subjects in the middle, and around them the best connected and best sourced.
 * Of many subjects those are in the middle that have the most links, so that most links run from the middle outwards.
 *
 * @param most entities
 * @param mostInner links between entities that are not in the middle
 */
export function choose(
  graph: ChartGraph,
  { most, mostInner }: { most: number; mostInner: number },
): Chosen {
  const known = new Set(graph.nodes.map(({ id }) => id));
  const links = graph.links.filter(
    ({ from, to }) => from !== to && known.has(from) && known.has(to),
  );
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const nodes = graph.nodes.filter(({ id }) => linked.has(id));
  const centre = centreOf(nodes, links);
  const inCentre = new Set(centre.map(({ id }) => id));
  const others = ranked(nodes, links, inCentre).slice(0, Math.max(0, most - centre.length));
  const shown = new Set([...inCentre, ...others.map(({ id }) => id)]);
  const between = links.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const drawn = withoutTooMany(between, inCentre, mostInner);
  const touched = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const middle = centre.filter(({ id }) => touched.has(id));
  const beside = others.filter(({ id }) => touched.has(id));
  // Where everyone is a subject, nobody needs to be marked as one.
  const plain = [...middle, ...beside].every(({ subject }) => subject);
  const marked = (node: ChartNode) => (plain ? { ...node, subject: false } : node);
  return {
    centre: middle.map(marked),
    others: beside.map(marked),
    links: drawn,
    left: {
      entities: nodes.filter(({ id }) => !touched.has(id)).length,
      links: links.length - drawn.length,
    },
    alone: graph.nodes.filter(({ id, subject }) => subject && !linked.has(id)),
  };
}

function centreOf(nodes: readonly ChartNode[], links: readonly ChartLink[]): ChartNode[] {
  const subjects = nodes.filter(({ subject }) => subject);
  if (subjects.length > 0 && subjects.length <= mostCentre) return subjects;
  const centre: ChartNode[] = [];
  let open = links;
  while (centre.length < mostCentre && open.length > 0) {
    const count = counted(open);
    const best = nodes
      .filter((node) => !centre.includes(node))
      .toSorted(
        (a, b) =>
          (count.get(b.id) ?? 0) - (count.get(a.id) ?? 0) ||
          Number(b.subject) - Number(a.subject) ||
          byName(a, b),
      )
      .at(0);
    if (best === undefined) break;
    // One more in the middle for a single link would only make it longer.
    if (centre.length > 0 && (count.get(best.id) ?? 0) < 2) break;
    centre.push(best);
    open = open.filter(({ from, to }) => from !== best.id && to !== best.id);
  }
  return centre;
}

function counted(links: readonly ChartLink[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const { from, to } of links) {
    count.set(from, (count.get(from) ?? 0) + 1);
    count.set(to, (count.get(to) ?? 0) + 1);
  }
  return count;
}

/** Those outside the middle: first who is linked with it, then by number of links and of passages that support them. */
function ranked(
  nodes: readonly ChartNode[],
  links: readonly ChartLink[],
  centre: ReadonlySet<string>,
): ChartNode[] {
  const near = new Set<string>();
  const score = new Map<string, number>();
  for (const { from, to, passages } of links) {
    if (centre.has(from)) near.add(to);
    if (centre.has(to)) near.add(from);
    const worth = 2 + Math.min(passages, 5);
    score.set(from, (score.get(from) ?? 0) + worth);
    score.set(to, (score.get(to) ?? 0) + worth);
  }
  return nodes
    .filter(({ id }) => !centre.has(id))
    .toSorted(
      (a, b) =>
        Number(near.has(b.id)) - Number(near.has(a.id)) ||
        Number(b.subject) - Number(a.subject) ||
        (score.get(b.id) ?? 0) - (score.get(a.id) ?? 0) ||
        byName(a, b),
    );
}

/** Without links beyond a few between the same two, and without the least sourced ones that do not touch the middle. */
function withoutTooMany(
  links: readonly ChartLink[],
  centre: ReadonlySet<string>,
  mostInner: number,
): ChartLink[] {
  const ofPair = new Map<string, number>();
  const bestFirst = links
    .map((link, order) => ({ link, order }))
    .toSorted((a, b) => b.link.passages - a.link.passages || a.order - b.order);
  const kept = new Set<ChartLink>();
  let inner = 0;
  for (const { link } of bestFirst) {
    const pair = [link.from, link.to].toSorted().join(' ');
    const already = ofPair.get(pair) ?? 0;
    const isInner = !centre.has(link.from) && !centre.has(link.to);
    if (already >= mostOfPair || (isInner && inner >= mostInner)) continue;
    ofPair.set(pair, already + 1);
    if (isInner) inner += 1;
    kept.add(link);
  }
  return links.filter((link) => kept.has(link));
}

/** By code units and not by a language's rules, which differ between computers. */
export function byName(a: ChartNode, b: ChartNode): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

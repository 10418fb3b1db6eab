import { pageHeight, type Drawing } from '../drawing.ts';
import { document, element } from '../svg.ts';
import { choose } from './choose.ts';
import { columnsOf } from './columns.ts';
import type { ChartGraph, ChartLink, Chosen } from './graph.ts';
import { inWords, keyOf, legendOf } from './key.ts';
import { heightIn, layOut, type Layout } from './layout.ts';
import { measuresOf, type Measures } from './measures.ts';
import { middleRoutes, paintBoxes, paintRoutes, paintStubs } from './paint.ts';
import { innerLinks, route, tracksOf, type Routed } from './routes.ts';
import type { ChartWords } from './words.ts';

/** Entities in one chart, at most. */
const mostEntities = 40;
/** Links that have their words in the key, at most. */
const mostInner = 24;
/** Sizes of letters in pixels, the one that is wanted first: the last is 6.4 points. */
const sizes = [11, 10, 9.25, 8.5];
/** Names that a note gives before it only counts. */
const mostNamed = 5;

/**
 * Draws the links of the subjects and of those they are linked with, for print in black and white: kinds are told by shape,
 * what is unsourced by dashes, what is disputed by a mark. The subjects stand in the middle and everyone else in columns at
 * both sides, so that the words of each link have a place of their own; links among those of the columns run around the
 * chart and have numbers. No part of it is left to chance: the same graph gives the same bytes.
 *
 * @returns null when there is no link to draw
 */
export function drawChart(graph: ChartGraph, words: ChartWords): Drawing | null {
  for (const size of sizes) {
    const drawn = attempt(graph, words, size, mostEntities);
    if (drawn === null) return null;
    if (drawn.height <= pageHeight) return drawn;
  }
  // What is left out grows as fewer are shown, so the most that fit the page are found by halving.
  const smallest = sizes.at(-1) ?? 0;
  let best = attempt(graph, words, smallest, 2);
  let [fits, tooMany] = [2, mostEntities];
  while (tooMany - fits > 1) {
    const most = Math.floor((fits + tooMany) / 2);
    const drawn = attempt(graph, words, smallest, most);
    if (drawn !== null && drawn.height <= pageHeight) [best, fits] = [drawn, most];
    else tooMany = most;
  }
  return best;
}

function attempt(graph: ChartGraph, words: ChartWords, size: number, most: number): Drawing | null {
  // Words of numbered links stand beneath the chart, and take of its height.
  const chosen = choose(graph, { most, mostInner });
  if (chosen.links.length === 0) return null;
  const { layout, measures, routed } = placed(chosen, size);
  const inMiddle = new Set(chosen.centre.map(({ id }) => id));
  const among = chosen.links.filter(({ from, to }) => inMiddle.has(from) && inMiddle.has(to));
  const routes = [...middleRoutes(among, layout), ...routed.routes];
  const drawnLinks = chosen.links.filter((link) => !routed.noRoom.includes(link));
  const shown: Chosen = { ...chosen, links: drawnLinks };

  const nodes = [...chosen.centre, ...chosen.others];
  const key = keyOf(
    routes.map(({ link }) => link),
    nodes,
    measures,
  );
  const legend = legendOf(shown, words, measures);
  const top = routed.above + 2;
  const bottom = top + layout.height + 4;
  const height = Math.ceil(bottom + key.height + legend.height);
  const painted = paintRoutes(routes, size);
  const svg = document(Math.ceil(measures.width), height, [
    element(
      'g',
      { transform: `translate(0 ${top.toFixed(1)})` },
      [
        ...paintStubs(layout, measures),
        ...painted.lines,
        ...paintBoxes(layout, measures),
        ...painted.discs,
      ].join('\n'),
    ),
    key.paint(bottom),
    legend.paint(bottom + key.height),
  ]);
  return {
    svg,
    width: Math.ceil(measures.width),
    height,
    description: described(graph, shown, words),
    notes: notesOf(shown, routed.noRoom, words),
    names: [...nodes, ...shown.alone.slice(0, mostNamed)].map(({ id }) => id),
  };
}

/** The layout at a size of letters: with as much room beside the columns as the routes there need. */
function placed(
  chosen: Chosen,
  size: number,
): { layout: Layout; measures: Measures; routed: Routed } {
  const inner = innerLinks(chosen.links, new Set(chosen.centre.map(({ id }) => id)));
  let room = { left: 0, right: 0 };
  for (;;) {
    const both = measuresOf(size, { left: true, right: true, tracks: room });
    const columns = columnsOf(chosen, heightIn(chosen, both));
    const measures = measuresOf(size, {
      left: columns.left.length > 0,
      right: columns.right.length > 0,
      tracks: room,
    });
    const layout = layOut(chosen, columns, measures);
    const tracks = tracksOf(inner, layout.boxes);
    if (tracks.left <= room.left && tracks.right <= room.right) {
      return { layout, measures, routed: route(inner, layout, tracks, measures) };
    }
    room = { left: Math.max(room.left, tracks.left), right: Math.max(room.right, tracks.right) };
  }
}

function described(
  graph: ChartGraph,
  { centre, others, links }: Chosen,
  words: ChartWords,
): string {
  const nodes = [...centre, ...others];
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const subjects = graph.nodes.filter(({ id, subject }) => subject && names.has(id));
  const sentence = (link: ChartLink) => {
    const remarks = [
      ...(link.passages === 0 ? [words.unsourced] : []),
      ...(link.disputed ? [words.disputed] : []),
    ];
    const said = inWords(link, (id) => names.get(id) ?? '');
    return remarks.length === 0 ? `${said}.` : `${said} (${remarks.join('; ')}).`;
  };
  const intro = words.intro(
    // The names of many say less than their number.
    subjects.length > mostNamed ? [] : subjects.map(({ name }) => name),
    nodes.length,
    links.length,
  );
  return [intro, ...links.map(sentence)].join(' ');
}

function notesOf(
  { left, alone }: Chosen,
  noRoom: readonly ChartLink[],
  words: ChartWords,
): string[] {
  const links = left.links + noRoom.length;
  const named = alone.slice(0, mostNamed).map(({ name }) => name);
  return [
    ...(left.entities + links > 0 ? [words.left(left.entities, links)] : []),
    ...(alone.length > 0 ? [words.alone(named, alone.length - named.length)] : []),
  ];
}

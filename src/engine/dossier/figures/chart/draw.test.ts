import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageHeight, pageWidth } from '../drawing.ts';
import { lengthOf } from '../lettering.ts';
import { choose } from './choose.ts';
import { columnsOf } from './columns.ts';
import { drawChart } from './draw.ts';
import type { ChartGraph, ChartLink, ChartNode } from './graph.ts';
import { heightIn, layOut } from './layout.ts';
import { measuresOf } from './measures.ts';
import { chartWordsOf } from './words.ts';

const words = chartWordsOf('en');
const node = (id: string, change: Partial<ChartNode> = {}): ChartNode => ({
  id,
  kind: 'person',
  name: `Name of ${id}`,
  subject: id === 's',
  ...change,
});
const link = (
  id: string,
  from: string,
  to: string,
  change: Partial<ChartLink> = {},
): ChartLink => ({
  id,
  from,
  to,
  label: 'is a member of',
  role: null,
  dates: null,
  directed: true,
  passages: 1,
  disputed: false,
  ...change,
});

/** A subject with so many neighbours, each linked with it once. */
function star(neighbours: number): ChartGraph {
  const ids = Array.from({ length: neighbours }, (_, index) => `n${index}`);
  return {
    nodes: [node('s'), ...ids.map((id) => node(id))],
    links: ids.map((id) => link(`l-${id}`, 's', id)),
  };
}

const kinds = ['person', 'organization', 'location', 'event', 'object'] as const;
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const graphs: fc.Arbitrary<ChartGraph> = fc
  .record({
    nodes: fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), name: text, subject: fc.boolean() }),
      {
        minLength: 2,
        maxLength: 60,
      },
    ),
    links: fc.array(
      fc.record({
        ends: fc.tuple(fc.nat(59), fc.nat(59)),
        label: text,
        role: fc.option(text),
        dates: fc.option(text),
        directed: fc.boolean(),
        passages: fc.nat(9),
        disputed: fc.boolean(),
      }),
      { maxLength: 120 },
    ),
  })
  .map(({ nodes, links }) => ({
    nodes: nodes.map((own, index) => ({ id: `n${index}`, ...own })),
    links: links.map(({ ends: [from, to], ...own }, index) => ({
      id: `l${index}`,
      from: `n${from % nodes.length}`,
      to: `n${to % nodes.length}`,
      ...own,
    })),
  }));

describe('a link chart', () => {
  test('fits a page and tells of every link, drawn or not', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const drawn = drawChart(graph, words);
        const links = graph.links.filter(({ from, to }) => from !== to).length;
        if (drawn === null) return links === 0;
        expect(drawn.width).toBeLessThanOrEqual(pageWidth + 1);
        expect(drawn.height).toBeLessThanOrEqual(pageHeight);
        expect(drawn.svg).not.toMatch(/NaN|Infinity|undefined/u);
        const shown = Number(/(\d+) links?\./u.exec(drawn.description)?.[1]);
        const left = Number(/(\d+) further links?/u.exec(drawn.notes.join(' '))?.[1] ?? 0);
        return shown + left === links;
      }),
      { numRuns: 40 },
    );
  });

  test('is the same bytes for the same graph', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(drawChart(structuredClone(graph), words)).toEqual(drawChart(graph, words));
      }),
      { numRuns: 10 },
    );
  });

  test('keeps boxes apart, and the words of a link apart from boxes and from those of another', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const chosen = choose(graph, { most: 40, mostInner: 24 });
        const measures = measuresOf(9, { left: true, right: true, tracks: { left: 2, right: 2 } });
        const columns = columnsOf(chosen, heightIn(chosen, measures));
        const { boxes, stubs } = layOut(chosen, columns, measures);
        const wordsOf = stubs.map((stub) => {
          const outer = boxes.get(stub.outer);
          const x =
            outer === undefined
              ? 0
              : stub.side === 'left'
                ? outer.x + outer.width
                : outer.x - measures.lane;
          const top = stub.y - stub.above.length * measures.lineHeight;
          const bottom = stub.y + stub.below.length * measures.lineHeight;
          return { x, y: top, width: measures.lane, height: bottom - top };
        });
        const all = [...boxes.values(), ...wordsOf];
        for (const [index, one] of all.entries()) {
          for (const other of all.slice(index + 1)) {
            const apart =
              one.x + one.width <= other.x + 0.01 ||
              other.x + other.width <= one.x + 0.01 ||
              one.y + one.height <= other.y + 0.01 ||
              other.y + other.height <= one.y + 0.01;
            expect(apart).toBe(true);
          }
        }
        for (const { above, below } of stubs) {
          for (const line of [...above, ...below.map((words_) => words_.text)]) {
            expect(lengthOf(line, measures.size)).toBeLessThanOrEqual(measures.lane);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test('shows the best connected of very many, and counts the others', () => {
    const graph = star(300);
    const busy = node('busy', { name: 'Busy' });
    const drawn = drawChart(
      {
        nodes: [...graph.nodes, busy],
        links: [
          ...graph.links,
          link('b', 's', 'busy'),
          ...['n1', 'n2', 'n3'].map((id) => link(`b-${id}`, 'busy', id)),
        ],
      },
      words,
    );
    expect(drawn?.description).toContain('Name of s is a member of Busy');
    expect(drawn?.notes).toHaveLength(1);
    expect(drawn?.notes[0]).toMatch(/\d+ further entities and \d+ further links are not drawn/u);
  });

  test('dashes what is unsourced and marks what is disputed, and says so in words and in its key', () => {
    const graph = star(2);
    const plain = drawChart(graph, words);
    expect(plain?.svg).not.toContain('stroke-dasharray');
    expect(plain?.svg).not.toContain(words.disputed);
    const [one, other] = graph.links;
    const doubtful = drawChart(
      {
        ...graph,
        links: [one, other].flatMap((own, index) =>
          own === undefined ? [] : [{ ...own, passages: index, disputed: index === 1 }],
        ),
      },
      words,
    );
    expect(doubtful?.svg).toContain('stroke-dasharray');
    expect(doubtful?.svg).toContain(words.unsourced);
    expect(doubtful?.svg).toContain(words.disputed);
    expect(doubtful?.description).toContain('Name of n0 (unsourced).');
    expect(doubtful?.description).toContain('Name of n1 (sources disagree).');
  });

  test('is not drawn when there is no link, and names subjects without one', () => {
    expect(drawChart({ nodes: [node('s')], links: [] }, words)).toBeNull();
    expect(drawChart({ nodes: [node('s')], links: [link('l', 's', 's')] }, words)).toBeNull();
    const graph = star(1);
    const alone = node('alone', { subject: true, name: 'Nobody' });
    expect(drawChart({ ...graph, nodes: [...graph.nodes, alone] }, words)?.notes).toEqual([
      'No link is recorded of Nobody.',
    ]);
  });

  test('takes names for words, never for markup', () => {
    const graph = star(1);
    const drawn = drawChart(
      { ...graph, nodes: graph.nodes.map((own) => ({ ...own, name: '<a href="x">&\u0007' })) },
      words,
    );
    expect(drawn?.svg).not.toContain('<a');
    expect(drawn?.svg).toContain('&lt;a');
    expect(drawn?.svg).not.toContain('\u0007');
  });
});

import type { EntityKind } from '#contract/vocabulary.ts';
import { lengthOf, wrapped } from '../lettering.ts';
import { line } from '../svg.ts';
import type { ChartLink, ChartNode, Chosen } from './graph.ts';
import type { Measures } from './measures.ts';
import { arrow, disc, discRadius, disputedMark, shape, stroke } from './shapes.ts';
import type { ChartWords } from './words.ts';

/** A piece of a drawing that begins at its own height 0. */
export interface Piece {
  readonly height: number;
  readonly paint: (top: number) => string;
}

const kinds: readonly EntityKind[] = ['person', 'organization', 'location', 'event', 'object'];

/** A link in a sentence: "Ana Ruiz is a member of Norte, treasurer, since 2019". */
export function inWords(link: ChartLink, nameOf: (id: string) => string): string {
  const said = `${nameOf(link.from)} ${link.label} ${nameOf(link.to)}`;
  return [said, link.role, link.dates].filter((part) => part !== null).join(', ');
}

/** The words of the numbered links, in two columns where there is room for them. */
export function keyOf(
  links: readonly ChartLink[],
  nodes: readonly ChartNode[],
  { size, lineHeight, width }: Measures,
): Piece {
  if (links.length === 0) return { height: 0, paint: () => '' };
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const columns = width > 420 ? 2 : 1;
  const columnWidth = (width - (columns - 1) * 16) / columns;
  const indent = discRadius(size) * 2 + 6;
  const entries = links.map((link, index) => ({
    number: index + 1,
    link,
    lines: wrapped(
      inWords(link, (id) => names.get(id) ?? ''),
      {
        width: columnWidth - indent - (link.disputed ? 15 : 0),
        size,
        most: 3,
      },
    ),
  }));
  const heightOf = (lines: readonly string[]) =>
    Math.max(lines.length * lineHeight + 4, size * 1.8);
  const whole = entries.reduce((sum, { lines }) => sum + heightOf(lines), 0);
  let column = 0;
  let y = 0;
  let height = 0;
  const placed = entries.map((entry) => {
    if (column < columns - 1 && y > 0 && y + heightOf(entry.lines) / 2 > whole / columns) {
      column += 1;
      y = 0;
    }
    const at = { ...entry, x: column * (columnWidth + 16), y };
    y += heightOf(entry.lines);
    height = Math.max(height, y);
    return at;
  });
  return {
    height: height + 10,
    paint: (top) =>
      placed
        .map(({ number, link, lines, x, y: at }) => {
          const baseline = top + 10 + at + size;
          return (
            disc(number, x + discRadius(size) + 0.5, baseline - size * 0.3, size) +
            lines
              .map((text, index) =>
                line(text, x + indent + (link.disputed ? 15 : 0), baseline + index * lineHeight, {
                  size,
                }),
              )
              .join('') +
            (link.disputed ? disputedMark(x + indent + 5.5, baseline - size * 0.3) : '')
          );
        })
        .join('\n'),
  };
}

/** What the shapes and lines mean, as far as the chart has them. */
export function legendOf(
  { centre, others, links }: Chosen,
  words: ChartWords,
  { size, width }: Measures,
): Piece {
  const used = new Set([...centre, ...others].map(({ kind }) => kind));
  const middle = size * 0.36;
  const sample = 26;
  type Sign = (x: number, baseline: number) => string;
  const items: { sign: Sign; text: string }[] = [
    ...kinds
      .filter((kind) => used.has(kind))
      .map((kind) => ({
        text: words.kind[kind],
        sign: (x: number, baseline: number) =>
          shape(
            kind,
            { x: x + 2, y: baseline - middle - 5.5, width: sample - 4, height: 11 },
            false,
          ),
      })),
    ...[true, false]
      .filter((sourced) => links.some(({ passages }) => passages > 0 === sourced))
      .map((sourced) => ({
        text: sourced ? words.sourced : words.unsourced,
        sign: (x: number, baseline: number) =>
          stroke(`M${x.toFixed(1)},${(baseline - middle).toFixed(1)}h${sample - 3}`, sourced) +
          arrow(x + sample, baseline - middle, [1, 0]),
      })),
    ...(links.some(({ disputed }) => disputed)
      ? [
          {
            text: words.disputed,
            sign: (x: number, baseline: number) => disputedMark(x + sample / 2, baseline - middle),
          },
        ]
      : []),
  ];
  let x = 0;
  let row = 0;
  const rowHeight = 17;
  const placed = items.map(({ sign, text }) => {
    const own = sample + 5 + lengthOf(text, size) + 16;
    if (x > 0 && x + own - 16 > width) {
      x = 0;
      row += 1;
    }
    const at = { sign, text, x, y: row * rowHeight };
    x += own;
    return at;
  });
  return {
    height: (row + 1) * rowHeight + 8,
    paint: (top) =>
      placed
        .map(({ sign, text, x: left, y }) => {
          const baseline = top + y + 18;
          return sign(left, baseline) + line(text, left + sample + 5, baseline, { size });
        })
        .join('\n'),
  };
}

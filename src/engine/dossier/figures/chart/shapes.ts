import type { EntityKind } from '#contract/vocabulary.ts';
import { element, line, tenth } from '../svg.ts';
import type { Box } from './layout.ts';

/** How far a line runs under the edge of a box whose sides are not straight. */
export const underEdge = 7;

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The outline of an entity's box, by which its kind is told without colour: round ends for an individual, square corners
 * for an organization, pointed ends for a location, cut corners for an event, a double edge for an object.
 */
export function shape(kind: EntityKind, frame: Frame, subject: boolean): string {
  const { x, y, width, height } = frame;
  const look = {
    fill: subject ? '#e8e8e8' : '#fff',
    stroke: '#000',
    'stroke-width': subject ? '1.8' : '0.9',
  };
  const outline = (corners: readonly (readonly [number, number])[]) =>
    element('path', {
      d: `M${corners.map(([a, b]) => `${tenth(a)},${tenth(b)}`).join('L')}Z`,
      'stroke-linejoin': 'round',
      ...look,
    });
  const [right, bottom] = [x + width, y + height];
  switch (kind) {
    case 'person': {
      const rx = Math.min(12, height / 2);
      return element('rect', { x, y, width, height, rx, ...look });
    }
    case 'organization':
      return element('rect', { x, y, width, height, ...look });
    case 'location': {
      const middle = y + height / 2;
      const point = Math.min(underEdge, height / 3);
      return outline([
        [x, middle],
        [x + point, y],
        [right - point, y],
        [right, middle],
        [right - point, bottom],
        [x + point, bottom],
      ]);
    }
    case 'event': {
      const corner = Math.min(6, height / 3);
      return outline([
        [x + corner, y],
        [right - corner, y],
        [right, y + corner],
        [right, bottom - corner],
        [right - corner, bottom],
        [x + corner, bottom],
        [x, bottom - corner],
        [x, y + corner],
      ]);
    }
    case 'object':
      return (
        element('rect', { x, y, width, height, ...look }) +
        element('rect', {
          x: x + 2.5,
          y: y + 2.5,
          width: width - 5,
          height: height - 5,
          fill: 'none',
          stroke: '#000',
          'stroke-width': '0.5',
        })
      );
  }
}

/** A box with its name. */
export function box(
  { node, x, y, width, height, lines }: Box,
  { size, lineHeight }: { size: number; lineHeight: number },
): string {
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + size * 0.34;
  return (
    shape(node.kind, { x, y, width, height }, node.subject) +
    lines
      .map((text, index) =>
        line(text, x + width / 2, first + index * lineHeight, {
          size,
          anchor: 'middle',
          bold: node.subject,
        }),
      )
      .join('')
  );
}

/** A line of a link: dashed when nothing supports it. */
export function stroke(d: string, sourced: boolean): string {
  return element('path', {
    d,
    fill: 'none',
    stroke: '#000',
    'stroke-width': '0.9',
    'stroke-dasharray': sourced ? undefined : '3.5 2.5',
  });
}

/** An arrowhead with its tip at a point; it points to where x grows, or to where it shrinks, or down or up. */
export function arrow(x: number, y: number, [dx, dy]: readonly [number, number]): string {
  const [long, half] = [6.5, 2.8];
  const back = [x - dx * long, y - dy * long] as const;
  const corners = [
    [x, y],
    [back[0] - dy * half, back[1] + dx * half],
    [back[0] + dy * half, back[1] - dx * half],
  ] as const;
  return element('path', {
    d: `M${corners.map(([a, b]) => `${tenth(a)},${tenth(b)}`).join('L')}Z`,
  });
}

/** The mark of a link on which sources disagree: a sign "not equal" in a disc. */
export function disputedMark(x: number, y: number): string {
  return (
    element('circle', {
      cx: x,
      cy: y,
      r: 5.5,
      fill: '#fff',
      stroke: '#000',
      'stroke-width': '0.9',
    }) +
    element('path', {
      d: `M${tenth(x - 3)},${tenth(y - 1.2)}h6M${tenth(x - 3)},${tenth(y + 1.2)}h6M${tenth(x - 1.8)},${tenth(y + 3.4)}l3.6,-6.8`,
      fill: 'none',
      stroke: '#000',
      'stroke-width': '0.9',
    })
  );
}

/** Radius of a number's disc. */
export function discRadius(size: number): number {
  return size * 0.64;
}

/** The number of a link whose words are in the key. */
export function disc(number: number, x: number, y: number, size: number): string {
  return (
    element('circle', {
      cx: x,
      cy: y,
      r: discRadius(size),
      fill: '#fff',
      stroke: '#000',
      'stroke-width': '0.7',
    }) +
    line(String(number), x, y + size * 0.28, { size: size * 0.82, anchor: 'middle', bold: true })
  );
}

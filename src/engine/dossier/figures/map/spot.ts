import { element } from '../svg.ts';
import type { Country } from './atlas.ts';
import type { Rect } from './labels.ts';
import type { MapPlace, Position } from './places.ts';

/** Size of the letters of a map, and from line to line, in pixels. */
export const size = 10;
export const lineHeight = 12;

/** A place on the map: a point, or a country. */
export interface Spot {
  readonly place: MapPlace;
  readonly at: readonly [x: number, y: number];
  readonly position: Position | null;
  readonly country: Country | null;
}

/** The mark of a point: filled when a passage supports where it is. */
export function marker({ at: [cx, cy], place: { sourced, subject } }: Spot): string {
  return element('circle', {
    cx,
    cy,
    r: subject ? 4 : 3,
    fill: sourced ? '#000' : '#fff',
    stroke: sourced ? '#fff' : '#000',
    'stroke-width': sourced ? '0.8' : '1.2',
  });
}

/** A square around a point. */
export function around([x, y]: readonly [number, number], half: number): Rect {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

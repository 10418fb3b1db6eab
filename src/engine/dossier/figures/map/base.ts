import {
  geoDistance,
  geoGraticule10,
  geoOrthographic,
  geoPath,
  type ExtendedFeature,
  type GeoProjection,
} from 'd3-geo';
import type { LineString, MultiLineString, Polygon } from 'geojson';
import { lengthOf } from '../lettering.ts';
import { element, line, tenth } from '../svg.ts';
import { atlas, type Atlas, type Piece } from './atlas.ts';
import type { Frame } from './frame.ts';
import type { Rect } from './labels.ts';

const grey = { land: '#efefef', coast: '#777', border: '#999', shown: '#cfcfcf' } as const;

/** Land, borders, and the countries that are places themselves. */
export function paintLand(
  frame: Frame,
  { land, borders }: Atlas,
  shown: readonly ExtendedFeature[],
): string {
  const { projection, width, height, kilometres } = frame;
  const path = geoPath(projection).digits(1);
  const coasts = pathsOf(projection, near(frame, land));
  const outlines = shown.map((country) => path(country) ?? '');
  const stroke = (d: string, color: string, wide: string) =>
    d === '' ? '' : element('path', { d, fill: 'none', stroke: color, 'stroke-width': wide });
  const fill = (d: string, color: string) => (d === '' ? '' : element('path', { d, fill: color }));
  return [
    kilometres === null
      ? element('path', {
          d: path({ type: 'Sphere' }) ?? '',
          fill: '#fff',
          stroke: '#777',
          'stroke-width': '0.5',
        })
      : element('rect', { x: 0, y: 0, width, height, fill: '#fff' }),
    fill(coasts, grey.land),
    ...outlines.map((d) => fill(d, grey.shown)),
    stroke(pathsOf(projection, near(frame, borders)), grey.border, '0.6'),
    stroke(coasts, grey.coast, '0.6'),
    ...outlines.map((d) => stroke(d, '#000', '0.9')),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** What may reach into the map: most of the world does not, and is not worked through. */
function near<G>({ around: { middle, radius } }: Frame, pieces: readonly Piece<G>[]): G[] {
  return pieces
    .filter((piece) => geoDistance(piece.middle, middle) <= piece.radius + radius)
    .map(({ geometry }) => geometry);
}

function pathsOf(
  projection: GeoProjection,
  geometries: readonly (Polygon | MultiLineString)[],
): string {
  const path = geoPath(projection).digits(1);
  return geometries.map((geometry) => path(geometry) ?? '').join('');
}

/** Radius of the small globe, in pixels. */
export const globeRadius = 40;

/** A small globe that shows where in the world the map is. */
export function paintGlobe({ projection, width, height }: Frame, x: number, y: number): string {
  const middle = projection.invert?.([width / 2, height / 2]) ?? [0, 0];
  const globe = geoOrthographic()
    .rotate([-middle[0], -middle[1]])
    .scale(globeRadius)
    .translate([x, y])
    .clipAngle(90)
    .precision(0.4);
  const path = geoPath(globe).digits(1);
  const edge = frameEdge(projection, width, height);
  const bounds = path.bounds(edge);
  const size = Math.max(bounds[1][0] - bounds[0][0], bounds[1][1] - bounds[0][1]);
  const shape = (d: string | null, look: Record<string, string>) =>
    d === null ? '' : element('path', { d, ...look });
  return [
    element('circle', {
      cx: x,
      cy: y,
      r: globeRadius,
      fill: '#fff',
      stroke: '#000',
      'stroke-width': '0.6',
    }),
    shape(path(geoGraticule10()), { fill: 'none', stroke: '#ddd', 'stroke-width': '0.4' }),
    shape(
      pathsOf(
        globe,
        atlas('110m').land.map(({ geometry }) => geometry),
      ),
      { fill: '#bbb' },
    ),
    // An extent too small to be seen is a point.
    size < 7
      ? element('circle', {
          cx: x,
          cy: y,
          r: 3.2,
          fill: '#fff',
          stroke: '#000',
          'stroke-width': '1.4',
        })
      : shape(path(edge), { fill: 'none', stroke: '#000', 'stroke-width': '1.2' }),
  ].join('');
}

/** The edge of the map on the Earth. */
function frameEdge(projection: Frame['projection'], width: number, height: number): LineString {
  const steps = 8;
  const corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
    [0, 0],
  ] as const;
  const coordinates = corners.flatMap(([x, y], index) => {
    const [nextX, nextY] = corners[index + 1] ?? [x, y];
    return Array.from({ length: steps }, (_, step): number[] => {
      const part = step / steps;
      return [...(projection.invert?.([x + (nextX - x) * part, y + (nextY - y) * part]) ?? [])];
    });
  });
  return { type: 'LineString', coordinates: coordinates.filter(([x]) => Number.isFinite(x)) };
}

/** A scale bar of a round number of kilometres, and the room it takes. */
export function scaleBar(
  kilometres: number,
  size: number,
): { width: number; height: number; paint: (at: Rect) => string } {
  const most = 120 * kilometres;
  const power = 10 ** Math.floor(Math.log10(most));
  const round = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  const length = round / kilometres;
  const label = `${Math.round(round)} km`;
  const width = length + 6 + lengthOf(label, size);
  return {
    width: width + 8,
    height: size + 8,
    paint: ({ x, y, height }) => {
      const [left, base] = [x + 4, y + height - 6];
      return (
        element('path', {
          d: `M${tenth(left)},${tenth(base - 5)}v5h${tenth(length)}v-5M${tenth(left + length / 2)},${tenth(base - 3)}v3`,
          fill: 'none',
          stroke: '#000',
          'stroke-width': '0.9',
        }) + line(label, left + length + 5, base + 0.5, { size })
      );
    },
  };
}

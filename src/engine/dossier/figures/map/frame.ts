import {
  geoArea,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  type ExtendedFeature,
  type GeoProjection,
} from 'd3-geo';
import type { MultiPoint, Polygon } from 'geojson';
import { pageWidth } from '../drawing.ts';

/** The part of the world that a map shows, and how. */
export interface Frame {
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
  /** Kilometres a pixel, in the middle; null where no one scale holds. */
  readonly kilometres: number | null;
  /** The circle that holds all of it: a point in degrees, and radians around it. */
  readonly around: { readonly middle: [number, number]; readonly radius: number };
}

type Point = readonly [longitude: number, latitude: number];

/** Mean radius of the Earth in kilometres (IUGG). */
const earth = 6371.0088;
/** Least width of a map in kilometres: nearer, these outlines show nothing that one could hold on to. */
const leastWidth = 700;
/** Farther from the middle than this, in radians, the whole world is shown. */
const farthest = 1.4;
const [leastHeight, mostHeight] = [300, 470];
/** Room around the places, for their names. */
const padding = { x: 70, y: 44 };

/**
 * Fits a map to its places: an equal-area projection about their middle, or of the whole world when they lie far apart.
 * Nothing depends on where the 180th meridian or the poles are.
 *
 * @param points in degrees
 * @param countries of which the main part is to be seen whole
 */
export function frameFor(points: readonly Point[], countries: readonly ExtendedFeature[]): Frame {
  const mains = countries.map(mainPart);
  const corners = mains.flatMap((polygon) =>
    (polygon.coordinates[0] ?? []).map(([x = 0, y = 0]): Point => [x, y]),
  );
  const all: Point[] = [...points, ...corners];
  // Each place counts once, however many corners its outline has.
  const places: Point[] = [...points, ...mains.map((polygon): Point => geoCentroid(polygon))];
  const middle = geoCentroid(multiPoint(places));
  const known = middle.every(Number.isFinite);
  const reach = known ? Math.max(...all.map((point) => geoDistance(middle, [...point]))) : Infinity;
  if (reach > farthest) return world(places);
  const projection = geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]).precision(0.4);
  const height = heightFor(projection, all);
  const extent: [[number, number], [number, number]] = [
    [padding.x, padding.y],
    [pageWidth - padding.x, height - padding.y],
  ];
  projection.fitExtent(extent, multiPoint(all));
  limitScale(projection, height);
  projection.clipExtent([
    [0, 0],
    [pageWidth, height],
  ]);
  const across = [-50, 50].map((x) => projection.invert?.([pageWidth / 2 + x, height / 2]));
  const [from, to] = across;
  const centre = projection.invert?.([pageWidth / 2, height / 2]) ?? middle;
  const radius = Math.max(
    ...[0, pageWidth].flatMap((x) =>
      [0, height].map((y) => geoDistance(centre, projection.invert?.([x, y]) ?? [NaN, NaN])),
    ),
  );
  return {
    projection,
    width: pageWidth,
    height,
    kilometres: from && to ? (geoDistance(from, to) * earth) / 100 : null,
    around: { middle: centre, radius: Number.isFinite(radius) ? radius : Math.PI },
  };
}

/** Of a country in several parts the largest: that of France is in Europe, that of the United States has no Alaska. */
export function mainPart(country: ExtendedFeature): Polygon {
  const geometry = country.geometry;
  if (geometry?.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates };
  const none: Polygon = { type: 'Polygon', coordinates: [] };
  if (geometry?.type !== 'MultiPolygon') return none;
  return geometry.coordinates
    .map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
    .reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best), none);
}

function multiPoint(points: readonly Point[]): MultiPoint {
  return { type: 'MultiPoint', coordinates: points.map((point) => [...point]) };
}

function heightFor(projection: GeoProjection, points: readonly Point[]): number {
  const flat = points.map((point): Point => projection([...point]) ?? [0, 0]);
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  const [wide, high] = [spread(flat.map(([x]) => x)), spread(flat.map(([, y]) => y))];
  const ratio = wide === 0 ? (high === 0 ? 0.55 : 10) : high / wide;
  const wanted = ratio * (pageWidth - 2 * padding.x) + 2 * padding.y;
  return Math.round(Math.min(mostHeight, Math.max(leastHeight, wanted)));
}

/** Places that are near to one another, or a single one, are not shown larger than outlines are good for. */
function limitScale(projection: GeoProjection, height: number): void {
  const most = pageWidth / (leastWidth / earth);
  const scale = projection.scale();
  if (Number.isFinite(scale) && scale <= most) return;
  const [x, y] = projection.translate();
  const [middleX, middleY] = [pageWidth / 2, height / 2];
  const part = Number.isFinite(scale) ? most / scale : 0;
  projection
    .scale(most)
    .translate([
      middleX + (Number.isFinite(x) ? (x - middleX) * part : 0),
      middleY + (Number.isFinite(y) ? (y - middleY) * part : 0),
    ]);
}

/** The whole world, cut where the places leave the widest gap. */
function world(places: readonly Point[]): Frame {
  const longitudes = places.map(([longitude]) => longitude).toSorted((a, b) => a - b);
  let cut = 180;
  let widest = -1;
  longitudes.forEach((longitude, index) => {
    const next = longitudes[index + 1] ?? (longitudes[0] ?? 0) + 360;
    if (next - longitude > widest) {
      widest = next - longitude;
      cut = (next + longitude) / 2;
    }
  });
  // A cut through Greenwich is no better than the usual one when the world is full of places.
  const middle = widest < 90 ? 0 : cut - 180;
  const height = 314;
  const projection = geoEqualEarth().rotate([-middle, 0]).precision(0.4);
  projection.fitExtent(
    [
      [1, 1],
      [pageWidth - 1, height - 1],
    ],
    { type: 'Sphere' },
  );
  return {
    projection,
    width: pageWidth,
    height,
    kilometres: null,
    around: { middle: [0, 0], radius: Math.PI },
  };
}

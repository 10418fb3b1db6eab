import { geoPath } from 'd3-geo';
import type { Drawing } from '../drawing.ts';
import { document, element, line } from '../svg.ts';
import { atlas, countryCalled, type Country } from './atlas.ts';
import { globeRadius, paintGlobe, paintLand, scaleBar } from './base.ts';
import { countryNames } from './country-names.ts';
import { frameFor, mainPart, type Frame } from './frame.ts';
import { keyOf } from './key.ts';
import { Occupied, type Rect } from './labels.ts';
import { labelSpots } from './place-names.ts';
import type { MapPlace } from './places.ts';
import { around, marker, type Spot } from './spot.ts';
import type { MapWords } from './words.ts';

/** Places on one map, at most. */
const mostPlaces = 60;
/** With more than these, places have numbers and their names stand beneath the map. */
const mostNamed = 24;
/** Unknown places that a note names before it only counts. */
const mostInNote = 6;
/** Wider than this in kilometres, the coarser outlines are as good. */
const coarseFrom = 4000;
/** Wider than this in kilometres, a map has no one scale. */
const halfWorld = 8000;

/**
 * Draws where places are: outlines of the countries, the places as points with their names, those that are a country by
 * its outline, a scale, and where in the world it all is. It needs no network, and no part of it is left to chance.
 *
 * @returns null when nobody knows of any of the places where it is
 */
export function drawMap(places: readonly MapPlace[], words: MapWords): Drawing | null {
  const known = places.map((place) => ({ place, country: countryOf(place) }));
  const shown = known.filter(({ place, country }) => place.position !== null || country !== null);
  if (shown.length === 0) return null;
  const drawn = shown.slice(0, mostPlaces);
  const outlines = drawn.flatMap(({ country }) => (country === null ? [] : [country]));
  const frame = frameFor(
    drawn.flatMap(({ place: { position } }) =>
      position === null ? [] : [[position.longitude, position.latitude] as const],
    ),
    outlines.map(({ outline }) => outline),
  );
  const detail = (frame.kilometres ?? Infinity) * frame.width > coarseFrom ? '110m' : '50m';
  const fine = atlas(detail);
  const inFine = ({ code, outline }: Country) =>
    fine.countries.find((country) => country.code === code)?.outline ?? outline;
  const spots = drawn.map(({ place, country }) => spotOf(place, country, frame));
  const numbered = spots.length > mostNamed;

  const occupied = new Occupied({ x: 2, y: 2, width: frame.width - 4, height: frame.height - 4 });
  for (const { at, country } of spots) if (country === null) occupied.take(around(at, 4));
  const corners = furniture(frame, spots, occupied);
  const labels = labelSpots(spots, occupied, words, numbered);
  const names = countryNames(frame, outlines, occupied, words);
  const key = keyOf(spots, labels.inKey, words, frame.width);

  const clip = frame.kilometres === null ? [] : [border(frame)];
  const svg = document(frame.width, frame.height + key.height, [
    paintLand(frame, fine, outlines.map(inFine)),
    ...names,
    ...labels.leaders,
    ...spots.filter(({ country }) => country === null).map(marker),
    ...labels.texts,
    ...corners,
    ...clip,
    line(words.credit, frame.width - 3, frame.height - 4, { size: 7, anchor: 'end', fill: '#555' }),
    key.paint(frame.height),
  ]);
  const unknown = known.filter(({ place, country }) => place.position === null && country === null);
  const left = shown.length - drawn.length;
  const inNote = unknown.slice(0, unknown.length === mostInNote + 1 ? mostInNote + 1 : mostInNote);
  return {
    svg,
    width: frame.width,
    height: frame.height + key.height,
    description: words.intro(spots.map((spot) => inWords(spot, words))),
    notes: [
      ...(unknown.length === 0
        ? []
        : [
            words.unknown(
              inNote.map(({ place }) => place.name),
              unknown.length - inNote.length,
            ),
          ]),
      ...(left === 0 ? [] : [words.left(left)]),
    ],
    names: [...drawn, ...inNote].map(({ place }) => place.id),
  };
}

/** The country that a place is; a place of which more is known than that stands where it is. */
function countryOf(place: MapPlace): Country | null {
  if (place.position !== null) return null;
  const code = countryCalled(place.names);
  return code === undefined
    ? null
    : (atlas('110m').countries.find((country) => country.code === code) ?? null);
}

function spotOf(place: MapPlace, country: Country | null, { projection }: Frame): Spot {
  const { position } = place;
  const at =
    country === null
      ? projection([position?.longitude ?? 0, position?.latitude ?? 0])
      : geoPath(projection).centroid(mainPart(country.outline));
  return { place, at: at ?? [0, 0], position: country === null ? position : null, country };
}

/** The globe and the scale, in the corners where the fewest places are. */
function furniture(frame: Frame, spots: readonly Spot[], occupied: Occupied): string[] {
  occupied.take({ x: frame.width - 100, y: frame.height - 12, width: 100, height: 12 });
  // On a map of half the world there is no one scale, and it is seen where it is.
  if (frame.kilometres === null || frame.kilometres * frame.width > halfWorld) return [];
  const { width, height } = frame;
  const side = globeRadius * 2 + 8;
  const cornersOf = (wide: number, high: number): Rect[] => [
    { x: width - wide - 2, y: 2, width: wide, height: high },
    { x: 2, y: 2, width: wide, height: high },
    { x: 2, y: height - high - 2, width: wide, height: high },
    { x: width - wide - 2, y: height - high - 10, width: wide, height: high },
  ];
  const crowd = (rect: Rect) => spots.filter(({ at }) => isNear(rect, at)).length;
  const best = (rects: readonly Rect[]) =>
    rects.reduce((found, rect) => (crowd(rect) < crowd(found) ? rect : found));
  const corner = best(cornersOf(side, side));
  occupied.take(corner);
  const bar = scaleBar(frame.kilometres, 9);
  const [upperRight, upperLeft, lowerLeft, lowerRight] = cornersOf(bar.width, bar.height);
  const free = [lowerLeft, lowerRight, upperLeft, upperRight]
    .filter((rect) => rect !== undefined)
    .filter((rect) => occupied.isFree(rect));
  const at = free.length === 0 ? undefined : best(free);
  if (at !== undefined) occupied.take(at);
  return [
    paintGlobe(frame, corner.x + side / 2, corner.y + side / 2),
    ...(at === undefined ? [] : [bar.paint(at)]),
  ];
}

function isNear({ x, y, width, height }: Rect, [px, py]: readonly [number, number]): boolean {
  const near = 40;
  return px > x - near && px < x + width + near && py > y - near && py < y + height + near;
}

function inWords({ place, position, country }: Spot, words: MapWords): string {
  if (country !== null || position === null) return `${place.name} (${words.country})`;
  const angle = (value: number, positive: string, negative: string) =>
    `${Math.abs(value)
      .toFixed(2)
      .replace('.', words.language === 'en' ? '.' : ',')}° ${value < 0 ? negative : positive}`;
  return `${place.name} (${angle(position.latitude, words.north, words.south)}, ${angle(position.longitude, words.east, words.west)})`;
}

function border({ width, height }: Frame): string {
  return element('rect', {
    x: 0.4,
    y: 0.4,
    width: width - 0.8,
    height: height - 0.8,
    fill: 'none',
    stroke: '#000',
    'stroke-width': '0.8',
  });
}

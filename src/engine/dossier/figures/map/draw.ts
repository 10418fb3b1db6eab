import { geoContains, geoPath, type ExtendedFeature } from 'd3-geo';
import type { Drawing } from '../drawing.ts';
import { balanced, cut, lengthOf } from '../lettering.ts';
import { document, element, line } from '../svg.ts';
import { atlas, countryCalled, countryName, type Country } from './atlas.ts';
import { globeRadius, paintGlobe, paintLand, scaleBar } from './base.ts';
import { frameFor, mainPart, type Frame } from './frame.ts';
import { Occupied, type LabelPlace, type Rect } from './labels.ts';
import type { MapPlace, Position } from './places.ts';
import type { MapWords } from './words.ts';

/** Places on one map, at most. */
const mostPlaces = 60;
/** With more than these, places have numbers and their names stand beneath the map. */
const mostNamed = 24;
/** Unknown places that a note names before it only counts. */
const mostInNote = 6;
/** Wider than this in kilometres, the coarser outlines are as good. */
const coarseFrom = 4000;
const halfWorld = 8000;
const size = 10;
const lineHeight = 12;

interface Spot {
  readonly place: MapPlace;
  readonly at: readonly [x: number, y: number];
  readonly position: Position | null;
  readonly country: Country | null;
}

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

function marker({ at: [cx, cy], place: { sourced, subject } }: Spot): string {
  return element('circle', {
    cx,
    cy,
    r: subject ? 4 : 3,
    fill: sourced ? '#000' : '#fff',
    stroke: sourced ? '#fff' : '#000',
    'stroke-width': sourced ? '0.8' : '1.2',
  });
}

/** The globe and the scale, in the corners where the fewest places are. */
function furniture(frame: Frame, spots: readonly Spot[], occupied: Occupied): string[] {
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
  occupied.take({ x: width - 100, y: height - 12, width: 100, height: 12 });
  return [
    paintGlobe(frame, corner.x + side / 2, corner.y + side / 2),
    ...(at === undefined ? [] : [bar.paint(at)]),
  ];
}

function isNear({ x, y, width, height }: Rect, [px, py]: readonly [number, number]): boolean {
  const near = 40;
  return px > x - near && px < x + width + near && py > y - near && py < y + height + near;
}

function labelSpots(
  spots: readonly Spot[],
  occupied: Occupied,
  words: MapWords,
  numbered: boolean,
): { texts: string[]; leaders: string[]; inKey: number[] } {
  const texts: string[] = [];
  const leaders: string[] = [];
  const inKey: number[] = [];
  const put = (spot: Spot, place: LabelPlace, lines: readonly string[]) => {
    const { rect, leader } = place;
    const bold = spot.place.subject || spot.country !== null;
    texts.push(
      ...lines.map((text, index) =>
        haloed(text, rect.x + rect.width / 2, rect.y + size + index * lineHeight - 1, bold),
      ),
    );
    if (leader === null) return;
    const [x, y] = spot.at;
    leaders.push(
      element('line', {
        x1: x,
        y1: y,
        x2: leader[0],
        y2: leader[1],
        stroke: '#000',
        'stroke-width': '0.6',
      }),
    );
  };
  spots.forEach((spot, index) => {
    const bold = spot.place.subject || spot.country !== null;
    const shownName =
      spot.country === null ? spot.place.name : countryName(spot.country, words.language);
    const lines = numbered ? [] : balanced(shownName, { width: 120, size, most: 2, bold });
    const asName = lines.length === 0 ? null : labelPlace(spot, lines, occupied, bold);
    if (asName !== null) return put(spot, asName, lines);
    inKey.push(index);
    const number = [String(inKey.length)];
    const asNumber = labelPlace(spot, number, occupied, bold);
    // On a map as full as that, a number over its own point is still right.
    put(spot, asNumber ?? { rect: around(spot.at, size / 2), leader: null }, number);
  });
  return { texts, leaders, inKey };
}

function labelPlace(
  { at, country }: Spot,
  lines: readonly string[],
  occupied: Occupied,
  bold: boolean,
): LabelPlace | null {
  const box = {
    width: Math.max(...lines.map((text) => lengthOf(text, size, bold))) + 2,
    height: lines.length * lineHeight,
  };
  if (country !== null) {
    const rect = { x: at[0] - box.width / 2, y: at[1] - box.height / 2, ...box };
    if (occupied.isFree(rect)) {
      occupied.take(rect);
      return { rect, leader: null };
    }
  }
  return occupied.placeAround(at, box);
}

/** Words that are read on any ground: with a white edge beneath them. */
function haloed(text: string, x: number, y: number, bold: boolean): string {
  const words = line(text, x, y, { size, anchor: 'middle', bold });
  return (
    element('g', { stroke: '#fff', 'stroke-width': '2.4', 'stroke-linejoin': 'round' }, words) +
    words
  );
}

/** Names of the countries around, where there is room for them within their borders. */
function countryNames(
  { projection, width, height }: Frame,
  named: readonly Country[],
  occupied: Occupied,
  words: MapWords,
): string[] {
  const path = geoPath(projection);
  const codes = new Set(named.map(({ code }) => code));
  const letters = 9;
  return atlas('110m')
    .countries.filter(({ code }) => code !== null && !codes.has(code))
    .map((country) => ({ country, main: mainPart(country.outline) }))
    .map(({ country, main }) => ({ country, main, area: path.area(main) }))
    .filter(({ area }) => area > 900)
    .toSorted((a, b) => b.area - a.area)
    .flatMap(({ country, main }) => {
      const text = countryName(country, words.language);
      const box = { width: lengthOf(text, letters) + 6, height: letters + 3 };
      const middle = path.centroid(main);
      const outline: ExtendedFeature = { type: 'Feature', geometry: main, properties: null };
      const inside = (x: number, y: number) => {
        const point = projection.invert?.([x, y]);
        return point !== null && point !== undefined && geoContains(outline, point);
      };
      const rect = shifts
        .map(([dx, dy]) => ({
          x: middle[0] + dx - box.width / 2,
          y: middle[1] + dy - box.height / 2,
          ...box,
        }))
        .find(
          (place) =>
            occupied.isFree(place) &&
            place.x > 0 &&
            place.x + place.width < width &&
            place.y + place.height < height &&
            inside(place.x + 3, place.y + box.height / 2) &&
            inside(place.x + place.width - 3, place.y + box.height / 2),
        );
      if (rect === undefined) return [];
      occupied.take(rect);
      const look = { size: letters, anchor: 'middle', italic: true, fill: '#555' } as const;
      return [line(text, rect.x + rect.width / 2, rect.y + letters, look)];
    });
}

/** From the middle of a country outward. */
const shifts: readonly (readonly [number, number])[] = [0, -14, 14, -28, 28, -46, 46].flatMap((y) =>
  [0, -22, 22, -44, 44].map((x) => [x, y] as const),
);

function keyOf(
  spots: readonly Spot[],
  inKey: readonly number[],
  words: MapWords,
  width: number,
): { height: number; paint: (top: number) => string } {
  const unsourced = spots.some(({ place, country }) => country === null && !place.sourced);
  const columns = 3;
  const columnWidth = width / columns;
  const indent = 20;
  const rows = inKey.map((index) =>
    cut(spots[index]?.place.name ?? '', columnWidth - indent - 8, size),
  );
  const perColumn = Math.ceil(rows.length / columns);
  const list = perColumn === 0 ? 0 : perColumn * (lineHeight + 1) + 8;
  const legend = unsourced ? 18 : 0;
  return {
    height: list + legend,
    paint: (top) => {
      const base = top + list + 13;
      const sign = (x: number, sourced: boolean, text: string) =>
        marker({
          at: [x, base - 3.5],
          place: { id: '', name: '', names: [], position: null, subject: false, sourced },
          position: null,
          country: null,
        }) + line(text, x + 8, base, { size });
      return [
        ...rows.map((text, index) => {
          const x = Math.floor(index / perColumn) * columnWidth;
          const y = top + 8 + size + (index % perColumn) * (lineHeight + 1);
          const number = line(String(index + 1), x + 14, y, { size, anchor: 'end', bold: true });
          return number + line(text, x + indent, y, { size });
        }),
        ...(unsourced
          ? [
              sign(5, true, words.sourced),
              sign(5 + 8 + lengthOf(words.sourced, size) + 24, false, words.unsourced),
            ]
          : []),
      ].join('\n');
    },
  };
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

function around([x, y]: readonly [number, number], half: number): Rect {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}

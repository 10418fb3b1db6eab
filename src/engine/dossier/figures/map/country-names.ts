import { geoContains, geoPath, type ExtendedFeature } from 'd3-geo';
import { lengthOf } from '../lettering.ts';
import { line } from '../svg.ts';
import { atlas, countryName, type Country } from './atlas.ts';
import { mainPart, type Frame } from './frame.ts';
import type { Occupied } from './labels.ts';
import type { MapWords } from './words.ts';

/** Names of the countries around, where there is room for them within their borders. */
export function countryNames(
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

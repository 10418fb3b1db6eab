import { balanced, lengthOf } from '../lettering.ts';
import { element, line } from '../svg.ts';
import { countryName } from './atlas.ts';
import type { LabelPlace, Occupied } from './labels.ts';
import { around, lineHeight, size, type Spot } from './spot.ts';
import type { MapWords } from './words.ts';

/** Writes the names of the places, or numbers for those there is no room to name; `inKey` is which have numbers. */
export function labelSpots(
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

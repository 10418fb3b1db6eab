import { cut, lengthOf } from '../lettering.ts';
import { line } from '../svg.ts';
import { lineHeight, marker, size, type Spot } from './spot.ts';
import type { MapWords } from './words.ts';

/** What the numbers and the marks of a map mean, beneath it. */
export function keyOf(
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

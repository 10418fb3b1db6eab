import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageHeight, pageWidth } from '../drawing.ts';
import { countryCalled } from './atlas.ts';
import { drawMap } from './draw.ts';
import { frameFor } from './frame.ts';
import { Occupied } from './labels.ts';
import { degreesOf, type MapPlace } from './places.ts';
import { mapWordsOf } from './words.ts';

const words = mapWordsOf('en');

function place(
  name: string,
  at?: readonly [number, number],
  change: Partial<MapPlace> = {},
): MapPlace {
  return {
    id: name,
    name,
    names: [name],
    position: at === undefined ? null : { latitude: at[0], longitude: at[1] },
    sourced: true,
    subject: false,
    ...change,
  };
}

const positions = fc.tuple(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
);

describe('a map', () => {
  test('holds each of its places, wherever on the Earth they are', () => {
    fc.assert(
      fc.property(fc.array(positions, { minLength: 1, maxLength: 12 }), (points) => {
        const { projection, width, height } = frameFor(
          points.map(([latitude, longitude]) => [longitude, latitude] as const),
          [],
        );
        for (const [latitude, longitude] of points) {
          const [x, y] = projection([longitude, latitude]) ?? [NaN, NaN];
          expect(x).toBeGreaterThanOrEqual(-0.5);
          expect(x).toBeLessThanOrEqual(width + 0.5);
          expect(y).toBeGreaterThanOrEqual(-0.5);
          expect(y).toBeLessThanOrEqual(height + 0.5);
        }
      }),
    );
  });

  test('is no wider than a page and the same bytes each time', () => {
    fc.assert(
      fc.property(fc.array(positions, { minLength: 1, maxLength: 70 }), (points) => {
        const places = points.map((at, index) => place(`Place ${index}`, at));
        const drawn = drawMap(places, words);
        expect(drawn?.width).toBe(pageWidth);
        expect(drawn?.height).toBeLessThanOrEqual(pageHeight);
        expect(drawn?.svg).not.toMatch(/NaN|Infinity|undefined/u);
        expect(drawMap(places, words)?.svg).toBe(drawn?.svg);
      }),
      { numRuns: 4 },
    );
  });

  test('does not go round the world for places on both sides of the 180th meridian', () => {
    const { kilometres, width } = frameFor(
      [
        [178.44, -18.14],
        [-171.77, -13.83],
      ],
      [],
    );
    expect((kilometres ?? Infinity) * width).toBeLessThan(2500);
  });

  test('shows a place of which only the name of a country is known by its outline', () => {
    const drawn = drawMap([place('Perú', undefined, { names: ['Perú'] })], mapWordsOf('pt'));
    expect(drawn?.svg).toContain('>Peru</text>');
    expect(drawn?.description).toBe('Mapa com um local: Perú (país).');
    expect(drawn?.notes).toEqual([]);
  });

  test('names the countries around in the language of the dossier', () => {
    const spanish = drawMap([place('Zürich', [47.37, 8.54])], mapWordsOf('es'));
    expect(spanish?.svg).toContain('>Suiza</text>');
    const english = drawMap([place('Zürich', [47.37, 8.54])], words);
    expect(english?.svg).toContain('>Switzerland</text>');
  });

  test('says of which places nobody knows where they are, and is not drawn when that is all', () => {
    expect(drawMap([place('Old Quay')], words)).toBeNull();
    expect(drawMap([], words)).toBeNull();
    const drawn = drawMap([place('Old Quay'), place('Lima', [-12.05, -77.05])], words);
    expect(drawn?.notes).toEqual([
      'No coordinates are recorded for Old Quay; it is not on the map.',
    ]);
    expect(drawn?.names).toEqual(['Lima', 'Old Quay']);
  });

  test('counts the places beyond what it can show', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      place(`P${index}`, [index / 10, index / 5]),
    );
    const drawn = drawMap(many, words);
    expect(drawn?.notes[0]).toMatch(/^40 further places are not on the map/u);
    expect(drawn?.names).toHaveLength(60);
  });

  test('tells apart a position that no passage supports', () => {
    const sourced = drawMap([place('Lima', [-12.05, -77.05])], words);
    expect(sourced?.svg).not.toContain(words.unsourced);
    const not = drawMap([place('Lima', [-12.05, -77.05], { sourced: false })], words);
    expect(not?.svg).toContain(words.unsourced);
  });
});

test('labels never stand on one another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 })), {
        maxLength: 40,
      }),
      (points) => {
        const occupied = new Occupied({ x: 0, y: 0, width: 300, height: 200 });
        const rects = points.flatMap(
          (at) => occupied.placeAround(at, { width: 60, height: 12 })?.rect ?? [],
        );
        for (const [index, one] of rects.entries()) {
          for (const other of rects.slice(index + 1)) {
            expect(
              one.x + one.width <= other.x ||
                other.x + other.width <= one.x ||
                one.y + one.height <= other.y ||
                other.y + other.height <= one.y,
            ).toBe(true);
          }
        }
      },
    ),
  );
});

describe('an angle', () => {
  test.each([
    ['10.05', 90, 10.05],
    [' -67,48 ', 180, -67.48],
    ['67.48 W', 180, -67.48],
    ['67,48° O', 180, -67.48],
    ['10°30′N', 90, 10.5],
    [`10° 3' 36" S`, 90, -10.06],
    ['\u22125', 90, -5],
  ] as const)('%s is read', (written, most, degrees) => {
    expect(degreesOf(written, most)).toBeCloseTo(degrees, 9);
  });

  test.each([
    ['', 90],
    ['north', 90],
    ['91', 90],
    ['181', 180],
    ['10 E', 90],
    ['10 N', 180],
    ['-10 S', 90],
    ['10.05, -67.48', 90],
  ] as const)('%s is none', (written, most) => {
    expect(degreesOf(written, most)).toBeNull();
  });
});

test('countries are known by their names in each language of dossiers, and nothing else is', () => {
  expect(countryCalled(['Estados Unidos'])).toBe('US');
  expect(countryCalled(['United States of America'])).toBe('US');
  expect(countryCalled(['BRASIL'])).toBe('BR');
  expect(countryCalled(['Alemanha'])).toBe('DE');
  expect(countryCalled(['Aragua', 'Maracay'])).toBeUndefined();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layPages, offsetOf, pageAt, pagesBetween, placeAt } from './page-layout.ts';

const three = layPages(
  [
    { width: 600, height: 800 },
    { width: 800, height: 600 },
    { width: 600, height: 800 },
  ],
  0.5,
  10,
);

test('pages stand under one another, as wide as the widest', () => {
  expect(three.tops).toEqual([10, 420, 730]);
  expect(three).toMatchObject({ width: 400, height: 1140 });
});

test('an offset is on one page, and a stretch on those it touches', () => {
  expect([0, 10, 419, 420, 5000].map((offset) => pageAt(three, offset))).toEqual([1, 1, 1, 2, 3]);
  expect(pagesBetween(three, 0, 400)).toEqual([1]);
  expect(pagesBetween(three, 300, 740)).toEqual([1, 2, 3]);
  expect(pagesBetween(layPages([], 1, 10), 0, 100)).toEqual([]);
});

test('a place on a page is found again, and on the same words when pages are larger', () => {
  const size = fc.record({
    width: fc.integer({ min: 100, max: 900 }),
    height: fc.integer({ min: 100, max: 900 }),
  });
  fc.assert(
    fc.property(
      fc.array(size, { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0.2, max: 4, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (sizes, scale, share) => {
        const layout = layPages(sizes, scale, 16);
        const offset = share * layout.height;
        const place = placeAt(layout, offset);
        expect(offsetOf(layout, place)).toBeCloseTo(offset, 6);
        const larger = layPages(sizes, scale * 2, 16);
        expect(placeAt(larger, offsetOf(larger, place)).page).toBeGreaterThanOrEqual(place.page);
      },
    ),
  );
});

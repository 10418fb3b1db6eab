import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LayoutPage } from '#contract/extraction.ts';
import { boxesOf, isOnWords, offsetAt } from './page-geometry.ts';

/** Two lines of ten letters, 10 wide each, in two runs a line; the page is 200 by 100. */
const page: LayoutPage = {
  page: 1,
  width: 200,
  height: 100,
  ocr: false,
  runs: [
    [0, 5, 20, 10, 50, 10],
    [5, 10, 70, 10, 50, 10],
    [11, 16, 20, 30, 50, 10],
    [16, 21, 70, 30, 50, 10],
  ],
};

test('a passage has a box a line, cut to its letters', () => {
  const rounded = boxesOf(page, 2, 13).map((box) =>
    Object.values(box).map((share) => Math.round(share * 1000)),
  );
  expect(rounded).toEqual([
    [200, 100, 400, 100],
    [100, 300, 100, 100],
  ]);
  expect(boxesOf(page, 10, 11)).toEqual([]);
});

test('columns far apart are not drawn as one line', () => {
  const columns: LayoutPage = {
    ...page,
    runs: [
      [0, 5, 0, 10, 50, 10],
      [5, 10, 150, 10, 50, 10],
    ],
  };
  expect(boxesOf(columns, 0, 10)).toHaveLength(2);
});

test('a line that was turned is cut from top to bottom', () => {
  const turned: LayoutPage = { ...page, runs: [[0, 10, 20, 0, 10, 100]] };
  expect(boxesOf(turned, 5, 10)).toEqual([{ left: 0.1, top: 0.5, width: 0.05, height: 0.5 }]);
  expect(offsetAt(turned, 0.11, 0.7)).toBe(7);
});

test('a point leads to the letter on its line, also from beside the line', () => {
  expect(offsetAt(page, 45 / 200, 0.15)).toBe(3);
  expect(offsetAt(page, 0, 0.15)).toBe(0);
  expect(offsetAt(page, 1, 0.15)).toBe(10);
  expect(offsetAt(page, 1, 0.9)).toBe(21);
  expect(offsetAt({ ...page, runs: [] }, 0.5, 0.5)).toBeNull();
  expect(isOnWords(page, 45 / 200, 0.15)).toBe(true);
  expect(isOnWords(page, 45 / 200, 0.25)).toBe(false);
});

test('what is pointed at within the box of a letter is that letter', () => {
  const letters = [
    ...Array(10).keys(),
    ...Array(10)
      .keys()
      .map((at) => at + 11),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...letters),
      fc.double({ min: 0.05, max: 0.45, noNaN: true }),
      (letter, within) => {
        const [box] = boxesOf(page, letter, letter + 1);
        expect(box).toBeDefined();
        if (box === undefined) return;
        const y = box.top + box.height / 2;
        expect(offsetAt(page, box.left + box.width * within, y)).toBe(letter);
        expect(offsetAt(page, box.left + box.width * (1 - within), y)).toBe(letter + 1);
      },
    ),
  );
});

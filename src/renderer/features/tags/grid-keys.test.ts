import { expect, test } from 'vitest';
import { moveInGrid } from './grid-keys.ts';

const size = { rows: 10, columns: 5, page: 4 };
const press = (key: string, row: number, column: number, ctrlKey = false) => {
  const next = moveInGrid({ key, ctrlKey, metaKey: false }, { row, column }, size);
  return next === null ? null : [next.row, next.column];
};

test('arrows move by one and stop at the edges', () => {
  expect(press('ArrowDown', 0, 0)).toEqual([1, 0]);
  expect(press('ArrowRight', 3, 4)).toEqual([3, 4]);
  expect(press('ArrowUp', 0, 2)).toEqual([0, 2]);
  expect(press('ArrowLeft', 2, 2)).toEqual([2, 1]);
});

test('with Control they go all the way', () => {
  expect(press('ArrowDown', 2, 2, true)).toEqual([9, 2]);
  expect(press('ArrowLeft', 2, 2, true)).toEqual([2, 0]);
  expect(press('Home', 2, 2, true)).toEqual([0, 0]);
  expect(press('End', 2, 2, true)).toEqual([9, 4]);
});

test('Home and End go along the row, pages down and up', () => {
  expect(press('Home', 2, 2)).toEqual([2, 0]);
  expect(press('End', 2, 2)).toEqual([2, 4]);
  expect(press('PageDown', 2, 2)).toEqual([6, 2]);
  expect(press('PageUp', 2, 2)).toEqual([0, 2]);
});

test('other keys are left alone, and so is an empty grid', () => {
  expect(press('x', 0, 0)).toBeNull();
  const nothing = { rows: 0, columns: 0, page: 4 };
  expect(
    moveInGrid(
      { key: 'ArrowDown', ctrlKey: false, metaKey: false },
      { row: 0, column: 0 },
      nothing,
    ),
  ).toBeNull();
});

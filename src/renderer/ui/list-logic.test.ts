import { expect, test } from 'vitest';
import { moveInList } from './list-keys.ts';
import { extendTo, nothingSelected, rangeTo, selectOnly, toggleRow } from './selection.ts';

const keyOf = (index: number): string | undefined => ['a', 'b', 'c', 'd'][index];

test('arrows and their like stay within the list', () => {
  expect(moveInList('ArrowDown', -1, 3, 10)).toBe(0);
  expect(moveInList('ArrowDown', 2, 3, 10)).toBe(2);
  expect(moveInList('ArrowUp', -1, 3, 10)).toBe(2);
  expect(moveInList('PageDown', 0, 100, 10)).toBe(10);
  expect(moveInList('End', 0, 100, 10)).toBe(99);
});

test('other keys and empty lists lead nowhere', () => {
  expect(moveInList('x', 0, 3, 10)).toBeNull();
  expect(moveInList('ArrowDown', -1, 0, 10)).toBeNull();
});

test('a range reaches from where it began, however often it is changed', () => {
  const begun = selectOnly(1, keyOf);
  expect(rangeTo(begun, 3)).toEqual([1, 3]);
  const down = extendTo(begun, 3, ['b', 'c', 'd']);
  expect([...down.keys]).toEqual(['b', 'c', 'd']);
  expect(rangeTo(down, 0)).toEqual([0, 1]);
});

test('a row is added to the selection and taken out again', () => {
  const one = toggleRow(selectOnly(0, keyOf), 2, keyOf);
  expect([...one.keys]).toEqual(['a', 'c']);
  expect([...toggleRow(one, 0, keyOf).keys]).toEqual(['c']);
});

test('a row that is not loaded yet is stood at, not selected', () => {
  expect(selectOnly(9, keyOf)).toEqual({ ...nothingSelected, active: 9, anchor: 9 });
});

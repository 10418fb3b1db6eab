import { expect, test } from 'vitest';
import type { ListView } from './paged.ts';
import { asItStood, placeNow } from './steady-list.ts';

const listOf = (...items: readonly (string | undefined)[]): ListView<string> => ({
  total: items.length,
  at: (index) => items[index],
  show: () => {},
  pending: false,
  error: null,
});
const self = (item: string): string => item;

test('a list that stands still has its lines where they were', () => {
  const shown = asItStood(listOf('a', 'b', 'c'), listOf('new', 'a', 'b', 'c'));
  expect([0, 1, 2, 3].map((index) => shown.at(index)).slice(0, shown.total)).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('lines that were not here when it stood still are those that have come', () => {
  const shown = asItStood(listOf('a', undefined), listOf('a', 'b'));
  expect(shown.at(1)).toBe('b');
});

test('a list that nobody points at is as it is', () => {
  const list = listOf('a');
  expect(asItStood(null, list)).toBe(list);
});

test('a line that was pressed is found wherever it is by now', () => {
  const now = listOf('new', 'c', undefined, 'b', 'a');
  expect(['a', 'b', 'c'].map((key, seen) => placeNow(now, self, key, seen))).toEqual([4, 3, 1]);
});

test('a line that is nowhere any more has no place', () => {
  expect(placeNow(listOf('a', 'b'), self, 'gone', 1)).toBe(-1);
  expect(placeNow(listOf(), self, 'gone', 7)).toBe(-1);
});

import { expect, test } from 'vitest';
import { fitting, leastOf } from './column-fit.ts';

const columns = [
  { id: 'title', width: 'minmax(160px, 3fr)' },
  { id: 'kind', width: '90px', spare: 1 },
  { id: 'publisher', width: 'minmax(80px, 1fr)', spare: 2 },
];
const shown = (width: number) => fitting(columns, width).map(({ id }) => id);

test('a row takes what its columns take at least, and its padding', () => {
  expect(leastOf(columns)).toBe(160 + 90 + 80 + 16);
});

test('columns are left out one after the other as the table gets narrower, and some never', () => {
  expect(shown(400)).toEqual(['title', 'kind', 'publisher']);
  expect(shown(300)).toEqual(['title', 'kind']);
  expect(shown(200)).toEqual(['title']);
  expect(shown(50)).toEqual(['title']);
});

test('before its width is known all columns are there', () => {
  expect(shown(0)).toEqual(['title', 'kind', 'publisher']);
});

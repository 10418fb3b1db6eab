import { expect, test } from 'vitest';
import { readPlaces, writePlaces } from './places.ts';

test('places are read as they were written, those left last when there are too many', () => {
  const places = new Map([
    ['c/1', { top: 3, caret: 5 }],
    ['c/2', { top: 0, caret: 0 }],
    ['d/1', { top: 70, caret: 9 }],
  ]);
  expect(readPlaces(writePlaces(places))).toEqual(places);
  expect([...readPlaces(writePlaces(places, 2)).keys()]).toEqual(['c/2', 'd/1']);
});

test('what cannot be read counts as nothing', () => {
  expect(readPlaces(null).size).toBe(0);
  expect(readPlaces('{').size).toBe(0);
  expect(readPlaces('[["a",1],["b",1,2],7]')).toEqual(new Map([['b', { top: 1, caret: 2 }]]));
});

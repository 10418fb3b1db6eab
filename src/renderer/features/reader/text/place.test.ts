import { expect, test } from 'vitest';
import { marginNumber, placeAt } from './place.ts';

const segments = [
  { start: 0, page: 1, paragraph: 1, kind: 'heading' },
  { start: 20, page: 1, paragraph: 2, kind: 'paragraph' },
  { start: 80, page: 2, paragraph: 3, kind: 'paragraph' },
];

test('an offset stands in the last segment that starts before it', () => {
  expect(placeAt(segments, 0)).toEqual({ page: 1, paragraph: 1 });
  expect(placeAt(segments, 79)).toEqual({ page: 1, paragraph: 2 });
  expect(placeAt(segments, 500)).toEqual({ page: 2, paragraph: 3 });
  expect(placeAt([], 5)).toBeUndefined();
});

test('a line is numbered when a segment starts in it, and says the page only where one begins', () => {
  expect(marginNumber(segments, 0, 18)).toEqual({ paragraph: 1, page: 1 });
  expect(marginNumber(segments, 20, 60)).toEqual({ paragraph: 2, page: null });
  expect(marginNumber(segments, 61, 79)).toBeUndefined();
  expect(marginNumber(segments, 80, 99)).toEqual({ paragraph: 3, page: 2 });
});

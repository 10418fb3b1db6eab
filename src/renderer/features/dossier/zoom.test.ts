import { expect, test } from 'vitest';
import { nextZoom, pageAt } from './zoom.ts';

test('zooming goes from step to step, from sizes between them too, and ends at the last', () => {
  expect(nextZoom(1, 1)).toBe(1.1);
  expect(nextZoom(1, -1)).toBe(0.9);
  expect(nextZoom(0.83, 1)).toBe(0.9);
  expect(nextZoom(0.83, -1)).toBe(0.75);
  expect(nextZoom(4, 1)).toBe(4);
  expect(nextZoom(0.25, -1)).toBe(0.25);
});

test('an offset lies in the last page that begins before it', () => {
  expect(pageAt([0, 100, 200], 0)).toBe(1);
  expect(pageAt([0, 100, 200], 150)).toBe(2);
  expect(pageAt([0, 100, 200], 900)).toBe(3);
  expect(pageAt([16, 100], 3)).toBe(1);
});

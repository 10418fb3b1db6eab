import { expect, test } from 'vitest';
import { nextZoom, sizeOf } from './zoom.ts';

test('zooming goes from step to step and stops at the ends', () => {
  expect(nextZoom(1, 1)).toBe(1.1);
  expect(nextZoom(1, -1)).toBe(0.9);
  expect(nextZoom(0.86, 1)).toBe(0.9);
  expect(nextZoom(0.8999, 1)).toBe(1);
  expect(nextZoom(4, 1)).toBe(4);
  expect(nextZoom(0.25, -1)).toBe(0.25);
});

test('a page fills the width or the window, but is not blown up to fill a large one', () => {
  const page = { width: 800, height: 1000 };
  expect(sizeOf('width', page, { width: 400, height: 100 })).toBe(0.5);
  expect(sizeOf('page', page, { width: 400, height: 100 })).toBe(0.1);
  expect(sizeOf('page', page, { width: 400, height: 900 })).toBe(0.5);
  expect(sizeOf('width', page, { width: 4000, height: 900 })).toBe(1.4);
  expect(sizeOf(0.75, page, { width: 400, height: 100 })).toBe(0.75);
});

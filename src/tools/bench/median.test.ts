import { expect, test } from 'vitest';
import { median } from './median.ts';

test('the median is the middle one, or the mean of the middle two', () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([4, 1, 30, 2])).toBe(3);
  expect(median([])).toBeNaN();
});

import { expect, test } from 'vitest';
import { count, fileSize } from './format.ts';

test('sizes are in the unit that reads shortest', () => {
  expect(fileSize(11, 'en')).toBe('11 bytes');
  expect(fileSize(4912, 'en')).toBe('4.9 kB');
  expect(fileSize(215_000_000, 'en')).toBe('215 MB');
  expect(fileSize(0, 'es')).toBe('0 bytes');
});

test('numbers are grouped as the language groups them', () => {
  expect(count(12_345, 'en')).toBe('12,345');
  expect(count(12_345, 'es')).toBe('12.345');
});

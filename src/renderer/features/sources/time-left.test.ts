import { expect, test } from 'vitest';
import { timeWords } from './time-left.ts';

test('a time is told in the unit that a person reckons with', () => {
  expect(timeWords(400, 'en')).toBe('1 sec');
  expect(timeWords(45_000, 'en')).toBe('45 sec');
  expect(timeWords(200_000, 'en')).toBe('3 min');
  expect(timeWords(9_000_000, 'en')).toBe('2.5 hr');
});

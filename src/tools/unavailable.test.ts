import { afterEach, expect, test } from 'vitest';
import { isKnownUnavailable, noteAvailable, noteUnavailable } from './unavailable.ts';

const what = 'a thing made up for this test';
const now = Date.UTC(2024, 0, 1);
const hourMs = 60 * 60 * 1000;

afterEach(() => noteAvailable(what));

test('nothing is unavailable before it was tried', () => {
  expect(isKnownUnavailable(what, now)).toBe(false);
});

test('a failure is remembered for a day, and then tried again', () => {
  noteUnavailable(what, now);
  expect(isKnownUnavailable(what, now + 23 * hourMs)).toBe(true);
  expect(isKnownUnavailable(what, now + 25 * hourMs)).toBe(false);
});

test('a note from the future, left by a wrong clock, is not believed', () => {
  noteUnavailable(what, now);
  expect(isKnownUnavailable(what, now - hourMs)).toBe(false);
});
